"""Files that the desk hands over: written whole before the first byte leaves, so that an error is a page and never half a file."""

from __future__ import annotations

import re
import tempfile
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from typing import IO, TypeAlias

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from quoth.store import ReadView

IN_MEMORY = 1 << 22
"""Bytes of a file that are held in memory; what is larger goes over a temporary file that is gone when it is sent."""
PIECE = 1 << 16


@dataclass(frozen=True, slots=True)
class Named:
    """What a file is called (in ASCII), and its media type."""

    name: str
    media: str


LONGEST = 48
"""Characters of a title in the name of a file."""


def file_name(title: str, identifier: str, ending: str) -> str:
    """A name that tells what a file is about, in ASCII: words of a title, and the beginning of an identifier."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = "-".join(re.findall(r"[a-z0-9]+", plain))
    short = words if len(words) <= LONGEST else words[: LONGEST + 1].rpartition("-")[0] or words[:LONGEST]
    return f"{short or 'quoth'}-{identifier[:8]}.{ending}"


WriteFunction: TypeAlias = Callable[[ReadView, Request, IO[bytes]], Named]


def hand_over(function: WriteFunction) -> Callable[[Request], Response]:
    """An endpoint that hands over the file that ``function`` writes. It runs in a thread of its own and sees one state of the ledger."""

    def endpoint(request: Request) -> Response:
        with ExitStack() as unless_sent:
            held: IO[bytes] = unless_sent.enter_context(tempfile.SpooledTemporaryFile(IN_MEMORY))
            with request.app.state.desk.store.read_once() as read:
                named = function(read, request, held)
            headers = {
                "content-disposition": f'attachment; filename="{named.name}"',
                "content-length": str(held.seek(0, 2)),
                "cache-control": "no-cache",
            }
            unless_sent.pop_all()
        return StreamingResponse(_pieces(held), media_type=named.media, headers=headers)

    return endpoint


def _pieces(held: IO[bytes]) -> Iterator[bytes]:
    with held:
        held.seek(0)
        while piece := held.read(PIECE):
            yield piece
