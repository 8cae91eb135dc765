"""Outlets that a text excerpts: a passage between quotation marks with the outlet it was taken from, before or behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from quoth.link.credits import outlet_key
from quoth.link.shingles import TELLING
from quoth.records import Document, Segment

_NAME = r"(?:[Tt]he )?[A-Z][\w&.’'-]*(?: (?:of |the |and )?[A-Z][\w&’'-]*){0,4}"
_CLOSING = ("”", '"')
_BEHIND = re.compile(rf"[”\"]\s*[–—-]?\s*(?:[A-Z][^,\n”\"]{{2,60}}, )?(?P<name>{_NAME})\s*$", re.MULTILINE)
_BEFORE = re.compile(rf"(?:^|[.!?]\s)(?:From (?P<from>{_NAME}):|(?P<name>{_NAME}):\s?[“\"])", re.MULTILINE)
_LINE = re.compile(rf"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){{1,3}}, (?P<name>{_NAME})")
_PIECE = re.compile(rf"\b(?:op-ed|column|essay|commentary|editorial) (?:published )?(?:in|by|for|from) (?P<name>{_NAME})")
_BOARD = re.compile(rf"(?P<name>{_NAME}) (?:editorial board|editorialised|editorialized)")
_SPOKEN = re.compile(rf"\b(?:[Tt]ell|spoke(?: \w+)? (?:to|with)) (?P<name>{_NAME})")


def read_excerpted(document: Document, segments: Sequence[Segment]) -> set[str]:
    """Keys of what may be the outlets that a document excerpts."""
    text = document.text
    found = [
        match
        for segment in segments
        if segment.kind in TELLING
        for pattern in (_BEHIND, _BEFORE, _PIECE, _BOARD, _SPOKEN)
        for match in pattern.finditer(text, segment.start, segment.end)
    ]
    found += [
        match
        for before, segment in pairwise(segments)
        if text[before.end - 1 : before.end] in _CLOSING and (match := _LINE.fullmatch(text, segment.start, segment.end))
    ]
    names = [name.split() for match in found for name in match.groupdict().values() if name]
    return {outlet_key(" ".join(words[:last])) for words in names for last in range(1, len(words) + 1)} - {""}
