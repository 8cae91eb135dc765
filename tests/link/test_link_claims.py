from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quoth.language.encoder.reader import SIZE, Vectors
from quoth.link import placing
from quoth.link.claims import align_claims
from quoth.link.ground import Ground
from quoth.link.nearby import LEAST
from quoth.link.origins import Lineage, find_silences
from quoth.link.stances import merge_stances, take_stance
from quoth.link.wordings import choose_wording
from quoth.records import (
    Actor,
    Claim,
    Copy,
    Document,
    Modality,
    Passage,
    PositionStance,
    Proposition,
    Receipt,
    Silence,
    Span,
    Stance,
    Statement,
    Story,
)  # fmt: skip

DOCUMENTS = ("a", "b", "c", "d")
ACTORS = ("Vessia", "Marland", "Orrin", "Tilde Voss")
POISON = ("poison", ("reservoir", "lower", "dam"))


def actor(name: str) -> Actor:
    person = " " in name
    return Actor(name, name, "person" if person else "state", "Vessia" if person else name, (f"r-{name}",), ())


def document(name: str) -> Document:
    return Document(
        id=name, article=name, input_id=None, outlet=f"Outlet {name}", url=None, title=None, authors=(), published=f"2025-03-1{name!s}"[:8],
        published_from="metadata", fetched=None, language="en", sha256="", origin=None, text="", original="",
    )  # fmt: skip


def ground(*, copies: Sequence[Copy] = (), members: dict[str, tuple[str, ...]] | None = None) -> Ground:
    actors = {name: actor(name) for name in ACTORS}
    return Ground(
        documents={name: replace(document(name), published=f"2025-03-1{place}") for place, name in enumerate(DOCUMENTS)},
        actors=actors,
        actor_of={f"r-{name}": name for name in ACTORS},
        members=members or {},
        copies=copies,
        stories=(Story("s", "Dam", DOCUMENTS, None, None),),
    )


def proposition(
    subject: str, deed: tuple[str, tuple[str, ...]] = POISON, *, negated: bool = False, modality: Modality = "will", **more: Any
) -> Proposition:
    doer = (subject.lower(),) if subject else ()
    words = (*doer, deed[0], *deed[1])
    names = tuple(word.title() for word in (*doer, *more.pop("names", ())))
    return Proposition(deed[0], doer, deed[1], words, names, negated=negated, modality=modality, **more)


def statement(
    name: str,
    speaker: str | None,
    content: Proposition | None,
    text: str = "Vessia will poison the reservoir of the lower dam",
    **more: Any,
) -> Statement:
    """``name`` is the document and a number: its place there."""
    place = int(name[1:]) * 200
    values: dict[str, Any] = {
        "id": name, "document": name[0], "form": "indirect", "stance": "asserts", "source": None,
        "cue": Passage("said", (Span(place, place + 4),)), "content": Passage(text, (Span(place + 5, place + 5 + len(text)),)),
        "speaker": f"r-{speaker}" if speaker else None, "undecided": None if speaker else "no source", "addressee": None, "via": (),
        "parent": None, "negated": False, "score": 1.0, "time": None, "proposition": content,
    }  # fmt: skip
    return Statement(**(values | more))


def only(claims: Sequence[Claim]) -> Claim:
    assert len(claims) == 1, claims
    return claims[0]


def stands(claim: Claim) -> dict[str, str]:
    return {position.actor: position.stance for position in claim.positions}


def test_what_one_asserts_and_another_denies_is_one_contested_claim() -> None:
    found = align_claims(
        [statement("a1", "Marland", proposition("Vessia")), statement("b1", "Vessia", proposition("Vessia"), stance="denies")],
        ground=ground(),
    )
    assert stands(only(found)) == {"Marland": "asserts", "Vessia": "denies"}


def test_the_mirror_image_of_a_claim_is_another_claim() -> None:
    ours = [statement("a1", "Marland", proposition("Vessia")), statement("b1", "Orrin", proposition("Vessia"))]
    theirs = [statement("c1", "Vessia", proposition("Marland")), statement("d1", "Orrin", proposition("Marland"))]
    found = align_claims([*ours, *theirs], ground=ground())
    assert sorted([each.statement for each in claim.statements] for claim in found) == [["a1", "b1"], ["c1", "d1"]]


