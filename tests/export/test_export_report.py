from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoth.export.report.drawings import WIDTH, draw_scale, draw_stars, draw_tree, fit_names
from quoth.export.report.html import render_html, safe_url
from quoth.export.report.markdown import escape, render_markdown
from quoth.store import ReadView
from quoth.view.contacts import contacts_page
from quoth.view.copies import copies_page
from quoth.view.disagreements import DisagreementRow, ReadingRow, disputed_figures_page
from quoth.view.measures import Measure
from quoth.view.report import report_page
from quoth.view.stands import Stand

HOSTILE = "<script>alert('x')</script>"


def collect(text: str) -> list[tuple[str, dict[str, str | None]]]:
    """Every tag of a page with its attributes."""
    found: list[tuple[str, dict[str, str | None]]] = []

    def keep(tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found.append((tag, dict(attrs)))

    parser = HTMLParser()
    parser.handle_starttag = keep  # type: ignore[method-assign]
    parser.feed(text)
    return found


@pytest.fixture
def page(told: ReadView) -> str:
    return render_html(report_page(told))


def test_markup_in_a_text_never_becomes_markup_of_the_page(page: str) -> None:
    assert HOSTILE not in page
    assert "&lt;script&gt;" in page
    assert not [tag for tag, _ in collect(page) if tag == "script"]


def test_nothing_is_fetched_from_anywhere(page: str) -> None:
    tags = collect(page)
    assert not [tag for tag, _ in tags if tag in {"link", "img", "iframe", "object", "embed", "base", "form"}]
    assert not [attributes for _, attributes in tags if "src" in attributes or "style" in attributes]
    assert "@import" not in page
    assert not re.search(r"url\((?!#)", page)
    assert not [attributes for _, attributes in tags for name in attributes if name.startswith("on")]


def test_the_page_allows_its_own_style_by_hash_and_nothing_else(page: str) -> None:
    style = re.findall(r"<style>(.*?)</style>", page, flags=re.DOTALL)[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = next(attributes["content"] for tag, attributes in collect(page) if attributes.get("http-equiv"))
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def test_every_link_inside_the_page_lands_and_no_anchor_stands_twice(page: str) -> None:
    tags = collect(page)
    anchors = [attributes["id"] for _, attributes in tags if attributes.get("id")]
    assert len(anchors) == len(set(anchors))
    targets = {(attributes["href"] or "")[1:] for _, attributes in tags if (attributes.get("href") or "").startswith("#")}
    assert targets - set(anchors) == set()
    assert len(targets) > 20


def test_links_out_of_the_page_go_to_articles_only_and_tell_nobody_where_from(page: str) -> None:
    outward = [attributes for _, attributes in collect(page) if (attributes.get("href") or "#")[0] != "#"]
    assert {attributes["href"] for attributes in outward}
    assert all(attributes["rel"] == "noopener noreferrer" for attributes in outward)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "", None, "//a.example"])
def test_an_address_that_is_not_of_the_web_is_no_link(url: str | None) -> None:
    assert safe_url(url) is None


def test_disputes_come_before_everything_else(page: str) -> None:
    order = ["Where the accounts part", "Figures that differ", "Who called or met whom", "What happened when", "What copies what"]
    order += ["What the words mean here", "The articles", "What was set aside"]
    places = [page.index(f"<h2>{heading}") for heading in order]
    assert places == sorted(places)


def test_each_claim_opens_its_words_with_cue_underlined_and_chain(page: str) -> None:
    section = re.findall(r'<section class="evidence" id="claim-.*?</section>', page, flags=re.DOTALL)[0]
    assert '<mark class="source">Marek Dolan</mark>' in section
    assert "<u>voiced concern about</u>" in section
    assert "<b><bdi>NTA</bdi></b> ▸ <b><bdi>Marek Dolan</bdi></b>" in section
    assert 'Not found in</span></div><div class="via"><bdi>Dam Watch</bdi> (1 article to Tue 18 Mar)' in section


def test_stance_is_told_by_shape_and_word(page: str) -> None:
    for shape, word in (("●", "asserts"), ("✕", "denies")):
        assert re.search(rf'aria-label="{word}[^"]*"[^>]*>{shape}<', page)


