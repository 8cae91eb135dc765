"""Time expressions of a document with their TIMEX3 values and EDTF dates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from quoth.extract.reference.programmes import programmes
from quoth.extract.timex.agreeing import settle_weekdays
from quoth.extract.timex.calendar import Moment, unsure
from quoth.extract.timex.clocks import on_day
from quoth.extract.timex.found import Found, Ground
from quoth.extract.timex.hours import is_of_clause, of_part
from quoth.extract.timex.lengths import length_with_rest
from quoth.extract.timex.rules import Rule, rules
from quoth.extract.timex.words import CORES, LETTERS, Words, read_words
from quoth.records import Anchor, AnchorFrom, Document, Segment, Span, TimeExpression, identify
from quoth.syntax import Paragraph, ParsedDocument, Token

PIECES = re.compile(r"\d\w*(?:[.:]\d+)*|[^\W\d]\w*\.?(?=[\s,)]|$)|\w+|[^\w\s]")
"""Words of a dateline, which no parser reads; a full stop after a word stays with it ("Oct.")."""
RUNS = re.compile(f"[^{LETTERS['other']}]+")
JOINTS = frozenset({"", "on", ",", "at", "of", ", on", ", at", "on the", "of the"})
"""What may stand between a time of day and its day for both to be one expression."""
PARTED = frozenset({"", ",", "on", "late", "early"})
"""What may stand between an hour and the part of a day that it is in."""
DAYS = frozenset("MWTNVR6H")
"""Classes of words that name a day."""
LENGTH_JOINTS = frozenset({"", "and", ",", ", and"})
"""What may stand between two lengths that are one."""

DOUBTS = frozenset({"perhaps", "possibly", "maybe", "probably", "presumably", "conceivably"})
"""Words before a date that say that it is not sure."""
WEEK = 7
QUARTER = 92
BESIDE = frozenset({"dateline", "caption"})
"""Kinds of segment whose days tell when the article was written or a picture taken, not when what it tells of was."""
SEASON = re.compile(r"\d{4}-(?:SP|SU|FA|WI)")
"""The value of a season."""
CLOCK = re.compile(r"T(\d\d):(\d\d)")
EVENING = re.compile(r"T(?:1[89]|2\d):|T(?:EV|NI)$")
BESIDE_HOUR = re.compile(f"^[{LETTERS['half']}{LETTERS['quarter']}]{LETTERS['relation']}")
"""What stands before the hour in "half past six": no word that says how a day lies to another."""
AT_HOUR = re.compile(f"{LETTERS['at']}[{LETTERS['small']}{LETTERS['number']}]")
"""A bare hour behind "at", which may be a time of day beside another."""
SHORT_RUN = 40
"""Letters of a run whose matches are kept in mind."""


@dataclass(frozen=True, slots=True)
class _Hit:
    """A match with its place: word indices in the paragraph, and the rule that found it."""

    start: int
    end: int
    rank: int
    rule: Rule
    match: re.Match[str]


@dataclass(frozen=True, slots=True)
class _Read:
    """A moment with its place in the document and in its paragraph's words."""

    moment: Moment
    span: Span
    first: int
    last: int
    telling: bool = False
    """It only says when something was said."""
    before: bool = False
    """It says when something had been."""
    naming: bool = False
    """It only names something by its day."""


def find_times(parsed: ParsedDocument) -> tuple[TimeExpression, ...]:
    """All time expressions of the readable segments and of datelines, in order, each with the anchor it was read against."""
    document = parsed.document
    anchor = find_anchor(document, parsed.segments)
    day = _day(anchor.value)
    changed = _changed(document, day)
    ground = Ground(day, None, changed)
    found: list[TimeExpression] = []
    for paragraph in _readable(parsed):
        ground = replace(ground, latest=None, clock=None)
        for read in _read_paragraph(paragraph, ground):
            ground = _after(ground, read, telling=read.telling or paragraph.segment.kind in BESIDE)
            found.append(_expression(document, read, anchor))
    return settle_weekdays(parsed, found)


