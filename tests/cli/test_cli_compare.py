from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from quoth.cli.compare import command
from quoth.cli.origins import aligned
from quoth.cli.show import command as show
from quoth.errors import UsageError
from quoth.store import open_store
from quoth.view.compare import Half, Paragraph, Stretch


def half(*passages: int | None) -> Half:
    """An article of one stretch a paragraph."""
    paragraphs = tuple(Paragraph("body", False, (Stretch(f"words {number}", number),)) for number in passages)
    return Half("d", "Outlet", "Title", None, "", 0.0, paragraphs)


def test_two_articles_are_set_side_by_side(handmade: Path) -> None:
    arguments = ["Dolan warns", "Norvian Defence Minister Marek Dolan voiced", "--db", str(handmade)]
    output = CliRunner().invoke(command, arguments, catch_exceptions=False).output
    assert "verbatim: NTA → Lakeside Daily" in output
    assert output.count("[1] Norvian Defence Minister") == 2
    page = json.loads(CliRunner().invoke(command, [*arguments, "--json"], catch_exceptions=False).output)
    assert page["passages"] == 1


def test_an_article_that_is_not_there_is_a_wrong_call(handmade: Path) -> None:
    with pytest.raises(UsageError):
        CliRunner().invoke(command, ["Dolan warns", "nothing of that name", "--db", str(handmade)], catch_exceptions=False)


def test_an_article_is_not_compared_with_itself(handmade: Path) -> None:
    with pytest.raises(UsageError, match="are one article: give two"):
        CliRunner().invoke(command, ["Dolan warns", "dolan WARNS", "--db", str(handmade)], catch_exceptions=False)


def test_paragraphs_with_one_passage_stand_beside_each_other_and_none_is_lost() -> None:
    rows = aligned(half(1, None, 2), half(None, 1, 2, None))
    shown = [[one.stretches[0].passage if one else "-" for one in row] for row in rows]
    assert shown == [["-", None], [1, 1], [None, "-"], [2, 2], ["-", None]]


def test_passages_in_another_order_do_not_lose_a_paragraph() -> None:
    rows = aligned(half(1, 2, 3), half(3, 2, 1))
    assert sum(one is not None for one, _ in rows) == sum(other is not None for _, other in rows) == 3


def test_the_origins_of_a_claim_are_shown_as_a_table_and_as_json(handmade: Path) -> None:
    with open_store(handmade, create=False) as store:
        claim = next(one for one in store.read().claims() if len(one.statements) > 1)
    arguments = ["origins", claim.id, "--db", str(handmade)]
    assert "3 articles → 2 texts → 1–2 origins" in CliRunner().invoke(show, arguments, catch_exceptions=False).output
    page = json.loads(CliRunner().invoke(show, [*arguments, "--json"], catch_exceptions=False).output)
    assert (page["low"], page["high"]) == (1, 2)
