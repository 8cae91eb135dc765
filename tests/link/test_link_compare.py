from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quoth.extract.propositions import read_proposition
from quoth.extract.quantities import find_quantities
from quoth.extract.times import find_times
from quoth.language.english import English
from quoth.link.compare import Comparison, compare, is_one_claim
from quoth.link.said import Said, say
from quoth.records import Document, Proposition, Segment, Span, Stance


def read(text: str, published: str | None = None) -> Proposition:
    document = Document(
        id="d", article="d", input_id=None, outlet=None, url=None, title=None, authors=(), published=published,
        published_from="metadata" if published else "unknown", fetched=None, language="en", sha256="", origin=None, text=text,
        original="",
    )  # fmt: skip
    parsed = English().parse(document, (Segment("body", 0, len(text)),))
    times = find_times(parsed)
    quantities = find_quantities(parsed, (), times)
    found = read_proposition(parsed, (Span(0, len(text)),), times=times, quantities=quantities, through=True)
    assert found is not None
    return found


def hear(text: str, published: str | None = None, *, stance: Stance = "asserts") -> Said:
    return say(read(text, published), stance=stance)


def between(first: str, second: str) -> Comparison:
    return compare(hear(first), hear(second))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The harbour police boarded the ferry.", "The ferry was boarded by the harbour police."),
        ("Marland sold six tugs to Vessia.", "Vessia bought six tugs from Marland."),
        (
            "The union confirmed the arrest of two guards by the police.",
            "The union confirmed that the police had arrested two guards.",
        ),
        ("The premier has stepped down.", "The premier resigned."),
        ("At least ten bridges were washed away.", "Ten or more bridges were washed away."),
        ("Only the sexton had a key.", "Nobody but the sexton had a key."),
        ("The village lacks clean water.", "There is no clean water in the village."),
        ("The ferry might sink.", "It is possible that the ferry will sink."),
    ],
)
def test_the_same_in_other_words_is_the_same(first: str, second: str) -> None:
    compared = between(first, second)
    assert (compared.relation, compared.entails) == ("same", "both"), compared.why


@pytest.mark.parametrize(
    ("first", "second", "by"),
    [
        ("Marland sold six tugs to Vessia.", "Vessia sold six tugs to Marland.", "roles"),
        ("The guard shot the prisoner.", "The prisoner shot the guard.", "roles"),
        ("The envoy signed the treaty.", "Ada Dolan signed the treaty and the envoy watched.", "party"),
        ("Ada Dolan signed the treaty.", "Bo Lind signed the treaty.", "party"),
        ("The ferry sank on 3 May.", "The ferry sank on 4 May.", "time"),
        ("The mine employs 40 men.", "The mine employs 60 men.", "number"),
        ("The council has raised the tax.", "The council may raise the tax.", "force"),
        ("Only the sexton had a key.", "The sexton had a key.", "alone"),
        ("All the schools are shut.", "Some schools are shut.", "amount"),
        ("The ferry sank off the coast.", "The ferry sank on the coast.", "contrast"),
        ("The truce began on 5 April.", "The truce ended on 5 April.", "moment"),
    ],
)
def test_one_thing_changed_is_a_related_matter_and_it_is_told_which(first: str, second: str, by: str) -> None:
    compared = between(first, second)
    assert (compared.relation, compared.by) == ("related", by), compared.why


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The bridge has been repaired.", "The bridge has not been repaired."),
        ("The factory is open.", "The factory is shut."),
        ("Visitors may film inside the chamber.", "Filming inside the chamber is forbidden."),
        ("It was the militia and not the army that blew up the bridge.", "The army blew up the bridge."),
        ("All the schools have reopened.", "Some schools are still closed."),
        ("The harbour is likely to freeze.", "The harbour is unlikely to freeze."),
    ],
)
def test_a_denial_is_opposed_to_what_it_denies(first: str, second: str) -> None:
    compared = between(first, second)
    assert compared.relation == "opposed", compared.why


def test_whoever_denies_a_denial_says_it() -> None:
    said, denied = hear("The ministry failed to pay the nurses.", stance="denies"), hear("The ministry has paid the nurses.")
    assert compare(said, denied).relation == "same"


def test_relative_days_are_compared_as_the_days_they_are() -> None:
    first = hear("The power station was hit on Friday.", "2031-05-10")
    assert compare(first, hear("The power station was hit yesterday.", "2031-05-10")).relation == "same"
    assert compare(first, hear("The power station was hit on Friday.", "2031-05-03")).by == "time"


def test_a_day_counted_from_another_day_is_that_day() -> None:
    assert (
        between("The ballots were burned a day after the vote of 8 June.", "The ballots were burned on 9 June.").relation == "same"
    )


def test_names_and_places_alone_are_no_common_matter() -> None:
    assert between("Ada Dolan opened a library in Tessen.", "A storm hit the school in Tessen.").relation == "unrelated"


def test_a_kind_of_a_thing_entails_the_thing() -> None:
    compared = between("The ship was carrying rifles.", "The ship was carrying weapons.")
    assert (compared.relation, compared.by, compared.entails) == ("related", "kind", "first")


def test_what_is_only_feared_is_not_asserted() -> None:
    compared = compare(say(read("The crypt has been plundered."), act="fear"), hear("The crypt has been plundered."))
    assert (compared.relation, compared.by) == ("related", "assertion")


def test_a_fragment_makes_no_claim_with_whatever_holds_its_words() -> None:
    assert not is_one_claim(between("the dam", "The engineers of the dam lowered the water by night before the storm came."))
    assert is_one_claim(between("Marland shelled the lower dam.", "The lower dam was shelled by Marland."))


def test_what_is_shut_out_and_asserted_at_once_opposes_nothing() -> None:
    one = hear("Marland not Marland.")
    assert compare(one, one).relation != "opposed"


WORDS = st.sampled_from(
    "the a guard ferry dam Marland Vessia shelled sank not no may all only twelve forty on in by of at and Friday May was were open shut".split()  # noqa: SIM905 - words read better so
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, min_size=2, max_size=9), st.lists(WORDS, min_size=2, max_size=9))
def test_the_order_of_two_statements_does_not_matter_and_none_is_opposed_to_itself(first: list[str], second: list[str]) -> None:
    try:
        one, other = hear(" ".join(first) + "."), hear(" ".join(second) + ".")
    except AssertionError:
        return  # no content word
    forth, back = compare(one, other), compare(other, one)
    assert forth.relation == back.relation
    assert compare(one, one).relation in {"same", "unrelated"}
