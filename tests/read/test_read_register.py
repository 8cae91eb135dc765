from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from quoth.errors import UnusableInput
from quoth.read.register import Register, read_register
from quoth.records import Tenure


def register(tmp_path: Path, name: str, content: str | bytes | list[Any]) -> Register:
    path = tmp_path / name
    if isinstance(content, list):
        content = "\n".join(json.dumps(row) for row in content)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_register(path)


def messages(found: Register) -> str:
    return "\n".join(one.message for one in found.set_aside)


SHEET = """id,name,kind,aliases,country,title,of,from,to,note
rd,Ruth Okonjo,person,Ruth Okonjó; R. Okonjo,fr,finance minister,France,2020-05,2024-03-01,seen
rd,Ruth Okonjo,person,,,mayor,Halden,,2020,
hw,Halden Water Works,company,HWW|Water Works,,,,,,
"""


# --- sheets


def test_a_sheet_gives_entries_with_names_state_and_offices(tmp_path: Path) -> None:
    okonjo, works = register(tmp_path, "r.csv", SHEET).entries
    assert (okonjo.id, okonjo.file, okonjo.name, okonjo.kind, okonjo.country) == ("rd", "r.csv", "Ruth Okonjo", "person", "France")
    assert okonjo.names == ("Ruth Okonjo", "Ruth Okonjó", "R. Okonjo")
    assert okonjo.titles == (
        Tenure("finance minister", "France", "2020-05", "2024-03-01"),
        Tenure("mayor", "Halden", None, "2020"),
    )
    assert (works.kind, works.names, works.country) == ("body", ("Halden Water Works", "HWW", "Water Works"), None)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_told_from_the_first_line(tmp_path: Path, delimiter: str) -> None:
    found = register(tmp_path, "r.csv", f"name{delimiter}country\nRuth Okonjo{delimiter}France\n")
    assert [(one.name, one.country) for one in found.entries] == [("Ruth Okonjo", "France")]


def test_a_byte_order_mark_and_other_encodings_are_read(tmp_path: Path) -> None:
    assert register(tmp_path, "r.csv", "name\nZoë Höll\n".encode("utf-8-sig")).entries[0].name == "Zoë Höll"
    assert register(tmp_path, "r.csv", "name\nZoë Höll\n".encode("utf-16")).entries[0].name == "Zoë Höll"


def test_rows_that_cannot_be_used_are_set_aside_and_the_rest_is_kept(tmp_path: Path) -> None:
    rows = [
        "id,name,kind,from,title",
        "a,,person,,",
        "b,Ann Lee,alien,,",
        "c,Ben Lee,person,May,mayor",
        "d,Cy Lee,person,,,,,",
        "e,Di Lee,person,,",
    ]
    found = register(tmp_path, "r.csv", "\n".join(rows))
    assert [one.id for one in found.entries] == ["e"]
    assert {one.reason for one in found.set_aside} == {"malformed"}
    for told in (
        "r.csv:2 cannot be used: it has no name",
        "kind 'alien'",
        "'May' under “from”",
        "r.csv:5 has 8 fields, expected 5",
    ):
        assert told in messages(found)


def test_a_name_without_letters_or_too_long_is_none(tmp_path: Path) -> None:
    found = register(tmp_path, "r.csv", f"id,name\na,1234\nb,{'x' * 400}\n")
    assert found.entries == ()
    assert "its name is '1234'" in messages(found)


def test_a_quotation_mark_that_is_not_closed_is_set_aside(tmp_path: Path) -> None:
    found = register(tmp_path, "r.csv", 'name,kind\nRuth Okonjo,person\n"Ann Lee,person\n')
    assert [one.name for one in found.entries] == ["Ruth Okonjo"]
    assert "no row of a sheet" in messages(found)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", "0 bytes"),
        ("  \n \n", "is empty"),
        ("person,country\nRuth,France\n", "no column “name”"),
        (b"%PDF-1.7 and more", "is a PDF"),
        ('{"title": "no register"}', "JSON, but no register: its first object has title"),
        ('{"id": "broken", ', "JSON, but no register"),
        ("[1, 2, 3]", "its first object has no fields"),
    ],
)
def test_what_is_no_register_is_refused_with_what_was_expected(tmp_path: Path, content: str | bytes, told: str) -> None:
    with pytest.raises(UnusableInput, match=told):
        register(tmp_path, "r.csv", content)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput, match="cannot be read"):
        read_register(tmp_path / "none.csv")


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    (tmp_path / "r.csv").write_text(SHEET)
    with pytest.raises(UnusableInput, match="larger than 20 bytes"):
        read_register(tmp_path / "r.csv", largest=20)


# --- FollowTheMoney


def entity(id_: object, schema: str = "Person", **properties: list[Any]) -> dict[str, Any]:
    return {"id": id_, "schema": schema, "properties": properties}


