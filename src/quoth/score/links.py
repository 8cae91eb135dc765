"""Actors, copies, stories, claims and disagreements of an export against a truth file.

- ``actors``: B³ over the names that the truth gives its actors; the found actor of a name is the one that bears it most often.
- ``copies``: edges of text (all but citations), right where the pair of documents is the truth's and the kind one that it accepts;
  ``copies.citations`` the same for citations, ``copies.direction`` over the right edges whose direction was decided.
- ``stories``: B³ over documents.
- ``claims``: a claim is found where one found claim holds two of its statements (all, where it has fewer);
  ``claims.statements`` is B³ over the truth's statements; ``claims.positions`` are the stances of the actors that the truth names.
- ``disagreements``: same kind, and: for figures and dates two of the truth's values in common; for ``actor`` two of the parties; for
  ``polarity`` the claim that the truth's was found as. Several found for one of the truth all count as right, once as recalled.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from quoth.score.aligned import Aligned, Row, is_optional
from quoth.score.figures import Agreement, Figure, Miss, b_cubed, counted
from quoth.score.names import plain_name

_NUMBER = re.compile(r"\d[\d,.\u202f ]*\d|\d")


def score_actors(exported: Iterable[Row], aligned: Aligned) -> Agreement:
    """Whether the names of one actor were joined, and those of two kept apart."""
    bearer: dict[str, tuple[int, Row]] = {}
    for row in exported:
        for name, count in [(row["name"], 1), *((alias["text"], alias["count"]) for alias in row["aliases"])]:
            best = bearer.get(plain_name(name))
            if best is None or count > best[0]:
                bearer[plain_name(name)] = (count, row)
    rows = [row for row in aligned.truth["actors"] if not is_optional(row)]
    gold = {plain_name(name): row["name"] for row in rows for name in row["names"]}
    found = {name: bearer[name][1]["id"] for name in gold if name in bearer}
    borne = [(row, [bearer[name] for name in map(plain_name, row["names"]) if name in bearer]) for row in rows]
    known = [(row, max(ones, key=lambda item: item[0])[1]) for row, ones in borne if ones]
    wrong = [(row, one) for row, one in known if one["kind"] not in row["kind"]]
    misses = [Miss("actors", "missing", None, row["name"]) for row, ones in borne if not ones]
    misses += [Miss("actors.kind", "wrong", None, f"{row['name']}: {one['kind']}, expected {row['kind']}") for row, one in wrong]
    figures = [("actors", b_cubed(found, gold)), ("actors.kind", counted(len(known) - len(wrong), len(known), len(known)))]
    return Agreement(figures, [*misses, *_actor_misses(rows, found)])


def _actor_misses(rows: Sequence[Row], found: Mapping[str, str]) -> Iterable[Miss]:
    home: dict[str, str] = {}
    for row in rows:
        held = {found[plain_name(name)] for name in row["names"] if plain_name(name) in found}
        if len(held) > 1:
            yield Miss("actors", "wrong", None, f"{row['name']} is split over {len(held)} actors")
        for one in held:
            if one in home:
                yield Miss("actors", "wrong", None, f"{row['name']} and {home[one]} are one actor")
            home[one] = row["name"]


def score_copies(exported: Iterable[Row], aligned: Aligned) -> Agreement:
    """Edges between documents."""
    keys = aligned.keys()
    found = [(keys[row["from"]], keys[row["to"]], row) for row in exported if row["from"] in keys and row["to"] in keys]
    text, misses = _edges("copies", [one for one in found if one[2]["kind"] != "citation"], aligned, cites=False)
    cited, more = _edges("copies.citations", [one for one in found if one[2]["kind"] == "citation"], aligned, cites=True)
    decided = [
        (source, copy, row) for source, copy, row in found if row.get("decided", True) and _meant(source, copy, row, aligned)
    ]
    wrong = [one for one in decided if _meant(*one, aligned)["source"] != one[0]]  # type: ignore[index] # kept only where it is
    misses += [Miss("copies.direction", "wrong", copy, f"said to be taken from {source}") for source, copy, _ in wrong]
    direction = counted(len(decided) - len(wrong), len(decided), len(decided))
    return Agreement([("copies", text), ("copies.citations", cited), ("copies.direction", direction)], [*misses, *more])


def _meant(source: str, copy: str, row: Row, aligned: Aligned) -> Row | None:
    """The truth's edge between two documents that accepts the found one's kind: of two articles that cite each other that of its direction."""
    edges = [
        one for one in aligned.truth["copies"] if {one["source"], one["copy"]} == {source, copy} and row["kind"] in one["kind"]
    ]
    return next((one for one in edges if one["source"] == source), edges[0] if edges else None)


def _edges(name: str, found: Sequence[tuple[str, str, Row]], aligned: Aligned, *, cites: bool) -> tuple[Figure, list[Miss]]:
    gold = [
        row
        for row in aligned.truth["copies"]
        if not is_optional(row)
        and (row["kind"] == ["citation"]) == cites
        and {row["source"], row["copy"]} <= set(aligned.documents)
    ]
    meant = [(one, _meant(*one, aligned)) for one in found]
    extra = [one for one, row in meant if row is None]
    got = [row for row in gold if any(row is other for _, other in meant)]
    misses = [
        Miss(name, "missing", row["copy"], f"from {row['source']} ({', '.join(row['kind'])})") for row in gold if row not in got
    ]
    misses += [Miss(name, "extra", copy, f"from {source} ({row['kind']}, {row['score']:.2f})") for source, copy, row in extra]
    return counted(len(got), len(got) + len(extra), len(gold)), misses


def score_stories(exported: Iterable[Row], aligned: Aligned) -> Agreement:
    """Whether documents about one run of events are together, and only those."""
    keys = aligned.keys()
    found = {keys[one]: row["id"] for row in exported for one in row["documents"] if one in keys}
    gold = {key: row["key"] for row in aligned.truth["stories"] for key in row["documents"] if key in aligned.documents}
    homes: dict[str, set[str]] = {}
    for key, story in found.items():
        homes.setdefault(story, set()).add(gold.get(key, "no story"))
    misses = [Miss("stories", "wrong", None, f"one story of {sorted(held)}") for held in homes.values() if len(held) > 1]
    misses += [Miss("stories", "missing", key, "in no story") for key in gold if key not in found]
    return Agreement([("stories", b_cubed(found, gold))], misses)


def score_claims(exported: Sequence[Row], aligned: Aligned) -> Agreement:
    """Claims, the statements they join, and who stands where."""
    claims_of: dict[str, list[str]] = {}
    for row in exported:
        for one in row["statements"]:
            claims_of.setdefault(one["statement"], []).append(row["id"])
    ours = {key: row["id"] for key, row in aligned.statements.items()}
    gold = {
        one["statement"]: row["key"] for row in aligned.truth["claims"] for one in row["statements"] if one["statement"] in ours
    }
    matched = match_claims(exported, aligned)
    found = {}
    for key, meant in gold.items():
        held = claims_of.get(ours[key], [f"alone {key}"])  # an answer to several claims is in each of them
        found[key] = next((row["id"] for row in [matched.get(meant)] if row and row["id"] in held), held[0])
    missing = [row for row in aligned.truth["claims"] if row["key"] not in matched]
    touched = [row for row in exported if any(one["statement"] in {ours[key] for key in gold} for one in row["statements"])]
    right = len({row["id"] for row in matched.values()})
    positions, misses = _positions(matched, aligned)
    misses += [Miss("claims", "missing", None, f"{row['key']}: {row['text']}") for row in missing]
    claims = counted(len(matched), len(matched) + len(touched) - right, len(aligned.truth["claims"]))
    return Agreement([("claims", claims), ("claims.statements", b_cubed(found, gold)), ("claims.positions", positions)], misses)


def match_claims(exported: Sequence[Row], aligned: Aligned) -> dict[str, Row]:
    """The found claim of each of the truth's, by its key: the one that holds most of its statements."""
    matched = {}
    for row in aligned.truth["claims"]:
        ours = {aligned.statements[one["statement"]]["id"] for one in row["statements"] if one["statement"] in aligned.statements}
        held = [(len(ours & {one["statement"] for one in claim["statements"]}), claim) for claim in exported]
        most, claim = max(held, key=lambda item: item[0], default=(0, None))
        if claim is not None and most >= min(2, len(row["statements"])):
            matched[row["key"]] = claim
    return matched