def _after(ground: Ground, read: _Read, *, telling: bool) -> Ground:
    """The ground behind an expression: what "that year" and "two days later" may count from."""
    moment = read.moment
    if moment.day is None or moment.type not in {"DATE", "TIME"}:
        return ground
    said_at = CLOCK.search(moment.value or "")
    named = SEASON.fullmatch(moment.value or "") is not None and not _is_now(moment, ground)
    ground = replace(ground, season=moment) if named else ground
    ground = replace(ground, latest=moment, clock=(int(said_at[1]), int(said_at[2])) if said_at else ground.clock)
    if not _is_day(moment) or (read.naming and _is_far_beside(ground, moment.day)):
        return ground
    if moment.day != ground.anchor or moment.type == "TIME":
        ground = replace(ground, season=None)
    said = {} if moment.seen_from is not None else {(moment.day.month, moment.day.day): moment.day.year}
    ground = replace(ground, previous=moment.day, years={**ground.years, **said})
    if not read.before and (ground.anchor is None or moment.day <= ground.anchor):
        ground = replace(ground, told=moment.day)
    return ground if telling else replace(ground, scene=moment.day, evening=EVENING.search(moment.value or "") is not None)


def _is_far_beside(ground: Ground, day: date) -> bool:
    """Whether a day is not of the week that the text tells of, as the last day named before it is."""
    if ground.anchor is None or ground.previous is None:
        return False
    return abs((ground.anchor - ground.previous).days) <= WEEK < abs((ground.anchor - day).days)


def _is_now(moment: Moment, ground: Ground) -> bool:
    """Whether a season is that of the writing, or one within three months of it."""
    return moment.day is not None and ground.anchor is not None and abs((ground.anchor - moment.day).days) <= QUARTER


def find_anchor(document: Document, segments: Sequence[Segment]) -> Anchor:
    """The date that the document speaks from: its dateline's, else that of publication, else that of its file."""
    dated = next((day for day in _dateline_days(document, segments) if day is not None), None)
    if dated is not None:
        return Anchor(dated.isoformat(), "dateline")
    if document.published is not None and _day(document.published) is not None:
        source: AnchorFrom = document.published_from
        return Anchor(document.published[:10], source)
    return Anchor(None, "unknown")


def _changed(document: Document, day: date | None) -> date | None:
    """The day of the last change, where it came soon after: weekdays between are read as those days. Later ones mend no news."""
    changed = _day(document.modified)
    return changed if day is not None and changed is not None and 0 < (changed - day).days < WEEK else None


def _dateline_days(document: Document, segments: Sequence[Segment]) -> Iterator[date | None]:
    """Days that datelines name; where they leave the year out, that nearest to publication or saving."""
    published = _day(document.published) or _day(document.fetched)
    for segment in segments:
        if segment.kind == "dateline":
            for read in _read_paragraph(_unparsed(document, segment), Ground(published, None)):
                yield read.moment.day if read.moment.type == "DATE" and _is_day(read.moment) else None


def _is_day(moment: Moment) -> bool:
    return moment.value is not None and re.match(r"\d{4}-\d\d-\d\d", moment.value) is not None


def _day(text: str | None) -> date | None:
    if text is None or not re.match(r"\d{4}-\d\d-\d\d", text):
        return None
    return date.fromisoformat(text[:10])


def _readable(parsed: ParsedDocument) -> list[Paragraph]:
    """The parsed paragraphs and the datelines, in order of the text."""
    datelines = [_unparsed(parsed.document, segment) for segment in parsed.segments if segment.kind == "dateline"]
    return sorted([*parsed.paragraphs, *datelines], key=lambda paragraph: paragraph.start)


def _unparsed(document: Document, segment: Segment) -> Paragraph:
    """A segment as a paragraph of bare words without syntax."""
    tokens = tuple(
        Token(index, segment.start + match.start(), segment.start + match.end(), match[0], match[0].lower(), "", "", "", index, "",
              begins_entity=False, begins_sentence=index == 0, space_after=True)
        for index, match in enumerate(PIECES.finditer(document.text[segment.start : segment.end]))
    )  # fmt: skip
    nothing: tuple[tuple[int, ...], ...] = tuple(() for _ in tokens)
    return Paragraph(segment, segment.start, segment.end, tokens, nothing, tuple((token.index, token.index) for token in tokens))


