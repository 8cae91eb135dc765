"""What is known of the whole corpus from counts is what a look at all of it gives."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.store.conftest import Reading, make_findings, make_reading

from quoth.records import SetAside
from quoth.run.corpus import corpus_part, documents_name
from quoth.store import Store, open_store
from quoth.store.corpus import count_articles, count_changes, count_other_languages, count_waiting, note_name, noted_name

LANGUAGES = ("en", None, "fr")
UNDER = ("one", "two", "three")
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["add", "again", "read", "fail"]), st.integers(0, 5), st.sampled_from(LANGUAGES), st.sampled_from(UNDER)
    ),
    max_size=12,
)


def given_as(number: int, language: str | None, *, version: int = 0) -> Reading:
    """A document of a language; another version of the same article has other words."""
    original, ((document, segments),) = make_reading(
        f"Arda said that number {number} of version {version} holds.", file=f"{number}.txt"
    )
    return original, ((replace(document, language=language), segments),)


def take(store: Store, step: tuple[str, int, str | None, str]) -> None:
    what, number, language, fingerprint = step
    reading = given_as(number, language, version=what == "again")
    document = reading[1][0][0]
    with store.write() as writer:
        if what in {"add", "again"}:
            writer.add_readings([reading])
        elif store.read().document(document.id) is None:
            return
        elif what == "read":
            writer.add_findings([make_findings(document)], fingerprint=fingerprint)
        else:
            failed = SetAside(f"{number}.txt", None, "extract", "failed", fingerprint)
            writer.add_set_aside([failed], document=document.id, fingerprint=fingerprint)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger that holds nothing."""
    path = tmp_path_factory.mktemp("corpus") / "ledger.db"
    open_store(path, create=True).close()
    return path


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS, under=st.sets(st.sampled_from(UNDER), min_size=1))
def test_counts_of_documents_are_those_of_a_look_at_all(
    steps: list[tuple[str, int, str | None, str]], under: set[str], empty: Path, tmp_path: Path
) -> None:
    with open_store(Path(shutil.copy(empty, tmp_path / "ledger.db"))) as store:
        for step in steps:
            take(store, step)
        read = store.read()
        waiting = set.intersection(*(set(read.unextracted(one, language="en")) for one in under))
        earlier = sum(fingerprint is not None for _, fingerprint in read.extracted(waiting)) if waiting else 0
        documents = list(read.documents())
        assert count_waiting(store.engine, under, language="en") == (len(waiting), earlier)
        assert count_other_languages(store.engine, "en") == sum(one.language == "fr" for one in documents)
        assert count_articles(store.engine) == len({one.article for one in documents})


def test_the_name_of_the_documents_is_noted_until_one_comes_or_is_read(store: Store) -> None:
    take(store, ("add", 1, "en", "one"))
    name, part, changes = documents_name(store.read()), corpus_part(store.read()), count_changes(store.engine)
    with store.write() as writer:
        note_name(writer.connection, name, changes)
    assert noted_name(store.engine) == name
    assert corpus_part(store.read()) == part
    take(store, ("read", 1, "en", "one"))
    assert noted_name(store.engine) is None
    assert documents_name(store.read()) != name
    assert corpus_part(store.read()) != part


def test_a_name_of_documents_that_changed_meanwhile_is_not_noted(store: Store) -> None:
    take(store, ("add", 1, "en", "one"))
    name, changes = documents_name(store.read()), count_changes(store.engine)
    take(store, ("add", 2, "en", "one"))
    with store.write() as writer:
        note_name(writer.connection, name, changes)
    assert noted_name(store.engine) is None
