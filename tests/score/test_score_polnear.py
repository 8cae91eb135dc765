from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoth.errors import UsageError
from quoth.records import Document, Passage, Span, Statement
from quoth.score.polnear import Count, GoldAttribution, load_polnear, outermost, parse_brat, score_article, score_polnear

TEXT = "Orlo said the dam held. It is safe, Marn added, for now."
BRAT = (
    "T1\tSource 0 4\tOrlo\n"
    "T2\tCue 5 9\tsaid\n"
    "T3\tContent 10 22\tthe dam held\n"
    "T4\tAttribution 5 9\tsaid\n"
    "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\n"
    "T5\tSource 36 40\tMarn\n"
    "T6\tCue 41 46\tadded\n"
    "T7\tContent 24 34;48 55\tIt is safe for now\n"
    "T8\tAttribution-no-source 41 46\tadded\n"
    "E2\tAttribution-no-source:T8 Content:T7 Cue:T6\n"
    "T9\tDiscard 0 4\tOrlo\n"
    "#1\tAnnotatorNotes T1\tnote\n"
)


def spans(*pairs: tuple[int, int]) -> tuple[Span, ...]:
    return tuple(Span(*pair) for pair in pairs)


ORLO = GoldAttribution(spans((0, 4)), spans((5, 9)), spans((10, 22)))
ADDED = GoldAttribution((), spans((41, 46)), spans((24, 34), (48, 55)))


def statement(name: str, gold: GoldAttribution, parent: str | None = None) -> Statement:
    def passage(found: tuple[Span, ...]) -> Passage:
        return Passage(" ".join(TEXT[start:end] for start, end in found), found)

    return Statement(
        id=name, document="d", form="indirect", stance="asserts", source=passage(gold.source) if gold.source else None,
        cue=passage(gold.cue), content=passage(gold.content), speaker=None, undecided="no source", addressee=None, via=(), parent=parent,
        negated=False, score=0.9, time=None, proposition=None,
    )  # fmt: skip


def write_split(folder: Path, text: str = TEXT, brat: str = BRAT) -> Path:
    for name in ("text", "attributions"):
        (folder / name).mkdir()
    (folder / "text" / "story.txt").write_bytes(text.encode())
    (folder / "attributions" / "story_ab12.ann").write_bytes(brat.encode())
    return folder


def test_brat_attributions_are_read_with_spans_in_parts_and_without_source() -> None:
    assert parse_brat(BRAT) == (ORLO, ADDED)


def test_a_second_content_belongs_to_the_same_attribution() -> None:
    brat = BRAT.replace("Content:T3 Cue:T2 Source:T1", "Content:T3 Cue:T2 Source:T1 Content2:T7")
    assert parse_brat(brat)[0].content == spans((10, 22), (24, 34), (48, 55))


def test_an_attribution_without_content_is_passed_over() -> None:
    assert parse_brat("T1\tCue 5 9\tsaid\nE1\tAttribution:T4 Cue:T1\n") == ()


def test_only_the_first_annotator_counts(tmp_path: Path) -> None:
    folder = write_split(tmp_path)
    (folder / "attributions" / "story_cd34.ann").write_bytes(b"")
    (article,) = load_polnear(folder)
    assert (article.name, article.text, article.attributions) == ("story", TEXT, (ORLO, ADDED))


def test_a_folder_that_is_no_split_is_named_in_the_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=str(tmp_path)):
        list(load_polnear(tmp_path))


def test_statements_inside_others_are_not_counted() -> None:
    assert outermost([statement("a", ORLO), statement("b", ADDED, parent="a")]) == (ORLO,)


def test_whole_pipeline_scores_of_a_perfect_reader_are_one(tmp_path: Path) -> None:
    def read(document: Document) -> list[Statement]:
        assert document.text == TEXT
        return [statement("a", ORLO), statement("b", ADDED)]

    scores = score_polnear(write_split(tmp_path), read)
    assert scores.articles == 1
    assert {measure: count.f1 for measure, count in scores.counts.items()} == dict.fromkeys(scores.counts, 1.0)
    assert scores.counts["whole"] == Count(2, 2, 2)
    assert scores.counts["source"] == Count(1, 1, 1)


def test_a_span_off_by_one_character_is_wrong_though_most_characters_are_right() -> None:
    counts = score_article([GoldAttribution(ORLO.source, ORLO.cue, spans((10, 21)))], [ORLO])
    assert counts["content"] == Count(0, 1, 1)
    assert counts["whole"] == Count(0, 1, 1)
    assert counts["cue"] == Count(1, 1, 1)
    assert counts["content_characters"] == Count(11, 11, 12)


def test_one_span_found_twice_is_right_once() -> None:
    assert score_article([ORLO, ORLO], [ORLO])["cue"] == Count(1, 2, 1)


attributions = st.lists(
    st.builds(
        lambda start, cue, content: GoldAttribution(spans((start, start + 2)), spans((cue, cue + 1)), spans((content, content + 5))),
        st.integers(0, 30), st.integers(0, 30), st.integers(0, 30),
    ),
    max_size=6,
)  # fmt: skip


@given(attributions, attributions)
def test_precision_and_recall_change_places_when_found_and_gold_do(
    found: list[GoldAttribution], gold: list[GoldAttribution]
) -> None:
    one, other = score_article(found, gold), score_article(gold, found)
    for measure, count in one.items():
        assert (count.precision, count.recall) == (other[measure].recall, other[measure].precision)
        assert count.f1 == other[measure].f1
        assert 0 <= count.f1 <= 1


@given(attributions, attributions)
def test_a_whole_attribution_is_right_no_more_often_than_its_cue(found: list[GoldAttribution], gold: list[GoldAttribution]) -> None:
    counts = score_article(found, gold)
    assert counts["whole"].right <= min(counts["cue"].right, counts["content"].right)


@pytest.mark.data
def test_the_gold_text_of_polnear_stands_where_its_offsets_say() -> None:
    folder = Path(os.environ.get("QUOTH_DATA", "../shared/data")) / "polnear" / "dev"
    if not folder.is_dir():
        message = f"{folder} is missing: set QUOTH_DATA to the folder that holds polnear/"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    articles = list(load_polnear(folder))
    assert len(articles) == 84
    assert all(one.content[-1].end <= len(article.text) for article in articles for one in article.attributions)
    assert sum(len(article.attributions) for article in articles) > 2000