def _read_paragraph(paragraph: Paragraph, ground: Ground) -> list[_Read]:
    words = read_words(paragraph)
    if words is None:
        return []
    found: list[_Read] = []
    titles = {paragraph.tokens[index].start for index in programmes(paragraph.tokens)}
    for hit in _hits(words):
        if (found and hit.start < found[-1].last) or words.words[hit.start].start in titles:
            continue
        match = Found(words, hit.match, ground)
        moment = _said(hit.rule, match)
        if moment is not None:
            moment = unsure(moment) if _is_doubted(match) else moment
            span = Span(words.words[hit.start].start, words.words[hit.end - 1].end)
            before = match.is_of_what_had_been()
            naming = match.is_of_name()
            found.append(_Read(moment, span, hit.start, hit.end, telling=match.is_of_telling(), before=before, naming=naming))
            ground = _after(ground, found[-1], telling=found[-1].telling)
    return _alternatives(list(_of_clauses(list(_merged(found, words)), words)), words)


def _said(rule: Rule, match: Found) -> Moment | None:
    """What a rule reads; nothing where that lies beyond the calendar, which has the years 1 to 9999."""
    if match.is_of_two_numbers():
        return None
    try:
        return rule.read(match)
    except (OverflowError, ValueError):  # which of them a date raises depends on how it is reckoned
        return None


def _is_doubted(found: Found) -> bool:
    """Whether the text itself leaves the date open ("perhaps on Monday", "possibly in May")."""
    words = found.words.words[max(0, found.match.start() - 2) : found.match.start()]
    texts = [word.text for word in words]
    return bool(texts) and (texts[-1] in DOUBTS or (texts[0] in DOUBTS and texts[-1] in {"on", "in", "by", "around", "as"}))


def _alternatives(found: list[_Read], words: Words) -> list[_Read]:
    """The readings, days joined by "or" as one expression: TIMEX3 has no value for it, EDTF has one of a set."""
    joined: list[_Read] = []
    for read in found:
        last = joined[-1] if joined else None
        between = [] if last is None else [word.text for word in words.words[last.last : read.first]]
        if last is not None and between in (["or"], ["or", "on"]) and _is_day(last.moment) and _is_day(read.moment):
            either = f"[{last.moment.edtf},{read.moment.edtf}]"
            moment = replace(last.moment, type="DATE", value=None, edtf=either)
            joined[-1] = _Read(moment, Span(last.span.start, read.span.end), last.first, read.last)
        else:
            joined.append(read)
    return joined


def _hits(words: Words) -> list[_Hit]:
    """All matches of all rules, in the order in which they are tried: from the left, the longest first, then the earlier rule.

    Rules are tried only on runs of words of time: no pattern has a place for another word.
    """
    runs = [run.span() for run in RUNS.finditer(words.letters) if not CORES.isdisjoint(run[0]) or AT_HOUR.search(run[0])]
    found = [
        _Hit(match.start(), match.end(), rank, rules()[rank], match)
        for start, end in runs
        for rank, at in (_known if end - start <= SHORT_RUN else _matching)(words.letters[start:end])
        if (match := rules()[rank].pattern.match(words.letters, start + at, end)) is not None
    ]
    return sorted(found, key=lambda hit: (hit.start, -hit.end, hit.rank))


def _matching(run: str) -> tuple[tuple[int, int], ...]:
    """Which rules match in a run of letters, by rank, and where.

    Each rule is tried from every place, so that where a reader does not take the words from one it is asked from the next.
    """
    return tuple(
        (rank, at) for rank, rule in enumerate(rules()) for at in range(len(run)) if rule.pattern.match(run, at) is not None
    )


_known = lru_cache(maxsize=8192)(_matching)
"""The same of short runs, few of which come again and again."""


def _merged(found: list[_Read], words: Words) -> Iterator[_Read]:
    """The readings, a time of day joined with the day that stands beside it ("8 p.m. on Monday", "the night of 5 June")."""
    pending: _Read | None = None
    for read in found:
        joined = None if pending is None else _join_part(pending, read, words) or _join(pending, read, words)
        if pending is not None and joined is None:
            yield pending
        pending = joined or read
    if pending is not None:
        yield pending


def _of_clauses(found: list[_Read], words: Words) -> Iterator[_Read]:
    """The readings, an hour that no day stands beside on the day that its clause names behind it, where its sentence names none before."""
    for place, read in enumerate(found):
        first = words.paragraph.sentence_of(words.words[read.first].token)[0]
        days = [one for one in found[:place] if _is_day(one.moment) and words.words[one.first].token >= first]
        bare = place + 1 < len(found) and not days and _is_bare_hour(read, words)
        yield _on_day_of(read, found[place + 1], words) if bare else read


