"""The law of linking: one by one in any order or all at once the same; and for one more article only what it bears on is worked out."""

from __future__ import annotations

import random
import re
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.run.dumped import dump
from tests.run.test_run_copies import WORDS, copy_of, empty_ledger, page, prose, put

from quoth.group.gists import Gist, read_gist
from quoth.link.claims import align_claims
from quoth.link.copies import Page
from quoth.link.ground import Ground
from quoth.records import (
    Claim,
    Contact,
    Document,
    Findings,
    Mention,
    Name,
    Party,
    Proposition,
    Quantity,
    Referent,
    Segment,
    Span,
    Stance,
    Statement,
    identify,
    passage,
)
from quoth.run.add import link_documents
from quoth.run.house import HOUSE
from quoth.run.judge import Decision, judge, undo
from quoth.run.subjects import reject, same_actors, same_statements, same_stories
from quoth.settings import Settings
from quoth.store import ReadView, Store, open_store

__all__ = ["empty_ledger"]
MATTERS = (
    ("close", ("lower", "weir", "orrin"), "The Lower Weir at Orrin stood open in the flood while keepers looked on"),
    ("poison", ("reservoir", "kastel"), "The reservoir of Kastel was tested after several complaints from farmers"),
    ("sell", ("ferry", "line", "sarn"), "The ferry line to Sarn lost money again although tickets had become dearer"),
)
PEOPLE = ("Odessa Brandt", "Ruben Tallis", "Perdita Snell", "Brandt", "Marland", "Vessia", "Tilde Voss")
OUTLETS = ("Arden Herald", "Coast Echo", "Hill Post", "Vessia", None)
LINKED = frozenset({
    "actors", "memberships", "copies", "events", "stories", "claims", "disagreements", "unjudged", "asked", "actor_tallies", "sayings",
    "appearances", "names", "offices", "quoted", "outlet_tallies", "parties", "meetings", "told", "members", "taken", "standings", "silences",
    "claim_tallies", "point_tallies", "story_tallies", "exchanges",
})  # fmt: skip
_NAME = re.compile("|".join(PEOPLE))


@dataclass(frozen=True, slots=True)
class Article:
    """A document with what is found in it."""

    page: Page
    findings: Findings


def coverage(seed: int) -> list[Article]:
    """Articles on three matters: somebody says of somebody that they will do it, or denies it; some count, some tell of a call."""
    chance = random.Random(seed)  # noqa: S311 - a seeded coverage, no secret
    return [article(chance, number) for number in range(chance.randint(5, 8))]


def article(
    chance: random.Random, number: int, *, matter: int | None = None, people: Sequence[str] = PEOPLE, opening: str | None = None
) -> Article:
    """One article; one with the ``opening`` of another is of its story."""
    matter = chance.choice((0, 0, 1, 1, 2)) if matter is None else matter
    deed, things, about = MATTERS[matter]
    day = f"2025-{3 * matter + 1:02}-0"
    topic = WORDS[13 * matter : 13 * matter + 13]
    who, whom = chance.choice(people), chance.choice(people[2 * matter : 2 * matter + 2] or people)
    verb = chance.choice(["said", "said", "denied"])
    count = chance.choice([40, 43, 90])
    lines = [
        opening or f"{about}; {' '.join(chance.choice(topic) for _ in range(30))}.",
        f"{who} {verb} that {whom} will {deed} the {' '.join(things)}.",
        f"Hill Post reported that {count} people were injured near {things[-1]}.",
        f"{who} called {whom}. {prose(chance, chance.randint(2, 5))}.",
    ]
    made = page(
        number,
        chance.choice(OUTLETS),
        [("body", line) for line in lines],
        article=identify("article", number),
        published=chance.choice([None, *(f"{day}{chance.randint(1, 4)}" for _ in range(4))]),
    )
    return Article(made, found_in(made, lines, (deed, things), count, f"{day}2"))


