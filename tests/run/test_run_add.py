from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.run.cheap_rooms import CHEAP
from tests.run.dumped import dump

from quoth.errors import Unavailable, UsageError
from quoth.records import Document, Findings, Segment
from quoth.run.add import add
from quoth.run.events import Outcome, Progress
from quoth.run.executors import choose_executor
from quoth.run.rooms import Extract
from quoth.settings import VERSIONS, Settings
from quoth.store import Store, open_store


def write_folder(folder: Path, texts: list[str]) -> Path:
    """Half of the texts as files, half as the lines of one file."""
    folder.mkdir(exist_ok=True)
    half = len(texts) // 2
    for number, text in enumerate(texts[:half]):
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    (folder / "rest.jsonl").write_text("".join(json.dumps({"text": text}) + "\n" for text in texts[half:]), encoding="utf-8")
    return folder


TEXTS = [f"Arda said bridge {number} fell.\nBorin denied it." for number in range(10)]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(tmp_path / "ledger.db", create=True)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_folder(tmp_path / "coverage", TEXTS)


def added(store: Store, *paths: Path, retry: bool = False, chosen: Settings | None = None) -> Outcome:
    return add(store, paths, rooms=CHEAP, settings=chosen or Settings(), retry=retry)


def test_a_folder_becomes_documents_statements_and_links(store: Store, folder: Path) -> None:
    assert added(store, folder) == Outcome(files=6, unchanged=0, documents=10, extracted=10, linked=True, set_aside=())
    counts = store.read().counts()
    assert (counts["documents"], counts["statements"], counts["actors"], counts["claims"]) == (10, 20, 2, 11)


def test_the_same_folder_twice_adds_nothing_and_works_nothing_out_again(store: Store, folder: Path) -> None:
    added(store, folder)
    before = dump(store.path)
    assert added(store, folder) == Outcome(files=6, unchanged=6, documents=0, extracted=0, linked=False, set_aside=())
    assert dump(store.path) == before


def test_one_new_file_is_one_new_part(store: Store, folder: Path) -> None:
    added(store, folder)
    (folder / "new.txt").write_text("Cela said nothing new.")
    assert added(store, folder) == Outcome(files=7, unchanged=6, documents=1, extracted=1, linked=True, set_aside=())


def test_a_line_more_in_a_file_of_records_is_one_new_document(store: Store, folder: Path) -> None:
    added(store, folder)
    with (folder / "rest.jsonl").open("a") as file:
        file.write(json.dumps({"text": "Cela said nothing new."}) + "\n")
    assert (added(store, folder).documents, added(store, folder).documents) == (1, 0)


def test_a_changed_article_is_a_new_version(store: Store, folder: Path) -> None:
    added(store, folder)
    (folder / "0.txt").write_text("Arda said the bridge stands.")
    assert added(store, folder).documents == 1
    articles = [document.article for document in store.read().documents()]
    assert max(len(store.read().versions(article)) for article in articles) == 2


def test_two_ways_to_the_same_documents_give_the_same_ledger(tmp_path: Path, folder: Path) -> None:
    with open_store(tmp_path / "once.db", create=True) as once:
        added(once, folder)
    with open_store(tmp_path / "bit by bit.db", create=True) as bit_by_bit:
        for name in sorted(path.name for path in folder.iterdir())[::-1]:
            added(bit_by_bit, folder / name)
    assert dump(tmp_path / "once.db") == dump(tmp_path / "bit by bit.db")


@given(
    texts=st.lists(st.sampled_from([*TEXTS, "BROKEN said no.", "Bonjour said no.", "\ud800 said no."]), max_size=12), data=st.data()
)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_batches_never_change_a_result(tmp_path_factory: pytest.TempPathFactory, texts: list[str], data: st.DataObject) -> None:
    root = tmp_path_factory.mktemp("law")
    (root / "coverage").mkdir()
    (root / "coverage" / "rest.jsonl").write_text("".join(json.dumps({"text": text}) + "\n" for text in texts))
    for name, batch in (("one.db", 1), ("other.db", data.draw(st.integers(2, 40)))):
        with open_store(root / name, create=True) as store:
            added(store, root / "coverage", chosen=Settings(batch=batch))
    assert dump(root / "one.db") == dump(root / "other.db")


def test_workers_never_change_a_result(tmp_path: Path, folder: Path) -> None:
    (folder / "x.txt").write_text("BROKEN said no.")
    for name, workers, batch in (("a.db", 1, 32), ("b.db", 2, 1), ("c.db", 2, 7)):
        with open_store(tmp_path / name, create=True) as store:
            outcome = added(store, folder, chosen=Settings(workers=workers, batch=batch))
            assert [failure.reason for failure in outcome.set_aside] == ["failed"]
    assert dump(tmp_path / "a.db") == dump(tmp_path / "b.db") == dump(tmp_path / "c.db")


