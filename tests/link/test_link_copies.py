from __future__ import annotations

import csv
import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quoth.link.copies import find_copies
from quoth.link.credits import comparable_address, outlet_key
from quoth.link.days import day_of, is_earlier
from quoth.link.passages import compare
from quoth.link.shingles import fingerprints, read_text
from quoth.records import Copy, Document, Segment, SegmentKind, identify

Part = tuple[SegmentKind, str]
Page = tuple[Document, tuple[Segment, ...]]

FLOOD = (
    "The lower dam on the river Sarn gave way shortly before four in the morning and sent a wall of water through the valley, "
    "carrying off two bridges, a mill and the road that joins the town of Orrin with the coast. Farmers on both banks drove their "
    "cattle uphill in the dark while the sirens, which nobody had tested since the spring, kept sounding for another hour."
)
HARVEST = (
    "Growers in the hills above Tessen expect the smallest harvest of plums in a decade after late frost and a dry June, the "
    "chamber of farming wrote in its yearly report, and ask the county to put off the levy on water that is due in the autumn."
)
MARKET = (
    "The county council voted on Tuesday to move the weekly market from the square to the old station yard, where there is room "
    "for forty more stalls and where the noise of the vans will trouble nobody but the pigeons that live under the roof."
)


def page(name: str, *parts: Part, outlet: str | None = None, **fields: object) -> Page:
    text, segments = "", []
    for kind, words in parts:
        segments.append(Segment(kind, len(text), len(text) + len(words)))
        text += words + "\n\n"
    values: dict[str, object] = {
        "id": name, "article": name, "input_id": None, "outlet": outlet or f"Outlet {name}", "url": None, "title": None, "authors": (),
        "published": None, "published_from": "unknown", "fetched": None, "language": "en", "sha256": "", "origin": None, "text": text,
        "original": "",
    }  # fmt: skip
    return Document(**(values | fields)), tuple(segments)  # type: ignore[arg-type]


def only(copies: Sequence[Copy]) -> Copy:
    assert len(copies) == 1
    return copies[0]


def test_a_reprint_with_a_provenance_line_copies_from_the_outlet_that_it_names() -> None:
    source = page("b", ("body", FLOOD), outlet="nta.example", published="2025-03-18")
    reprint = page("a", ("body", FLOOD), ("provenance", "Published at nta.example"), outlet="Free Current", published="2025-03-17")
    copy = only(find_copies([source, reprint]))
    assert (copy.copy, copy.source, copy.kind, copy.decided) == ("a", "b", "verbatim", True)
    assert copy.score == 1.0


def test_the_receipt_shows_the_same_words_in_both() -> None:
    first = page("a", ("body", HARVEST + " " + FLOOD))
    second = page("b", ("body", FLOOD + " " + MARKET))
    copy = only(find_copies([first, second]))
    texts = {document.id: document.text for document, _ in (first, second)}
    for one, other in zip(copy.receipt.spans_from, copy.receipt.spans_to, strict=True):
        assert texts[copy.source][slice(*one)] == texts[copy.copy][slice(*other)]
    assert copy.kind == "partial"


def test_furniture_is_no_evidence_of_copying() -> None:
    disclaimer = FLOOD + " " + MARKET
    first = page("a", ("body", HARVEST), ("disclaimer", disclaimer))
    second = page("b", ("body", "Something else altogether happened here today."), ("boilerplate", disclaimer))
    assert find_copies([first, second]) == ()


def test_a_quotation_that_everybody_prints_is_no_copy() -> None:
    quotation = f"“{FLOOD}”"
    own = [
        HARVEST,
        MARKET,
        "The mayor of Orrin laid down his office.",
        "No trains ran on the coast line.",
        "The school stays shut.",
    ]
    pages = [page(str(number), ("body", f"{quotation} {text}")) for number, text in enumerate(own)]
    assert find_copies(pages) == ()


def test_the_later_text_copies_from_the_earlier() -> None:
    copy = only(
        find_copies([page("a", ("body", FLOOD), published="2025-03-18"), page("b", ("body", FLOOD), published="2025-03-17")])
    )
    assert (copy.copy, copy.source, copy.decided) == ("a", "b", True)