def test_origins_that_were_not_measured_are_never_shown_as_a_number(page: str) -> None:
    assert "origins not measured" in page
    assert "0 origins" not in page


def test_the_same_ledger_gives_the_same_page(told: ReadView, page: str) -> None:
    assert render_html(report_page(told)) == page


def test_a_report_without_full_articles_still_lands_every_link(told: ReadView) -> None:
    text = render_html(report_page(told, articles=1))
    tags = collect(text)
    anchors = {attributes.get("id") for _, attributes in tags}
    targets = {(attributes["href"] or "")[1:] for _, attributes in tags if (attributes.get("href") or "").startswith("#")}
    assert targets - anchors == set()
    assert "1 text of the 4 in this list, which names every version, stands in full below" in text


def test_a_report_tells_nobody_to_type_a_command(told: ReadView, page: str) -> None:
    texts = [page, render_html(report_page(told, articles=0)), render_html(report_page(told, min_score=0.9))]
    assert [found for text in texts for found in re.findall(r"quoth (?:show|search|report|export|status|judge)\b", text)] == []


@pytest.mark.parametrize("min_score", [0.5, 1.0])
def test_a_report_that_hides_statements_lands_every_link(told: ReadView, min_score: float) -> None:
    tags = collect(render_html(report_page(told, min_score=min_score)))
    anchors = [attributes["id"] for _, attributes in tags if attributes.get("id")]
    assert len(anchors) == len(set(anchors))
    targets = {(attributes["href"] or "")[1:] for _, attributes in tags if (attributes.get("href") or "").startswith("#")}
    assert targets - set(anchors) == set()


def test_what_is_unsure_is_marked_by_a_word_with_its_score_in_the_title(told: ReadView, page: str) -> None:
    unsure = next(one for one in told.statements() if one.score < 0.5)
    card = re.findall(rf'<section class="evidence single" id="s-{unsure.id}">.*?</section>', page, flags=re.DOTALL)[0]
    assert re.search(r'<span class="unsure" title="unsure, score 0.40: [^"]+">unsure</span>', card)
    number = re.findall(rf'id="p-{unsure.id}"></span><sup class="no" title="unsure, score 0.40: [^"]+">(.*?)</sup>', page)
    assert [text[-1] for text in number] == ["?"]
    sure = next(one for one in told.statements() if one.score >= 0.5)
    assert 'class="unsure"' not in re.findall(rf'id="s-{sure.id}">.*?</section>', page, flags=re.DOTALL)[0]


def test_no_words_of_a_hidden_statement_are_marked_in_a_report(told: ReadView) -> None:
    hiding = render_html(report_page(told, min_score=0.5))
    unsure = next(one for one in told.statements() if one.score < 0.5)
    assert unsure.id not in hiding
    assert 'class="unsure"' not in hiding
    assert "doubtful" not in hiding.split("</style>")[1]


def test_a_party_of_which_all_is_hidden_is_not_shown_as_not_found(told: ReadView) -> None:
    page = report_page(told, min_score=0.5)
    (story,) = page.stories
    (row,) = story.claims.rows
    stands = tuple(Stand("Ilmar", None, (), None, (), hidden=1) if stand.party == "Ilmar" else stand for stand in row.stands)
    claims = replace(story.claims, rows=(replace(row, stands=stands),))
    hiding = replace(page, stories=(replace(story, claims=claims),))
    text = render_html(hiding)
    assert re.search(r'data-label="Ilmar">\s*<span [^>]*title="only in statements that are not shown">○</span>', text)
    assert "○</span> only in statements that are not shown</span></div>" in text
    assert "○ Ilmar: only in statements that are not shown" in render_markdown(hiding)
    assert "○" not in render_html(page)


def test_markdown_names_every_outlet_in_which_a_claim_was_not_found(told: ReadView) -> None:
    page = report_page(told)
    lines = render_markdown(page).splitlines()
    claims = [claim for one in page.stories for claim in one.claims.disputed if claim.quiet]
    assert claims
    for claim in claims:
        begin = lines.index(f"### {escape(claim.text)}")
        silent = [line for line in lines[begin : lines.index("", begin + 4)] if line.startswith("- · not found in")]
        for quiet in claim.quiet:
            assert sum(escape(quiet.outlet) in line for line in silent) == 1


