from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quoth.link.credits import outlet_key
from quoth.link.ground import Ground
from quoth.link.origins import Lineage, count_origins, count_texts, origins_of, part_of, reckon, texts_of
from quoth.link.tellings import Sources, Told, Wanted, find_offices, own_outlets, read_tellings, stem
from quoth.records import (
    Actor,
    ActorKind,
    Copy,
    Document,
    Mention,
    Name,
    Receipt,
    Reckoning,
    Referent,
    Registered,
    Segment,
    SegmentKind,
    Span,
    Statement,
    Title,
    passage,
)


@dataclass
class World:
    """Invented articles that make one claim, as they would be read."""

    told: list[Told] = field(default_factory=list)
    copies: list[Copy] = field(default_factory=list)
    register: tuple[Registered, ...] = ()
    outlets: tuple[str, ...] = ()
    states: tuple[str, ...] = ()

    def add(  # noqa: PLR0913 - one option a thing that a telling may name
        self,
        name: str,
        text: str,
        says: str,
        *,
        by: str = "",
        kind: ActorKind = "person",
        actor: str = "",
        of: str | None = None,
        country: str | None = None,
        outlet: str | None = None,
        day: str | None = "2031-05-02",
        furniture: tuple[SegmentKind, str] | None = None,
    ) -> World:
        """An article ``name`` whose words ``says`` make the claim, on the word of ``by``."""
        whole = f"{text}\n\n{furniture[1]}" if furniture else text
        segments = [Segment("body", 0, len(text))]
        segments += [Segment(furniture[0], len(text) + 2, len(whole))] if furniture else []
        document = make_document(name, whole, outlet=outlet or f"Outlet {name}", day=day)
        referent = make_referent(document, by, actor or by, kind, of) if by else None
        statement = make_statement(document, says, by, referent)
        people = {referent.id: Actor(actor or by, actor or by, kind, country, (referent.id,), ())} if referent else {}
        ground = Ground(
            documents={}, actors={one.id: one for one in people.values()}, actor_of={name: one.id for name, one in people.items()}
        )
        referents = {referent.id: referent} if referent else {}
        here = frozenset(outlet_key(one) for one in self.outlets)
        also = own_outlets(self.register)
        offices = find_offices([statement], referents, ground)
        sources = Sources(ground, referents, here | frozenset(also.values()), also, offices, frozenset(map(stem, self.states)))
        wanted = [Wanted(statement.id, (statement,), statement.content.spans)]
        self.told += read_tellings(document, segments, wanted, sources)
        return self

    def copy(self, one: str, other: str, kind: Any, *, decided: bool = True) -> World:
        """``one`` took its whole text from ``other``."""
        whole = (Span(0, 400),)
        self.copies.append(
            Copy(f"{one}-{other}", one, other, kind, 1.0, decided=decided, receipt=Receipt("same words", whole, whole))
        )
        return self

    def reckon(self) -> Reckoning:
        return reckon(self.told, Lineage.of(self.copies))

    @property
    def origins(self) -> tuple[int | None, int | None]:
        return count_origins(self.reckon())

    @property
    def texts(self) -> int:
        return count_texts(self.reckon(), [one.telling.document for one in self.told], Lineage.of(self.copies))


def make_document(name: str, text: str, *, outlet: str, day: str | None) -> Document:
    return Document(
        id=name, article=name, input_id=None, outlet=outlet, url=None, title=None, authors=(), published=day, published_from="metadata",
        fetched=None, language="en", sha256="", origin=None, text=text, original="",
    )  # fmt: skip


def make_referent(document: Document, words: str, name: str, kind: ActorKind, of: str | None) -> Referent:
    start = document.text.index(words)
    span = Span(start, start + len(words))
    titles = (Title("spokesman", of),) if of else ()
    return Referent(f"{document.id}-{words}", document.id, name, kind, (Name(words, 1),), titles, (Mention(span, words, "name"),))


def make_statement(document: Document, says: str, by: str, speaker: Referent | None) -> Statement:
    def found(words: str) -> Span:
        start = document.text.index(words)
        return Span(start, start + len(words))

    return Statement(
        id=f"s-{document.id}-{by or 'nobody'}", document=document.id, form="indirect", stance="asserts",
        source=passage(document.text, found(by)) if by else None, cue=passage(document.text, found(says)),
        content=passage(document.text, found(says)), speaker=speaker.id if speaker else None, undecided=None, addressee=None, via=(),
        parent=None, negated=False, score=0.9, time=None, proposition=None,
    )  # fmt: skip


