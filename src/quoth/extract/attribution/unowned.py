"""Quotations that are in nobody's content, though the words around them tell whose they are.

What the trained reader passed over is taken from the rules, where they have a cue beside the quotation. A colon hands a quotation to whom its clause
is about ("The mayor's answer: …", "And she ended with this: …"), a dash behind it to whom it names ("“…” — Ines Vell").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from quoth.extract.attribution.attributions import cue_word
from quoth.extract.attribution.candidates import Attribution
from quoth.extract.attribution.clauses import own_subject
from quoth.extract.attribution.labels import DASHES
from quoth.extract.attribution.quotations import Quotation, is_name
from quoth.extract.attribution.ranges import Range, trim
from quoth.extract.attribution.repairs import ACTING, can_speak
from quoth.extract.attribution.sources import noun_range
from quoth.syntax import Paragraph, Token

KIND = "mark"
"""Attributions whose cue is a mark of punctuation, which the tagger has learnt from none."""
LEAST = 7
"""Tokens, marks included, of words that are somebody's without a verb to say so: fewer are terms and titles."""
LED, SIGNED = 0.5, 0.8
"""About the share of which all parts are an annotator's, in PolNeAR; whose words they are was right in 16 of 17 of the news that it was made with."""
LONGEST_SIGNATURE, LONGEST_LINE = 24, 16
"""Tokens behind a dash, and of a line that signs the quotation before it."""
LONGEST_INITIALS = 5
"""Letters of a name in capitals that is no shout: "NPR"."""
THOUGHT = frozenset({"thinks", "none"})
SPEAKING = frozenset({"i", "we", "he", "she", "they", "one", "others", "another"})
LEADING = frozenset({":", ","})
SPOKEN_OF = frozenset({"from", "by", "of"})
PLACING = frozenset({"in", "at", "on", "to", "during", "from", "via", "after", "before", "about"})
"""What tells where and when, behind the name in a signature."""


def find_unowned(
    paragraphs: Sequence[Paragraph], quotations: Sequence[Sequence[Quotation]], found: Sequence[Attribution]
) -> list[Quotation]:
    """The quotations long enough to be somebody's words that are in nobody's words yet, in order."""
    near = by_paragraph(found)
    return [
        quotation
        for number, some in enumerate(quotations)
        for quotation in some
        if _length(quotation.range) >= LEAST
        and not any(has_words(one, quotation) for one in near.get(number, ()))
        and not is_name(paragraphs[number], quotation)
    ]


def by_paragraph(found: Sequence[Attribution]) -> Mapping[int, Sequence[Attribution]]:
    """The attributions by the paragraphs that they have words in."""
    near: dict[int, list[Attribution]] = {}
    for one in found:
        for number in {one.paragraph, *(number for number, _ in one.contents)}:
            near.setdefault(number, []).append(one)
    return near


def has_words(one: Attribution, quotation: Quotation) -> bool:
    """Whether an attribution whose cue stands outside a quotation, or a label in it, has words of it."""
    own = [one.cue, *([one.source] if one.source else [])] if one.paragraph == quotation.paragraph else []
    if own and quotation.range.holds(one.head) and one.kind != "label":
        return False
    parts = [part for number, part in one.contents if number == quotation.paragraph]
    return any(part.meets(quotation.range) for part in (*own, *parts))


def fill_in(
    paragraphs: Sequence[Paragraph], unowned: Sequence[Quotation], rules: Sequence[Attribution], found: Sequence[Attribution]
) -> list[Attribution]:
    """Of what the rules found by a verb of saying that whose content has a whole quotation of nobody's, and whose cue stands beside it,
    free of what was found already."""
    filled: list[Attribution] = []
    left: dict[int, list[Quotation]] = {}
    for quotation in unowned:
        left.setdefault(quotation.paragraph, []).append(quotation)
    for one in rules:
        word = cue_word(paragraphs[one.paragraph], paragraphs[one.paragraph].tokens[one.head])
        if word is None or word.kind == "noun" or word.stance in THOUGHT:
            continue
        within = [part for number, part in one.contents if number == one.paragraph]
        given = [
            quotation
            for quotation in left.get(one.paragraph, ())
            if any(part.covers(quotation.range) and _length(part) <= 2 * _length(quotation.range) for part in within)
            and not quotation.range.meets(one.cue)
        ]
        if given and one.source is not None and not any(_meet(one, other) for other in (*found, *filled)):
            filled.append(one)
    return filled


def _length(part: Range) -> int:
    return part.last - part.first + 1


