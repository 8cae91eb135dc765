from __future__ import annotations

import pytest

from quoth.records import Document, Mention, Name, Referent, Span
from quoth.score.coreference import (
    PEOPLE_AND_BODIES,
    by_full_name,
    by_surname,
    find_mentions,
    score_across,
    score_within,
)
from quoth.score.entities import Entity, EntityArticle

TEXT = "Ada Dolan met Reeve. Dolan left."
DOLAN, REEVE, LAST = Span(0, 9), Span(14, 19), Span(21, 26)


def document(name: str) -> Document:
    return Document(
        id=name, article=name, input_id=name, outlet=None, url=None, title=None, authors=(), published=None, published_from="unknown",
        fetched=None, language="en", sha256="", origin=None, text=TEXT, original="",
    )  # fmt: skip


def article(name: str, topic: str = "1") -> EntityArticle:
    dolan, reeve = Entity("DOLAN", "person"), Entity("REEVE", "person")
    return EntityArticle(topic, document(name), (), {DOLAN: dolan, REEVE: reeve, LAST: dolan})


def referent(document_: str, name: str, *spans: Span, members: tuple[str, ...] = ()) -> Referent:
    mentions = tuple(Mention(span, TEXT[slice(*span)], "name") for span in spans)
    return Referent(f"{document_} {name}", document_, name, "person", (Name(name, 1),), (), mentions, members=members)


def referents(name: str) -> list[Referent]:
    return [referent(name, "Ada Dolan", DOLAN, LAST), referent(name, "Reeve", REEVE)]


BOTH = [(article("a"), referents("a")), (article("b"), referents("b"))]


def test_mentions_are_found_by_their_head_word_and_counted() -> None:
    titled = EntityArticle("1", document("a"), (), {Span(4, 9): Entity("DOLAN", "person"), Span(27, 31): Entity("X", "body")})
    found = find_mentions([(titled, referents("a"))], PEOPLE_AND_BODIES)
    assert [one.referent for one in found.mentions] == ["a Ada Dolan"]
    assert found.coverage == pytest.approx(0.5)


def test_lists_and_entities_of_other_kinds_are_not_looked_for() -> None:
    listed = [referent("a", "Ada Dolan", DOLAN, members=("x",))]
    assert find_mentions([(article("a"), listed)], PEOPLE_AND_BODIES).mentions == ()
    assert find_mentions([(article("a"), referents("a"))], frozenset({"place"})).gold == 0


def test_who_is_who_as_in_the_gold_is_perfect() -> None:
    found = find_mentions(BOTH, PEOPLE_AND_BODIES)
    score = score_across(found, {"a Ada Dolan": "1", "b Ada Dolan": "1", "a Reeve": "2", "b Reeve": "2"})
    assert (score.chains.conll, score.pairs.false, score.false_merges) == (1.0, 0, 0)
    assert score_within(found).f1 == 1


def test_a_false_merge_costs_precision_and_is_counted() -> None:
    found = find_mentions(BOTH, PEOPLE_AND_BODIES)
    score = score_across(found, dict.fromkeys(("a Ada Dolan", "b Ada Dolan", "a Reeve", "b Reeve"), "1"))
    assert score.pairs.figure.precision == pytest.approx(5 / 9)
    assert (score.pairs.figure.recall, score.pairs.false, score.false_merges) == (1, 4, 2)
    assert score.chains.conll < 1


def test_a_missed_merge_costs_recall_alone() -> None:
    found = find_mentions(BOTH, PEOPLE_AND_BODIES)
    score = score_across(found, {"a Ada Dolan": "1", "b Ada Dolan": "3", "a Reeve": "2", "b Reeve": "2"})
    assert score.pairs.figure.precision == 1
    assert score.pairs.figure.recall == pytest.approx(1 / 5)
    assert score.false_merges == 0


def test_actors_of_two_topics_are_not_compared() -> None:
    found = find_mentions([(article("a"), referents("a")), (article("b", "2"), referents("b"))], PEOPLE_AND_BODIES)
    score = score_across(found, dict.fromkeys(("a Ada Dolan", "b Ada Dolan"), "1") | {"a Reeve": "2", "b Reeve": "2"})
    assert (score.pairs.found, score.pairs.gold, score.false_merges) == (0, 0, 0)


def test_the_baselines_join_equal_names_and_equal_surnames() -> None:
    people = [referent("a", "Ada Dolan", DOLAN), referent("b", "ada dolan", DOLAN), referent("c", "Ben Dolan", DOLAN)]
    assert by_full_name(people) == {"a Ada Dolan": "ada dolan", "b ada dolan": "ada dolan", "c Ben Dolan": "ben dolan"}
    assert set(by_surname(people).values()) == {"dolan"}
