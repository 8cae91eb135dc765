"""Silence: on which claims of a story an outlet or a party is found, and in how many documents it was looked for where it is not.

"Not found" is said of the documents of the story that were collected and read, up to a date, and of nothing else: an outlet without a
document in the story is not collected, and one of which no document could be read is unreadable. Words like a claim's that stand in an
outlet's articles in no statement of it are shown: it may tell the claim all the same. Why somebody is silent is not said.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from quoth.link.credits import outlet_key
from quoth.records import Claim, Document, Position, PositionStance, Statement, Story
from quoth.store import ReadView
from quoth.view.claims import ClaimRow, ClaimsPage, lay_out_claims
from quoth.view.coverage import Coverage, count_articles, gather
from quoth.view.dates import date_key
from quoth.view.houses import names_of
from quoth.view.quiet import quiet_outlets
from quoth.view.scores import Hidden
from quoth.view.stands import merge_stances
from quoth.view.told import ArticleWords

Presence = Literal["present", "absent", "hidden", "unreadable"]
"""``hidden``: only in statements that are not shown. What is not collected has no place in the table and is named beside it."""


@dataclass(frozen=True, slots=True)
class Looked:
    """In what somebody was looked for: an outlet in its own articles of the story, a party in those in which it is heard."""

    who: str
    articles: int
    """Read for statements."""
    unread: int
    """Collected, but in another language, or set aside: nothing found in them means nothing."""
    latest: str | None
    """Up to when they were collected: the newest date of saving, else of publication."""


@dataclass(frozen=True, slots=True)
class Presences:
    """Whether one outlet or party is found on one claim, in how many articles, and a party's stance there."""

    who: str
    presence: Presence
    articles: int
    """Where it is ``present``: those in which it is; else those in which it was looked for."""
    stance: PositionStance | None = None
    like: ArticleWords | None = None
    """Words like the claim's in articles of an outlet that is ``absent``, where they were looked for; of a party, in what it publishes itself."""


@dataclass(frozen=True, slots=True)
class SilenceRow:
    """One claim over the outlets and the parties of its story."""

    claim: str
    text: str
    disputed: bool
    outlets: tuple[Presences, ...]
    parties: tuple[Presences, ...]

    def of(self, presence: Presence, *, parties: bool = False) -> tuple[Presences, ...]:
        """The outlets (or parties) of which this holds."""
        return tuple(one for one in (self.parties if parties else self.outlets) if one.presence == presence)


@dataclass(frozen=True, slots=True)
class StorySilence:
    """The claims of one story, disputed ones first, and in what was looked."""

    id: str
    title: str
    outlets: tuple[Looked, ...]
    parties: tuple[Looked, ...]
    nameless: int
    """Articles whose outlet is unknown."""
    not_collected: tuple[str, ...]
    """Outlets of the ledger without a document in this story."""
    rows: tuple[SilenceRow, ...]


@dataclass(frozen=True, slots=True)
class LookedIn:
    """Outlets and parties, each with in what it was looked for."""

    outlets: tuple[Looked, ...]
    parties: tuple[Looked, ...]


@dataclass(frozen=True, slots=True)
class SilencePage:
    """Who is found on which claim, story by story."""

    stories: tuple[StorySilence, ...]
    articles: int
    set_aside: int
    """Inputs of which no document could be made; whose they are is not known."""
    hidden: Hidden


def silence_page(read: ReadView, *, story: str | None = None, min_score: float = 0.0) -> SilencePage:
    """The silences of a story; of every story with a claim for None. Statements that score less than ``min_score`` are hidden."""
    outlets = names_of(outlet for outlet in read.outlets() if outlet)
    laid = [(one, *_lay_out(read, one, outlets, min_score)) for one in read.stories([story] if story else None)]
    shown = [(silences, hidden) for one, silences, hidden in laid if silences.rows or one.id == story]
    hidden = [one for _, one in shown]
    return SilencePage(
        stories=tuple(silences for silences, _ in shown),
        articles=sum(
            count_articles(read.documents(one.documents)) for one, silences, _ in laid if silences.rows or one.id == story
        ),
        set_aside=len(read.set_aside()),
        hidden=Hidden(min_score, sum(one.statements for one in hidden), claims=sum(one.claims for one in hidden)),
    )


def _lay_out(read: ReadView, story: Story, outlets: Mapping[str, str], min_score: float) -> tuple[StorySilence, Hidden]:
    claims = tuple(read.claims(story.id))
    coverage = gather(read, story.documents, min_score=min_score) if claims else gather(read, (), min_score=min_score)
    silences, page = lay_out_silences(coverage, story, claims, outlets=outlets)
    return replace(silences, rows=with_like_words(coverage, silences.rows, claims)), page.hidden


def with_like_words(coverage: Coverage, rows: Sequence[SilenceRow], claims: Iterable[Claim]) -> tuple[SilenceRow, ...]:
    """The rows, with words like each claim's where an outlet is absent; the coverage holds the articles with their words."""
    found = {claim.id: {outlet_key(one.outlet): one.like for one in quiet_outlets(coverage, claim, words=True)} for claim in claims}
    return tuple(
        replace(
            row,
            outlets=tuple(_with_like_words(one, found.get(row.claim, {})) for one in row.outlets),
            parties=tuple(_with_like_words(one, found.get(row.claim, {})) for one in row.parties),
        )
        for row in rows
    )


def _with_like_words(one: Presences, found: Mapping[str, ArticleWords | None]) -> Presences:
    return replace(one, like=found.get(outlet_key(one.who))) if one.presence == "absent" else one


