"""Drafts of claims, put otherwise where statements are known to belong together: who asked for one contact, what one side accuses another of, what
another tells with more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from quoth.link.drafts import Draft
from quoth.link.meanings import Meaning, are_apart


def merge(
    drafts: Iterable[Draft], pairs: Iterable[tuple[str, str]], meanings: Mapping[str, Meaning], order: Sequence[str]
) -> list[Draft]:
    """The drafts, those that hold the two statements of a pair as one, but of pairs that are sure to be two claims. ``order``: all statements."""
    held = [draft.statements for draft in drafts]
    home = {name: number for number, names in enumerate(held) for name in names}
    for first, second in pairs:
        one, other = home.get(first), home.get(second)
        if one is not None and other is not None and one != other and not are_apart(meanings[first], meanings[second]):
            home |= dict.fromkeys((name for name, number in home.items() if number == other), one)
    made: dict[int, list[str]] = {}
    for name in order:
        if name in home:
            made.setdefault(home[name], []).append(name)
    return [Draft(list(dict.fromkeys(meanings[name] for name in names)), names) for names in made.values()]


def regroup(
    drafts: Iterable[Draft],
    groups: Sequence[Sequence[str]],
    meanings: Mapping[str, Meaning],
    order: Sequence[str],
    *,
    most: bool = False,
) -> list[Draft]:
    """The drafts, with the statements of each group in one; what else stands in a draft comes along where half of it is the group's, with ``most`` also
    where most of the group stands there and none of another, and stays where it is else. ``order``: all statements."""
    group_of: dict[str, int] = {}
    for number, names in enumerate(groups):
        group_of |= {name: number for name in names if name in meanings and name not in group_of}
    homes: list[list[str]] = [[] for _ in groups]
    kept: list[list[str]] = []
    for name, number in group_of.items():
        homes[number].append(name)
    sizes = Counter(group_of.values())
    for draft in drafts:
        counts = Counter(group_of[name] for name in draft.statements if name in group_of)
        rest = [name for name in draft.statements if name not in group_of]
        held = most and len(counts) == 1 and all(2 * count > sizes[number] for number, count in counts.items())
        if counts and (held or 2 * counts.total() >= len(draft.statements)):
            homes[counts.most_common(1)[0][0]] += rest
        else:
            kept.append(rest)
    place = {name: at for at, name in enumerate(order)}
    found = [sorted(names, key=place.__getitem__) for names in (*kept, *homes) if names]
    made = [Draft(list(dict.fromkeys(meanings[name] for name in names)), names) for names in found]
    return sorted(made, key=lambda draft: place[draft.statements[0]])
