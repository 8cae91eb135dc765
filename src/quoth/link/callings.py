"""What actors that are no persons are called by whom: "Kiev" by one, "Kyiv" by the other.

Shown is only where parties part: one uses a name and never the other, another does the reverse. Short forms of a longer name, initials,
adjectives and spellings that differ in case alone are no names of their own, and a state's capital is told apart from the state.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from quoth.lexicon.names import is_demonym_of
from quoth.lexicon.states import states
from quoth.link.namings import Naming, Rivals, ranked
from quoth.link.offices import office_words
from quoth.records import Actor, ActorKind, Referent

NAMED: frozenset[ActorKind] = frozenset({"state", "place", "body", "outlet"})
LONGEST = 7
"""Words of a name; what is longer describes."""
_Uses = Counter[tuple[str, str]]


def find_callings(
    actors: Iterable[Actor], referents: Mapping[str, Referent], *, by: Callable[[str, int], str | None]
) -> tuple[Rivals, ...]:
    """The actors that parties call by different names, in alphabetical order of the most used one.

    ``by`` says who speaks at a place of a document, None for nobody who counts.
    """
    things: dict[tuple[str, str], _Names] = {}
    for actor in actors:
        if actor.kind in NAMED:
            mentioned = [referents[name] for name in actor.referents if name in referents]
            for thing, form, place in _named(actor, mentioned, by):
                words = frozenset(word.casefold() for word in office_words(form)) or frozenset({form.casefold()})
                things.setdefault(thing, _Names(actor.id)).uses[words][form][place] += 1
    found = (rivals for names in things.values() if (rivals := _rivals(names)) is not None)
    return tuple(sorted(found, key=lambda one: (one.namings[0].name.casefold(), one.actor or "")))


@dataclass(slots=True)
class _Names:
    """The names of one thing, each by its words, with who uses which spelling of it in which document."""

    actor: str
    uses: dict[frozenset[str], dict[str, _Uses]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(Counter)))


def _named(
    actor: Actor, referents: Iterable[Referent], by: Callable[[str, int], str | None]
) -> Iterator[tuple[tuple[str, str], str, tuple[str, str]]]:
    """Each use of a name: of what (a capital is a thing apart from its state), the name, and who uses it in which document."""
    for referent in referents:
        for mention in referent.mentions:
            form = _form(mention.text)
            if mention.form != "name" or not _is_name(form, actor):
                continue
            party = by(referent.document, mention.span.start)
            if party is not None:
                seat = states().spellings.get(form)
                yield ("capital", seat) if seat else ("actor", actor.id), form, (party, referent.document)


def _form(text: str) -> str:
    words = " ".join(text.split()).removesuffix("'s").removesuffix("’s").removesuffix("’").removesuffix("'")
    return words.removeprefix("the ").removeprefix("The ")


def _is_name(form: str, actor: Actor) -> bool:
    """Whether a form is a name and no adjective of one."""
    known = states()
    adjective = form in known.adjectives or form in known.people or is_demonym_of(form, actor.name)
    return form[:1].isupper() and len(form.split()) <= LONGEST and not adjective


def _rivals(names: _Names) -> Rivals | None:
    """The names that stand beside each other; None where no two parties part over them."""
    whole = {key: forms for key, forms in names.uses.items() if not _is_short(key, names.uses)}
    used = {key: {party for uses in forms.values() for party, _ in uses} for key, forms in whole.items()}
    if not any(used[one] - used[other] and used[other] - used[one] for one in used for other in used if one != other):
        return None
    namings = [_naming(forms) for forms in whole.values()]
    ordered = sorted(namings, key=lambda one: (-sum(use.times for use in one.uses), one.name))
    return Rivals(tuple(ordered), (), names.actor)


def _naming(forms: Mapping[str, _Uses]) -> Naming:
    summed: _Uses = Counter()
    for uses in forms.values():
        summed.update(uses)
    most = max(forms, key=lambda form: (sum(forms[form].values()), form))
    return Naming(most, tuple(sorted(forms)), ranked(summed))


def _is_short(key: frozenset[str], keys: Collection[frozenset[str]]) -> bool:
    """Whether a name is part of a longer one, or initials of one."""
    if any(key < other for other in keys):
        return True
    word = next(iter(key)) if len(key) == 1 else ""
    letters = word.replace(".", "")
    return 2 <= len(letters) <= 5 and any(len(other) > 1 and sorted(letters) == sorted(one[0] for one in other) for other in keys)
