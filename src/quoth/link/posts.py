"""Posts that a text names as where it knows something from: on whose channel, page or account they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quoth.link.citations import NAME
from quoth.records import Span

_PLATFORM = r"(?:Telegram|Facebook|Twitter|X|Weibo|VKontakte|VK|YouTube|Instagram|TikTok|Truth\sSocial)"
_PLACE = r"(?:channel|account|page|feed|post|posts)"
_POSTED = re.compile(
    rf"\b(?:[Oo]n|[Ii]n|[Vv]ia|[Ff]rom|[Cc]iting|[Tt]o|[Bb]y)\s(?:(?:a|the)\s(?:post|message|statement)\s(?:on|in)\s)?(?:the\s|its\s|an?\s)?"
    rf"(?:(?P<owner>{NAME})(?:['’]s?)?\s(?:official\s|verified\s)?{_PLATFORM}\s{_PLACE}"
    rf"|(?P<place>(?:official\s|verified\s)?{_PLATFORM}\s{_PLACE})\sof\s(?:the\s)?(?P<whose>{NAME}))"
)
_AGAIN = re.compile(
    r"\b(?:[Ii]n|[Ff]rom)\s(?:the|these|those|this|that|both|all|two|three|four|several|another|its)\s(?:[a-z][\w-]*\s){0,3}?"
    r"(?:posts?|messages?)\b"
)


@dataclass(frozen=True, slots=True)
class Posted:
    """One place where a text names posts as where it knows something from."""

    owner: str
    """Whose channel they stand on, as the text has the name."""
    name: str
    """The channel, in the words of the text."""
    span: Span


def read_posted(text: str, sentences: Sequence[Span], above: Sequence[Span]) -> Iterator[Posted]:
    """The posts that sentences name; for "in these posts" those named last in what stands ``above``."""
    found = list(_named(text, sentences))
    if found:
        yield from found
        return
    for start, end in sentences:
        again = _AGAIN.search(text, start, end)
        before = list(_named(text, above)) if again else []
        if again and before:
            yield Posted(before[-1].owner, before[-1].name, Span(*again.span()))
            return


def _named(text: str, spans: Sequence[Span]) -> Iterator[Posted]:
    for start, end in spans:
        for match in _POSTED.finditer(text, start, end):
            owner = match["owner"] or match["whose"]
            bare = owner.removesuffix("'s").removesuffix("’s").removesuffix("’").removesuffix("'")
            first = match.start("owner" if match["owner"] else "place")
            yield Posted(
                bare.removeprefix("The ").removeprefix("the "), " ".join(text[first : match.end()].split()), Span(*match.span())
            )
