"""What people judged of what was found and linked. It goes before all that the machine found, and the finding stays beside it.

``standing`` says which judgements hold; each kind of record then has one pure function that gives the records as they are judged:

    actors   = link.judged.actors.judge_actors(actors, judgements, referents=, stories=)
    stories  = link.judged.stories.judge_stories(stories, judgements, documents=)
    claims   = link.judged.claims.judge_claims(claims, judgements, scene=)
    statement = link.judged.statements.right(statement, change, text=, proposition=)

The functions are folds: judging by one more judgement what was judged by others gives what judging by all of them gives.
"""
