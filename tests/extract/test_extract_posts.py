"""Posts set into articles, and the turns of transcripts."""

from __future__ import annotations

import pytest
from tests.extract.test_extract_statements import parse, parts, read

from quoth.extract.attributors import Rules
from quoth.extract.reader import AttributionReader
from quoth.extract.statements import Nobody, find_statements
from quoth.extract.tagger.attributor import Trained
from quoth.records import Statement

LEAD = "The mayor was angry on Tuesday and it showed."
POST = "There was no call. Nobody asked us before! — Ines Vell (@inesvell) March 9, 2020"


def read_both(text: str) -> list[tuple[Statement, ...]]:
    parsed = parse(text)
    answers = [one.attribute(parsed) for one in (Rules(), Trained())]
    return [find_statements(answer.parsed, Nobody(), answer.attributions) for answer in answers]


def signed(found: tuple[Statement, ...]) -> list[Statement]:
    return [statement for statement in found if statement.cue.text in {"—", "–", "-"}]


@pytest.mark.parametrize("dash", ["—", "–", "-"])
def test_a_post_is_said_by_whom_it_is_signed(dash: str) -> None:
    for found in read_both(f"{LEAD}\n\n{POST.replace('—', dash)}"):
        (post,) = signed(found)
        assert parts(post) == ("Ines Vell", dash, "There was no call. Nobody asked us before!")
        assert (post.form, post.channel, post.stance) == ("direct", "post", "asserts")


def test_a_post_that_is_given_to_somebody_already_counts_once() -> None:
    text = "Korr tweeted:\n\nWe said on Monday that the dam holds. — Davit Korr (@dkorr) March 10, 2020"
    found = find_statements(parse(text), Nobody(), Trained().attribute(parse(text)).attributions)
    assert [one.source.text for one in found if one.source and "dam holds" in one.content.text and one.parent is None][:1] == [
        "Korr"
    ]
    assert signed(found) == []


@pytest.mark.parametrize("lead", ["Korr tweeted on Monday:", "On Monday the mayor wrote:", "Korr tweeted:"])
def test_what_leads_in_to_a_post_is_no_part_of_it(lead: str) -> None:
    for found in read_both(f"{LEAD}\n\n{lead} We said that the dam holds. — Davit Korr (@dkorr) March 10, 2020"):
        outer = [one for one in found if one.parent is None and "the dam holds" in one.content.text]
        assert [one.content.text.rstrip(".") for one in outer] == ["We said that the dam holds"]


@pytest.mark.parametrize(
    "text",
    [
        "The office — reached by post or by e-mail (mail@office.example) — did not answer on Monday or later.",
        "He thanked his followers (@dkorr) for the patience that they had shown on Monday.",
        "The dam — built by Dolmark Steel in the hills above the town of Breslo — holds.",
    ],
)
def test_a_dash_without_a_signature_is_no_post(text: str) -> None:
    for found in read_both(f"{LEAD}\n\n{text}"):
        assert signed(found) == []


TURNS = (
    '"VELL: The gates were shut when I came.',
    '"KORR: They were not shut at all.',
    '"Nobody shut them before noon, and I was there.',
    '"VELL: I have the photographs with me.',
    '"KORR: Then show them to us."',
)


def test_a_turn_of_a_quoted_transcript_goes_on_until_the_next_label() -> None:
    turns = [parts(one) for one in read("\n\n".join(TURNS)) if one.cue.text == ":"]
    assert [source for source, *_ in turns] == ["VELL", "KORR", "VELL", "KORR"]
    assert [number for number, (*_, content) in enumerate(turns) if "before noon" in content] == [1]


def test_a_paragraph_without_a_mark_ends_a_turn() -> None:
    turns = [parts(one) for one in read("\n\n".join([*TURNS[:2], TURNS[2][1:], *TURNS[3:]])) if one.cue.text == ":"]
    assert turns[1] == ("KORR", ":", "They were not shut at all")


@pytest.mark.parametrize("name", ["The Miller", "Ines Vell", "Breslo Police"])
def test_who_signs_a_post_is_its_speaker(name: str) -> None:
    found = AttributionReader().extract(parse(f"{LEAD}\n\nNobody asked us before! — {name} (@somebody) March 9, 2020"))
    (post,) = signed(found.statements)
    (speaker,) = (one.name for one in found.referents if one.id == post.speaker)
    assert speaker == name.removeprefix("The ") or speaker == name
