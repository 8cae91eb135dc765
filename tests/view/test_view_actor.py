from __future__ import annotations

from dataclasses import replace

from quoth.records import Referent, Title
from quoth.store import ReadView
from quoth.view.actor import TitleRow, actor_page, title_rows


def test_why_names_are_one_and_what_is_not_decided_are_told_apart(told: ReadView) -> None:
    actor = replace(
        next(told.actors()), evidence=("same full name: Ada Dolan, A. Dolan", "undecided: may be Ada Reeve; nothing tells which")
    )
    page = actor_page(told, actor)
    assert page.evidence == ("same full name: Ada Dolan, A. Dolan",)
    assert page.undecided == ("may be Ada Reeve; nothing tells which",)


def test_offices_have_the_dates_of_the_first_and_last_document_that_gives_them() -> None:
    def held(document: str, *titles: Title) -> Referent:
        return Referent(document, document, "Ada Dolan", "person", (), titles, ())

    minister, former = Title("defence minister", "Norvia"), Title("former defence minister", "Norvia")
    referents = [held("c", former), held("a", minister), held("b", minister), held("undated", Title("general"))]
    published = {"a": "2024-03-01", "b": "2024-05-02T10:00:00Z", "c": "2025-01-01", "undated": None}
    assert title_rows(referents, published) == (
        TitleRow("defence minister", "Norvia", "2024-03-01", "2024-05-02"),
        TitleRow("former defence minister", "Norvia", "2025-01-01", "2025-01-01"),
        TitleRow("general", None, None, None),
    )
