"""Records to rows and back, compiled once a record from its type hints.

A nested part becomes JSON: a record an object by field name, a tuple an array, a ``Span`` an array of two. Reading is
lenient to fields that were added since with a default, so an older row stays readable.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from functools import cache
from operator import itemgetter
from typing import Any, cast

from quoth.records import Passage, Span
from quoth.store.making import maker

Convert = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Codec:
    """How records of one kind are written to and read from the columns of a table."""

    columns: tuple[str, ...]
    """The columns that a record needs, in the order in which ``decode`` wants their values."""
    values: Callable[[Any], list[Any]]
    """What a record has in each column, ready to be written, in their order."""
    encode: Callable[[Any], dict[str, Any]]
    """The row of a record, by column."""
    decode: Callable[[Sequence[Any]], Any]
    """The record of a row's values."""
    parts: Mapping[str, Convert]
    """How the value of a field is read that stands in one column, by its name."""


@dataclass(frozen=True, slots=True)
class _Slot:
    """One field of a record: the columns it is spread over and the way there and back."""

    name: str
    columns: tuple[str, ...]
    write: Convert | None
    """How its value is made ready, a value for each column where there are several; None where it is so already."""
    join: Callable[..., Any]


def codec(record: type[Any]) -> Codec:
    """The codec of a record type. Fields are taken in the order of the dataclass."""
    hashable: Any = record
    return _compiled(hashable)


@cache
def _compiled(record: Any) -> Codec:
    hints = typing.get_type_hints(record)
    slots = tuple(_slot(name.name, hints[name.name]) for name in fields(record))
    columns = tuple(column for slot in slots for column in slot.columns)
    values = _splitter(slots)
    parts = {slot.name: slot.join for slot in slots if len(slot.columns) == 1}
    return Codec(columns, values, lambda value: dict(zip(columns, values(value), strict=True)), _decoder(record, slots), parts)


def _splitter(slots: Sequence[_Slot]) -> Callable[[Any], list[Any]]:
    steps = [(slot.name, len(slot.columns) == 1, slot.write) for slot in slots]

    def values(value: Any) -> list[Any]:
        found: list[Any] = []
        for name, alone, write in steps:
            part = getattr(value, name)
            if write is not None:
                part = write(part)
            if alone:
                found.append(part)
            else:
                found.extend(part)
        return found

    return values


def _decoder(record: Any, slots: Sequence[_Slot]) -> Callable[[Sequence[Any]], Any]:
    places: list[int] = []
    steps: list[tuple[int, int, int, Callable[..., Any]]] = []
    start = 0
    for number, slot in enumerate(slots):
        places.append(start)
        if slot.join is not _same:
            steps.append((number, start, start + len(slot.columns), slot.join))
        start += len(slot.columns)
    first_of = itemgetter(*places) if len(places) > 1 else lambda row: (row[0],)
    make = maker(record)

    def decode(row: Sequence[Any]) -> Any:
        values = list(first_of(row))  # most are as they stand in the row: only the others are made
        for number, first, last, join in steps:
            values[number] = join(row[first]) if last == first + 1 else join(*row[first:last])
        return make(*values)

    return decode


def _slot(name: str, hint: Any) -> _Slot:
    plain, _ = _strip_none(hint)
    if plain is Passage:
        return _Slot(name, (name, f"{name}_spans"), _split_passage, _join_passage)
    if plain is Span and name == "span":
        return _Slot(name, ("start", "end"), None, Span)
    return _Slot(name, (name,), _writer(hint), _reader(hint) or _same)


def _same(value: Any) -> Any:
    return value


def _split_passage(value: Passage | None) -> tuple[str | None, tuple[Span, ...] | None]:
    return (None, None) if value is None else (value.text, value.spans)


def _join_passage(text: str | None, spans: list[list[int]] | None) -> Passage | None:
    return None if text is None else _PASSAGE(text, tuple(map(Span._make, spans or ())))


