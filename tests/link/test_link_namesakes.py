"""People of one full name: what ties two documents makes them one person, whoever else has the name."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st
from tests.link.test_link_actors import referent

from quoth.lexicon.surnames import is_common
from quoth.link.namesakes import part_namesakes
from quoth.link.surroundings import SHARED, Surroundings
from quoth.records import Referent, Title

NAME = "John Smith"
"""Many have it: without a tie nobody is taken for another."""
STATES = st.sampled_from([None, "Marland", "Vessia"])
OFFICES = st.sampled_from([(), (Title("mayor", "Orrin"),), (Title("envoy", "Sarn"),)])
COMPANY = st.frozensets(st.sampled_from(["arda velin", "orrin council", "sarn ferries", "hill post", "tilde vos"]), max_size=4)


@st.composite
def told_of(draw: st.DrawFn) -> tuple[list[Referent], Surroundings]:
    """People of one name in documents with a company each, some of them in stories."""
    people, company, stories = [], {}, {}
    for document in map(str, range(draw(st.integers(1, 9)))):
        people.append(referent(NAME, document, country=draw(STATES), titles=draw(OFFICES)))
        company[document] = draw(COMPANY)
        story = draw(st.sampled_from([None, None, "flood", "strike"]))
        if story is not None:
            stories[document] = story
    return people, Surroundings(company=company, stories=stories)


@given(told_of())
def test_whoever_is_tied_to_another_of_the_name_is_one_with_them(told: tuple[list[Referent], Surroundings]) -> None:
    people, around = told
    assert is_common(NAME.split())
    clusters = part_namesakes("john smith", people, around)
    home = {one.id: number for number, cluster in enumerate(clusters) for one in cluster.referents}
    assert home.keys() == {one.id for one in people}
    for one, other in combinations(people, 2):
        office = {*one.titles} & {*other.titles}
        company = one.country == other.country and around.shared(one.document, other.document) >= SHARED
        story = one.country == other.country is not None and around.together(one.document, other.document) == "in one story"
        if office or company or story:
            assert home[one.id] == home[other.id]
