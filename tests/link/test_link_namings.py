from __future__ import annotations

from collections.abc import Mapping

from quoth.link.namings import Rivals, find_rivals
from quoth.records import Span, Term, identify, passage

TEXTS = {
    "a": "The Gate Act, known as Dolancare, was passed. Dolancare is dear. Dolancare is hated.",
    "b": "The Gate Act helps. The Gate Act will stay.",
    "c": "The bill, known as the Silt Rule, failed. Lower Dam Board (LDB) men left; the LDB met.",
}
WHO = {"a": "Tessen Evening", "b": "Coast Post", "c": "Coast Post"}


def term(document: str, name: str, thing: str) -> Term:
    text = TEXTS[document]
    places = [Span(text.index(words), text.index(words) + len(words)) for words in (name, thing)]
    return Term(identify("term", document, *places[0]), document, name, places[0], passage(text, places[1]), None)


def rivals(*terms: Term, texts: Mapping[str, str] = TEXTS) -> tuple[Rivals, ...]:
    return find_rivals(terms, texts, by=lambda document, _: WHO[document])


def test_two_names_of_one_thing_are_told_with_who_uses_which() -> None:
    (found,) = rivals(term("a", "Dolancare", "Gate Act"))
    uses = {naming.name: [(use.by, use.times, use.documents) for use in naming.uses] for naming in found.namings}
    assert uses == {"Dolancare": [("Tessen Evening", 3, 1)], "Gate Act": [("Coast Post", 2, 1), ("Tessen Evening", 1, 1)]}
    assert found.terms == (term("a", "Dolancare", "Gate Act").id,)


def test_a_word_for_any_thing_of_its_kind_is_no_rival() -> None:
    assert rivals(term("c", "Silt Rule", "bill")) == ()


def test_an_acronym_is_no_rival_of_its_long_form() -> None:
    assert rivals(term("c", "LDB", "Lower Dam Board")) == ()


def test_a_name_that_nobody_uses_is_no_rival() -> None:
    assert rivals(term("a", "Dolancare", "Gate Act"), texts={"b": TEXTS["b"]}) == ()


def test_a_place_where_nobody_who_counts_speaks_is_passed_over() -> None:
    assert find_rivals([term("a", "Dolancare", "Gate Act")], TEXTS, by=lambda *_: None) == ()


def test_a_name_inside_a_longer_one_is_not_counted() -> None:
    texts = {"a": "The Gate Act, known as New Gate Act Rules, passed.", "b": "New Gate Act Rules it is."}
    pair = Term("t", "a", "New Gate Act Rules", Span(23, 41), passage(texts["a"], Span(4, 12)), None)
    (found,) = find_rivals([pair], texts, by=lambda document, _: WHO[document])
    assert [(naming.name, sum(use.times for use in naming.uses)) for naming in found.namings] == [
        ("New Gate Act Rules", 2),
        ("Gate Act", 1),
    ]