def test_followthemoney_gives_people_and_bodies_and_passes_over_the_rest(tmp_path: Path) -> None:
    rows = [
        entity("NK-1", name=["Ruth Okonjo"], alias=["R. Okonjo"], nationality=["fr"], position=["Minister of Finance"]),
        entity("NK-2", "PublicBody", name=["Halden Water Works"], country=["fr", "de"]),
        entity("NK-3", "LegalEntity", name=["Tarrow"]),
        entity("NK-4", "Address", full=["1 Quay"]),
    ]
    one, two, three = register(tmp_path, "e.ftm.json", rows).entries
    assert (one.kind, one.country, one.names) == ("person", "France", ("Ruth Okonjo", "R. Okonjo"))
    assert one.titles == (Tenure("Minister of Finance"),)
    assert (two.kind, two.country) == ("body", None)
    assert three.kind is None


def test_entities_that_cannot_be_used_are_set_aside(tmp_path: Path) -> None:
    good = entity("NK-1", name=["Ruth Okonjo"])
    rows = [
        good,
        entity(7, name=["Ann Lee"]),
        {"schema": "Person"},
        entity("NK-2", alias=[3, None]),
        entity("NK-1", name=["Another"]),
        ["x"],
    ]
    text = "\n".join(json.dumps(row) for row in rows) + "\n{broken\n"
    found = register(tmp_path, "e.json", text)
    assert [one.name for one in found.entries] == ["Ruth Okonjo"]
    assert len(found.set_aside) == 6
    assert "two entries with the id 'NK-1'" in messages(found)
    assert "e.json:7 is not valid JSON" in messages(found)


# --- Wikidata


def item(id_: str, label: str, **claims: list[Any]) -> dict[str, Any]:
    return {"id": id_, "labels": {"en": {"language": "en", "value": label}}, "claims": claims}


def claim(id_: str, **qualifiers: str) -> dict[str, Any]:
    held = {key: [{"datavalue": {"value": {"time": time}}}] for key, time in qualifiers.items()}
    return {"mainsnak": {"datavalue": {"value": {"id": id_}}}, "qualifiers": held}


def test_entities_of_wikidata_are_named_with_the_labels_that_the_extract_has(tmp_path: Path) -> None:
    okonjo = item(
        "Q1", "Ruth Okonjo", P31=[claim("Q5")], P27=[claim("Q142")],
        P39=[claim("Q9", P580="+2020-05-01T00:00:00Z", P582="+2024-00-00T00:00:00Z"), claim("Q10")],
    )  # fmt: skip
    okonjo["aliases"] = {"en": [{"value": "R. Okonjo"}], "de": [{"value": "Frau Okonjo"}]}
    found = register(tmp_path, "w.json", [okonjo, item("Q142", "France"), item("Q9", "finance minister")])
    one = found.entries[0]
    assert (one.id, one.kind, one.country, one.names) == ("Q1", "person", "France", ("Ruth Okonjo", "R. Okonjo"))
    assert one.titles == (Tenure("finance minister", None, "2020-05-01", "2024"),)


def test_a_dump_and_entity_data_are_read_alike(tmp_path: Path) -> None:
    one = item("Q1", "Ruth Okonjo")
    dump = register(tmp_path, "w.json", "[\n" + json.dumps(one) + ",\n" + json.dumps(item("Q2", "Ann Lee")) + "\n]")
    data = register(tmp_path, "w.json", json.dumps({"entities": {"Q1": one, "Q2": item("Q2", "Ann Lee")}}))
    assert dump == data
    assert [entry.id for entry in dump.entries] == ["Q1", "Q2"]


def test_an_entity_without_an_english_name_is_set_aside(tmp_path: Path) -> None:
    found = register(tmp_path, "w.json", [{"id": "Q1", "labels": {"fr": {"value": "Ruth"}}}, item("Q2", "Ann Lee"), {"labels": 3}])
    assert [one.id for one in found.entries] == ["Q2"]
    assert len(found.set_aside) == 2


def test_results_of_a_query_are_one_entry_an_item(tmp_path: Path) -> None:
    def row(**values: str) -> dict[str, Any]:
        return {key: {"value": value} for key, value in values.items()}

    address = "http://www.wikidata.org/entity/Q1"
    bindings = [
        row(
            item=address,
            itemLabel="Ruth Okonjo",
            kind="person",
            positionLabel="mayor",
            ofLabel="Halden",
            start="2020-05-01T00:00:00Z",
        ),
        row(item=address, itemLabel="Ruth Okonjo", alias="R. Okonjo", countryLabel="France"),
        row(itemLabel="nobody"),
    ]
    found = register(tmp_path, "q.json", json.dumps({"head": {"vars": []}, "results": {"bindings": bindings}}))
    (one,) = found.entries
    assert (one.id, one.kind, one.country, one.names) == ("Q1", "person", "France", ("Ruth Okonjo", "R. Okonjo"))
    assert one.titles == (Tenure("mayor", "Halden", "2020-05-01"),)
    assert "lacks item or itemLabel" in messages(found)
