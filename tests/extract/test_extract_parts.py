from __future__ import annotations

import pytest

from quoth.extract.propositions import propose, read_proposition
from quoth.extract.quantities import find_quantities
from quoth.extract.statements import Nobody, find_statements
from quoth.extract.times import find_times
from quoth.language.english import English
from quoth.lexicon.relations import converses, tie
from quoth.records import Document, Part, Proposition, Segment, Span
from quoth.syntax import ParsedDocument


def parse(text: str, published: str | None = None) -> ParsedDocument:
    document = Document(
        id="d", article="d", input_id=None, outlet=None, url=None, title=None, authors=(), published=published,
        published_from="metadata" if published else "unknown", fetched=None, language="en", sha256="", origin=None, text=text,
        original="",
    )  # fmt: skip
    return English().parse(document, (Segment("body", 0, len(text)),))


def read(text: str, *, through: bool = False, published: str | None = None) -> Proposition:
    parsed = parse(text, published)
    times = find_times(parsed)
    quantities = find_quantities(parsed, (), times)
    found = read_proposition(parsed, (Span(0, len(text)),), times=times, quantities=quantities, through=through)
    assert found is not None
    return found


def part(told: Proposition, word: str) -> Part:
    return next(each for each in told.parts if each.word == word)


def test_who_does_what_to_whom_is_the_same_in_active_and_passive() -> None:
    for text in ("The police arrested the guard.", "The guard was arrested by the police."):
        told = read(text)
        assert (part(told, "police").role, part(told, "guard").role) == ("agent", "patient")
        assert told.parts[part(told, "police").of].word == "arrest"


def test_names_days_and_figures_are_one_part_each() -> None:
    told = read("At least ten boats left Cape Harn on Friday.", published="2031-05-10")
    figure = part(told, "at least ten")
    assert (figure.kind, figure.low, figure.high) == ("number", 10.0, None)
    assert part(told, "cape harn").kind == "name"
    assert part(told, "2031-05-09").kind == "time"


def test_verbs_keep_their_particles_and_marks_stand_with_what_they_mark() -> None:
    told = read("Only two of the trawlers have not broken down.")
    assert part(told, "break down").kind == "deed"
    assert "not" in part(told, "break down").marks


@pytest.mark.parametrize(
    ("text", "force"),
    [
        ("The dam burst.", "fact"), ("The dam could burst.", "may"), ("The dam will probably burst.", "likely"),
        ("The pilots plan to strike.", "plans"), ("The rebels tried to flee.", "tries"), ("Visitors must pay.", "must"),
        ("The works are capable of producing engines.", "can"), ("Corvenia is ready to take in refugees.", "ready"),
        ("Police suspect that the driver was drunk.", "open"), ("If the vault is empty, the bank is finished.", "if"),
    ],
)  # fmt: skip
def test_how_a_deed_stands_to_fact_is_read_from_the_words_on_the_way_to_it(text: str, force: str) -> None:
    assert force in read(text, through=True).forces


def test_what_is_reported_is_read_in_place_of_the_report_only_where_asked_for() -> None:
    text = "General Osk reported that the fortress was lost."
    assert read(text).predicate == "report"
    assert read(text, through=True).predicate == "lose"


def test_a_denial_on_the_way_turns_what_is_denied() -> None:
    assert read("The chemist denied that he had made the gas.", through=True).negated


def test_an_attribution_in_the_midst_of_a_sentence_does_not_cut_it_in_two() -> None:
    parsed = parse("Last month, the trade office said, exports fell.", "2031-09-04")
    told = next(iter(propose(parsed, find_statements(parsed, Nobody()), times=find_times(parsed), quantities=()))).proposition
    assert told is not None
    assert "2031-08" in [each.word for each in told.parts]


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("quit", "resign", "alike"), ("shut", "open", "opposite"), ("hold", "give way", "opposite"), ("rifle", "weapon", "narrower"),
        ("weapon", "rifle", "wider"), ("begin", "end", "phase"), ("arm", "unarmed", "opposite"), ("arrest", "detention", "alike"),
        ("bread", "bridge", "none"), ("dam", "dam", "same"),
    ],
)  # fmt: skip
def test_words_stand_to_each_other_as_the_tables_say(first: str, second: str, found: str) -> None:
    assert tie(first, second) == found


def test_opposites_hold_both_ways_and_converses_name_roles() -> None:
    assert tie("open", "shut") == tie("shut", "open")
    assert converses()["buy"].roles == {"agent": "recipient", "from": "agent", "patient": "patient", "patient.of": "agent"}