def test_texts_of_one_day_without_credits_stay_undecided() -> None:
    copy = only(
        find_copies([page("a", ("body", FLOOD), published="2025-03-18"), page("b", ("body", FLOOD), published="2025-03-18")])
    )
    assert not copy.decided


def test_texts_that_both_credit_an_agency_outside_the_corpus_stay_undecided() -> None:
    pages = [page(name, ("body", FLOOD), authors=("Reuters",), published=f"2025-03-1{day}") for day, name in enumerate("ab", 1)]
    copy = only(find_copies(pages))
    assert not copy.decided
    assert copy.receipt.reason.endswith("% of the words of Outlet b; both credit Reuters")


def test_a_later_version_of_one_article_is_a_revision() -> None:
    old = page("a", ("body", FLOOD + " " + HARVEST), article="x", outlet="Herald", published="2025-03-17T10:00:00Z")
    new = page("b", ("body", FLOOD + " " + MARKET), article="x", outlet="Herald", published="2025-03-17T12:00:00Z")
    copy = only(find_copies([old, new]))
    assert (copy.copy, copy.kind, copy.decided) == ("b", "revision", True)


def test_a_forwarded_post_is_a_forward() -> None:
    source = page("b", ("body", FLOOD), outlet="nta.example", published="2025-03-17")
    post = page("a", ("body", FLOOD), outlet="Ministry", forwarded_from="NTA | Norvian Telegraph Agency", published="2025-03-16")
    copy = only(find_copies([source, post]))
    assert (copy.copy, copy.kind) == ("a", "forward")


def test_who_took_from_whom_is_open_between_a_reprint_and_a_forwarded_post_of_one_agency() -> None:
    reprint = page("b", ("body", FLOOD), ("provenance", "Source: NTA"), outlet="Herald", published="2025-03-18", based_on=())
    post = page("a", ("body", FLOOD), outlet="Ministry", forwarded_from="nta.example", published="2025-03-17")
    agency = page("c", ("body", HARVEST), outlet="nta.example", published="2025-03-17")
    assert not only(find_copies([reprint, post, agency])).decided


def test_little_text_of_an_outlet_that_is_credited_is_a_rewrite() -> None:
    own = " ".join(f"own{number}" for number in range(120))
    start = " ".join(FLOOD.split()[:22])
    source = page("b", ("body", FLOOD + " " + " ".join(f"theirs{number}" for number in range(120))), outlet="nta.example")
    rewrite = page("a", ("body", f"{start} {own}"), ("provenance", "Published at nta.example"))
    assert only(find_copies([source, rewrite])).kind == "rewrite"
    assert find_copies([source, page("a", ("body", f"{start} {own}"))]) == ()


def test_an_address_named_as_basis_decides_the_direction() -> None:
    source = page("b", ("body", FLOOD), url="https://www.nta.example/flood/", published="2025-03-18")
    reprint = page("a", ("body", FLOOD), based_on=("http://nta.example/flood",), published="2025-03-17")
    assert only(find_copies([source, reprint])).copy == "a"


def test_whoever_cites_an_outlet_is_joined_to_its_piece_on_the_same_matter() -> None:
    source = page("b", ("body", FLOOD), outlet="NTA", published="2025-03-17")
    other = page("c", ("body", HARVEST), outlet="NTA", published="2025-03-17")
    citing = page(
        "a",
        (
            "body",
            "NTA reported that the lower dam on the Sarn broke at four, that the road to Orrin is gone and that cattle drowned.",
        ),
        ("body", "Two bridges and a mill were carried off, and sirens sounded in the valley."),
        outlet="Dam Watch",
        published="2025-03-18",
    )
    copy = only(find_copies([source, other, citing]))
    assert (copy.copy, copy.source, copy.kind) == ("a", "b", "citation")
    (place,) = copy.receipt.spans_to
    assert citing[0].text[slice(*place)] == "NTA reported"


def test_nobody_cites_what_was_published_later() -> None:
    source = page("b", ("body", FLOOD), outlet="NTA", published="2025-03-19")
    citing = page("a", ("body", "NTA reported that the lower dam on the Sarn broke, two bridges gone."), published="2025-03-18")
    assert find_copies([source, citing]) == ()


