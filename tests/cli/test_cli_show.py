from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from rich.console import Console

from quoth.cli import pages
from quoth.cli.show import command
from quoth.errors import UsageError
from quoth.store import open_store
from quoth.view.copies import copies_page
from quoth.view.timeline import timeline_page

PAGES = ["stories", "story", "claims", "statements", "timeline", "contacts", "copies", "terms", "disagreements", "figures"]


def show(ledger: Path, *arguments: str) -> Result:
    result = CliRunner().invoke(command, [*arguments, "--db", str(ledger)])
    if result.exception and not isinstance(result.exception, (SystemExit, UsageError)):
        raise result.exception
    return result


def as_json(ledger: Path, *arguments: str) -> Any:
    return json.loads(show(ledger, *arguments, "--json").output)


@pytest.mark.parametrize("name", PAGES)
def test_every_page_is_shown_as_a_table_and_as_json(name: str, handmade: Path) -> None:
    assert show(handmade, name).output.strip()
    assert isinstance(as_json(handmade, name), dict)


@pytest.mark.parametrize("name", ["claims", "timeline", "contacts", "copies", "terms", "disagreements", "statements"])
def test_a_page_may_be_of_one_story_by_the_beginning_of_its_identifier(name: str, handmade: Path) -> None:
    story = as_json(handmade, "stories")["rows"][0]["id"]
    assert as_json(handmade, name, "--story", story[:6]) == as_json(handmade, name)


def test_statements_show_who_says_what_and_the_chain(handmade: Path) -> None:
    output = show(handmade, "statements", "--speaker", "Dolan").output
    assert "Marek Dolan" in output
    assert "Arden Herald ▸ NTA ▸ Marek Dolan" in output


def test_statements_are_filtered_by_outlet_stance_date_and_words(handmade: Path) -> None:
    assert len(as_json(handmade, "statements", "--outlet", "arden herald")["rows"]) == 4 + 1
    assert len(as_json(handmade, "statements", "--stance", "accuses")["rows"]) == 2
    assert len(as_json(handmade, "statements", "--until", "2031-03-16")["rows"]) == 3
    assert len(as_json(handmade, "statements", "--text", "taken orders")["rows"]) == 2


def test_what_a_least_score_hides_is_counted(handmade: Path) -> None:
    note = "1 statement below 0.50 is not shown; --min-score 0 shows it."
    assert note in show(handmade, "statements", "--min-score", "0.5").output
    assert "not shown" not in show(handmade, "statements").output


@pytest.mark.parametrize(
    ("arguments", "note"),
    [
        (["story"], "1 statement below 0.50 is not shown, nor 1 claim resting on it alone"),
        (["stories"], "1 statement below 0.50 is not counted, nor 1 claim resting on it alone"),
        (["claims"], "1 statement below 0.50 is not shown, nor 1 claim resting on it alone"),
        (["article", "Arden rejects"], "1 statement below 0.50 is not shown; --min-score 0 shows it."),
        (["actor", "Marek Dolan"], "1 statement below 0.50 is not shown, nor 1 claim resting on it alone"),
    ],
)
def test_every_page_of_statements_says_how_many_it_hides(arguments: list[str], note: str, handmade: Path) -> None:
    assert note in " ".join(show(handmade, *arguments, "--min-score", "0.5").output.split())
    assert "below" not in show(handmade, *arguments).output
    assert as_json(handmade, *arguments, "--min-score", "0.5")["hidden"]["statements"] == 1


@pytest.mark.parametrize("name", ["timeline", "disagreements", "figures"])
def test_a_page_that_hides_nothing_says_nothing_of_it(name: str, handmade: Path) -> None:
    assert show(handmade, name, "--min-score", "0.5").output == show(handmade, name).output
    assert "below 0.95" in show(handmade, name, "--min-score", "0.95").output


def test_where_everything_is_hidden_nothing_is_said_to_be_not_found(handmade: Path) -> None:
    assert "None was found" not in show(handmade, "article", "Arden rejects", "--min-score", "1").output
    assert "No statement fits." not in show(handmade, "statements", "--min-score", "1").output
    assert "in statements of 1.00 or more" in show(handmade, "claims", "--min-score", "1").output


