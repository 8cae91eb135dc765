from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoth.records import Document, Origin, Segment
from quoth.segment import segment_document
from quoth.segment.segments import is_quotation

BODY = (
    "The ministry said on Monday that the bridge over the Orrin would stay closed for a week, after engineers found cracks in it.",
    "“Nobody was hurt,” Olen Petrak, the minister, told reporters. He added that buses would run every ten minutes until then.",
)


def document(text: str, *, title: str | None = None, authors: tuple[str, ...] = (), outlet: str | None = None) -> Document:
    return Document(
        id="d", article="a", input_id=None, outlet=outlet, url=None, title=title, authors=authors, published=None, published_from="unknown",
        fetched=None, language="en", sha256="0", origin=Origin("a.txt", 0, len(text)), text=text, original="0",
    )  # fmt: skip


def kinds(
    text: str, *, title: str | None = None, authors: tuple[str, ...] = (), outlet: str | None = None
) -> list[tuple[str, str]]:
    found = segment_document(document(text, title=title, authors=authors, outlet=outlet))
    return [(segment.kind, text[segment.start : segment.end]) for segment in found]


def check_cover(text: str, found: tuple[Segment, ...]) -> None:
    at = 0
    for segment in found:
        assert at <= segment.start < segment.end
        assert not text[at : segment.start].strip()
        assert text[segment.start : segment.end] == text[segment.start : segment.end].strip()
        at = segment.end
    assert not text[at:].strip()


PIECES = [
    *BODY, "Read also:", "Ferry service doubled", "Image: AP", "date 2022-10-25 The chairman spoke.", "HALDEN (AP) — The bridge is shut.", "***",
    "By Mira Oland", "We remind our readers that columns are no view of ours. date 2022-10-25 The chairman spoke.",
    "Media playback is unsupported on your device", "Story highlights", "“One.", "(AP)", "Mira Oland is a reporter.", "东京发生了什么。", "\u2028",
    "Published at kna.example", "The army moved. (Reporting by Tam Reck)", "© 2022 The Associated Press", " ", "\r",
]  # fmt: skip


@given(
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=60)), max_size=12),
    st.sampled_from(["\n", "\n\n", "\r\n", " ", "\n  "]),
)
def test_segments_cover_all_but_white_space_in_order_without_overlap(pieces: list[str], joint: str) -> None:
    text = joint.join(pieces)
    check_cover(text, segment_document(document(text, title=pieces[0] if pieces else None)))


@given(st.text())
def test_any_text_whatever_is_covered(text: str) -> None:
    check_cover(text, segment_document(document(text)))


def test_a_reprint_with_all_its_furniture() -> None:
    lines = [
        ("title", "Ministers Call Each Other to Warn of Bridge Closing"),
        ("title", "The defence minister of Varnia spoke with four officials, cautioning that the bridge was not safe"),
        ("boilerplate", "osted on ategories"),
        ("boilerplate", "Weekly river news delivered to your inbox: sign up for our letter"),
        (
            "boilerplate",
            "The source for river news in your inbox. Email Sign Up By signing up you agree to receive letters. Unsubscribe at any time.",
        ),
        ("body", BODY[0]),
        ("body", BODY[1]),
        ("related", "Read also:"),
        ("related", "Answers at the river forum: tolls, ferries and fish"),
        ("author", "Kiril Anders is the opinion editor of Halden Post, and co-host of River Talk."),
        ("provenance", "Published at news.halden.example"),
    ]
    text = "\n\n".join(words for _, words in lines).replace("Read also:\n\n", "Read also:\n")
    assert kinds(text, title=lines[0][1]) == lines


def test_a_dateline_is_apart_from_the_sentence_it_opens() -> None:
    assert kinds(f"VARNA, October 24. /KNA/. {BODY[0]}") == [("dateline", "VARNA, October 24. /KNA/."), ("body", BODY[0])]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Halden, 24 October 2022", "dateline"),
        ("The Mill Pond, by Mira Oland, 24 October 2022", "dateline"),
        ("Press service of the Halden Bridge Mission, mission.example", "provenance"),
        ("The information and press department of the Orrin Harbour Board", "provenance"),
        ("Mira Oland, River Affairs Editor", "byline"),
        ("Mira Oland, Correspondent in Varna", "byline"),
    ],
)
def test_lines_of_place_and_date_and_of_name_and_post_under_a_title_are_furniture(line: str, kind: str) -> None:
    title = "Bridge over the Orrin closed"
    assert kinds(f"{title}\n\n{line}\n\n{BODY[0]}", title=title) == [("title", title), (kind, line), ("body", BODY[0])]


@pytest.mark.parametrize(
    "note",
    [
        "This article was changed on 24 October: the bridge has two pillars and not, as we wrote at first, three.",
        "• This story was amended on 24 October 2022 to put right a name.",
        "Corrections & clarifications: A previous version of this report gave the wrong day.",
        "In an earlier version of this story the bridge had three pillars.",
    ],
)
def test_a_note_on_what_was_changed_is_not_the_articles_telling(note: str) -> None:
    assert kinds(f"{BODY[0]}\n\n{note}") == [("body", BODY[0]), ("provenance", note)]


def test_what_a_channel_corrects_is_its_telling() -> None:
    assert [kind for kind, _ in kinds("Correction: four people were hurt, not five as we reported on Sunday.")] == ["body"]


def test_a_note_a_labelled_date_and_a_sentence_on_one_line_are_three_segments() -> None:
    note = "We remind our readers that guest columns are the work of their authors and no view of this paper."
    assert kinds(f"{note} date 2022-10-25 {BODY[0]}") == [("disclaimer", note), ("dateline", "date 2022-10-25"), ("body", BODY[0])]


