from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoth.records import Actor, Links
from quoth.store import Hit, ReadView, StatementFilter, Store
from quoth.store.filters import within
from quoth.store.search import MARKS, match_query


@pytest.fixture
def view(filled: Store) -> ReadView:
    by_name: dict[str, list[str]] = {}
    for referent in filled.read().referents():
        by_name.setdefault(referent.name, []).append(referent.id)
    full = {"Arda": "Arda Velin", "Borin": "Borin Velin", "Cela": "Cela"}
    with filled.write() as writer:
        actors = tuple(Actor(f"actor-{name}", full[name], "person", None, tuple(ids), ()) for name, ids in sorted(by_name.items()))
        writer.replace_links(Links(actors))
    return filled.read()


def asked(view: ReadView, **fields: str) -> list[str]:
    return [statement.content.text for statement in view.statements(filter=StatementFilter(**fields))]  # type: ignore[arg-type]


HIT, FIRED, HURT, NOTHING = "the bridge was hit by a missile.", "that any missile was fired.", "on Monday that forty were hurt.", ""


def test_documents_come_by_date_and_undated_ones_last(view: ReadView) -> None:
    assert [document.published for document in view.documents()] == ["2031-05-02", "2031-05-03", "2031-05-05T10:00:00+02:00", None]


def test_findings_come_in_the_order_of_documents(view: ReadView) -> None:
    assert [statement.document for statement in view.statements()] == [document.id for document in view.documents()]


def test_answers_are_limited_to_the_documents_and_records_asked_for(view: ReadView) -> None:
    statements = list(view.statements())
    assert list(view.statements([statements[1].document, "unknown"])) == [statements[1]]
    assert list(view.statements(ids=[statements[2].id, statements[0].id, "unknown"])) == [statements[0], statements[2]]
    assert list(view.statements([])) == list(view.statements(ids=[])) == []
    assert view.statement(statements[3].id) == statements[3]
    assert [view.statement("unknown"), view.document("unknown"), view.original("unknown")] == [None, None, None]


def test_every_document_opens_its_original(view: ReadView) -> None:
    for document in view.documents():
        original = view.original(document.original)
        assert original is not None
        assert original.content.decode() == document.text


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"stance": "denies"}, [FIRED]),
        ({"outlet": "kora today"}, [FIRED, HURT]),
        ({"speaker": "Arda"}, [HIT, HURT]),
        ({"speaker": "actor-Borin"}, [FIRED]),
        ({"speaker": "Arda", "outlet": "Kora Today"}, [HURT]),
        ({"speaker": "Nobody"}, []),
        ({"speaker": " "}, []),
        ({"text": "missiles"}, [FIRED, HIT]),
        ({"text": '"missile was"'}, [FIRED]),
        ({"text": "?!"}, []),
        ({"since": "2031-05-03"}, [HIT, HURT]),
        ({"until": "2031-05-03"}, [FIRED, HIT]),
        ({"since": "2031-05-03", "until": "2031-05-03"}, [HIT]),
        ({"since": "2031-05", "until": "2031"}, [FIRED, HIT, HURT]),
    ],
)
def test_a_filter_keeps_what_it_asks_for(view: ReadView, fields: dict[str, str], expected: list[str]) -> None:
    assert asked(view, **fields) == expected


def test_a_surname_that_two_bear_names_both_and_a_full_name_one(view: ReadView) -> None:
    assert {actor.name for actor in view.actors_named("velin")} == {"Arda Velin", "Borin Velin"}
    assert [actor.name for actor in view.actors_named("arda velin")] == ["Arda Velin"]


def test_a_surname_that_somebody_bears_alone_also_means_who_bears_it_with_a_first_name(filled: Store) -> None:
    people = [referent for referent in filled.read().referents() if referent.name in {"Arda", "Borin"}]
    called = {"Arda": "Velin", "Borin": "Borin Velin"}
    with filled.write() as writer:
        writer.replace_links(Links(tuple(Actor(f"a-{one.id}", called[one.name], "person", None, (one.id,), ()) for one in people)))
    assert {actor.name for actor in filled.read().actors_named("Velin", surnames=True)} == {"Velin", "Borin Velin"}
    assert {actor.name for actor in filled.read().actors_named("Velin")} == {"Velin"}


def test_search_finds_words_by_stem_and_without_diacritics(view: ReadView) -> None:
    hits = view.search("naive plans")
    assert [hit.kind for hit in hits] == ["statement", "document"]
    assert f"{MARKS[0]}naïve{MARKS[1]} {MARKS[0]}plan{MARKS[1]}" in hits[0].snippet


def test_search_gives_at_most_so_many_of_each_kind(view: ReadView) -> None:
    assert len([hit for hit in view.search("missile", limit=1) if hit.kind == "statement"]) == 1
    assert isinstance(view.search("missile")[0], Hit)


def test_every_hit_shows_its_own_words(view: ReadView) -> None:
    hits = view.search("missile")
    texts = {one.id: f"{one.content.text} {one.cue.text} {one.source.text if one.source else ''}" for one in view.statements()}
    texts |= {one.id: f"{one.title} {one.text}" for one in view.documents()}
    assert len(hits) > 2
    for hit in hits:
        shown = hit.snippet.replace(MARKS[0], "").replace(MARKS[1], "").strip("…")
        assert " ".join(shown.split()) in " ".join(texts[hit.id].split())


def test_where_words_stand_in_too_many_rows_only_so_many_are_weighed(view: ReadView, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = {hit.id for hit in view.search("missile") if hit.kind == "statement"}
    monkeypatch.setattr("quoth.store.search.WEIGHED", len(whole))
    monkeypatch.setattr("quoth.store.search.OF_MORE", 1)
    assert {hit.id for hit in view.search("missile") if hit.kind == "statement"} == whole
    monkeypatch.setattr("quoth.store.search.WEIGHED", len(whole) - 1)
    first = [hit.id for hit in view.search("missile") if hit.kind == "statement"]
    assert len(first) == 1 < len(whole)
    assert set(first) < whole


@given(st.text())
def test_nothing_that_is_typed_is_an_operator(text: str) -> None:
    query = match_query(text)
    assert query is None or query.count('"') % 2 == 0


@pytest.mark.parametrize("typed", ["a AND", "NEAR(", "col:x", '"open', "*", "-x", "(a OR", "^a", "'; DROP TABLE documents; --"])
def test_search_takes_any_text(view: ReadView, typed: str) -> None:
    assert isinstance(view.search(typed), list)


def test_counts_name_every_kind(view: ReadView) -> None:
    counts = view.counts()
    assert counts["documents"] == counts["statements"] == 4
    assert counts["actors"] == 3
    assert counts["claims"] == 0


@pytest.mark.parametrize(
    ("date", "since", "until", "expected"),
    [
        ("2022-10", "2022-10-05", None, True),
        ("2022-10-2X", None, "2022-10-21", True),
        ("2022-10-2X", None, "2022-10-19", False),
        ("2022-10-21/2022-10-23", "2022-10-23", None, True),
        ("2022-10-21/2022-10-23", "2022-10-24", None, False),
        ("2022-10-21/..", "2030", None, True),
        ("../2022-10-21", None, "1990", True),
        ("2022-10-24~", "2022-10-24", "2022-10-24", True),
        ("2022-10-24T23:00:00+02:00", None, "2022-10-24", True),
        (None, "2022", None, False),
        (None, None, None, True),
    ],
)
def test_dates_are_compared_as_far_as_both_are_given(
    date: str | None, since: str | None, until: str | None, *, expected: bool
) -> None:
    assert within(date, since=since, until=until) is expected
