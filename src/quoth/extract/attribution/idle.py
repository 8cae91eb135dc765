"""Words of saying inside what somebody says that tell of no saying: "urged them *to ask questions*", "they *should think* so", "what they *saw*".

They say what might be said, or leave open what was. Of 173 inner statements that annotators marked in the half of the labels that may be read,
two have such a cue and none such a content.
"""

from __future__ import annotations

from collections.abc import Sequence

from quoth.extract.attribution.candidates import Attribution
from quoth.extract.attribution.stances import take
from quoth.records import Stance
from quoth.syntax import Paragraph

POSSIBLE = frozenset({"should", "ought", "might", "may", "could"})
ANYONE = frozenset({"you", "anyone", "anybody", "no one", "nobody", "who"})
NOT = frozenset({"not", "n't", "n’t", "never"})
OPEN = frozenset({"what", "which", "whom", "who", "how", "and", "or", "but"})
BACK = frozenset(
    {"it", "him", "her", "them", "me", "us", "you", "this", "that", "these", "those", "they", "he", "she", "one", "there", "to"}
)
"""What only points to something said before; who denies or supports that takes a stance all the same."""
TAKEN: frozenset[Stance] = frozenset({"denies", "confirms", "doubts", "accuses", "praises", "condemns", "declines"})


def without_idle(paragraphs: Sequence[Paragraph], found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions without those that stand in another's content and tell of no saying."""
    return [one for one in found if not (is_idle(paragraphs[one.paragraph], one) and any(holds(outer, one) for outer in found))]


def holds(outer: Attribution, inner: Attribution) -> bool:
    """Whether all of ``inner`` stands in the content of ``outer``."""
    parts = [(inner.paragraph, inner.cue), *([(inner.paragraph, inner.source)] if inner.source else []), *inner.contents]
    return all(any(number == at and part.covers(own) for at, part in outer.contents) for number, own in parts)


def is_idle(paragraph: Paragraph, one: Attribution) -> bool:
    """Whether an attribution tells of what might be said, or of nothing that can be named."""
    return _is_possible(paragraph, one) or _is_open(paragraph, one)


def _is_possible(paragraph: Paragraph, one: Attribution) -> bool:
    """Whether the saying is only wanted, asked for or possible: an infinitive, "should think"; "could not say" declines."""
    first, last = one.cue
    words = [token.text.lower() for token in paragraph.tokens[first : last + 1]]
    if paragraph.tokens[first].tag == "TO":
        return True
    if paragraph.tokens[first].tag != "MD" or NOT & set(words):
        return False
    source = one.source
    anyone = source is not None and paragraph.tokens[source.first].text.lower() in ANYONE and source.first == source.last
    return words[0] in POSSIBLE or anyone


def _is_open(paragraph: Paragraph, one: Attribution) -> bool:
    """Whether the content is one word that names nothing."""
    if len(one.contents) != 1 or one.contents[0][1].first != one.contents[0][1].last:
        return False
    number, part = one.contents[0]
    word = paragraph.tokens[part.first].text.lower() if number == one.paragraph else ""
    return word in OPEN or (word in BACK and take(paragraph, one).stance not in TAKEN)
