from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoth.errors import UsageError
from quoth.export.csv import columns, to_csv
from quoth.export.jsonl import to_jsonl
from quoth.export.rows import rows
from quoth.export.schema import schema, schema_text
from quoth.export.shapes import KINDS
from quoth.store import ReadView
from quoth.view.find import find_story

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"
CONTRACT = {
    "documents": "id input_id outlet url title authors published published_from fetched language sha256 origin text segments",
    "statements": "id document form stance source cue content speaker addressee via negated score time",
    "actors": "id name kind aliases titles mentions",
    "times": "document start end text type value edtf anchor",
    "quantities": "document start end text value low high unit of as_of statement",
    "contacts": "id event kind parties initiator date topics document start end statement",
    "terms": "term definition document statement",
    "copies": "from to kind score receipt",
    "stories": "id title documents first last",
    "claims": "id text story statements positions documents texts origins silent reckoning",
    "disagreements": "id story about kind readings",
    "judgements": "id kind subject verdict by at note",
    "corrections": "id statement document verdict changed text found judged by at note",
}


@pytest.mark.parametrize("kind", CONTRACT)
def test_every_kind_of_the_contract_is_there_with_all_its_fields_first_and_in_order(kind: str) -> None:
    fields = CONTRACT[kind].split()
    assert columns(kind)[: len(fields)] == fields


def test_there_is_no_kind_outside_the_contract() -> None:
    assert set(KINDS) == set(CONTRACT)


@pytest.mark.parametrize("kind", CONTRACT)
def test_rows_validate_against_their_schema(kind: str, told: ReadView) -> None:
    found = list(rows(told, kind))
    assert found
    for row in found:
        jsonschema.validate(json.loads(json.dumps(row)), schema(kind))


@pytest.mark.parametrize("kind", CONTRACT)
def test_a_schema_refuses_a_row_that_lacks_a_field(kind: str, told: ReadView) -> None:
    row = next(rows(told, kind))
    del row[columns(kind)[0]]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(row, schema(kind))


@pytest.mark.parametrize("kind", CONTRACT)
def test_the_schemas_in_the_reference_are_current(kind: str) -> None:
    path = REFERENCE / "schema" / f"{kind}.json"
    again = f"for k in …: quoth export KIND --schema > docs/reference/schema/KIND.json (here: {kind})"
    assert path.read_text(encoding="utf-8") == schema_text(kind), again


@pytest.mark.parametrize("kind", CONTRACT)
def test_every_kind_and_field_stands_in_the_reference(kind: str) -> None:
    text = (REFERENCE / "export.md").read_text(encoding="utf-8")
    section = text.split(f"\n## {kind}\n")[1].split("\n## ")[0]
    assert [name for name in columns(kind) if f"`{name}`" not in section] == []


def test_spans_of_rows_point_at_their_words(told: ReadView) -> None:
    texts = {row["id"]: row["text"] for row in rows(told, "documents")}

    def words(document: str, spans: list[list[int]]) -> str:
        return " ".join(texts[document][start:end] for start, end in spans)

    for row in rows(told, "statements"):
        for part in (row["source"], row["cue"], row["content"], *row["via"]):
            assert part is None or words(row["document"], part["spans"]) == part["text"]
    for kind in ("times", "quantities"):
        for row in rows(told, kind):
            assert texts[row["document"]][row["start"] : row["end"]] == row["text"]


def test_a_speaker_is_the_actor_and_one_without_an_actor_is_null(told: ReadView) -> None:
    actors = {row["id"]: row["name"] for row in rows(told, "actors")}
    found = list(rows(told, "statements"))
    assert any(row["speaker"] is None for row in found)
    for row in found:
        if row["speaker"]:
            assert actors[row["speaker"]["id"]] == row["speaker"]["name"]
    nested = next(row for row in found if row["parent"])
    assert [via["actor"]["name"] for via in nested["via"]] == ["NTA"]


def test_tellings_of_one_contact_share_their_event_and_keep_their_own_initiator(told: ReadView) -> None:
    first, second = rows(told, "contacts")
    assert first["event"] == second["event"] is not None
    assert (first["initiator"]["name"], second["initiator"]["name"]) == ("Anna Reeve", "Marek Dolan")
    assert second["parties"][1] == {"id": None, "name": None, "text": "the defence department"}


def test_a_copy_goes_from_its_source_to_the_copy(told: ReadView) -> None:
    outlets = {row["id"]: row["outlet"] for row in rows(told, "documents")}
    (row,) = rows(told, "copies")
    assert (outlets[row["from"]], outlets[row["to"]]) == ("NTA", "Lakeside Daily")


def test_origins_not_measured_are_null_and_never_zero(told: ReadView) -> None:
    found = [row["origins"] for row in rows(told, "claims")]
    assert {"low": None, "high": None} in found
    assert {"low": 1, "high": 2} in found


def test_one_story_is_exported_by_itself(told: ReadView) -> None:
    story = find_story(told, None)
    for kind in CONTRACT:
        assert list(rows(told, kind, story=story.id)) == list(rows(told, kind))
        if kind != "judgements":
            assert list(rows(told, kind, story="none such")) == []


def test_an_unknown_kind_is_refused_with_a_near_miss(told: ReadView) -> None:
    with pytest.raises(UsageError, match="no export of 'statement'") as refused:
        rows(told, "statement")
    assert refused.value.hints[0] == "statements"


@pytest.mark.parametrize("kind", CONTRACT)
def test_csv_holds_what_json_lines_hold(kind: str, told: ReadView) -> None:
    lines = [json.loads(line) for line in to_jsonl(rows(told, kind))]
    table = list(csv.DictReader(io.StringIO("".join(to_csv(kind, rows(told, kind))), newline="")))
    assert len(table) == len(lines)
    for cells, row in zip(table, lines, strict=True):
        for name, value in row.items():
            expected = "" if value is None else value if isinstance(value, str) else json.loads(cells[name])
            assert (cells[name] if not isinstance(value, (list, dict, int, float, bool)) else value) == expected


@given(st.lists(st.fixed_dictionaries({"text": st.text(), "n": st.none() | st.integers()}), max_size=5))
def test_json_lines_are_one_line_a_row_in_utf_8_and_come_back_as_they_were(found: list[dict[str, Any]]) -> None:
    text = "".join(to_jsonl(found))
    assert text.encode("utf-8").decode("utf-8") == text
    assert [json.loads(line) for line in text.splitlines()] == found
