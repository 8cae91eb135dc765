"""Headlines of one story, or first sentences where there are none, that somebody contradicts: another headline, or somebody in the text of another
article, who negates, doubts or calls untrue what it tells. Few do, and words alone do not tell which: the pair reader must read both as
opposed, as news and as plain sentences."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from quoth.language.pairs.reader import ANSWERS, load_pair_reader
from quoth.lexicon.postures import postures
from quoth.link.amounts import sentence_at, weigh_words
from quoth.link.clusters import Unions
from quoth.link.dismissals import dismissed
from quoth.link.ground import Ground, Page
from quoth.link.origins import Lineage
from quoth.link.postures import DENYING, QUESTION, plainly, stand
from quoth.link.stances import AGAINST
from quoth.link.voices import Voices
from quoth.records import Disagreement, Given, Reading, Span, Statement, Story, identify

SHORTEST, LONGEST = 4, 45
"""Words of a sentence that tells one thing."""
SHARED, OF_LIGHTER = 5.5, 0.25
"""Weight of rare words that two must share (one that is as rare as can be), and its share of the lighter one."""
OPPOSED = 0.5
"""How probable the pair reader must hold it that one contradicts the other, and that it opposes it."""
OF_ONE_MATTER, MOSTLY_SHARED = 0.8, 0.5
"""Where it holds it this probable that both tell one thing, affirmed or denied, and as much of the lighter one is shared, it is enough that one
contradicts the other."""
BRIEF, AGAINST_EACH_OTHER, AS_NEWS = 20, 1.0, 0.25
"""Words up to which a sentence is a headline: two of them tell one thing each. Of such, where both tell one thing, affirmed or denied, it is
enough that what the pair reader holds probable of contradiction, in each of its three ways of reading, sums to the second, and read as news to
the third."""
SHARED_DISMISSED, CALLED_UNTRUE = 4.0, 0.5
"""The weight of rare words that must be shared where one calls something untrue as a whole, and how probable the pair reader must hold it that
this is what the other tells."""
HELD = 500
"""Headlines of a story with one word that are looked at, the first: in a story of thousands, not all pairs."""
MOST = 200
"""Pairs of a story that are read, those that share most first."""

_CONTRAST = re.compile(
    r"(?:,| –| —) not [^,–—]+[,–—]|\bnot \w+, (?:just|but|only)\b|\brefus\w+ to \w+|\b(?:(?:for|after) not|without) \w+ing\b",
    re.IGNORECASE,
)
"""Who or what it was not, beside who it was, and what nobody did: "Vessia, not Marland, asked", "sacked for not coming"; that denies nothing
that another told."""

_REFUSED = re.compile(
    r"\bnot (?:be )?(?:allowed|permitted)\b"
    r"|\b(?:reject|den[iy]|refus|dismiss|turn)\w*(?: down)?(?: [\w’'-]+){0,4}? (?:bid|request|appeal|plea|offer|demand|motion|petition|(?:law)?suit)s?\b"
    r"|\b(?:reject|dismiss|overturn|threw out|str[iu]c?k\w* down)\w*(?: [\w’'-]+){0,4}? (?:plan|proposal|nominee|complaint|effort|law|ban)s?\b",
    re.IGNORECASE,
)
"""What somebody does not allow or grant: a request is turned down, not called untrue."""
_HEADING = re.compile(r"^#{1,6} ")
"""The mark of a heading in Markdown: "# Barge sinks" is headed "Barge sinks"."""
_OPEN = re.compile(r"\b(?:whether|wonder\w*|if true)\b", re.IGNORECASE)
"""What leaves open what it tells."""


@dataclass(frozen=True, slots=True)
class Lead:
    """What an article tells first, or what somebody denies in it."""

    document: str
    outlet: str | None
    text: str
    """The document that stands for all that share its text."""
    span: Span
    words: str
    weights: Mapping[str, float]
    against: bool
    """Whether it negates, doubts or calls something untrue."""
    first: bool = True
    dismissed: str | None = None
    """What a headline calls untrue as a whole, as if it were told."""


def dispute_headlines(
    told: Iterable[Disagreement], *, statements: Mapping[str, Statement], ground: Ground, voices: Voices
) -> list[Disagreement]:
    """Points on which the first words of two articles contradict each other, but for those that are ``told`` of a claim already."""
    settled = {
        (denial, maker)
        for point in told
        if point.kind == "polarity"
        for maker in point.readings[0].documents
        for denial in point.readings[1].documents
    }
    denying = {denial for denial, _ in settled}
    lineage = Lineage.of(ground.copies)
    by_document: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements.values():
        by_document[statement.document].append(statement)
    found: list[Disagreement] = []
    for story in ground.stories:
        if len(story.documents) > 1:
            texts = lineage.text_of(story.documents)
            pages = list(ground.pages(story.documents))
            leads = [lead for page in pages if (lead := find_lead(page, texts)) is not None]
            denials = [lead for page in pages for lead in find_denials(page, texts, by_document.get(page[0].id, ()))]
            every = {(one.document, one.span): one for one in (*denials, *leads)}
            pairs = [pair for pair in _pairs(list(every.values())) if not _is_told(*pair, settled, denying)]
            found += _points(story, opposed(pairs), by_document, voices)
    return found


def _is_told(denial: Lead, maker: Lead, settled: set[tuple[str, str]], denying: set[str]) -> bool:
    """Whether a claim tells this contradiction already, or what an article calls untrue in its headline as a whole."""
    return (denial.document, maker.document) in settled or (denial.dismissed is not None and denial.document in denying)


def find_lead(page: Page, texts: Mapping[str, str]) -> Lead | None:
    """The headline of an article, else its first sentence; None where it asks, or is no sentence."""
    document, segments = page
    first = next((one for one in segments if one.kind == "title"), None) or next(
        (one for one in segments if one.kind == "body"), None
    )
    if first is None:
        return None
    start = next((place for place in range(first.start, first.end) if not document.text[place].isspace()), first.start)
    return _sentence(page, start, texts, first=True)


def find_denials(page: Page, texts: Mapping[str, str], statements: Iterable[Statement]) -> list[Lead]:
    """The sentences of an article in which somebody denies or doubts something."""
    starts = [one.cue.spans[0].start for one in statements if one.stance in {"denies", "doubts"} and not one.negated]
    found = (_sentence(page, start, texts, first=False) for start in starts)
    return list({one.span: one for one in found if one is not None and one.against}.values())


def _sentence(page: Page, start: int, texts: Mapping[str, str], *, first: bool) -> Lead | None:
    document, segments = page
    span = sentence_at(document, segments, Span(start, start + 2))
    words = _HEADING.sub("", " ".join(document.text[span.start : span.end].split()))
    if not SHORTEST <= len(words.split()) <= LONGEST or QUESTION.search(words):
        return None
    plain = plainly(_REFUSED.sub(" ", _CONTRAST.sub(" ", words)))
    called = dismissed(_CONTRAST.sub(" ", words)) if first and len(words.split()) <= BRIEF else None
    against = called is not None or any(postures()[posture].search(plain) for posture in ("doubt", *DENYING))
    text = texts.get(document.id, document.id)
    return Lead(document.id, document.outlet, text, span, words, weigh_words(words), against=against, first=first, dismissed=called)


def _pairs(leads: Sequence[Lead]) -> list[tuple[Lead, Lead]]:
    """Those that deny with those that do not and share words with them, by weight."""
    makers: dict[str, list[int]] = defaultdict(list)
    for number, lead in enumerate(leads):
        for word in lead.weights if not lead.against else ():
            makers[word].append(number)
    found = []
    for denial in leads:
        shared: dict[int, float] = defaultdict(float)
        for word, weight in denial.weights.items() if denial.against else ():
            for number in makers.get(word, ())[:HELD]:
                shared[number] += weight
        found += [(weight, denial, leads[number]) for number, weight in shared.items() if _may_meet(denial, leads[number], weight)]
    found.sort(key=lambda one: (-one[0], one[1].document, one[2].document))
    return [(denial, maker) for _, denial, maker in found[:MOST]]


def _may_meet(denial: Lead, maker: Lead, shared: float) -> bool:
    apart = denial.text != maker.text and (denial.outlet is None or denial.outlet != maker.outlet)
    if _called_untrue(denial, maker) is not None:
        return apart and shared >= SHARED_DISMISSED and _overlap(denial, maker) >= OF_LIGHTER
    return (
        apart
        and shared >= SHARED
        and _overlap(denial, maker) >= OF_LIGHTER
        and stand((), denial.words, claim=maker.words) in AGAINST
    )


def opposed(pairs: Sequence[tuple[Lead, Lead]]) -> list[tuple[Lead, Lead]]:
    """Of pairs of a denial and what it may deny those that are read as opposed."""
    if not pairs:
        return []
    called = [_called_untrue(*pair) for pair in pairs]
    asked = [(denial.words, maker.words) for denial, maker in pairs]
    read = load_pair_reader().read([*asked, *(one for one in called if one is not None)])
    answers = [dict(zip(ANSWERS, row, strict=True)) for row in read.tolist()]
    same = iter(answers[len(asked) :])
    untrue = [one is not None and next(same)["told same"] >= CALLED_UNTRUE for one in called]
    read_as = zip(pairs, untrue, answers[: len(asked)], strict=True)
    return [pair for pair, held, answer in read_as if held or (_shared(*pair) >= SHARED and _are_opposed(pair, answer))]


def _called_untrue(denial: Lead, maker: Lead) -> tuple[str, str] | None:
    """What a headline calls untrue as a whole with what another tells; None of others, and where the other only asks."""
    return (denial.dismissed, maker.words) if denial.dismissed and _is_brief(maker) and not _OPEN.search(maker.words) else None


def _shared(denial: Lead, maker: Lead) -> float:
    return sum(weight for word, weight in denial.weights.items() if word in maker.weights)


def _is_brief(lead: Lead) -> bool:
    return len(lead.words.split()) <= BRIEF


def _are_opposed(pair: tuple[Lead, Lead], answer: Mapping[str, float]) -> bool:
    one_matter = answer["told same"] + answer["told opposed"] >= OF_ONE_MATTER
    if one_matter and all(lead.first and _is_brief(lead) for lead in pair):
        sum_of_all = answer["told opposed"] + answer["contradicted"] + answer["made opposed"]
        return answer["told opposed"] >= AS_NEWS and sum_of_all >= AGAINST_EACH_OTHER
    shared = pair[0].first and one_matter and _overlap(*pair) >= MOSTLY_SHARED
    return answer["contradicted"] >= OPPOSED and (shared or answer["told opposed"] >= OPPOSED)


def _overlap(first: Lead, second: Lead) -> float:
    return _shared(first, second) / max(1.0, min(sum(first.weights.values()), sum(second.weights.values())))


def _points(
    story: Story, pairs: Sequence[tuple[Lead, Lead]], statements: Mapping[str, Sequence[Statement]], voices: Voices
) -> Iterator[Disagreement]:
    """One point for all pairs that share an article."""
    leads = list({(lead.document, lead.span): lead for pair in pairs for lead in pair}.values())
    unions = Unions(len(leads))
    for denial, maker in pairs:
        unions.join(leads.index(denial), leads.index(maker))
    for group in unions.groups():
        held = [leads[number] for number in group]
        made, denied = ([lead for lead in held if lead.against is against] for against in (False, True))
        yield Disagreement(
            id=identify("disagreement", "polarity", story.id, *sorted({lead.document for lead in held})),
            story=story.id,
            about=min(made, key=lambda lead: (len(lead.words), lead.document)).words,
            kind="polarity",
            readings=(_reading("asserts", made, statements, voices), _reading("denies", denied, statements, voices)),
        )


def _reading(value: str, leads: Sequence[Lead], statements: Mapping[str, Sequence[Statement]], voices: Voices) -> Reading:
    given = [Given(lead.document, lead.span, _statement_in(lead, statements.get(lead.document, ()))) for lead in leads]
    return Reading(
        value=value,
        statements=tuple(dict.fromkeys(one.statement for one in given if one.statement is not None)),
        actors=tuple(dict.fromkeys(actor for one in given for actor in voices.of(one.statement, one.document))),
        documents=tuple(dict.fromkeys(one.document for one in given)),
        given=tuple(given),
    )


def _statement_in(lead: Lead, statements: Iterable[Statement]) -> str | None:
    """The outermost statement of a sentence; None where the outlet speaks itself."""
    inside = [one for one in statements if any(lead.span.start <= span.start < lead.span.end for span in one.content.spans)]
    return min(inside, key=lambda one: (-len(one.content.text), one.id)).id if inside else None