def _meet(one: Attribution, other: Attribution) -> bool:
    """Whether a cue stands in the other's words, or contents share words."""
    if one.paragraph == other.paragraph and one.cue.meets(other.cue):
        return True
    parts = [part for number, part in other.contents if number == one.paragraph]
    mine = [one.cue, *(part for number, part in one.contents if number == one.paragraph)]
    theirs = [other.cue] if other.paragraph == one.paragraph else []
    return any(part.meets(own) for part in (*parts, *theirs) for own in mine)


def hand_over(
    paragraphs: Sequence[Paragraph],
    quotations: Sequence[Sequence[Quotation]],
    rules: Sequence[Attribution],
    found: Sequence[Attribution],
) -> list[Attribution]:
    """The attributions, a whole quotation that stands right behind another cue than that of its content given to that one, where the rules
    know who speaks there: “We agree,” said Vell, prompting Marn to reply, “*You do not.*”"""
    kept = list(found)
    for rule in rules:
        beside = next((one for one in quotations[rule.paragraph] if _is_behind(paragraphs[rule.paragraph], rule, one)), None)
        if (
            beside is None
            or rule.source is None
            or any(one.paragraph == rule.paragraph and one.cue.meets(rule.cue) for one in kept)
        ):
            continue
        part = (rule.paragraph, beside.range)
        for place, one in enumerate(kept):
            if (
                part in one.contents
                and len(one.contents) > 1
                and one.source not in {None, rule.source}
                and one.paragraph == rule.paragraph
            ):
                kept[place] = replace(one, contents=tuple(other for other in one.contents if other != part))
                kept.append(replace(rule, contents=(part,)))
                break
    return kept


def _is_behind(paragraph: Paragraph, one: Attribution, quotation: Quotation) -> bool:
    """Whether a quotation is all of a content and follows its cue, with no more than a comma or colon between them."""
    between = paragraph.tokens[one.cue.last + 1 : quotation.range.first]
    alone = one.contents == ((one.paragraph, quotation.range),) and one.cue.last < quotation.range.first
    return alone and len(between) == 1 and between[0].text in {",", ":"}


def find_marked(
    paragraphs: Sequence[Paragraph], quotations: Sequence[Sequence[Quotation]], found: Sequence[Attribution]
) -> list[Attribution]:
    """The attributions of nobody's quotations by the colon before them or the dash behind them; ``found`` are those known already."""
    unowned = find_unowned(paragraphs, quotations, found)
    return [*find_led(paragraphs, unowned), *find_signed(paragraphs, unowned), *find_undersigned(paragraphs, unowned)]


def find_led(paragraphs: Sequence[Paragraph], unowned: Sequence[Quotation]) -> list[Attribution]:
    """Quotations behind a colon, or opening a paragraph behind one that ends with a colon or comma, given to whom the words before it
    are about."""
    found = []
    for quotation in unowned:
        number, colon, marks = quotation.paragraph, quotation.range.first - 1, frozenset({":"})
        if colon < 0 and number and paragraphs[number - 1].tokens:
            number, colon = number - 1, len(paragraphs[number - 1].tokens) - 1
            marks = LEADING
        if colon > 0 and paragraphs[number].tokens[colon].text in marks:
            source = _leader(paragraphs[number], colon)
            if source is not None:
                part = (quotation.paragraph, quotation.range)
                found.append(Attribution(number, colon, KIND, ":", Range(colon, colon), source, (part,), LED, sure=LED))
    return found


def _leader(paragraph: Paragraph, colon: int) -> Range | None:
    """Who the clause before a colon is about: its possessor or subject, whom it comes from, or the name that it consists of."""
    start = paragraph.sentence_of(colon)[0]
    words = paragraph.tokens[start:colon]
    top = next((token for token in words if not start <= token.head < colon or token.head == token.index), None)
    if top is None:
        return None
    who = _subject(paragraph, top) if top.pos in {"VERB", "AUX"} else _named(paragraph, top)
    found = noun_range(paragraph, who.index) if who is not None else None
    return None if found is None or found.first < start else trim(paragraph, found.first, min(found.last, colon - 1))


def _subject(paragraph: Paragraph, verb: Token) -> Token | None:
    subject = own_subject(paragraph, verb.index)
    if subject is None or (subject.pos == "PRON" and subject.text.lower() not in SPEAKING):
        return None
    own = next((child for child in paragraph.children(subject.index, "poss") if can_speak(child)), None)
    if own is not None or verb.lemma == "be":
        return own
    return subject if can_speak(subject) else _named(paragraph, subject)


def _named(paragraph: Paragraph, top: Token) -> Token | None:
    """The possessor of a noun, whom it comes from, or itself where it names somebody."""
    for child in paragraph.children(top.index, "poss"):
        if child.pos in {"PROPN", "PRON"} or can_speak(child):
            return child
    for link in paragraph.children(top.index, "prep"):
        for thing in paragraph.children(link.index, "pobj") if link.lemma in SPOKEN_OF else ():
            if thing.pos == "PROPN" or thing.entity in ACTING:
                return thing
    return top if top.pos == "PROPN" and top.entity in ACTING | {""} and top.text.isalpha() else None