_PASSAGE = maker(Passage)


def _strip_none(hint: Any) -> tuple[Any, bool]:
    """A type without its ``None``, and whether it had one."""
    if typing.get_origin(hint) in {typing.Union, types.UnionType}:
        rest = [part for part in typing.get_args(hint) if part is not type(None)]
        if len(rest) == 1 and len(rest) < len(typing.get_args(hint)):
            return rest[0], True
    return hint, False


def _optional(convert: Convert | None, *, optional: bool) -> Convert | None:
    if convert is None or not optional:
        return convert
    return lambda value: None if value is None else convert(value)


@cache
def _writer(hint: Any) -> Convert | None:
    """How a value of a type is made ready for JSON; None where it is so already (tuples and spans are arrays there)."""
    plain, optional = _strip_none(hint)
    if is_dataclass(plain):
        return _optional(_object_writer(plain), optional=optional)
    if typing.get_origin(plain) is tuple and any(each := [_writer(one) for one in _members(plain)]):
        if len(each) > 1:
            return _optional(_fixed([one or _same for one in each], list), optional=optional)
        write = each[0] or _same
        return _optional(lambda value: [write(part) for part in value], optional=optional)
    return None


def _members(kind: Any) -> tuple[Any, ...]:
    """The types of a tuple's members: one where it is of any length, else one for each."""
    return tuple(one for one in typing.get_args(kind) if one is not Ellipsis)


def _members_of(read: Convert) -> Convert:
    return lambda value: tuple(map(read, value))


def _fixed(each: Sequence[Convert], made: Callable[[Iterable[Any]], Any]) -> Convert:
    return lambda value: made(convert(part) for convert, part in zip(each, value, strict=True))


def _object_writer(record: Any) -> Convert:
    parts: list[tuple[str, Convert]] = []

    def write_all(value: Any) -> dict[str, Any]:
        if not parts:  # worked out when first needed: a record may hold others of its kind
            hints = typing.get_type_hints(record)
            parts.extend((part.name, _writer(hints[part.name]) or _same) for part in fields(record))
        return {name: write(getattr(value, name)) for name, write in parts}

    return write_all


@cache
def _reader(hint: Any) -> Convert | None:
    """How a value of a type is made from JSON; None where it is itself."""
    plain, optional = _strip_none(hint)
    if plain is Span:
        return _optional(Span._make, optional=optional)
    if is_dataclass(plain):
        return _optional(_object_reader(plain), optional=optional)
    if typing.get_origin(plain) is tuple:
        each = [_reader(one) for one in _members(plain)]
        if len(each) > 1 and any(each):
            return _optional(_fixed([one or _same for one in each], tuple), optional=optional)
        read = each[0]
        return _optional(tuple if read is None else _members_of(read), optional=optional)
    return None


def _object_reader(record: Any) -> Convert:
    known: list[Convert] = []

    def read(value: Mapping[str, Any]) -> Any:
        if not known:  # worked out when first needed: a record may hold others of its kind
            known.append(_field_reader(record))
        return known[0](value)

    return read


def _field_reader(record: Any) -> Convert:
    hints = typing.get_type_hints(record)
    parts = [(part.name, _reader(hints[part.name]) or _same, part) for part in fields(record)]

    names = [name for name, _, _ in parts]
    every = itemgetter(*names) if len(names) > 1 else lambda value: (value[names[0]],)
    made = [(number, convert) for number, (_, convert, _) in enumerate(parts) if convert is not _same]
    make = maker(record)

    def read(value: Mapping[str, Any]) -> Any:
        try:
            values = list(every(value))
        except KeyError:  # an older row, without what was added since
            return record(*[convert(value[name]) if name in value else _default(part) for name, convert, part in parts])
        for number, convert in made:
            values[number] = convert(values[number])
        return make(*values)

    return read


def _default(part: Field[Any]) -> Any:
    return part.default if part.default is not MISSING else cast("Callable[[], Any]", part.default_factory)()
