"""Records made from values fast: a frozen record takes its fields one by one past its own guard, six times as slow as a record that is not frozen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, make_dataclass
from typing import Any


def maker(record: type[Any]) -> Callable[..., Any]:
    """What makes a record of the values of its fields, in their order: a twin that is not frozen takes them, then becomes the record. The record
    itself where it has no such twin."""
    names = [one.name for one in fields(record)]
    if record.__bases__ != (object,) or getattr(record, "__slots__", None) != tuple(names) or hasattr(record, "__post_init__"):
        return record
    twin = make_dataclass(record.__name__, names, slots=True)

    def make(*values: Any) -> Any:
        one = twin(*values)
        one.__class__ = record
        return one

    return make
