"""Claims and who stands where on them: the matrix of claims and parties, disputed first, and one claim with its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from quoth.link.judged.standing import CLAIM
from quoth.records import Claim, Disagreement
from quoth.store import ReadView
from quoth.view.coverage import Coverage, count_articles, gather, gather_few, story_documents
from quoth.view.dates import LAST, date_key
from quoth.view.disagreements import keep_points
from quoth.view.find import find_claim
from quoth.view.firsts import Before, First, Taken, made_before, saying_key, taken_among, who_was_first
from quoth.view.judged import AsJudged
from quoth.view.kept import is_shown, keep_claim
from quoth.view.quiet import Quiet, is_searched, quiet_outlets, seek_claim, with_twins, words_beside
from quoth.view.rivals import Rival, Rivals, read_rivals
from quoth.view.scores import Hidden
from quoth.view.stands import Stand, find_stands, is_disputed, join_stands
from quoth.view.states import argued_among_states, is_among_states
from quoth.view.told import ArticleWords
from quoth.view.versions import latest
from quoth.view.words import Said, begun, fold_same, said

COLUMNS = 6
"""Parties that get a column of their own; the others are named in the last one."""


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One claim over all parties."""

    id: str
    text: str
    story: str | None
    disputed: bool
    stands: tuple[Stand, ...]
    said: tuple[Said, ...]
    """Its statements, earliest first; the same words of the same speaker are one, with where else they stand."""
    articles: int
    texts: int
    origins_low: int | None
    origins_high: int | None
    quiet: tuple[Quiet, ...]
    hidden: int
    """Statements of it that are not shown."""
    judged: tuple[AsJudged, ...]
    """Who said that it is one claim, that a statement is none of it, or that another is opposed to it."""
    rivals: tuple[Rival, ...] = ()
    """What other accounts give in its place, though nobody denies it."""
    taken: tuple[Taken, ...] = ()
    """Which of its articles have words from which."""
    before: tuple[Before, ...] = ()
    """Which of its statements an earlier version of their article made already."""
    beside: tuple[ArticleWords, ...] = ()
    """Words like its own, with its figures, that stand in none of its statements."""
    TOLD: ClassVar[tuple[str, ...]] = ("firsts",)
    """What else its twin for programs says."""

    @property
    def firsts(self) -> tuple[First, ...]:
        """Who was first with it, by the statements that are shown with their words."""
        return who_was_first(self.said, self.taken, self.before, self.beside)

    def stand(self, party: str) -> Stand:
        """Where a party stands, by all its voices; a stand without stance where nothing of it was found."""
        found = next((stand for stand in self.stands if stand.party == party), None)
        return found or join_stands(party, [stand for stand in self.stands if stand.side == party])


@dataclass(frozen=True, slots=True)
class ClaimsPage:
    """Claims, disputed ones first, and the parties that the table gives a column."""

    parties: tuple[str, ...]
    rows: tuple[ClaimRow, ...]
    articles: int
    """How many documents were looked at."""
    hidden: Hidden

    @property
    def disputed(self) -> tuple[ClaimRow, ...]:
        """Claims on which the parties stand differently."""
        return tuple(row for row in self.rows if row.disputed)

    @property
    def rivalled(self) -> tuple[ClaimRow, ...]:
        """Claims that nobody denies, and in whose place other accounts give something else."""
        return tuple(row for row in self.rows if row.rivals and not row.disputed)

    @property
    def agreed(self) -> tuple[ClaimRow, ...]:
        """Claims that nobody in these documents was found to dispute, hidden statements apart."""
        return tuple(row for row in self.rows if not row.disputed and not row.rivals)


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """One claim with its statements, and the points on which accounts of it differ."""

    row: ClaimRow
    articles: int
    disagreements: tuple[Disagreement, ...]
    hidden: Hidden


