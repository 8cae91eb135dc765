"""Names of bodies and papers that hold a word of title or an apostrophe, and what a document calls who publishes it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.extract.test_extract_referents import named, parse, read, whom

from quoth.extract.reference.publisher import issuer_of
from quoth.extract.referents import Referents, find_referents
from quoth.records import Segment


def published(text: str, outlet: str, *, dateline: int = 0) -> Referents:
    """A text as an outlet has it, of which the first ``dateline`` code points are a dateline."""
    parsed = parse(text)
    segments = (Segment("dateline", 0, dateline), *parsed.segments) if dateline else parsed.segments
    return find_referents(replace(parsed, document=replace(parsed.document, outlet=outlet), segments=segments))


def kind_of(referents: Referents, name: str) -> str | None:
    return next((one.kind for one in referents.all if one.name == name), None)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The International Dockers' League condemns the capture.", "International Dockers' League"),
        ("Ada Lund, who chairs the Brenn Underwriters’ Association, said no.", "Brenn Underwriters’ Association"),
        ("The Norvian Coast Guard said it was sure.", "Norvian Coast Guard"),
        ("A colleague at the Halden Star said that two men had died.", "Halden Star"),
        ("She is quoted by the Halden Observer as saying that it rained.", "Halden Observer"),
        ("The Water Safety Committee Chairman Tomas Verin said no.", "Water Safety Committee"),
    ],
)
def test_a_word_of_title_or_an_apostrophe_inside_the_name_of_a_body_does_not_cut_it(text: str, name: str) -> None:
    assert kind_of(read(text), name) == "body"


def test_titles_and_possessors_before_people_still_cut() -> None:
    assert kind_of(read("Halden Star editor Ada Lund said no."), "Ada Lund") == "person"
    assert kind_of(read("The Ministry's Press Secretary Ada Lund said no."), "Ada Lund") == "person"
    assert kind_of(read("Brenn News' Tomas Verin said no."), "Tomas Verin") == "person"


def test_a_states_coast_guard_is_a_body_however_it_is_written() -> None:
    text = read("Norvia's foreign minister spoke. The Norvian Coast Guard said no. Norvia’s coast guard claims nothing.")
    assert whom(text, "Norvia’s coast guard") == "Norvian Coast Guard"


def test_a_company_is_called_by_the_first_word_of_its_name() -> None:
    text = read("She denied that the berths went to Dromond Ports, the builder. Dromond did not respond, its lawyer said.")
    assert kind_of(text, "Dromond Ports") == "body"
    assert whom(text, "Dromond", after="builder. ") == "Dromond Ports"


def test_a_state_that_nobody_knows_is_one_by_its_minister_of_whom_another_is_the_counterpart() -> None:
    text = read(
        "Varnland and Ostrel threw their weight behind it, said Varnland's foreign minister, Ada Lund, after a meeting with her "
        "Ostreli counterpart, Emil Strand. The Ostreli side said nothing; Ostrel will wait."
    )
    assert named(text, "Ostrel").kind == "state"
    assert kind_of(text, "Ostreli") is None


def test_the_capital_of_a_states_ally_is_not_the_states() -> None:
    text = read(
        "Norvia's foreign minister spoke. Varnland's foreign minister did not. An official in Kelm, the capital of Norvia's ally "
        "Varnland, said no."
    )
    assert next(one.country for one in text.all if one.name == "Kelm") == "Varnland"


def test_an_outlet_is_meant_by_its_last_word_in_its_own_articles() -> None:
    own = published("A worker told the Star that it rained. The Star asked the ministry.", "Halden Star")
    assert kind_of(own, "Halden Star") == "outlet"
    other = published("The Brenn Star said so. A worker told the Star that it rained.", "Halden Star")
    assert kind_of(other, "Halden Star") is None


def test_an_outlet_is_meant_by_how_its_dateline_has_it() -> None:
    text = "HALDEN (Pelican) - Rain fell. “It is over,” Ada Lund told Pelican by telephone."
    assert kind_of(published(text, "Pelican Press", dateline=len("HALDEN (Pelican) -")), "Pelican Press") == "outlet"


def test_a_title_tells_which_body_issues_a_document() -> None:
    assert issuer_of("Ministry of Works of Arden: Communiqué No. 4") == "Ministry of Works of Arden"
    assert issuer_of("Arden: statement on the dam") is None
    assert issuer_of("Ministry of Works: nobody saw it") is None
