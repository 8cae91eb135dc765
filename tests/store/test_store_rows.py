from __future__ import annotations

import json
from dataclasses import FrozenInstanceError, dataclass, fields
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quoth import records
from quoth.records import Document, Name, Passage, Span
from quoth.store import tables
from quoth.store.making import maker
from quoth.store.rows import codec

TABLES: list[tuple[type[Any], Any, set[str]]] = [
    (records.Document, tables.documents, {"number", "file"}),
    (records.Segment, tables.segments, {"document", "position"}),
    (records.SetAside, tables.set_aside, {"file", "document", "fingerprint"}),
    *(
        (record, table, {"number", "position"})
        for record, table in (
            (records.Referent, tables.referents),
            (records.Statement, tables.statements),
            (records.TimeExpression, tables.times),
            (records.Quantity, tables.quantities),
            (records.Contact, tables.contacts),
            (records.Term, tables.terms),
        )
    ),
    *(
        (record, table, {"position"})
        for record, table in (
            (records.Actor, tables.actors),
            (records.Copy, tables.copies),
            (records.ContactEvent, tables.events),
            (records.Story, tables.stories),
            (records.Claim, tables.claims),
            (records.Disagreement, tables.disagreements),
        )
    ),
    (records.Judgement, tables.judgements, set()),
    (records.ReadBy, tables.read_by, {"document"}),
]
IDS = [record.__name__ for record, _, _ in TABLES]

leaves = st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.floats(allow_nan=False) | st.text()
values = st.recursive(
    leaves, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3), max_leaves=5
)
st.register_type_strategy(float, st.floats(allow_nan=False))
spans = st.builds(Span, st.integers(0, 9999), st.integers(0, 9999))
st.register_type_strategy(Span, spans)
st.register_type_strategy(Passage, st.builds(Passage, st.text(), st.lists(spans, min_size=1, max_size=3).map(tuple)))


def made(record: type[Any]) -> st.SearchStrategy[Any]:
    if record is Document:
        return st.builds(record, extra=st.dictionaries(st.text(), values, max_size=3))
    if record is records.Judgement:
        return st.builds(record, found=st.none() | st.dictionaries(st.text(), values, max_size=3))
    return st.from_type(record)


@pytest.mark.parametrize(("record", "table", "own"), TABLES, ids=IDS)
def test_every_field_has_its_columns_and_every_column_its_field(record: type[Any], table: Any, own: set[str]) -> None:
    assert set(codec(record).columns) | own == set(table.columns.keys())


@pytest.mark.parametrize("record", [record for record, _, _ in TABLES], ids=IDS)
@given(data=st.data())
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_a_record_comes_back_from_its_columns_as_it_was(record: type[Any], data: st.DataObject) -> None:
    value = data.draw(made(record))
    encoded = codec(record).encode(value)
    stored = [json.loads(json.dumps(encoded[column], ensure_ascii=False)) for column in codec(record).columns]
    assert codec(record).decode(stored) == value


def test_a_row_written_before_a_field_was_added_takes_the_default() -> None:
    read = codec(records.Disagreement)
    older = {"value": "40", "statements": ["s"], "actors": [], "documents": ["d"]}
    row = dict.fromkeys(read.columns) | {"id": "x", "about": "hurt", "kind": "figure", "readings": [older], "revised": False}
    assert read.decode([row[name] for name in read.columns]).readings[0].as_of is None


@dataclass(frozen=True)
class Paired:
    pairs: tuple[tuple[Name, int], ...]
    plain: tuple[tuple[float, str], ...]
    one: tuple[Name, int] | None


def test_tuples_of_set_length_keep_the_kind_of_each_member() -> None:
    read = codec(Paired)
    for record in (Paired(((Name("Ilmar", 2), 3),), ((1.5, "May"),), (Name("Arden", 1), 0)), Paired((), (), None)):
        row = json.loads(json.dumps(read.encode(record)))
        assert read.decode([row[name] for name in read.columns]) == record


@pytest.mark.parametrize("record", [record for record, _, _ in TABLES])
def test_a_record_made_past_its_guard_is_the_same_record(record: type[Any]) -> None:
    values = [f"value {number}" for number, _ in enumerate(fields(record))]
    one, other = maker(record)(*values), record(*values)
    assert maker(record) is not record
    assert (type(one), one, hash(one), repr(one)) == (record, other, hash(other), repr(other))
    with pytest.raises(FrozenInstanceError):
        setattr(one, fields(record)[0].name, "changed")


def test_a_record_that_looks_at_its_values_makes_itself() -> None:
    @dataclass(frozen=True, slots=True)
    class Checked:
        number: int

        def __post_init__(self) -> None:
            if self.number < 0:
                raise ValueError

    @dataclass(frozen=True)
    class Roomy:
        number: int

    assert maker(Checked) is Checked
    assert maker(Roomy) is Roomy
