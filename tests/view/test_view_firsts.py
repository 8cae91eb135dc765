"""Who was first with a claim: the earliest publication that says so, apart from what is told later and from who denied it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quoth.export.rows import plain
from quoth.records import PositionStance
from quoth.store import ReadView
from quoth.view.claims import claims_page
from quoth.view.firsts import first_text, saying_key, who_was_first
from quoth.view.words import Excerpt, Said, fold_same

NOON = "2031-05-02T12:00:00+00:00"


def one(
    name: str,
    published: str | None,
    *,
    time: str | None = None,
    on_claim: PositionStance = "asserts",
    speaker: str = "Ada Reed",
    via: str = "",
) -> Said:
    return Said(
        id=name, document=f"d-{name}", outlet=f"Outlet {name}", title="", form="indirect", stance="asserts", negated=False, on_claim=on_claim,
        speaker=None, speaker_text=speaker, undecided=None, role=None, addressee=None, chain=(f"Outlet {name}", *([via] if via else []), speaker),
        excerpt=Excerpt(f"d-{name}", 0, ()), content=f"the weir {name} failed", time=time, anchor=None, published=published, score=0.9,
        unsure=False, copied_by=0, sha256="", act="state", channel=None,
    )  # fmt: skip


def lines(*said: Said) -> list[tuple[str, str, str | None]]:
    return [(first.kind, first.outlet, first.when) for first in who_was_first(said)]


def order(*said: Said) -> list[str]:
    return [each.id for each in sorted(said, key=saying_key)]


def test_the_earliest_publication_is_first_and_not_a_later_article_that_tells_the_same_day() -> None:
    later, post = one("later", "2031-05-05", time="2031-05-02"), one("post", NOON)
    assert lines(later, post) == [("published", "Outlet post", NOON)]
    assert order(later, post) == ["post", "later"]


def test_a_day_before_the_first_publication_is_told_apart() -> None:
    (published, told) = who_was_first(
        [one("report", NOON, time="2031-04~"), one("reprint", "2031-05-03T08:00:00Z", time="2031-04~")]
    )
    assert first_text(published) == "First published Fri 2 May 2031, 12:00 UTC: Ada Reed, in Outlet report"
    assert first_text(told) == "Said before, as told later: about Apr 2031: Ada Reed, in Outlet report, Fri 2 May 2031, 12:00 UTC"


def test_who_denies_a_claim_is_not_who_published_it_first() -> None:
    denial = one("denial", "2031-05-02T11:00:00Z", on_claim="denies", speaker="Tom Lorn")
    assert lines(denial, one("claim", NOON, on_claim="hedges")) == [
        ("published", "Outlet claim", NOON),
        ("denied", "Outlet denial", "2031-05-02T11:00:00Z"),
    ]
    assert lines(denial) == [("only denied", "Outlet denial", "2031-05-02T11:00:00Z")]
    assert lines(one("claim", NOON), one("denial", "2031-05-03", on_claim="denies")) == [("published", "Outlet claim", NOON)]


def test_a_time_goes_before_the_bare_day_but_for_the_outlet_that_the_article_names() -> None:
    timed, bare = one("timed", NOON), one("bare", "2031-05-02", speaker="Marland")
    assert lines(bare, timed)[0][1] == "Outlet timed"
    assert lines(one("timed", NOON, via="Outlet bare"), bare)[0][1] == "Outlet bare"


def test_a_saying_that_is_dated_to_some_days_stands_where_it_was_surely_said() -> None:
    vague, sharp = one("vague", "2031-05-09", time="2031-04-28/2031-05-04"), one("sharp", NOON)
    assert order(vague, sharp, one("undated", None)) == ["sharp", "vague", "undated"]


def test_the_same_words_elsewhere_count_with_their_own_day() -> None:
    told, post = one("post", "2031-05-05", time="2031-05-01"), one("post", NOON)
    (folded,) = fold_same(sorted([told, post], key=saying_key))
    assert lines(folded)[0] == ("published", "Outlet post", NOON)


DAYS = st.sampled_from([None, "2031-05-02", NOON, "2031-05-02T12:00:00+05:00", "2031-05-03"])


@given(st.lists(st.tuples(DAYS, st.sampled_from(["asserts", "hedges", "denies", "declines"]))))
def test_nobody_who_asserts_it_published_before_the_first(told: list[tuple[str | None, PositionStance]]) -> None:
    said = [one(str(number), day, on_claim=stance) for number, (day, stance) in enumerate(told)]
    found = who_was_first(said)
    making = [each.published for each in said if each.on_claim in {"asserts", "hedges"}]
    assert (bool(found) and found[0].kind == "published") is bool(making)
    if making and "2031-05-02T12:00:00+05:00" in making:
        assert found[0].when == "2031-05-02T12:00:00+05:00"


def test_the_twin_for_programs_says_who_was_first(told: ReadView) -> None:
    (row, *_) = claims_page(told).rows
    assert [one["statement"] for one in plain(row)["firsts"]] == [one.statement for one in row.firsts] != []
