from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from types import SimpleNamespace

import pytest
from tests.run.cheap_rooms import CHEAP

from quoth.cli.main import run


@dataclass(frozen=True, slots=True)
class Said:
    """What a command answered."""

    code: int
    out: str
    err: str


Quoth = Callable[..., Said]


@pytest.fixture
def quoth(capsys: pytest.CaptureFixture[str]) -> Quoth:
    """Runs a command in this process."""

    def answer(*arguments: object) -> Said:
        code = run([str(argument) for argument in arguments])
        return Said(code, *capsys.readouterr())

    return answer


@pytest.fixture
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """``quoth add`` with rooms that do little and do it fast."""
    monkeypatch.setitem(sys.modules, "quoth.run.house", SimpleNamespace(HOUSE=CHEAP))
