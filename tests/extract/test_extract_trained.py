from __future__ import annotations

import subprocess
import sys
from importlib import resources

from tests.extract.test_extract_statements import parse, parts

from quoth.extract.statements import Nobody, find_statements
from quoth.extract.tagger.attributor import Trained
from quoth.records import Statement

LARGEST = 30_000_000
"""Bytes that the weights may take."""


def read(text: str) -> list[Statement]:
    parsed = parse(text)
    return list(find_statements(parsed, Nobody(), Trained().attribute(parsed).attributions))


def test_source_cue_and_content_of_plain_reports_are_found() -> None:
    text = """The mayor of Westmere said on Monday that the bridge would stay shut until May.

"We were not asked," Ilse Marn told reporters."""
    found = {statement.cue.text: parts(statement) for statement in read(text)}
    assert found["said"] == ("The mayor of Westmere", "said", "that the bridge would stay shut until May")
    assert found["told"] == ("Ilse Marn", "told", '"We were not asked,"')


def test_a_statement_in_a_content_keeps_who_told_of_it() -> None:
    text = "Ilse Marn said that the council had warned that the bridge was unsafe."
    outer, inner = read(text)
    assert (outer.cue.text, outer.parent) == ("said", None)
    assert inner.parent == outer.id
    assert [step.text for step in inner.via] == ["Ilse Marn"]


def test_a_quotation_that_goes_on_belongs_to_the_statement_before_it() -> None:
    text = '"We were not asked," Ilse Marn told reporters. "Nobody wrote to us, and nobody came to see the bridge."'
    assert [statement.content.text for statement in read(text) if statement.cue.text == "told"] == [
        '"We were not asked," "Nobody wrote to us, and nobody came to see the bridge."'
    ]


def test_a_score_is_a_share_and_tells_a_plain_report_from_a_doubtful_one() -> None:
    (plain,) = read("The mayor said that the bridge would stay shut.")
    assert 0.6 < plain.score < 1


def test_the_weights_fit_in_the_package_and_need_no_torch() -> None:
    weights = resources.files("quoth.extract.tagger") / "weights"
    assert 0 < sum(len(one.read_bytes()) for one in weights.iterdir()) <= LARGEST
    told = subprocess.run(
        [sys.executable, "-c", "import sys, quoth.extract.tagger.network as n; n.load_network(); print('torch' in sys.modules)"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert told.stdout.strip() == "False"
