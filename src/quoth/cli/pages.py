"""How each page is drawn on a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from quoth.cli.table import (
    MOST,
    add_row,
    chain_text,
    clean,
    excerpt_text,
    heading,
    make_table,
    said_text,
    show_hidden,
    show_table,
    stance_text,
    stand_text,
    words,
)
from quoth.link.namings import Naming
from quoth.view.actor import ActorPage
from quoth.view.article import ArticlePage
from quoth.view.claims import ClaimPage, ClaimRow, ClaimsPage
from quoth.view.contacts import ContactsPage
from quoth.view.copies import CopiesPage
from quoth.view.counts import aside_text, count, given_text, interval
from quoth.view.dates import date_label, spell_dates
from quoth.view.disagreements import DisagreementRow, DisagreementsPage
from quoth.view.figures import FiguresPage, FigureValue
from quoth.view.firsts import first_text
from quoth.view.rivals import rival_text
from quoth.view.scores import Hidden, bound_text, noted, score_text, unsure_text, within_text
from quoth.view.search import SearchPage
from quoth.view.stands import Stand
from quoth.view.statements import StatementsPage
from quoth.view.story import StoriesPage, StoryPage
from quoth.view.terms import TermsPage
from quoth.view.timeline import TimelinePage
from quoth.view.words import Said, fold_same

SOURCES = 4
"""Chains named at most beside one figure."""
SHORT = 8
"""Characters of an identifier that are shown; commands take as many as make it unambiguous."""


def draw_stories(console: Console, page: StoriesPage) -> None:
    """The list of stories."""
    table = make_table(
        "id",
        "story",
        "dates",
        "articles",
        "texts",
        "claims",
        "disputed",
        right=("articles", "texts", "claims", "disputed"),
        wide=("story",),
    )
    for row in page.rows[:MOST]:
        add_row(
            table, row.id[:SHORT], row.title, span_label(row.first, row.last), row.articles, row.texts, row.claims, row.disputed
        )
    show_table(console, table, empty=f"No story was found in {count(page.documents, 'document')}.", left=len(page.rows) - MOST)
    if page.set_aside:
        console.print(words(f"{aside_text(page.set_aside, page.undated)}: quoth status says why.", "dim"))
    show_hidden(console, page.hidden, "counted")


def draw_story(console: Console, page: StoryPage) -> None:
    """One story: where the accounts part, then figures, contacts, time, copies, terms and the articles."""
    row = page.row
    console.print(words(row.title, "bold"))
    unknown = f", {count(row.nameless, 'article')} of unknown outlet" if row.nameless else ""
    note = f"{span_label(row.first, row.last)} · {count(len(row.outlets), 'outlet')}{unknown} · {row.id[:SHORT]}"
    console.print(words(note, "dim"))
    console.print(words(f"{count(row.articles, 'article')} → {count(row.texts, 'text')} of their own → origins: see each claim"))
    show_hidden(console, page.hidden)
    heading(console, "Where the accounts part", "most disputed first")
    draw_claims(console, page.claims, every=False)
    heading(console, "Figures and other points that differ")
    draw_disagreements(console, page.disagreements)
    if page.figures.rows:
        console.print(words(f"{count(page.figures.count, 'figure')} in all, by what they count: quoth show figures", "dim"))
    heading(console, "Who called or met whom")
    draw_contacts(console, page.contacts)
    heading(console, "What happened when")
    draw_timeline(console, page.timeline, most=3)
    heading(console, "What copies what")
    draw_copies(console, page.copies)
    heading(console, "What the words mean here")
    draw_terms(console, page.terms)
    heading(console, "The articles")
    table = make_table("id", "outlet", "published", "statements", "title", right=("statements",), wide=("title",))
    for one in page.list:
        title = f"{one.title} (earlier version)" if one.superseded else one.title
        add_row(table, one.id[:SHORT], one.outlet, date_label(one.published), "not read" if one.unread else one.statements, title)
    show_table(console, table, empty="none")


def draw_claims(console: Console, page: ClaimsPage, *, every: bool = True) -> None:
    """Claims with each party's stance in words; those that nobody disputes only where ``every`` is asked for."""
    rows = page.rows if every else (*page.disputed, *page.rivalled)
    table = make_table("id", "claim", "who stands where", "reach", wide=("claim", "who stands where"))
    for row in rows[:MOST]:
        add_row(table, row.id[:SHORT], row.text, _stands(row), reach(row))
    what = "claim" if every else "claim on which parties stand differently"
    where = f"{count(page.articles, 'article')}{within_text(page.hidden)}"
    show_table(console, table, empty=f"No {what} was found in {where}.", left=len(rows) - MOST)
    if not every and page.agreed:
        agreed = f"{count(len(page.agreed), 'claim')} that nobody was found to dispute{within_text(page.hidden)}"
        console.print(words(f"{agreed}: quoth show claims", "dim"))


