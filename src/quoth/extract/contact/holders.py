"""Who held a contact that a noun tells of, and with whom: owners, subjects, and what stands after its prepositions."""

from __future__ import annotations

from collections.abc import Iterator

from quoth.extract.contact.journeys import PLACES
from quoth.extract.contact.lands import land_meant
from quoth.extract.contact.leading import NOMINAL, headed_by, leading_party
from quoth.extract.contact.nearby import named_before, owner_before, owners_of, praised_for
from quoth.extract.contact.parties import PERSONAL, Ground, parties_of, with_companions
from quoth.extract.contact.pieces import RELATIVE
from quoth.extract.contact.present import agents_of
from quoth.extract.contact.status import WANTED, wisher
from quoth.extract.contact.subjects import agent_of, subject_of
from quoth.extract.contact.telling import after_preposition, all_after, behind_time
from quoth.lexicon.contacts import contact_words
from quoth.records import Party
from quoth.syntax import Paragraph, Token

AROUND = frozenset(
    {"in", "during", "at", "after", "following", "before", "on", "by", "via", "through", "with", "amid", "of", "for", "ahead", "to",
     "into", "out", "from", "as", "over", "around"}
)  # fmt: skip
ABOUT_OTHERS = frozenset(
    {"report", "criticise", "criticize", "condemn", "praise", "broker", "mediate", "demand", "urge", "welcome", "support", "oppose",
     "witness", "see", "watch", "describe", "cover", "investigate", "mention", "recall", "note", "approve", "allow", "block", "help",
     "include", "show", "depict", "detail", "publish", "leak", "mock", "feature", "portray"}
)  # fmt: skip
"""Verbs whose subject need be no party of the contact that is their object."""
COMMENTING = frozenset(
    {"comment", "report", "remark", "weigh", "testify", "tell", "hear", "learn", "know", "ask", "brief", "inform"}
)
"""Verbs whose subject speaks or hears of the contact behind "on", "about" or "of"."""
SAYING = frozenset(
    {"tell", "ask", "warn", "assure", "inform", "urge", "press", "thank", "remind", "congratulate", "brief", "beg", "implore", "advise",
     "notify", "caution", "alert", "scold", "persuade", "convince", "encourage", "pressure", "instruct",
     "admonish", "reassure", "pepper", "grill"}
)  # fmt: skip
"""Verbs whose object hears what is said "in a call", and reads the letter that does it ("a letter reminding colleges")."""
JUDGED = frozenset(
    {
        "praise",
        "thank",
        "hail",
        "laud",
        "applaud",
        "endorse",
        "back",
        "criticise",
        "criticize",
        "slam",
        "rebuke",
        "chide",
        "compliment",
    }
)
"""Verbs whose object is whom somebody met right before ("praises Reeve after a meeting")."""
ANSWERING = frozenset({"respond", "answer", "reply", "dispute", "reject", "rebut"})
SAME = {"our": "we", "my": "i", "their": "they"}
OWN_ACCOUNT = frozenset({"lie", "lying", "mislead", "boast", "brag", "memo", "memos", "note", "diary"})
"""Words before "about" by which somebody tells of what they did themselves."""
MADE = frozenset({"make", "place", "send", "write", "pay", "sign", "address"})
GIVEN = frozenset({"host", "hold", "give"})
MOTION = frozenset({"arrive", "land", "fly", "travel", "go", "come", "head", "return", "be"})
SHARING = frozenset({"raise", "share", "discuss", "exchange", "review"})
"""Verbs whose "with" leads to who took part in the contact that they were done in."""
TAKING_PART = frozenset({"lock", "engage", "involve", "embroil", "participate", "seat", "gather"})
"""Participles of who takes part in what stands behind "in" or "at"."""
TO = frozenset({"to"})
STEPS = 6


def holders_of(ground: Ground, noun: Token, verb: int | None) -> tuple[Party, ...]:
    """Who held the contact: the owner of the noun, who it is "by" or "of", the subject of its verb, or of the clause it is set in."""
    paragraph = ground.paragraph
    owners = [child for child in paragraph.children(noun.index, "poss") if child.entity not in {"DATE", "TIME"}]
    if owners:
        return _owner(ground, noun, owners[0])
    if beside := owner_before(ground, noun):
        return beside
    made_by = _after_by(ground, noun) or tuple(
        party for agent in agents_of(paragraph, noun, MADE) for party in parties_of(ground, agent)
    )
    if made_by:
        return made_by
    if verb is not None:
        return _of_verb(ground, noun, verb)
    return _of_relative(ground, noun) or named_before(ground, noun) or _around(ground, noun)


