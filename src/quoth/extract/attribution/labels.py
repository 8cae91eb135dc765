"""Speakers named by a label: "SMITH: It will pass." in transcripts, "Smith: Bill will pass" in headlines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from quoth.extract.attribution.attributions import is_headline
from quoth.extract.attribution.candidates import Attribution
from quoth.extract.attribution.quotations import MARKS
from quoth.extract.attribution.ranges import Range
from quoth.extract.attribution.shapes import trim_content
from quoth.lexicon.cues import cue_class
from quoth.syntax import Paragraph, Token

LONGEST = 5
"""Tokens of a label."""
HEADLINE, TRANSCRIPT = 0.7, 0.75
"""How often annotators mark such a colon as cue in PolNeAR's training part."""
DASHES = frozenset({"—", "–", "―", "-", "--"})
NO_PERSON = frozenset(
    {"DATE", "TIME", "GPE", "LOC", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY", "EVENT", "WORK_OF_ART", "LAW"}
)


def find_labelled(paragraphs: Sequence[Paragraph]) -> list[Attribution]:
    """The attributions whose cue is a colon behind the speaker's name, in headlines, and in texts that use such labels twice."""
    colons = _colons(paragraphs)
    called = {number: _label(paragraphs[number], colon) for number, colon in colons.items()}
    full = _written_out(called.values())
    times = Counter(full.get(label, label) for label in called.values())
    found = []
    for number, colon in colons.items():
        paragraph = paragraphs[number]
        repeated = times[full.get(called[number], called[number])] > 1 and len(times) > 1
        if repeated or is_headline(paragraph, number):
            content = trim_content(paragraph, Range(colon + 1, len(paragraph.tokens) - 1))
            if content is not None:
                score = TRANSCRIPT if repeated else HEADLINE
                parts = ((number, content), *(_going_on(number, paragraphs, colons) if repeated else ()))
                found.append(
                    Attribution(
                        number, colon, "label", ":", Range(colon, colon), Range(_label_start(paragraph), colon - 1), parts, score
                    )
                )
    return found


def find_initials(paragraphs: Sequence[Paragraph]) -> dict[tuple[int, int], tuple[int, int]]:
    """The labels of initials, by paragraph and last token, to the first label that has the whole name: "AL:" to "Ann Lee:"."""
    colons = _colons(paragraphs)
    called = {number: _label(paragraphs[number], colon) for number, colon in colons.items()}
    first = {label: (number, colons[number] - 1) for number, label in reversed(called.items())}
    full = _written_out(called.values())
    return {(number, colons[number] - 1): first[full[label]] for number, label in called.items() if label in full}


def _written_out(labels: Iterable[str]) -> dict[str, str]:
    """The labels of initials to the one name among the labels that has them."""
    names = {label for label in labels if " " in label}
    by_initials: dict[str, list[str]] = {}
    for name in sorted(names):
        by_initials.setdefault(_initials(name), []).append(name)
    return {
        label: able[0] for label in labels if len(able := by_initials.get(label.replace(".", ""), [])) == 1 and label not in names
    }


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split()) if " " in name else ""


def _colons(paragraphs: Sequence[Paragraph]) -> dict[int, int]:
    """The colon behind a speaker's label of each paragraph that begins with one; initials of a label may look like a state's."""
    found = {number: colon for number, paragraph in enumerate(paragraphs) if (colon := _label_end(paragraph)) is not None}
    initials = {_initials(_label(paragraphs[number], colon)) for number, colon in found.items()}
    more = (
        number
        for number, one in enumerate(paragraphs)
        if number not in found and len(one.tokens) > 1 and one.tokens[1].text == ":" and one.tokens[0].text in initials
    )
    return {**found, **dict.fromkeys(more, 1)}


def _going_on(number: int, paragraphs: Sequence[Paragraph], colons: Mapping[int, int]) -> Iterator[tuple[int, Range]]:
    """The paragraphs behind a turn of a transcript in quotation marks that belong to it: those that open with a mark and have no label."""
    if not _label_start(paragraphs[number]):
        return
    for following in range(number + 1, len(paragraphs)):
        content = trim_content(paragraphs[following], Range(0, len(paragraphs[following].tokens) - 1))
        if following in colons or not _label_start(paragraphs[following]) or content is None:
            return
        yield following, content


def find_signed(paragraphs: Sequence[Paragraph]) -> list[Attribution]:
    """The attributions of headlines that name the speaker behind a dash: "Council to discuss threat today — Sever"."""
    found = []
    for number, paragraph in enumerate(paragraphs[:2]):
        dash = _signature(paragraph) if is_headline(paragraph, number) else None
        content = trim_content(paragraph, Range(0, dash - 1)) if dash is not None else None
        if dash is not None and content is not None:
            source = Range(dash + 1, len(paragraph.tokens) - 1)
            found.append(Attribution(number, dash, "label", "—", Range(dash, dash), source, ((number, content),), HEADLINE))
    return found


def _signature(paragraph: Paragraph) -> int | None:
    """The index of the dash before the speaker's name at the end of a headline; None where there is none."""
    tokens = paragraph.tokens
    dash = next((token.index for token in reversed(tokens[-LONGEST:]) if token.text in DASHES), None)
    if dash is None or dash < 4 or dash == len(tokens) - 1 or not tokens[dash - 1].space_after:
        return None
    name = tokens[dash + 1 :]
    if not all(_is_name_part(token) and token.lemma not in cue_class("no_speaker") for token in name):
        return None
    named = any(token.entity in {"PERSON", "ORG"} or token.pos == "PROPN" for token in name)
    return dash if named and any(token.pos in {"VERB", "AUX"} for token in tokens[:dash]) else None


def _label(paragraph: Paragraph, colon: int) -> str:
    return " ".join(token.text for token in paragraph.tokens[_label_start(paragraph) : colon])


def _label_start(paragraph: Paragraph) -> int:
    """The index of a label's first word: some transcripts stand in quotation marks."""
    return 1 if paragraph.tokens and paragraph.tokens[0].text in MARKS else 0


def _label_end(paragraph: Paragraph) -> int | None:
    """The index of the colon that ends a speaker's label at the head of a paragraph; None where there is none."""
    tokens = paragraph.tokens
    colon = next((token.index for token in tokens[: LONGEST + 1] if token.text == ":"), None)
    first = _label_start(paragraph)
    if colon is None or colon <= first or len(tokens) - colon <= 3 or tokens[colon - 1].space_after:
        return None
    label = tokens[first:colon]
    refused = (
        NO_PERSON if not tokens[colon].entity else frozenset[str]()
    )  # an entity that runs over the colon is a slip of the recogniser
    if any(token.lemma in cue_class("no_speaker") or token.entity in refused or not _is_name_part(token) for token in label):
        return None
    return colon if any(token.pos in {"VERB", "AUX"} for token in tokens[colon + 1 :]) else None


def _is_name_part(token: Token) -> bool:
    return token.pos in {"PROPN", "NOUN", "ADJ", "ADP", "DET", "X", "INTJ", "CCONJ", "PART"} and (
        token.text[:1].isupper() or token.pos in {"ADP", "DET", "CCONJ", "PART"}
    )
