"""Bytes into text, character for character."""

from __future__ import annotations

import codecs
from typing import NamedTuple

from charset_normalizer import from_bytes

from quoth.errors import UnusableInput

SAMPLE = 100_000
"""Bytes that an encoding is guessed from."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_BINARY_HEADS = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"\x7fELF",
    b"MZ\x90",
    b"SQLite format 3",
    b"\xd0\xcf\x11\xe0",
)


_BINARY_KINDS = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a packed file (.zip, .docx, .xlsx or .odt)",
    b"\x89PNG": "a picture (PNG)",
    b"GIF8": "a picture (GIF)",
    b"\xff\xd8\xff": "a picture (JPEG)",
    b"SQLite format 3": "a database (SQLite)",
    b"\xd0\xcf\x11\xe0": "a file of an older Office program (.doc, .xls)",
}
"""What files that begin so are called."""


class Decoded(NamedTuple):
    """A text and the encoding its bytes were read with. A byte-order mark is not part of the text; line ends stay as they are."""

    text: str
    encoding: str


def decode(content: bytes, *, name: str) -> Decoded:
    """The text of ``content``: by its byte-order mark, else UTF-8, else as guessed by charset-normalizer.

    A file that is UTF-8 but for a few broken bytes is read as UTF-8, each broken sequence becoming U+FFFD (its encoding is then given
    as ``utf-8/replace``); any other is decoded without loss. Raises ``UnusableInput`` (``binary``) where the bytes are no text.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return Decoded(_strictly(content[len(mark) :], encoding, name=name), encoding)
    if looks_binary(content[:8192]):
        message = f"{name} {told_binary(content)}. Convert it to text or HTML first, or leave it out."
        raise UnusableInput("binary", message, name=name)
    if b"\x00" in content[:8192]:
        encoding = _wide_encoding(content[:8192])
        return Decoded(_strictly(content, encoding, name=name), encoding)
    return _narrow(content)


def encode(text: str, encoding: str) -> bytes:
    """The bytes of ``text`` in an encoding that :func:`decode` named."""
    return text.encode(encoding.removesuffix("/replace"))


def redecode(content: bytes, encoding: str) -> str:
    """The text of bytes that :func:`decode` read before with ``encoding``; for verifying against a stored original."""
    for mark, marked in _MARKS:
        if content.startswith(mark) and encoding == marked:
            return content[len(mark) :].decode(marked)
    return content.decode(encoding.removesuffix("/replace"), "replace" if encoding.endswith("/replace") else "strict")


def told_binary(head: bytes) -> str:
    """What is said of such bytes, by how they begin."""
    kind = next((kind for begins, kind in _BINARY_KINDS.items() if head.startswith(begins)), None)
    return f"is {kind}, not text, whatever its name says" if kind else "holds binary data, not text"


def looks_binary(head: bytes) -> bool:
    """Whether the first bytes of a file are those of a known binary format, or hold control codes that no text has."""
    if head.startswith(_BINARY_HEADS):
        return True
    zeros = head.count(0)
    if zeros and _wide_encoding(head) == "":
        return True
    controls = sum(head.count(code) for code in (*range(1, 7), *range(14, 27), *range(28, 32)))
    return controls > 0.02 * len(head)


def _wide_encoding(head: bytes) -> str:
    """UTF-16 without a mark: in European text every other byte is zero. Empty where that is not so."""
    half = max(1, len(head) // 2)
    if head[1::2].count(0) > 0.4 * half and head[0::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if head[0::2].count(0) > 0.4 * half and head[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return ""


def _strictly(content: bytes, encoding: str, *, name: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnusableInput(
            "unreadable",
            f"{name} looks like {encoding} but breaks off at byte {error.start}. Save it again as UTF-8.",
            name=name,
        ) from error


def _narrow(content: bytes) -> Decoded:
    try:
        return Decoded(content.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        mended = content.decode("utf-8", "replace")
    if _nearly_utf8(content, mended):
        return Decoded(mended, "utf-8/replace")
    best = from_bytes(content[:SAMPLE]).best()
    encoding = "cp1252" if best is None else best.encoding
    try:
        return Decoded(content.decode(encoding), encoding)
    except UnicodeDecodeError:
        return Decoded(content.decode("latin-1"), "latin-1")


def _nearly_utf8(content: bytes, mended: str) -> bool:
    """Whether broken sequences are few beside whole ones: other encodings hardly ever form whole sequences."""
    broken = mended.count("\ufffd")
    whole = sum(content.count(lead) for lead in (b"\xe2\x80", b"\xc2\xa0")) + sum(
        1 for sign in mended[:SAMPLE] if "\x7f" < sign < "\ufffd"
    )
    return whole > 20 * broken