def test_capitals_and_a_dash_are_a_dateline_only_before_the_article_has_begun() -> None:
    assert kinds(f"HALDEN — {BODY[0]}")[0] == ("dateline", "HALDEN —")
    assert [kind for kind, _ in kinds(f"{BODY[0]}\n\nCRACKS — the cause is not known, and nobody has said what it might be.")] == [
        "body",
        "body",
    ]


def test_a_heading_inside_an_article_is_a_title_if_it_stands_apart() -> None:
    assert [kind for kind, _ in kinds(f"{BODY[0]}\n\nWhat are River Commissions?\n\n{BODY[1]}")] == ["body", "title", "body"]
    assert [kind for kind, _ in kinds(f"{BODY[0]}\nCracks in two pillars\n{BODY[1]}")] == ["body", "body", "body"]
    assert [kind for kind, _ in kinds(f"{BODY[0]}\n\nIt was late, and nobody came.\n\n{BODY[1]}")] == ["body", "body", "body"]
    assert [kind for kind, _ in kinds(f"{BODY[0]}\n\n“We stay where we are”\n\n{BODY[1]}\n\nCracks in pillars")] == [
        "body",
        "title",
        "body",
        "body",
    ]


def test_a_hard_wrapped_paragraph_is_one_segment() -> None:
    wrapped = (
        "The ministry said on Monday that the bridge over the Orrin would\nstay closed for a week, after engineers had found cracks in two of\n"
        "its pillars. Nobody was hurt, a spokeswoman told reporters in the\ncapital, and buses would run."
    )
    assert kinds(f"{wrapped}\n\n{wrapped}") == [("body", wrapped), ("body", wrapped)]


def test_links_end_where_prose_begins_again() -> None:
    text = f"{BODY[0]}\n\nMore On This...\n\nFerry service doubled for the week\n\n{BODY[1]}"
    assert [kind for kind, _ in kinds(text)] == ["body", "related", "related", "body"]


def test_links_on_the_lines_below_end_with_the_block() -> None:
    text = f"{BODY[0]}\n\nRead also:\nFerry service doubled\n\nA Heading Of Its Own\n\n{BODY[1]}"
    assert [kind for kind, _ in kinds(text)] == ["body", "related", "related", "title", "body"]


def test_a_closing_note_about_somebody_whom_the_article_names_is_body() -> None:
    text = f"{BODY[0]}\n\n{BODY[1]}\n\nOlen Petrak is the author of two books on rivers."
    assert [kind for kind, _ in kinds(text)] == ["body", "body", "body"]
    assert [kind for kind, _ in kinds(text, authors=("Olen Petrak",))] == ["body", "body", "author"]


def test_lines_of_authors_and_outlets_at_the_top_are_bylines() -> None:
    text = f"Bridge closed\n\nMira Oland\n\nUSA TODAY\n\n{BODY[0]}\n\nMira Oland"
    found = kinds(text, title="Bridge closed", authors=("Mira Oland",))
    assert [kind for kind, _ in found] == ["title", "byline", "byline", "body", "body"]
    assert [kind for kind, _ in kinds(f"Mira Oland\n\nUSA TODAY\n\n{BODY[0]}")] == ["byline", "byline", "body"]


def test_a_copyright_line_of_another_outlet_is_evidence_of_copying() -> None:
    text = f"{BODY[0]}\n\n© 2022 The Associated Press. All rights reserved."
    assert [kind for kind, _ in kinds(text, outlet="Halden Post")] == ["body", "provenance"]
    assert [kind for kind, _ in kinds(text, outlet="Associated Press")] == ["body", "boilerplate"]


def test_an_agency_alone_in_brackets_is_provenance() -> None:
    assert [kind for kind, _ in kinds(f"{BODY[0]}\n\n(AP)\n\n/TASS/")] == ["body", "provenance", "provenance"]


def test_a_title_in_capitals_or_cut_short_is_still_the_title() -> None:
    title = "Bridge over the Orrin closed for a week after cracks are found"
    assert kinds(f"{title.upper()}\n\n{BODY[0]}", title=title)[0][0] == "title"
    assert kinds(f"{title[:50]}\n\n{BODY[0]}", title=title)[0][0] == "title"
    assert kinds(f"# {title}\n\n{BODY[0]}", title=title)[0][0] == "title"


@pytest.mark.parametrize(
    "words",
    [
        "“We will stay here. Nobody can make us go.”",
        "“The first paragraph of a speech that goes on in the next.",
        '"Straight marks do as well, for a whole paragraph."',
        "«Мы останемся здесь, и никто нас не заставит уйти.»",
        "„Wir bleiben hier, und niemand wird uns vertreiben.“",
        "> We will stay here.",
        "“He told me ‘no’ and left.”",
    ],
)
def test_a_paragraph_within_quotation_marks_is_a_quotation(words: str) -> None:
    assert is_quotation(words)


@pytest.mark.parametrize(
    "words",
    [
        "“We stay,” he said.",
        "“We stay,” he said. “All of us.”",
        '“Mixed," he told us.',
        "‘A HEADING’",
        "“I stay”",
        "He said “no.”",
        "",
    ],
)
def test_a_paragraph_with_words_outside_its_marks_is_none(words: str) -> None:
    assert not is_quotation(words)


def test_other_scripts_are_segmented_too() -> None:
    text = "东京，10月24日。大臣说桥将关闭一周。\n\nوزير الدفاع قال إن الجسر سيبقى مغلقا لمدة أسبوع.\n\nМинистр сказал, что мост закрыт.\n\nЧитайте также:\nПаромы ходят чаще"
    assert [kind for kind, _ in kinds(text)] == ["body", "body", "body", "related", "related"]