def claims_page(read: ReadView, *, story: str | None = None, min_score: float = 0.0) -> ClaimsPage:
    """The claims of a story; of the whole ledger for None. Statements that score less than ``min_score`` are hidden, and claims that
    rest on no other."""
    claims = tuple(read.claims(story))
    held = {document for claim in claims for document in claim.documents}
    silent = {document for claim in claims for silence in claim.silent for document in silence.documents}
    rivals = read_rivals(read, claims, tuple(read.disagreements(story)), min_score=min_score)
    coverage = latest(read, gather(read, held, beside=silent - held, min_score=min_score))
    page = lay_out_claims(coverage, claims, rivals=rivals)
    return replace(page, articles=count_articles(read.documents(story_documents(read, story))))


def claim_page(read: ReadView, identifier: str, *, min_score: float = 0.0) -> ClaimPage:
    """One claim, by its identifier or an unambiguous beginning of it. Raises ``UsageError`` where there is none. Where all its
    statements score less than ``min_score`` it is shown without them."""
    return page_of_claim(read, find_claim(read, identifier), min_score=min_score)


def page_of_claim(read: ReadView, claim: Claim, *, min_score: float = 0.0) -> ClaimPage:
    """The page of a claim, as ``claim_page`` has it."""
    coverage = latest(read, gather_claims(read, [claim], min_score=min_score), of=[one.statement for one in claim.statements])
    told = tuple(read.disagreements(claim.story))
    points = keep_points(read, [point for point in told if point.claim == claim.id], min_score=min_score)
    row = claim_row(coverage, claim, by_state=is_among_states(read, claim))
    rivals = read_rivals(read, [claim], told, min_score=min_score).get(claim.id, ())
    row = replace(row, rivals=rivals, quiet=with_twins(read, coverage, claim, row.quiet))
    kept = tuple(point for point in points if point)
    articles = count_articles(coverage.documents[one] for one in claim.documents if one in coverage.documents)
    return ClaimPage(row, articles, kept, Hidden(min_score, row.hidden, points=len(points) - len(kept)))


def gather_claims(
    read: ReadView, claims: Sequence[Claim], *, min_score: float = 0.0, words: bool = True, likely: bool = False
) -> Coverage:
    """The coverage that rows of claims need: their statements, and the documents in which they were looked for and not found. ``likely`` asks
    for the words of these documents which are like those of a claim, and for no others."""
    names = list(dict.fromkeys(link.statement for claim in claims for link in claim.statements))
    silent = {document for claim in claims for silence in claim.silent for document in silence.documents}
    held = {document for claim in claims for document in claim.documents}
    stand = {position.actor for claim in claims for position in claim.positions}
    told = read.statements_named(names, words=words)
    coverage = gather_few(read, told, beside=silent | held, actors=stand, min_score=min_score, words=words, placed=not likely)
    coverage = replace(coverage, copies=tuple(read.copies(held))) if words and not likely else coverage
    return _with_likely(read, coverage, claims) if words and silent else coverage


def gather_texts(read: ReadView, claims: Sequence[Claim]) -> Coverage:
    """The coverage that only the words need which are like those of claims and stand where these were not found: no row can be made of it."""
    told = read.statements_named(list(dict.fromkeys(link.statement for claim in claims for link in claim.statements)))
    silent = {document for claim in claims for silence in claim.silent for document in silence.documents}
    return _with_likely(read, gather_few(read, told, beside=silent, bare=True), claims)


def _with_likely(read: ReadView, coverage: Coverage, claims: Sequence[Claim]) -> Coverage:
    """The coverage with how those articles are laid out in which words like those of the claims may stand."""
    likely = {name for claim in claims if is_searched(claim) for name in seek_claim(coverage, claim).likely}
    return replace(coverage, segments={**coverage.segments, **read.segments_of(likely - coverage.segments.keys())})


