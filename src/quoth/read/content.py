"""A file's bytes, unpacked and bounded."""

from __future__ import annotations

import gzip
import zlib
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import BinaryIO, cast

from quoth.errors import UnusableInput

SWOLLEN = 50_000_000
"""Bytes: what unpacks to less is never too tightly packed."""
DENSEST = 200
"""How many times its packed size a text may be; news is five to ten times."""
TIGHTEST = 1_032
"""How many times its packed size anything can be in gzip."""


def stem_of(name: str) -> tuple[str, str, bool]:
    """A file name's stem, its ending in small letters without ``.gz``, and whether it is packed with gzip."""
    path = PurePosixPath(name)
    packed = path.suffix.lower() == ".gz"
    inner = PurePosixPath(path.stem) if packed else path
    return inner.stem, inner.suffix.lower(), packed


def open_stream(path: Path) -> BinaryIO:
    """The file's bytes as a stream, unpacked where it ends in ``.gz``."""
    return cast("BinaryIO", gzip.open(path, "rb")) if path.suffix.lower() == ".gz" else path.open("rb")


def load(path: Path, name: str, *, largest: int) -> bytes:
    """All bytes of a file, unpacked. Raises ``UnusableInput``: ``unreadable``, ``empty``, or ``too-large`` beyond ``largest`` bytes."""
    try:
        with open_stream(path) as stream:
            content = stream.read(largest + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise UnusableInput(
            "unreadable", f"{name} cannot be read: {error}. Check the file and its permissions.", name=name
        ) from error
    return bounded(content, name, largest=largest)


def require_bearable(path: Path, name: str) -> None:
    """Raise ``UnusableInput`` (``too-large``) for a file packed so tightly that it can be no text: one made to fill memory and disk."""
    packed = path.stat().st_size
    if path.suffix.lower() != ".gz" or packed * TIGHTEST < SWOLLEN:
        return
    unpacked = 0
    with open_stream(path) as stream, suppress(OSError, EOFError, zlib.error):  # a broken one is said to be so when it is read
        while block := stream.read(1 << 20):
            unpacked += len(block)
            if unpacked > max(SWOLLEN, packed * DENSEST):
                message = (
                    f"{name} unpacks to more than {DENSEST} times its size, as no text does. Unpack it yourself and look at it."
                )
                raise UnusableInput("too-large", message, name=name)


def bounded(content: bytes, name: str, *, largest: int) -> bytes:
    """``content`` itself, if it is neither empty nor too large; else ``UnusableInput``."""
    if not content:
        raise UnusableInput("empty", f"{name} is empty (0 bytes). Save it again or leave it out.", name=name)
    if len(content) > largest:
        raise UnusableInput(
            "too-large",
            f"{name} is larger than {largest:,} bytes. An article is smaller: split the file, save many articles as JSON Lines, or raise the limit.",
            name=name,
        )
    return content
