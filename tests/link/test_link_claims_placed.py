"""In which stories the statement encoder is asked: those of several texts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.link.test_link_claims import DOCUMENTS, ground, proposition, statement

from quoth.link import claims
from quoth.link.claims import align_claims
from quoth.link.drafts import Draft
from quoth.records import Copy, Receipt, Story

COPIED = tuple(Copy(f"e{name}", name, "a", "verbatim", 1.0, decided=True, receipt=Receipt("", (), ())) for name in DOCUMENTS[1:])


@pytest.mark.parametrize(
    ("documents", "copies", "asked"),
    [(("a",), (), {False}), (DOCUMENTS, (), {True}), (DOCUMENTS, COPIED, {False})],
    ids=["one article", "several", "one text in several copies"],
)
def test_where_nearness_is_asked_for(
    documents: tuple[str, ...], copies: tuple[Copy, ...], asked: set[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = set[bool]()

    def gather(_meanings: object, **options: object) -> list[Draft]:
        seen.add(bool(options["places"]))
        return []

    monkeypatch.setattr(claims, "gather", gather)
    told = replace(ground(copies=copies), stories=(Story("s", "Dam", documents, None, None),))
    align_claims([statement("a1", "Marland", proposition("Vessia"))], ground=told)
    assert seen == asked
