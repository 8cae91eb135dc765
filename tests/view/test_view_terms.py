from __future__ import annotations

from dataclasses import replace

from quoth.records import Span, Term, passage
from quoth.store import ReadView
from quoth.view.coverage import Coverage, gather
from quoth.view.terms import lay_out_terms, terms_page


def with_acronym(coverage: Coverage, *outlets: str) -> Coverage:
    """The coverage with articles of these outlets that give what an acronym stands for."""
    text = "The Lower Dam Board (LDB) met."
    found, documents = [], dict(coverage.documents)
    for outlet in outlets:
        held = next(one for one in coverage.documents.values() if one.outlet == outlet)
        documents[held.id] = replace(held, text=text)
        found.append(Term(f"t{outlet}", held.id, "LDB", Span(21, 24), passage(text, Span(4, 19)), None))
    return replace(coverage, documents=documents, terms=tuple(found))


def test_an_acronym_comes_with_what_it_is_short_for(told: ReadView) -> None:
    (row,) = lay_out_terms(with_acronym(gather(told), "NTA")).rows
    (one,) = row.definitions
    assert (row.term, one.definition, one.text) == ("LDB", "Lower Dam Board", "short for Lower Dam Board")


def test_the_same_definition_is_shown_once_with_where_else_it_stands(told: ReadView) -> None:
    (row,) = lay_out_terms(with_acronym(gather(told), "NTA", "Arden Herald", "Lakeside Daily")).rows
    (one,) = row.definitions
    assert (one.according_to, one.also) == (("NTA",), ("Arden Herald", "Lakeside Daily"))


def test_a_definition_is_no_expansion(told: ReadView) -> None:
    ((one,),) = [row.definitions for row in terms_page(told).rows]
    assert not one.short_for
    assert one.text == "a hostile act that a party commits against its own side"
