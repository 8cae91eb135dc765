"""Whom a document says that it took its text from: provenance lines, credits, by-lines, datelines, links, forwards."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from urllib.parse import urlsplit

from quoth.lexicon.outlets import find_outlet, host_of, outlets, plain_name
from quoth.records import Document, Segment, SegmentKind

CREDITING: frozenset[SegmentKind] = frozenset({"provenance", "credit", "byline", "dateline"})
CLOSING: frozenset[SegmentKind] = frozenset({"credit", "author", "provenance"})
LONGEST_NAME = 5
"""Words of an outlet's name."""
LONGEST_INITIALS = 5
"""Letters of a key that may be a long name's initials."""

_WORDS = re.compile(r"[\w.&'’-]+")
_NOT_KEY = re.compile(r"[^\w]+")
_ADDED = re.compile(r"\s*(?:\([^()]*\)|[-–—] .*)$")
_SECOND_LEVEL = frozenset({"co", "com", "org", "net", "gov", "ac", "edu"})


@dataclass(frozen=True, slots=True)
class Credits:
    """What one document tells about where it comes from."""

    outlet: str | None
    """Key of its own outlet."""
    names: tuple[str, ...]
    """Keys of the outlets that it credits, its own left out."""
    signed: tuple[str, ...]
    """Those of its dateline."""
    cited: tuple[str, ...]
    """Keys of what its text names as where it knows something from."""
    based_on: tuple[str, ...]
    """Addresses in comparable form that it names as what it copies."""
    forwarded_from: tuple[str, ...]
    """Keys of the names under which the forwarded channel is known."""
    address: str | None
    """Its own address in comparable form."""
    aliases: tuple[str, ...] = ()
    """Other keys under which its outlet may be named: of the site that it stands on, of its outlet's name without what stands in brackets."""
    site: str = ""
    """Key of the site that it stands on."""
    authors: tuple[str, ...] = ()
    """Keys of those who sign it."""
    contributors: tuple[str, ...] = ()
    """Keys of all that its closing credits may name: who else had a hand in it."""
    filed: bool = False
    """Whether it is an agency's own report: its dateline names its own outlet, and that is an agency of the register."""

    @property
    def keys(self) -> tuple[str, ...]:
        """All keys of its own outlet."""
        return (*((self.outlet,) if self.outlet else ()), *self.aliases)


def read_credits(document: Document, segments: Sequence[Segment], *, cited: AbstractSet[str] = frozenset()) -> Credits:
    """The credits of a document, from its furniture and its metadata; ``cited`` are the keys that its body cites."""
    own = outlet_key(document.outlet or "") or outlet_key(host_of(document.url or ""))
    forwarded = keys_of(document.forwarded_from or "")
    named = {key for text in _crediting(document, segments) for key in names_in(text)}
    named.update(key for author in document.authors for key in keys_of(author))
    signed = {
        key for segment in segments if segment.kind == "dateline" for key in names_in(document.text[segment.start : segment.end])
    }
    site = outlet_key(host_of(document.url or ""))
    aliases = {site, outlet_key(_ADDED.sub("", document.outlet or ""))} - {own, ""}
    closing = (document.text[segment.start : segment.end] for segment in segments if segment.kind in CLOSING)
    return Credits(
        outlet=own or None,
        aliases=tuple(sorted(aliases)),
        site=site,
        authors=tuple(key for author in document.authors if (key := outlet_key(author))),
        contributors=tuple(sorted({key for text in closing for key in names_in(text)})),
        filed=bool(signed & {own, *aliases} & agency_keys()),
        signed=tuple(sorted(signed - {own})),
        names=tuple(sorted(key for key in named if key != own)),
        cited=tuple(sorted(cited - {own})),
        based_on=tuple(comparable_address(url) for url in document.based_on),
        forwarded_from=forwarded,
        address=comparable_address(document.url) if document.url else None,
    )


def known_only(credits_: Credits, here: AbstractSet[str]) -> Credits:
    """The credits with only names of outlets: those in ``here`` (of the corpus), and those of the register.

    Words that could be names are many, outlets few. A text of unknown outlet that is signed by a single outlet of the corpus is that one's.
    """
    own = credits_.outlet
    signed = [key for key in credits_.signed if key in here]
    if own is None and len(signed) == 1:
        own = signed[0]
    known = here | registered_keys()
    return replace(credits_, outlet=own, names=tuple(key for key in credits_.names if key in known and key != own))