def test_what_is_unsure_is_marked_in_words(handmade: Path) -> None:
    assert show(handmade, "statements").output.count("unsure, score 0.40") == 1
    assert "Norvia (unsure, score 0.40)" in " ".join(show(handmade, "claims").output.split())
    assert "unsure" in show(handmade, "article", "Arden rejects").output
    assert "unsure" not in show(handmade, "article", "Dolan warns").output


def test_a_score_that_is_none_is_refused(handmade: Path) -> None:
    assert show(handmade, "claims", "--min-score", "50").exit_code == 2
    assert isinstance(show(handmade, "claims", "--min-score", "nan").exception, UsageError)


def test_a_limit_says_how_many_there_are(handmade: Path) -> None:
    assert "2 of 10 shown" in show(handmade, "statements", "--limit", "2").output


def test_a_claim_an_actor_and_an_article_are_shown(handmade: Path) -> None:
    claim = as_json(handmade, "claims")["rows"][0]["id"]
    assert "not found in Dam Watch (1 article" in show(handmade, "claim", claim[:8]).output
    assert "defence minister, Norvia" in show(handmade, "actor", "Marek Dolan").output
    assert "[related] Read also: Ten things about dams" in show(handmade, "article", "Norvian Defence Minister").output


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["actor", "Marek Dolen"], "Marek Dolan"),
        (["statements", "--outlet", "Arden Heral"], "Arden Herald"),
        (["statements", "--speaker", "Ana Reve"], "Anna Reeve"),
    ],
)
def test_a_name_that_nearly_fits_is_offered(arguments: list[str], hint: str, handmade: Path) -> None:
    error = show(handmade, *arguments).exception
    assert isinstance(error, UsageError)
    assert hint in error.hints


def test_a_date_that_is_none_is_refused(handmade: Path) -> None:
    error = show(handmade, "statements", "--since", "last week").exception
    assert isinstance(error, UsageError)
    assert "2024-05-03" in str(error)


def test_control_characters_of_a_text_do_not_reach_the_terminal() -> None:
    from quoth.cli.table import clean, words

    assert clean("a\x1b[31mb\u202ec\n d") == "a�[31mb�c d"
    assert words("[bold]x[/bold]").plain == "[bold]x[/bold]"


def test_all_figures_are_shown_and_the_disputed_ones_by_themselves(handmade: Path) -> None:
    every = show(handmade, "figures").output
    assert "NTA ▸ Norvian defence ministry" in every
    assert "at least 4,000" in every
    assert as_json(handmade, "figures")["rows"][0]["about"] == "Left the valley"
    disputed = as_json(handmade, "figures", "--disputed")["rows"]
    assert [row["kind"] for row in disputed] == ["figure"]
    assert "point" in show(handmade, "figures", "--disputed").output


def test_the_manner_of_a_statement_stands_beside_its_chain(handmade: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "▸ Marek Dolan · " not in show(handmade, "statements", "--speaker", "Dolan", "--stance", "accuses").output
    monkeypatch.setattr("quoth.cli.table.manner_text", lambda _: "blames, in a letter")
    output = " ".join(show(handmade, "statements", "--speaker", "Dolan", "--stance", "accuses").output.split())
    assert "NTA ▸ Marek Dolan · blames, in a letter" in output


def test_the_same_words_of_an_actor_are_shown_once(handmade: Path) -> None:
    output = show(handmade, "actor", "Marek Dolan").output
    assert output.count("accuses") == 1
    assert "the same words in Lakeside" in output


def test_a_timeline_says_how_much_could_not_be_dated(handmade: Path) -> None:
    assert "could not be dated" not in show(handmade, "timeline").output
    console = Console(record=True, width=100)
    with open_store(handmade, create=False) as store:
        pages.draw_timeline(console, replace(timeline_page(store.read()), undated=3))
    assert "3 times or contacts could not be dated." in console.export_text()


def test_who_names_another_as_a_source_is_told_to_do_so(handmade: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with open_store(handmade) as store:
        page = copies_page(store.read())
    named = replace(page, rows=tuple(replace(row, kind="citation", decided=False) for row in page.rows))
    pages.draw_copies(Console(width=300), named)
    assert "citation, the second names the first" in capsys.readouterr().out
