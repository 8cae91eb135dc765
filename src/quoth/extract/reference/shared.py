"""Offices told in the plural of several people named behind them: "Sens. Reeve and Dolan", "lawyers Ann Lee and Bo Tarn"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from quoth.extract.reference.before import word_of
from quoth.extract.reference.participants import Named
from quoth.extract.reference.titles_of import Office, read_office
from quoth.lexicon.names import given_names
from quoth.lexicon.titles import titles
from quoth.syntax import Paragraph, Token

PLURALS = {"sens.": "sen.", "reps.": "rep.", "govs.": "gov.", "gens.": "gen.", "profs.": "prof."}
"""Titles of several that are shortened, to that of one."""
SEAT = 8
"""Tokens within brackets behind a name, at most: "(R-Ill.)"."""


def share_offices(text: str, paragraph: Paragraph, row: Sequence[Named]) -> tuple[Named, ...]:
    """The names of a paragraph, each of several with the office of one that a plural before the first tells of all."""
    added: dict[int, Office] = {}
    for index, named in enumerate(row):
        office = _plural_before(text, paragraph, named)
        members = list(_members(paragraph, row, index)) if office is not None and _is_somebody(named) else []
        if office is not None and members:
            added |= {at: _of_one(office, row[at]) for at in [index, *members]}
    return tuple(_with(named, added[at]) if at in added else named for at, named in enumerate(row))


def _plural_before(text: str, paragraph: Paragraph, named: Named) -> Office | None:
    """The office of several that stands right before a name, or that it is the apposition of."""
    tokens = paragraph.tokens
    for office in named.offices:
        if office.text in PLURALS or (office.head.plural and not office.owner):
            return office
    first, name = named.found.first, tokens[named.found.last]
    head = name.head if name.dep == "appos" else first - 1
    if named.offices or not 0 <= head < first or tokens[head].tag not in {"NNS", "NNPS"}:
        return None
    word, beside = word_of(tokens[head]), first - head
    told = beside == 1 or (beside == 2 and tokens[head + 1].text in {",", "-", "—", "–", ":"})
    if word is None or not word.person or not word.plural or not told or (beside == 1 and tokens[head].head <= head != name.head):
        return None
    return read_office(text, tokens, head, last=head)


def _members(paragraph: Paragraph, row: Sequence[Named], index: int) -> Iterator[int]:
    """The other names of the list that a name begins, as far as an "and" closes it; none where one has an office of its own."""
    tokens, closed = paragraph.tokens, False
    found: list[int] = []
    for at in range(index + 1, len(row)):
        start = row[at].found.first
        end = row[at - 1].found.last if not found else row[found[-1]].found.last
        if start <= end or _is_whose(tokens, row, at):
            continue
        gap = list(_gap(tokens, row, end + 1, start))
        if closed or not gap or not set(gap) <= {",", "and"} or row[at].offices or not _is_somebody(row[at]):
            break
        found.append(at)
        closed = "and" in gap
    yield from found if closed else []


def _is_somebody(named: Named) -> bool:
    """Whether a name may be a person's."""
    return named.found.known is None and (named.found.label == "PERSON" or named.found.words[0] in given_names())


def _is_whose(tokens: Sequence[Token], row: Sequence[Named], at: int) -> bool:
    """Whether a name is what the one before it is of: "Ann Lee of *Halden*"."""
    first = row[at].found.first
    return first > 0 and tokens[first - 1].text.lower() in {"of", "from"}


def _gap(tokens: Sequence[Token], row: Sequence[Named], first: int, end: int) -> Iterator[str]:
    """The words between two names, but for brackets and for what the first is of."""
    inside, whose = False, {index for at, one in enumerate(row) if _is_whose(tokens, row, at)
                            for index in range(one.found.first - 1, one.found.last + 1)}  # fmt: skip
    for index in range(first, end):
        inside = inside or (tokens[index].text == "(" and index - first < SEAT)
        if not inside and index not in whose:
            yield tokens[index].text.lower()
        inside = inside and tokens[index].text != ")"


def _of_one(office: Office, named: Named) -> Office:
    """An office of several as that of one of them, whose name its words do not touch."""
    first, text = named.found.first, _singular(office.text)
    head = titles().get(text) if office.text in PLURALS else None
    return replace(
        office, text=text, head=head or replace(office.head, plural=False), leftmost=first, first=first, last=first, rightmost=first
    )


def _singular(text: str) -> str:
    """Words of title for one: "lawyer", "attorney general", "former adviser"."""
    known = titles().get(text)
    if text in PLURALS or (known is not None and known.plural):
        return PLURALS.get(text) or (known.word if known is not None else text)
    words = ((word, titles().get(word)) for word in text.split())
    return " ".join(what.word if what is not None and what.plural else word for word, what in words)


def _with(named: Named, office: Office) -> Named:
    kept = [own for own in named.offices if own.text in PLURALS or own.head.plural]
    first = min((own.leftmost for own in kept), default=named.found.first)
    return replace(named, offices=(replace(office, leftmost=first), *(own for own in named.offices if own not in kept)))
