from __future__ import annotations

import re
from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quoth.extract.statements import Nobody, find_statements
from quoth.language.english import English
from quoth.records import Document, Mention, Name, Referent, Segment, SegmentKind, Span, Statement
from quoth.syntax import ParsedDocument


def parse(text: str, *, title: bool = False) -> ParsedDocument:
    document = Document(
        id="d", article="d", input_id=None, outlet=None, url=None, title=None, authors=(), published=None, published_from="unknown",
        fetched=None, language="en", sha256="", origin=None, text=text, original="",
    )  # fmt: skip
    kinds: list[SegmentKind] = ["title"] if title else []
    found = [match.span() for match in re.finditer(r"[^\n]+", text)]
    segments = tuple(Segment(kinds[at] if at < len(kinds) else "body", *span) for at, span in enumerate(found))
    return English().parse(document, segments)


def read(text: str, *, title: bool = False) -> tuple[Statement, ...]:
    return find_statements(parse(text, title=title), Nobody())


def one(text: str, cue: str) -> Statement:
    """The statement whose cue is ``cue``."""
    found = {statement.cue.text: statement for statement in read(text)}
    assert cue in found, f"no cue {cue!r} among {sorted(found)}"
    return found[cue]


def parts(statement: Statement) -> tuple[str | None, str, str]:
    return (statement.source.text if statement.source else None, statement.cue.text, statement.content.text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister said that the dam would hold.", ("The minister", "said", "that the dam would hold")),
        ("The dam would hold, the minister said.", ("the minister", "said", "The dam would hold")),
        ("The dam, the minister said, would hold.", ("the minister", "said", "The dam would hold")),
        ("The dam will hold, according to the ministry.", ("the ministry", "according to", "The dam will hold")),
        ("According to the ministry, the dam will hold.", ("the ministry", "According to", "the dam will hold")),
        ("Marland accused Vessia of shelling the dam.", ("Marland", "accused", "Vessia of shelling the dam")),
        ("The envoy denied shelling the dam.", ("The envoy", "denied", "shelling the dam")),
        ("The envoy urged Marland to open the border.", ("The envoy", "urged", "Marland to open the border")),
        ("The premier promised to rebuild the dam.", ("The premier", "promised", "to rebuild the dam")),
        ("The premier called for an end to the war.", ("The premier", "called for", "an end to the war")),
        ("The premier called for the gates to be opened.", ("The premier", "called for", "the gates to be opened")),
        ("The envoy made clear on Monday that he would stay.", ("The envoy", "made clear", "that he would stay")),
        ("The letter made it clear that the dam would hold.", ("The letter", "made it clear", "that the dam would hold")),
        ("The ministry issued a statement that said the dam was safe.",
         ("The ministry", "issued a statement that said", "the dam was safe")),
        ("Orlo held talks with the mayors to warn a flood would follow.", ("Orlo", "to warn", "a flood would follow")),
        ("Meanwhile the premier wants more than sympathy.", ("the premier", "wants", "more than sympathy")),
        ("The premier warned of a flood.", ("The premier", "warned of", "a flood")),
        ("The envoy rejected any pretext for war.", ("The envoy", "rejected", "any pretext for war")),
        ("The ministry issued three statements saying the dam was safe.",
         ("The ministry", "issued three statements saying", "the dam was safe")),
        ("Vessia's claim that the dam was mined angered the envoy.", ("Vessia's", "claim", "that the dam was mined")),
        ("The mayor was confident that the dam would hold.", ("The mayor", "was confident", "that the dam would hold")),
        ("Many villagers believe the dam is safe.", ("Many villagers", "believe", "the dam is safe")),
        ("It is expected that the dam will hold.", (None, "is expected", "that the dam will hold")),
    ],
)  # fmt: skip
def test_source_cue_and_content_are_read_from_each_frame(text: str, expected: tuple[str | None, str, str]) -> None:
    assert parts(one(text, expected[1])) == expected


def test_a_content_that_its_cue_interrupts_has_two_parts() -> None:
    text = "“The dam,” the envoy said, “will hold.”"
    found = one(text, "said")
    assert [text[start:end] for start, end in found.content.spans] == ["“The dam,”", "“will hold.”"]


def test_a_quotation_over_several_sentences_is_one_content() -> None:
    found = one("“The dam held. Nobody was hurt. We are proud,” the mayor said.", "said")
    assert found.content.text == "“The dam held. Nobody was hurt. We are proud,”"
    assert found.form == "direct"


def test_a_quotation_after_its_attribution_goes_on_with_it() -> None:
    text = "“The dam held,” the mayor said. “Nobody was hurt in any of the villages.”"
    found = one(text, "said")
    assert [text[start:end] for start, end in found.content.spans] == [
        "“The dam held,”",
        "“Nobody was hurt in any of the villages.”",
    ]