@settings(deadline=None, max_examples=30)
@given(st.permutations(range(5)))
def test_the_order_of_pages_changes_nothing(order: list[int]) -> None:
    texts = [FLOOD, FLOOD + " " + HARVEST, HARVEST, MARKET + " " + HARVEST, MARKET]
    pages = [page(str(number), ("body", text), published=f"2025-03-1{number}") for number, text in enumerate(texts)]
    assert find_copies([pages[number] for number in order]) == find_copies(pages)
    assert len(find_copies(pages)) > 2


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(list("abcdef")), min_size=30, max_size=60), st.integers(0, 11), st.integers(15, 19))
def test_any_shared_passage_of_fifteen_words_shares_a_fingerprint(words: list[str], start: int, length: int) -> None:
    passage = " ".join(words[start : start + length])
    pages = [page("a", ("body", " ".join(words))), page("b", ("body", "zz yy " + passage + " xx ww"))]
    one, other = (set(fingerprints(read_text(*each).words).tolist()) for each in pages)
    assert one & other


def test_a_text_holds_all_of_itself() -> None:
    text = read_text(*page("a", ("body", FLOOD)))
    overlap = compare(text, text)
    assert (overlap.share_first, overlap.share_second, overlap.containment, overlap.resemblance) == (1.0, 1.0, 1.0, 1.0)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("nta.example", "NTA"),
        ("Free Current", "news.freecurrent.example"),
        ("the Arden Herald", "Arden Herald"),
        ("tass.com", "TASS"),
    ],
)
def test_names_and_addresses_of_one_outlet_share_a_key(one: str, other: str) -> None:
    assert outlet_key(one) == outlet_key(other) != ""


def test_addresses_are_compared_without_scheme_and_query() -> None:
    assert comparable_address("https://www.Nta.example/a/?utm=1#x") == comparable_address("http://nta.example/a")


@pytest.mark.parametrize(
    ("first", "second", "earlier"),
    [
        ("2025-03-17", "2025-03-18", True),
        ("2025-03-17", "2025-03-17T10:00:00Z", False),
        ("2025-03-17T09:00:00Z", "2025-03-17T10:00:00Z", True),
        ("2025-03-17T09:00:00+02:00", "2025-03-17T08:00:00Z", True),
        ("2025-03-17T09:00:00+02:00", "2025-03-17T06:00:00Z", False),
        ("2025-03-17T23:00:00", "2025-03-17T08:00:00Z", False),
        (None, "2025-03-17", False),
        ("spring", "2025-03-17", False),
    ],
)
def test_a_date_is_before_another_only_where_that_is_sure(first: str | None, second: str, *, earlier: bool) -> None:
    assert is_earlier(first, second) is earlier


def test_a_day_that_is_none_is_no_day() -> None:
    assert day_of("2025-02-30") is None
    assert day_of("12/22/16") is None


def news_data() -> Path:
    folder = Path(os.environ.get("QUOTH_DATA", "../shared/data"))
    if not folder.is_dir():
        message = f"The news data is not at {folder}; set QUOTH_DATA to its folder."
        pytest.fail(message) if os.environ.get("CI") else pytest.skip(message)
    return folder


def reuse_pages(folder: Path) -> Iterator[Page]:
    with (folder / "reuse" / "articles.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            parts: list[Part] = [("body", paragraph) for paragraph in article["text"].split("\n") if paragraph.strip()]
            yield page(
                article["id"], *parts, outlet=article["outlet"], url=article["url"], article=identify("article", article["url"]),
                published=article["published"] or None,
            )  # fmt: skip


@pytest.mark.data
@pytest.mark.slow
def test_the_reuse_pairs_are_found_and_little_else() -> None:
    folder = news_data()
    pages = list(reuse_pages(folder))
    outlets = {document.id: document.outlet for document, _ in pages}
    with (folder / "reuse" / "pairs.tsv").open(encoding="utf-8") as lines:
        gold = {frozenset((row["id_a"], row["id_b"])) for row in csv.DictReader(lines, delimiter="\t")}
    found = {
        frozenset((copy.copy, copy.source))
        for copy in find_copies(pages)
        if copy.kind != "citation" and outlets[copy.copy] != outlets[copy.source]
    }
    assert len(found & gold) / len(gold) >= 0.97
    assert len(found & gold) / len(found) >= 0.95