def found_in(made: Page, lines: Sequence[str], matter: tuple[str, tuple[str, ...]], count: int, day: str) -> Findings:
    """What a reader would find in it."""
    document = made[0]
    told = {name: _referent(document.id, document.text, name) for name in sorted(set(_NAME.findall(document.text)))}
    start = document.text.index(lines[1])
    who, verb, content = re.fullmatch(r"(.*?) (said|denied) that (.*)\.", lines[1]).groups()  # type: ignore[union-attr]
    whom = content.partition(" will ")[0]
    spans = [
        Span(start, start + len(who)),
        Span(at := start + len(who) + 1, at + len(verb)),
        Span(at + len(verb) + 6, start + len(lines[1]) - 1),
    ]
    subject = (whom.split()[-1].lower(),)
    deed, things = matter
    says = Proposition(deed, subject, things, (*subject, deed, *things), (whom,), negated=False, modality="will")
    statement = _statement(document.id, document.text, spans, told[who].id, "denies" if verb == "denied" else "asserts", says)
    figure = document.text.index(f"{count} people")
    quantity = Quantity(
        identify("quantity", document.id), document.id, Span(figure, figure + 2), str(count), float(count), None, None, "people",
        "people injured", None, None,
    )  # fmt: skip
    call = document.text.index(lines[3])
    parties = tuple(Party(name, Span(call, call + len(name)), told[name].id) for name in dict.fromkeys((who, whom)))
    contact = Contact(
        identify("contact", document.id), document.id, "call", parties, parties[0], day, (), Span(call, call + 10), None, "held"
    )  # fmt: skip
    return Findings(document.id, tuple(told.values()), (statement,), (), (quantity,), (contact,) if len(parties) > 1 else ())


def _referent(document: str, text: str, name: str) -> Referent:
    at = [Span(*match.span()) for match in re.finditer(name, text)]
    kind: Any = "state" if name in {"Marland", "Vessia"} else "person"
    id_ = identify("referent", document, name)
    country = name if kind == "state" else None
    mentions = tuple(Mention(span, name, "name") for span in at)
    return Referent(id_, document, name, kind, (Name(name, len(at)),), (), mentions, country)


def _statement(document: str, text: str, spans: Sequence[Span], speaker: str, stance: Stance, says: Proposition) -> Statement:
    source, cue, content = (passage(text, span) for span in spans)
    return Statement(
        id=identify("statement", document), document=document, form="indirect", stance=stance, source=source, cue=cue, content=content,
        speaker=speaker, undecided=None, addressee=None, via=(), parent=None, negated=False, score=1.0, time=None, proposition=says,
    )  # fmt: skip


def add(store: Store, articles: Sequence[Article]) -> None:
    put(store, [one.page for one in articles])
    with store.write() as writer:
        writer.add_findings([one.findings for one in articles], fingerprint=Settings().fingerprint("extract"))
    link_documents(store, HOUSE, settings=Settings())


def links_of(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    with sqlite3.connect(store.path) as connection:
        assert connection.execute("SELECT * FROM stirred").fetchall() == []
    connection.close()
    return {name: rows for name, rows in dump(store.path).items() if name in LINKED}


def all_at_once(ledger: Path, articles: Iterable[Article]) -> dict[str, list[tuple[Any, ...]]]:
    with copy_of(ledger) as store:
        add(store, list(articles))
        return links_of(store)


@settings(deadline=None, max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10**6), order=st.randoms(use_true_random=False), portions=st.integers(1, 4))
def test_one_by_one_in_any_order_the_links_are_those_of_all_at_once(
    empty_ledger: Path, seed: int, order: random.Random, portions: int
) -> None:
    articles = coverage(seed)
    expected = all_at_once(empty_ledger, articles)
    order.shuffle(articles)
    with copy_of(empty_ledger) as store:
        for start in range(0, len(articles), portions):
            add(store, articles[start : start + portions])
        assert links_of(store) == expected


def test_the_coverage_of_this_law_has_links_of_all_sorts(empty_ledger: Path) -> None:
    found = [all_at_once(empty_ledger, coverage(seed)) for seed in range(3)]
    for table in ("claims", "disagreements", "events", "copies"):
        assert sum(len(one[table]) for one in found) > 1, table


def fixed() -> list[Article]:
    """Two articles on each of two matters."""
    chance = random.Random(5)  # noqa: S311 - as above
    return [article(chance, number, matter=number % 2) for number in range(4)]