def test_a_quotation_runs_on_over_paragraphs() -> None:
    text = "“The dam held,” the mayor said.\n“Nobody was hurt, and the villages are dry.\n“We shall rebuild the road as well.”"
    (found,) = (statement for statement in read(text) if statement.parent is None)
    assert [text[start:end] for start, end in found.content.spans] == [
        "“The dam held,”",
        "“Nobody was hurt, and the villages are dry.",
        "“We shall rebuild the road as well.”",
    ]


def test_a_quotation_two_paragraphs_after_plain_text_is_given_to_nobody() -> None:
    text = "“The dam held,” the mayor said.\nThe river rose by two metres overnight.\n“Nobody was hurt in any of the villages.”"
    (found,) = (statement for statement in read(text) if statement.cue.text == "said")
    assert found.content.text == "“The dam held,”"


def test_words_in_distancing_quotes_are_no_statement() -> None:
    assert read("The “ceasefire” held for two days.") == ()


def test_a_title_in_quotes_is_no_statement() -> None:
    assert read("She appeared in “The Long River” last spring.") == ()


def test_a_telephone_call_is_no_call_for_something() -> None:
    assert not any("call" in statement.cue.text for statement in read("The phone call between the ministers lasted an hour."))


def test_whom_one_spoke_with_is_no_content() -> None:
    assert read("The minister spoke with his counterpart on Monday.") == ()


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("“The dam held,” the mayor said.", "direct"),
        ("The mayor said the dam had “held like a rock.”", "mixed"),
        ("The mayor said the dam had held.", "indirect"),
    ],
)
def test_form_tells_how_much_is_quoted(text: str, form: str) -> None:
    assert one(text, "said").form == form


@pytest.mark.parametrize(
    ("text", "cue", "stance"),
    [
        ("The envoy said the dam was safe.", "said", "asserts"),
        ("The envoy said it was not true.", "said", "asserts"),
        ("The envoy denied that the dam was mined.", "denied", "denies"),
        ("The envoy confirmed that the dam was mined.", "confirmed", "confirms"),
        ("Marland accused Vessia of mining the dam.", "accused", "accuses"),
        ("The envoy warned that the dam might break.", "warned", "warns"),
        ("The envoy threatened to close the border.", "threatened", "threatens"),
        ("The general ordered his men to open the gates.", "ordered", "orders"),
        ("The envoy urged Marland to withdraw.", "urged", "asks"),
        ("The envoy promised to open the border.", "promised", "promises"),
        ("The envoy proposed to meet on the bridge.", "proposed", "proposes"),
        ("The envoy praised the firefighters for their courage.", "praised", "praises"),
        ("The envoy condemned the shelling of the dam.", "condemned", "condemns"),
        ("The envoy declined to comment on the shelling.", "declined to comment on", "declines"),
        ("The envoy refused to confirm the report.", "refused to confirm", "declines"),
        ("The envoy believes that the dam will break.", "believes", "thinks"),
        ("The envoy turned down the offer of talks.", "turned down", "denies"),
        ("The envoy did not respond to the charge.", "did not respond to", "declines"),
        ("The ministry put the toll at nine.", "put", "asserts"),
        ("The envoy called for strikes on the dam.", "called for", "asks"),
        ("The envoys agreed to keep a line open.", "agreed", "promises"),
        ("The envoys agreed that the dam was safe.", "agreed", "confirms"),
        ("The poll suggests that voters blame the mayor.", "suggests", "asserts"),
        ("The envoy suggested that the mayor should resign.", "suggested", "proposes"),
        ("The envoy left no doubt that the dam was mined.", "left no doubt", "asserts"),
    ],
)
def test_stance_comes_from_the_cue(text: str, cue: str, stance: str) -> None:
    assert one(text, cue).stance == stance


def test_a_denied_saying_is_negated_and_a_denied_content_is_not() -> None:
    assert one("The envoy did not say that the dam was mined.", "did not say").negated
    assert not one("The envoy said that the dam was not mined.", "said").negated


def test_a_statement_inside_another_is_as_sure_as_one_that_stands_alone() -> None:
    """What PolNeAR marks none of in contents tells nothing of how sure those are that stand there."""
    (alone,) = read("The allies reject the allegation that the dam was mined.")
    outer, *inner = read("The envoy said the allies reject the allegation that the dam was mined.")
    rejected = next(statement for statement in inner if statement.cue.text == "reject")
    assert rejected.parent == outer.id
    assert rejected.score > alone.score