def _is_bare_hour(read: _Read, words: Words) -> bool:
    return CLOCK.search(read.moment.value or "") is not None and DAYS.isdisjoint(
        BESIDE_HOUR.sub("", words.letters[read.first : read.last])
    )


def _on_day_of(read: _Read, after: _Read, words: Words) -> _Read:
    """An hour on the day of what stands behind it, where that is of the same clause; not midnight, which may be of that day or the next."""
    hour, day = words.words[read.last - 1].last, words.words[after.last - 1].last
    midnight = after.moment.type == "DATE" and "T00:00" in (read.moment.value or "")
    if (
        midnight
        or not _is_day(after.moment)
        or CLOCK.search(after.moment.value or "")
        or not is_of_clause(words.paragraph, hour, day)
    ):
        return read
    return replace(read, moment=of_part(read.moment, after.moment, halved=True))


def _join(first: _Read, second: _Read, words: Words) -> _Read | None:
    types = {first.moment.type, second.moment.type}
    between = " ".join(word.text for word in words.words[first.last : second.first])
    if types == {"DURATION"}:
        listed = words.words[second.first].text in {"a", "an"} or _goes_on(second, words)  # "not a month, a day"
        return _one_length(first, second, words) if between in LENGTH_JOINTS and not (between == "," and listed) else None
    if types != {"DATE", "TIME"} or between not in JOINTS or (between == "," and words.words[second.first].text in {"the", "a"}):
        return None
    day, time = (first, second) if second.moment.type == "TIME" else (second, first)
    if first.moment.type == "TIME" and first.moment.day == second.moment.day is not None and _is_day(second.moment):
        return _Read(first.moment, Span(first.span.start, second.span.end), first.first, second.last)
    named = BESIDE_HOUR.sub("", words.letters[time.first : time.last])
    if not _is_day(day.moment) and day.moment.value is not None and not day.moment.value.startswith("XXXX"):
        return None
    if any(letter in named for letter in "WTNVR"):
        return None
    return _Read(on_day(time.moment, day.moment), Span(first.span.start, second.span.end), first.first, second.last)


def _join_part(first: _Read, second: _Read, words: Words) -> _Read | None:
    """An hour with the part of a day that stands behind it ("8:30pm Thursday night", "9:30 last night")."""
    between = " ".join(word.text for word in words.words[first.last : second.first])
    if between not in PARTED or not _is_bare_hour(first, words) or not _is_part_of_day(second, words):
        return None
    halved = "m" in words.letters[first.first : first.last] or words.words[first.last - 1].text.endswith("m")
    moment = of_part(first.moment, second.moment, halved=halved)
    return _Read(moment, Span(first.span.start, second.span.end), first.first, second.last)


def _is_part_of_day(read: _Read, words: Words) -> bool:
    """Whether a reading is a part of a day that it names: "Thursday night", "this morning"."""
    named = read.moment.type == "TIME" and not DAYS.isdisjoint(words.letters[read.first : read.last])
    return named and CLOCK.search(read.moment.value or "") is None and _is_day(read.moment)


def _goes_on(read: _Read, words: Words) -> bool:
    """Whether more is told behind a length than another or the end of a clause: "six years, 18 months *of them suspended*"."""
    after = words.words[read.last : read.last + 1]
    return any(word.text[0].isalnum() and word.text.lower() != "and" for word in after)


def _one_length(first: _Read, second: _Read, words: Words) -> _Read | None:
    """Two lengths as one ("six hours and 35 minutes"), unless they are the ends of a range ("between an hour and ten minutes")."""
    before = words.words[first.first - 1].text if first.first else ""
    joined = None if before in {"between", "from"} else length_with_rest(first.moment, second.moment)
    return None if joined is None else _Read(joined, Span(first.span.start, second.span.end), first.first, second.last)


def _expression(document: Document, read: _Read, anchor: Anchor) -> TimeExpression:
    moment, span = read.moment, read.span
    return TimeExpression(
        id=identify("time", document.id, span.start, span.end),
        document=document.id,
        span=span,
        text=document.text[span.start : span.end],
        type=moment.type,
        value=moment.value,
        edtf=moment.edtf,
        anchor=_anchored(moment, anchor),
    )


def _anchored(moment: Moment, anchor: Anchor) -> Anchor:
    """The anchor of one expression: the document's where it was read against it, else none but its own words."""
    if moment.seen_from == "anchor":
        return anchor
    return Anchor(moment.against.isoformat() if moment.against else None, "expression")
