from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

import pytest

from quoth.link import reckoning
from quoth.link.ground import Ground
from quoth.link.reckoning import Page, Shelf, reckon_claims
from quoth.records import (
    Actor,
    Claim,
    ClaimStatement,
    Copy,
    Document,
    Mention,
    Name,
    PositionStance,
    Receipt,
    Referent,
    Registered,
    Segment,
    Span,
    Statement,
    passage,
)

TEXTS = {
    "a": "The weir has failed twice, Ada Reed said.",
    "b": "It broke down two times, Ada Reed told us.",
    "c": "Tom Lorn denies that it has failed.",
}
SAYS = {"a": "The weir has failed twice", "b": "It broke down two times", "c": "it has failed"}
BY = {"a": "Ada Reed", "b": "Ada Reed", "c": "Tom Lorn"}


def document(name: str) -> Document:
    return Document(
        id=name, article=name, input_id=None, outlet=f"Outlet {name}", url=None, title=None, authors=(), published="2031-05-02",
        published_from="metadata", fetched=None, language="en", sha256="", origin=None, text=TEXTS[name], original="",
    )  # fmt: skip


def span(name: str, words: str) -> Span:
    start = TEXTS[name].index(words)
    return Span(start, start + len(words))


def referent(name: str) -> Referent:
    return Referent(
        f"r-{name}", name, BY[name], "person", (Name(BY[name], 1),), (), (Mention(span(name, BY[name]), BY[name], "name"),)
    )


def statement(name: str) -> Statement:
    return Statement(
        id=f"s-{name}", document=name, form="indirect", stance="denies" if name == "c" else "asserts",
        source=passage(TEXTS[name], span(name, BY[name])), cue=passage(TEXTS[name], span(name, BY[name])),
        content=passage(TEXTS[name], span(name, SAYS[name])), speaker=f"r-{name}", undecided=None, addressee=None, via=(), parent=None,
        negated=False, score=0.9, time=None, proposition=None,
    )  # fmt: skip


def claim(name: str, story: str, *documents: str) -> Claim:
    stances: dict[str, PositionStance] = {"c": "denies"}
    links = tuple(ClaimStatement(f"s-{one}", stances.get(one, "asserts")) for one in documents)
    return Claim(name, "the weir failed", story, links, (), documents, len(documents), None, None, ())


class Library:
    """Hands out pages and remembers which were asked for."""

    def __init__(self) -> None:
        self.asked: list[frozenset[str]] = []

    def pages(self, names: Collection[str]) -> Iterator[Page]:
        self.asked.append(frozenset(names))
        return ((document(name), [Segment("body", 0, len(TEXTS[name]))]) for name in sorted(names))

    def referents(self, names: Collection[str]) -> Iterator[Referent]:
        return (referent(name) for name in sorted(names))


def reckoned(*claims: Claim, library: Library | None = None, copies: tuple[Copy, ...] = ()) -> list[Claim]:
    library = library or Library()
    people = {name: Actor(name, name, "person", None, (), ()) for name in set(BY.values())}
    ground = Ground(
        documents={name: replace(document(name), text="") for name in TEXTS},
        actors=people,
        actor_of={f"r-{name}": BY[name] for name in TEXTS},
        copies=copies,
    )
    statements = {f"s-{name}": statement(name) for name in TEXTS}
    shelf = Shelf(library.pages, library.referents, (Registered("x", "mine.csv", "Bulletin", ("Bulletin",), "outlet", None),))
    return list(reckon_claims(claims, shelf=shelf, statements=statements, ground=ground))


def test_a_claim_keeps_how_its_texts_and_origins_were_counted() -> None:
    (found,) = reckoned(claim("k", "story", "a", "b"))
    assert (found.texts, found.origins_low, found.origins_high) == (2, 1, 1)
    assert found.reckoning is not None
    assert [one.named for one in found.reckoning.tellings] == [("Ada Reed",), ("Ada Reed",)]


def test_who_denies_a_claim_is_not_where_it_comes_from() -> None:
    (found,) = reckoned(claim("k", "story", "a", "b", "c"))
    assert found.reckoning is not None
    assert {one.document for one in found.reckoning.tellings} == {"a", "b"}
    assert (found.texts, found.origins_high) == (3, 1)


def making(*statements: Statement, stances: Mapping[str, PositionStance], answers: Mapping[str, str] | None = None) -> list[str]:
    """The statements of a claim that are taken for its tellings."""
    links = tuple(ClaimStatement(one.id, stances[one.id], (answers or {}).get(one.id)) for one in statements)
    whole = replace(claim("k", "story", "a"), statements=links)
    return reckoning._making(whole, {one.id: one for one in statements})


def test_what_is_told_inside_a_denial_is_not_where_a_claim_comes_from() -> None:
    free, denial = statement("a"), statement("c")
    inside = replace(statement("b"), parent=denial.id)
    stances: dict[str, PositionStance] = {free.id: "asserts", denial.id: "denies", inside.id: "asserts"}
    assert making(free, denial, inside, stances=stances) == [free.id]
    assert making(denial, inside, stances=stances) == [inside.id]


def test_what_those_say_who_are_spoken_to_is_not_where_a_claim_comes_from() -> None:
    free, around = statement("a"), replace(statement("c"), stance="asserts")
    addressed = replace(statement("b"), parent=around.id, speaker=None, source=passage("You", Span(0, 3)))
    stances: dict[str, PositionStance] = {free.id: "asserts", addressed.id: "asserts"}
    assert making(free, addressed, stances=stances) == [free.id]


def test_who_denies_a_denial_is_not_where_a_claim_comes_from_but_who_confirms_it_is() -> None:
    free, denial, answer = statement("a"), statement("c"), statement("b")
    stances: dict[str, PositionStance] = {free.id: "asserts", denial.id: "denies", answer.id: "asserts"}
    assert making(free, denial, answer, stances=stances, answers={answer.id: denial.id}) == [free.id]
    assert making(free, denial, answer, stances=stances, answers={answer.id: free.id}) == [free.id, answer.id]


def test_of_a_claim_that_is_only_denied_the_denial_is_told() -> None:
    (found,) = reckoned(claim("k", "story", "c"))
    assert found.reckoning is not None
    assert [one.named for one in found.reckoning.tellings] == [("Tom Lorn",)]


def test_an_article_that_only_denies_counts_as_one_text_with_its_copy() -> None:
    whole = (Span(0, 30),)
    copy = Copy("x", "c", "a", "verbatim", 1.0, decided=True, receipt=Receipt("", whole, whole))
    (found,) = reckoned(claim("k", "story", "a", "c"), copies=(copy,))
    assert found.texts == 1


def test_texts_are_fetched_by_whole_stories_and_claims_keep_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    library = Library()
    monkeypatch.setattr(reckoning, "LOT", 2)
    found = reckoned(claim("k", "one", "a"), claim("l", "one", "a", "b"), claim("m", "two", "c"), library=library)
    assert [one.id for one in found] == ["k", "l", "m"]
    assert library.asked == [frozenset("ab"), frozenset("c")]
