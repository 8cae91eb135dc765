"""Figures of one thing, in the sentences that they stand in: which contradict each other, and which only look so."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from quoth.link.figures import dispute_figures
from quoth.link.ground import Ground
from quoth.link.voices import Voices
from quoth.records import Actor, Copy, Disagreement, Document, Passage, Quantity, Receipt, Span, Statement, Story

Told = tuple[str, str, float, str, Mapping[str, Any]]
"""Text, the figure's words in it, its value, what it counts, and what else is known of it."""


def article(
    name: str, text: str, *, outlet: str | None = None, published: str = "2031-05-02", title: str | None = None
) -> Document:
    return Document(
        id=name, article=name, input_id=None, outlet=outlet or f"Outlet {name}", url=None, title=title, authors=(), published=published,
        published_from="metadata", fetched=None, language="en", sha256="", origin=None, text=text, original="",
    )  # fmt: skip


def figure(document: Document, words: str, value: float, of: str, **known: Any) -> Quantity:
    start = document.text.index(words)
    span = Span(start, start + len(words))
    told = {"low": value, "high": value, "unit": None, "as_of": None, "statement": None, "where": None} | known
    return Quantity(id=f"{document.id}{start}", document=document.id, span=span, text=words, value=value, of=of, **told)


def dispute(
    *figures: Quantity, documents: tuple[Document, ...], copies: tuple[Copy, ...] = (), said: Mapping[str, Statement] | None = None
) -> list[Disagreement]:
    ground = Ground(
        documents={one.id: one for one in documents},
        actors={"marsh": Actor("marsh", "Ada Marsh", "person", None, ("r-marsh",), ()), "vale": Actor("vale", "Vale police", "body", None, ("r-vale",), ())},
        actor_of={"r-marsh": "marsh", "r-vale": "vale"},
        copies=copies,
        stories=(Story("s", "", tuple(one.id for one in documents), None, None),),
    )  # fmt: skip
    statements = said or {}
    return dispute_figures(figures, statements=statements, ground=ground, voices=Voices.among(ground, statements))


def compare(first: str, second: str, **known: Any) -> list[Disagreement]:
    """Points over two articles, whose figures stand between brackets: "[40|people] were killed"."""
    documents, figures = [], []
    for name, text in zip("ab", (first, second), strict=True):
        before, _, rest = text.partition("[")
        marked, _, after = rest.partition("]")
        words, value, of = marked.split("|")
        document = article(name, before + words + after)
        documents.append(document)
        figures.append(figure(document, words, float(value), of, **known))
    return dispute(*figures, documents=tuple(documents))


def test_an_outlets_own_figure_against_anothers_is_a_point_with_the_words_of_both() -> None:
    (found,) = compare(
        "A barge sank on Lake Ormel on Monday, and at least [12 people|12|killed] drowned off Tarsk.",
        "The barge that sank on Lake Ormel cost [19 lives|19|killed], Tarsk learnt overnight.",
        unit="people",
    )
    assert (found.kind, found.about, [one.value for one in found.readings]) == ("figure", "killed", ["12", "19"])
    given = [one for reading in found.readings for one in reading.given]
    assert [(one.document, one.statement) for one in given] == [("a", None), ("b", None)]
    assert [one.statements for one in found.readings] == [(), ()]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("A gunman killed [seven people|7|killed] in Tarsk, near the harbour bridge.", "A gunman killed [nine people|9|killed] in Ormel, near the harbour bridge."),
        ("[Three Vessians|3|killed] died when rockets hit the Tarsk depot.", "[Nine Marlanders|9|killed] died when rockets hit the Tarsk depot."),
        ("Rockets hit the Tarsk depot and [four children|4|killed] died.", "Rockets hit the Tarsk depot and [eleven people|11|killed] died."),
        ("Tarsk police said the toll rose from [five|5|killed] in the depot blast.", "Tarsk police counted [nine|9|killed] after the depot blast."),
        ("Rumours of [nine dead|9|killed] in the Tarsk depot blast spread quickly.", "The Tarsk depot blast left [four dead|4|killed], doctors said."),
        ("The Tarsk depot blast killed four people, not [nine|9|killed] as first told.", "The Tarsk depot blast left [four dead|4|killed], doctors said."),
        ("Each year [40 people|40|killed] die on the Tarsk depot road.", "The crash on the Tarsk depot road killed [nine people|9|killed]."),
    ],
    ids=["another place", "another people", "a part of the whole", "what it rose from", "what is rumoured", "what is corrected", "a rate"],
)  # fmt: skip
def test_figures_that_only_look_alike_are_no_point(first: str, second: str) -> None:
    assert compare(first, second, unit="people") == []