def test_one_person_in_two_articles_is_one_origin_of_two_texts() -> None:
    world = World().add(
        "a", "The weir has failed twice this year, Ada Reed said.", "The weir has failed twice this year", by="Ada Reed"
    )
    world.add("b", "Asked at the quay, Ada Reed told us of two failures of the weir.", "two failures of the weir", by="Ada Reed")
    assert (world.texts, world.origins) == (2, (1, 1))


def test_two_people_who_know_it_for_themselves_are_two_origins() -> None:
    world = World().add(
        "a", "The weir has failed twice this year, Ada Reed said.", "The weir has failed twice this year", by="Ada Reed"
    )
    world.add("b", "It broke two times since spring, said Tom Lorn.", "It broke two times since spring", by="Tom Lorn")
    assert world.origins == (2, 2)


def test_two_reporters_who_quote_the_same_words_are_two_texts() -> None:
    quoted = "“the weir has failed twice this year and nobody on the council has lifted a finger to mend it”"
    world = World().add("a", f"Ada Reed wrote: {quoted}.", quoted, by="Ada Reed")
    world.add("b", f"In a letter, Ada Reed complains that {quoted}.", quoted, by="Ada Reed")
    assert (world.texts, world.origins) == (2, (1, 1))


def test_a_sentence_taken_over_word_for_word_is_one_text() -> None:
    sentence = "The weir at Orrin has failed twice this year and will stay shut until the spring floods are over"
    world = World().add("a", f"{sentence}.", sentence).add("b", f"{sentence}, we hear.", sentence)
    assert (world.texts, world.origins) == (1, (1, 1))
    (step,) = world.reckon().steps
    assert (step.kind, step.sure, step.decided) == ("partial", True, False)


def test_a_copy_counts_only_where_the_shared_passage_holds_the_claim() -> None:
    world = World().add("a", "Ada Reed said the weir broke.", "the weir broke", by="Ada Reed")
    world.add("b", "Tom Lorn said the weir is broken.", "the weir is broken", by="Tom Lorn").copy("b", "a", "partial")
    world.copies[0] = Copy("c", "b", "a", "partial", 0.4, decided=True, receipt=Receipt("", (Span(300, 400),), (Span(300, 400),)))
    assert (world.texts, world.origins) == (2, (2, 2))


def test_a_telling_that_credits_an_outlet_goes_back_to_that_outlets_telling() -> None:
    world = World(outlets=("Orrin Mail", "Tessen Post"))
    world.add(
        "a", "The weir has failed twice, Ada Reed told this paper.", "The weir has failed twice", by="Ada Reed", outlet="Orrin Mail"
    )
    world.add(
        "b",
        "The weir broke two times, the Orrin Mail reported.",
        "The weir broke two times",
        outlet="Tessen Post",
        day="2031-05-03",
    )
    (step,) = world.reckon().steps
    assert (step.kind, step.sure, step.decided, step.source) == ("citation", True, True, "s-a-Ada Reed")
    assert world.origins == (1, 1)


def test_several_that_credit_one_third_outlet_are_one_origin() -> None:
    world = World(outlets=("NTA",))
    world.add("a", "The weir has failed twice, NTA reported on Monday.", "The weir has failed twice")
    world.add("b", "According to NTA, two failures were counted at the weir.", "two failures were counted at the weir")
    assert world.origins == (1, 1)


def test_two_people_who_told_one_outlet_are_two_origins() -> None:
    world = World(outlets=("NTA",))
    world.add("a", "The weir has failed twice, Ada Reed told NTA.", "The weir has failed twice", by="Ada Reed")
    world.add("b", "The weir broke two times, Tom Lorn told NTA.", "The weir broke two times", by="Tom Lorn")
    assert world.origins == (2, 2)


def test_an_outlet_that_speaks_in_its_own_article_speaks_for_itself() -> None:
    world = World(outlets=("Orrin Dike Board",)).add(
        "a", "The Orrin Dike Board regrets that the weir has failed.", "the weir has failed", by="Orrin Dike Board", kind="body",
        outlet="Orrin Dike Board",
    )  # fmt: skip
    world.add("b", "It broke down, the Board says.", "It broke down", by="the Board", kind="group")
    assert world.reckon().tellings[0].named == ("Orrin Dike Board",)
    assert world.origins == (1, 2)


def test_the_end_of_an_outlets_name_is_not_that_outlet() -> None:
    world = World(outlets=("Post", "Upper Tessen Post"))
    world.add("a", "The weir has failed, the Post reported.", "The weir has failed")
    world.add("b", "The weir broke down, the Upper Tessen Post reported.", "The weir broke down")
    assert world.origins == (2, 2)