def lay_out_claims(
    coverage: Coverage,
    claims: Sequence[Claim],
    *,
    words: bool = True,
    by_state: bool | None = None,
    rivals: Rivals | None = None,
) -> ClaimsPage:
    """Claims in rows, most disputed first, and their most frequent parties as columns. Claims of hidden statements only are left out;
    so are the words of all, unless they are wanted. ``by_state`` says whether parties are states; None leaves it to these claims."""
    among = argued_among_states(coverage, claims) if by_state is None else {}
    shown = {claim.id for claim in claims if is_shown(coverage, claim)}
    laid = [
        claim_row(coverage, claim, by_state=among[claim.story] if by_state is None else by_state, words=words) for claim in claims
    ]
    rows = in_order(replace(row, rivals=(rivals or {}).get(row.id, ())) for row in laid if row.id in shown)
    gone = {link.statement for claim in claims for link in claim.statements if link.statement in coverage.hidden}
    hidden = Hidden(coverage.min_score, len(gone), claims=sum(1 for row in laid if row.hidden and row.id not in shown))
    return ClaimsPage(choose_columns(rows), tuple(rows), coverage.articles, hidden)


def in_order(rows: Iterable[ClaimRow]) -> list[ClaimRow]:
    """Disputed claims first, then those with rivals, then those on which most parties stand, in most articles, the earliest."""
    return sorted(rows, key=_order)


def choose_columns(rows: Sequence[ClaimRow]) -> tuple[str, ...]:
    """The parties that stand on most of the disputed claims, or of all where none is."""
    counts: Counter[str] = Counter()
    for row in [row for row in rows if row.disputed] or rows:
        for stand in row.stands:
            counts[stand.side or stand.party] += 1 + len(stand.statements) if stand.stance else 0
    return tuple(party for party, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:COLUMNS])


def open_first(coverage: Coverage, claims: Iterable[Claim], page: ClaimsPage) -> ClaimsPage:
    """The page, the first of its rows with its words: it is open beside the list. ``coverage`` holds the words of its claim."""
    if not page.rows:
        return page
    first = next(claim for claim in claims if claim.id == page.rows[0].id)
    words = claim_row(coverage, first, by_state=False)
    return replace(
        page,
        rows=(
            replace(words, stands=page.rows[0].stands, rivals=page.rows[0].rivals, disputed=page.rows[0].disputed),
            *page.rows[1:],
        ),
    )


def claim_row(coverage: Coverage, claim: Claim, *, by_state: bool, words: bool = True) -> ClaimRow:
    """One claim with each party's stand, its words (where they are wanted) and its silences. The parties are states (``by_state``, for
    stories among several of them), else the actors themselves. Where statements are hidden it is the claim that the others make."""
    kept = keep_claim(coverage, claim) or replace(claim, positions=())
    stances = {link.statement: link.stance for link in kept.statements}
    spoken = [
        said(coverage, coverage.statements[identifier], on_claim=stance)
        for identifier, stance in stances.items()
        if words and identifier in coverage.statements
    ]
    stands = find_stands(coverage, claim, kept, by_state=by_state)
    quiet = quiet_outlets(coverage, claim, words=words)
    return ClaimRow(
        id=claim.id,
        text=begun(kept.text),
        story=claim.story,
        disputed=is_disputed(stand.stance for stand in stands),
        stands=stands,
        said=fold_same(sorted(spoken, key=saying_key)),
        articles=count_articles(coverage.documents[one] for one in kept.documents if one in coverage.documents),
        texts=kept.texts,
        origins_low=kept.origins_low,
        origins_high=kept.origins_high,
        quiet=quiet,
        hidden=sum(1 for link in claim.statements if link.statement in coverage.hidden),
        judged=coverage.rulings.on(CLAIM, (link.statement for link in claim.statements)),
        taken=taken_among(coverage, kept.documents) if words else (),
        before=made_before(coverage, claim) if words else (),
        beside=words_beside(coverage, claim, quiet) if words else (),
    )


def _order(row: ClaimRow) -> tuple[bool, bool, int, int, str, str]:
    parties = sum(1 for stand in row.stands if stand.stance)
    first = min((date_key(stand.first) for stand in row.stands), default=LAST)
    return not row.disputed, not (row.disputed or row.rivals), -parties, -row.articles, first, row.id
