from __future__ import annotations

import itertools
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from thinc.api import get_current_ops

from quoth.errors import Unavailable
from quoth.language import english
from quoth.records import Document, Segment
from quoth.syntax import ParsedDocument


def parse(text: str, *segments: Segment) -> ParsedDocument:
    document = Document("d", "a", None, None, None, None, (), None, "unknown", None, "en", "", None, text, "")
    return english.English().parse(document, segments or (Segment("body", 0, len(text)),))


def test_tokens_stand_where_the_document_has_them() -> None:
    text = "Norvia warns\n\n  Dolan  said the dam\nwas safe.  "
    parsed = parse(text, Segment("title", 0, 12), Segment("body", 14, len(text)))
    tokens = [token for paragraph in parsed.paragraphs for token in paragraph.tokens]
    assert [text[token.start : token.end] for token in tokens] == [token.text for token in tokens]
    assert not any(token.text.isspace() for token in tokens)


def test_furniture_is_not_parsed() -> None:
    text = "Read also: Something. Dolan spoke."
    parsed = parse(text, Segment("related", 0, 21), Segment("body", 22, len(text)))
    assert [paragraph.start for paragraph in parsed.paragraphs] == [22]


def test_a_line_that_links_part_is_parsed_as_one_without_them() -> None:
    pieces = (
        "Sen. Ada Lund",
        "Ada LundVote put off MORE",
        "said that Mayor Bo Tarn",
        "Bo TarnMayors meet MORE",
        "’s plan had failed.",
    )
    text = f"{' '.join(pieces[:4])}{pieces[4]}\nNobody answered."
    segments = [
        Segment("related" if "MORE" in piece else "body", text.index(piece), text.index(piece) + len(piece))
        for piece in (*pieces, "Nobody answered.")
    ]
    first, second = parse(text, *segments).paragraphs
    plain = parse("Sen. Ada Lund said that Mayor Bo Tarn’s plan had failed.").paragraphs[0]
    assert [(token.text, token.dep, token.head) for token in first.tokens] == [
        (token.text, token.dep, token.head) for token in plain.tokens
    ]
    assert [text[token.start : token.end] for token in first.tokens] == [token.text for token in first.tokens]
    assert [text[slice(*span)] for span in first.spans(0, len(first.tokens) - 1)] == [*pieces[::2]]
    assert first.spans(1, 2) == (first.span(1, 2),)
    assert (second.start, second.holes) == (text.index("Nobody"), ())


def test_the_tree_is_whole() -> None:
    paragraph = parse("Marek Dolan told reporters that the dam was safe.").paragraphs[0]
    root = next(token for token in paragraph.tokens if token.head == token.index)
    assert root.text == "told"
    assert [token.text for token in paragraph.children(root.index, "nsubj")] == ["Dolan"]
    assert paragraph.edges[root.index] == (0, len(paragraph.tokens) - 1)
    assert [token.text for token in paragraph.subtree(1)] == ["Marek", "Dolan"]


def test_sentences_cover_all_tokens() -> None:
    paragraph = parse("Dolan spoke. Reeve did not answer. Nobody else was there.").paragraphs[0]
    ranges = list(paragraph.sentences())
    assert ranges[0][0] == 0
    assert ranges[-1][1] == len(paragraph.tokens)
    assert all(left[1] == right[0] for left, right in itertools.pairwise(ranges))


@given(st.integers(1, 5))
@settings(max_examples=5, deadline=None)
def test_an_overlong_paragraph_is_cut_at_white_space_and_loses_no_word(times: int) -> None:
    text = "word " * (5_000 * times)
    pieces = [text[start:end] for _, start, end in english.paragraphs(text, [Segment("body", 0, len(text))])]
    assert all(len(piece) <= english.LONGEST for piece in pieces)
    assert " ".join(pieces).split() == text.split()


def test_without_a_model_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(english, "PACKAGES", ("no_such_model",))
    with pytest.raises(Unavailable, match="pip install"):
        english.load_plain()


def test_spacy_keeps_its_own_products_where_it_is_used_beside_quoth() -> None:
    english.load_pipeline()
    ops: Any = get_current_ops()
    assert ops.use_blis


def test_a_long_article_is_parsed_in_portions_and_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "\n\n".join(f"Clerk {number} of Halden said on Monday that the weir had been opened at night." for number in range(6))
    segments = [Segment("body", at, at + len(line)) for line in text.split("\n\n") for at in [text.index(line)]]
    whole = parse(text, *segments)
    monkeypatch.setattr(english, "PORTION", 160)
    handed = list[int]()
    pipe = english.load_pipeline().pipe

    def counted(texts: list[str], **how: Any) -> Any:
        handed.append(len(texts))
        return pipe(texts, **how)

    monkeypatch.setattr(english.load_pipeline(), "pipe", counted)
    assert parse(text, *segments) == whole
    assert handed == [2, 2, 2]