def test_nested_statements_know_their_parent_and_the_chain_outermost_first() -> None:
    text = "The agency reported that the minister had said that villagers believed the dam was mined."
    agency, minister, villagers = read(text)
    assert (agency.parent, minister.parent, villagers.parent) == (None, agency.id, minister.id)
    assert [via.text for via in villagers.via] == ["The agency", "the minister"]
    assert agency.via == ()


def test_a_statement_inside_a_quotation_stays_inside_its_marks() -> None:
    found = one("“I believe the dam will hold,” the mayor said.", "believe")
    assert found.content.text == "the dam will hold"
    assert [via.text for via in found.via] == ["the mayor"]


def test_a_speaker_named_by_a_label_in_a_headline() -> None:
    found = read("Orlo: The dam will hold this winter\nThe river rose overnight.", title=True)
    assert parts(found[0]) == ("Orlo", ":", "The dam will hold this winter")


def test_a_clock_time_before_a_colon_is_no_speaker() -> None:
    assert not any(statement.cue.text == ":" for statement in read("Monday: The river rose overnight.", title=True))


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("“It held,” said Ilda Marn, the mayor of Brenk, on Tuesday.", "Ilda Marn, the mayor of Brenk,"),
        ("The mayor praised the crews and said the dam had held.", "The mayor"),
        ("The mayor visited the dam, saying the crews had saved it.", "The mayor"),
        ("The report, which warned of floods, was ignored.", "which"),
    ],
)
def test_the_source_is_found_where_the_clause_has_no_subject_of_its_own(text: str, source: str) -> None:
    assert source in {statement.source.text for statement in read(text) if statement.source}


def test_a_comment_at_the_end_of_a_sentence_is_about_all_of_it() -> None:
    reported, said = read(
        "Its ministry said the talks had been held “at the request of Arden”, the Norvian Telegraph Agency reported."
    )
    assert reported.content.text == "Its ministry said the talks had been held “at the request of Arden”"
    assert said.content.text == "the talks had been held “at the request of Arden”"
    assert (said.parent, said.via[0].text) == (reported.id, "the Norvian Telegraph Agency")


def test_a_speaker_named_behind_a_comma_is_no_apposition_of_the_word_before() -> None:
    found = one(
        "No trace of poison was found in the reservoir of the Lower Dam, the agency's director, Petra Lind, said on Monday.", "said"
    )
    assert found.source is not None
    assert found.source.text.startswith("the agency's director, Petra Lind")
    assert found.content.text == "No trace of poison was found in the reservoir of the Lower Dam"


def test_what_cannot_speak_accuses_nobody() -> None:
    found = one(
        "Norvia's ministry said that the explosion had been staged by the services and accused Kastel of a plot.", "accused"
    )
    assert parts(found) == ("Norvia's ministry", "accused", "Kastel of a plot")
    assert found.parent is None


def test_one_who_is_quoted_as_saying_speaks_inside_the_quoting() -> None:
    outer, inner = read("The agency quoted him as saying that the dam was mined.")
    assert parts(inner) == ("him", "saying", "that the dam was mined")
    assert inner.parent == outer.id


def test_a_speaker_named_behind_a_dash_in_a_headline() -> None:
    found = read("Council to discuss the threat to the dam today — Orlo\nThe river rose.", title=True)
    assert parts(found[0]) == ("Orlo", "—", "Council to discuss the threat to the dam today")


def test_an_answer_that_was_not_given_is_declined() -> None:
    (found,) = read("The consulate would not comment.")
    assert parts(found) == ("The consulate", "would not", "comment")
    assert (found.stance, found.negated) == ("declines", False)


def test_when_it_was_announced_is_no_content() -> None:
    assert not any("Monday" in statement.content.text for statement in read("The results were announced on Monday."))


def test_the_occasion_behind_a_quotation_is_no_part_of_it() -> None:
    found = one("They said their governments “reject the false claim,” in a joint statement.", "said")
    assert found.content.text == "their governments “reject the false claim,”"


@dataclass(frozen=True)
class People:
    """Referents by their exact words."""

    names: dict[str, Referent] = field(default_factory=dict)
    text: str = ""

    def at(self, span: Span) -> Referent | None:
        return self.names.get(self.text[span.start : span.end])

    def resolve(self, span: Span, *, before: int | None = None) -> tuple[Referent | None, str | None]:
        found = self.at(span)
        return (found, None) if found and (before is None or span.start >= 0) else (None, "unknown name")


def people(text: str, *names: str) -> People:
    spans = {name: Span(text.index(name), text.index(name) + len(name)) for name in names}
    return People(
        {
            name: Referent(name, "d", name, "person", (Name(name, 1),), (), (Mention(span, name, "name"),))
            for name, span in spans.items()
        },
        text,
    )


