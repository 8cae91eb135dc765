"""What was judged in an earlier version of an article holds in the newest where the words are unchanged, and is said to be made on an earlier one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from tests.handmade import build_actor, build_document, build_referent, build_statement, span_of

from quoth.records import Document, Findings, Links, Original, Segment, Span, Statement, identify
from quoth.run import subjects
from quoth.run.judge import judge, judge_findings, undo
from quoth.store import ReadView, Store, open_store
from quoth.view.carried import later_of
from quoth.view.judged import AsJudged, read_rulings
from quoth.view.judgements import judged_rows

TEXTS = {
    "first": "Ada Marsh said the dyke had burst. Bo Reed added that 40 people had fled.",
    "second": "Corrected at noon.\n\nAda Marsh said the dyke had burst. Bo Reed added that 60 people had fled.",
}
Page = tuple[Original, Document, tuple[Segment, ...]]


@dataclass(frozen=True)
class Versions:
    """A ledger that is filled version by version."""

    store: Store
    pages: dict[str, Page]

    def add(self, name: str) -> None:
        original, document, segments = self.pages[name]
        marsh = build_referent(document, "Ada Marsh", "Ada Marsh", "person")
        reed = build_referent(document, "Bo Reed", "Bo Reed", "person")
        many = "40 people" if name == "first" else "60 people"
        said = build_statement(document, "asserts", "said", "the dyke had burst", source="Ada Marsh", speaker=marsh)
        fled = build_statement(document, "asserts", "added that", f"{many} had fled", source="Bo Reed", speaker=reed)
        with self.store.write() as writer:
            writer.add_readings([(original, [(document, segments)])])
            writer.add_findings([Findings(document.id, (marsh, reed), (said, fled))], fingerprint="by hand")
            found = list(writer.read().referents())
            actors = (
                build_actor(each, "person", None, *(one for one in found if one.name == each)) for each in ("Ada Marsh", "Bo Reed")
            )
            writer.replace_links(Links(actors=tuple(actors)))

    @property
    def read(self) -> ReadView:
        return self.store.read()

    def find(self, name: str, words: str) -> Statement:
        return next(one for one in self.read.statements([self.pages[name][1].id]) if words in one.content.text)

    def judged(self, one: Statement) -> AsJudged | None:
        return read_rulings(self.store.engine, {one.id: one}).statement(one, str)

    def speaker(self, one: Statement) -> str:
        return next(self.read.referents(ids=[str(one.speaker)])).name


@pytest.fixture
def versions(tmp_path: Path) -> Iterator[Versions]:
    pages = {
        name: build_document(text, "Vale Post", "2031-04-02", {}, article=identify("article", "dyke"))
        for name, text in TEXTS.items()
    }
    pages["second"] = (pages["second"][0], replace(pages["second"][1], modified="2031-04-03"), pages["second"][2])
    with open_store(tmp_path / "x.db", create=True) as store:
        made = Versions(store, pages)
        made.add("first")
        yield made


def test_a_stance_that_was_righted_is_righted_in_the_newest_version_and_put_back_with_the_judgement(versions: Versions) -> None:
    versions.add("second")
    made = judge(versions.store, subjects.right(versions.read, versions.find("first", "burst").id, stance="doubts"), by="Cy")
    now = versions.find("second", "burst")
    assert now.stance == "doubts"
    assert versions.judged(now) == AsJudged(made.id, "Cy", made.at, (("stance", "asserts"),), earlier=True)
    first = versions.judged(versions.find("first", "burst"))
    assert first is not None
    assert not first.earlier
    assert [one.statement for one in later_of(versions.read, made)] == [now.id]
    assert judged_rows(versions.read).statements == {versions.find("first", "burst").id: [made.id], now.id: [made.id]}
    undo(versions.store, made.id, by="Cy")
    again = versions.find("second", "burst")
    assert (again.stance, versions.judged(again)) == ("asserts", None)


def test_a_version_that_comes_after_the_judgement_is_judged_as_well(versions: Versions) -> None:
    old = versions.find("first", "burst")
    judge(versions.store, subjects.right(versions.read, old.id, speaker="Bo Reed"), by="Cy")
    judge(
        versions.store,
        subjects.right(versions.read, old.id, content=[Span(*span_of(versions.pages["first"][1], "dyke had burst"))]),
        by="Cy",
    )
    versions.add("second")
    with versions.store.write() as writer:
        judge_findings(writer)
    now = versions.find("second", "burst")
    assert (versions.speaker(now), now.content.text, now.document) == ("Bo Reed", "dyke had burst", versions.pages["second"][1].id)


def test_what_was_rejected_is_rejected_in_the_newest_version(versions: Versions) -> None:
    versions.add("second")
    judge(versions.store, subjects.reject(versions.read, "statement", versions.find("first", "burst").id), by="Cy")
    assert [one.content.text for one in versions.read.statements([versions.pages["second"][1].id])] == ["60 people had fled"]


def test_other_words_are_not_judged_and_the_judgement_says_so(versions: Versions) -> None:
    versions.add("second")
    made = judge(versions.store, subjects.right(versions.read, versions.find("first", "fled").id, stance="denies"), by="Cy")
    now = versions.find("second", "fled")
    assert (now.stance, versions.judged(now)) == ("asserts", None)
    assert [(one.document, one.statement) for one in later_of(versions.read, made)] == [(versions.pages["second"][1].id, None)]


def test_what_was_judged_in_the_newest_version_itself_stands(versions: Versions) -> None:
    versions.add("second")
    own = judge(versions.store, subjects.right(versions.read, versions.find("second", "burst").id, stance="warns"), by="Di")
    made = judge(versions.store, subjects.right(versions.read, versions.find("first", "burst").id, stance="doubts"), by="Cy")
    now = versions.find("second", "burst")
    assert now.stance == "warns"
    assert versions.judged(now) == AsJudged(own.id, "Di", own.at, (("stance", "asserts"),))
    assert later_of(versions.read, made) == ()
    undo(versions.store, own.id, by="Di")
    assert versions.find("second", "burst").stance == "doubts"
    judge(versions.store, subjects.right(versions.read, versions.find("second", "burst").id, stance="warns"), by="Di")
    assert [versions.find(name, "burst").stance for name in TEXTS] == ["doubts", "warns"]
