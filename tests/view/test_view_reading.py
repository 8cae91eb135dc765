"""On which side of an article others stand: who shares words with it apart from who only names an outlet as a source."""

from __future__ import annotations

from quoth.records import CopyKind
from quoth.view.reading import Kin, by_side


def kin(name: str, kind: CopyKind, *, decided: bool = True) -> Kin:
    return Kin(name, f"d-{name}", "Outlet", "title", None, kind, 0.7, decided)


def test_an_article_that_names_an_outlet_has_no_words_from_it() -> None:
    sides = by_side([kin("copied", "partial"), kin("named", "citation")], [kin("naming", "citation", decided=False)])
    assert [(side, [one.id for one in rows]) for side, rows in sides] == [
        ("from", ["copied"]),
        ("cites", ["named"]),
        ("cited", ["naming"]),
    ]


def test_where_the_direction_of_shared_words_is_not_known_neither_is_said_to_have_taken_them() -> None:
    sides = by_side([kin("a", "partial", decided=False)], [kin("b", "rewrite", decided=False), kin("c", "verbatim")])
    assert [(side, [one.id for one in rows]) for side, rows in sides] == [("by", ["c"]), ("either", ["a", "b"])]
