"""What came out earlier stands earlier, whatever zone its clock is told in, and a page of a list is what stands there in the whole list."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Column, Integer, MetaData, Table, Text, create_engine, insert, select
from tests.store.conftest import make_findings, make_reading

from quoth.records import Actor, Links
from quoth.store import Persons, Store, Tallies, moment_key, open_store
from quoth.store.moments import page_in_time

LATE, EARLY = "2031-05-05T09:00:00-05:00", "2031-05-05T12:00:00+02:00"
"""By the hour on the spot the later one stands first."""
rows = Table("rows", MetaData(), Column("id", Integer, primary_key=True), Column("published", Text, index=True))
dates = st.one_of(
    st.datetimes(timezones=st.timezones()).map(lambda one: one.isoformat(timespec="seconds")),
    st.sampled_from(
        ["2031", "2031-05", "~", "2031-05-05", "2031-05-06", LATE, EARLY, "2031-05-04T23:30:00-10:00", "2031-05-06T01:00:00Z"]
    ),
)


def test_times_of_two_zones_stand_by_their_moment_and_days_before_the_times_of_the_day() -> None:
    assert sorted([None, LATE, "2031-05-05", EARLY, "2031-05-06"], key=moment_key) == [
        "2031-05-05",
        EARLY,
        LATE,
        "2031-05-06",
        None,
    ]
    assert moment_key("2031-05-05T10:00:00Z") == moment_key("2031-05-05T10:00:00+00:00") == moment_key("2031-05-05T12:00:00+02:00")


@settings(deadline=None, max_examples=60)
@given(written=st.lists(dates, max_size=25), limit=st.integers(1, 4), newest=st.booleans())
def test_pages_make_up_the_list(*, written: list[str], limit: int, newest: bool) -> None:
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        rows.metadata.create_all(connection)
        if written:
            connection.execute(insert(rows), [{"published": one} for one in written])
        every = sorted(connection.execute(select(rows.c.id, rows.c.published)).all(), key=lambda row: row.id)
        every.sort(key=lambda row: moment_key(row.published), reverse=newest)
        shown = [
            tuple(row)
            for offset in range(0, len(written) + 1, limit)
            for row in page_in_time(
                connection, select(rows.c.id, rows.c.published), rows.c.published, limit=limit, offset=offset, newest=newest
            )
        ]
    assert shown == [tuple(row) for row in every]


def test_articles_statements_and_members_are_listed_by_the_moment(tmp_path: Path) -> None:
    with open_store(tmp_path / "x.db", create=True) as store:
        ids = fill(store)
        assert list(store.read().document_ids()) == [ids[EARLY], ids[LATE], ids[None]]
        tallies = Tallies(store.engine)
        assert tallies.documents_of(["Sava Herald"], limit=9) == [ids[LATE], ids[EARLY], ids[None]]
        assert [tallies.documents_of(["Sava Herald"], limit=1, offset=at) for at in range(4)] == [
            [ids[LATE]], [ids[EARLY]], [ids[None]], [],
        ]  # fmt: skip
        said = Persons(store.engine).said("arda", limit=9)
        assert [one.document for one in store.read().statements_named(said)] == [ids[EARLY], ids[LATE], ids[None]]


def fill(store: Store) -> dict[str | None, str]:
    """Three articles of one outlet, the later one first, each with one statement of one speaker."""
    ids: dict[str | None, str] = {}
    with store.write() as writer:
        for number, published in enumerate((LATE, EARLY, None)):
            read = make_reading(
                f"Arda said on Monday that {number + 3} were hurt.", outlet="Sava Herald", published=published, file=f"{number}.txt"
            )
            writer.add_readings([read])
            writer.add_findings([make_findings(read[1][0][0], cue="said")], fingerprint="first")
            ids[published] = read[1][0][0].id
    referents = tuple(one.id for one in store.read().referents())
    with store.write() as writer:
        writer.replace_links(Links((Actor("arda", "Arda Velin", "person", None, referents, ()),)))
    return ids
