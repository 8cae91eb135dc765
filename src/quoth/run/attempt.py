"""The one place that catches everything: one input that fails is set aside with its reason, and the run goes on."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from typing import TypeVar

from quoth.errors import LedgerError, Unavailable, UnusableInput, UsageError
from quoth.records import SetAside
from quoth.settings import Stage

Result = TypeVar("Result")


def attempt(work: Callable[[], Result], *, name: str, stage: Stage, sha256: str | None = None) -> Result | SetAside:
    """What ``work`` gives, or why the input called ``name`` cannot be used.

    What stops a whole run (the ledger, a missing model, a wrong call) is raised on; so is a keyboard interrupt.
    """
    try:
        return work()
    except (LedgerError, Unavailable, UsageError):
        raise
    except UnusableInput as error:
        return SetAside(error.name or name, sha256, stage, error.reason, str(error))
    except Exception as error:  # noqa: BLE001 - the runner's one blind catch, see above
        return SetAside(name, sha256, stage, "failed", _explain(error, name=name, stage=stage))


def _explain(error: Exception, *, name: str, stage: Stage) -> str:
    place = traceback.extract_tb(error.__traceback__)[-1]
    said = " ".join(str(error).split()) or "no message"
    verb = {"read": "be read", "extract": "be read for statements", "link": "be linked"}[stage]
    return (
        f"{name} could not {verb}: {type(error).__name__}: {said} (in {place.name}, line {place.lineno} of {_module(place.filename)}). "
        "This is a fault of quoth. Please report it with the input; `quoth add --retry` tries again."
    )


def _module(filename: str) -> str:
    """The end of a file's path: what a report needs, and nothing of whose machine it is."""
    return "/".join(filename.replace("\\", "/").split("/")[-2:])
