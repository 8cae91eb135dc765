"""A file's bytes, unpacked and bounded."""

from __future__ import annotations

import gzip
import zlib
from pathlib import Path, PurePosixPath
from typing import BinaryIO, cast

from quoth.errors import UnusableInput


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