def _positions(matched: Mapping[str, Row], aligned: Aligned) -> tuple[Figure, list[Miss]]:
    right = found = gold = 0
    misses: list[Miss] = []
    for row in aligned.truth["claims"]:
        meant = {one["actor"]: {one["stance"], *one.get("stance_also", ())} for one in row["positions"]}
        told = _told(matched.get(row["key"]), meant, aligned)
        wrong = {actor: stance for actor, stance in told.items() if stance not in meant[actor]}
        right += len(told) - len(wrong)
        found += len(told)
        gold += len(meant)
        misses += [Miss("claims.positions", "wrong", None, f"{row['key']}: {actor} {stance}") for actor, stance in wrong.items()]
        misses += [Miss("claims.positions", "missing", None, f"{row['key']}: {actor}") for actor in meant if actor not in told]
    return counted(right, found, gold), misses


def _told(claim: Row | None, meant: Mapping[str, object], aligned: Aligned) -> dict[str, str]:
    """The stances that a found claim gives the actors whose stance the truth knows."""
    given = claim["positions"] if claim else ()
    return {name: one["stance"] for one in given for name in meant if aligned.names.is_actor(one["actor"]["name"], name)}


def score_disagreements(exported: Sequence[Row], claims: Sequence[Row], aligned: Aligned) -> Agreement:
    """Points on which accounts differ."""
    matched = {key: row["id"] for key, row in match_claims(claims, aligned).items()}
    gold = [row for row in aligned.truth["disagreements"] if not is_optional(row)]
    meant = [(one, [row for row in gold if _is_same(row, one, matched, aligned)]) for one in exported]
    got = [row for row in gold if any(row in rows for _, rows in meant)]
    extra = [one for one, rows in meant if not rows]
    misses = [Miss("disagreements", "missing", None, row["key"]) for row in gold if row not in got]
    misses += [
        Miss("disagreements", "extra", None, f"{one['kind']}: {one['about']}: {[each['value'] for each in one['readings']]}")
        for one in extra
    ]
    right = len(exported) - len(extra)
    figure = Figure(right / len(exported) if exported else 0.0, len(got) / len(gold) if gold else 0.0, len(exported), len(gold))
    return Agreement([("disagreements", figure)], misses)


def _is_same(row: Row, one: Row, matched: Mapping[str, str], aligned: Aligned) -> bool:
    if row["kind"] != one["kind"]:
        return False
    if row["kind"] == "polarity":
        return one.get("claim") is not None and one.get("claim") == matched.get(row["claim"])
    if row["kind"] == "actor":
        return len(_parties(row, one, aligned)) > 1
    values = {_plain_value(each["value"]) for each in one["readings"]}
    about = f"{one['about']}".casefold()
    topical = any(word.casefold() in about for word in row["about"])
    return topical and len(values & {_plain_value(each["value"]) for each in row["readings"]}) > 1


def _parties(row: Row, one: Row, aligned: Aligned) -> set[str]:
    values = [each["value"] for each in one["readings"]]
    return {each["value"] for each in row["readings"] if any(aligned.names.speaks_for(value, each["value"]) for value in values)}


def _plain_value(value: object) -> str:
    """A date as it is; of anything else its first number without separators, so that “more than 4,000” is 4000."""
    text = str(value)
    if re.fullmatch(r"\d{4}-\d\d(-\d\d)?", text):
        return text
    match = _NUMBER.search(text)
    return re.sub(r"[,\u202f ]", "", match[0]).removesuffix(".0") if match else text
