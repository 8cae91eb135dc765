"""The name of the program as far as linking goes: what was worked out by other code or data is worked out anew."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable

ROOMS = ("records", "lexicon", "language", "link", "group")
"""Whose code and data tell what comes of a story."""
LARGE = 4_000_000
"""Bytes from which on a data file is told by its name and size."""


@cache
def program() -> str:
    """The name of the code and data that links are worked out by: other code may work them out otherwise."""
    found = blake2b(digest_size=10)
    for room in ROOMS:
        for name, file in sorted(_files(files("quoth") / room, room)):
            content = file.read_bytes()
            found.update(f"{name} {len(content)} ".encode())
            found.update(content if len(content) < LARGE else b"")
    return found.hexdigest()


def _files(folder: Traversable, name: str) -> Iterator[tuple[str, Traversable]]:
    for one in folder.iterdir():
        if one.is_dir():
            yield from _files(one, f"{name}/{one.name}")
        elif not one.name.endswith(".pyc"):
            yield f"{name}/{one.name}", one