def writers_of(ground: Ground, noun: Token, verb: int | None) -> tuple[Party, ...]:
    """Who wrote a letter: as ``holders_of``, but no subject of a clause that is about something else than writing."""
    owned = ground.paragraph.children(noun.index, "poss") or verb is not None
    over = ground.paragraph.tokens[noun.head]
    if noun.dep == "pobj" and over.text.lower() == "of" and ground.paragraph.tokens[over.head].lemma in {"draft", "copy", "text"}:
        over = ground.paragraph.tokens[ground.paragraph.tokens[over.head].head]  # "said in a draft of a letter to Reeve"
    set_in = noun.dep == "pobj" and over.text.lower() in {"in", "by", "via", "through", "with"}
    sent_by = [party for agent in agents_of(ground.paragraph, noun, MADE) for party in parties_of(ground, agent)]
    if sent_by:
        return tuple(sent_by)
    return holders_of(ground, noun, verb) if owned or set_in else _of_relative(ground, noun)


def hearers_of(ground: Ground, noun: Token) -> tuple[Party, ...]:
    """Who was told something in a contact whose other side is not named: "in a call on Sunday, Dolan told Reeve …"."""
    paragraph = ground.paragraph
    preposition = paragraph.tokens[noun.head]
    if noun.dep != "pobj" or preposition.text.lower() not in {"in", "during", "at", "by", "on", "over", "after", "following"}:
        return ()
    verb = paragraph.tokens[preposition.head]
    if verb.lemma in SHARING:
        return all_after(ground, verb.index, frozenset({"with"})) or _with_object(ground, verb)
    if verb.lemma not in (JUDGED if preposition.text.lower() in {"after", "following"} else SAYING):
        return ()
    heads = paragraph.children(verb.index, "dobj", "dative")
    beside = [
        clause for clause in paragraph.children(verb.index, "xcomp") if clause.tag == "VBG" and clause.index == verb.index + 1
    ]
    # "told visiting officials", read as told to visit them
    heads = heads or tuple(head for clause in beside for head in paragraph.children(clause.index, "dobj"))
    return parties_of(ground, heads[0]) if heads else ()


def readers_of(ground: Ground, noun: Token, verb: int | None, *, told_in: tuple[str, ...] = ("acl", "relcl")) -> tuple[Party, ...]:
    """Whom a letter is meant for by what it does: "sent a letter reminding colleges of …", "a letter that urged Reeve to …"."""
    paragraph = ground.paragraph
    doing = [*paragraph.children(noun.index, *told_in), *(paragraph.children(verb, "advcl") if verb is not None else ())]
    told = [clause for clause in doing if clause.lemma in SAYING and clause.tag != "VBN" and clause.index > noun.index]
    heads = [head for clause in told for head in paragraph.children(clause.index, "dobj")]
    heads += [head for clause in doing if clause.lemma in ANSWERING for head in _answered(paragraph, clause)]
    return parties_of(ground, heads[0]) if heads else ()


def _answered(paragraph: Paragraph, clause: Token) -> Iterator[Token]:
    """Whose words a letter answers: "responding to a request by Reeve", "disputing claims by the firm"."""
    for token in paragraph.subtree(clause.index):
        under = paragraph.tokens[token.head].pos == "NOUN" or token.head == clause.index
        if token.text.lower() in {"by", "from"} and under:
            yield from paragraph.children(token.index, "pobj")


def _with_object(ground: Ground, verb: Token) -> tuple[Party, ...]:
    """Who stands after "with" where the parser hung it under the verb's object: "raised the issue with Reeve"."""
    objects = ground.paragraph.children(verb.index, "dobj")
    return all_after(ground, objects[0].index, frozenset({"with"})) if objects else ()


def other_side(ground: Ground, noun: Token, *, visit: bool) -> tuple[Party, ...]:
    """The other side where no preposition of the noun leads to it: who was joined for it, who gave it, where a visitor came to."""
    if visit:
        goals = (found for head in after_preposition(ground.paragraph, noun.index, TO) if (found := land_meant(ground, head)))
        return next(goals, ()) or _where_to(ground, noun)
    return _joined(ground, noun) or _hosts(ground, noun)


