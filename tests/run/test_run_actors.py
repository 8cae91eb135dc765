"""The law of actors: where documents come one by one, those that they bear on are worked out anew, and all are those of working all out anew."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.run.test_run_copies import WORDS, copy_of, empty_ledger, page
from tests.run.test_run_link import Article, add, assert_as_anew

from quoth.link.copies import Page
from quoth.link.judged.standing import ACTOR, APART
from quoth.records import Findings, Name, Referent, Registered, Tenure, Title, identify
from quoth.run.add import link_documents
from quoth.run.arrivals import arrive
from quoth.run.house import HOUSE
from quoth.run.judge import Decision, judge, undo
from quoth.run.subjects import same_actors, set_aside
from quoth.settings import Settings
from quoth.store import Store

__all__ = ["empty_ledger"]

Told = tuple[str, str, tuple[str, ...], tuple[Title, ...], str | None]
"""Name, kind, further names (the first is its own where it is named), titles, state."""
ONE = "Odessa Brandt"
POOL: tuple[Told, ...] = (
    (ONE, "person", (ONE, "Brandt"), (), None),
    (ONE, "person", (ONE,), (Title("minister", "Norvia"),), "Norvia"),
    (ONE, "person", (ONE,), (Title("defence minister", "Vessia"),), "Vessia"),
    ("Odessa Brandts", "person", ("Odessa Brandts",), (), None),
    ("Odessa Brandt Jr.", "person", ("Odessa Brandt Jr.",), (), None),
    ("Odesa Brandt", "person", ("Odesa Brandt",), (), None),
    ("Karel Brandt", "person", ("Karel Brandt",), (Title("defence minister", "Norvia"),), "Norvia"),
    ("Brandt", "person", ("Brandt",), (), None),
    ("Brandt", "person", ("Brandt",), (Title("defence minister", "Norvia"),), "Norvia"),
    ("Brandt", "body", ("Brandt",), (), None),
    ("O. Brandt", "person", ("O. Brandt",), (), None),
    ("Odessa", "person", ("Odessa",), (), None),
    ("Odessa", "place", ("Odessa",), (), "Norvia"),
    ("John Smith", "person", ("John Smith",), (), None),
    ("John Smith", "person", ("John Smith",), (Title("spokesman", "Norvian defence ministry"),), None),
    ("Smith", "person", ("Smith",), (Title("spokesman", "Brandt"),), None),
    ("Norvian defence minister", "person", (), (Title("defence minister", "Norvia"),), "Norvia"),
    ("Norvian president", "group", (), (Title("president", "Norvia"),), "Norvia"),
    ("Perdita Snell", "person", ("Perdita Snell",), (Title("president", "Norvia"),), "Norvia"),
    ("Defence Ministry", "body", ("Defence Ministry",), (), "Norvia"),
    ("Defence Ministry", "body", ("Defence Ministry",), (), None),
    ("Norvian Defence Ministry", "body", ("Norvian Defence Ministry", "NDM"), (), "Norvia"),
    ("ministry", "body", (), (), "Norvia"),
    ("NDM", "body", ("NDM",), (), None),
    ("Northern Transit Agency", "body", ("Northern Transit Agency", "NTA"), (), None),
    ("NTA", "body", ("NTA",), (), None),
    ("New Tarn Army", "body", ("New Tarn Army",), (), None),
    ("Northern Transit", "body", ("Northern Transit",), (), None),
    ("Lower Weir Board", "body", ("Lower Weir Board",), (), None),
    ("Lower Weir Bord", "body", ("Lower Weir Bord",), (), None),
    ("Arden Herald", "outlet", ("Arden Herald",), (), "Arden"),
    ("Coast Echo", "body", ("Coast Echo",), (), None),
    ("Kasteli emergency services", "body", ("Kasteli emergency services",), (), None),
    ("emergency services", "group", (), (), None),
    ("striking crane drivers", "group", (), (), None),
    ("Western officials", "group", (), (), None),
    ("officials", "group", (), (Title("officials of the Defence Ministry"),), None),
    ("Norvia", "state", ("Norvia", "Tessen"), (), "Norvia"),
    ("Vessia", "state", ("Vessia",), (), "Vessia"),
    ("Vessia", "place", ("Vessia",), (), None),
    ("Tessen", "place", ("Tessen",), (), None),
    ("Norvian officials", "group", (), (), None),
)  # fmt: skip
OUTLETS = ("Arden Herald", "Coast Echo", "Hill Post", None)


def article(chance: random.Random, number: int) -> Article:
    """An article on one of four matters that tells of some of these, and of a list."""
    matter = chance.randrange(4)
    topic = WORDS[9 * matter : 9 * matter + 9]
    lines = [" ".join(chance.choice(topic) for _ in range(30)) + "." for _ in range(2)]
    day = chance.choice([None, f"2025-{2 * matter + 1:02}-0{chance.randint(1, 4)}"])
    made: Page = page(
        number, chance.choice(OUTLETS), [("body", line) for line in lines], article=identify("article", number), published=day
    )
    return Article(made, Findings(made[0].id, tuple(mentions(chance, made[0].id))))


def mentions(chance: random.Random, document: str) -> Iterator[Referent]:
    told = chance.sample(POOL, chance.randint(3, 7))
    found = []
    for name, kind, names, titles, country in told:
        id_ = identify("referent", document, name, kind, *(title.text for title in titles), country)
        said: Any = kind
        found.append(
            Referent(id_, document, name, said, tuple(Name(each, chance.randint(1, 3)) for each in names), titles, (), country)
        )
    yield from found
    both = tuple(one.id for one in found[:2])
    yield Referent(identify("referent", document, "both"), document, "both", "group", (), (), (), None, both)


@contextmanager
def counted() -> Iterator[list[int]]:
    """How many mentions were looked at, each time that not all were."""
    looked: list[int] = []

    def noted(*given: Any) -> Any:
        found = arrive(*given)
        looked.append(len(found.members) if found else -1)
        return found

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("quoth.run.actors.arrive", noted)
        yield looked


CHEAP = settings(
    deadline=None, phases=[Phase.generate], max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@CHEAP
@given(seed=st.integers(0, 10**6), many=st.integers(4, 12), portions=st.integers(1, 2))
def test_where_documents_come_one_by_one_actors_are_those_of_working_all_out_anew(
    empty_ledger: Path, seed: int, many: int, portions: int
) -> None:
    chance = random.Random(seed)  # noqa: S311 - a seeded coverage, no secret
    with copy_of(empty_ledger) as store:
        add(store, [article(chance, number) for number in range(many)])
        for number in range(many, many + 3 * portions, portions):
            add(store, [article(chance, each) for each in range(number, number + portions)])
        assert_as_anew_in_blocks(store)


@CHEAP
@given(
    seed=st.integers(0, 10**6),
    deeds=st.lists(st.sampled_from(["same", "apart", "undo", "change", "aside", "register"]), max_size=4),
)
def test_whatever_else_happens_between_they_are_those_of_working_all_out_anew(
    empty_ledger: Path, seed: int, deeds: Sequence[str]
) -> None:
    chance = random.Random(seed)  # noqa: S311 - as above
    articles = [article(chance, number) for number in range(8)]
    with copy_of(empty_ledger) as store:
        add(store, articles)
        made: list[str] = []
        for number, deed in enumerate(deeds):
            do(store, deed, chance, articles, made)
            articles.append(article(chance, 20 + number))
            add(store, articles[-1:])
            if deed != "aside":
                assert_as_anew_in_blocks(store)
        assert_as_anew_in_blocks(store)


def blocks_of(store: Store) -> dict[str, int]:
    with store.engine.connect() as connection:
        return dict(connection.exec_driver_sql("SELECT referent, block FROM blocks").fetchall())


def assert_as_anew_in_blocks(store: Store) -> None:
    """All links are those of linking all anew, and no block of that is parted."""
    before = blocks_of(store)
    assert_as_anew(store)
    parts: dict[int, set[int]] = {}
    for referent, block in blocks_of(store).items():
        parts.setdefault(block, set()).add(before[referent])
    assert all(len(each) == 1 for each in parts.values())


def do(store: Store, deed: str, chance: random.Random, articles: list[Article], made: list[str]) -> None:
    """Judge something, take it back, read an article otherwise, set one aside, or bring a register."""
    read = store.read()
    names = sorted({actor.name for actor in read.actors() if actor.kind == "person" and len(read.actors_named(actor.name)) == 1})
    if deed == "same" and len(names) > 1:
        made.append(judge(store, same_actors(read, chance.sample(names, 2)), by="desk").id)
    elif deed == "apart":
        held = [actor for actor in read.actors() if len(actor.referents) > 1 and actor.kind == "person"]
        if held:
            made.append(judge(store, Decision(ACTOR, chance.choice(held).referents[:2], APART, {}), by="desk").id)
    elif deed == "undo" and made:
        undo(store, made.pop(), by="desk")
    elif deed == "change":
        one = chance.choice(articles)
        if one.page[0].id in set(read.document_ids()):
            with store.write() as writer:
                writer.add_findings(
                    [Findings(one.page[0].id, tuple(mentions(chance, one.page[0].id)))],
                    fingerprint=Settings().fingerprint("extract"),
                )
    elif deed == "aside":
        judge(store, set_aside(read, chance.choice(list(read.document_ids()))), by="desk", note="the wrong file")
    elif deed == "register":
        entry = Registered(
            "Q1",
            "own.csv",
            "Odessa Marie Brandt",
            (ONE, "Odessa Marie Brandt"),
            "person",
            "Norvia",
            (Tenure("president", "Norvia", "2024", None),),
        )
        with store.write() as writer:
            writer.replace_register([entry], file="own.csv")


def test_of_a_document_that_bears_on_few_only_these_are_looked_at(empty_ledger: Path) -> None:
    chance = random.Random(3)  # noqa: S311 - as above
    with copy_of(empty_ledger) as store, counted() as looked:
        add(store, [article(chance, number) for number in range(12)])
        alone = article(chance, 12)
        stranger = Referent(identify("referent", "x"), alone.page[0].id, "Ilka Wendt", "person", (Name("Ilka Wendt", 1),), (), ())
        add(store, [Article(alone.page, Findings(alone.page[0].id, (stranger,)))])
        assert looked == [1]
        assert_as_anew(store)
        assert link_documents(store, HOUSE, settings=Settings()) is False
