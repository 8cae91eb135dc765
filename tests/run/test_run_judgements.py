"""Judgements from file to file, after another reading of the articles, and when links are worked out anew."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import write_ledger
from tests.run.cheap_rooms import CHEAP
from tests.run.replayed import replayed

from quoth.errors import UsageError
from quoth.export.jsonl import to_jsonl
from quoth.export.rows import rows
from quoth.records import Findings, Judgement, Links, Span, identify, passage
from quoth.run import subjects
from quoth.run.add import add
from quoth.run.deciding import Deciding
from quoth.run.judge import Decision, judge, undo
from quoth.run.judgements import import_judgements, settle
from quoth.run.rooms import Rooms
from quoth.run.status import read_status
from quoth.store import ReadView, Store, open_store


def link(view: ReadView, tell: Any) -> Links:
    """The cheap links, as people judged them."""
    deciding, found = Deciding(view), CHEAP.link(view, tell)
    actors = deciding.actors(found.actors, ())
    return replace(found, actors=actors, before=deciding.before, judged=deciding.judged)


ROOMS: Rooms = replace(CHEAP, link=link)


@pytest.fixture
def store(handmade: Path, tmp_path: Path) -> Iterator[Store]:
    with replayed(handmade, tmp_path) as opened:
        yield opened


@pytest.fixture
def cheap(tmp_path: Path) -> Iterator[Store]:
    texts = ["Arda said the gate was shut.", "Bren denied the gate was shut.", "Arda said it would rain."]
    (tmp_path / "in.jsonl").write_text("".join(json.dumps({"text": text}) + "\n" for text in texts))
    with open_store(tmp_path / "cheap.db", create=True) as opened:
        add(opened, [tmp_path / "in.jsonl"], rooms=ROOMS)
        yield opened


def export(store: Store, path: Path) -> Path:
    path.write_text("".join(to_jsonl(rows(store.read(), "judgements"))), encoding="utf-8")
    return path


def read_anew(store: Store, document: str, **changes: Any) -> None:
    """The document as another reader reads it: every statement with these changes, and with an identifier of its own."""
    read = store.read()
    text = getattr(read.document(document), "text", "")
    found = []
    for one in read.statements([document]):
        content = passage(text, *(Span(span.start + changes["shift"], span.end) for span in one.content.spans))
        found.append(replace(one, id=identify("statement", "anew", one.id), content=content, stance="asserts"))
    with store.write() as writer:
        writer.add_findings([Findings(document, tuple(read.referents([document])), tuple(found))], fingerprint="another reader")


def test_judgements_go_from_one_ledger_to_another_of_the_same_articles(store: Store, tmp_path: Path) -> None:
    made = judge(store, subjects.same_actors(store.read(), ["Marek Dolan", "Anna Reeve"]), by="Ada", note="seen")
    undone = judge(store, subjects.reject(store.read(), "quantity", next(store.read().quantities()).id), by="Ada")
    undo(store, undone.id, by="Bo")
    file = export(store, tmp_path / "j.jsonl")
    write_ledger(tmp_path / "y.db")
    with open_store(tmp_path / "y.db") as other:
        done = import_judgements(other, file)
        assert (done.new, done.known, done.unmatched, done.set_aside) == (3, 2, 0, ())
        assert [one.name for one in other.read().actors_named("Dolan")] == ["Marek Dolan"]
        assert list(other.read().actors()) == list(store.read().actors())
        assert list(other.read().claims()) == list(store.read().claims())
        assert {one.id for one in other.read().quantities()} == {one.id for one in store.read().quantities()}
        assert other.read().judgements() == store.read().judgements()
        again = import_judgements(other, file)
        assert (again.new, again.known) == (0, 5)
        assert made in other.read().judgements()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("no json", "it is no JSON"),
        ("[1]", "it is no object"),
        ('{"id": "a"}', "it has no kind, no subject, no verdict, no by, no at"),
        ('{"id": "a", "kind": "actor", "subject": "a b", "verdict": "same", "by": "Ada", "at": "yesterday"}', "is none"),
        ('{"id": "a", "kind": "actor", "subject": "a b", "verdict": "same", "by": "Ada", "at": "2031-01-01"}', "no time zone"),
        ('{"id": "a", "kind": "actor", "subject": "a b", "verdict": "same as", "by": "Ada", "at": "2031-01-01T00:00+00:00"}', "cannot be judged"),
        ('{"id": "a", "kind": "statement", "subject": "a", "verdict": "{}", "by": "Ada", "at": "2031-01-01T00:00+00:00"}', "what is right"),
    ],
)  # fmt: skip
def test_a_line_that_is_no_judgement_is_set_aside_and_the_others_are_added(
    store: Store, tmp_path: Path, line: str, said: str
) -> None:
    good = {"id": "g", "kind": "actor", "subject": "nobody noone", "verdict": "same", "by": "Ada", "at": "2031-01-01T02:00+02:00"}
    (tmp_path / "j.jsonl").write_text(f"{line}\n\n{json.dumps(good)}\n", encoding="utf-8")
    done = import_judgements(store, tmp_path / "j.jsonl")
    assert (done.new, done.unmatched) == (1, 1)
    (refused,) = done.set_aside
    assert refused.name == "j.jsonl:1"
    assert said in refused.message
    assert next(one for one in store.read().judgements() if one.id == "g").at == "2031-01-01T00:00:00.000000+00:00"


def test_a_file_that_is_not_there_is_named(store: Store, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="There is no file"):
        import_judgements(store, tmp_path / "none.jsonl")


def test_statements_keep_their_judgements_when_the_articles_are_read_anew(cheap: Store) -> None:
    rain, shut, denied = sorted(cheap.read().statements(), key=lambda one: one.content.text + one.stance)
    assert {shut.stance, denied.stance} == {"asserts", "denies"}
    judge(cheap, subjects.right(cheap.read(), shut.id, stance="warns"), by="Ada")
    judge(cheap, subjects.reject(cheap.read(), "statement", rain.id), by="Ada")
    for one in (shut, denied, rain):
        read_anew(cheap, one.document, shift=4)
    assert {one.stance for one in cheap.read().statements()} == {"asserts"}
    settle(cheap, rooms=ROOMS)
    found = {one.document: one.stance for one in cheap.read().statements()}
    assert found[shut.document] == "warns"
    assert found[denied.document] == "asserts"
    assert rain.document not in found, "what was rejected is rejected with other ends, too"


def test_a_rejected_statement_that_is_found_again_as_it_was_stays_rejected(cheap: Store) -> None:
    statement = next(cheap.read().statements())
    judge(cheap, subjects.reject(cheap.read(), "statement", statement.id), by="Ada")
    referents = tuple(cheap.read().referents([statement.document]))
    with cheap.write() as writer:
        writer.add_findings([Findings(statement.document, referents, (statement,))], fingerprint="another reader")
    assert cheap.read().statement(statement.id) is not None
    settle(cheap, rooms=ROOMS)
    assert cheap.read().statement(statement.id) is None


def test_a_righted_statement_stays_as_a_person_put_it_where_another_reading_finds_none(cheap: Store) -> None:
    statement = next(one for one in cheap.read().statements() if one.stance == "denies")
    judge(cheap, subjects.right(cheap.read(), statement.id, stance="doubts"), by="Ada")
    referents = tuple(cheap.read().referents([statement.document]))
    with cheap.write() as writer:
        writer.add_findings([Findings(statement.document, referents)], fingerprint="another reader")
    settle(cheap, rooms=ROOMS)
    kept = cheap.read().statement(statement.id)
    assert kept is not None
    assert kept.stance == "doubts"
    made = cheap.read().judgements()[-1]
    undo(cheap, made.id, by="Bo")
    assert cheap.read().statement(statement.id) is None


def test_links_worked_out_anew_follow_what_was_judged_and_undoing_them_is_seen_at_once(cheap: Store) -> None:
    fresh = list(cheap.read().actors())
    made = judge(cheap, subjects.same_actors(cheap.read(), ["Arda", "Bren"]), by="Ada")
    quick = list(cheap.read().actors())
    assert [one.name for one in quick] == ["Arda"]
    assert not read_status(cheap.read()).linked
    assert settle(cheap, rooms=ROOMS)
    assert read_status(cheap.read()).linked
    assert not settle(cheap, rooms=ROOMS)
    assert list(cheap.read().actors()) == quick
    undo(cheap, made.id, by="Bo")
    assert {one.id: one for one in cheap.read().actors()} == {one.id: one for one in fresh}


def test_what_is_judged_while_links_are_worked_out_is_not_lost(cheap: Store) -> None:
    def judging(view: ReadView, tell: Any) -> Links:
        links = link(view, tell)
        judge(cheap, subjects.same_actors(cheap.read(), ["Arda", "Bren"]), by="Ada")
        return links

    add(cheap, [], rooms=replace(ROOMS, link=judging))
    judge(cheap, Decision("time", ("nowhere",), "rejected"), by="Ada")
    assert settle(cheap, rooms=replace(ROOMS, link=judging))
    assert [one.name for one in cheap.read().actors()] == ["Arda"]
    assert not read_status(cheap.read()).linked


def test_judgements_of_an_older_ledger_are_read(cheap: Store) -> None:
    with cheap.write() as writer:
        writer.add_judgement(Judgement("old", "actor", "a b", "same", "Ada", "2030-01-01", None))
    made = judge(cheap, subjects.same_actors(cheap.read(), ["Arda", "Bren"]), by="Ada")
    assert [one.id for one in cheap.read().judgements()] == ["old", made.id]
    assert made.at > "2030-01-01T00:00:00.000000+00:00"