def test_outlets_that_credit_each_other_are_a_circle() -> None:
    world = World(outlets=("Orrin Mail", "Tessen Post"))
    world.add("a", "The weir has failed, the Tessen Post reported.", "The weir has failed", outlet="Orrin Mail")
    world.add("b", "The weir broke down, according to the Orrin Mail.", "The weir broke down", outlet="Tessen Post")
    reckoning = world.reckon()
    assert reckoning.circles == (("a", "b"),)
    assert count_origins(reckoning) == (1, 1)


def test_one_that_is_credited_by_two_is_no_circle() -> None:
    world = World(outlets=("Orrin Mail",)).add("a", "The weir has failed.", "The weir has failed", outlet="Orrin Mail")
    world.add("b", "The weir broke down, according to the Orrin Mail.", "The weir broke down")
    world.add("c", "The Orrin Mail reported that it had burst.", "it had burst")
    assert world.reckon().circles == ()


def test_a_telling_that_names_nobody_counts_for_the_upper_bound_only() -> None:
    world = World().add("a", "The weir has failed twice, Ada Reed said.", "The weir has failed twice", by="Ada Reed")
    world.add("b", "The old weir is broken again.", "The old weir is broken again")
    assert world.origins == (1, 2)


def test_without_evidence_on_either_side_nothing_is_measured() -> None:
    world = World().add("a", "The weir has failed twice.", "The weir has failed twice").add("b", "It is broken.", "It is broken")
    assert world.origins == (None, None)
    assert World().add("a", "The weir has failed.", "The weir has failed").origins == (1, 1)


def test_unnamed_officials_may_be_the_named_one() -> None:
    world = World().add("a", "The weir has failed, officials said.", "The weir has failed", by="officials", kind="group")
    world.add("b", "It broke down, said Ada Reed of the dike board.", "It broke down", by="Ada Reed", of="dike board")
    assert world.origins == (1, 2)


def test_an_unnamed_source_is_not_taken_for_an_official() -> None:
    world = World().add("a", "The weir has failed, a source said.", "The weir has failed", by="a source", kind="group")
    world.add("b", "It broke down, said Ada Reed of the dike board.", "It broke down", by="Ada Reed", of="dike board")
    assert world.origins == (2, 2)


def test_a_body_and_its_spokesman_are_one_origin_and_a_state_and_its_minister_perhaps() -> None:
    body = World().add("a", "The weir has failed, the Dike Board said.", "The weir has failed", by="Dike Board", kind="body")
    body.add("b", "It broke down, said Ada Reed.", "It broke down", by="Ada Reed", of="Dike Board")
    assert body.origins == (1, 1)
    state = World().add("a", "The weir has failed, Marland said.", "The weir has failed", by="Marland", kind="state")
    state.add("b", "It broke down, said Ada Reed.", "It broke down", by="Ada Reed", of="Marland")
    assert state.origins == (1, 2)


@pytest.mark.parametrize(
    ("day", "origins"), [("2031-05-04", (1, 1)), ("2031-05-09", (1, 2)), ("2031-06-20", (2, 2)), (None, (1, 1))]
)
def test_the_same_person_weeks_later_is_another_occasion(day: str | None, origins: tuple[int, int]) -> None:
    world = World().add("a", "The weir has failed twice, Ada Reed said.", "The weir has failed twice", by="Ada Reed")
    world.add("b", "It broke again, said Ada Reed.", "It broke again", by="Ada Reed", day=day)
    assert world.origins == origins


def test_a_credit_of_the_whole_article_is_only_possible_where_the_telling_names_somebody() -> None:
    world = World(outlets=("NTA",)).add(
        "a", "The weir has failed, Ada Reed said.", "The weir has failed", by="Ada Reed", outlet="NTA"
    )
    world.add(
        "b",
        "It broke down, the mill said.",
        "It broke down",
        by="the mill",
        kind="group",
        furniture=("provenance", "Published at NTA"),
    )
    assert world.origins == (1, 2)
    nobody = World(outlets=("NTA",)).add("a", "The weir has failed.", "The weir has failed", outlet="NTA")
    nobody.add("b", "It broke down at night.", "It broke down at night", furniture=("provenance", "Published at NTA"))
    assert nobody.origins == (1, 1)


