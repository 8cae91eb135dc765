"""Silence: on which claims of a story an outlet or a party is found, and in how many documents it was looked for where it is not.

"Not found" is said of the documents of the story that were collected and read, up to a date, and of nothing else: an outlet without a
document in the story is not collected, and one of which no document could be read is unreadable. Why somebody is silent is not said.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from quoth.link.credits import outlet_key
from quoth.records import Claim, Document, PositionStance, Story
from quoth.store import ReadView
from quoth.view.claims import ClaimsPage, lay_out_claims, merge_stances
from quoth.view.coverage import Coverage, count_articles, gather
from quoth.view.dates import date_key
from quoth.view.scores import Hidden

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
class SilencePage:
    """Who is found on which claim, story by story."""

    stories: tuple[StorySilence, ...]
    articles: int
    set_aside: int
    """Inputs of which no document could be made; whose they are is not known."""
    hidden: Hidden


def silence_page(read: ReadView, *, story: str | None = None, min_score: float = 0.0) -> SilencePage:
    """The silences of a story; of every story with a claim for None. Statements that score less than ``min_score`` are hidden."""
    outlets = _names(outlet for outlet in read.outlets() if outlet)
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
    return silences, page.hidden


def lay_out_silences(
    coverage: Coverage, story: Story, claims: Sequence[Claim], *, outlets: Mapping[str, str]
) -> tuple[StorySilence, ClaimsPage]:
    """The silences of one story, whose documents the coverage holds, with its page of claims; ``outlets`` are those of the ledger, by
    their keys."""
    page = lay_out_claims(coverage, claims)
    held = _by_outlet(coverage.documents.values())
    heard = _heard(coverage, claims)
    by_id = {claim.id: claim for claim in claims}
    called = {key: outlets.get(key) or found[0].outlet or key for key, found in held.items()}
    rows = tuple(
        SilenceRow(
            claim=row.id,
            text=row.text,
            disputed=row.disputed,
            outlets=tuple(_outlet(coverage, by_id[row.id], called[key], held[key]) for key in sorted(held, key=called.__getitem__)),
            parties=tuple(_party(coverage, by_id[row.id], party, heard) for party in sorted(heard)),
        )
        for row in page.rows
    )
    silences = StorySilence(
        id=story.id,
        title=story.title,
        outlets=tuple(_looked(coverage, called[key], held[key]) for key in sorted(held, key=called.__getitem__)),
        parties=tuple(_looked(coverage, party, [coverage.documents[one] for one in heard[party]]) for party in sorted(heard)),
        nameless=count_articles(document for document in coverage.documents.values() if not document.outlet),
        not_collected=tuple(sorted(name for key, name in outlets.items() if key not in held)),
        rows=rows,
    )
    return silences, page


def _names(outlets: Iterable[str]) -> dict[str, str]:
    """The outlets by key, each by the name that is no address where there is one."""
    called: dict[str, set[str]] = defaultdict(set)
    for outlet in outlets:
        called[outlet_key(outlet)].add(outlet)
    return {key: min(names, key=lambda name: ("." in name, name)) for key, names in called.items()}


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


def _outlet(coverage: Coverage, claim: Claim, who: str, documents: Sequence[Document]) -> Presences:
    own = {document.id: document for document in documents}
    gone = {coverage.hidden[one.statement].document for one in claim.statements if one.statement in coverage.hidden}
    shown = {coverage.statements[one.statement].document for one in claim.statements if one.statement in coverage.statements}
    having = own.keys() & shown
    if having:
        return Presences(who, "present", count_articles(own[one] for one in having))
    looked = _read(coverage, documents)
    if own.keys() & gone:
        return Presences(who, "hidden", looked)
    return Presences(who, "absent" if looked else "unreadable", looked)


def _party(coverage: Coverage, claim: Claim, party: str, heard: Mapping[str, Sequence[str]]) -> Presences:
    """A party by all who speak for it. It is heard somewhere, so there is something to look in."""
    stood = [position for position in claim.positions if party in _parties(coverage, position.actor)]
    shown = [one for position in stood for one in position.statements if one in coverage.statements]
    looked = _read(coverage, (coverage.documents[one] for one in heard[party]))
    if not shown:
        return Presences(party, "hidden" if stood else "absent", looked)
    found = {coverage.statements[one].document for one in shown}
    stances = {one.stance for one in claim.statements if one.statement in set(shown)}
    articles = count_articles(coverage.documents[one] for one in found if one in coverage.documents)
    return Presences(party, "present", articles, merge_stances(stances) if stances else None)