def find_signed(paragraphs: Sequence[Paragraph], unowned: Sequence[Quotation]) -> list[Attribution]:
    """Quotations that open their paragraph and are signed behind a dash, there or in the next paragraph: “Nobody asked us.” — Ines Vell, in a
    speech on Monday."""
    found = []
    for quotation in unowned:
        number, dash = quotation.paragraph, quotation.range.last + 1
        if quotation.range.first == 0 and dash >= len(paragraphs[number].tokens) and number + 1 < len(paragraphs):
            number, dash = number + 1, 0
        source = _signer(paragraphs[number], dash) if quotation.range.first == 0 else None
        if source is not None:
            parts = ((quotation.paragraph, quotation.range),)
            found.append(Attribution(number, dash, KIND, "—", Range(dash, dash), source, parts, SIGNED, sure=SIGNED))
    return found


def _signer(paragraph: Paragraph, dash: int) -> Range | None:
    """The name behind a dash that ends a paragraph, without where and when."""
    words = paragraph.tokens[dash + 1 :]
    if not 0 < len(words) <= LONGEST_SIGNATURE or paragraph.tokens[dash].text not in DASHES or not words[0].text[:1].isalpha():
        return None
    if any(token.pos in {"VERB", "AUX"} for token in words) or words[0].entity in {"DATE", "TIME"}:
        return None
    places = (token.index for token in words if token.text == "(" or (token.pos == "ADP" and token.lemma in PLACING))
    found = trim(paragraph, dash + 1, next(places, len(paragraph.tokens)) - 1)
    named = found is not None and any(token.pos == "PROPN" for token in paragraph.tokens[found.first : found.last + 1])
    return found if named else None


def find_undersigned(paragraphs: Sequence[Paragraph], unowned: Sequence[Quotation]) -> list[Attribution]:
    """Quotations that end their paragraphs, each with a line behind it that names its author and where it appeared ("Ines Vell, Breslo
    Herald"), or with such a name at the end of its paragraph, in texts that do so twice. The comma between the two is the cue."""
    found = []
    for quotation in unowned:
        number, first = quotation.paragraph, quotation.range.last + 1
        if first == len(paragraphs[number].tokens):
            number, first = number + 1, 0
        comma = _undersigned(paragraphs[number], first) if number < len(paragraphs) else None
        if comma is not None:
            parts = ((quotation.paragraph, quotation.range),)
            cue, source = Range(comma, comma), Range(first, comma - 1)
            found.append(Attribution(number, comma, KIND, ",", cue, source, parts, SIGNED, sure=SIGNED))
    return found if len(found) > 1 else []


def _undersigned(paragraph: Paragraph, first: int) -> int | None:
    """The last comma of a paragraph whose words from ``first`` on are a name and a place of publication."""
    tokens = paragraph.tokens[first:]
    if not 0 < len(tokens) <= LONGEST_LINE or not (tokens[0].text[:1].isupper() and tokens[-1].text[-1:].isalnum()):
        return None
    if any(token.pos in {"VERB", "AUX", "NUM"} or token.text.isupper() for token in tokens if len(token.text) > LONGEST_INITIALS):
        return None
    commas = [at for at in range(2, len(tokens) - 1) if tokens[at].text == ","]
    named = commas and tokens[commas[-1] - 1].pos == "PROPN" and tokens[commas[-1] + 1].text[:1].isupper()
    return first + commas[-1] if named else None


def run_on(
    paragraphs: Sequence[Paragraph],
    quotations: Sequence[Sequence[Quotation]],
    content: tuple[int, Range],
    looked: tuple[int, Range],
) -> Range:
    """A part of a content, which is to its end where it begins the paragraph behind a colon that ends one, and a whole quotation where
    it breaks off in it because nobody ``looked`` further (token indices of the cue's paragraph), or leaves out its first sentences."""
    number, part = content
    at, seen = looked
    last = len(paragraphs[number].tokens) - 1
    if number != at:
        whole = number == at + 1 and part.first == 0 and not any(one.range.first == 0 for one in quotations[number])
        return Range(0, last) if whole else part
    around = next((one.range for one in quotations[number] if one.range.covers(part)), part)
    late = part.last == around.last and part.first > around.first + 1 and paragraphs[number].tokens[part.first].begins_sentence
    first = around.first if late or part.first == seen.first else part.first
    return Range(first, around.last if part.last == seen.last else part.last)
