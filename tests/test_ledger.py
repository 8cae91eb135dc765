from __future__ import annotations

import builtins
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from tests.run.cheap_rooms import CHEAP

import quoth
from quoth.errors import LedgerError, Unavailable, UsageError
from quoth.ledger import Ledger


@pytest.fixture
def ledger(handmade: Path) -> Iterator[Ledger]:
    with quoth.open(handmade) as opened:
        yield opened


def test_a_ledger_is_made_where_there_is_none_unless_that_is_not_wanted(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="no ledger"):
        quoth.open(tmp_path / "x.db", create=False)
    with quoth.open(str(tmp_path / "x.db")) as ledger:
        assert list(ledger.documents()) == []


def test_adding_gives_its_outcome_and_tells_its_progress(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "quoth.run.house", SimpleNamespace(HOUSE=CHEAP))
    (tmp_path / "a.txt").write_text("Arda said no.")
    events: list[quoth.Progress] = []
    with quoth.open(tmp_path / "x.db") as ledger:
        outcome = ledger.add(tmp_path / "a.txt", on_event=events.append)
        assert ledger.add(str(tmp_path / "a.txt"), workers=1).unchanged == 1
        assert [actor.name for actor in ledger.actors()] == ["Arda"]
    assert (outcome.documents, outcome.extracted, outcome.linked, outcome.set_aside) == (1, 1, True, ())
    assert {event.stage for event in events} == {"read", "extract", "link"}


def test_statements_are_filtered_by_name(ledger: Ledger) -> None:
    everything = list(ledger.statements())
    assert {statement.stance for statement in ledger.statements(stance="denies")} == {"denies"}
    by_outlet = list(ledger.statements(outlet="arden herald"))
    assert 0 < len(by_outlet) < len(everything)
    assert [statement for statement in everything if statement in by_outlet] == by_outlet
    assert list(ledger.statements(speaker="Marek Dolan", text="provocation", since="2031", until="2031"))
    assert list(ledger.statements(speaker="Nobody Known")) == []


def test_statements_less_sure_than_asked_are_left_out(ledger: Ledger) -> None:
    low = [statement.id for statement in ledger.statements() if statement.score < 0.5]
    assert low
    assert [one.id for one in ledger.statements(min_score=0.5)] == [one.id for one in ledger.statements() if one.id not in low]
    assert not set(low) & set(ledger.to_pandas("statements", min_score=0.5)["id"])
    assert not set(low) & {hit.id for hit in ledger.search("taken orders", min_score=0.5)}
    assert ledger.timeline(min_score=1.0).hidden.statements
    with pytest.raises(UsageError, match="scores go from 0 to 1"):
        ledger.statements(min_score=50)


def test_a_story_limits_what_is_asked(ledger: Ledger) -> None:
    (story,) = ledger.stories()
    assert [document.id for document in ledger.documents(story=story.id)] == [
        document.id for document in ledger.documents() if document.id in story.documents
    ]
    assert list(ledger.documents(story="unknown")) == []
    assert list(ledger.claims(story=story.id)) == [claim for claim in ledger.claims() if claim.story == story.id]
    assert list(ledger.contacts(story=story.id)) == list(ledger.contacts())
    assert list(ledger.statements(story=story.id)) == list(ledger.statements())


def test_the_rest_of_a_ledger_can_be_asked(ledger: Ledger) -> None:
    assert [actor.name for actor in ledger.actors(named="Dolan")] == ["Marek Dolan"]
    assert list(ledger.disagreements())
    assert ledger.timeline().moments
    assert ledger.search("provocation", limit=1)
    assert ledger.status().counts["documents"] == 4
    assert ledger.verify().faults == ()
    assert ledger.view.counts() == ledger.status().counts


def test_rows_become_a_data_frame(ledger: Ledger) -> None:
    frame = ledger.to_pandas("statements")
    assert list(frame["id"]) == [statement.id for statement in ledger.statements()]
    assert {"speaker", "stance", "content"} <= set(frame.columns)
    with pytest.raises(UsageError):
        ledger.to_pandas("statement")


def test_without_pandas_it_says_how_to_get_it(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(Unavailable, match=r"pip install 'quoth\[pandas\]'"):
        ledger.to_pandas("statements")


def test_asking_a_ledger_loads_no_model_and_no_reader(handmade: Path) -> None:
    program = (
        "import sys, quoth\n"
        "with quoth.open(sys.argv[1]) as ledger: list(ledger.statements())\n"
        "print(*[name for name in ('spacy', 'trafilatura', 'dateparser', 'alembic', 'pandas') if name in sys.modules])"
    )
    out = subprocess.run([sys.executable, "-c", program, str(handmade)], capture_output=True, text=True, check=True).stdout
    assert out.strip() == ""


def test_importing_quoth_loads_nothing() -> None:
    program = "import sys, quoth; print(*[name for name in sys.modules if name.startswith(('quoth.', 'sqlalchemy'))])"
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.strip() == ""


def test_opening_does_not_hide_the_builtin() -> None:
    opened: Any = quoth.open
    assert opened is not builtins.open
