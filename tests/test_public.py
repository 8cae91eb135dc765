"""What ``import quoth`` offers is a promise: a name is added on purpose and never lost."""

from __future__ import annotations

import inspect

import pytest

import quoth
from quoth import errors

EXPECTED = [
    "Busy",
    "Conflict",
    "IntegrityError",
    "Ledger",
    "LedgerError",
    "Outcome",
    "Progress",
    "QuothError",
    "ReadView",
    "Settings",
    "StatementFilter",
    "Unavailable",
    "UnusableInput",
    "UsageError",
    "open",
]


def test_the_public_names_are_these_in_order() -> None:
    assert quoth.__all__ == EXPECTED == sorted(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_every_public_name_is_there_and_explains_itself(name: str) -> None:
    assert inspect.getdoc(getattr(quoth, name))
    assert name in dir(quoth)


def test_every_error_is_public() -> None:
    raised = {name for name, value in vars(errors).items() if inspect.isclass(value) and issubclass(value, errors.QuothError)}
    assert raised <= set(quoth.__all__)


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'opne'"):
        _ = quoth.opne