def draw_claim(console: Console, page: ClaimPage) -> None:
    """One claim: each statement of it in its words, then where it was not found."""
    row = page.row
    console.print(words(row.text, "bold"))
    console.print(words(f"{reach(row)} · {row.id[:SHORT]}", "dim"))
    for first in row.firsts:
        console.print(words(first_text(first), "dim"))
    console.print(_stands(row))
    for stand in row.stands:
        if note := voices_text(stand):
            console.print(words(f"· {note}", "dim"))
    table = make_table("stance", "speaker", "when", "words", wide=("words",))
    for one in row.said:
        add_row(table, stance_text(one.on_claim), one.speaker_text, when(one), said_text(one))
    show_table(console, table, empty=none_shown(page.hidden, "none of its statements is in the ledger"))
    show_hidden(console, page.hidden)
    for quiet in row.quiet:
        base = f"{count(quiet.documents, 'article')}" + (f", collected to {date_label(quiet.latest)}" if quiet.latest else "")
        base += ", published before it was first said" if quiet.earlier else ""
        like = f"· words like these, in no statement of it, stand in {quiet.outlet} ({base}): "
        console.print(words(like + quiet.like_text if quiet.like else f"· not found in {quiet.outlet} ({base})", "dim"))


def draw_statements(console: Console, page: StatementsPage) -> None:
    """Statements, one a row, and how many were left out and why."""
    draw_said(console, page.rows, empty=none_shown(page.hidden, "No statement fits."))
    if page.found > len(page.rows):
        console.print(words(f"{len(page.rows)} of {page.found} shown; --limit 0 shows all.", "dim"))
    show_hidden(console, page.hidden)


def none_shown(hidden: Hidden, empty: str) -> str:
    """What is said where nothing is left to show: that nothing was found, or that all that was is hidden."""
    return f"None of {bound_text(hidden)} or more." if hidden.statements else empty


def draw_said(console: Console, rows: Sequence[Said], *, empty: str) -> None:
    """Statements, one a row."""
    table = make_table("id", "speaker", "stance", "when", "words", "score", right=("score",), wide=("words",))
    for one in rows:
        stance = f"not: {one.stance}" if one.negated else one.stance
        add_row(table, one.id[:SHORT], one.speaker_text, stance, when(one), said_text(one), score_text(one.score))
    show_table(console, table, empty=empty)


def draw_actor(console: Console, page: ActorPage) -> None:
    """One actor: names, offices, stands, statements, contacts."""
    who = page.who
    console.print(words(who.name, "bold"))
    base = " · ".join(part for part in (who.kind, who.country, who.id[:SHORT]) if part)
    console.print(words(f"{base} · {count(page.mentions, 'mention')} in {count(page.documents, 'article')}", "dim"))
    others = [f"{name} ({number})" for name, number in page.names if name != who.name]
    if others:
        console.print(words("also: " + ", ".join(others)))
    for title in page.titles:
        console.print(words(f"{title.text}{f', {title.of}' if title.of else ''}  {span_label(title.first, title.last)}"))
    if page.evidence:
        console.print(words(f"taken for one because: {'; '.join(page.evidence)}", "dim"))
    for line in page.undecided:
        console.print(words(f"not decided: {line}", "dim"))
    heading(console, "Where it stands")
    table = make_table("claim", "stance", "first", "text", wide=("text",))
    for one in page.standings:
        add_row(table, one.claim[:SHORT], stance_text(one.stance), date_label(one.first), noted(one.text, one))
    show_table(console, table, empty=none_shown(page.hidden, "on no claim that was found"))
    heading(console, "What it said")
    spoken = fold_same(page.said)
    draw_said(console, spoken, empty=none_shown(page.hidden, f"nothing that was found in {count(page.documents, 'article')}"))
    show_hidden(console, page.hidden)
    heading(console, "Contacts")
    draw_contacts(console, ContactsPage(page.contacts, page.documents))


def draw_timeline(console: Console, page: TimelinePage, *, most: int | None = None) -> None:
    """Dates in order, uncertain ones marked with a ring; at most ``most`` lines a date."""
    table = make_table("", "when", "what", wide=("what",))
    for moment in page.moments[:MOST]:
        text = Text()
        for entry in moment.entries[:most]:
            text.append_text(words(entry.text)).append("\n")
            text.append_text(words(f"· {noted(entry.why, entry)}", "dim")).append("\n")
        rest = len(moment.entries) - len(moment.entries[:most])
        text.append_text(words(f"and {rest} more", "dim") if rest else Text())
        text.rstrip()
        table.add_row("◌" if moment.uncertain else "●", words(date_label(moment.date)), text)
    show_table(console, table, empty=f"Nothing in {count(page.articles, 'article')} could be dated.", left=len(page.moments) - MOST)
    if page.undated:
        console.print(words(f"{count(page.undated, 'time or contact', 'times or contacts')} could not be dated.", "dim"))