def test_the_credit_of_a_picture_says_nothing_of_the_words() -> None:
    world = World(outlets=("NTA",)).add("a", "The weir has failed.", "The weir has failed", outlet="NTA")
    world.add("b", "It broke down at night.", "It broke down at night", furniture=("credit", "Image: NTA"))
    assert world.origins == (None, None)


def test_an_outlet_of_the_users_own_register_is_known_by_all_its_names() -> None:
    own = Registered("x", "mine.csv", "Sarn Valley Bulletin", ("Sarn Valley Bulletin", "the Bulletin"), "outlet", None)
    world = World(register=(own,))
    world.add("a", "The weir has failed, the Sarn Valley Bulletin reported.", "The weir has failed")
    world.add("b", "It broke down, the Bulletin reported.", "It broke down")
    assert world.origins == (1, 1)
    other = World().add("a", "The weir has failed, the Sarn Valley Bulletin reported.", "The weir has failed")
    assert other.add("b", "It broke down, the Bulletin reported.", "It broke down").origins == (None, None)


def test_part_of_a_reckoning_counts_only_what_is_shown() -> None:
    world = World().add("a", "The weir has failed, Ada Reed said.", "The weir has failed", by="Ada Reed")
    world.add("b", "It broke, said Ada Reed.", "It broke", by="Ada Reed").add(
        "c", "It burst, said Tom Lorn.", "It burst", by="Tom Lorn"
    )
    shown = part_of(world.reckon(), {"s-a-Ada Reed", "s-b-Ada Reed"})
    assert count_origins(shown) == (1, 1)
    assert count_origins(part_of(world.reckon(), set())) == (None, None)


PEOPLE = st.sampled_from(["Ada Reed", "Tom Lorn", "officials", "a source", ""])
ARTICLES = st.lists(st.tuples(PEOPLE, st.sampled_from(["2031-05-02", "2031-05-08", None]), st.booleans()), min_size=1, max_size=7)


def build(articles: Sequence[tuple[str, str | None, bool]]) -> World:
    world = World(outlets=("Outlet 0", "Outlet 1"))
    for number, (by, day, credits_) in enumerate(articles):
        tail = " Outlet 0 reported it." if credits_ else ""
        kind: ActorKind = "group" if by in {"officials", "a source"} else "person"
        said = f", {by} said" if by else ""
        world.add(
            str(number),
            f"The weir number {number} has failed{said}.{tail}",
            f"The weir number {number} has failed",
            by=by,
            kind=kind,
            day=day,
        )
    return world


@given(ARTICLES, st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_the_count_is_the_same_in_any_order_and_its_bounds_are_in_order(
    articles: list[tuple[str, str | None, bool]], chance: Any
) -> None:
    world = build(articles)
    reckoning = world.reckon()
    chance.shuffle(world.told)
    assert world.reckon() == reckoning
    low, high = count_origins(reckoning)
    assert (low is None) == (high is None)
    if low is not None and high is not None:
        assert 1 <= low <= high <= len(articles)


@given(ARTICLES)
@settings(max_examples=60, deadline=None)
def test_every_step_joins_two_groups_that_were_apart_and_names_tellings_that_are_there(
    articles: list[tuple[str, str | None, bool]],
) -> None:
    reckoning = build(articles).reckon()
    names = {one.id for one in reckoning.tellings}
    assert all({step.source, step.copy} <= names and step.source != step.copy for step in reckoning.steps)
    assert len(reckoning.steps) == len(names) - len(set(origins_of(reckoning, sure=False).values()))
    assert set(texts_of(reckoning)) == {one.document for one in reckoning.tellings}


def test_what_each_of_several_is_said_to_say_is_no_telling_beside_what_one_of_them_says() -> None:
    text = "Each bank is accusing the other of a plan to open the weir. Ada Reed said they plan to open the weir at night."
    document = make_document("a", text, outlet="Outlet a", day="2031-03-16")
    reed = make_referent(document, "Ada Reed", "Ada Reed", "person", None)
    each = make_statement(document, "a plan to open the weir", "Each bank", None)
    own = make_statement(document, "they plan to open the weir at night", "Ada Reed", reed)
    sources = Sources(Ground(documents={}, actors={}, actor_of={}), {reed.id: reed}, frozenset())

    def named(*statements: Statement) -> list[tuple[str, ...]]:
        wanted = [Wanted(one.id, (one,), one.content.spans) for one in statements]
        return [one.telling.named for one in read_tellings(document, [Segment("body", 0, len(text))], wanted, sources)]

    assert named(each, own) == [("Ada Reed",)]
    assert named(each) == [()]
