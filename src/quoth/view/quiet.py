"""The outlets in whose articles no statement of a claim was found, and where words like its own stand in them all the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from quoth.records import Claim, Span, Statement
from quoth.store import ReadView, Tallies
from quoth.view.coverage import Coverage, count_articles
from quoth.view.dates import LAST, date_key
from quoth.view.likewords import Sought, gives_figures, seek
from quoth.view.told import ArticleWords, article_words
from quoth.view.words import begun

DAY = 10
"""Characters of a date to the day."""
MOST = 200
"""Documents in which a claim was not found up to which words like its own are looked for in them: among more it would take long."""


@dataclass(frozen=True, slots=True)
class Quiet:
    """An outlet in whose documents the claim was not found, with the base of that: how many articles (versions of one are one), collected up
    to when."""

    outlet: str
    documents: int
    latest: str | None
    like: ArticleWords | None = None
    """Words like those of the claim that stand there, in no statement of it that was found; looked for where the claim comes with its words."""
    searched: bool = True
    """Whether these were looked for: not among more than ``MOST`` documents."""
    twin: tuple[str, str] | None = None
    """The claim, by identifier and text, that a statement with these words makes there; asked for on the claim's own page."""
    earlier: bool = False
    """Whether all its articles were published before anybody is known to have said it: they could not tell it."""

    @property
    def like_text(self) -> str:
        """Words like those of the claim, in a line; none where none were found."""
        twin = f" (told there as another claim: {self.twin[1]}, {self.twin[0][:8]})" if self.twin else ""
        return f"{self.like.excerpt.text}{twin}" if self.like else ""


def quiet_outlets(coverage: Coverage, claim: Claim, *, words: bool) -> tuple[Quiet, ...]:
    """The silences of a claim; with words like its own, where these are wanted."""
    sought = seek_claim(coverage, claim) if words and is_searched(claim) else None
    began = min((date_key(position.first) for position in claim.positions), default=LAST)
    return tuple(_quiet(coverage, silence.outlet, silence.documents, sought, began) for silence in claim.silent)


def _quiet(coverage: Coverage, outlet: str, documents: tuple[str, ...], sought: Sought | None, began: str) -> Quiet:
    held = [coverage.documents[document] for document in documents if document in coverage.documents]
    latest = max((document.fetched or document.published or "" for document in held), default="")
    name = outlet or (coverage.outlet(held[0]) if held else outlet)
    return Quiet(
        name,
        count_articles(held) or len(documents),
        latest or None,
        like_words(coverage, documents, sought) if sought else None,
        sought is not None,
        earlier=bool(held) and began < LAST and all(_day(document.published) < began[:DAY] for document in held),
    )


def _day(published: str | None) -> str:
    """The day of a date that is known to the day; what is not is taken to be late."""
    return (published or "")[:DAY] if len(published or "") >= DAY else LAST


def with_twins(read: ReadView, coverage: Coverage, claim: Claim, quiet: tuple[Quiet, ...]) -> tuple[Quiet, ...]:
    """Each with the claim that is told there in words like these, where there is one: two claims in like words may be one."""
    places = {one.like.document: one.like.spans for one in quiet if one.like}
    stated = read.statements(places.keys(), propositions=False) if places else ()
    there = {
        one.id: one
        for one in stated
        if any(mine.start < at.end and at.start < mine.end for mine in one.content.spans for at in places[one.document])
    }
    told = (one.content.text for link in claim.statements if (one := coverage.statements.get(link.statement)))
    alike = seek(told, {name: one.content.text for name, one in there.items()}).likely
    twins: dict[str, tuple[str, str]] = {}
    for other in read.claims(ids=Tallies(read.engine).claims_with(*sorted(alike)), reckonings=False) if alike else ():
        for link in other.statements:
            if link.statement in alike and other.id != claim.id:
                twins.setdefault(there[link.statement].document, (other.id, begun(other.text)))
    return tuple(replace(one, twin=twins.get(one.like.document)) if one.like else one for one in quiet)


def words_beside(coverage: Coverage, claim: Claim, quiet: Iterable[Quiet]) -> tuple[ArticleWords, ...]:
    """Words like those of a claim, with its figures, that stand in no statement of it, from when their article has them for all that is known:
    where it was not found, and where only words of nobody were found that may not make it."""
    if not is_searched(claim):
        return ()
    sought = seek_claim(coverage, claim)
    told = (one for link in claim.statements if (one := coverage.statements.get(link.statement)))
    vague = (like_words(coverage, [one.document], sought, glance=False) for one in told if is_of_nobody(coverage, one))
    found = {one.document: one for one in (*(one.like for one in quiet), *vague) if one}
    dated = ((coverage.documents[one.document], one) for one in found.values() if gives_figures(claim.text, _words(coverage, one)))
    return tuple(replace(one, published=document.modified or document.published) for document, one in dated)


def is_of_nobody(coverage: Coverage, one: Statement) -> bool:
    """Whether a statement is unsure and names nobody who says it."""
    return one.source is None and not one.via and one.speaker is None and coverage.is_unsure(one.score)


def _words(coverage: Coverage, one: ArticleWords) -> str:
    text = coverage.documents[one.document].text
    return " ".join(text[span.start : span.end] for span in one.spans)


def is_searched(claim: Claim) -> bool:
    """Whether words like a claim's are looked for in the documents in which it was not found."""
    return 0 < sum(len(silence.documents) for silence in claim.silent) <= MOST


def seek_claim(coverage: Coverage, claim: Claim) -> Sought:
    """What to look for of a claim, in the documents in which it was not found."""
    told = [one for link in claim.statements if (one := coverage.statements.get(link.statement))]
    own = {link.statement for link in claim.statements if link.answers is None}
    names = {name for silence in claim.silent for name in silence.documents} | {one.document for one in told}
    texts = {name: coverage.documents[name].text for name in names if name in coverage.documents}
    return seek((one.content.text for one in told if one.id in own), texts)


def like_words(coverage: Coverage, documents: Iterable[str], sought: Sought, *, glance: bool = True) -> ArticleWords | None:
    """Where words like those sought stand in these documents, on their own or in statements of other claims: of several places the one that has
    most of them. Without ``glance`` also in documents that seem to have none."""
    found = [(*_best(coverage, name, sought), name) for name in documents if not glance or name in sought.likely]
    share, place, name = max(found, key=lambda one: one[0], default=(0.0, None, ""))
    return article_words(coverage, name, [place]) if share and place is not None else None


def _best(coverage: Coverage, name: str, sought: Sought) -> tuple[float, Span | None]:
    return sought.best(coverage.documents[name].text, coverage.segments.get(name, ()))
