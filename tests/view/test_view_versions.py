"""An article that was changed: its newest version speaks in counts and lists, the earlier ones stay to be read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from tests.handmade import build_actor, build_document, build_position, build_referent, build_statement, span_of

from quoth.records import (
    Claim,
    ClaimStatement,
    Contact,
    ContactEvent,
    Disagreement,
    Document,
    Findings,
    Links,
    Quantity,
    Reading,
    Receipt,
    Reckoning,
    Silence,
    Statement,
    Step,
    Story,
    Telling,
    identify,
)
from quoth.run.sheets import keep_counts
from quoth.store import Dated, ReadView, Store, open_store
from quoth.view.carried import is_later
from quoth.view.claims import claim_page, claim_row, claims_page
from quoth.view.coverage import gather
from quoth.view.disagreements import disagreements_page
from quoth.view.figures import figures_page
from quoth.view.outlets import outlet_page
from quoth.view.people import people_page
from quoth.view.person import person_page
from quoth.view.reading import reading_page
from quoth.view.shelf import figure_list_page
from quoth.view.single import contact_page, point_page
from quoth.view.story import story_page
from quoth.view.versions import latest

BURST = "Ada Marsh said that the dyke had burst."
TEXTS = {
    "first": f"{BURST} She added that 40 people had fled.",
    "second": f"{BURST} She added that 60 people had fled.",
    "other": "Ada Marsh told us that the dyke had burst. She noted that 60 people had fled.",
}
CUES = {"first": ("said that", "added that"), "second": ("said that", "added that"), "other": ("told us that", "noted that")}


@dataclass(frozen=True)
class Written:
    """A ledger of an article in two versions, and one of another outlet."""

    store: Store
    read: ReadView
    documents: dict[str, Document]
    burst: Claim
    fled: Claim


def claim(name: str, story: str, told: dict[str, Statement], *keys: str) -> Claim:
    some = [told[key] for key in keys]
    return Claim(
        identify("claim", name), name, story, tuple(ClaimStatement(one.id, "asserts") for one in some), (),
        tuple(one.document for one in some), 2, 1, 1, (),
    )  # fmt: skip


@pytest.fixture
def written(tmp_path: Path) -> Iterator[Written]:
    pages = {
        name: build_document(
            text,
            "Vale Post" if name != "other" else "Brook Daily",
            "2031-04-02",
            {},
            article=identify("article", str(name == "other")),
        )
        for name, text in TEXTS.items()
    }
    pages["second"] = (pages["second"][0], replace(pages["second"][1], modified="2031-04-03"), pages["second"][2])
    documents = {name: page[1] for name, page in pages.items()}
    marsh = {name: build_referent(one, "Ada Marsh", "Ada Marsh", "person") for name, one in documents.items()}
    burst, fled, figures = {}, {}, {}
    for name, one in documents.items():
        said, also = CUES[name]
        burst[name] = build_statement(one, "asserts", said, "the dyke had burst", source="Ada Marsh", speaker=marsh[name])
        many = "40 people" if name == "first" else "60 people"
        fled[name] = build_statement(one, "asserts", also, f"{many} had fled", source="She", speaker=marsh[name])
        span, value = span_of(one, many), float(many[:2])
        figures[name] = Quantity(
            identify("quantity", name), one.id, span, many, value, value, value, "people", "fled", None, fled[name].id
        )
    actor = build_actor("Ada Marsh", "person", None, *marsh.values())
    story = Story(identify("story"), "The dyke", tuple(one.id for one in documents.values()), "2031-04-02", "2031-04-02")
    tellings = tuple(Telling(one.id, one.document, (one.id,), one.content.spans, ("Ada Marsh",)) for one in burst.values())
    words = Receipt("words", (), ())
    steps = (
        Step("revision", True, tellings[0].id, tellings[1].id, False, words),
        Step("shared-statement", True, tellings[0].id, tellings[2].id, False, words),
    )
    main = replace(
        claim("the dyke had burst", story.id, burst, *burst),
        positions=(build_position(actor, "asserts", *burst.values()),),
        reckoning=Reckoning(tellings, steps),
    )
    gone = claim("40 people had fled", story.id, fled, "first")
    point = Disagreement(
        identify("point"), story.id, "people who fled", "figure",
        (Reading("40", (fled["first"].id,), (actor.id,), (documents["first"].id,)),
         Reading("60", (fled["second"].id, fled["other"].id), (actor.id,), (documents["second"].id, documents["other"].id))),
    )  # fmt: skip
    with open_store(tmp_path / "x.db", create=True) as store:
        with store.write() as writer:
            writer.add_readings([(page[0], [page[1:]]) for page in pages.values()])
            found = [
                Findings(one.id, (marsh[name],), (burst[name], fled[name]), (), (figures[name],)) for name, one in documents.items()
            ]
            writer.add_findings(found, fingerprint="by hand")
            writer.replace_links(Links(actors=(actor,), stories=(story,), claims=(main, gone), disagreements=(point,)))
        yield Written(store, store.read(), documents, main, gone)


def test_a_claim_is_told_by_the_newest_version_and_its_origins_stay_as_they_were_counted(written: Written) -> None:
    (row,) = claims_page(written.read).rows
    assert row.id == written.burst.id
    (stand,) = row.stands
    assert len(stand.statements) == 2
    assert row.articles == 2
    assert (row.origins_low, row.origins_high) == (1, 1)
    assert [
        one.outlet for one in claim_page(written.read, written.burst.id).row.said if one.document == written.documents["first"].id
    ] == []


def test_what_only_an_earlier_version_says_is_in_no_list_and_keeps_its_page(written: Written) -> None:
    story = next(written.read.stories())
    page = story_page(written.read, story)
    assert [one.id for one in page.claims.rows] == [written.burst.id]
    assert page.hidden.claims == 0
    assert [one.content for one in claim_page(written.read, written.fled.id).row.said] == ["40 people had fled"]


def test_a_figure_that_was_put_right_is_one_figure_and_no_point_of_difference(written: Written) -> None:
    assert [one.value for row in figures_page(written.read).rows for one in row.values] == ["60"]
    assert disagreements_page(written.read).rows == ()
    voice = story_page(written.read, next(written.read.stories())).voice
    assert [row.statements for row in voice.speakers] == [4]


def test_the_page_of_a_point_counts_an_article_once_as_the_lists_do(written: Written) -> None:
    said = {one.document: one for one in written.read.statements() if one.content.text == "the dyke had burst"}
    first, second, other = (said[written.documents[name].id] for name in ("first", "second", "other"))
    story, actors = next(written.read.stories()), tuple(one.id for one in written.read.actors())
    readings = (
        Reading("burst", (first.id, second.id), actors, (first.document, second.document)),
        Reading("held", (other.id,), actors, (other.document,)),
    )
    point = Disagreement(identify("both"), story.id, "the dyke", "figure", readings, claim=written.burst.id)
    past = Disagreement(
        identify("past"), story.id, "people who fled", "figure", (Reading("40", (), (), (first.document,)), readings[0])
    )
    with written.store.write() as writer:
        links = Links(actors=tuple(written.read.actors()), stories=(story,), claims=(written.burst,), disagreements=(point, past))
        writer.replace_links(links)
    assert [one.documents for one in point_page(written.read, point.id).row.readings] == [1, 1]
    assert {row.id: [one.documents for one in row.readings] for row in figure_list_page(written.read).disputed.rows} == {
        point.id: [1, 1]
    }
    (told,) = claim_page(written.read, written.burst.id).disagreements
    assert [len(one.documents) for one in told.readings] == [1, 1]
    assert sorted(one.documents for one in point_page(written.read, past.id).row.readings) == [1, 2]


def test_the_page_of_a_contact_has_no_telling_of_an_earlier_version_but_where_only_that_tells_of_it(written: Written) -> None:
    first, second = written.documents["first"], written.documents["second"]
    tellings = {
        (one.id, day): Contact(identify("contact", one.id, day), one.id, "call", (), None, day, (), span_of(one, BURST), None)
        for one, day in ((first, "2031-04-01"), (second, "2031-04-01"), (first, "2031-03-30"))
    }
    with written.store.write() as writer:
        held: dict[str, list[Contact]] = {one.id: [] for one in (first, second)}
        for (name, _), one in tellings.items():
            held[name].append(one)
        writer.add_findings([Findings(name, contacts=tuple(some)) for name, some in held.items()], fingerprint="by hand, again")
        call = ContactEvent(identify("call"), tuple(one.id for one in tellings.values() if one.date == "2031-04-01"))
        writer.replace_links(Links(events=(call,)))
    assert [one.document for one in contact_page(written.read, call.id).row.tellings] == [second.id]
    gone = tellings[first.id, "2031-03-30"]
    assert [one.document for one in contact_page(written.read, gone.id).row.tellings] == [first.id]


def test_lists_of_people_and_outlets_count_the_newest_version_alone(written: Written) -> None:
    ((marsh,), first) = people_page(written.read).rows, written.documents["first"].id
    assert (marsh.statements, marsh.documents) == (4, 2)
    page = person_page(written.read, marsh.id)
    assert page is not None
    assert (page.found, len(page.said), [one for one in page.said if one.document == first]) == (4, 4, [])
    page = person_page(written.read, marsh.id, min_score=0.95)
    assert page is not None
    assert (page.found, page.hidden.statements) == (0, 4)
    outlet = outlet_page(written.read, "Vale Post")
    assert (outlet.documents, outlet.count, outlet.statements, outlet.voices) == (2, 1, 2, 1)
    assert [row.statements for row in outlet.speakers] == [2]
    assert [count for _, _, count in outlet.stories] == [1]
    assert {one.id: one.superseded for one in outlet.articles} == {
        written.documents[name].id: name == "first" for name in ("first", "second")
    }


def test_claims_in_like_words_are_not_among_those_of_which_an_outlet_has_nothing(written: Written) -> None:
    second, other = written.documents["second"], written.documents["other"]
    told = [one for one in written.read.statements() if one.document == other.id and one.content.text == "60 people had fled"]
    silent = (Silence("Vale Post", (second.id,)),)
    fled = replace(claim("60 people had fled", next(written.read.stories()).id, {"other": told[0]}, "other"), silent=silent)
    with written.store.write() as writer:
        writer.replace_links(Links(actors=tuple(written.read.actors()), stories=tuple(written.read.stories()), claims=(fled,)))
    page = outlet_page(written.read, "Vale Post")
    assert [(id_, like.document) for id_, _, like in page.alike] == [(fled.id, second.id)]
    assert (page.silent, page.more_silent) == ((), 0)


def test_a_further_version_is_seen_at_once_though_earlier_ones_are_remembered(written: Written) -> None:
    keep_counts(written.store)
    before = outlet_page(written.read, "Vale Post")
    assert (before.documents, before.count) == (2, 1)
    assert outlet_page(written.read, "Vale Post") == before
    read = build_document("The dyke holds.", "Vale Post", "2031-04-04", {}, article=written.documents["first"].article)
    with written.store.write() as writer:
        writer.add_readings([(read[0], [read[1:]])])
    after = outlet_page(written.read, "Vale Post")
    assert (after.documents, after.count) == (3, 1)


def test_the_earlier_version_is_listed_and_read_with_its_own_words_marked(written: Written) -> None:
    story = story_page(written.read, next(written.read.stories()))
    assert {(one.id, one.superseded, one.statements) for one in story.list} == {
        (one.id, name == "first", 2) for name, one in written.documents.items()
    }
    page = reading_page(written.read, written.documents["first"].id)
    assert "40 people had fled" in {one.content for one in page.article.said}
    assert [(one.here, one.newest) for one in page.versions] == [(True, False), (False, True)]
    whole = next(one for one in story.articles if one.id == written.documents["first"].id)
    assert len(whole.said) == 2


def test_words_that_only_a_later_version_has_came_out_when_that_was_changed(written: Written) -> None:
    coverage = latest(written.read, gather(written.read))
    out = {(one.document, one.content.text): coverage.published(one) for one in coverage.statements.values()}
    second, other = written.documents["second"].id, written.documents["other"].id
    assert out == {
        (second, "the dyke had burst"): "2031-04-02",
        (second, "60 people had fled"): "2031-04-03",
        (other, "the dyke had burst"): "2031-04-02",
        (other, "60 people had fled"): "2031-04-02",
    }
    links = tuple(ClaimStatement(one, "asserts") for one in coverage.statements)
    row = claim_row(coverage, replace(claim("both", "", {}), statements=links), by_state=False)
    assert {one.content: (one.published, *(each.published for each in one.also)) for one in row.said} == {
        "the dyke had burst": ("2031-04-02", "2031-04-02"),
        "60 people had fled": ("2031-04-02", "2031-04-03"),
    }


def version(published: str | None, modified: str | None = None, fetched: str | None = None, number: int = 1) -> Dated:
    return Dated("x", "article", published, modified, fetched, number)


def test_the_version_that_was_changed_last_is_the_newest_else_what_was_collected_or_added_last() -> None:
    early = version("2031-04-02T08:00:00+00:00", number=9)
    assert is_later(version("2031-04-02T08:00:00+00:00", "2031-04-02T15:00:00+00:00"), early)
    assert not is_later(early, version("2031-04-02T08:00:00+00:00", "2031-04-02T15:00:00+00:00"))
    assert is_later(version("2031-04-02T09:00:00+00:00"), early)
    assert is_later(version(None, None, "2031-04-05"), version(None, None, "2031-04-04", number=2))
    assert is_later(version("2031-04-02", number=2), version("2031-04-02", number=1))
    assert not is_later(version("2031-04-02", number=1), version("2031-04-02", number=2))
