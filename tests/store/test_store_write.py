from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import text

from quoth.records import Actor, Claim, ClaimStatement, Copy, Findings, Links, Receipt, Segment, SetAside, Span, Story
from quoth.store import Store

Make = Callable[..., Any]


def rows(store: Store, table: str) -> list[Any]:
    with store.engine.connect() as connection:
        return list(connection.execute(text(f"SELECT * FROM {table}")))  # noqa: S608


def test_the_same_reading_twice_adds_nothing(store: Store, reading: Make) -> None:
    read = reading("Arda said no.")
    with store.write() as writer:
        assert len(writer.add_readings([read])) == 1
        assert writer.add_readings([read]) == []
    assert [len(rows(store, table)) for table in ("originals", "documents", "segments")] == [1, 1, 1]


def test_the_same_article_twice_in_one_batch_keeps_the_first(store: Store, reading: Make) -> None:
    article = "one"
    first, second = (reading("Arda said no.", file=file, article=article) for file in ("a.txt", "b.txt"))
    with store.write() as writer:
        writer.add_readings([first, second])
    (document,) = store.read().documents()
    assert document.origin is not None
    assert document.origin.file == "a.txt"


def test_a_changed_article_is_another_version_of_it(store: Store, reading: Make) -> None:
    for words in ("Arda said no.", "Arda said yes."):
        with store.write() as writer:
            writer.add_readings([reading(words)])
    (article,) = {document.article for document in store.read().documents()}
    assert [version.text for version in store.read().versions(article)] == ["Arda said no.", "Arda said yes."]


@pytest.mark.parametrize("words", [["Arda said no.", "Arda said yes."], ["Arda said yes.", "Arda said no."]])
def test_versions_stand_in_the_order_in_which_they_came_in(store: Store, reading: Make, words: list[str]) -> None:
    for said in words:
        with store.write() as writer:
            writer.add_readings([reading(said)])
    assert [document.text for document in store.read().documents()] == words


def test_changed_segments_replace_the_old_and_undo_extraction(store: Store, reading: Make, findings: Make) -> None:
    original, ((document, _),) = reading("Arda said no.")
    with store.write() as writer:
        writer.add_readings([(original, ((document, (Segment("body", 0, 13),)),))])
        writer.add_findings([findings(document)], fingerprint="f")
        writer.add_readings([(original, ((document, (Segment("body", 0, 13),)),))])
    assert len(rows(store, "statements")) == 1
    assert len(rows(store, "finished")) == 1
    with store.write() as writer:
        writer.add_readings([(original, ((document, (Segment("title", 0, 13),)),))])
    assert store.read().segments(document.id) == (Segment("title", 0, 13),)
    assert rows(store, "statements") == rows(store, "finished") == []


def test_a_date_that_surroundings_give_later_undoes_extraction(store: Store, reading: Make, findings: Make) -> None:
    original, ((document, segments),) = reading("Arda said no.", published=None)
    with store.write() as writer:
        writer.add_readings([(original, ((document, segments),))])
        writer.add_findings([findings(document)], fingerprint="f")
        writer.add_readings([(original, ((replace(document, around="2031-05-03"), segments),))])
    (stored,) = store.read().documents()
    assert stored.around == "2031-05-03"
    assert rows(store, "statements") == rows(store, "finished") == []
    assert [hit.kind for hit in store.read().search("Arda")] == ["document"]


def test_documents_that_a_file_gives_no_more_are_removed_and_other_versions_kept(
    store: Store, reading: Make, findings: Make
) -> None:
    old_version, (original, ((document, segments),)) = reading("Old words."), reading("Arda said no.")
    stale = replace(document, id="0123", title="A title that the reader now leaves out")
    with store.write() as writer:
        writer.add_readings([old_version, (original, ((stale, segments),))])
        writer.add_findings([Findings("0123"), findings(old_version[1][0][0])], fingerprint="f")
        writer.add_readings([(original, ((document, segments),))])
        writer.remove_stale("a.txt", originals=[original.sha256], documents=[document.id])
    assert {found.id for found in store.read().documents()} == {document.id, old_version[1][0][0].id}
    assert {row.part for row in rows(store, "finished")} == {old_version[1][0][0].id}


