"""Names that are words of the calendar, too: "Anna May", "Mrs. May", "April Korr". A document that names somebody so means them by the word
alone, but where the words beside it make it a date."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from quoth.lexicon.names import capitalised, given_names
from quoth.lexicon.titles import titles
from quoth.syntax import Paragraph, ParsedDocument, Token

DATED = frozenset(
    {"in", "since", "until", "till", "during", "through", "last", "next", "this", "early", "late", "mid", "every", "each"}
)
"""Words before which a month stays one."""
ARTICLES = frozenset({"the", "a", "an"})
"""Behind these the word belongs to a noun ("the May elections")."""
PARTS = frozenset({"end", "beginning", "start", "middle", "month", "rest", "half", "week", "weeks", "days", "day"})
"""Of what a month has: "the end of May"."""
PLACING = frozenset({"in", "from", "to", "at", "near", "of", "across", "for"})
"""Before a name that may be a place's: "in Georgia May was warm"."""
WEEKDAY = "day"
"""Words that end so are nobody's surname without an honorific: "in North Carolina Friday"."""
SHORTEST = 3


def with_calendar_names(parsed: ParsedDocument) -> ParsedDocument:
    """The document with the words of the calendar that are somebody's name tagged as a person's, and the others as nobody's."""
    if not any(_is_calendar(token) for paragraph in parsed.paragraphs for token in paragraph.tokens):
        return parsed
    surnames = {name for paragraph in parsed.paragraphs for name in _surnames(paragraph.tokens)}
    paragraphs = tuple(_settled(paragraph, surnames) for paragraph in parsed.paragraphs)
    return replace(parsed, paragraphs=paragraphs) if paragraphs != parsed.paragraphs else parsed


def is_dated(token: Token) -> bool:
    """Whether a word of the calendar is one here, and nobody's name."""
    return token.entity != "PERSON" and capitalised().get(token.text) == "calendar"


def _is_calendar(token: Token) -> bool:
    return len(token.text) >= SHORTEST and token.text[1:].islower() and capitalised().get(token.text) == "calendar"


def _surnames(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens[1:]:
        if (
            _is_calendar(token)
            and not token.begins_sentence
            and not _is_counted(tokens, token.index)
            and _is_titled(tokens, token.index)
        ):
            yield token.text


def _is_titled(tokens: Sequence[Token], at: int) -> bool:
    """Whether a given name or an honorific stands before a word, and no verb behind it that would make it "may"."""
    before = tokens[at - 1]
    title = titles().get(before.text.lower())
    if title is not None and "honorific" in title.kinds:
        return True
    if before.text not in given_names() or before.tag != "NNP" or _is_calendar(before) or tokens[at].text.endswith(WEEKDAY):
        return False
    placed = before.entity in {"GPE", "LOC"} or (at > 1 and tokens[at - 2].text.lower() in PLACING and before.entity != "PERSON")
    return not placed and not (at + 1 < len(tokens) and tokens[at + 1].tag == "VB")


def _is_counted(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number makes a word a date: "May 3", "3 May", "May, 2014"."""
    after = [token.text for token in tokens[at + 1 : at + 3]]
    number = after[:1] if after[:1] != [","] else [word for word in after[1:] if len(word) == len("2000")]
    return any(word[0].isdigit() for word in number) or (at > 0 and tokens[at - 1].text[0].isdigit())


def _settled(paragraph: Paragraph, surnames: Collection[str]) -> Paragraph:
    tokens = list(paragraph.tokens)
    for token in paragraph.tokens:
        if not _is_calendar(token):
            continue
        if token.text in surnames and _is_meant(tokens, token.index):
            inside = token.index > 0 and tokens[token.index - 1].entity == "PERSON" and not token.begins_sentence
            tokens[token.index] = replace(token, pos="PROPN", tag="NNP", entity="PERSON", begins_entity=not inside)
        elif token.entity == "PERSON" and not _is_given(tokens, token.index):
            tokens[token.index] = replace(token, entity="", begins_entity=False)
    return replace(paragraph, tokens=tuple(tokens)) if tuple(tokens) != paragraph.tokens else paragraph


def _is_meant(tokens: Sequence[Token], at: int) -> bool:
    """Whether a surname's word is the name here, not the date or the verb."""
    if _is_counted(tokens, at):
        return False
    before = [token.text.lower() for token in tokens[max(0, at - 2) : at]]
    last = before[-1] if before and not tokens[at].begins_sentence else ""
    if last in DATED | ARTICLES or (last == "of" and before[0] in PARTS):
        return False
    return not (tokens[at].tag == "MD" and _is_asking(tokens, at))


def _is_asking(tokens: Sequence[Token], at: int) -> bool:
    """Whether "may" opens a question or a wish: "May I …", "May the best win"."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    opens = tokens[at].begins_sentence or not tokens[at - 1].text[-1].isalnum()
    return following is not None and (following.tag == "VB" or (opens and following.pos in {"PRON", "DET", "NOUN", "PROPN"}))


def _is_given(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is the given name before a surname: "April Korr"."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return (
        tokens[at].text in given_names()
        and following is not None
        and following.entity == "PERSON"
        and not following.begins_entity
        and following.text[0].isupper()
    )
