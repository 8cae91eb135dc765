"""The report as Markdown (CommonMark with tables): shorter than the page of HTML, for notes, issues and mail."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from quoth.export.citations import text_fragment
from quoth.export.report.html import safe_url
from quoth.view.claims import ClaimRow
from quoth.view.counts import aside_reason, count, given_text, interval, listed
from quoth.view.dates import date_label
from quoth.view.firsts import first_text
from quoth.view.foremost import finding_words, foremost
from quoth.view.judged import AsJudged
from quoth.view.manner import manner_text, turned_text
from quoth.view.report import ReportPage
from quoth.view.rivals import rival_text
from quoth.view.scores import hidden_text, noted, unsure_text, within_text
from quoth.view.stands import GLYPHS
from quoth.view.story import StoryPage
from quoth.view.summary import summary_text
from quoth.view.timeline import Entry
from quoth.view.words import Said

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~&])")
_BREAKING = re.compile(r"[<>\\\s|\x00-\x1f\x7f-\x9f\ud800-\udfff]")
"""What an address in Markdown may not hold as it is."""
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
CLAIMS = 25
WORDS = 8
"""Claims told with their words, and statements shown under each, at most."""
FIGURES = 60
SOURCES = 4
"""Values listed, and sources named beside each, at most."""
OUTLETS = 30
AGREED = 60
"""Outlets named, and claims that nobody was found to dispute, at most."""


def render_markdown(page: ReportPage) -> str:
    """The whole report as text, to be written in UTF-8."""
    return "\n".join(_lines(page)).rstrip() + "\n"


def led(words: str, address: str | None) -> str:
    """Words that lead to an address of the web; the words alone where there is none."""
    found = safe_url(address)
    return f"[{escape(words)}](<{_BREAKING.sub(_percent, found)}>)" if found else escape(words)


def _percent(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode("utf-8", "replace"))


def escape(text: object) -> str:
    """A text in one line in which nothing is Markdown or HTML."""
    return _SPECIAL.sub(r"\\\1", _CONTROLS.sub("�", " ".join(str(text).split())))


def _lines(page: ReportPage) -> Iterator[str]:
    if page.whole and len(page.index.rows) != 1:
        yield from _index(page)
    for story in page.stories:
        yield from _story(story, page.sources)
    if page.set_aside:
        yield from section("What was set aside")
        yield from table(
            ("input", "reason", "what to do"), ((one.name, aside_reason(one.reason), one.message) for one in page.set_aside[:100])
        )
    yield f"Made by quoth from {count(page.index.documents, 'document')}. It shows who said what; it gives no verdict on truth."


def _index(page: ReportPage) -> Iterator[str]:
    yield f"# {count(len(page.index.rows), 'story', 'stories')}"
    yield ""
    if page.left_out:
        yield f"{len(page.stories)} of them are told below, the largest first."
        yield ""
    if page.index.hidden.statements:
        yield escape(hidden_text(page.index.hidden, what="counted", command="a report without a least score"))
        yield ""
    rows = ((row.id[:8], row.title, date_label(row.first), row.articles, row.texts, row.disputed) for row in page.index.rows[:100])
    yield from table(("id", "story", "from", "articles", "texts", "disputed"), rows)
    if len(page.index.rows) > 100:
        yield f"and {len(page.index.rows) - 100} more in the ledger that this report was made from"
        yield ""


def _story(story: StoryPage, sources: Mapping[str, str]) -> Iterator[str]:
    row = story.row
    yield f"# {escape(row.title)}"
    yield ""
    yield (
        f"{count(row.articles, 'article')} → {count(row.texts, 'text')} of their own · {date_label(row.first)} – {date_label(row.last)} · "
        + escape(listed(row.outlets, OUTLETS))
    )
    yield ""
    yield escape(summary_text(row, story.claims.disputed))
    yield ""
    if story.judged:
        yield "; ".join(map(judged_text, story.judged))
        yield ""
    if story.hidden.statements:
        yield escape(hidden_text(story.hidden, command="a report without a least score"))
        yield ""
    yield from _claims(story, sources)
    yield from _differences(story)
    yield from _figures(story)
    yield from _contacts(story)
    yield from _times(story)
    yield from _copies(story)
    yield from _terms(story)
    yield from section("The articles")
    shown = story.list[:100]
    yield from table(
        ("article", "outlet", "published", "SHA-256"),
        (
            (Led(one.title, sources.get(one.id), one.superseded), one.outlet, date_label(one.published), one.sha256[:12])
            for one in shown
        ),
    )


def _claims(story: StoryPage, sources: Mapping[str, str]) -> Iterator[str]:
    yield from section("Where the accounts part")
    disputed = story.claims.disputed
    where = f"{count(story.claims.articles, 'article')}{within_text(story.hidden)}"
    if not disputed:
        yield f"No claim was found on which parties stand differently, in {where}."
        yield ""
    for claim in disputed[:CLAIMS]:
        yield from _claim(claim, sources)
    if len(disputed) > CLAIMS:
        yield f"and {len(disputed) - CLAIMS} more in the ledger that this report was made from"
        yield ""
    yield from _undenied(story.claims.rivalled, "that nobody denies, though other accounts say otherwise")
    yield from _undenied(story.claims.agreed, f"that nobody in these {where} was found to dispute")


def _undenied(claims: Sequence[ClaimRow], what: str) -> Iterator[str]:
    if not claims:
        return
    yield f"### {count(len(claims), 'claim')} {what}"
    yield ""
    for claim in claims[:AGREED]:
        others = "".join(f". {escape(rival_text(one))}" for one in claim.rivals)
        told = "; ".join(filter(None, (escape(_stands(claim)), count(claim.articles, "article"))))
        yield f"- {escape(claim.text)} ({told}){others}"
    if len(claims) > AGREED:
        yield f"- and {len(claims) - AGREED} more in the ledger that this report was made from"
    yield ""


def _stands(claim: ClaimRow) -> str:
    return "; ".join(f"{stand.glyph[0]} {stand.called}: {noted(stand.glyph[1], stand)}" for stand in claim.stands)


def _claim(claim: ClaimRow, sources: Mapping[str, str]) -> Iterator[str]:
    yield f"### {escape(claim.text)}"
    yield ""
    origins = interval(claim.origins_low, claim.origins_high)
    stands = f"{escape(_stands(claim))}. " if claim.stands else ""
    yield f"{stands}{reach_text(claim.articles, claim.texts, origins)}.{''.join(f' {judged_text(one)}.' for one in claim.judged)}"
    yield ""
    yield from (f"- {escape(first_text(one))}" for one in claim.firsts)
    yield from (f"- {escape(rival_text(one))}" for one in claim.rivals)
    yield from (said_line(one, sources.get(one.document)) for one in foremost(claim, WORDS))
    if len(claim.said) > WORDS:
        yield f"- and {len(claim.said) - WORDS} more in the ledger that this report was made from"
    yield from _silences(claim)
    yield ""


def _silences(claim: ClaimRow) -> Iterator[str]:
    """The outlets in which a claim was not found, after those in which words like it stand."""
    for quiet in claim.quiet:
        if quiet.like:
            articles = count(quiet.documents, "article")
            words = escape(quiet.like.excerpt.text)
            yield f"- · words like these, in no statement of it, stand in {escape(quiet.outlet)} ({articles}): {words}"
    silent = [f"{escape(quiet.outlet)} ({count(quiet.documents, 'article')})" for quiet in claim.quiet if not quiet.like]
    if silent:
        yield f"- · not found in {', '.join(silent)}"


def said_line(one: Said, source: str | None = None) -> str:
    """A statement in a line: source and content bold, cue in italics, then the chain and the date, and where its words were published."""
    shape = f"{GLYPHS[one.on_claim][0]} " if one.on_claim else ""
    marks = {"source": "**", "content": "**", "found": "**", "cue": "*", None: ""}
    words = "".join(_marked(piece.text, marks[piece.mark]) for piece in one.excerpt.pieces)
    when = f"published {date_label(one.published[:10])}" if one.published and not one.time else date_label(one.time)
    also = f" (the same words in {escape(', '.join(dict.fromkeys(other.outlet for other in one.also)))})" if one.also else ""
    chain = escape(noted(" ▸ ".join(one.chain), one)) + (f" · {judged_text(one.judged)}" if one.judged else "")
    there = f" · {led('at the source', text_fragment(source, finding_words(one)))}" if safe_url(source) and source else ""
    stance = turned_text(one) or (f"not: {one.stance}" if one.negated else one.stance)
    did = ": ".join(part for part in (stance, manner_text(one)) if part)
    return f"- {shape}**{escape(one.speaker_text)}** ({did}, {when}): {' '.join(words.split())}  \n  {chain}{also}{there}"


def judged_text(one: AsJudged) -> str:
    """Who judged a thing and when, and what the machine had."""
    link = {"same": f"one {one.kind}, ", "apart": f"not one {one.kind}, ", "opposed": "opposed, "}.get(one.verdict, "")
    found = f" (found: {', '.join(f'{name} {was}' for name, was in one.found)})" if one.found else ""
    return escape(f"{link}{'as judged' if one.found or link else 'confirmed'} by {one.by}, {date_label(one.at[:10])}{found}")


def _marked(text: str, mark: str) -> str:
    inner = escape(text)
    if not inner or not mark:
        return (" " if text[:1].isspace() else "") + inner + (" " if text[-1:].isspace() else "")
    return f"{' ' if text[:1].isspace() else ''}{mark}{inner}{mark}{' ' if text[-1:].isspace() else ''}"


def _differences(story: StoryPage) -> Iterator[str]:
    rows = [
        (
            row.about if index == 0 else "",
            reading.bounded,
            noted(given_text(reading.given_by, reading.since), reading),
            date_label(reading.as_of)
            if reading.as_of
            else f"not said; told {date_label((reading.told or '').partition('T')[0] or None)}",
        )
        for row in (*story.disagreements.figures, *story.disagreements.unclaimed)[:CLAIMS]
        for index, reading in enumerate(row.readings)
    ]
    if rows:
        yield from section("Figures and other points that differ")
        yield from table(("point", "value", "according to", "as of"), rows)


def _figures(story: StoryPage) -> Iterator[str]:
    found = [(row, value) for row in story.figures.rows for value in row.values]
    rows = [
        (
            row.about,
            value.value,
            "; ".join(noted(" ▸ ".join(one.according_to), one) for one in value.surest[:SOURCES])
            + (f"; and {len(value.surest) - SOURCES} more" if len(value.surest) > SOURCES else "")
            + "".join(f"; {text}" for text in value.since),
            date_label(value.as_of) if value.as_of else "not said",
        )
        for row, value in found[:FIGURES]
    ]
    if rows:
        yield from section("All figures")
        yield from table(("what is counted", "how much", "according to", "as of"), rows)
    if len(found) > FIGURES:
        yield f"and {len(found) - FIGURES} more in the ledger that this report was made from"
        yield ""


def _contacts(story: StoryPage) -> Iterator[str]:
    rows = [
        (
            row.when,
            row.kind if row.status == "held" else f"{row.kind}, {row.status}",
            ", ".join(who.name for who in row.parties),
            "; ".join(f"{one.initiator} ({', '.join(one.according_to)})" for one in row.initiatives) or "not said",
        )
        for row in story.contacts.rows[:40]
    ]
    if rows:
        yield from section("Who called or met whom")
        yield from table(("when", "kind", "who", "who asked, according to"), rows)


def _times(story: StoryPage) -> Iterator[str]:
    if not story.timeline.moments:
        return
    yield from section("What happened when")
    for moment in story.timeline.moments[:40]:
        for entry in moment.entries[:3]:
            yield f"- {'◌' if moment.uncertain else '●'} **{date_label(moment.date)}** {escape(entry.text)} ({escape(_why(entry))})"
    yield ""


def _why(entry: Entry) -> str:
    return f"{entry.why} · {unsure_text(entry)}" if entry.unsure else entry.why


def _copies(story: StoryPage) -> Iterator[str]:
    rows = [
        (
            row.source.outlet,
            "→ named by" if row.kind == "citation" else "→ taken by" if row.decided else "which came first is not known",
            row.copy.outlet,
            row.kind,
            "" if row.kind == "citation" else f"{row.score:.0%}",
            row.reason,
        )
        for row in story.copies.rows[:40]
    ]
    if rows:
        yield from section("What copies what")
        yield from table(("article of", "direction", "article of", "how", "share", "why"), rows)


def _terms(story: StoryPage) -> Iterator[str]:
    if story.terms.rows:
        yield from section("What the words mean here")
        for row in story.terms.rows[:20]:
            yield from (
                f"- **{escape(row.term)}**: {escape(one.text)} ({escape(noted(' ▸ '.join(one.according_to), one))})"
                for one in row.definitions[:3]
            )
        yield ""
    if story.terms.namings:
        yield from section("One thing, different names")
        for naming in story.terms.namings[:20]:
            names = (
                f"**{escape(name.name)}** ({escape(', '.join(f'{use.by} {use.times}' for use in name.uses[:8]))})"
                for name in naming.names
            )
            yield f"- {' · '.join(names)}"
        yield ""


@dataclass(frozen=True, slots=True)
class Led:
    """The words of a cell, and where they lead."""

    words: str
    address: str | None
    earlier: bool = False
    """It is an earlier version of an article."""


def _cell(cell: object) -> str:
    if isinstance(cell, Led):
        return led(cell.words, cell.address) + (" (earlier version)" if cell.earlier else "")
    return escape("" if cell is None else cell)


def reach_text(articles: int, texts: int, origins: str | None) -> str:
    """From articles to texts to origins, in words."""
    ends = f"{origins} {'origin' if origins == '1' else 'origins'}" if origins else "origins not measured"
    return f"{count(articles, 'article')} → {count(texts, 'text')} of their own → {ends}"


def section(title: str) -> Iterator[str]:
    """The lines of a heading."""
    yield f"## {title}"
    yield ""


def table(columns: Iterable[str], rows: Iterable[Iterable[object]]) -> Iterator[str]:
    """The lines of a table, its cells escaped."""
    names = tuple(columns)
    yield "| " + " | ".join(names) + " |"
    yield "|" + " --- |" * len(names)
    for row in rows:
        yield "| " + " | ".join(_cell(cell) for cell in row) + " |"
    yield ""
