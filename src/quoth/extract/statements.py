"""Who says what: the statements of one document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from quoth.extract.attribution.addressees import address
from quoth.extract.attribution.attributions import find_attributions
from quoth.extract.attribution.candidates import Attribution
from quoth.extract.attribution.channels import channel_of
from quoth.extract.attribution.contexts import inside, whole
from quoth.extract.attribution.continuations import continue_quotations, without_nobodys, without_unspoken
from quoth.extract.attribution.labels import find_labelled, find_signed
from quoth.extract.attribution.listeners import listener_ranges
from quoth.extract.attribution.nesting import nest
from quoth.extract.attribution.posts import KIND as POST
from quoth.extract.attribution.posts import with_posts
from quoth.extract.attribution.quotations import Quotation, find_quotations, is_name
from quoth.extract.attribution.stances import take
from quoth.extract.attribution.unowned import find_marked
from quoth.records import Form, Passage, Referent, Span, Statement, identify, passage
from quoth.syntax import Paragraph, ParsedDocument

SINGULAR = frozenset({"i", "me", "my", "myself"})
OTHERS = frozenset({"he", "she", "his", "her", "him"})
"""Who speaks does not call themselves so."""
PLURAL = frozenset({"we", "our"})

UNOWNED = "statement: document without an owner"
DEFINITE = ("the statement", "that statement", "this statement")
BACK = 8
"""Statements before "the statement" among which the one that it goes on with is looked for."""


class Speakers(Protocol):
    """What statements ask of the referents of a document."""

    def resolve(self, span: Span, *, before: int | None = None) -> tuple[Referent | None, str | None]:
        """The referent that the words of a source mean, or why it is undecided."""
        ...

    def at(self, span: Span) -> Referent | None:
        """The referent named in ``span``."""
        ...


class Nobody:
    """No referents: every speaker stays undecided. For scoring spans alone."""

    def resolve(self, span: Span, *, before: int | None = None) -> tuple[Referent | None, str | None]:  # noqa: ARG002
        """Nobody, because none were looked for."""
        return None, "not resolved"

    def at(self, span: Span) -> Referent | None:  # noqa: ARG002
        """Nobody."""
        return None


def find_statements(
    parsed: ParsedDocument, referents: Speakers, attributions: Sequence[Attribution] | None = None
) -> tuple[Statement, ...]:
    """The statements of a document in the order of their first words, nested ones with their parent and chain. ``attributions`` are what
    they are made of; by rules where none are given."""
    quotations = find_quotations(parsed.paragraphs)
    attributed = find_attributed(parsed) if attributions is None else attributions
    attributed = [one for one in attributed if not _is_question(parsed.paragraphs[one.paragraph], one)]
    drafts = [_statement(parsed, attribution, quotations, referents) for attribution in attributed]
    weighed = {statement.id for (statement, _), one in zip(drafts, attributed, strict=True) if one.sure is None}
    nested = nest(speak_in_statements([statement for statement, _ in drafts]))
    found = tuple(replace(one, score=inside(one.score)) if one.parent and one.id in weighed else one for one in nested)
    spoken = speak_for_themselves(found, referents)
    told = {statement.id: parsed.document.text[slice(*span)] for statement, span in drafts if span is not None}
    heard = address(spoken, told, [paragraph.start for paragraph in parsed.paragraphs])
    return found if heard == found else nest(heard)


def _is_question(paragraph: Paragraph, attribution: Attribution) -> bool:
    """Whether a sentence asks who said something: "Who accuses whom?"."""
    source = attribution.source
    if source is None or source.first != source.last or paragraph.tokens[source.first].tag not in {"WP", "WDT"}:
        return False
    first, stop = paragraph.sentence_of(source.first)
    words = [token for token in paragraph.tokens[first:stop] if token.pos != "SPACE"]
    opens = all(token.pos == "PUNCT" for token in words[: source.first - first])
    return opens and any(token.text == "?" for token in words[-2:])


def speak_in_statements(statements: Sequence[Statement]) -> list[Statement]:
    """The statements, those of "the statement" given to who last said something in one: "Arden and Ilmar said in a joint statement …. “We
    regret it,” the statement said."."""
    spoken: dict[str, Statement] = {}
    ordered = sorted(statements, key=lambda one: one.cue.spans[0].start)
    for place, one in enumerate(ordered):
        if one.undecided == UNOWNED and one.source is not None and one.source.text.lower().startswith(DEFINITE):
            before = ordered[max(0, place - BACK) : place]
            spoken_in = [other for other in before if other.channel == "statement" and spoken[other.id].speaker is not None]
            if spoken_in:
                speaker = spoken[spoken_in[-1].id].speaker
                spoken[one.id] = replace(one, speaker=speaker, undecided=None)
                continue
        spoken[one.id] = one
    return [spoken[one.id] for one in statements]


def speak_for_themselves(statements: Sequence[Statement], referents: Speakers) -> tuple[Statement, ...]:
    """The nested statements in order, those in which "I" speaks within a quotation given to who is quoted, and those in which "we"
    does where a body, a state or several are quoted; of one person's "we" it is not known who else speaks."""
    by_id: dict[str, Statement] = {}
    for statement in statements:
        outer = by_id.get(statement.parent or "")
        own = outer is not None and _is_own(statement, outer, referents)
        told = statement if outer is None else _not_by(outer, statement)
        by_id[statement.id] = _spoken_by(outer, statement) if outer is not None and own else told
    return tuple(by_id.values())


