"""Who was first with a claim: the earliest publication that says so, apart from what is told later and from who denied it."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from quoth.export.rows import plain
from quoth.records import PositionStance
from quoth.store import ReadView
from quoth.view.claims import claims_page
from quoth.view.firsts import Before, Taken, first_text, saying_key, who_was_first
from quoth.view.told import ArticleWords
from quoth.view.words import Excerpt, Piece, Said, fold_same

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


def test_the_source_of_the_earliest_is_first_although_no_hour_of_it_is_known() -> None:
    rewrite, source = one("rewrite", NOON), one("source", "2031-05-02")
    assert lines(rewrite, source) == [("published", "Outlet rewrite", NOON)]
    told = who_was_first([rewrite, source], [Taken("d-rewrite", "d-source", decided=True)])
    assert [(first.kind, first.outlet) for first in told] == [("published", "Outlet source")]


def test_a_source_without_any_date_is_first_and_the_earliest_date_is_told_beside_it() -> None:
    rewrite, source = one("rewrite", NOON), one("source", None)
    told = who_was_first([rewrite, source], [Taken("d-rewrite", "d-source", decided=True)])
    assert [first_text(first) for first in told] == [
        "First published date unknown: Ada Reed, in Outlet source",
        "The earliest with a date: Fri 2 May 2031, 12:00 UTC: Ada Reed, in Outlet rewrite",
    ]


def test_where_nothing_tells_who_took_the_words_it_is_said_that_the_other_may_be_first() -> None:
    rewrite, other = one("rewrite", NOON), one("other", "2031-05-02")
    told = who_was_first([rewrite, other], [Taken("d-other", "d-rewrite", decided=False)])
    assert [(first.kind, first.outlet) for first in told] == [("published", "Outlet rewrite"), ("perhaps", "Outlet other")]
    assert first_text(told[1]) == "Perhaps before that, for no hour is known: Fri 2 May 2031: Ada Reed, in Outlet other"


def test_of_the_same_words_in_two_articles_the_one_that_the_other_took_them_from_is_first() -> None:
    rewrite, source = one("rewrite", NOON), one("source", "2031-05-02")
    (folded,) = fold_same([replace(rewrite, content="it failed"), replace(source, content="it failed")])
    (first,) = who_was_first([folded], [Taken("d-rewrite", "d-source", decided=True)])
    assert first.outlet == "Outlet source"


def test_a_source_that_came_out_later_or_took_the_words_itself_is_not_first() -> None:
    first, later = one("first", NOON), one("later", "2031-05-02T15:00:00Z")
    assert lines_of([first, later], Taken("d-first", "d-later", decided=True)) == ["Outlet first"]
    assert lines_of([first, one("day", "2031-05-02")], Taken("d-day", "d-first", decided=True)) == ["Outlet first"]
    assert lines_of([first, one("next", "2031-05-03")], Taken("d-first", "d-next", decided=True)) == ["Outlet first"]


def test_what_an_earlier_version_of_an_article_said_already_dates_it() -> None:
    amended, other = one("amended", "2031-05-02T18:00:00Z"), one("other", NOON)
    assert lines_of([amended, other]) == ["Outlet other"]
    told = who_was_first([amended, other], before=[Before("amended", "2031-05-02T08:00:00Z")])
    assert [(first.outlet, first.when) for first in told] == [("Outlet amended", "2031-05-02T08:00:00Z")]


def beside(name: str, published: str) -> ArticleWords:
    document = f"d-{name}"
    return ArticleWords(document, f"Outlet {name}", "", published, Excerpt(document, 0, (Piece("It failed."),)))


def test_words_like_a_claims_that_came_out_before_it_are_told_apart_from_who_said_it_first() -> None:
    first, early, later = one("first", NOON), beside("early", "2031-05-01"), beside("later", "2031-05-03")
    told = who_was_first([first], beside=[later, beside("day", "2031-05-02"), early])
    assert [(line.kind, line.outlet) for line in told] == [("published", "Outlet first"), ("like", "Outlet early")]
    assert first_text(told[1]) == "Words like these before that, in no statement of it: Thu 1 May 2031, in Outlet early: It failed."
    assert [line.kind for line in who_was_first([first], beside=[later])] == ["published"]


def test_unsure_words_of_nobody_are_not_who_was_first_beside_those_of_somebody() -> None:
    known, nobody = one("known", NOON), replace(one("nobody", "2031-05-01"), unsure=True, chain=("Outlet nobody",))
    assert lines_of([nobody, known]) == ["Outlet known"]
    assert lines_of([nobody]) == ["Outlet nobody"]
    assert lines_of([replace(nobody, unsure=False), known]) == ["Outlet nobody"]


def lines_of(said: list[Said], *taken: Taken) -> list[str]:
    return [first.outlet for first in who_was_first(said, taken)]
