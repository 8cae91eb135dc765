"""Citations to copy: RIS, BibTeX, and addresses that land on the very words (text fragments)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal
from urllib.parse import quote

from quoth.export.characters import in_one_line

FRAGMENT_WORDS = 6
"""Words at either end of a passage that a text fragment names: enough to be found, few enough to survive small changes around."""
_WORD = re.compile(r"[^\W_]+")
_LATEX = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "%": r"\%", "&": r"\&", "#": r"\#", "$": r"\$", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cited:
    """What a citation names. ``kind``: a news article, or a page that this program made of several."""

    kind: Literal["article", "page"]
    id: str
    title: str
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    published: str | None = None
    """ISO 8601, of any precision; None where unknown."""
    url: str | None = None
    """The article's own address, or that of the page."""
    accessed: str | None = None
    """ISO 8601 date on which it was looked at."""
    note: str | None = None
    """Hash, base of counting: what makes it checkable."""
    words: str | None = None
    """The passage that is cited, in its own words."""


def as_ris(one: Cited) -> str:
    """The citation in RIS (Research Information Systems): lines end in CR LF, as the format asks."""
    lines = [("TY", "NEWS" if one.kind == "article" else "ELEC"), ("ID", one.id), ("TI", one.title)]
    lines += [("AU", author) for author in one.authors]
    lines += [("T2" if one.kind == "article" else "PB", one.outlet)] if one.outlet else []
    lines += _ris_dates(one.published)
    lines += [("UR", one.url)] if one.url else []
    lines += [("Y2", one.accessed.replace("-", "/"))] if one.accessed else []
    lines += [("AB", f"“{one.words}”")] if one.words else []
    lines += [("N1", one.note)] if one.note else []
    return "".join(f"{tag}  - {in_one_line(text)}\r\n" for tag, text in [*lines, ("ER", "")])


def _ris_dates(published: str | None) -> list[tuple[str, str]]:
    if not published or not re.match(r"\d{4}", published):
        return []
    day = published[:10].replace("-", "/")
    return [("PY", published[:4]), ("DA", day)]


def as_bibtex(one: Cited) -> str:
    """The citation in BibTeX, as ``@article`` or ``@misc``, in UTF-8."""
    fields: list[tuple[str, str | None]] = [
        ("title", f"{{{_latex(one.title)}}}"),
        ("author", " and ".join(f"{{{_latex(author)}}}" for author in one.authors) or None),
        ("journal" if one.kind == "article" else "publisher", _latex(one.outlet) if one.outlet else None),
        ("year", one.published[:4] if one.published and re.match(r"\d{4}", one.published) else None),
        ("date", one.published[:10] if one.published else None),
        ("url", in_one_line(one.url) if one.url else None),
        ("urldate", one.accessed),
        ("abstract", _latex(f"“{one.words}”") if one.words else None),
        ("note", _latex(one.note) if one.note else None),
    ]
    kind = "article" if one.kind == "article" else "misc"
    body = "".join(f"  {name} = {{{text}}},\n" for name, text in fields if text)
    return f"@{kind}{{quoth-{one.id},\n{body}}}\n"


def _latex(text: str) -> str:
    return "".join(_LATEX.get(char, char) for char in in_one_line(text))


def in_words(one: Cited) -> str:
    """The citation as a line of text: who, what, where, when."""
    by = f"{', '.join(one.authors)}, " if one.authors else ""
    where = f", {one.outlet}" if one.outlet else ""
    when = f", {_plain_day(one.published)}" if one.published else ""
    seen = f" (seen {_plain_day(one.accessed)})" if one.accessed else ""
    at = f", {one.url}" if one.url else ""
    return in_one_line(f"{by}“{one.title}”{where}{when}{at}{seen}")


def _plain_day(text: str) -> str:
    try:
        day = date.fromisoformat(text[:10])
    except ValueError:
        return text
    return f"{day.day} {day:%B %Y}"


def text_fragment(url: str, words: str) -> str:
    """The address with a text fragment (``#:~:text=``) that makes a browser scroll to ``words`` and mark them.

    Long passages are named by their first and last words. Source: URL Fragment Text Directives, WICG, 2023.
    """
    tokens = [match for line in [words] for match in _WORD.finditer(line)]
    if not tokens:
        return url
    base = url.partition("#")[0]
    if len(tokens) <= 2 * FRAGMENT_WORDS and "\n" not in words.strip():
        return f"{base}#:~:text={_encoded(words[tokens[0].start() : tokens[-1].end()])}"
    first = words[tokens[0].start() : tokens[min(FRAGMENT_WORDS, len(tokens)) - 1].end()]
    last = words[tokens[-min(FRAGMENT_WORDS, len(tokens))].start() : tokens[-1].end()]
    return f"{base}#:~:text={_encoded(first)},{_encoded(last)}"


def _encoded(words: str) -> str:
    """Percent-encoded; hyphen and comma too, which the directive gives a meaning of its own."""
    return quote(" ".join(words.split()), safe="").replace("-", "%2D")
