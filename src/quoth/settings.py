"""One frozen ``Settings``; each stage's fingerprint hashes only what changes its output."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from quoth.errors import UsageError
from quoth.records import identify

Reader = Literal["rules", "trained", "llm"]
Stage = Literal["read", "extract", "link"]

VERSIONS: dict[Stage, int] = {"read": 4, "extract": 15, "link": 16}
"""Raised by hand when a stage's code gives other output for the same input; finished work of other versions is redone."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything a user may set. Only ``workers``, ``batch`` and ``llm_timeout`` may vary without changing a result."""

    reader: Reader = "trained"
    """Which reader of attributions to use: ``rules``; ``trained``, a tagger; ``llm``, a model behind ``llm_url``."""
    language: str = "en"
    """Only documents of this language are read for statements; others are kept, found and compared as text."""
    largest: int = 20_000_000
    """Bytes: a single file (or record) larger than this is set aside as ``too-large``; record files are streamed."""
    workers: int = 1
    batch: int = 32
    """Documents handed to a worker at a time."""
    llm_url: str | None = None
    """Where the model of ``llm`` is reached: the part of an OpenAI-compatible address before ``/chat/completions``."""
    llm_model: str | None = None
    """The model's name, as its server calls it."""
    llm_timeout: int = 300
    """Seconds that one answer of the model may take."""

    def __post_init__(self) -> None:
        """Raise ``UsageError`` where ``llm`` is chosen without an address and a name, or where the address is none."""
        if self.reader == "llm":
            missing = [name for name, value in (("address", self.llm_url), ("model", self.llm_model)) if not (value or "").strip()]
            if missing:
                raise UsageError(
                    f"The reader llm needs an address and a model, but no {' and no '.join(missing)} was given. "
                    "Give both: --llm-url http://localhost:11434/v1 --llm-model NAME"
                )
            require_address(self.llm_url or "")
        if self.llm_timeout <= 0:
            raise UsageError(f"An answer may take {self.llm_timeout} seconds, which is none. Give at least 1.")

    @property
    def llm_address(self) -> str | None:
        """``llm_url`` without what may stand at its end."""
        return None if self.llm_url is None else self.llm_url.strip().rstrip("/").removesuffix("/chat/completions").rstrip("/")

    def fingerprint(self, stage: Stage) -> str:
        """The name of this stage with these settings: work finished under another name is done again."""
        chosen: dict[Stage, tuple[object, ...]] = {
            "read": (self.largest,),
            "extract": (self.reader, self.language, *((self.llm_address, self.llm_model) if self.reader == "llm" else ())),
            "link": (),
        }
        return identify("settings", stage, VERSIONS[stage], *chosen[stage])


def require_address(url: str) -> None:
    """Raise ``UsageError`` where a model cannot be reached at ``url``, or where it holds what would be kept in the ledger and must not be."""
    if "@" in url or "?" in url or "#" in url:
        raise UsageError(
            "The address of the model holds a name, a password or a query. Give the address alone; a key goes into the environment "
            "variable QUOTH_LLM_KEY."
        )
    try:
        parts = urlsplit(url.strip())
        usable = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        usable = False
    if not usable:
        raise UsageError(f"{url!r} is no address of a model. Give one such as http://localhost:11434/v1 or https://host/v1")