def test_markdown_tells_the_same_in_short(told: ReadView) -> None:
    text = render_markdown(report_page(told))
    assert text.startswith("# Dolan warns of provocation at the Lower Dam\n")
    assert "● Norvia: asserts; ✕ Arden: denies; ✕ Ilmar: denies." in text
    assert "*voiced concern about*" in text
    assert HOSTILE not in text


@given(st.text())
def test_escaped_text_is_one_line_without_markup(text: str) -> None:
    escaped = escape(text)
    assert "\n" not in escaped
    assert not re.search(r"(?<!\\)(?:\\\\)*[<>|`*_#\[\]]", escaped)


def reading(value: str, low: float | None, high: float | None, point: float | None) -> ReadingRow:
    measure = Measure(point, low, high)
    return ReadingRow(value, (), measure, ("somebody",), ("somebody",), "2031-03-16", None, 1, (), ())


def test_a_value_that_every_account_gives_a_bound_of_stands_with_it() -> None:
    least = ReadingRow("4,000", ("more than 4,000 residents",), Measure(None, 4000, None), (), (), None, None, 1, (), ())
    assert least.bounded == "more than 4,000"
    point = ReadingRow("9", ("at least nine", "Nine dead"), Measure(9, 9, 9), (), (), None, None, 2, (), ())
    assert point.bounded == "9"


@given(st.lists(st.tuples(st.floats(0, 1e9), st.sampled_from(["point", "least", "most"])), min_size=2, max_size=8))
def test_figures_are_drawn_inside_the_picture_in_the_order_of_their_values(values: list[tuple[float, str]]) -> None:
    rows = tuple(
        reading(
            str(value), None if form == "most" else value, None if form == "least" else value, value if form == "point" else None
        )
        for value, form in values
    )
    scale = draw_scale(DisagreementRow("id", "about", "figure", revised=False, claim=None, event=None, readings=rows))
    assert scale
    assert all(0 <= bar.x <= WIDTH for bar in scale.bars)
    for bar, (value, form) in zip(scale.bars, values, strict=True):
        assert (bar.open_low, bar.open_high) == (form == "most", form == "least")
        for other, (another, _) in zip(scale.bars, values, strict=True):
            assert value > another or bar.x <= other.x + 0.11


@pytest.mark.parametrize(
    ("length", "shown"),
    [(60, "Dam Watch, rescue service, NTA"), (28, "Dam Watch, rescue service +1"), (15, "Dam Watch +2"), (3, "Dam Watch +2")],
)
def test_names_beside_a_figure_are_left_out_whole_and_counted(length: int, shown: str) -> None:
    assert fit_names(("Dam Watch", "rescue service", "NTA"), length) == shown
    assert fit_names((), length) == ""


def test_only_values_that_one_source_revised_are_joined() -> None:
    first, second, third = reading("3", 3, 3, 3), reading("9", 9, 9, 9), reading("5", 5, 5, 5)
    rows = (first, replace(second, given_by=("somebody else",)), third)
    scale = draw_scale(DisagreementRow("id", "about", "figure", revised=True, claim=None, event=None, readings=rows))
    assert scale
    assert scale.steps == ((scale.bars[0].x, scale.bars[0].y, scale.bars[2].x, scale.bars[2].y),)


def test_a_figure_without_numbers_has_no_picture() -> None:
    rows = (ReadingRow("dozens", (), None, (), (), None, None, 1, (), ()), reading("9", 9, 9, 9))
    assert draw_scale(DisagreementRow("id", "about", "figure", revised=False, claim=None, event=None, readings=rows)) is None


def test_two_accounts_of_who_asked_are_drawn_as_two_dashed_arrows(told: ReadView) -> None:
    (star,) = draw_stars(contacts_page(told).rows)
    other = next(spoke for spoke in star.spokes if spoke.label.startswith(("Anna Reeve", "Marek Dolan")))
    assert [(ray.arrow, ray.dashed) for ray in other.rays] == [(True, True), (True, True)]