def test_findings_that_change_are_linked_as_if_they_had_always_been_so(empty_ledger: Path) -> None:
    articles = fixed()
    turned = replace(articles[1].findings.statements[0], stance="doubts")
    changed = Article(articles[1].page, replace(articles[1].findings, statements=(turned,), quantities=()))
    expected = all_at_once(empty_ledger, [articles[0], changed, *articles[2:]])
    with copy_of(empty_ledger) as store:
        add(store, articles)
        assert links_of(store) != expected
        add(store, [changed])
        with store.write() as writer:
            writer.add_findings([changed.findings], fingerprint="another")
        link_documents(store, HOUSE, settings=Settings())
        assert links_of(store) == expected


def decide(read: ReadView, what: str, articles: Sequence[Article]) -> Decision:
    if what == "statements":
        return same_statements(read, *(one.findings.statements[0].id for one in (articles[0], articles[2])))
    if what == "actors":
        return same_actors(read, [actor.name for actor in read.actors() if actor.kind == "person"][:2])
    if what == "stories":
        return same_stories(read, [story.id for story in read.stories()][:2])
    named = [one.id for one in read.copies()] if what == "copy" else [one.id for one in read.disagreements()]
    return reject(read, what, named[0])


@pytest.mark.parametrize("what", ["statements", "actors", "stories", "copy", "disagreement"])
def test_after_judgements_between_articles_the_links_are_those_of_linking_everything_anew(empty_ledger: Path, what: str) -> None:
    chance = random.Random(6)  # noqa: S311 - as above
    articles, *late = fixed(), *([article(chance, number, matter=number % 2)] for number in (9, 10, 11))
    with copy_of(empty_ledger) as store:
        add(store, articles)
        made = judge(store, decide(store.read(), what, articles), by="desk")
        add(store, late[0])
        assert_as_anew(store)
        add(store, late[1])
        undo(store, made.id, by="desk")
        add(store, late[2])
        assert_as_anew(store)


def assert_as_anew(store: Store) -> None:
    found = links_of(store)
    with store.write() as writer:
        writer.connection.exec_driver_sql("DELETE FROM finished WHERE stage IN ('link', 'stories')")
    link_documents(store, HOUSE, settings=Settings())
    assert links_of(store) == found


def test_one_more_article_has_the_claims_of_its_own_story_told_anew_and_no_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []

    def noted(statements: Iterable[Statement], *, ground: Ground) -> tuple[Claim, ...]:
        told.extend(ground.documents)
        return align_claims(statements, ground=ground)

    with open_store(tmp_path / "a.db", create=True) as store:
        add(store, fixed())
        monkeypatch.setattr("quoth.run.story_links.align_claims", noted)
        chance = random.Random(8)  # noqa: S311 - as above
        people = [actor.name for actor in store.read().actors() if actor.kind == "person"]
        judge(store, same_actors(store.read(), people[:2]), by="desk")
        add(store, [])
        told.clear()
        opening = fixed()[1].page[0].text.partition("\n")[0]
        late = article(chance, 11, matter=1, people=("Tilde Voss",), opening=opening)
        add(store, [late])
        own = next(story for story in store.read().stories() if late.findings.document in story.documents)
        assert 1 < len(own.documents) < 5
        assert sorted(told) == sorted(own.documents)


def test_claims_are_told_with_the_texts_of_their_story_at_hand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def noted(statements: Iterable[Statement], *, ground: Ground) -> tuple[Claim, ...]:
        read.extend(document.text for document, _ in ground.pages(list(ground.documents)))
        return align_claims(statements, ground=ground)

    with open_store(tmp_path / "a.db", create=True) as store:
        monkeypatch.setattr("quoth.run.story_links.align_claims", noted)
        add(store, fixed())
    assert read
    assert all(read)


def test_one_more_article_is_the_only_text_that_is_read_for_stories(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def noted(document: Document, segments: Sequence[Segment]) -> Gist:
        read.append(document.id)
        return read_gist(document, segments)

    with open_store(tmp_path / "a.db", create=True) as store:
        add(store, fixed())
        monkeypatch.setattr("quoth.run.gists.read_gist", noted)
        late = article(random.Random(8), 11)  # noqa: S311 - as above
        add(store, [late])
        assert read == [late.findings.document]