@pytest.mark.parametrize(
    ("text", "listener"),
    [
        ("Orlo told Marn that the dam had held.", "Marn"),
        ("Orlo said to Marn that the dam had held.", "Marn"),
        ("Orlo briefed Marn on the state of the dam.", "Marn"),
        ("Orlo urged Marn to open the gates.", "Marn"),
        ("Orlo repeated the claim to Marn that the dam was mined.", "Marn"),
        ("Orlo had made the claim to Marn, adding that the dam was mined.", "Marn"),
    ],
)
def test_the_addressee_is_whom_it_was_said_to(text: str, listener: str) -> None:
    found = find_statements(parse(text), people(text, "Orlo", listener))
    assert {statement.addressee for statement in found if statement.parent is None} == {listener}


def test_i_in_a_quotation_is_who_is_quoted_and_we_only_where_several_are() -> None:
    text = "“I think the dam will hold,” Orlo said. “We fear a flood,” Orlo said."
    found = {statement.cue.text: statement for statement in find_statements(parse(text), people(text, "Orlo"))}
    assert found["think"].speaker == "Orlo"
    assert [via.referent for via in found["think"].via] == ["Orlo"]
    assert (found["fear"].speaker, found["fear"].undecided) == (None, "unknown name")


def test_nobody_speaks_to_himself() -> None:
    text = "Orlo told Orlo that the dam had held."
    assert find_statements(parse(text), people(text, "Orlo"))[0].addressee is None


def test_who_talked_with_them_is_the_one_who_warned() -> None:
    text = "Defence Minister Sergo Dolan spoke with Arden, Ilmar and Vessian officials warning Brenn was preparing an attack"
    (statement,) = read(text, title=True)
    assert parts(statement) == ("Defence Minister Sergo Dolan", "warning", "Brenn was preparing an attack")


def test_a_speaker_named_behind_the_quotation_is_not_read_into_its_last_words() -> None:
    text = "“Everyone paying attention knows the vote is there to tell a newly chosen, young deputy to sit down,” Karl Chamber, chair of the League, said in a statement."
    found = {statement.cue.text: statement for statement in read(text)}
    assert parts(found["said in a statement"])[0] == "Karl Chamber, chair of the League,"


def test_a_bracket_that_opens_a_name_does_not_end_the_content_before_the_name() -> None:
    text = "Orlo spoke of “denials by the envoys that he meant to blame [President Tomas] Verin.”"
    assert one(text, "denials").content.text.endswith("blame [President Tomas] Verin")


def test_what_is_withheld_and_what_is_made_to_seem_is_no_statement() -> None:
    assert read("Marland provided few details about the calls.") == ()
    assert read("They stage attacks, making the attacks appear to be genuine.") == ()


def test_a_noun_of_nobody_within_anothers_words_is_no_statement() -> None:
    assert [one.cue.text for one in read("Orlo briefed them on the concerns about the dam.")] == ["briefed"]


def test_all_behind_a_noun_is_that_noun() -> None:
    assert parts(one("Arden and Ilmar said their governments “all reject the false charge”.", "reject"))[0] == "their governments"


def test_the_speaker_is_resolved_or_the_reason_is_told() -> None:
    text = "Orlo said the dam had held. Others said it was mined."
    first, second = find_statements(parse(text), people(text, "Orlo"))
    assert (first.speaker, first.undecided) == ("Orlo", None)
    assert (second.speaker, second.undecided) == (None, "unknown name")


WORDS = ["Orlo", "said", "“", "”", '"', "that", "the", "dam", "held", ",", ".", "according to", "denied", "it", "told", "Marn", ":", "[", "]", "\n", "‘", "’"]  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_spans_stand_in_the_text_whatever_the_text(words: list[str]) -> None:
    text = " ".join(words)
    found = read(text)
    for statement in found:
        for passage in (statement.source, statement.cue, statement.content):
            if passage is not None:
                assert passage.text == " ".join(text[start:end] for start, end in passage.spans)
                assert all(0 <= start < end <= len(text) for start, end in passage.spans)
                assert all(before.end <= after.start for before, after in zip(passage.spans, passage.spans[1:], strict=False))
        assert 0 < statement.score < 1
    assert len({statement.id for statement in found}) == len(found)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_no_statement_stands_inside_itself(words: list[str]) -> None:
    parents = {statement.id: statement.parent for statement in read(" ".join(words))}
    for start, parent in parents.items():
        chain = [start]
        at = parent
        while at is not None:
            assert at not in chain
            chain.append(at)
            at = parents[at]


def test_the_same_twice() -> None:
    text = "“The dam held,” the mayor said.\nVessia denied that it had mined the dam."
    assert read(text) == read(text)