def test_findings_of_another_fingerprint_replace_the_old(store: Store, reading: Make, findings: Make) -> None:
    original, ((document, segments),) = reading("Arda said no and denied it.")
    with store.write() as writer:
        writer.add_readings([(original, ((document, segments),))])
        writer.add_findings([findings(document)], fingerprint="old")
        writer.add_findings([findings(document, cue="denied")], fingerprint="new")
    assert [statement.cue.text for statement in store.read().statements()] == ["denied"]
    assert [row.fingerprint for row in rows(store, "finished")] == ["new"]


def test_the_full_text_index_follows_what_is_added_and_removed(store: Store, reading: Make, findings: Make) -> None:
    original, ((document, segments),) = reading("Arda said the dam burst.")
    with store.write() as writer:
        writer.add_readings([(original, ((document, segments),))])
        writer.add_findings([findings(document)], fingerprint="old")
    assert [hit.kind for hit in store.read().search("dam")] == ["statement", "document"]
    with store.write() as writer:
        writer.add_findings([Findings(document.id)], fingerprint="new")
    assert [hit.kind for hit in store.read().search("dam")] == ["document"]
    with store.write() as writer:
        writer.remove_stale("a.txt", originals=[original.sha256], documents=[])
    assert store.read().search("dam") == []


def test_links_are_replaced_as_a_whole_and_are_listed_in_order(store: Store) -> None:
    actors = tuple(Actor(id_, f"Name {id_}", "person", None, (f"r{id_}",), ()) for id_ in "cab")
    edge = Copy("e", "d2", "d1", "verbatim", 1.0, True, Receipt("same words", (Span(0, 4),), (Span(3, 7),)))
    claim = Claim("k", "no", "s", (ClaimStatement("x", "denies"),), (), ("d1",), 1, None, None, ())
    links = Links(actors, (edge,), (), (Story("s", "No", ("d1", "d2"), None, None),), (claim,))
    for _ in range(2):
        with store.write() as writer:
            writer.replace_links(links)
    read = store.read()
    assert tuple(read.actors()) == tuple(sorted(actors, key=lambda actor: actor.name))
    assert read.actor_of() == {"ra": "a", "rb": "b", "rc": "c"}
    assert list(read.copies()) == list(read.copies(["d1"])) == [edge]
    assert list(read.copies(["d3"])) == []
    assert list(read.claims()) == list(read.claims("s")) == [claim]
    assert list(read.claims("t")) == []
    with store.write() as writer:
        writer.replace_links(Links())
    assert not any(store.read().counts().values())


def test_what_was_set_aside_is_kept_once_and_cleared_when_its_file_is_read_again(store: Store) -> None:
    first = SetAside("posts.txt", None, "read", "undated", "One is undated.")
    second = replace(first, message="Another is undated.")
    for one in (first, second, first):
        with store.write() as writer:
            writer.add_set_aside([one], file="posts.txt")
    assert set(store.read().set_aside()) == {first, second}
    with store.write() as writer:
        writer.clear_set_aside("posts.txt")
    assert store.read().set_aside() == ()


def test_a_document_is_set_aside_for_the_last_reason(store: Store, reading: Make) -> None:
    original, ((document, segments),) = reading("Arda said no.")
    with store.write() as writer:
        writer.add_readings([(original, ((document, segments),))])
        for message in ("One fault.", "Another fault."):
            writer.add_set_aside([SetAside("a.txt", None, "extract", "failed", message)], file="a.txt", document=document.id)
    assert [one.message for one in store.read().set_aside()] == ["Another fault."]


def test_a_document_set_aside_in_extraction_is_cleared_once_it_is_extracted(store: Store, reading: Make, findings: Make) -> None:
    original, ((document, segments),) = reading("Arda said no.")
    with store.write() as writer:
        writer.add_readings([(original, ((document, segments),))])
        writer.add_set_aside([SetAside("a.txt", None, "extract", "failed", "No.")], file="a.txt", document=document.id)
        writer.add_findings([findings(document)], fingerprint="f")
    assert store.read().set_aside() == ()


def test_only_the_last_linking_is_finished(store: Store) -> None:
    with store.write() as writer:
        for part in "aba":
            writer.finish("link", "f", part)
        writer.finish("read", "f", "p")
        writer.finish("read", "f", "p")
    assert sorted(tuple(row) for row in rows(store, "finished")) == [("link", "f", "a"), ("read", "f", "p")]
