from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoth.language import forms
from quoth.language.english import English, load_pipeline
from quoth.records import Document, Segment

TEXT = (
    "There were gonna be talks, and there is a gonna-be deal. Let's see what she has done, Dolan said. What do you want? It did it to you and I.\n"
    "Y'all got to come on; c'mon. The ministers met; the meeting was better, and those who've spoken don't like that. He's got ta go.\n"
    "That it rained is known, although that  one had doubts:  “We left,” the Reeves' lawyers told us. There're two THERE ARE three."
)
"""Words that several rules of the parser speak of, alone and in rows, and runs of white space."""


def rows_of_spacy(text: str) -> list[tuple[str, str, str, str]]:
    """What the whole pipeline says, paragraph by paragraph."""
    docs = (load_pipeline()(line) for line in text.split("\n"))
    return [(token.text, token.lemma_.lower(), token.pos_, token.tag_) for doc in docs for token in doc if not token.is_space]


def rows_of_quoth(text: str) -> list[tuple[str, str, str, str]]:
    document = Document("d", "a", None, None, None, None, (), None, "unknown", None, "en", "", None, text, "")
    ends = list(itertools.accumulate(len(line) + 1 for line in text.split("\n")))
    segments = [Segment("body", start, end - 1) for start, end in zip([0, *ends], ends, strict=False)]
    parsed = English(entities=False).parse(document, segments)
    return [(token.text, token.lemma, token.pos, token.tag) for paragraph in parsed.paragraphs for token in paragraph.tokens]


def test_forms_are_what_the_parsers_own_rules_say_in_the_text() -> None:
    assert rows_of_quoth(TEXT) == rows_of_spacy(TEXT)


def test_what_is_remembered_changes_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    docs = [load_pipeline()(line) for line in TEXT.split("\n")]
    read = forms.Forms(load_pipeline())
    together = read.read(docs)
    assert [read.read([doc])[0] for doc in docs] == together
    monkeypatch.setattr(forms, "MOST", 0)
    assert [read.read([doc])[0] for doc in reversed(docs)] == together[::-1]


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 4)), max_size=8))
def test_joined_ranges_cover_the_same_and_stand_apart(drawn: list[tuple[int, int]]) -> None:
    ranges = [(start, start + width) for start, width in drawn]
    found = list(forms.joined(ranges))
    assert {at for one in found for at in range(*one)} == {at for one in ranges for at in range(*one)}
    assert all(left[1] <= right[0] for left, right in itertools.pairwise(found))
    assert all(any(first <= start and end <= last for first, last in found) for start, end in ranges)


def test_labels_are_told_apart_where_a_rule_does() -> None:
    class_of = forms.told_apart(["nsubj", {"IN": ["aux", "auxpass"]}, {"NOT_IN": ["det", ""]}])
    assert class_of("aux") == class_of("auxpass")
    assert class_of("prep") == class_of("conj")
    assert len({class_of(label) for label in ("nsubj", "aux", "det", "prep")}) == 4