def test_bad_input_is_set_aside_and_the_rest_goes_on(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "mixed"
    folder.mkdir()
    (folder / "good.txt").write_text("Arda said yes.")
    (folder / "bad.txt").write_bytes(b"\xff\xfe\xfa")
    (folder / "many.jsonl").write_text(
        '{"text": "Borin said one."}\n\n{"text": "Borin said BROKEN."}\n{"text": "\\ud83d alone"}\nHALFWAY\n'
    )
    outcome = added(store, folder)
    assert [(one.name, one.stage, one.reason) for one in outcome.set_aside] == [
        ("bad.txt", "read", "failed"),
        ("many.jsonl", "read", "failed"),
        ("many.jsonl:2", "read", "empty"),
        ("many.jsonl:3", "extract", "failed"),
        ("many.jsonl:4", "read", "malformed"),
    ]
    assert "RuntimeError: broken on purpose" in outcome.set_aside[3].message
    assert str(tmp_path) not in "".join(one.message for one in outcome.set_aside)
    assert (outcome.documents, outcome.extracted) == (3, 2)


def test_what_was_set_aside_is_told_again_and_tried_again_only_on_request(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text('{"text": "Borin said one."}\n\n{"text": "Borin said BROKEN."}\n')
    first = added(store, path)
    again = added(store, path)
    assert again.set_aside == first.set_aside
    assert (again.unchanged, again.extracted) == (1, 0)
    assert added(store, path, retry=True).unchanged == 0
    path.write_text('{"text": "Borin said one."}\n{"text": "Borin said two."}\n{"text": "Borin said BROKEN."}\n')
    assert [one.name for one in added(store, path).set_aside] == ["many.jsonl:3"]


def test_a_document_that_failed_is_cleared_once_it_no_longer_fails(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Arda said BROKEN.")
    assert len(added(store, path).set_aside) == 1
    mended = replace(CHEAP, prepare_extract=lambda _: lambda document, _segments: Findings(document.id))
    outcome = add(store, [], rooms=mended, retry=True)
    assert (outcome.extracted, store.read().set_aside()) == (1, ())


def test_another_reading_tries_what_failed_before(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Arda said BROKEN.")
    added(store, path)
    monkeypatch.setitem(VERSIONS, "extract", 99)
    mended = replace(CHEAP, prepare_extract=lambda _: lambda document, _segments: Findings(document.id))
    assert add(store, [path], rooms=mended).extracted == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_set_aside(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Arda said no.")
    path.chmod(0)
    assert [one.reason for one in added(store, path).set_aside] == ["unreadable"]


def test_a_file_that_is_gone_when_its_turn_comes_is_set_aside(store: Store, tmp_path: Path) -> None:
    (tmp_path / "links").mkdir()
    (tmp_path / "links" / "a.txt").symlink_to(tmp_path / "nowhere")
    assert [(one.name, one.reason) for one in added(store, tmp_path / "links").set_aside] == [("a.txt", "unreadable")]


def test_a_path_that_is_not_there_stops_the_run(store: Store, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nothing at"):
        added(store, tmp_path / "missing")


def test_a_stream_is_a_file_without_a_name(store: Store) -> None:
    for known in (0, 1):
        stream = io.BytesIO(b'{"text": "Arda said yes."}\n\n')
        outcome = add(store, [], rooms=CHEAP, stream=stream)
        assert (outcome.files, outcome.unchanged, outcome.documents) == (1, known, 1 - known)
        assert [one.name for one in outcome.set_aside] == ["stdin:2"]


def test_documents_in_another_language_are_kept_and_not_read_for_statements(store: Store, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Bonjour said no.")
    outcome = added(store, tmp_path / "a.txt")
    assert (outcome.documents, outcome.extracted, outcome.linked) == (1, 0, True)


def test_another_reading_replaces_what_was_found_before(store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    added(store, folder)
    statements = store.read().counts()["statements"]
    monkeypatch.setitem(VERSIONS, "extract", 99)
    outcome = added(store, folder)
    assert (outcome.documents, outcome.extracted, outcome.linked) == (0, 10, True)
    assert store.read().counts()["statements"] == statements


def test_progress_tells_each_stage_from_its_start_to_its_end(store: Store, folder: Path) -> None:
    events: list[Progress] = []
    add(store, [folder], rooms=CHEAP, on_event=events.append)
    assert list(dict.fromkeys(event.stage for event in events)) == ["read", "extract", "link"]
    for stage, total in (("read", 6), ("extract", 10), ("link", 6)):
        done = [event.done for event in events if event.stage == stage]
        assert done == sorted(done)
        assert (done[0], done[-1]) == (0, total)


def broken_worker(_: Settings) -> Extract:
    def extract(_document: Document, _segments: object) -> Findings:
        os._exit(9)

    return extract


def test_a_worker_that_dies_stops_the_run_with_a_way_to_go_on(store: Store, folder: Path) -> None:
    with pytest.raises(Unavailable, match="fewer workers"):
        add(store, [folder], rooms=replace(CHEAP, prepare_extract=broken_worker), settings=Settings(workers=2, batch=2))
    assert added(store, folder).extracted == 10


def test_a_pool_gives_results_in_the_order_of_the_work_and_reads_no_further_ahead_than_it_must() -> None:
    taken = []

    def numbers() -> Iterator[int]:
        for number in range(20):
            taken.append(number)
            yield number

    results = choose_executor(2)(abs, numbers())
    assert next(results) == 0
    assert len(taken) <= 5
    assert list(results) == list(range(1, 20))


def test_the_main_process_loads_no_model_when_others_extract(tmp_path: Path, folder: Path) -> None:
    program = (
        "import sys\nfrom tests.run.add_cheaply import main\n"
        "if __name__ == '__main__':\n    main(*sys.argv[1:])\n    print('loaded', 'spacy' in sys.modules)\n"
    )
    script = tmp_path / "script.py"
    script.write_text(program)
    root = str(Path(__file__).parents[2])
    command = [sys.executable, str(script), str(tmp_path / "x.db"), str(folder), "2", "4"]
    answer = subprocess.run(command, capture_output=True, text=True, check=True, env={**os.environ, "PYTHONPATH": root})
    assert answer.stdout.splitlines()[-1] == "loaded False"


def test_segments_are_kept_as_they_were_told(store: Store, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Arda said no.")
    added(store, tmp_path / "a.txt")
    (document,) = store.read().documents()
    assert list(store.read().pages()) == [(document, (Segment("body", 0, 13),))]
