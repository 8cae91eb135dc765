from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoth.lexicon.gazetteer import bodies, known_at
from quoth.lexicon.names import family_of, fold, is_demonym_of, may_be_one, surname_of
from quoth.lexicon.states import states


@pytest.mark.parametrize(
    ("text", "state"),
    [("UK", "United Kingdom"), ("British", "United Kingdom"), ("Britons", "United Kingdom"), ("Russian Federation", "Russia"), ("U.S.", "United States")],
)  # fmt: skip
def test_names_adjectives_and_people_lead_to_the_state(text: str, state: str) -> None:
    assert states().of(text) == state


def test_a_capital_means_its_state_only_where_asked() -> None:
    assert states().of("Kiev") is None
    assert states().meant_by("Kiev") == states().meant_by("Kyiv") == "Ukraine"
    assert states().spellings["Kiev"] == states().spellings["Kyiv"]


def test_words_are_read_as_written() -> None:
    assert states().of("us") is None
    assert states().of("polish") is None


def test_every_state_has_its_own_name_and_no_capital_is_a_state_of_another_name() -> None:
    assert all(states().names[name] == name for name in set(states().names.values()))
    both = set(states().capitals) & set(states().names)
    assert all(states().names[city] == states().capitals[city] for city in both)


def test_a_body_has_one_record_under_all_its_names() -> None:
    assert bodies()["Pentagon"] == bodies()["Department of Defense"] == bodies()["US Department of Defense"]
    assert bodies()["Pentagon"].country == "United States"


def test_the_longest_known_name_is_found_and_only_whole_words() -> None:
    text = "The U.S. State Department and Washington Post, Russians, Ukrainewide"
    found = known_at(text, 4, "U.S.")
    assert found is not None
    assert (found[0], found[1].name) == ("U.S. State Department", "US Department of State")
    assert known_at(text, text.index("Ukrainewide"), "Ukrainewide") is None


def test_a_known_name_may_run_over_a_line_break() -> None:
    found = known_at("United\nStates", 0, "United")
    assert found is not None
    assert found[1].name == "United States"


@pytest.mark.parametrize(
    ("adjective", "name"), [("Norvian", "Norvia"), ("Kasteli", "Kastel"), ("Ardenese", "Arden"), ("Ilmarish", "Ilmar")]
)
def test_an_adjective_is_told_by_its_form(adjective: str, name: str) -> None:
    assert is_demonym_of(adjective, name)


@pytest.mark.parametrize(
    ("adjective", "name"), [("Norvian", "Norland"), ("Kastel", "Kastel"), ("Martinet", "Martin"), ("Ian", "Ia")]
)
def test_other_words_are_no_adjective_of_a_name(adjective: str, name: str) -> None:
    assert not is_demonym_of(adjective, name)


def test_transliterations_of_a_name_fold_alike() -> None:
    assert len({fold(name) for name in ("Zelensky", "Zelenskyy", "Zelenskiy", "Zelenskyi")}) == 1
    assert family_of("Volodymyr") == family_of("Vladimir")
    assert fold("Gerasimov") != fold("Karasimov")


def test_a_surname_stands_last_but_for_suffixes_and_joined_articles() -> None:
    assert surname_of(("Marek", "Dolan", "Jr.")) == "Dolan"
    assert surname_of(("Bashar", "al-Assad")) == "Assad"


def test_full_names_may_be_one_where_nothing_in_them_differs() -> None:
    assert may_be_one(("Sergei", "Orlov"), ("Sergey", "Orlov"))
    assert may_be_one(("D.", "Reed"), ("Donald", "J.", "Reed"))
    assert not may_be_one(("Bill", "Reed"), ("Hilda", "Reed"))
    assert not may_be_one(("George", "W.", "Reed"), ("George", "H.", "Reed"))
    assert not may_be_one(("John", "Reed"), ("John", "Reed", "Jr."))


@given(st.text(max_size=40))
def test_folding_leaves_plain_letters_and_single_spaces(text: str) -> None:
    assert set(fold(text)) <= set("abcdefghijklmnopqrstuvwxyz ")
    assert "  " not in fold(text)


@given(st.lists(st.text(alphabet="abcdeё.-'", min_size=1, max_size=6), min_size=1, max_size=4).map(tuple))
def test_any_name_may_be_itself(words: tuple[str, ...]) -> None:
    assert may_be_one(words, words)
