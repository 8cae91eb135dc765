from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from quoth.lexicon.acts import plain_acts, plover_of, speech_acts
from quoth.lexicon.table import read_table
from quoth.records import Act, Stance

REFERENCE = Path(__file__).parent.parent.parent / "docs" / "reference" / "speech-acts.md"
VERBAL = {"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"}
"""PLOVER's event types for what is done in words; ``CONSULT`` is that of contacts."""
MODES = {"ACCUSE": {"disapprove", "allege", "investigate"}}


def test_the_table_holds_the_acts_of_the_records_each_once_in_their_order() -> None:
    assert [row["act"] for row in read_table("acts")] == list(get_args(Act))


def test_every_stance_but_none_has_one_plain_act_of_its_own() -> None:
    assert set(plain_acts()) == set(get_args(Stance)) - {"none"}
    assert sum(row["plain"] == "yes" for row in read_table("acts")) == len(plain_acts())
    for stance, act in plain_acts().items():
        assert speech_acts()[act].stance == stance


def test_codes_are_those_of_plover_for_words_and_of_cameo() -> None:
    for act in speech_acts().values():
        assert act.event is None or act.event in VERBAL, act
        assert act.mode is None or act.mode in MODES[act.event or ""], act
        assert act.cameo is None or (act.cameo.isdigit() and len(act.cameo) == 3), act
        assert act.meaning, act


@pytest.mark.parametrize(
    ("act", "negated", "code"),
    [
        ("accuse", False, ("ACCUSE", "allege")),
        ("criticise", False, ("ACCUSE", "disapprove")),
        ("reject", False, ("REJECT", None)),
        ("threaten", False, ("THREATEN", None)),
        ("urge", False, ("REQUEST", None)),
        ("state", False, None),
        ("deny", False, None),
        ("accuse", True, None),
        (None, False, None),
    ],
)
def test_the_plover_code_of_an_act_that_was_done(act: Act | None, negated: bool, code: tuple[str, str | None] | None) -> None:  # noqa: FBT001
    assert plover_of(act, negated=negated) == code


def test_the_reference_has_the_whole_table() -> None:
    text = REFERENCE.read_text(encoding="utf-8")
    for act in speech_acts().values():
        line = next(line for line in text.splitlines() if line.startswith(f"| {act.stance} | `{act.act}`"))
        code = ", ".join(part for part in (act.event, act.mode) if part) or "–"
        assert line.endswith(f"| {act.meaning} | {code} | {act.cameo or '–'} |"), act
