"""A page finds the judgements that concern it, with what takes them back, and no others."""

from __future__ import annotations

from quoth.link.judged.standing import JUDGEMENT, STATEMENT, standing, things
from quoth.run import subjects
from quoth.run.judge import judge, undo
from quoth.store import Store, ruled_referents, rulings_on
from quoth.store.overlay import rulings
from quoth.view.judged import read_rulings


def test_what_is_read_for_some_things_says_what_stands_on_them(own_store: Store) -> None:
    read = own_store.read()
    judged = {thing for one in rulings(own_store.engine) for thing in things(one)}
    told = [one for one in read.statements() if one.speaker and one.id not in judged]
    first = judge(own_store, subjects.right(read, told[0].id, stance="warns"), by="Ada")
    second = judge(own_store, subjects.right(read, told[1].id, stance="asks"), by="Ben")
    back = undo(own_store, first.id, by="Cyr")
    undo(own_store, back.id, by="Ada")
    undo(own_store, second.id, by="Ben")
    every = standing(rulings(own_store.engine))
    for thing in {thing for one in rulings(own_store.engine) if one.kind != JUDGEMENT for thing in things(one)}:
        found = standing(rulings_on(own_store.engine, [thing]))
        assert [one for one in found if thing in things(one)] == [one for one in every if thing in things(one)]
    assert {one.by for one in rulings_on(own_store.engine, [told[0].id])} == {"Ada", "Cyr"}
    assert rulings_on(own_store.engine, ["nothing"]) == ()


def test_a_judgement_on_what_is_no_more_is_found_by_its_article(own_store: Store) -> None:
    read = own_store.read()
    told = next(one for one in read.statements() if one.speaker)
    made = judge(own_store, subjects.right(read, told.id, stance="warns"), by="Ada")
    found = rulings_on(own_store.engine, [], [told.document])
    assert made.id in {one.id for one in found}
    assert all(one.kind == STATEMENT for one in found)


def test_only_judged_referents_of_an_actor_are_named(own_store: Store) -> None:
    read = own_store.read()
    people = sorted((one for one in read.actors() if one.kind == "person"), key=lambda one: one.name)
    made = judge(own_store, subjects.MERGES["actor"](read, [people[0].id, people[1].id]), by="Ada")
    merged = read.actor_of(things(made))
    (actor,) = set(merged.values())
    named = ruled_referents(own_store.engine, actor)
    assert set(named) == set(things(made))
    assert [one.by for one in read_rulings(own_store.engine, things=named).on("actor", named)] == ["Ada"]
    assert ruled_referents(own_store.engine, "nobody") == []