def test_any_other_noun_is_of_one_thing_only_where_its_surroundings_say_so() -> None:
    told = "Engineers of the Ormel cableway replaced [{}|{}|gondolas] above Tarsk after the frost."
    (found,) = compare(told.format("14 gondolas", 14), told.format("22 gondolas", 22))
    assert (found.about, [one.value for one in found.readings]) == ("gondolas", ["14", "22"])
    assert compare(told.format("14 gondolas", 14), "The museum in Pell shows [22 gondolas|22|gondolas] of painted wood.") == []


def test_shares_of_polls_are_left_to_their_polls() -> None:
    told = "In the Ormel cableway poll [{}|{}|voters] of Tarsk voters backed the engineers."
    assert compare(told.format("41 percent", 41), told.format("55 percent", 55), unit="percent") == []


def test_weeks_later_a_toll_is_of_another_day() -> None:
    first = article("a", "The Tarsk depot blast killed 4 people.")
    later = article("b", "The Tarsk depot blast killed 9 people.", published="2031-06-20")
    figures = [figure(first, "4 people", 4, "killed", unit="people"), figure(later, "9 people", 9, "killed", unit="people")]
    assert dispute(*figures, documents=(first, later)) == []


def test_a_retraction_gives_no_figure() -> None:
    first = article("a", "The Tarsk depot blast killed 4 people.")
    back = article("b", "We wrote that the Tarsk depot blast killed 9 people.", title="Retraction: the Tarsk depot blast")
    figures = [figure(first, "4 people", 4, "killed", unit="people"), figure(back, "9 people", 9, "killed", unit="people")]
    assert dispute(*figures, documents=(first, back)) == []


def test_what_is_told_as_a_sum_of_both_is_no_point() -> None:
    parts = article("a", "A gunman killed 22 people in Tarsk. Another killed 9 people in Pell.")
    whole = article("b", "The shootings in Tarsk and Pell left 31 people dead.")
    figures = [
        figure(parts, "22 people", 22, "killed", unit="people"), figure(parts, "9 people", 9, "killed", unit="people"),
        figure(whole, "31 people", 31, "killed", unit="people"),
    ]  # fmt: skip
    assert dispute(*figures, documents=(parts, whole)) == []


def test_a_reprint_is_no_second_account() -> None:
    first, again = article("a", "The Tarsk depot blast killed 4 people."), article("b", "The Tarsk depot blast killed 9 people.")
    figures = [figure(first, "4 people", 4, "killed", unit="people"), figure(again, "9 people", 9, "killed", unit="people")]
    edge = Copy("c", "b", "a", "verbatim", 1.0, decided=True, receipt=Receipt("", (), ()))
    assert len(dispute(*figures, documents=(first, again))) == 1
    assert dispute(*figures, documents=(first, again), copies=(edge,)) == []


def said(name: str, speaker: str, document: Document, words: str) -> Statement:
    start = document.text.index(words)
    return Statement(
        id=name, document=document.id, form="indirect", stance="asserts", source=None, cue=Passage("said", (Span(0, 1),)),
        content=Passage(words, (Span(start, start + len(words)),)), speaker=speaker, undecided=None, addressee=None, via=(), parent=None,
        negated=False, score=1.0, time=None, proposition=None,
    )  # fmt: skip


def test_two_tolls_in_one_article_are_a_point_where_two_parties_give_them() -> None:
    text = "Vale police said 30 rebels had been killed at Tarsk. Ada Marsh said 90 rebels had been killed at Tarsk."
    told = article("a", text)
    other = article("b", "Fighting went on near Tarsk, and 2 rebels were arrested.")
    statements = {
        "x": said("x", "r-vale", told, "30 rebels had been killed at Tarsk"), "y": said("y", "r-marsh", told, "90 rebels had been killed at Tarsk"),
    }  # fmt: skip
    figures = [
        figure(told, "30 rebels", 30, "killed", unit="people", statement="x"), figure(told, "90 rebels", 90, "killed", unit="people", statement="y"),
        figure(other, "2 rebels", 2, "arrested", unit="people"),
    ]  # fmt: skip
    (found,) = dispute(*figures, documents=(told, other), said=statements)
    assert [(one.value, one.actors) for one in found.readings] == [("30", ("vale",)), ("90", ("marsh",))]


