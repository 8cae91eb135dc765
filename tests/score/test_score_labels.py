from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from quoth.errors import UsageError
from quoth.records import Span
from quoth.score.articles import join_words, load_texts, read_ecbplus
from quoth.score.labels import Step, Who, load_labels

ROOT = Path(__file__).parents[2]
WHO: dict[str, Any] = {"decided": True, "mention": [0, 4], "members": []}
ROW: dict[str, Any] = {
    "document": "reuse__x", "split": "keep", "sha256": sha256(b"Orlo said so.").hexdigest(),
    "statements": [
        {"form": "indirect", "content": [[10, 12]], "cue": [[5, 9]], "source": [[0, 4]], **WHO},
        {"content": [[10, 12]], "cue": [], "source": [], "decided": False, "mention": None, "members": [], "chain": [{"source": [[0, 4]], "cue": [[5, 9]], **WHO}]},
    ],
}  # fmt: skip


def write(path: Path, *rows: Any) -> Path:
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return path


def test_labels_are_read_with_speakers_left_open_and_chains(tmp_path: Path) -> None:
    (article,) = load_labels(write(tmp_path / "labels.jsonl", ROW))
    outer, inner = article.labels
    assert (article.name, article.split, outer.form, outer.content) == ("reuse__x", "keep", "indirect", (Span(10, 12),))
    assert outer.who == Who(decided=True, mention=Span(0, 4))
    assert (inner.who.decided, inner.form) == (False, None)
    assert inner.chain == (Step((Span(0, 4),), (Span(5, 9),), outer.who),)


@pytest.mark.parametrize(
    "change", [{"split": "test"}, {"statements": [{}]}, {"statements": [{**ROW["statements"][0], "form": "loud"}]}]
)
def test_a_line_that_is_no_labelled_article_is_named_with_its_number(tmp_path: Path, change: dict[str, Any]) -> None:
    with pytest.raises(UsageError, match=r"labels\.jsonl:2"):
        load_labels(write(tmp_path / "labels.jsonl", ROW, {**ROW, **change}))


def test_labels_that_are_not_there_are_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"none\.jsonl"):
        load_labels(tmp_path / "none.jsonl")


def test_texts_are_found_in_each_corpus_and_must_be_those_labelled(tmp_path: Path) -> None:
    (tmp_path / "reuse").mkdir()
    write(tmp_path / "reuse" / "articles.jsonl", {"id": "x", "text": "Orlo said so."}, {"id": "y", "text": "No."})
    articles = load_labels(write(tmp_path / "labels.jsonl", ROW))
    assert load_texts(tmp_path, articles) == {"reuse__x": "Orlo said so."}
    write(tmp_path / "reuse" / "articles.jsonl", {"id": "x", "text": "Orlo said no."})
    with pytest.raises(UsageError, match="reuse__x"):
        load_texts(tmp_path, articles)


def test_a_labelled_article_that_is_missing_says_where_it_should_be(tmp_path: Path) -> None:
    articles = load_labels(write(tmp_path / "labels.jsonl", {**ROW, "document": "ecbplus__9_1ecb"}))
    with pytest.raises(UsageError, match=r"ecbplus.9.9_1ecb\.xml"):
        load_texts(tmp_path, articles)


def test_tokens_are_put_together_as_english_sets_them() -> None:
    words = ['"', "It", "'s", "safe", ",", '"', "Marn", "said", "(", "twice", ")", "."]
    assert join_words(words) == '"It\'s safe," Marn said (twice).'


def test_an_article_of_tokens_has_a_sentence_a_line() -> None:
    xml = '<Document><token t_id="1" sentence="0">Dam</token><token t_id="2" sentence="1">It</token><token t_id="3" sentence="1">held</token></Document>'
    assert read_ecbplus(xml) == "Dam\nIt held"


@pytest.mark.parametrize("name", ["speakers", "nested"])
def test_the_labels_kept_with_the_code_hold_offsets_and_no_words_of_an_article(name: str) -> None:
    articles = load_labels(ROOT / "quality" / "labels" / f"{name}.jsonl")
    assert {article.split for article in articles} == {"tune", "keep"}
    assert all(article.split == ("keep" if sha256(article.name.encode()).digest()[0] % 2 else "tune") for article in articles)
    allowed = {"direct", "mixed", "indirect", "person", "body", "state", "group", "document", "outlet", "tune", "keep"}
    for line in (ROOT / "quality" / "labels" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        assert set(words_in([row["split"], row["statements"]])) <= allowed


def words_in(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [word for one in value.values() for word in words_in(one)]
    if isinstance(value, list):
        return [word for one in value for word in words_in(one)]
    return [value] if isinstance(value, str) else []
