from __future__ import annotations

import pytest

from quoth.link.citations import credited, find_citations, read_citing
from quoth.link.copies import read_telling
from quoth.link.credits import outlet_key
from quoth.link.upheld import takes_back
from quoth.records import Document, Segment


def article(text: str, *, title: str | None = None, reply_to: str | None = None, **fields: object) -> Document:
    values: dict[str, object] = {
        "id": "a", "article": "a", "input_id": None, "outlet": None, "url": None, "title": title, "authors": (), "published": None,
        "published_from": "unknown", "fetched": None, "language": "en", "sha256": "", "origin": None, "text": text, "original": "",
        "reply_to": reply_to,
    }  # fmt: skip
    return Document(**(values | fields))  # type: ignore[arg-type]


def credited_in(document: Document, *here: str) -> set[str]:
    """The outlets among those here that a document of the Weir Gazette cites."""
    citing = read_citing(document, [Segment("body", 0, len(document.text))])
    return set(credited(citing, outlet_key("Weir Gazette"), {outlet_key(name) for name in here}))


def keys_of(text: str) -> set[str]:
    document = Document(
        id="a", article="a", input_id=None, outlet=None, url=None, title=None, authors=(), published=None, published_from="unknown",
        fetched=None, language="en", sha256="", origin=None, text=text, original="",
    )  # fmt: skip
    return {key for place in read_citing(document, [Segment("body", 0, len(text))]).places for key in place.keys}


@pytest.mark.parametrize(
    "text",
    [
        "Reuters reported that the weir broke.",
        "On Monday Reuters reported that the weir broke.",
        "The weir broke, according to Reuters.",
        "The weir broke, as first reported by Reuters.",
        "“It broke,” the reeve told Reuters on Monday.",
        "Her mother tells Reuters that it broke.",
        "The weir broke, reports first shared by Reuters say.",
        "In a statement to Reuters the board denied it.",
        "In remarks published by Reuters the board denied it.",
        "The recording was obtained by Reuters.",
        "The weir broke, reports Reuters.",
        "The board, citing Reuters, denied it.",
        "The board confirmed to Reuters on Friday that it broke.",
        "Speaking on Reuters’s programme, she denied it.",
        "With reporting by Reuters.",
        "This was published at Reuters.",
        "It appeared on Reuters yesterday.",
    ],
)
def test_an_outlet_that_is_credited_in_the_text_is_found(text: str) -> None:
    assert outlet_key("Reuters") in keys_of(text)


@pytest.mark.parametrize(
    "text",
    ["The weir is near the office of Reuters in Tessen.", "She worked for Reuters until 2020.", "Reuters is a news agency."],
)
def test_an_outlet_that_is_only_named_is_credited_for_nothing(text: str) -> None:
    assert outlet_key("Reuters") not in keys_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "The weir broke, the river blog Silt & Stone writes.",
        "The weir broke, according to the river blog Silt & Stone.",
        "We had taken it from the blog Silt & Stone without asking.",
        "The mayor told our sister paper Silt & Stone that it broke.",
        "The weir broke, according to the channel Silt & Stone.",
        "Silt & Stone, citing two bargemen, says that it broke.",
        "We relied on the channel Silt & Stone.",
        "Silt & Stone named the Gazette as confirmation of its own post.",
        "The mayor has them from Silt & Stone.",
    ],
)
def test_an_outlet_is_found_behind_the_word_for_what_it_is_and_with_an_ampersand_in_its_name(text: str) -> None:
    assert outlet_key("Silt & Stone") in keys_of(text)


def test_a_post_on_a_channel_is_credited_to_its_owner() -> None:
    assert outlet_key("Norvian Dike Board") in keys_of("On the Norvian Dike Board’s Telegram channel three notes appeared.")


def test_the_end_of_a_longer_name_is_not_the_shorter_one() -> None:
    assert outlet_key("Times") not in keys_of("The Halden Times reported that the weir broke.")
    assert outlet_key("Halden Times") in keys_of("The Halden Times reported that the weir broke.")


def test_the_longest_name_comes_first() -> None:
    document = Document(
        id="a", article="a", input_id=None, outlet=None, url=None, title=None, authors=(), published=None, published_from="unknown",
        fetched=None, language="en", sha256="", origin=None, text="She told Halden Times Weekly of it.", original="",
    )  # fmt: skip
    (place,) = read_citing(document, [Segment("body", 0, len(document.text))]).places
    assert place.names[0] == "Halden Times Weekly"
    assert len(place.names) == len(place.keys)


def test_one_word_is_the_outlet_of_the_corpus_whose_full_name_ends_in_it() -> None:
    text = "His source was somebody at the Halden Star. {} The ferry Corran Star sank."
    for cited in ("The Star, for its part, named us as its source.", "In the evening the Star printed it as fact."):
        assert credited_in(article(text.format(cited)), "Halden Star") == {outlet_key("Halden Star")}
    assert (
        credited_in(article("The Halden Star and the Aspen Star differ. The Star reported it."), "Halden Star", "Aspen Star")
        == set()
    )


def test_an_outlet_that_withdrew_its_report_is_cited() -> None:
    assert outlet_key("Radio Halden") in keys_of("Radio Halden has withdrawn its item.")


@pytest.mark.parametrize(
    ("title", "takes"),
    [
        ("Withdrawn: our report of two deaths", True),
        ("A correction to our report of Tuesday", True),
        ("Withdrawal: two deaths", True),
        ("Withdrawal from Brenn follows blast", False),
        ("A correction in tech stocks wipes out 2 billion", False),
    ],
)
def test_a_notice_takes_back_and_a_story_of_a_withdrawal_does_not(title: str, *, takes: bool) -> None:
    assert takes_back(title) == takes


def test_a_withdrawal_cites_what_its_outlet_published_before() -> None:
    own = {outlet_key("Weir Gazette")}
    assert credited_in(article("We withdraw that.", title="Withdrawn: our report of two deaths")) == own
    assert credited_in(article("Correction. Nobody died.")) == own
    assert credited_in(article("Nobody died.", title="A correction, and an apology")) == own
    assert credited_in(article("The Weir Gazette withdraws its report of two deaths.", outlet="Weir Gazette")) == own
    assert credited_in(article("The Halden Star withdraws its report of two deaths.", outlet="Weir Gazette")) == set()
    assert credited_in(article("We went to the weir.", title="Waters withdrawn")) == set()


def test_a_correction_that_answers_a_post_means_that_post_and_no_other() -> None:
    assert credited_in(article("Correction. Nobody died.", reply_to="7")) == set()


def test_of_an_outlets_articles_the_one_is_meant_that_the_citing_sentence_tells_of() -> None:
    flood = "The weir at Orrin broke at dawn and the lower mill stands in water, the reeve said."
    eels = "Eels were stolen from a smokehouse in Tarn."
    telling = "The weir at Orrin broke at dawn. The lower mill stands in water. No one grinds. Eels, the Halden Star reported, were stolen in Tarn."
    pages = [
        (article(text, id=name, outlet=outlet, published=f"2025-11-0{day}"), [Segment("body", 0, len(text))])
        for day, (name, outlet, text) in enumerate(
            [("eels", "Halden Star", eels), ("flood", "Halden Star", flood), ("citing", "Tarn Post", telling)], 1
        )
    ]
    read = [read_telling(*page) for page in pages]
    (found,) = find_citations([one.side for one in read], [one.text for one in read], [one.citing for one in read])
    assert (found.copy, found.source) == ("citing", "eels")