def _is_own(statement: Statement, outer: Statement, referents: Speakers) -> bool:
    """Whether the source of a statement is "I", or "we" of several, in a quotation of ``outer``."""
    word = statement.source.text.lower() if statement.source else ""
    if statement.form != "direct" or outer.form == "indirect" or outer.source is None or word not in SINGULAR | PLURAL:
        return False
    if word in SINGULAR:
        return True
    speaker, _ = referents.resolve(outer.source.spans[0], before=outer.cue.spans[0].start)
    return speaker is not None and speaker.id == outer.speaker and (speaker.kind in {"body", "state", "group"})


def _not_by(outer: Statement, statement: Statement) -> Statement:
    """A statement within a quotation of somebody named: "he" there is another, whom the quotation leaves open."""
    word = statement.source.text.lower() if statement.source else ""
    named = outer.form == "direct" and outer.source is not None and outer.source.text.lower() not in OTHERS
    if not named or word not in OTHERS or statement.form != "direct":
        return statement
    if statement.speaker is None or statement.speaker != outer.speaker:
        return statement
    return replace(statement, speaker=None, undecided=f"{word}: not who is quoted")


def _spoken_by(outer: Statement, statement: Statement) -> Statement:
    addressee = statement.addressee if statement.addressee != outer.speaker else None
    return replace(statement, speaker=outer.speaker, undecided=outer.undecided, addressee=addressee)


def find_attributed(parsed: ParsedDocument) -> list[Attribution]:
    """The attributions of a document as token ranges, in the order of their cues, quotations without cue given to theirs."""
    quotations = find_quotations(parsed.paragraphs)
    found = [
        attribution
        for number, paragraph in enumerate(parsed.paragraphs)
        for attribution in find_attributions(paragraph, quotations[number], number=number)
    ]
    named = [*find_labelled(parsed.paragraphs), *find_signed(parsed.paragraphs)]
    known = [*found, *named]
    ordered = sorted([*known, *find_marked(parsed.paragraphs, quotations, known)], key=in_order)
    spoken = without_nobodys(without_unspoken(quotations, continue_quotations(parsed.paragraphs, quotations, ordered)))
    return sorted(with_posts(parsed.paragraphs, spoken), key=in_order)


def in_order(attribution: Attribution) -> tuple[int, int]:
    """Where an attribution stands among others: its paragraph, and its cue there."""
    return attribution.paragraph, attribution.cue.first


def free(more: Sequence[Attribution], found: Sequence[Attribution]) -> list[Attribution]:
    """Those of ``more`` whose cue shares no word with one of ``found``."""
    return [one for one in more if not any(one.paragraph == other.paragraph and one.cue.meets(other.cue) for other in found)]


def _statement(
    parsed: ParsedDocument, attribution: Attribution, quotations: tuple[tuple[Quotation, ...], ...], referents: Speakers
) -> tuple[Statement, Span | None]:
    """The statement that an attribution makes, and the words for who it is said to."""
    paragraph = parsed.paragraphs[attribution.paragraph]
    text, document = parsed.document.text, parsed.document.id
    cue = passage(text, *paragraph.spans(*attribution.cue))
    source = passage(text, *paragraph.spans(*attribution.source)) if attribution.source else None
    hearers = [paragraph.span(*words) for words in listener_ranges(paragraph, attribution)]
    told = hearers[0] if hearers else None
    spans = [span for number, part in attribution.contents for span in parsed.paragraphs[number].spans(*part)]
    content = passage(text, *([span for span in spans if span != told] or spans))
    speaker, undecided = referents.resolve(source.spans[0], before=cue.spans[0].start) if source else (None, "no source")
    taken = take(paragraph, attribution)
    listener = next((found for span in hearers if (found := referents.at(span)) is not None), None)
    statement = Statement(
        id=_identity(document, source, cue, content),
        document=document,
        form=form_of(attribution, quotations, parsed.paragraphs),
        stance=taken.stance,
        source=source,
        cue=cue,
        content=content,
        speaker=speaker.id if speaker else None,
        undecided=undecided if speaker is None else None,
        addressee=listener.id if listener and listener != speaker else None,
        via=(),
        parent=None,
        negated=taken.negated,
        score=_sure(attribution),
        time=None,
        proposition=None,
        act=taken.act,
        channel=channel_of(paragraph, attribution),
    )
    return statement, told


def _sure(attribution: Attribution) -> float:
    return whole(attribution.score, attribution.kind, attribution.frame) if attribution.sure is None else attribution.sure


def _identity(document: str, source: Passage | None, cue: Passage, content: Passage) -> str:
    spans = [*(source.spans if source else ()), *cue.spans, *content.spans]
    return identify("statement", document, *(f"{start}-{end}" for start, end in spans))


def form_of(attribution: Attribution, quotations: tuple[tuple[Quotation, ...], ...], paragraphs: Sequence[Paragraph] = ()) -> Form:
    """``direct`` where all of the content is quoted, or a post set into the article, ``mixed`` where some is quoted, else ``indirect``. A
    name or title in quotation marks is nobody's words."""
    if attribution.kind == POST:
        return "direct"
    covered = [any(quotation.range.covers(part) for quotation in quotations[number]) for number, part in attribution.contents]
    if covered and all(covered):
        return "direct"
    inside = [
        quotation for number, part in attribution.contents for quotation in quotations[number] if part.covers(quotation.range)
    ]
    touched = any(not paragraphs or not is_name(paragraphs[quotation.paragraph], quotation) for quotation in inside)
    return "mixed" if any(covered) or touched else "indirect"