def draw_contacts(console: Console, page: ContactsPage) -> None:
    """Contacts in order, with each account of who asked."""
    table = make_table(
        "when", "kind", "who", "who asked, according to", "tellings", right=("tellings",), wide=("who", "who asked, according to")
    )
    for row in page.rows[:MOST]:
        accounts = [f"{one.initiator} ({'; '.join(one.according_to)})" for one in row.initiatives]
        asked = Text("\n").join(words(account) for account in accounts) if accounts else words("not said", "dim")
        kind = row.kind if row.status == "held" else f"{row.kind}, {row.status}"
        add_row(table, row.when, kind, ", ".join(who.name for who in row.parties), asked, len(row.tellings))
    show_table(
        console,
        table,
        empty=f"No call, meeting or letter was found in {count(page.articles, 'article')}.",
        left=len(page.rows) - MOST,
    )


def _kind_of(row: DisagreementRow) -> str:
    """The kind of a point, and whether its values are revisions."""
    if row.revised:
        return f"{row.kind}, revised"
    return f"{row.kind}, partly revised" if row.revisers else row.kind


def draw_disagreements(console: Console, page: DisagreementsPage) -> None:
    """Points on which accounts differ, one value a line."""
    table = make_table("point", "kind", "value", "according to", "as of", wide=("point", "according to"))
    for row in page.rows[:MOST]:
        for index, reading in enumerate(row.readings):
            about, kind = (row.about, _kind_of(row)) if index == 0 else ("", "")
            stated = date_label(reading.as_of) if reading.as_of else told_label(reading.told)
            add_row(
                table,
                about,
                kind,
                words(reading.bounded, "bold"),
                noted(given_text(reading.given_by or reading.outlets, reading.since), reading),
                words(stated, "" if reading.as_of else "dim"),
            )
    show_table(
        console,
        table,
        empty=f"No point on which accounts differ was found in {count(page.articles, 'article')}{within_text(page.hidden)}.",
        left=len(page.rows) - MOST,
    )


def draw_figures(console: Console, page: FiguresPage) -> None:
    """Figures by what they count, one value a line; with their story, where they are of several."""
    heads = ("what is counted", *(["story"] if len({row.story for row in page.rows}) > 1 else []))
    table = make_table(*heads, "how much", "according to", "as of", "articles", right=("articles",), wide=("according to", "story"))
    for row in page.rows[:MOST]:
        for index, one in enumerate(row.values):
            dated = words(date_label(one.as_of)) if one.as_of else words(told_label(one.told), "dim")
            names = [name if index == 0 else "" for name in (row.about, row.story or "no story")[: len(heads)]]
            add_row(table, *names, words(one.value, "bold"), sources_text(one), dated, one.documents)
    show_table(
        console,
        table,
        empty=f"No figure was found in {count(page.articles, 'article')}{within_text(page.hidden)}.",
        left=len(page.rows) - MOST,
    )


def told_label(told: str | None) -> str:
    """When a value was first given, said to be that."""
    return f"told {date_label(told)}" if told else "date unknown"


def sources_text(one: FigureValue) -> str:
    """Who gives a value, each with the chain it came through, at most ``SOURCES`` of them; and what became of it since."""
    chains = [noted(" ▸ ".join(telling.according_to), telling) for telling in one.surest]
    rest = [f"and {len(chains) - SOURCES} more"] if len(chains) > SOURCES else []
    return "; ".join([*chains[:SOURCES], *rest, *one.since])


def draw_copies(console: Console, page: CopiesPage) -> None:
    """Edges between articles, from source to copy where that is known."""
    table = make_table("article", "and", "how", "share", "why", right=("share",), wide=("article", "and", "why"))
    for row in page.rows[:MOST]:
        share = "" if row.kind == "citation" else f"{row.score:.0%}"
        ends = (f"{one.outlet}: {one.title}" for one in (row.source, row.copy))
        add_row(table, *ends, f"{row.kind}, {row.way}", share, spell_dates(row.reason))
    show_table(console, table, empty=f"No copy was found among {count(page.articles, 'article')}.", left=len(page.rows) - MOST)


