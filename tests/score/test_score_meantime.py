from __future__ import annotations

import os
from pathlib import Path

import pytest

from quoth.errors import UnusableInput
from quoth.extract.times import find_times
from quoth.language.english import English
from quoth.records import Anchor, Span, TimeExpression
from quoth.score.meantime import (
    GoldArticle,
    GoldTime,
    TimeMisses,
    TimeScore,
    break_down,
    load_meantime,
    misses_table,
    read_article,
    score_times,
)

SENTENCES = (
    ["Lake", "mill", "closes"],
    ["March", "03", ",", "2008"],
    ["The", "mill", "'s", "owner", "(", "Orrin", ")", "said", "on", "Friday", "it", "lost", "$", "5", "."],
    ["It", "had", "run", "for", "two", "years", "."],
    ["No", "."], ["No", "."], ["No", "."],
    ["It", "closed", "in", "2007", "."],
)  # fmt: skip


def article() -> GoldArticle:
    words = [(word, number) for number, sentence in enumerate(SENTENCES) for word in sentence]
    tokens = "".join(
        f'<token number="{at}" sentence="{number}" t_id="{at + 1}">{word}</token>' for at, (word, number) in enumerate(words)
    )
    place = {word: at + 1 for at, (word, _) in enumerate(words)}
    marks = (
        f'<TIMEX3 m_id="1" type="DATE" value="2008-03-03" functionInDocument="CREATION_TIME">{anchors(4, 5, 6, 7)}</TIMEX3>'
        f'<TIMEX3 m_id="2" type="DATE" value="2008-02-29">{anchors(place["Friday"])}</TIMEX3>'
        f'<TIMEX3 m_id="3" type="DURATION" value="P2Y">{anchors(place["two"], place["years"])}</TIMEX3>'
        '<TIMEX3 m_id="4" type="DATE" value="2006"/>'
    )
    return read_article(f'<Document doc_id="7">{tokens}<Markables>{marks}</Markables></Document>', name="7_Lake.xml")


def anchors(*tokens: int) -> str:
    return "".join(f'<token_anchor t_id="{token}"/>' for token in tokens)


def found(gold: GoldTime, *, widen: int = 0, value: str | None = None) -> TimeExpression:
    span = Span(gold.span.start, gold.span.end + widen)
    return TimeExpression("t", "d", span, "", gold.type, value or gold.value, None, Anchor(None, "unknown"))  # type: ignore[arg-type]


def test_text_is_put_together_with_spaces_as_english_sets_them() -> None:
    assert article().document.text.startswith(
        "Lake mill closes\nMarch 03, 2008\nThe mill's owner (Orrin) said on Friday it lost $5. It had"
    )


def test_headline_date_line_and_body_are_segments() -> None:
    assert [segment.kind for segment in article().segments] == ["title", "dateline", "body"]


def test_spans_of_the_gold_hold_its_words_and_marks_without_words_are_left_out() -> None:
    one = article()
    assert [one.document.text[time.span.start : time.span.end] for time in one.times] == ["March 03, 2008", "Friday", "two years"]


def test_the_gold_scores_one_against_itself() -> None:
    one = article()
    score = score_times([(one, [found(gold) for gold in one.times])])
    assert score == TimeScore(gold=2, found=2, relaxed=2, strict=2, type=2, value=2)
    assert [score.f1(measure) for measure in ("relaxed", "strict", "type", "value")] == [1.0, 1.0, 1.0, 1.0]


def test_a_wider_span_is_right_relaxed_and_wrong_strict_and_a_wrong_value_is_counted() -> None:
    one = article()
    friday, years = one.times[1], one.times[2]
    score = score_times([(one, [found(friday, widen=3), found(years, value="P3Y")])])
    assert score == TimeScore(gold=2, found=2, relaxed=2, strict=1, type=2, value=1)


def test_the_date_line_counts_only_where_asked_for() -> None:
    one = article()
    everything = [found(gold) for gold in one.times]
    assert (score_times([(one, everything)]).gold, score_times([(one, everything)], with_dateline=True).gold) == (2, 3)


def test_what_stands_behind_the_annotated_part_is_not_counted() -> None:
    one = article()
    place = one.document.text.index("2007")
    behind = TimeExpression("t", "d", Span(place, place + 4), "2007", "DATE", "2007", "2007", Anchor(None, "unknown"))
    assert score_times([(one, [behind])]).found == 0


def test_nothing_found_scores_nothing() -> None:
    assert score_times([(article(), [])]).f1("relaxed") == 0.0
    assert score_times([]).f1("value") == 0.0


def test_a_folder_without_the_corpus_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput, match="Unpack the corpus there"):
        list(load_meantime(tmp_path))


def test_the_breakdown_says_by_type_what_went_wrong() -> None:
    one = article()
    friday, years = one.times[1], one.times[2]
    place = one.document.text.index("lost")
    spurious = TimeExpression("t", "d", Span(place, place + 4), "lost", "SET", "P1W", None, Anchor(None, "unknown"))
    rows = {row.type: row for row in break_down([(one, [found(friday, widen=3, value="2008-02-22"), spurious])])}
    assert rows["DATE"] == TimeMisses("DATE", gold=1, right=0, missed=0, spurious=0, extent=1, type_=0, value=1)
    assert rows["DURATION"] == TimeMisses("DURATION", gold=1, right=0, missed=1, spurious=0, extent=0, type_=0, value=0)
    assert rows["SET"].spurious == 1
    assert rows["all"] == TimeMisses("all", gold=2, right=0, missed=1, spurious=1, extent=1, type_=0, value=1)
    everything = break_down([(one, [found(friday), found(years)])])
    assert [(row.gold, row.right) for row in everything] == [(1, 1), (0, 0), (1, 1), (0, 0), (2, 2)]


def test_the_table_of_misses_has_a_line_a_type_and_one_for_all() -> None:
    head, *lines = misses_table(break_down([(article(), [])]))
    assert head.split() == ["type", "gold", "right", "missed", "spurious", "extent", "type", "value"]
    assert [line.split() for line in lines][-1] == ["all", "2", "0", "2", "0", "0", "0", "0"]
    assert [line.split()[0] for line in lines] == ["DATE", "TIME", "DURATION", "SET", "all"]


@pytest.mark.data
def test_times_on_the_corpus_keep_their_floors() -> None:
    folder = Path(os.environ.get("QUOTH_DATA", "../shared/data")) / "meantime"
    if not folder.is_dir():
        assert not os.environ.get("CI"), f"{folder} is missing: set QUOTH_DATA to the folder that holds meantime/."
        pytest.skip(f"{folder} is not there")
    pairs = []
    for one in list(load_meantime(folder))[::4]:
        parsed = English().parse(one.document, one.segments)
        pairs.append((one, find_times(parsed)))
    score = score_times(pairs)
    assert score.f1("relaxed") > 0.85
    assert score.f1("value") > 0.72