def name_for(key: str) -> str:
    """What the register calls the outlet with this key; the key itself where it does not know it."""
    return _names().get(key, key)


@cache
def _names() -> dict[str, str]:
    return {outlet_key(outlet.name): outlet.name for outlet in outlets().all}


@cache
def agency_keys() -> frozenset[str]:
    """Keys of the register's agencies."""
    return frozenset(outlet_key(outlet.name) for outlet in outlets().all if outlet.kind == "agency")


@cache
def registered_keys() -> frozenset[str]:
    """Keys of all outlets of the register."""
    return frozenset(outlet_key(outlet.name) for outlet in outlets().all)


def _crediting(document: Document, segments: Sequence[Segment]) -> Iterator[str]:
    return (document.text[segment.start : segment.end] for segment in segments if segment.kind in CREDITING)


def keys_of(text: str) -> tuple[str, ...]:
    """The keys of a name, and of its parts where it is written in two languages or forms ("NTA | Norvian Telegraph")."""
    parts = (text, *text.split("|"), *text.split("/")) if "://" not in text else (text,)
    return tuple(dict.fromkeys(key for part in parts if (key := outlet_key(part))))


def names_in(text: str) -> set[str]:
    """Keys of everything in a line of furniture that may name an outlet: runs of one to five words, and addresses."""
    words = [word.strip(".'’-") for word in _WORDS.findall(text)]
    ends = {at for at, word in enumerate(words, 1) if word[:1].isupper() or "." in word}
    begins = [at for at, word in enumerate(words) if word[:1].isupper() or "." in word or word[:1].isdigit()]
    runs = (words[first:last] for first in begins for last in range(first + 1, first + LONGEST_NAME + 1) if last in ends)
    return {outlet_key(" ".join(run)) for run in runs} - {""}


def initials_of(name: str) -> str:
    """The key of a long name's initials ("Norvian Telegraph Agency" → ``nta``); empty for names of fewer than three capitalised words."""
    words = [word for word in _WORDS.findall(name) if word.lower() not in {"the", "of", "and"}]
    return "".join(word[0] for word in words).casefold() if len(words) >= 3 and all(word[0].isupper() for word in words) else ""


@lru_cache(maxsize=50_000)
def outlet_key(text: str) -> str:
    """One key for all names of an outlet: by the register, else by its letters ("nta.example" and "NTA" are both ``nta``).

    Empty where ``text`` holds no letter or digit.
    """
    name = plain_name(text)
    if not name:
        return ""
    known = find_outlet(name)
    if known is None and "." in name and " " not in name:
        name = _site(host_of(name) or name)
    plain = (known.name if known else name).casefold().removeprefix("the ")
    return _NOT_KEY.sub("", plain)


def plain_letters(text: str) -> str:
    """Letters and digits of a text in small letters, in a row: any name in it stands there as its key."""
    return _NOT_KEY.sub("", text.casefold())


def may_name(letters: str, key: str) -> bool:
    """Whether a text (its ``plain_letters``) may name the outlet of a key: False is sure. A short key may be a long name's initials."""
    return len(key) <= LONGEST_INITIALS or any(form in letters for form in _forms().get(key, (key,)))


@cache
def _forms() -> Mapping[str, tuple[str, ...]]:
    """What the names and sites of registered outlets look like among plain letters, by key."""
    return {
        outlet_key(one.name): tuple({plain_letters(form) for form in (one.name, *one.aliases, *map(_site, one.domains))})
        for one in outlets().all
    }


def _site(host: str) -> str:
    """The label of a host that names the site: ``antiwar`` of ``news.antiwar.com``, ``bbc`` of ``bbc.co.uk``."""
    labels = host.split(".")
    last = len(labels) - 1
    if last >= 2 and labels[last - 1] in _SECOND_LEVEL:
        last -= 1
    return labels[max(0, last - 1)]


def comparable_address(url: str) -> str:
    """A URL without scheme, ``www.``, query, fragment and closing slash, in small letters."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url.strip().lower()
    return f"{host_of(url)}{parts.path.rstrip('/')}".lower()
