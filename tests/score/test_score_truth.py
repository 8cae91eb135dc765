"""The scorer against exports made from the truth itself: a perfect one, and one that is spoilt in a known way."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from quoth.errors import UsageError
from quoth.records import Span
from quoth.score.aligned import Truth
from quoth.score.figures import Scores
from quoth.score.names import Names
from quoth.score.spans import find_words
from quoth.score.truth import KINDS, load_truth, score_truth

TEXT = (
    "Bridge closed\n\n“The bridge is closed,” Ada Quill told reporters on Monday. Quill said the council had asked for the call.\n\n"
    "The council denied that it had asked for anything. By closure Quill means that 12 people a day may cross.\n\nPhoto: Orrery"
)
AGAIN = "Ada Quill said the council had asked for the call. Some 40 people crossed."


def passage(words: str, nth: int = 1) -> list[dict[str, Any]]:
    return [{"words": words, "nth": nth}]


def said(key: str, within: str, source: str, cue: str, content: str, **more: Any) -> dict[str, Any]:
    row = {
        "key": key, "document": "a.txt#0", "within": within, "source": passage(source), "cue": passage(cue), "content": passage(content),
        "form": "indirect", "stance": "asserts", "speaker": "Ada Quill", "addressee": None, "via": [], "parent": None, "negated": False,
    }  # fmt: skip
    return {**row, **more}


FIRST, SECOND = TEXT.split("\n\n")[1:3]


def small_truth() -> dict[str, list[dict[str, Any]]]:
    complete = ["statements", "times", "quantities", "contacts", "segments"]
    head = {"input_id": None, "url": None, "authors": [], "published": ["2025-03-17"], "language": "en", "complete": complete}
    segments = [{"kind": ["title"], "words": "Bridge closed"}, {"kind": ["credit", "caption"], "words": "Photo: Orrery"}]
    documents: list[dict[str, Any]] = [
        {
            "document": "a.txt#0",
            "file": "a.txt",
            "opening": "The bridge is closed",
            "outlet": ["Orrery"],
            "title": "Bridge closed",
            "segments": segments,
            **head,
        },
        {
            "document": "b.txt#0",
            "file": "b.txt",
            "opening": "Ada Quill said",
            "outlet": None,
            "title": None,
            "segments": [],
            **head,
        },
    ]
    statements: list[dict[str, Any]] = [
        said("closed", FIRST, "Ada Quill", "told", "“The bridge is closed,”", form="direct", addressee="reporters"),
        said("asked", FIRST, "Quill", "said", "the council had asked for the call") | {"source": passage("Quill", 2)},
        said("denied", SECOND, "The council", "denied", "that it had asked for anything", stance="denies", speaker="the council"),
        said("again", AGAIN, "Ada Quill", "said", "the council had asked for the call", document="b.txt#0"),
    ]
    return {
        "documents": documents,
        "statements": statements,
        "actors": [
            {"name": "Ada Quill", "kind": ["person"], "country": None, "names": ["Ada Quill", "Quill"], "described": ["the mayor"]},
            {"name": "the council", "kind": ["body"], "country": None, "names": ["the council"], "described": []},
        ],
        "times": [{"document": "a.txt#0", "within": FIRST, "words": "Monday", "nth": 1, "type": ["DATE"], "value": ["2025-03-17"]}],
        "quantities": [
            {"document": "a.txt#0", "within": SECOND, "words": "12 people", "nth": 1, "value": 12, "low": 12, "high": 12, "unit": "people", "of": "cross", "as_of": None, "statement": None},
        ],
        "contacts": [
            {"document": "a.txt#0", "within": FIRST, "words": "the call", "nth": 1, "kind": ["call"], "parties": ["Ada Quill", "the council"], "initiator": "the council", "date": ["2025-03-17"], "status": "held", "statement": "asked"},
        ],
        "terms": [{"document": "a.txt#0", "within": SECOND, "term": "closure", "definition": passage("that 12 people a day may cross")}],
        "copies": [{"copy": "b.txt#0", "source": "a.txt#0", "kind": ["partial"]}],
        "stories": [{"key": "bridge", "documents": ["a.txt#0", "b.txt#0"]}],
        "claims": [
            {
                "key": "asked", "text": "The council asked for the call",
                "statements": [{"statement": "asked", "stance": "asserts"}, {"statement": "again", "stance": "asserts"}, {"statement": "denied", "stance": "denies"}],
                "positions": [{"actor": "Ada Quill", "stance": "asserts"}, {"actor": "the council", "stance": "denies"}],
            },
        ],
        "disagreements": [
            {"key": "asked", "kind": "polarity", "about": [], "readings": [{"value": "asserts", "actors": []}, {"value": "denies", "actors": []}], "revised": False, "claim": "asked"},
            {"key": "crossed", "kind": "figure", "about": ["people"], "readings": [{"value": "12", "actors": []}, {"value": "40", "actors": []}], "revised": False, "claim": None},
        ],
    }  # fmt: skip


def whole(text: str, within: str, parts: list[dict[str, Any]]) -> dict[str, Any]:
    around = find_words(text, within)
    spans = [find_words(text, part["words"], nth=part["nth"], within=around) for part in parts]
    places = [span for span in spans if span is not None]
    assert len(places) == len(parts)
    return {"text": " ".join(text[start:end] for start, end in places), "spans": [list(span) for span in places]}


def actor(name: str | None) -> dict[str, str] | None:
    return {"id": f"actor {name}", "name": name} if name else None


def perfect(truth: dict[str, list[dict[str, Any]]]) -> dict[str, list[dict[str, Any]]]:
    """The export of a system that found just what the truth says."""
    text = {"a.txt#0": TEXT, "b.txt#0": AGAIN}
    place = {
        id(row): find_words(text[row["document"]], row["words"], nth=1, within=find_words(text[row["document"]], row["within"]))
        or Span(0, 0)
        for kind in ("times", "quantities", "contacts")
        for row in truth[kind]
    }
    segments = {
        "a.txt#0": [
            {"kind": "title", "start": 0, "end": 13}, {"kind": "body", "start": 15, "end": TEXT.index("Photo") - 2},
            {"kind": "credit", "start": TEXT.index("Photo"), "end": len(TEXT)},
        ],
        "b.txt#0": [{"kind": "body", "start": 0, "end": len(AGAIN)}],
    }  # fmt: skip
    return {
        "documents": [
            {"id": row["document"], "input_id": None, "outlet": (row["outlet"] or [None])[0], "title": row["title"], "authors": [], "published": "2025-03-17T08:00:00Z", "origin": {"file": f"coverage/{row['file']}", "start": 0, "end": 1}, "text": text[row["document"]], "segments": segments[row["document"]]}
            for row in truth["documents"]
        ],
        "statements": [
            {
                **{part: whole(text[row["document"]], row["within"], row[part]) for part in ("source", "cue", "content")},
                "id": f"id {row['key']}", "document": row["document"], "form": row["form"], "stance": row["stance"], "speaker": actor(row["speaker"]),
                "addressee": actor(row["addressee"]), "via": [], "parent": None, "negated": row["negated"],
            }
            for row in truth["statements"]
        ],
        "actors": [
            {"id": f"actor {row['name']}", "name": row["name"], "kind": row["kind"][0], "aliases": [{"text": name, "count": 2} for name in row["names"]]}
            for row in truth["actors"]
        ],
        "times": [{**row, "start": place[id(row)].start, "end": place[id(row)].end, "text": row["words"], "type": row["type"][0], "value": row["value"][0]} for row in truth["times"]],
        "quantities": [{**row, "start": place[id(row)].start, "end": place[id(row)].end, "text": row["words"]} for row in truth["quantities"]],
        "contacts": [
            {
                **row, "start": place[id(row)].start, "end": place[id(row)].end,
                "kind": row["kind"][0],
                "date": row["date"][0],
                "parties": [{"id": None, "name": name, "text": name} for name in row["parties"]],
                "initiator": {"id": None, "name": row["initiator"], "text": row["initiator"]},
            }
            for row in truth["contacts"]
        ],
        "terms": [{"term": row["term"], "document": row["document"], "definition": whole(TEXT, row["within"], row["definition"])} for row in truth["terms"]],
        "copies": [{"from": row["source"], "to": row["copy"], "kind": row["kind"][0], "score": 0.5, "decided": True} for row in truth["copies"]],
        "stories": [{"id": row["key"], "documents": row["documents"]} for row in truth["stories"]],
        "claims": [
            {
                "id": f"claim {row['key']}", "statements": [{"statement": f"id {one['statement']}", "stance": one["stance"]} for one in row["statements"]],
                "positions": [{"actor": actor(one["actor"]), "stance": one["stance"]} for one in row["positions"]],
            }
            for row in truth["claims"]
        ],
        "disagreements": [
            {"kind": row["kind"], "about": "people on the bridge", "readings": [{"value": one["value"]} for one in row["readings"]], "claim": f"claim {row['claim']}"}
            for row in truth["disagreements"]
        ],
    }  # fmt: skip


def spoilt(kind: str, change: dict[str, Any], *, at: int = 0) -> Scores:
    rows = copy.deepcopy(perfect(small_truth()))
    rows[kind][at].update(change)
    return score_truth(rows, small_truth())


def test_a_perfect_export_scores_one_on_everything_and_misses_nothing() -> None:
    scores = score_truth(perfect(small_truth()), small_truth())
    assert scores.misses == ()
    assert {name: figure.f1 for name, figure in scores.figures.items() if figure.f1 != 1 and figure.gold} == {}


def test_an_empty_export_scores_nothing_and_misses_every_document() -> None:
    scores = score_truth({}, small_truth())
    assert {figure.f1 for figure in scores.figures.values()} == {0.0}
    assert [miss.document for miss in scores.misses if miss.measure == "documents"] == ["a.txt#0", "b.txt#0"]


@pytest.mark.parametrize(
    ("kind", "change", "measure"),
    [
        ("documents", {"outlet": "Somebody Else"}, "documents.outlet"),
        ("documents", {"published": None}, "documents.published"),
        ("documents", {"title": "Another title"}, "documents.title"),
        ("documents", {"authors": ["N. Obody"]}, "documents.authors"),
        ("documents", {"segments": [{"kind": "body", "start": 0, "end": len(TEXT)}]}, "segments"),
        ("statements", {"speaker": {"id": "x", "name": "the council"}}, "statements.speaker"),
        ("statements", {"speaker": None}, "statements.speaker"),
        ("statements", {"stance": "denies"}, "statements.stance"),
        ("statements", {"form": "mixed"}, "statements.form"),
        ("statements", {"negated": True}, "statements.negated"),
        ("statements", {"addressee": None}, "statements.addressee"),
        ("statements", {"parent": "id asked"}, "statements.parent"),
        ("statements", {"via": [{"text": "the clerk", "spans": [], "actor": None}]}, "statements.via"),
        ("statements", {"cue": {"text": "told reporters", "spans": [[50, 64]]}}, "statements.cue"),
        ("times", {"value": "2025-03-18"}, "times.value"),
        ("times", {"type": "TIME"}, "times.type"),
        ("quantities", {"value": 13, "low": 13, "high": 13}, "quantities.value"),
        ("quantities", {"unit": None}, "quantities.unit"),
        ("quantities", {"of": "ships"}, "quantities.of"),
        ("contacts", {"kind": "visit"}, "contacts"),
        ("contacts", {"parties": [{"id": None, "name": "Ada Quill", "text": "Quill"}]}, "contacts"),
        ("contacts", {"date": None}, "contacts.date"),
        ("contacts", {"initiator": {"id": None, "name": "Ada Quill", "text": "Quill"}}, "contacts.initiator"),
        ("terms", {"term": "opening"}, "terms"),
        ("actors", {"kind": "group"}, "actors.kind"),
        ("actors", {"aliases": [], "name": "Nobody"}, "actors"),
        ("copies", {"kind": "citation"}, "copies"),
        ("copies", {"from": "b.txt#0", "to": "a.txt#0"}, "copies.direction"),
        ("stories", {"documents": ["a.txt#0"]}, "stories"),
        ("claims", {"statements": []}, "claims"),
        ("claims", {"positions": [{"actor": {"id": "x", "name": "Ada Quill"}, "stance": "denies"}]}, "claims.positions"),
        ("disagreements", {"claim": None}, "disagreements"),
    ],
)
def test_what_is_wrong_lowers_its_measure_and_is_listed(kind: str, change: dict[str, Any], measure: str) -> None:
    scores = spoilt(kind, change)
    assert scores.figures[measure].f1 < 1
    listed = {miss.measure for miss in scores.misses}
    assert any(measure.startswith(one) for one in listed) or measure == "statements.cue"


def test_one_actor_split_in_two_lowers_recall_of_names_and_two_joined_lowers_precision() -> None:
    rows = perfect(small_truth())
    quill, council = rows["actors"]
    apart = [{**quill, "aliases": []}, {**quill, "id": "another", "name": "Quill", "aliases": []}, council]
    joined = [{**quill, "aliases": [*quill["aliases"], *council["aliases"]]}]
    split = score_truth({**rows, "actors": apart}, small_truth()).figures["actors"]
    merged = score_truth({**rows, "actors": joined}, small_truth()).figures["actors"]
    assert (split.precision, merged.recall) == (1.0, 1.0)
    assert split.recall < 1
    assert merged.precision < 1


def test_what_is_found_beyond_the_truth_counts_only_where_the_truth_is_complete() -> None:
    rows = perfect(small_truth())
    extra = {
        **rows["statements"][0],
        "id": "more",
        "cue": {"text": "Photo", "spans": [[TEXT.index("Photo"), TEXT.index("Photo") + 5]]},
    }
    extra["content"] = {"text": "Orrery", "spans": [[TEXT.index("Orrery"), TEXT.index("Orrery") + 6]]}
    rows["statements"].append(extra)
    truth = small_truth()
    assert score_truth(rows, truth).figures["statements"].precision < 1
    truth["documents"][0]["complete"] = []
    assert score_truth(rows, truth).figures["statements"].precision == 1


@pytest.mark.parametrize("keep", [True, False])
def test_an_optional_statement_may_be_found_or_not(keep: bool) -> None:  # noqa: FBT001 - the parameter of the test
    truth = small_truth()
    truth["statements"][0]["optional"] = True
    rows = perfect(small_truth())
    rows["statements"] = rows["statements"] if keep else rows["statements"][1:]
    figure = score_truth(rows, truth).figures["statements"]
    assert (figure.precision, figure.recall) == (1.0, 1.0)


@pytest.mark.parametrize(
    ("change", "also", "measure"),
    [
        ({"form": "mixed"}, {"form_also": ["mixed"]}, "form"),
        ({"stance": "warns"}, {"stance_also": ["warns"]}, "stance"),
        ({"negated": True}, {"negated": None}, "negated"),
        ({"speaker": {"id": "x", "name": "the clerk"}}, {"speaker_also": ["a clerk"]}, "speaker"),
        ({"via": [{"text": "the clerk", "spans": [], "actor": None}]}, {"via_also": [["a clerk"]]}, "via"),
        ({"via": [{"text": "she", "spans": [], "actor": {"id": "x", "name": "Quill"}}]}, {}, "via"),
    ],
)
def test_what_the_truth_accepts_besides_is_right(change: dict[str, Any], also: dict[str, Any], measure: str) -> None:
    truth, rows = small_truth(), perfect(small_truth())
    truth["statements"][0].update(also)
    rows["statements"][0].update(change)
    assert [miss for miss in score_truth(rows, truth).misses if miss.measure == f"statements.{measure}"] == []


def test_a_time_without_one_value_is_right_by_its_edtf_date() -> None:
    truth, rows = small_truth(), perfect(small_truth())
    truth["times"][0].update({"value": [None], "edtf": ["[2025-03-17,2025-03-18]"]})
    rows["times"][0].update({"value": None, "edtf": "[2025-03-17,2025-03-18]"})
    assert score_truth(rows, truth).figures["times.value"].f1 == 1
    rows["times"][0]["edtf"] = "2025-03-17"
    assert score_truth(rows, truth).figures["times.value"].f1 == 0


def test_a_missing_truth_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"documents\.jsonl is missing"):
        load_truth(tmp_path)


def test_a_broken_line_of_a_truth_file_is_named(tmp_path: Path) -> None:
    for kind in KINDS:
        (tmp_path / f"{kind}.jsonl").write_text('{"a": 1}\n{\n', encoding="utf-8")
    with pytest.raises(UsageError, match=r"documents\.jsonl, line 2"):
        load_truth(tmp_path)


def test_a_truth_folder_comes_back_as_it_was_written(tmp_path: Path) -> None:
    truth = small_truth()
    for kind in KINDS:
        (tmp_path / f"{kind}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in truth[kind]), encoding="utf-8")
    loaded: Truth = load_truth(tmp_path)
    assert {kind: list(rows) for kind, rows in loaded.items()} == truth


def test_words_are_found_across_line_breaks_and_only_as_whole_words() -> None:
    assert find_words("an art\nof the arts", "art of") == Span(3, 9)
    assert find_words("arts and art", "art") == Span(9, 12)
    assert find_words("no no no", "no", nth=3) == Span(6, 8)
    assert find_words("no no", "no", nth=3) is None


@pytest.mark.parametrize(
    ("found", "meant", "same"),
    [
        ("Quill", "Ada Quill", True),
        ("the Council", "the council", True),
        ("Council’s", "the council", True),
        ("The Mayor", "Ada Quill", True),
        ("Ada", "Ada Quill", False),
        ("A source in the ministry", "a source in the Norvian ministry", True),
        ("the ministry's driver", "a source in the Norvian ministry", False),
        (None, None, True),
        (None, "Ada Quill", False),
    ],
)
def test_names_agree_by_what_the_truth_calls_an_actor(found: str | None, meant: str | None, same: bool) -> None:  # noqa: FBT001 - as above
    assert Names(small_truth()["actors"]).is_actor(found, meant) == same


def test_an_answer_that_is_in_another_claim_too_is_not_counted_as_missing_from_its_own() -> None:
    rows = perfect(small_truth())
    (claim,) = rows["claims"]
    other = {**claim, "id": "another", "statements": [one for one in claim["statements"] if one["statement"] == "id denied"]}
    for claims in ([claim, other], [other, claim]):
        assert score_truth({**rows, "claims": claims}, small_truth()).figures["claims.statements"].f1 == 1
    left = {**claim, "statements": [one for one in claim["statements"] if one["statement"] != "id denied"]}
    assert score_truth({**rows, "claims": [left, other]}, small_truth()).figures["claims.statements"].f1 < 1


def test_of_two_articles_that_cite_each_other_each_citation_is_the_one_of_its_direction() -> None:
    edges = [
        {"copy": copy, "source": source, "kind": ["citation"]} for copy, source in (("b.txt#0", "a.txt#0"), ("a.txt#0", "b.txt#0"))
    ]
    assert score_truth(perfect(truth := small_truth() | {"copies": edges}), truth).figures["copies.direction"].f1 == 1.0
