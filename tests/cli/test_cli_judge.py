from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.conftest import Quoth, Said

from quoth.run.judge import replay
from quoth.store import open_store

Judge = Callable[..., Said]


@pytest.fixture
def ledger(handmade: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copy(handmade, tmp_path / "x.db")
    with open_store(tmp_path / "x.db") as store, store.write() as writer:
        replay(writer)
    monkeypatch.setenv("QUOTH_DB", str(tmp_path / "x.db"))
    monkeypatch.setenv("QUOTH_BY", "Ada")
    return tmp_path / "x.db"


@pytest.fixture
def judge(quoth: Quoth, ledger: Path) -> Judge:  # noqa: ARG001 - the ledger that it judges
    return lambda *arguments: quoth("judge", *arguments)


def names(quoth: Quoth, kind: str) -> list[str]:
    return [json.loads(line)["id"] for line in quoth("export", kind).out.splitlines()]


def test_two_actors_are_merged_seen_listed_and_taken_back(judge: Judge, quoth: Quoth) -> None:
    said = judge("merge", "actor", "Marek Dolan", "Reeve", "--note", "one person in the cables")
    assert said.code == 0
    assert "Ada: one actor: Marek Dolan = Anna Reeve" in said.out
    assert "quoth judge undo" in said.out
    row = next(json.loads(line) for line in quoth("export", "actors").out.splitlines() if "Dolan" in line)
    assert row["judged"] == [said.out.split()[0]]
    listed = judge("list").out
    assert "one person in the cables" in listed
    assert "Ada" in listed
    assert judge("undo", said.out[:8], "--by", "Bo").code == 0
    assert "one person in the cables" not in judge("list").out
    assert "(taken back) one actor: Marek Dolan = Anna Reeve" in judge("list", "--all").out
    assert json.loads(judge("list", "--json").out)["undone"] == 1


def test_actors_claims_and_stories_are_split(judge: Judge, quoth: Quoth) -> None:
    assert "not one actor" in judge("split", "actor", "Marek Dolan", "Arden rejects").out
    claim = next(json.loads(line) for line in quoth("export", "claims").out.splitlines() if "provocation" in line)
    statement = claim["statements"][2]["statement"]
    assert judge("reject", "membership", claim["id"][:8], statement[:8]).code == 0
    assert "not one story" in judge("split", "story", names(quoth, "stories")[0], "Arden rejects").out
    assert len(names(quoth, "stories")) == 2
    assert judge("merge", "story", *names(quoth, "stories")).code == 0
    assert len(names(quoth, "stories")) == 1


def test_statements_are_righted_rejected_and_related(judge: Judge, quoth: Quoth) -> None:
    first, second, third, *_ = names(quoth, "statements")
    assert "stance denies" in judge("right", first, "--stance", "denies").out
    assert "speaker Ilmar" in judge("right", first[:10], "--speaker", "Ilmar").out
    assert "speaker nobody" in judge("right", first, "--nobody").out
    assert "content 10:30, 40:50" in judge("right", first, "--content", "10:30", "--content", "40:50").out
    assert "source none" in judge("right", first, "--source", "none").out
    assert "one claim" in judge("same", first, second).out
    assert "opposed" in judge("opposed", first, third).out
    assert "statement rejected" in judge("reject", "statement", second).out
    assert second not in names(quoth, "statements")
    rows = [json.loads(line) for line in quoth("export", "corrections").out.splitlines()]
    assert [row["verdict"] for row in rows if row["statement"] in {first, second}] == [*["righted"] * 5, "rejected"]
    righted = next(row for row in rows if row["changed"] == ["stance"] and row["statement"] == first)
    assert (righted["found"]["stance"], righted["judged"]["stance"]) == ("accuses", "denies")
    start, end = righted["found"]["content"]["spans"][0]
    assert righted["text"][start:end] == righted["found"]["content"]["text"]
    assert quoth("verify").code == 0


def test_judgements_are_exported_and_imported(judge: Judge, quoth: Quoth, handmade: Path, tmp_path: Path) -> None:
    judge("merge", "actor", "Marek Dolan", "Reeve")
    assert quoth("export", "judgements", "-o", tmp_path / "j.jsonl").code == 0
    shutil.copy(handmade, tmp_path / "y.db")
    said = quoth("judge", "import", tmp_path / "j.jsonl", "--db", tmp_path / "y.db")
    assert "1 judgement added, 2 judgements already here." in said.out
    assert "quoth judge settle" in said.out
    (tmp_path / "bad.jsonl").write_text("{}\n")
    said = quoth("judge", "import", tmp_path / "bad.jsonl", "--db", tmp_path / "y.db")
    assert said.code == 3
    assert "bad.jsonl:1 cannot be used" in said.out


def test_who_was_slower_is_told(judge: Judge, quoth: Quoth) -> None:
    statement = names(quoth, "statements")[0]
    assert judge("right", statement, "--stance", "denies", "--answers", "none").code == 0
    said = judge("right", statement, "--stance", "doubts", "--answers", "none", "--by", "Bo")
    assert said.code == 1
    assert "Ada judged this in the meantime" in said.err
    last = json.loads(judge("list", "--json").out)["rows"][0]["id"]
    assert judge("right", statement, "--stance", "doubts", "--answers", last[:8], "--by", "Bo").code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("merge", "actor", "Marek Dolan", "Anna Reve"), "Anna Reeve"),
        (("merge", "actor", "Marek Dolan"), "takes two or more"),
        (("merge", "actor", "Marek Dolan", "Dolan"), "name one actor already"),
        (("merge", "actor", "Marek Dolan", "zzz"), "Nobody called 'zzz'"),
        (("split", "actor", "Marek Dolan", "Nobody Else"), "is not called 'Nobody Else'"),
        (("split", "actor", "Anna Reeve", "Anna Reeve"), "nobody would be left"),
        (("reject", "quantity", "zz"), "No quantity begins with 'zz'"),
        (("reject", "membership", "zz"), "Give both"),
        (("right", "zz", "--stance", "denies"), "No statement begins with 'zz'"),
        (("right", "STATEMENT"), "Nothing was said to be right"),
        (("right", "STATEMENT", "--content", "ten"), "START:END"),
        (("right", "STATEMENT", "--content", "0:99999"), "no stretch of this document"),
        (("right", "STATEMENT", "--content", "none"), "needs a content"),
        (("right", "STATEMENT", "--speaker", "Ilmar", "--nobody"), "one of the two"),
        (("same", "STATEMENT", "STATEMENT"), "name one statement already"),
        (("undo", "zzzz"), "No judgement begins with 'zzzz'"),
        (("import", "none.jsonl"), "There is no file none.jsonl"),
    ],
)
def test_a_wrong_call_says_what_was_expected_and_changes_nothing(
    judge: Judge, quoth: Quoth, arguments: tuple[str, ...], said: str
) -> None:
    statement = names(quoth, "statements")[0]
    before = quoth("export", "judgements").out
    answer = judge(*(statement if one == "STATEMENT" else one for one in arguments))
    assert answer.code == 2
    assert said in answer.err
    assert quoth("export", "judgements").out == before


