from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from quoth.errors import UsageError
from quoth.records import Contact, Findings, Mention, Name, Party, Passage, Quantity, Referent, Span, Term
from quoth.score.facts import ContactLabel, FactLabel, QuantityLabel, TermLabel, load_facts, score_facts
from quoth.score.polnear import Count

TEXT = "Orlo phoned Marn at his request; he told her that at least 40 of 90 sluices, or sluice gates, had failed."
LABELS = Path(__file__).parents[2] / "quality" / "labels"


def at(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def row(**change: Any) -> dict[str, Any]:
    item = {"trigger": [5, 11], "kind": "call", "status": "held", "parties": [[0, 4], [12, 16]], "initiator": None, "when": None}
    return {"document": "reuse__x", "split": "tune", "sha256": "0", "items": [item], **change}


def write(folder: Path, name: str, *rows: Any) -> Path:
    path = folder / name
    path.write_text("\n".join(json.dumps(one) for one in rows), encoding="utf-8")
    return path


def test_labels_are_read_by_the_name_of_their_file(tmp_path: Path) -> None:
    (article,) = load_facts(write(tmp_path, "contacts.jsonl", row()))
    assert article.labels == (ContactLabel(at("phoned"), "call", "held", (at("Orlo"), at("Marn")), None),)
    with pytest.raises(UsageError, match=r"contacts\.jsonl:2"):
        load_facts(write(tmp_path, "contacts.jsonl", row(), row(items=[{}])))
    with pytest.raises(UsageError, match="tune or keep"):
        load_facts(write(tmp_path, "contacts.jsonl", row(split="test")))
    with pytest.raises(UsageError, match=r"rumours\.jsonl"):
        load_facts(write(tmp_path, "rumours.jsonl", row()))


@pytest.mark.parametrize(("kind", "least"), [("contacts", 150), ("quantities", 200), ("terms", 60)])
def test_the_labels_of_the_project_are_enough_and_in_both_halves(kind: str, least: int) -> None:
    articles = load_facts(LABELS / f"{kind}.jsonl")
    assert sum(len(one.labels) for one in articles) >= least
    assert {one.split for one in articles} == {"tune", "keep"}


# --- contacts --------------------------------------------------------------------------------------------------------------

MARN = Referent(
    id="marn", document="d", name="Marn", kind="person", names=(Name("Marn", 1),), titles=(),
    mentions=tuple(Mention(at(words), words, "name") for words in ("Marn", "his")),
)  # fmt: skip
ORLO, CALLED = Party("Orlo", at("Orlo"), None), Party("Marn", at("Marn"), "marn")
CALL = Contact("c", "d", "call", (ORLO, CALLED), CALLED, None, (), at("Orlo phoned Marn at his request"), None)
LABEL = ContactLabel(at("phoned"), "call", "held", (at("Orlo"), at("his")), at("his"))


def contacts(label: ContactLabel, *found: Contact) -> dict[str, Count]:
    return score_facts("contacts", [label], Findings("d", referents=(MARN,), contacts=found), TEXT)


def test_a_contact_is_found_with_all_its_parties_by_words_or_by_referent() -> None:
    counts = contacts(LABEL, CALL)
    assert {name: (one.right, one.found, one.gold) for name, one in counts.items()} == dict.fromkeys(counts, (1, 1, 1))


@pytest.mark.parametrize(
    ("found", "wrong"),
    [
        (replace(CALL, parties=(*CALL.parties, Party("her", at("her"), None))), {"contacts"}),
        (replace(CALL, parties=(ORLO,)), {"contacts", "contacts_told"}),
        (replace(CALL, span=at("told her")), {"contacts", "contacts_told"}),
        (replace(CALL, kind="letter"), {"contacts_kind"}),
        (replace(CALL, status="planned"), {"contacts_status"}),
        (replace(CALL, initiator=ORLO), {"contacts_initiator"}),
        (replace(CALL, initiator=None), {"contacts_initiator"}),
    ],
)
def test_what_is_wrong_with_a_contact_counts_where_it_is_wrong(found: Contact, wrong: set[str]) -> None:
    counts = contacts(LABEL, found)
    judged = {"contacts", "contacts_told"} | (set(counts) if counts["contacts_told"].right else set())
    assert {name for name in judged if counts[name].right == 0} == wrong


def test_a_contact_beyond_the_labels_costs_precision_and_one_telling_answers_to_one_label() -> None:
    counts = contacts(LABEL, CALL, replace(CALL, id="again"))
    assert counts["contacts"] == Count(1, 2, 1)


# --- quantities and terms ----------------------------------------------------------------------------------------------------

AT_LEAST = Quantity("q", "d", at("at least 40"), "at least 40", 40.0, 40.0, None, None, "sluices", None, None)
EXACT = Quantity("r", "d", at("90"), "90", 90.0, 90.0, 90.0, None, "sluices", None, None)


def quantities(label: FactLabel, *found: Quantity) -> dict[str, Count]:
    return score_facts("quantities", [label], Findings("d", quantities=found), TEXT)


@pytest.mark.parametrize(
    ("label", "found", "right"),
    [
        (QuantityLabel(at("at least 40"), None, 40, None, at("sluices")), AT_LEAST, 1),
        (QuantityLabel(at("at least 40"), 40, None, None, at("sluices")), AT_LEAST, 0),
        (QuantityLabel(at("90"), 90, None, None, None), EXACT, 1),
        (QuantityLabel(at("90"), None, 90, None, None), EXACT, 0),
        (QuantityLabel(at("90"), 91, None, None, None), EXACT, 0),
        (QuantityLabel(at("90"), 90, None, None, None), replace(EXACT, low=None, high=None), 1),
    ],
)
def test_a_quantity_is_right_with_its_value_and_its_open_side(label: QuantityLabel, found: Quantity, right: int) -> None:
    counts = quantities(label, found)
    assert (counts["quantities"].right, counts["quantities_seen"].right) == (right, 1)


def test_what_is_counted_is_compared_where_the_label_says_it() -> None:
    label = QuantityLabel(at("at least 40"), None, 40, None, at("sluices"))
    assert quantities(label, AT_LEAST)["quantities_of"] == Count(1, 1, 1)
    assert quantities(label, replace(AT_LEAST, of="people"))["quantities_of"] == Count(0, 1, 1)
    assert quantities(replace(label, of=None), AT_LEAST)["quantities_of"] == Count(0, 0, 0)


@pytest.mark.parametrize(("definition", "right"), [("or sluice gates", 1), ("sluice gates", 1), ("had failed", 0)])
def test_a_definition_is_right_where_term_and_words_agree_by_half(definition: str, right: int) -> None:
    found = Term("t", "d", "sluices", at("sluices"), Passage(definition, (at(definition),)), None)
    counts = score_facts("terms", [TermLabel(at("sluices"), at("sluice gates"))], Findings("d", terms=(found,)), TEXT)
    assert counts["terms"] == Count(right, 1, 1)
