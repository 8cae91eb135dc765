"""JSON Schema (2020-12) of each kind of export, made from the shapes of the rows."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from quoth.export.shapes import KINDS

_SIMPLE: dict[Any, str] = {str: "string", int: "integer", float: "number", bool: "boolean", NoneType: "null"}


def schema(kind: str) -> dict[str, Any]:
    """The schema of one row of a kind."""
    shape = KINDS[kind]
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"quoth export: one row of {kind}"}
    return {**head, **_object(shape)}


def schema_text(kind: str) -> str:
    """The schema as it stands in ``docs/reference/schema``."""
    return json.dumps(schema(kind), indent=2, ensure_ascii=False) + "\n"


def write_schemas(folder: Path) -> None:
    """Write every schema into a folder, one file a kind."""
    folder.mkdir(parents=True, exist_ok=True)
    for kind in KINDS:
        (folder / f"{kind}.json").write_text(schema_text(kind), encoding="utf-8")


def _object(shape: Any) -> dict[str, Any]:
    """Every field is there in every row; more may be added in later versions, so others are not forbidden."""
    hints = get_type_hints(shape, include_extras=True)
    properties = {one.name.rstrip("_"): _schema_of(hints[one.name]) for one in fields(shape)}
    return {
        "description": " ".join((shape.__doc__ or "").split()),
        "type": "object",
        "properties": properties,
        "required": list(properties),
    }


def _schema_of(hint: Any) -> dict[str, Any]:
    kind, arguments = get_origin(hint), get_args(hint)
    if kind is Annotated:
        return {**_schema_of(arguments[0]), "description": arguments[1]}
    if kind is Literal:
        return {"enum": list(arguments)}
    if kind in {Union, UnionType}:
        return _either([_schema_of(argument) for argument in arguments])
    return _array(kind, arguments) if kind in {list, tuple} else _single(hint)


def _array(kind: Any, arguments: tuple[Any, ...]) -> dict[str, Any]:
    length = {"minItems": len(arguments), "maxItems": len(arguments)} if kind is tuple else {}
    return {"type": "array", "items": _schema_of(arguments[0]), **length}


def _single(hint: Any) -> dict[str, Any]:
    if get_origin(hint) is dict:
        return {"type": "object"}
    return _object(hint) if hint not in _SIMPLE else {"type": _SIMPLE[hint]}


def _either(options: list[dict[str, Any]]) -> dict[str, Any]:
    """Simple types as one list of types, others as alternatives."""
    if all(set(option) == {"type"} for option in options):
        return {"type": [option["type"] for option in options]}
    return {"anyOf": options}