def _joined(ground: Ground, noun: Token) -> tuple[Party, ...]:
    """Who was joined "for talks", "at a dinner"."""
    paragraph = ground.paragraph
    preposition = paragraph.tokens[noun.head]
    verb = paragraph.tokens[preposition.head]
    asked = verb.lemma == "ask" and preposition.text.lower() == "for"  # "asked Reeve for a meeting"
    joined = verb.lemma in {"join", "host", "welcome"} and preposition.text.lower() in {"for", "at", "in"}
    if noun.dep != "pobj" or not (asked or joined):
        return ()
    heads = paragraph.children(verb.index, "dobj")
    return parties_of(ground, heads[0]) if heads else ()


def _where_to(ground: Ground, noun: Token) -> tuple[Party, ...]:
    """The state that somebody came to for a visit: "arrived in Arden on Monday for a two-day visit"."""
    paragraph = ground.paragraph
    preposition = paragraph.tokens[noun.head]
    verb = paragraph.tokens[preposition.head]
    if noun.dep != "pobj" or preposition.text.lower() not in {"for", "on"} or verb.lemma not in MOTION:
        return ()
    return all_after(ground, verb.index, frozenset({"in", "to"}))


def _hosts(ground: Ground, noun: Token) -> tuple[Party, ...]:
    """Who gave it: "a dinner hosted by Reeve"."""
    return next((parties_of(ground, agent) for agent in agents_of(ground.paragraph, noun, GIVEN)), ())


def _owner(ground: Ground, noun: Token, owner: Token) -> tuple[Party, ...]:
    """The owner; a pronoun stands for the subject of the noun's own clause, where there is one ("In his call, Dolan said …")."""
    found = parties_of(ground, owner)
    subject = praised_for(ground.paragraph, noun) or _clause_subject(ground.paragraph, noun)
    if len(found) != 1 or subject is None:
        return found
    meant = parties_of(ground, subject)
    if SAME.get(owner.text.lower()) == subject.text.lower() or (owner.text.lower() == "their" and len(meant) > 1):
        return meant
    if owner.text.lower() not in {"his", "her", "its"}:
        return found
    if len(meant) != 1 or not _may_own(ground, meant[0], owner.text.lower()):
        return found
    return (Party(found[0].text, found[0].span, meant[0].referent),)


def _may_own(ground: Ground, one: Party, word: str) -> bool:
    """Whether "his", "her" or "its" may mean somebody: a person, or a state or body."""
    kind = next((each.kind for each in ground.referents.all if each.id == one.referent), None)
    return kind in ({"state", "body"} if word == "its" else {"person"}) and one.text.casefold() not in PERSONAL - {"he", "she"}


def _clause_subject(paragraph: Paragraph, noun: Token) -> Token | None:
    """The subject of the clause that a noun stands in and is not itself the subject of."""
    previous = noun
    for above in paragraph.ancestors(noun.index):
        if above.pos in {"VERB", "AUX"}:
            if previous.dep in {"nsubj", "nsubjpass"} and above.dep == "advcl":
                previous = above
                continue  # "agreed to it as their talks went on"
            if previous.dep in {"nsubj", "nsubjpass", "relcl", "acl"}:
                return None
            own = paragraph.children(above.index, "nsubj")
            if own:
                return own[0]
            if above.dep not in {"xcomp", "pcomp", "conj", "advcl"}:
                return None
        elif previous.dep in {"nsubj", "nsubjpass", "relcl", "acl"}:
            return None
        previous = above
    return None


def _after_by(ground: Ground, noun: Token) -> tuple[Party, ...]:
    """Who a visit is by or of: "a visit by Dolan to Arden", "the visit of Dolan"."""
    words = {"by", "of"} if contact_words("noun")[noun.lemma].kind == "visit" else {"by"}
    for child in ground.paragraph.children(noun.index, "prep"):
        if child.text.lower() in words:
            for head in ground.paragraph.children(child.index, "pobj"):
                if head.lemma not in contact_words("noun"):
                    return parties_of(ground, head)
    return ()


def _of_verb(ground: Ground, noun: Token, verb: int) -> tuple[Party, ...]:
    paragraph = ground.paragraph
    wish = wisher(paragraph, verb) if noun.dep == "nsubj" else None
    if wish is not None:
        # "Dolan hoped that a meeting with Reeve would take place"
        hoping = subject_of(paragraph, wish.index)
        return parties_of(ground, hoping) if hoping is not None else ()
    if noun.dep in {"nsubj", "nsubjpass"} or paragraph.children(verb, "nsubjpass"):
        agent = agent_of(paragraph, verb)
        joined = noun.dep == "pobj" and paragraph.tokens[verb].lemma in contact_words("join")  # "is engaged in talks with"
        told = agent is not None and paragraph.tokens[verb].lemma in contact_words("light")
        if agent is None and (noun.dep == "dobj" or joined):
            subject = subject_of(paragraph, verb)
            return parties_of(ground, subject) if subject is not None else ()
        return parties_of(ground, agent) if told and agent is not None else ()
    return _subject_as_party(ground, verb)


