"""What somebody calls untrue as a whole: "officials shoot down reports that …", "the video … was staged", "No, …". Words that call something in it
untrue ("bogus charges", "the war lie") do not."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from quoth.lexicon.postures import postures
from quoth.link.postures import plainly

_MARK = r"[\"“”‘’'*]*"
_WORD = rf"{_MARK}\w[\w’'.-]*{_MARK}"
_ANSWER = re.compile(
    r"^\W*no,|\bhoax (?:alert|debunked)\b|\bdeath hoax\b|(?:^|: |[-–—] )(?:a |an )?(?:hoax|fake)\b(?= *[:–—-]|\W*$)", re.IGNORECASE
)
"""What answers another story: "No, …", "Hoax: …"."""
_NEGATED = re.compile(r"n['’]t\b|\bnot\b", re.IGNORECASE)
_BEFORE = r"(?:the |a |an |any |all |these |those |such |his |her |their |its )?"
_SHORTEST = 3
"""Words that what is called untrue has at least."""


class _Frames(NamedTuple):
    rejects: re.Pattern[str]
    """A verb with the noun for what is told, before or behind its content."""
    rejected: re.Pattern[str]
    untrue: re.Pattern[str]
    verb: re.Pattern[str]
    telling: re.Pattern[str]


@cache
def _frames() -> _Frames:
    telling, rejecting, rejected, untrue, unbelieving = (
        postures()[name].pattern for name in ("telling", "rejecting", "rejected", "untrue", "unbelieving")
    )
    being = r"(?<!\w)(?:is|are|was|were|be|been|being|as|calls?|called|probably|it['’]s|that['’]s|just|all)(?!\w)"
    stressing = r"(?:(?:a|an|the|all|just|complete|total|utter|elaborate|goddamn|\w+ly) )*"
    compiled = (
        rf"{unbelieving}|{rejecting} (?:{_WORD} ){{0,8}}?{telling}(?: (?:that|of|about))?",
        rf"{telling}.*?{rejected}",
        rf"{being} {_MARK}{stressing}{_MARK}{untrue}{_MARK}(?=$|[\s.,;:!?)])",
        rf"{unbelieving}|{rejecting}|{rejected}",
        rf"{_BEFORE}{telling}(?: (?:that|of|about))?",
    )
    return _Frames(*(re.compile(pattern, re.IGNORECASE) for pattern in compiled))


def dismissed(words: str) -> str | None:
    """What words call untrue or doubt as a whole, as if it were told; None where they do no such thing, or leave nothing told."""
    plain, frames = plainly(words), _frames()
    answered = _ANSWER.search(plain) is not None
    if not (answered or frames.rejects.search(plain) or frames.rejected.search(plain) or frames.untrue.search(plain)):
        return None
    told = frames.untrue.sub(" ", _ANSWER.sub(" ", plain))
    for frame in (frames.rejects, frames.rejected):
        told = frame.sub(lambda match: frames.verb.sub(" ", match[0]), told)
    told = frames.telling.sub(" ", told)
    kept = " ".join((_NEGATED.sub(" ", told) if answered else told).split())
    return kept if len(kept.split()) >= _SHORTEST else None