def test_copies_are_drawn_as_a_tree_from_their_source(told: ReadView) -> None:
    tree = draw_tree(copies_page(told).rows)
    assert tree
    assert [(node.label, node.source) for node in tree.nodes] == [("NTA", True), ("Lakeside Daily", False)]
    assert [dashed for _, dashed, _ in tree.edges] == [False]


def test_a_scale_of_one_figure_is_not_drawn_in_a_picture_of_what_differs(told: ReadView) -> None:
    (row,) = disputed_figures_page(told).rows
    scale = draw_scale(row)
    assert scale
    assert [bar.ranged for bar in scale.bars] == [False, True]


def test_all_figures_stand_in_both_reports_with_who_gives_them(told: ReadView) -> None:
    found = report_page(told)
    page, text = render_html(found), render_markdown(found)
    assert "All 2 figures of 4 articles" in page
    assert "<b><bdi>NTA</bdi></b> ▸ <b><bdi>Norvian defence ministry</bdi></b>" in page
    assert "| Left the valley | at least 4,000 | Arden Herald ▸ a senior official | not said |" in text


def test_the_manner_of_a_statement_stands_in_both_reports(told: ReadView) -> None:
    found = report_page(told)
    assert "in a letter" not in render_html(found) + render_markdown(found)
    story = found.stories[0]
    rows = tuple(
        replace(row, said=tuple(replace(one, act="blame", channel="letter", stance="accuses") for one in row.said))
        for row in story.claims.rows
    )
    changed = replace(found, stories=(replace(story, claims=replace(story.claims, rows=rows)),))
    assert '<span class="manner">blames, in a letter</span>' in render_html(changed)
    assert "(accuses: blames, in a letter, " in render_markdown(changed)


def test_a_contact_of_which_only_the_weekday_is_told_keeps_it_in_both_reports(told: ReadView) -> None:
    found = report_page(told)
    story = found.stories[0]
    rows = tuple(replace(row, date=None, weekday=5) for row in story.contacts.rows)
    changed = replace(found, stories=(replace(story, contacts=replace(story.contacts, rows=rows)),))
    assert "a Friday" in render_html(changed)
    assert "| a Friday | call |" in render_markdown(changed)


def test_an_acronym_stands_in_both_reports_as_short_for_its_words(told: ReadView) -> None:
    found = report_page(told)
    story = found.stories[0]
    rows = tuple(
        replace(row, definitions=tuple(replace(one, short_for=True) for one in row.definitions)) for row in story.terms.rows
    )
    changed = replace(found, stories=(replace(story, terms=replace(story.terms, rows=rows)),))
    assert "short for a hostile act" in render_html(changed)
    assert "short for a hostile act" in render_markdown(changed)


def test_a_tie_whose_direction_is_not_known_has_no_arrow(told: ReadView) -> None:
    page = report_page(told)
    (story,) = page.stories
    row = story.copies.rows[0]
    known, arrow = render_html(page), f"<bdi>{row.source.outlet}</bdi> → <bdi>{row.copy.outlet}</bdi>"
    assert ("taken from" in known, arrow in known, "came first is not known:" in known) == (True, True, False)
    open_ = replace(story, copies=replace(story.copies, rows=tuple(replace(one, decided=False) for one in story.copies.rows)))
    unknown = render_html(replace(page, stories=(open_,)))
    assert ("taken from" in unknown, arrow in unknown, "came first is not known:" in unknown) == (False, False, True)
    assert "which came first is not known" in render_markdown(replace(page, stories=(open_,)))


def test_who_names_another_as_a_source_does_so_whichever_came_first(told: ReadView) -> None:
    (story,) = (page := report_page(told)).stories
    cited = tuple(replace(one, kind="citation", decided=False) for one in story.copies.rows)
    written = render_markdown(replace(page, stories=(replace(story, copies=replace(story.copies, rows=cited)),)))
    assert ("→ named by" in written, "came first is not known" in written) == (True, False)