@pytest.mark.parametrize(
    ("unit", "points"),
    [("sievert per hour", [["0.3", "1.9"]]), ("people", [])],
)
def test_measures_that_one_article_sets_against_each_other_may_lie_far_apart(unit: str, points: list[list[str]]) -> None:
    text = "The mine measured 1.9 at Tarsk, Ada Marsh said. Vale police put the peak there at 0.3."
    told, other = article("a", text), article("b", "At Tarsk 2 rebels were arrested.")
    statements = {
        "x": said("x", "r-marsh", told, "The mine measured 1.9 at Tarsk"),
        "y": said("y", "r-vale", told, "the peak there at 0.3"),
    }
    figures = [
        figure(told, "1.9", 1.9, "measured", unit=unit, statement="x"), figure(told, "0.3", 0.3, "peak", unit=unit, statement="y"),
        figure(other, "2 rebels", 2, "arrested", unit="people"),
    ]  # fmt: skip
    found = dispute(*figures, documents=(told, other), said=statements)
    assert [[one.value for one in each.readings] for each in found] == points


def told_by(*tellings: tuple[str, float, str]) -> Disagreement:
    """The point over articles in which a party gives a toll each: who, how many, on which day."""
    documents, statements, figures = [], {}, []
    for number, (who, value, day) in enumerate(tellings):
        words = f"{value:g} people were killed in the Tarsk depot blast"
        one = article(f"a{number}", f"{who} said {words}.", published=day)
        documents.append(one)
        statements[f"s{number}"] = said(f"s{number}", who, one, words)
        figures.append(figure(one, f"{value:g} people", value, "killed", unit="people", statement=f"s{number}"))
    (found,) = dispute(*figures, documents=tuple(documents), said=statements)
    return found


def test_one_party_revises_its_own_figures_and_rivals_revise_nobodys() -> None:
    own = told_by(("r-vale", 4, "2031-05-02"), ("r-vale", 7, "2031-05-03"))
    assert own.revised
    rival = told_by(("r-vale", 4, "2031-05-02"), ("r-vale", 7, "2031-05-03"), ("r-marsh", 12, "2031-05-03"))
    assert not rival.revised
    assert {one.value: one.replaced for one in rival.readings} == {"4": ("vale",), "7": (), "12": ()}
    both = told_by(
        ("r-vale", 4, "2031-05-02"), ("r-vale", 7, "2031-05-03"), ("r-marsh", 5, "2031-05-02"), ("r-marsh", 12, "2031-05-03")
    )
    assert not both.revised
    assert {one.value: one.replaced for one in both.readings} == {"4": ("vale",), "5": ("marsh",), "7": (), "12": ()}


def test_what_is_told_more_closely_than_a_bound_stands_with_it() -> None:
    text = "The Tarsk depot blast killed {} on Monday."
    documents = [
        article(name, text.format(words)) for name, words in (("a", "4 people"), ("b", "more than 11 people"), ("c", "12 people"))
    ]
    figures = [figure(one, words, value, "killed", unit="people", high=None if "more" in words else value)
               for one, words, value in zip(documents, ("4 people", "more than 11 people", "12 people"), (4, 11, 12), strict=True)]  # fmt: skip
    (found,) = dispute(*figures, documents=tuple(documents))
    assert [one.value for one in found.readings] == ["4", "11", "12"]


def test_a_toll_of_one_story_that_is_given_again_in_other_words_stands_with_it() -> None:
    texts = [("a", "The Tarsk depot blast killed 4 people."), ("b", "The Tarsk depot blast killed 9 people."), ("c", "Officials confirmed 9 dead."), ("d", "In Pell nobody knew of 9 dead.")]  # fmt: skip
    documents = tuple(article(name, text) for name, text in texts)
    told = [figure(one, words, value, "killed", unit="people") for one, words, value in zip(documents, ("4 people", "9 people", "9 dead", "9 dead"), (4, 9, 9, 9), strict=True)]  # fmt: skip
    (found,) = dispute(*told, documents=documents)
    assert [(one.value, one.documents) for one in found.readings] == [("4", ("a",)), ("9", ("b", "c"))]