def test_a_negated_content_denies_what_the_others_assert() -> None:
    no = statement("b1", "Vessia", proposition("Vessia", negated=True), "Vessia will not poison the reservoir of the lower dam")
    found = align_claims([statement("a1", "Marland", proposition("Vessia")), no], ground=ground())
    assert stands(only(found)) == {"Marland": "asserts", "Vessia": "denies"}


def test_a_phrase_that_one_names_and_another_rejects_is_no_claim() -> None:
    named = Proposition(None, (), ("poison", "reservoir", "dam"), ("poison", "reservoir", "dam"), (), negated=False, modality="did")
    text = "the poison for the reservoir of the dam"
    asked = statement("a1", "Marland", named, text)
    rejected = statement("b1", "Vessia", proposition("Vessia", modality="did"), stance="denies")
    assert align_claims([asked, rejected], ground=ground()) == ()
    assert stands(only(align_claims([replace(asked, stance="accuses"), rejected], ground=ground())))["Vessia"] == "denies"


def test_a_claim_that_all_state_in_the_negative_is_asserted() -> None:
    no = proposition("Vessia", negated=True)
    found = align_claims([statement("a1", "Marland", no), statement("b1", "Orrin", no)], ground=ground())
    assert stands(only(found)) == {"Marland": "asserts", "Orrin": "asserts"}


def test_who_denies_what_all_others_state_in_the_negative_says_as_they_do() -> None:
    no, said = proposition("Vessia", negated=True), "Vessia will not poison the reservoir of the lower dam"
    with_them = statement("c1", "Vessia", proposition("Vessia"), stance="denies")
    against = statement("d1", "Tilde Voss", no, said, stance="denies")
    found = align_claims(
        [statement("a1", "Marland", no, said), statement("b1", "Orrin", no, said), with_them, against], ground=ground()
    )
    assert stands(only(found)) == {"Marland": "asserts", "Orrin": "asserts", "Vessia": "asserts", "Tilde Voss": "denies"}


def test_each_member_of_a_joint_statement_takes_its_stance() -> None:
    joint = ground(members={"r-both": ("r-Marland", "r-Orrin")})
    found = align_claims(
        [statement("a1", "Tilde Voss", proposition("Vessia")), statement("b1", "both", proposition("Vessia"), stance="denies")],
        ground=joint,
    )
    assert stands(only(found)) == {"Tilde Voss": "asserts", "Marland": "denies", "Orrin": "denies"}


def test_a_source_that_means_the_speakers_again_is_theirs() -> None:
    joint = ground(members={"r-both": ("r-Marland", "r-Orrin")})
    reject = proposition("", ("reject", ("allegation", "vessia", "poison", "reservoir")), modality="did")
    outer = statement("b1", "both", reject)
    inner = statement(
        "b2", None, proposition("Vessia"), stance="denies", parent="b1", source=Passage("our governments", (Span(0, 1),))
    )
    claim = only(align_claims([statement("a1", "Tilde Voss", proposition("Vessia")), outer, inner], ground=joint))
    assert stands(claim) == {"Tilde Voss": "asserts", "Marland": "denies", "Orrin": "denies"}


def test_who_only_passes_a_claim_on_takes_no_stance_on_it() -> None:
    outer = statement("a1", "Orrin", proposition("Vessia"))
    inner = statement("a2", "Marland", proposition("Vessia"), parent="a1")
    claim = only(align_claims([outer, inner, statement("b1", "Tilde Voss", proposition("Vessia"))], ground=ground()))
    assert stands(claim) == {"Marland": "asserts", "Tilde Voss": "asserts"}


def test_who_denies_what_another_claims_inside_is_kept_with_the_claim() -> None:
    outer = statement("a1", "Orrin", proposition("Vessia"), stance="denies")
    inner = statement("a2", "Marland", proposition("Vessia"), stance="accuses", parent="a1")
    assert stands(only(align_claims([outer, inner], ground=ground()))) == {"Orrin": "denies", "Marland": "asserts"}


def test_a_possibility_is_a_hedge() -> None:
    may = proposition("Vessia", modality="may")
    found = align_claims([statement("a1", "Marland", may), statement("b1", "Orrin", proposition("Vessia"))], ground=ground())
    assert stands(only(found)) == {"Marland": "hedges", "Orrin": "asserts"}