def test_an_empty_list_says_so(judge: Judge, ledger: Path) -> None:
    rows = json.loads(judge("list", "--json").out)["rows"]
    for row in rows:
        judge("undo", row["id"])
    assert "All judgements were taken back" in judge("list").out
    assert judge("list", "--on", "nothing").out.startswith("Nobody judged anything")
    assert ledger.exists()


@pytest.mark.usefixtures("cheap")
def test_links_are_settled(quoth: Quoth, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "Arda said yes."}\n{"text": "Bren said no."}\n')
    db = tmp_path / "z.db"
    assert quoth("add", tmp_path / "a.jsonl", "--db", db).code == 0
    assert quoth("judge", "merge", "actor", "Arda", "Bren", "--db", db, "--by", "Ada").code == 0
    assert "Links are not up to date" in quoth("status", "--db", db).out
    assert "worked out anew" in quoth("judge", "settle", "--db", db).out
    assert "up to date already" in quoth("judge", "settle", "--db", db).out


def test_an_article_is_set_aside_with_a_reason_listed_and_brought_back(judge: Judge, quoth: Quoth) -> None:
    assert "Say why" in judge("set-aside", "Arden rejects").err
    said = judge("set-aside", "Arden rejects", "--note", "the wrong file")
    assert said.code == 0
    assert "Ada: article set aside: Arden rejects the claim (Arden Herald)" in said.out
    assert "Arden Herald" not in quoth("export", "documents").out
    assert "Arden Herald" not in quoth("show", "stories").out
    status = quoth("status").out
    assert "the wrong file" in status
    assert f"quoth judge undo {said.out[:8]}" in status
    assert "was set aside and counts nowhere" in quoth("show", "article", "Arden rejects").err
    assert judge("undo", said.out[:8]).code == 0
    assert "Arden Herald" in quoth("export", "documents").out
    assert "the wrong file" not in quoth("status").out
