"""What stands around a page's running text and belongs to the article: byline, the line under the headline, captions, closing notes.

An extractor of running text leaves these out. They are put back at their places where their words or their markup give them away, so
that reprints, credits and amendments stay in evidence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from quoth.layout import looks_like_title
from quoth.lexicon.furniture import furniture

_BLOCKS = ("p", "h1", "h2", "h3", "h4", "li", "figcaption", "blockquote", "small", "cite", "footer", "div", "span", "a")
_HOLDERS = frozenset(
    ["p", "h1", "h2", "h3", "h4", "li", "figcaption", "blockquote", "footer", "div", "ul", "ol", "section", "table", "img"]
)
_PLAIN = frozenset(["div", "span", "footer", "cite", "small", "a"])
_UNDER_TITLE = re.compile(
    r"\b(?:stand-?first|dek|deck|sub-?title|sub-?headline|sub-?head|sub-?line|lede|lead|teaser|strap-?line|summary|intro)\b|__dek|Subtitle"
)
_KEPT = frozenset({"caption", "credit", "provenance", "author", "disclaimer"})
_OUTSIDE = "ancestor-or-self::nav or ancestor-or-self::aside or ancestor-or-self::form or ancestor-or-self::script or ancestor-or-self::style"

LONGEST = 600
"""Code points of a block that may be put back."""


class _Block(NamedTuple):
    words: str
    place: int | None
    """The number of the extracted line that it is; None where the extractor left it out."""
    under_title: bool
    signed: bool


def with_margins(tree: Any, title: str | None, authors: Sequence[str], lines: Sequence[str]) -> list[str]:
    """The extracted ``lines`` with what the page's article has around and between them, in the page's order."""
    container = _container(tree, title, lines)
    if container is None:
        return list(lines)
    found: dict[int, list[str]] = {number: [] for number in range(-1, len(lines))}
    seen, at = {_bare(line) for line in [*lines, title or ""]}, -1
    for block in _blocks(container, lines):
        if block.place is not None:
            at = max(at, block.place)
        elif _bare(block.words) not in seen and _belongs(block, at, authors):
            seen.add(_bare(block.words))
            found[at].append(block.words)
    return [*found[-1], *(line for number, text in enumerate(lines) for line in (text, *found[number]))]


def _belongs(block: _Block, at: int, authors: Sequence[str]) -> bool:
    if at < 0 and block.under_title:
        return looks_like_title(block.words)
    if block.signed:
        return len(block.words.split()) <= 12 and any(author in block.words for author in authors)
    rule = furniture().find(block.words)
    return rule is not None and rule.kind in _KEPT


def _container(tree: Any, title: str | None, lines: Sequence[str]) -> Any:
    """The smallest ``article`` or ``main`` that holds the first and the last of the lines, else the smallest element that holds the
    headline and the last of them; None where there is none."""
    first, last = _bare(lines[0]), _bare(lines[-1])
    held = [part for part in tree.xpath("//article | //main") if first in (words := _bare(part.text_content())) and last in words]
    if held:
        return min(held, key=lambda part: len(part.text_content()))
    headings = [heading for heading in tree.xpath("//h1") if _bare(heading.text_content()) == _bare(title or "")]
    above = (part for heading in headings[:1] for part in heading.iterancestors())
    return next((part for part in above if last in _bare(part.text_content())), None)


def _blocks(container: Any, lines: Sequence[str]) -> Iterator[_Block]:
    """The container's innermost blocks in order, those that are extracted lines with their number."""
    places = {_bare(line): number for number, line in reversed(list(enumerate(lines)))}
    done: set[Any] = set()
    for node in container.iter(*_BLOCKS):
        if (node.tag in _PLAIN and not _leaf(node)) or any(part in done for part in node.iterancestors()):
            continue
        words = " ".join(node.text_content().split())
        if words and not node.xpath(_OUTSIDE):
            done.add(node)
            yield _block(node, words, places.get(_bare(words)))


def _block(node: Any, words: str, place: int | None) -> _Block:
    marks = f"{node.get('class', '')} {node.get('id', '')} {node.get('itemprop', '')} {node.get('rel', '')}"
    if len(words) > LONGEST:
        return _Block("", place, under_title=False, signed=False)
    return _Block(words, place, _UNDER_TITLE.search(marks) is not None, "author" in marks or "byline" in marks)


def _leaf(node: Any) -> bool:
    """Whether an element without a meaning of its own holds words and neither blocks nor several marked stretches."""
    inner = _HOLDERS | {"span", "time"} if node.tag == "div" else _HOLDERS
    return not any(child is not node and child.tag in inner for child in node.iter())


def _bare(words: str) -> str:
    return "".join(sign for sign in words.casefold() if sign.isalnum())