def test_what_was_done_and_what_is_planned_are_two_claims() -> None:
    did = proposition("Vessia", modality="did", tense="past")
    over = statement("a1", "Marland", did, text="Vessia poisoned the reservoir of the lower dam")
    found = align_claims([over, statement("b1", "Orrin", proposition("Vessia"))], ground=ground())
    assert found == ()


def test_the_same_deed_in_two_places_is_two_claims() -> None:
    first = proposition("Vessia", ("shell", ("bridge", "miln")), modality="did", names=("miln",))
    second = proposition("Vessia", ("shell", ("bridge", "orrin")), modality="did", names=("orrin",))
    assert align_claims([statement("a1", "Marland", first), statement("b1", "Orrin", second)], ground=ground()) == ()


def test_other_numbers_are_other_claims() -> None:
    three = proposition("", ("kill", ("people", "explosion", "lower", "dam")), modality="did", numbers=(3.0,))
    nine = replace(three, numbers=(9.0,))
    assert align_claims([statement("a1", "Marland", three), statement("b1", "Orrin", nine)], ground=ground()) == ()


def test_two_wordings_of_one_deed_meet() -> None:
    first = proposition("Vessia", ("attack", ("bridge", "ferry")), modality="did")
    second = proposition("Vessia", ("shell", ("bridge", "ferry")), modality="did")
    claim = only(align_claims([statement("a1", "Marland", first), statement("b1", "Orrin", second)], ground=ground()))
    assert claim.texts == 2


def test_a_single_statement_is_no_claim() -> None:
    assert align_claims([statement("a1", "Marland", proposition("Vessia"))], ground=ground()) == ()


def test_a_statement_and_its_reprint_are_no_claim() -> None:
    edge = Copy("e", "b", "a", "verbatim", 1.0, decided=True, receipt=Receipt("", (), ()))
    said = [statement("a1", "Marland", proposition("Vessia")), statement("b1", "Marland", proposition("Vessia"))]
    assert align_claims(said, ground=ground(copies=(edge,))) == ()
    assert len(align_claims(said, ground=ground())) == 1


def test_statements_that_were_not_made_take_no_stance_but_disbelief_doubts() -> None:
    made = statement("a1", "Marland", proposition("Vessia"))
    unsaid = statement("b1", "Orrin", proposition("Vessia"), negated=True)
    cue = Passage("does not believe", (Span(200, 216),))
    disbelief = statement("c1", "Tilde Voss", proposition("Vessia"), stance="thinks", act="believe", cue=cue, negated=True)
    assert stands(only(align_claims([made, unsaid, disbelief], ground=ground()))) == {"Marland": "asserts", "Tilde Voss": "doubts"}


def test_questions_and_orders_make_no_claim() -> None:
    said = [
        statement("a1", "Marland", proposition("Vessia"), stance="asks"),
        statement("b1", "Orrin", proposition("Vessia"), stance="orders"),
    ]
    assert align_claims(said, ground=ground()) == ()


def test_silence_names_the_outlets_in_which_a_claim_was_not_found() -> None:
    claim = only(
        align_claims(
            [statement("a1", "Marland", proposition("Vessia")), statement("b1", "Orrin", proposition("Vessia"))], ground=ground()
        )
    )
    assert claim.silent == (Silence("Outlet c", ("c",)), Silence("Outlet d", ("d",)))


def test_two_names_of_one_outlet_are_not_silent_where_one_speaks() -> None:
    documents = {"a": replace(document("a"), outlet="NTA"), "b": replace(document("b"), outlet="nta.example"), "c": document("c")}
    assert find_silences(("a", "b", "c"), ("a",), documents) == (Silence("Outlet c", ("c",)),)


def test_origins_are_an_interval_from_all_edges_to_the_sure_ones() -> None:
    def edge(copy: str, source: str, kind: str, *, decided: bool) -> Copy:
        return Copy(copy, copy, source, kind, 1.0, decided=decided, receipt=Receipt("", (), ()))  # type: ignore[arg-type]

    lineage = Lineage.of([edge("b", "a", "verbatim", decided=True), edge("c", "a", "citation", decided=False)])
    assert lineage.origins("abcd") == (2, 3)
    assert Lineage.of([edge("b", "a", "verbatim", decided=False)]).origins("ab") == (1, 1)
    assert Lineage.of([edge("b", "a", "rewrite", decided=True)]).origins("ab") == (1, 1)
    assert lineage.origins("cd") == (None, None)
    assert lineage.origins("a") == (1, 1)
    assert len(set(lineage.text_of("abcd").values())) == 3


