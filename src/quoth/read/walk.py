"""Which files are to be read."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from quoth.errors import UsageError

COMPANIONS = frozenset(
    [
        ".png",
        ".jpg",
        ".jpeg",
        ".gif",
        ".webp",
        ".svg",
        ".ico",
        ".bmp",
        ".avif",
        ".css",
        ".js",
        ".mjs",
        ".map",
        ".woff",
        ".woff2",
        ".ttf",
        ".otf",
        ".eot",
        ".mp4",
        ".webm",
        ".mp3",
        ".ogg",
        ".m4a",
        ".mov",
        ".avi",
        ".wav",
        ".oga",
        ".tgs",
        ".webmanifest",
        ".swf",
        ".db",
        ".ini",
        ".lnk",
        ".url",
    ],
)
"""Endings of what lies beside saved pages and exports and never holds an article; passed over without a word."""

NEAR = 4
"""Text files on either side of a file that may date it (see ``Input.beside``)."""

_TEXT = (".txt", ".md")
_ADDRESS = re.compile(r"(https?):/{1,2}(.+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Saved:
    """Where and when a page was taken from the web, where the one who took it knows."""

    address: str
    at: str
    """ISO 8601, with the offset."""


@dataclass(frozen=True, slots=True)
class Input:
    """One file to read. ``name`` is its path below the folder that was given, with ``/``; for a file given by itself its file name."""

    path: Path
    name: str
    beside: tuple[Path, ...] = ()
    """Up to four text files before and after it in the same folder: a dateline without a year may take the year from their dates."""
    saved: Saved | None = None


def find_inputs(paths: Sequence[Path]) -> Iterator[Input]:
    """The files at and below ``paths``, sorted by name within each folder.

    Hidden files, links to folders, and what lies beside saved pages (pictures, styles, scripts, ``page_files/``) are passed over; a file
    given by itself is always taken. Raises ``UsageError`` where a path does not exist.
    """
    for path in paths:
        if path.is_dir():
            yield from _below(path)
        elif path.exists():
            yield Input(path, _plain(path.name))
        else:
            raise _missing(path)


def _missing(path: Path) -> UsageError:
    """What is said of a path at which nothing stands; an address of the web has lost a slash on its way through ``Path``."""
    if (address := _ADDRESS.match(str(path))) is not None:
        return UsageError(
            f"{address[1]}://{address[2]} is an address of the web, but files and folders are read here and nothing is fetched. Open it in a "
            "browser, save the page, and add the saved file.",
            command="Or have the desk fetch it: quoth serve --fetch, then Add.",
        )
    return UsageError(f"There is no file or folder {path}. Check the path.", hints=_near_misses(path))


def _below(root: Path) -> Iterator[Input]:
    for folder, folders, files in os.walk(root):
        pages = {Path(file).stem for file in files if file.lower().endswith((".html", ".htm"))}
        folders[:] = sorted(name for name in folders if not name.startswith(".") and not _belongs_to_page(name, pages))
        kept = sorted(name for name in files if _wanted(name))
        for number, name in enumerate(kept):
            path = Path(folder, name)
            yield Input(path, _plain(path.relative_to(root).as_posix()), _beside(Path(folder), kept, number))


def _wanted(name: str) -> bool:
    return not name.startswith((".", "~$")) and Path(name).suffix.lower() not in COMPANIONS


def _belongs_to_page(folder: str, pages: set[str]) -> bool:
    return any(
        folder.endswith(ending) and folder.removesuffix(ending) in pages for ending in ("_files", ".files", "-Dateien", "_fichiers")
    )


def _beside(folder: Path, names: Sequence[str], number: int) -> tuple[Path, ...]:
    if not names[number].lower().endswith(_TEXT):
        return ()
    near = [*names[max(0, number - NEAR) : number], *names[number + 1 : number + 1 + NEAR]]
    return tuple(folder / name for name in near if name.lower().endswith(_TEXT))


def _plain(name: str) -> str:
    """A name that can be written as UTF-8, whatever bytes the file system holds."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _near_misses(path: Path) -> tuple[str, ...]:
    if not path.parent.is_dir():
        return ()
    return tuple(
        str(path.parent / name) for name in get_close_matches(path.name, [near.name for near in path.parent.iterdir()], n=3)
    )
