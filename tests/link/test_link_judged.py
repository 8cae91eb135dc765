from __future__ import annotations

from quoth.link.actors import merge_actors
from quoth.records import Actor, Judgement, Mention, Name, Referent, Registered, Span, Story, identify


def person(name: str, document: str, country: str | None = None) -> Referent:
    return Referent(
        id=identify("referent", document, name, country), document=document, name=name, kind="person", names=(Name(name, 1),), titles=(),
        mentions=(Mention(Span(0, len(name)), name, "name"),), country=country,
    )  # fmt: skip


def judged(first: Referent, second: Referent, verdict: str, at: str = "2026-01-01") -> Judgement:
    return Judgement(identify("judgement", first.id, second.id, at), "actor", f"{first.id} {second.id}", verdict, "Ada", at, None)


def groups(actors: tuple[Actor, ...]) -> set[frozenset[str]]:
    return {frozenset(one.referents) for one in actors}


RUTH, PEN, FAR = person("Ruth Okonjo", "a"), person("Nell Farrow", "b"), person("Nell Farrow", "c")


def test_what_a_person_judges_one_is_one_with_all_that_was_joined_before() -> None:
    (one,) = merge_actors([RUTH, PEN, FAR], documents={}, judgements=[judged(RUTH, PEN, "same")])
    assert set(one.referents) == {RUTH.id, PEN.id, FAR.id}
    assert "judged to be one by Ada: Nell Farrow" in one.evidence


def test_what_a_person_judges_two_is_two() -> None:
    actors = merge_actors([PEN, FAR], documents={}, judgements=[judged(PEN, FAR, "apart")])
    assert groups(actors) == {frozenset({PEN.id}), frozenset({FAR.id})}
    assert len({one.id for one in actors}) == 2


def test_those_who_are_told_apart_take_their_own_with_them() -> None:
    first, second = person("Bill Tarrow", "a"), person("William Tarrow", "b")
    others = [person("William Tarrow", "c"), person("Bill Tarrow", "d")]
    actors = merge_actors([first, second, *others], documents={}, judgements=[judged(first, second, "apart")])
    assert groups(actors) == {frozenset({first.id, others[1].id}), frozenset({second.id, others[0].id})}
    stories = [Story("s", "t", ("b", "c"), None, None)]
    people = [person("Ruth Okonjo", document) for document in "abc"]
    actors = merge_actors(people, documents={}, stories=stories, judgements=[judged(people[0], people[1], "apart")])
    assert groups(actors) == {frozenset({people[0].id}), frozenset({people[1].id, people[2].id})}


def test_the_last_judgement_on_a_pair_counts_and_can_be_taken_back() -> None:
    later = [judged(RUTH, PEN, "same"), judged(PEN, RUTH, "open", "2026-01-02")]
    assert groups(merge_actors([RUTH, PEN], documents={}, judgements=later)) == {frozenset({RUTH.id}), frozenset({PEN.id})}
    again = [*later, judged(RUTH, PEN, "same", "2026-01-03")]
    assert len(merge_actors([RUTH, PEN], documents={}, judgements=again)) == 1


def test_a_judgement_goes_before_a_register() -> None:
    register = (Registered("1", "r.csv", "Ruth Okonjo", ("Ruth Okonjo", "Nell Farrow"), "person", None),)
    assert len(merge_actors([RUTH, PEN], documents={}, register=register)) == 1
    assert len(merge_actors([RUTH, PEN], documents={}, register=register, judgements=[judged(RUTH, PEN, "apart")])) == 2


def test_judgements_on_what_is_gone_or_of_another_kind_change_nothing() -> None:
    gone = judged(RUTH, person("Nobody", "z"), "same")
    other = Judgement("j", "claim", f"{RUTH.id} {PEN.id}", "same", "Ada", "2026-01-01", None)
    alone = Judgement("k", "actor", RUTH.id, "same", "Ada", "2026-01-01", None)
    assert merge_actors([RUTH, PEN], documents={}, judgements=[gone, other, alone]) == merge_actors([RUTH, PEN], documents={})