def draw_terms(console: Console, page: TermsPage) -> None:
    """Definitions, one a row."""
    table = make_table("term", "definition", "according to", wide=("definition",))
    for row in page.rows[:MOST]:
        for index, one in enumerate(row.definitions):
            according = chain_text(one.according_to)
            according.append(f" ({unsure_text(one)})" if one.unsure else "", style="dim")
            according.append(f"; also {', '.join(clean(name) for name in one.also)}" if one.also else "", style="dim")
            add_row(table, words(row.term if index == 0 else "", "bold"), one.text, according)
    show_table(console, table, empty=f"No definition was found in {count(page.articles, 'article')}.", left=len(page.rows) - MOST)
    if page.namings:
        heading(console, "One thing, different names", "quoted words by who is quoted, others by outlet")
        names = make_table("name", "used by", wide=("used by",))
        for naming in page.namings[:MOST]:
            for name in naming.names:
                add_row(names, words(name.name, "bold"), uses_text(name))
            add_row(names, "", words(f"({naming.why})", "dim"))
        console.print(names)


def uses_text(naming: Naming) -> str:
    """Who uses a name, and how often."""
    return ", ".join(f"{use.by} ({use.times})" for use in naming.uses)


def draw_article(console: Console, page: ArticlePage) -> None:
    """The article with its statements marked, furniture dimmed, then each statement."""
    console.print(words(page.title, "bold"))
    dated = f"{date_label(page.published)}" + (f" (by its {page.published_from})" if page.published else "")
    forwarded = f"forwarded from {page.forwarded_from}" if page.forwarded_from else ""
    known = (page.outlet, dated, forwarded, ", ".join(page.authors), page.url or "")
    console.print(words(" · ".join(part for part in known if part), "dim"))
    place = f"{page.file}" + (
        f", record {page.line}" if page.line else f", characters {page.place[0]} to {page.place[1]}" if page.place else ""
    )
    console.print(words(f"{place} · SHA-256 {page.sha256}", "dim"))
    if page.versions:
        console.print(words(f"other versions: {', '.join(version[:SHORT] for version in page.versions)}", "dim"))
    for block in page.blocks:
        text = Text(f"[{block.kind}] " if block.furniture else "", style="dim")
        for run in block.runs:
            style = {"source": "bold", "cue": "underline", "content": "yellow", None: "dim" if block.furniture else ""}[run.role]
            text.append(_spaced(run.text), style=f"{style} italic" if run.unsure else style)
        console.print()
        console.print(text)
    heading(console, "Statements")
    nothing = "It was not read for statements." if page.unread else "None was found in it."
    draw_said(console, page.said, empty=none_shown(page.hidden, nothing))
    show_hidden(console, page.hidden)


def draw_search(console: Console, page: SearchPage) -> None:
    """Statements, then articles, with the words around."""
    heading(console, "Statements")
    draw_said(console, page.statements, empty=none_shown(page.hidden, f"No statement holds the words {clean(page.words)!r}."))
    show_hidden(console, page.hidden)
    heading(console, "Articles")
    table = make_table("id", "outlet", "published", "words", wide=("words",))
    for one in page.articles:
        text = words(one.title, "bold")
        text.append("\n")
        text.append_text(excerpt_text(one.snippet))
        add_row(table, one.document[:SHORT], one.outlet, date_label(one.published), text)
    show_table(console, table, empty=f"No article holds the words {clean(page.words)!r}.")


def reach(row: ClaimRow) -> str:
    """How far a claim reaches: articles, texts, origins."""
    origins = interval(row.origins_low, row.origins_high)
    counted = f"{origins} origin{'' if origins == '1' else 's'}" if origins else "origins not measured"
    return f"{count(row.articles, 'article')} → {count(row.texts, 'text')} → {counted}"


def when(one: Said) -> str:
    """The day of a statement, else that of its publication, said to be that."""
    if one.time or not one.published:
        return date_label(one.time)
    return f"published {date_label(one.published[:10])}"


def span_label(first: str | None, last: str | None) -> str:
    """A span of dates in short."""
    return date_label(first) if last is None or first == last else date_label(f"{first}/{last}")


def voices_text(stand: Stand) -> str:
    """Who speaks for a party, whether an outlet speaks for itself, and how its stance changes sides; empty where there is no such thing."""
    voices = [name for name in stand.actors if name != stand.party]
    notes = [f"through {', '.join(voices)}"] if voices else []
    notes += ["the outlet itself"] if stand.outlet else []
    if stand.turns:
        notes.append(" → ".join(f"{turn.stance} ({date_label(turn.first)})" for turn in stand.course))
    return f"{stand.party}: {'; '.join(notes)}" if notes else ""


def _stands(row: ClaimRow) -> Text:
    rivals = (words(f"· {rival_text(one)}") for one in row.rivals)
    return Text("  ").join([*(stand_text(stand) for stand in row.stands), *rivals])


def _spaced(text: str) -> str:
    """A run as one line, with the spaces at its ends kept."""
    inner = clean(text)
    return (" " if text[:1].isspace() else "") + inner + (" " if inner and text[-1:].isspace() else "")
