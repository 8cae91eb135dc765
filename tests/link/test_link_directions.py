"""Who gave to whom, by what two documents say of themselves and of each other."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from quoth.link.copies import find_copies
from quoth.link.credits import may_name, outlet_key, plain_letters
from quoth.link.excerpts import read_excerpted
from quoth.records import Copy, Document, Segment, SegmentKind

Part = tuple[SegmentKind, str]
Page = tuple[Document, tuple[Segment, ...]]

TOLD = (
    "The ferry between Tessen and the outer islands will not sail this winter, the harbour board decided after a survey of the hull "
    "found rust below the water line that nobody had looked for since the ship came from the yard eleven years ago."
)
SAID = (
    "“We have carried mail and hay and brides on that ship and she never once let us down in a gale, and now we are told that she is not "
    "fit to cross a pond, which is what they told us about the one before,” said the oldest of the deckhands."
)
OWN = "A petition against it lies in the bakery."


def page(name: str, *parts: Part, outlet: str | None = None, **fields: object) -> Page:
    text, segments = "", []
    for kind, words in parts:
        segments.append(Segment(kind, len(text), len(text) + len(words)))
        text += words + "\n\n"
    values: dict[str, object] = {
        "id": name, "article": name, "input_id": None, "outlet": outlet, "url": None, "title": None, "authors": (),
        "published": "2025-11-03", "published_from": "metadata", "fetched": None, "language": "en", "sha256": "", "origin": None,
        "text": text, "original": "",
    }  # fmt: skip
    return Document(**(values | fields)), tuple(segments)  # type: ignore[arg-type]


def only(copies: Sequence[Copy]) -> Copy:
    (copy,) = (one for one in copies if one.kind != "citation")
    return copy


def test_an_agencys_own_report_was_first_even_where_a_reprint_bears_an_earlier_day() -> None:
    report = page("b", ("dateline", "TESSEN (Reuters) -"), ("body", TOLD), outlet="Reuters", published="2025-11-04")
    reprint = page("a", ("body", TOLD), outlet="Island Post", published="2025-11-03")
    copy = only(find_copies([report, reprint]))
    assert (copy.source, copy.decided) == ("b", True)
    assert "dateline" in copy.receipt.reason


def test_a_dateline_tells_nothing_where_only_quotations_are_shared() -> None:
    report = page("b", ("dateline", "TESSEN (Reuters) -"), ("body", SAID), outlet="Reuters")
    other = page("a", ("body", SAID), outlet="Island Post")
    assert not only(find_copies([report, other])).decided


def test_a_dateline_that_names_no_agency_of_the_register_tells_nothing() -> None:
    report = page("b", ("dateline", "TESSEN (Island Wire) —"), ("body", TOLD), outlet="Island Wire")
    other = page("a", ("body", TOLD), outlet="Island Post")
    assert not only(find_copies([report, other])).decided


def test_an_outlet_is_known_by_the_site_it_stands_on() -> None:
    source = page("b", ("body", TOLD), outlet="Island Post Online Edition", url="https://www.islandpost.example/ferry")
    copy = page("a", ("body", TOLD), ("provenance", "This article first appeared in the Island Post"), outlet="Coast Echo")
    other = page("c", ("body", OWN), outlet="Island Post")
    found = only(find_copies([source, copy, other]))
    assert (found.source, found.decided) == ("b", True)


def test_two_parts_of_one_house_that_name_it_stay_undecided() -> None:
    one = page(
        "a", ("body", TOLD + " The mayor told Island Post that he knew."), outlet="Island Post", url="https://islandpost.example/1"
    )
    other = page("b", ("body", TOLD), outlet="Island Post Weekend", url="https://islandpost.example/2")
    assert not only(find_copies([one, other])).decided


def test_what_stands_at_an_outlets_address_is_that_outlets() -> None:
    address = "https://islandpost.example/ferry"
    source = page("b", ("body", TOLD), outlet="islandpost", url=address)
    copy = page("a", ("body", TOLD), outlet="Good Reads Club", url=address)
    assert only(find_copies([source, copy])).source == "b"


def test_who_names_the_others_author_as_a_contributor_worked_from_it() -> None:
    source = page("b", ("body", TOLD), outlet="Island Post", authors=("Mira Tolland",))
    copy = page("a", ("body", TOLD), ("provenance", "Mira Tolland contributed to this report."), outlet="Coast Echo")
    assert only(find_copies([source, copy])).source == "b"


@pytest.mark.parametrize(
    "words",
    [
        "“She never let us down.” Mira Tolland, Island Post",
        "From Island Post: the ferry stays in harbour.",
        "Island Post: “The ferry stays in harbour.”",
        "He wrote it in an op-ed in the Island Post last week.",
        "The Island Post editorial board called it a shame.",
        "She spoke exclusively to Island Post on the pier.",
    ],
)
def test_an_excerpt_names_the_outlet_it_was_taken_from(words: str) -> None:
    assert outlet_key("Island Post") in read_excerpted(*page("a", ("body", words)))


def test_a_line_behind_a_quotation_names_its_outlet_and_another_line_none() -> None:
    excerpt: tuple[Part, ...] = (("body", "“She never let us down.”"), ("body", "Mira Tolland, Island Post"))
    plain: tuple[Part, ...] = (("body", "She never let us down."), ("body", "Mira Tolland, Island Post"))
    assert "islandpost" in read_excerpted(*page("a", *excerpt))
    assert "islandpost" not in read_excerpted(*page("a", *plain))


@pytest.mark.parametrize(
    ("text", "key", "may"),
    [
        ("as the Island-Post wrote", "islandpost", True),
        ("nobody wrote anything", "islandpost", False),
        ("Norvian Telegraph Agency said", "nta", True),
        ("according to AP", "associatedpress", True),
        ("according to nobody", "bloomberg", False),
    ],
)
def test_only_where_an_outlet_is_surely_not_named_is_it_not_looked_for(text: str, key: str, *, may: bool) -> None:
    assert may_name(plain_letters(text), key) is may