def test_a_claim_is_worded_by_its_clearest_statement() -> None:
    vague = statement("a1", "Marland", proposition(""), "of planning to poison the reservoir")
    clear = statement("b1", "Orrin", proposition("Vessia"), "that Vessia is preparing to poison the reservoir of the dam.”")
    assert choose_wording([(vague, "asserts"), (clear, "asserts")]) == "Vessia is preparing to poison the reservoir of the dam"


@pytest.mark.parametrize(
    ("stance", "modality", "opposed", "taken"),
    [
        ("accuses", "did", False, "asserts"),
        ("asserts", "did", True, "denies"),
        ("asserts", "may", False, "hedges"),
        ("denies", "may", False, "denies"),
        ("denies", "did", True, "asserts"),
        ("doubts", "did", True, "hedges"),
        ("declines", "did", True, "declines"),
        ("orders", "did", False, None),
    ],
)
def test_a_stance_on_a_content_becomes_one_on_the_claim(
    stance: Stance, modality: Modality, *, opposed: bool, taken: PositionStance | None
) -> None:
    assert take_stance(stance, unsaid=False, modality=modality, opposed=opposed) == taken


def test_an_actor_that_asserts_and_denies_stands_mixed() -> None:
    assert merge_stances({"asserts", "hedges"}) == "asserts"
    assert merge_stances({"denies", "doubts"}) == "denies"
    assert merge_stances({"asserts", "doubts"}) == "mixed"
    with pytest.raises(ValueError, match="No stances"):
        merge_stances(set())


SAID = st.builds(
    lambda place, speaker, subject, stance, negated: (place, speaker, subject, stance, negated),
    st.tuples(st.sampled_from(DOCUMENTS), st.integers(1, 6)),
    st.sampled_from([*ACTORS, None]),
    st.sampled_from(["Vessia", "Marland", ""]),
    st.sampled_from(["asserts", "denies", "doubts", "accuses", "asks"]),
    st.booleans(),
)


@settings(max_examples=80, deadline=None)
@given(st.lists(SAID, max_size=10, unique_by=lambda said: said[0]), st.randoms(use_true_random=False))
def test_order_changes_nothing_and_no_statement_stands_in_two_claims(said: list[tuple[Any, ...]], random: Any) -> None:
    made = [
        statement(f"{place[0]}{place[1]}", speaker, proposition(subject, negated=negated), stance=stance)
        for place, speaker, subject, stance, negated in said
    ]
    claims = align_claims(made, ground=ground())
    used = [each.statement for claim in claims for each in claim.statements]
    assert len(used) == len(set(used))
    assert all(
        set(position.statements) <= {each.statement for each in claim.statements}
        for claim in claims
        for position in claim.positions
    )
    random.shuffle(made)
    assert align_claims(made, ground=ground()) == claims


class Apart:
    """Places every text so far from every other that none is looked up by it, and near enough that words decide."""

    def read(self, texts: Sequence[str]) -> Vectors:
        vectors = np.zeros((len(texts), SIZE), np.float32)
        vectors[:, 0] = (LEAST - 0.05) ** 0.5
        for place in range(len(texts)):
            vectors[place, place + 1] = (1 - (LEAST - 0.05)) ** 0.5
        return vectors


@pytest.mark.parametrize(("days", "claims"), [(("2025-02~", "2025-02~"), 1), ((None, None), 0), (("2025-03-10", "2025-03-11"), 0)])
def test_two_tellings_of_what_somebody_said_long_before_meet_whatever_their_words(
    days: tuple[str, str], claims: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(placing, "load_statement_encoder", Apart)
    tail = "so as to move its troops up to the bank of the river Korva"
    stage = proposition("Vessia", ("stage", ("incident", "weir")), modality="may")
    strike = proposition("Vessia", ("operation", ("mirror", "sluice")), modality="may")
    found = align_claims(
        [
            statement("a1", "Marland", stage, f"Vessia might stage an incident at the weir {tail}", time=days[0]),
            statement("b1", "Marland", strike, f"Vessia might plan a mirror operation at the sluice {tail}", time=days[1]),
        ],
        ground=ground(),
    )
    assert len(found) == claims
