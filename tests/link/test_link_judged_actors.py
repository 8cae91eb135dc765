from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from quoth.link.actors import merge_actors
from quoth.link.judged.actors import judge_actors
from quoth.records import Actor, Judgement, Mention, Name, Referent, Registered, Span, Story, identify


def person(name: str, document: str, country: str | None = None) -> Referent:
    return Referent(
        id=identify("referent", document, name, country), document=document, name=name, kind="person", names=(Name(name, 1),), titles=(),
        mentions=(Mention(Span(0, len(name)), name, "name"),), country=country,
    )  # fmt: skip


def judgement(verdict: str, *referents: Referent, at: str = "2026-01-01") -> Judgement:
    subject = " ".join(one.id for one in referents)
    return Judgement(identify("judgement", subject, verdict, at), "actor", subject, verdict, "Ada", at, None)


def judged(
    referents: list[Referent], judgements: Iterable[Judgement], stories: Iterable[Story] = (), register: tuple[Registered, ...] = ()
) -> tuple[Actor, ...]:
    """The actors of these referents as they are judged."""
    stories = list(stories)

    def fetch(ids: Collection[str]) -> Mapping[str, Referent]:
        return {one.id: one for one in referents if one.id in ids}

    actors = merge_actors(referents, documents={}, stories=stories, register=register)
    return judge_actors(
        actors, judgements, referents=fetch, stories={name: story.id for story in stories for name in story.documents}
    )


def groups(actors: tuple[Actor, ...]) -> set[frozenset[str]]:
    return {frozenset(one.referents) for one in actors}


RUTH, PEN, FAR = person("Ruth Okonjo", "a"), person("Nell Farrow", "b"), person("Nell Farrow", "c")


def test_what_a_person_judges_one_is_one_with_all_that_was_joined_before_and_the_first_keeps_its_name() -> None:
    (one,) = judged([RUTH, PEN, FAR], [judgement("same", RUTH, PEN)])
    assert set(one.referents) == {RUTH.id, PEN.id, FAR.id}
    assert one.name == "Ruth Okonjo"
    assert one.evidence[0] == "judged to be one by Ada: Ruth Okonjo, Nell Farrow"
    (other,) = judged([RUTH, PEN, FAR], [judgement("same", PEN, RUTH)])
    assert other.name == "Nell Farrow"


def test_several_are_judged_one_at_once() -> None:
    third = person("Odd Tarrow", "d")
    assert len(judged([RUTH, PEN, third], [judgement("same", RUTH, PEN, third)])) == 1


def test_what_a_person_judges_two_is_two() -> None:
    actors = judged([PEN, FAR], [judgement("apart", PEN, FAR)])
    assert groups(actors) == {frozenset({PEN.id}), frozenset({FAR.id})}
    assert len({one.id for one in actors}) == 2
    assert any("judged to be another by Ada: Nell Farrow" in one.evidence for one in actors)


def test_those_who_are_told_apart_take_their_own_with_them() -> None:
    first, second = person("Bill Tarrow", "a"), person("William Tarrow", "b")
    others = [person("William Tarrow", "c"), person("Bill Tarrow", "d")]
    actors = judged([first, second, *others], [judgement("apart", first, second)])
    assert groups(actors) == {frozenset({first.id, others[1].id}), frozenset({second.id, others[0].id})}
    assert {one.name for one in actors} == {"Bill Tarrow", "William Tarrow"}
    stories = [Story("s", "t", ("b", "c"), None, None)]
    people = [person("Ruth Okonjo", document) for document in "abc"]
    actors = judged(people, [judgement("apart", people[0], people[1])], stories)
    assert groups(actors) == {frozenset({people[0].id}), frozenset({people[1].id, people[2].id})}


def test_where_several_are_named_exactly_those_leave_together() -> None:
    people = [person("Ruth Okonjo", document) for document in "abcd"]
    actors = judged(people, [judgement("apart", people[0], people[1], people[3])])
    assert groups(actors) == {frozenset({people[0].id, people[2].id}), frozenset({people[1].id, people[3].id})}


def test_judgements_are_applied_in_the_order_in_which_they_were_made() -> None:
    later = [judgement("same", RUTH, PEN), judgement("apart", RUTH, PEN, at="2026-01-02")]
    assert groups(judged([RUTH, PEN], later)) == {frozenset({RUTH.id}), frozenset({PEN.id})}
    again = [*later, judgement("same", RUTH, PEN, at="2026-01-03")]
    assert len(judged([RUTH, PEN], again)) == 1


def test_judging_what_was_judged_by_one_more_is_judging_by_all() -> None:
    third = person("Odd Tarrow", "d")
    people = [RUTH, PEN, FAR, third]
    made = [judgement("same", RUTH, PEN), judgement("apart", RUTH, FAR, PEN), judgement("same", third, FAR)]

    def fetch(ids: Collection[str]) -> Mapping[str, Referent]:
        return {one.id: one for one in people if one.id in ids}

    step: tuple[Actor, ...] = merge_actors(people, documents={})
    for one in made:
        step = judge_actors(step, [one], referents=fetch)
    assert step == judged(people, made)


def test_a_judgement_goes_before_a_register() -> None:
    register = (Registered("1", "r.csv", "Ruth Okonjo", ("Ruth Okonjo", "Nell Farrow"), "person", None),)
    assert len(judged([RUTH, PEN], [], register=register)) == 1
    assert len(judged([RUTH, PEN], [judgement("apart", RUTH, PEN)], register=register)) == 2


def test_judgements_on_what_is_gone_or_of_another_kind_change_nothing() -> None:
    gone = judgement("same", RUTH, person("Nobody", "z"))
    other = Judgement("j", "claim", f"{RUTH.id} {PEN.id}", "same", "Ada", "2026-01-01", None)
    alone = Judgement("k", "actor", RUTH.id, "same", "Ada", "2026-01-01", None)
    assert judged([RUTH, PEN], [gone, other, alone]) == merge_actors([RUTH, PEN], documents={})