def crates(*texts: str) -> list[Disagreement]:
    """Points over articles that each tell of "N crates"."""
    documents = tuple(article(name, text) for name, text in zip("abcdef", texts, strict=False))
    numbers = [next(word for word in one.text.split() if word.isdigit()) for one in documents]
    told = zip(documents, numbers, strict=True)
    return dispute(*(figure(one, f"{number} crates", float(number), "crates") for one, number in told), documents=documents)


TELLINGS = (
    "The patrol opened 40 crates at dawn.",
    "A false bulkhead hid 40 crates, said Brand.",
    "Carts took 40 crates to the harbour.",
)


def test_a_noun_that_several_texts_give_one_figure_counts_one_thing_in_the_story_whatever_stands_beside_it() -> None:
    (found,) = crates(*TELLINGS, "By tonight it was 62 crates.")
    assert [one.value for one in found.readings] == ["40", "62"]


def test_a_noun_that_few_texts_count_may_count_two_things() -> None:
    assert crates(*TELLINGS[:2], "By tonight it was 62 crates.") == []


def test_a_small_number_of_a_noun_that_several_texts_give_may_count_two_things() -> None:
    few = [one.replace("40", "4") for one in TELLINGS]
    assert crates(*few, "By tonight it was 9 crates.") == []


@pytest.mark.parametrize(
    ("of", "unit", "words", "other"),
    [("killed", "people", "40 dead", "62 dead"), ("aid", "USD", "$40m in aid", "$62m in aid")],
    ids=["a toll", "a sum"],
)
def test_a_toll_or_a_sum_that_several_texts_give_is_not_each_other_one_of_the_story(
    of: str, unit: str, words: str, other: str
) -> None:
    texts = ("At dawn came word of {}.", "Brand’s list had {}.", "The harbour office told of {}.")
    documents = [article(name, text.format(words)) for name, text in zip("abc", texts, strict=True)]
    far = article("d", f"Near Pell a clerk spoke of {other}.")
    told = [figure(one, words, 40, of, unit=unit) for one in documents]
    assert dispute(*told, figure(far, other, 62, of, unit=unit), documents=(*documents, far)) == []


def test_a_long_blank_at_the_end_of_a_line_is_no_word() -> None:
    text = "Brand spoke" + " " * 20 + "\nThe patrol opened 40 crates at dawn."
    assert crates(text, *TELLINGS[1:], "By tonight it was 62 crates.") != []


def test_a_figure_that_holds_on_one_of_two_days_says_both() -> None:
    (found,) = compare(
        "A barge sank on Lake Ormel on Monday, and at least [12 people|12|killed] drowned off Tarsk.",
        "The barge that sank on Lake Ormel cost [19 lives|19|killed], Tarsk learnt overnight.",
        unit="people",
        as_of="[2031-04-30T22:00,2031-05-01]",
    )
    assert {one.as_of for one in found.readings} == {"[2031-04-30,2031-05-01]"}


def test_a_toll_is_its_articles_only_one_though_a_part_of_it_is_told_beside() -> None:
    first = article(
        "a", "The station at the weir stands. 14 injured were counted by dawn.", outlet="Vale police", published="2031-05-02"
    )
    second = article(
        "b", "Five killed, 21 injured, two of them badly. The hall is clear.", outlet="Vale police", published="2031-05-03"
    )
    known: dict[str, Any] = {"unit": "people"}
    told = [
        figure(first, "14 injured", 14, "injured", as_of="2031-05-02", **known),
        figure(second, "21 injured", 21, "injured", as_of="2031-05-03", **known),
        figure(second, "two of them", 2, "injured", as_of="2031-05-03", **known),
    ]
    (found,) = dispute(*told, documents=(first, second))
    assert ([reading.value for reading in found.readings], found.revised) == (["14", "21"], True)


def test_a_toll_on_which_accounts_differ_says_whom_it_counts_where_they_do() -> None:
    known: dict[str, Any] = {"unit": "people"}
    (found,) = compare(
        "On Lake Ormel the patrol said [at least 12 smugglers|12|killed] had drowned off Tarsk.",
        "The patrol on Lake Ormel says it killed [19 smugglers|19|killed] off Tarsk.",
        **known,
    )
    assert found.about == "killed (smugglers)"
    (plain,) = compare(
        "On Lake Ormel the patrol said [at least 12 people|12|killed] had drowned off Tarsk.",
        "The patrol on Lake Ormel says it killed [19 smugglers|19|killed] off Tarsk.",
        **known,
    )
    assert plain.about == "killed"