def _subject_as_party(ground: Ground, verb: int) -> tuple[Party, ...]:
    subject = subject_of(ground.paragraph, verb)
    if subject is not None and (gone := _traveller_to(ground, subject)):
        return gone
    named = subject is not None and subject.pos in NOMINAL
    return (*headed_by(ground, verb), *_as_party(ground, subject)) if subject is not None and named else leading_party(ground, verb)


def _traveller_to(ground: Ground, place: Token) -> tuple[Party, ...]:
    """Whose visit to a place a clause goes on about: "Dolan's visit to Tessen, which began with talks"."""
    journey = ground.paragraph.tokens[ground.paragraph.tokens[place.head].head]
    gone = place.dep == "pobj" and place.entity in PLACES and journey.pos == "NOUN"
    return owners_of(ground, journey) if gone else ()


def _as_party(ground: Ground, subject: Token) -> tuple[Party, ...]:
    """The subject of a clause as who held the contact; where it is a contact itself ("his trip begins with"), the owner of that."""
    if subject.lemma in contact_words("noun"):
        owners = ground.paragraph.children(subject.index, "poss")
        return parties_of(ground, owners[0]) if owners and owners[0].entity not in {"DATE", "TIME"} else ()
    owners = ground.paragraph.children(subject.index, "poss")
    # "Dolan's decision came after a meeting with Reeve"
    return with_companions(ground, subject) or (parties_of(ground, owners[0]) if owners else ())


def _of_relative(ground: Ground, noun: Token) -> tuple[Party, ...]:
    """The subject of "the lunch that Dolan hosted", "the call that she says she received"."""
    paragraph = ground.paragraph
    for clause in _clauses(paragraph, noun):
        if _holds(paragraph, noun, clause):
            subject = subject_of(paragraph, clause.index)
            if subject is not None and subject.index not in {noun.index, noun.head} and subject.text.lower() not in RELATIVE:
                return parties_of(ground, subject)
    return next((parties_of(ground, name) for name, _ in _behind(paragraph, noun)), ())


def _holds(paragraph: Paragraph, noun: Token, clause: Token) -> bool:
    """Whether a clause tells whose contact it is: "the call that Reeve made", "the meeting that Reeve wanted with Dolan"."""
    wanted = clause.lemma in WANTED and clause.head == noun.index and not paragraph.children(clause.index, "xcomp", "ccomp")
    return wanted or clause.lemma in contact_words("light")


def _behind(paragraph: Paragraph, noun: Token) -> Iterator[tuple[Token, Token]]:
    """A name right behind a contact's noun with the verb that holds it, where the parser made one phrase of both: "a meeting Dolan held"."""
    for name in paragraph.tokens[noun.index + 1 : noun.index + STEPS]:
        if name.pos in {"PROPN", "NOUN"} and paragraph.edges[name.index][0] == noun.index + 1 and name.head != noun.index:
            yield from (
                (name, clause) for clause in paragraph.children(name.index, "acl") if clause.lemma in contact_words("light")
            )


def _clauses(paragraph: Paragraph, noun: Token) -> Iterator[Token]:
    """The relative clauses and participles of a noun or of the one that it is joined to, and what those report."""
    heads = [noun.index, noun.head] if noun.dep == "conj" else [noun.index]
    for clause in (child for head in heads for child in paragraph.children(head, "relcl", "acl")):
        yield clause
        yield from paragraph.children(clause.index, "ccomp", "xcomp")
    yield from (clause for _, clause in _behind(paragraph, noun))