def lay_out_silences(
    coverage: Coverage, story: Story, claims: Sequence[Claim], *, outlets: Mapping[str, str]
) -> tuple[StorySilence, ClaimsPage]:
    """The silences of one story, whose documents the coverage holds, with its page of claims; ``outlets`` are those of the ledger, by
    their keys."""
    page = lay_out_claims(coverage, claims)
    looked = look(coverage, claims, outlets)
    by_id = {claim.id: claim for claim in claims}
    keys = {outlet_key(document.outlet) for document in coverage.documents.values() if document.outlet}
    silences = StorySilence(
        id=story.id,
        title=story.title,
        outlets=looked.outlets,
        parties=looked.parties,
        nameless=count_articles(document for document in coverage.documents.values() if not document.outlet),
        not_collected=tuple(sorted(name for key, name in outlets.items() if key not in keys)),
        rows=tuple(silence_row(coverage, row, by_id[row.id], looked) for row in page.rows),
    )
    return silences, page


def look(coverage: Coverage, claims: Sequence[Claim], outlets: Mapping[str, str]) -> LookedIn:
    """The outlets of a story and the parties that stand on its claims, with in what each is looked for."""
    held = {outlets.get(key) or found[0].outlet or key: found for key, found in _by_outlet(coverage.documents.values()).items()}
    heard = _heard(coverage, claims)
    return LookedIn(
        tuple(_looked(coverage, name, held[name]) for name in sorted(held)),
        tuple(_looked(coverage, party, [coverage.documents[one] for one in heard[party]]) for party in sorted(heard)),
    )


def silence_row(coverage: Coverage, row: ClaimRow, claim: Claim, looked: LookedIn) -> SilenceRow:
    """One claim over these outlets and parties; the coverage holds its statements and their documents."""
    shown = _by_outlet(_documents_of(coverage, claim, coverage.statements))
    gone = _by_outlet(_documents_of(coverage, claim, coverage.hidden))
    keyed = [(one, outlet_key(one.who)) for one in looked.outlets]
    stood = {
        who: [one for one in claim.positions if who in _parties(coverage, one.actor)] for who in {one.who for one in looked.parties}
    }
    return SilenceRow(
        claim=row.id,
        text=row.text,
        disputed=row.disputed,
        outlets=tuple(_outlet(one, shown.get(key, ()), gone.get(key, ())) for one, key in keyed),
        parties=tuple(_party(coverage, claim, one, stood[one.who]) for one in looked.parties),
    )


def _by_outlet(documents: Iterable[Document]) -> dict[str, list[Document]]:
    held: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        if document.outlet:
            held[outlet_key(document.outlet)].append(document)
    return dict(held)


def _heard(coverage: Coverage, claims: Iterable[Claim]) -> dict[str, list[str]]:
    """The parties that stand on any of the claims, with the documents in which they are heard, on whatever it is."""
    standing = {party for claim in claims for position in claim.positions for party in _parties(coverage, position.actor)}
    heard: dict[str, dict[str, None]] = {party: {} for party in standing}
    for statement in [*coverage.statements.values(), *coverage.hidden.values()]:
        for party in _parties(coverage, statement.speaker):
            if party in heard:
                heard[party][statement.document] = None
    return {party: [one for one in coverage.documents if one in found] for party, found in heard.items()}


def _parties(coverage: Coverage, identifier: str | None) -> set[str]:
    """The sides that somebody speaks for: its state, else itself; groups that no state is told of are none."""
    if identifier is None:
        return set()
    voices = coverage.voices(coverage.actor_of.get(identifier, identifier))
    return {who.party for who in voices if who.country or who.kind != "group"}


def _looked(coverage: Coverage, who: str, documents: Sequence[Document]) -> Looked:
    dates = [date for document in documents if (date := document.fetched or document.published)]
    return Looked(who, _read(coverage, documents), _unread(coverage, documents), max(dates, key=date_key, default=None))


def _read(coverage: Coverage, documents: Iterable[Document]) -> int:
    return count_articles(document for document in documents if document.id not in coverage.unread)


def _unread(coverage: Coverage, documents: Iterable[Document]) -> int:
    """Articles of which no version was read."""
    documents = list(documents)
    return count_articles(documents) - _read(coverage, documents)


def _documents_of(coverage: Coverage, claim: Claim, among: Mapping[str, Statement]) -> Iterator[Document]:
    """The documents of a claim's statements ``among`` these."""
    ids = dict.fromkeys(among[one.statement].document for one in claim.statements if one.statement in among)
    return (coverage.documents[one] for one in ids)


def _outlet(looked: Looked, having: Sequence[Document], gone: Sequence[Document]) -> Presences:
    if having:
        return Presences(looked.who, "present", count_articles(having))
    if gone:
        return Presences(looked.who, "hidden", looked.articles)
    return Presences(looked.who, "absent" if looked.articles else "unreadable", looked.articles)


def _party(coverage: Coverage, claim: Claim, looked: Looked, stood: Sequence[Position]) -> Presences:
    """A party by all who speak for it. It is heard somewhere, so there is something to look in."""
    shown = {one for position in stood for one in position.statements if one in coverage.statements}
    if not shown:
        return Presences(looked.who, "hidden" if stood else "absent", looked.articles)
    found = {coverage.statements[one].document for one in shown}
    stances = {one.stance for one in claim.statements if one.statement in shown}
    articles = count_articles(coverage.documents[one] for one in found if one in coverage.documents)
    return Presences(looked.who, "present", articles, merge_stances(stances) if stances else None)
