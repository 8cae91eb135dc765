"""What the desk was given to add is added as the command adds it, with the reader that the ledger was read with; names stay in their folder."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.run.cheap_rooms import CHEAP

from quoth.errors import LedgerError, UsageError
from quoth.read.formats import read_input
from quoth.records import Findings, ReadBy, SetAside
from quoth.run.adding import Order
from quoth.run.events import Progress
from quoth.run.fetch import Page, Web
from quoth.run.orders import carry_out, find_all, page_name, settings_of
from quoth.run.tray import Tray, safe_name
from quoth.settings import Settings
from quoth.store import open_store

ADDRESS = "https://marl.example/2031/03/gate"
MARKUP = b"<html><head><title>Gate</title></head><body><article><h1>Gate</h1><p>Ottla Venn said on Monday that the Sill Gate is closed.</p></article></body></html>"
FETCHED = Page(ADDRESS, MARKUP, ".html", "2031-03-11T08:00:00+00:00")


class Shelf(Web):
    """A web of one page."""

    def fetch(self, address: str) -> Page:
        if address != ADDRESS:
            raise UsageError("nothing there")
        return FETCHED


WEB = Shelf(reach=lambda _target: [])


def test_everything_that_was_chosen_is_looked_at_even_what_a_folder_would_pass_over(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "photo.png", "2/a.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Ottla said it")
    found = {one.name: one for one in find_all([tmp_path])}
    assert set(found) == {"a.txt", "b.txt", "photo.png", "2/a.txt"}
    assert found["a.txt"].beside == (tmp_path / "b.txt",)


def test_a_fetched_page_is_known_by_its_address_and_by_when_it_was_fetched(tmp_path: Path) -> None:
    (tmp_path / page_name(FETCHED)).write_bytes(FETCHED.content)
    found = next(find_all([tmp_path], page=FETCHED))
    assert found.name.startswith("marl.example-")
    original, documents = next(one for one in read_input(found, settings=Settings()) if not isinstance(one, SetAside))
    assert original.content == MARKUP
    assert (documents[0].url, documents[0].fetched, documents[0].outlet) == (ADDRESS, "2031-03-11T08:00:00+00:00", "marl.example")


def test_an_order_says_what_is_new_and_reads_nothing_twice(tmp_path: Path) -> None:
    files, ledger, told = tmp_path / "files", tmp_path / "one.db", list[Progress]()
    files.mkdir()
    (files / "a.txt").write_text("Ottla said it")
    open_store(ledger, create=True).close()
    order = Order(ledger, files, ADDRESS)
    rooms = replace(CHEAP, copies=None)
    result = carry_out(order, told.append, rooms=rooms, web=WEB)
    assert (result.files, result.documents, len(result.articles), result.unchanged) == (2, 2, 2, 0)
    assert told[0].note == "fetching the page"
    assert carry_out(order, told.append, rooms=rooms, web=WEB).unchanged == 2
    with pytest.raises(UsageError, match="nothing there"):
        carry_out(replace(order, address="https://marl.example/other"), told.append, rooms=rooms, web=WEB)


def test_the_reader_of_most_of_the_ledger_goes_on_reading_it(tmp_path: Path) -> None:
    with open_store(tmp_path / "one.db", create=True) as store:
        assert settings_of(store.read()) == Settings()
        rooms = replace(CHEAP, copies=None)
        (tmp_path / "files").mkdir()
        for name in ("a", "b", "c"):
            (tmp_path / "files" / f"{name}.txt").write_text(f"{name} said it")
        carry_out(Order(tmp_path / "one.db", tmp_path / "files"), lambda _event: None, rooms=rooms)
        by = [ReadBy("rules"), ReadBy("rules"), ReadBy("llm", "small", "http://localhost:1/v1")]
        found = [Findings(id_, (), (), read_by=one) for id_, one in zip(store.read().document_ids(), by, strict=True)]
        with store.write() as writer:
            writer.add_findings(found[:2], fingerprint="x")
        assert settings_of(store.read()) == Settings(reader="rules")
        with store.write() as writer:
            writer.add_findings([replace(found[0], read_by=by[2]), found[2]], fingerprint="x")
        assert settings_of(store.read()) == Settings(reader="llm", llm_url="http://localhost:1/v1", llm_model="small")


@given(st.text(min_size=1, max_size=400))
@example("0000" + "𝐀" * 28 + " 𝐀")
@example("a" * 119 + ": b" * 40)
@example(":" * 300 + "a.txt")
def test_a_safe_name_stays_in_its_folder_and_is_safe_again(given_: str) -> None:
    try:
        name = safe_name(given_)
    except UsageError:
        return
    parts = PurePosixPath(name).parts
    assert not name.startswith("/")
    assert not [part for part in parts if part.startswith(".") or len(part.encode()) > 255]
    assert all(sign.isprintable() for sign in name)
    assert safe_name(name) == name


@pytest.mark.parametrize(
    ("given_", "name"),
    [
        ("../../etc/passwd", "etc/passwd"),
        ("C:\\Users\\me\\a.txt", "Users/me/a.txt"),
        ("a\x00b\n.txt", "a\ufffdb\ufffd.txt"),
        ("x" * 300 + ".jsonl.gz", "x" * 114 + ".jsonl.gz"),
        ("…/.htaccess", "…/htaccess"),
    ],
)
def test_names_keep_what_can_be_kept(given_: str, name: str) -> None:
    assert safe_name(given_) == name


@pytest.mark.parametrize("given_", ["", "..", "/", "...", " . / .. "])
def test_a_name_of_nothing_is_refused(given_: str) -> None:
    with pytest.raises(UsageError):
        safe_name(given_)


def test_a_tray_is_held_by_one_and_what_it_cannot_read_goes(tmp_path: Path) -> None:
    tray = Tray(tmp_path / "tray")
    with tray.alone():
        job = tray.begin("a file", by=None)
        tray.keep(replace(job, state="working", steps=(Progress("read", 1, None, "files"),)))
        (tray.root / "ffff").mkdir()
        (tray.root / "ffff" / "job.json").write_text('{"id": 1}')
        with pytest.raises(LedgerError, match="Another desk"), Tray(tmp_path / "tray").alone():
            pass
    assert [(one.id, one.state, one.steps) for one in tray.jobs()] == [(job.id, "stopped", (Progress("read", 1, None, "files"),))]
    assert not (tray.root / "ffff").exists()
    with pytest.raises(LedgerError, match="cannot be written"), Tray(tmp_path / "missing" / "tray").alone():
        pass