def _around(ground: Ground, noun: Token) -> tuple[Party, ...]:
    """The subject of the clause in "in a call with B, A said …", "A released a recording of a call with B"."""
    paragraph = ground.paragraph
    token = noun
    for _ in range(STEPS):
        above = paragraph.tokens[token.head]
        if above.index == token.index or token.dep in {"nsubj", "nsubjpass", "poss", "relcl", "compound"}:
            return ()
        if above.pos in {"VERB", "AUX"}:
            return _of_participle(ground, above) or _of_clause(ground, noun, token, above)
        if above.pos == "ADP" and above.text.lower() not in AROUND and not _is_own_account(paragraph, above):
            return ()
        if owners := owners_of(ground, above):
            return owners
        beside = above.pos in {"PROPN", "NOUN"} and above.dep != "npadvmod"
        if token.text.lower() in {"on", "in", "with"} and beside and (found := parties_of(ground, above)):
            return found  # "Dolan, on a visit to Arden, said", "analysts with contacts in Arden"
        token = above
    return ()


def _is_own_account(paragraph: Paragraph, about: Token) -> bool:
    """Whether somebody tells of contacts of their own: "lied about talks with Reeve", "wrote memos about conversations with her"."""
    words = {paragraph.tokens[about.head].lemma, paragraph.tokens[about.index - 1].lemma}  # the parser may hang it on the verb
    return about.text.lower() == "about" and bool(words & OWN_ACCOUNT)


def _of_participle(ground: Ground, verb: Token) -> tuple[Party, ...]:
    """Of a participle, whose contact it is set in or who takes part: "a call made during a visit", "powers locked in talks with Arden"."""
    if verb.dep != "acl" or verb.tag != "VBN":
        return ()
    over = ground.paragraph.tokens[verb.head]
    if over.lemma in contact_words("noun"):
        return holders_of(ground, over, None)
    return parties_of(ground, over) if verb.lemma in TAKING_PART else ()


def _of_clause(ground: Ground, noun: Token, token: Token, verb: Token) -> tuple[Party, ...]:
    """The subject of the verb that a contact hangs on through ``token``, unless it only speaks of the contact or shows it."""
    named = verb.lemma in {"call", "describe", "dub", "term"} and not ground.paragraph.children(verb.index, "prt")
    if token.dep in {"oprd", "dobj", "attr"} and named:
        return ()  # "what the office calls a session with Reeve", not "called off a session"
    about = token.dep == "dobj" and verb.lemma in ABOUT_OTHERS
    about = about or (token.text.lower() in {"on", "about", "of"} and verb.lemma in COMMENTING)
    subject = subject_of(ground.paragraph, verb.index)
    if subject is not None and (subject.index == noun.index or (about and subject.lemma not in contact_words("noun"))):
        return ()
    return _subject_as_party(ground, verb.index) if subject is not None or not about else ()


def _said_of(paragraph: Paragraph, noun: Token) -> Token:
    """The verb of which a noun, or the number "of" which it is, is the subject; else the noun itself."""
    token = noun
    while token.dep == "pobj" and paragraph.tokens[token.head].text.lower() == "of":
        token = paragraph.tokens[paragraph.tokens[token.head].head]
    return paragraph.tokens[token.head] if token.dep == "nsubj" else noun


def listed(ground: Ground, noun: Token, words: frozenset[str], verb: int | None) -> tuple[Party, ...]:
    """Who stands after a preposition under the noun, under the verb that holds the contact or that it is set in, or of a relative clause."""
    paragraph = ground.paragraph
    found = all_after(ground, noun.index, words)
    if not found and verb is not None:
        found = all_after(ground, verb, words)
    inside = noun.dep == "pobj" and paragraph.tokens[noun.head].text.lower() in {"in", "during"}
    over = paragraph.tokens[paragraph.tokens[noun.head].head]
    # not "during that meeting, Dolan spoke to Reeve on the phone"
    if not found and inside and "to" in words and (over.lemma not in contact_words("verb") or over.lemma == "write"):
        found = all_after(ground, paragraph.tokens[noun.head].head, frozenset({"to"}))
    if not found and noun.dep == "pobj" and paragraph.tokens[noun.head].text.lower() in {"over", "at"} and "with" in words:
        found = all_after(ground, paragraph.tokens[noun.head].head, frozenset({"with"}))  # "began over dinner on Friday with Reeve"
    if not found and noun.dep == "pobj":
        found = tuple(party for head in behind_time(paragraph, noun, over, words) for party in parties_of(ground, head))
    for clause in _clauses(paragraph, noun):
        if not found and _holds(paragraph, noun, clause):
            found = all_after(ground, clause.index, words)
    above = _said_of(paragraph, noun)
    if not found and above.lemma == "be" and "with" in words:
        found = all_after(ground, above.index, frozenset({"with"}))  # "half of her meetings were with donors"
    return found
