from __future__ import annotations

from pathlib import Path

from quoth.records import Claim, Links, Receipt, Reckoning, Span, Step, Telling
from quoth.store import open_store

RECKONING = Reckoning(
    tellings=(
        Telling("s1", "d1", ("s1", "s3"), (Span(0, 9),), ("NTA", "Ada Reed")),
        Telling("s2", "d2", ("s2",), (Span(4, 8), Span(12, 20)), ()),
    ),
    steps=(Step("citation", True, "s1", "s2", decided=True, receipt=Receipt("credits NTA for it", (Span(0, 9),), (Span(4, 8),))),),
    circles=(("d1", "d2"), ("d2", "d3", "d4")),
)


def claim(name: str, reckoning: Reckoning | None) -> Claim:
    return Claim(name, "the weir failed", None, (), (), ("d1", "d2"), 2, 1, 1, (), reckoning)


def test_a_reckoning_comes_back_from_the_ledger_as_it_was_put_in(tmp_path: Path) -> None:
    claims = (claim("k", RECKONING), claim("l", None), claim("m", Reckoning((), ())))
    with open_store(tmp_path / "weir.db", create=True) as store:
        with store.write() as writer:
            writer.replace_links(Links(claims=claims))
        assert tuple(store.read().claims()) == claims
