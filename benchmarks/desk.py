"""The desk on a large ledger: every kind of page asked for by eight readers at once, and fifty editors judging at once, over HTTP.

    python -m benchmarks.desk --documents 100000 --to build/desk

A ledger is generated where there is none in the folder (see ``desk_ledger.py``), then ``quoth serve`` is started as a process of its own. First
the readers never pause: one kind of page after the other, each address once, so that no answer is remembered. Then they pause as people do
(``--pause`` seconds on average between two pages, now short, now long), each asks for pages of every kind in turn, and again no answer is
remembered; at last they never pause and ask for what was asked for before. Printed for each kind of page are the milliseconds that a reader waits
(median, 95th percentile, longest) and, for readers who never pause, the processor time that the server spent on one; then the server's memory,
how long the first page took after the start, and how many of the editors' judgements the ledger holds.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPConnection, RemoteDisconnected
from pathlib import Path
from random import Random
from threading import Event, Thread, local
from urllib.parse import quote, urlencode

from benchmarks.desk_ledger import fill
from sqlalchemy import Table, select

from quoth.run.sheets import keep_sheets
from quoth.store import ReadView, Tallies, open_store, tables

READERS, EDITORS = 8, 50
NOTHING = "no such thing"
LARGEST = 10
"""Stories, actors and outlets that are asked for by themselves: the largest."""


@dataclass(frozen=True, slots=True)
class Desk:
    """A desk that runs."""

    process: int
    port: int

    def cpu(self) -> float:
        """Seconds of processor time that the server has spent, all its processes together."""
        spent = 0
        for process in self.processes():
            with suppress(FileNotFoundError, ProcessLookupError):
                fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
                spent += int(fields[11]) + int(fields[12])
        return spent / os.sysconf("SC_CLK_TCK")

    def memory(self) -> int:
        """Bytes that all its processes together hold now; what several share counts once."""
        held = 0
        for process in self.processes():
            with suppress(FileNotFoundError, ProcessLookupError):
                rollup = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii")
                held += 1024 * int(next(line.split()[1] for line in rollup.splitlines() if line.startswith("Pss:")))
        return held

    def processes(self) -> list[int]:
        """The server and all that it started, or that these did."""
        found = [self.process]
        for one in found:
            with suppress(FileNotFoundError, ProcessLookupError):
                for children in Path(f"/proc/{one}/task").glob("*/children"):
                    found += [int(child) for child in children.read_text(encoding="ascii").split()]
        return found


class Weigher:
    """Looks twice a second how much memory a desk holds."""

    def __init__(self, desk: Desk) -> None:
        self.most, self._desk, self._ended = 0, desk, Event()
        self._thread = Thread(target=self._look, daemon=True)
        self._thread.start()

    def _look(self) -> None:
        while not self._ended.wait(0.5):
            self.most = max(self.most, self._desk.memory())

    def end(self) -> int:
        """Bytes that it held at most."""
        self._ended.set()
        self._thread.join()
        return max(self.most, self._desk.memory())


@dataclass(frozen=True, slots=True)
class Asked:
    """Seconds that the pages of one kind took: each as its reader waited, and the server's processor time for one."""

    kind: str
    waits: tuple[float, ...]
    cpu: float
    failed: int

    def within(self, share: float) -> float:
        """How long at most this share of the readers waited."""
        return sorted(self.waits)[min(len(self.waits) - 1, int(share * len(self.waits)))]


_held = local()


def fetch(port: int, address: str) -> tuple[int, float]:
    """Status and seconds of one page, over this thread's own connection; over a new one where a pause was too long for it, as in a browser."""
    begun = time.perf_counter()
    try:
        status = _get(port, address)
    except (RemoteDisconnected, ConnectionError):
        _held.connection = None
        status = _get(port, address)
    return status, time.perf_counter() - begun


def _get(port: int, address: str) -> int:
    connection: HTTPConnection | None = getattr(_held, "connection", None)
    if connection is None or connection.port != port:
        connection = _held.connection = HTTPConnection("127.0.0.1", port, timeout=300)
    connection.request("GET", address)
    answer = connection.getresponse()
    answer.read()
    return answer.status


@contextmanager
def served(ledger: Path, options: Sequence[str] = ()) -> Iterator[Desk]:
    """The desk of a ledger, run as a process of its own."""
    command = [sys.executable, "-m", "quoth", "serve", "--port", "0", "--db", str(ledger), *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        line = process.stdout.readline() if process.stdout else ""
        try:
            yield Desk(process.pid, int(re.findall(r":(\d+)/", line)[0]))
        finally:
            process.terminate()


# --- what is asked for -----------------------------------------------------------------------------------------------------


def addresses(read: ReadView, count: int, chance: Random) -> dict[str, list[str]]:
    """Of every kind of page so many different addresses; of the largest stories, actors and outlets by themselves."""
    tallies = Tallies(read.engine)
    stories = [one.id for one in tallies.stories()]
    actors = [one.id for one in tallies.actors(limit=100_000)]
    outlets = [one.outlet for one in tallies.outlets() if one.outlet]
    claims, points = tallies.claims(), tallies.points("figure")
    names = [one.name for one in tallies.actors(limit=2000)]

    def some(held: Sequence[str], page: str) -> list[str]:
        return [page.format(quote(one, safe="")) for one in chance.sample(held, min(count, len(held)))]

    def first(held: Sequence[str], page: str) -> list[str]:
        return [page.format(quote(one, safe="")) for one in held[:LARGEST]]

    def pages(path: str, most: int) -> list[str]:
        return [f"{path}{'&' if '?' in path else '?'}page={1 + number % max(1, most)}&n={number}" for number in range(count)]

    said, documents = _some_ids(read, tables.statements, count), _some_ids(read, tables.documents, 2 * count)
    words = [document.text.split()[20:22] for document in read.documents(documents[:count])]
    return {
        "stories": pages("/stories", len(stories) // 25),
        "stories, words": [f"/stories?{urlencode({'q': one[0][:3]})}&n={at}" for at, one in enumerate(words)],
        "story": some(stories, "/stories/{}"),
        "story, largest": first(stories, "/stories/{}"),
        "largest: timeline": first(stories, "/stories/{}/timeline?page=2"),
        "largest: contacts": first(stories, "/stories/{}/contacts"),
        "largest: copies": first(stories, "/stories/{}/copies"),
        "largest: voices": first(stories, "/stories/{}/voices"),
        "largest: outlets": first(stories, "/stories/{}/outlets"),
        "largest: articles": first(stories, "/stories/{}/articles"),
        "largest: figures": first(stories, "/figures?story={}"),
        "largest: terms": first(stories, "/terms?story={}"),
        "largest: silences": first(stories, "/stories/{}/silence"),
        "silences of a story": some(stories, "/stories/{}/silence"),
        "claims": pages("/claims", len(claims) // 25),
        "claims of the largest": first(stories, "/claims?story={}"),
        "claim": some(claims, "/claims/{}"),
        "claim, most disputed": first(claims, "/claims/{}"),
        "claim beside": some(claims, "/claims/{}?panel=1&n=1"),
        "point": some(points, "/points/{}"),
        "contact": some(_some_ids(read, tables.events, count), "/contacts/{}"),
        "copy": some(_some_ids(read, tables.copies, count), "/copies/{}"),
        "figures": pages("/figures", len(points) // 20),
        "terms": pages("/terms", tallies.count_documents() // 1000),
        "people": pages("/actors", len(actors) // 60),
        "actor": some(actors, "/actors/{}"),
        "actor, most heard": first(actors, "/actors/{}"),
        "outlets": pages("/outlets", 1),
        "outlet": some(outlets, "/outlets/{}"),
        "outlet, largest": first(outlets, "/outlets/{}"),
        "article": some(documents[:count], "/articles/{}"),
        "statement": some(said, "/statements/{}"),
        "compare": [f"/compare?a={one}&b={two}" for one, two in zip(documents[:count], documents[count:], strict=False)],
        "search, words": [f"/search?{urlencode({'q': ' '.join(one)})}" for one in words],
        "search, one word": [f"/search?{urlencode({'q': one[0]})}" for one in words],
        "search, speaker": some(names, "/search?speaker={}"),
        "search, outlet": some(outlets, "/search?outlet={}&stance=denies"),
        "search, dates": [f"/search?since=2031-{1 + at % 12:02d}-{1 + at // 12 % 28:02d}&n={at}" for at in range(count)],
        "review": pages("/review", 50),
        "review, speakers": pages("/review?queue=speaker", 50),
        "review, who is who": pages("/review?queue=one", 5),
        "correct a statement": some(said, "/correct/statement/{}"),
        "correct a claim": some(claims, "/correct/claim/{}"),
        "correct an actor": some(actors, "/correct/actor/{}"),
        "correct a story": some(stories, "/correct/story/{}"),
        "about": pages("/about", 1),
        NOTHING: [f"/{('claims', 'articles', 'stories', 'actors')[at % 4]}/{at:020x}" for at in range(count)],
        "judgements": pages("/judgements", 1),
    }


def _some_ids(read: ReadView, table: Table, count: int) -> list[str]:
    """Identifiers of rows from all over a table; identifiers hash what a thing is, so their order is a chance one."""
    with read.engine.connect() as connection:  # type: ignore[union-attr] # an engine, not a connection in a transaction
        return list(connection.scalars(select(table.c.id).order_by(table.c.id).limit(count)))


# --- asking ----------------------------------------------------------------------------------------------------------------


def ask(desk: Desk, kind: str, wanted: Sequence[str]) -> Asked:
    """Let eight readers ask for these pages without a pause."""
    before = desk.cpu()
    with ThreadPoolExecutor(READERS) as readers:
        found = list(readers.map(lambda address: fetch(desk.port, address), wanted))
    waits = tuple(seconds for _, seconds in found)
    return Asked(kind, waits, (desk.cpu() - before) / max(1, len(found)), _failed(kind, [status for status, _ in found]))


def _failed(kind: str, found: Sequence[int]) -> int:
    """How many answers were not what was to be expected."""
    return sum(status != (404 if kind == NOTHING else 200) for status in found)


def ask_pausing(desk: Desk, wanted: Mapping[str, Sequence[str]], each: int, pause: float, chance: Random) -> list[Asked]:
    """Let eight readers ask for so many pages of each kind in turn, with a pause before each: on average so many seconds."""
    asked = [
        (kind, f"{one}{'&' if '?' in one else '?'}n=p{at}") for kind, some in wanted.items() for at, one in enumerate(some[:each])
    ]
    chance.shuffle(asked)

    def read(reader: int) -> list[tuple[str, int, float]]:
        own, found = Random(reader), list[tuple[str, int, float]]()  # noqa: S311 - a benchmark
        for kind, address in asked[reader::READERS]:
            time.sleep(own.expovariate(1 / pause))
            found.append((kind, *fetch(desk.port, address)))
        return found

    with ThreadPoolExecutor(READERS) as readers:
        found = [one for some in readers.map(read, range(READERS)) for one in some]
    return [
        Asked(
            kind,
            tuple(wait for name, _, wait in found if name == kind),
            0,
            _failed(kind, [code for name, code, _ in found if name == kind]),
        )
        for kind in wanted
    ]


def edit(desk: Desk, statement: str, name: str) -> int:
    """One editor opens the form of a statement, sets its stance and sends it; the answer's status."""
    connection = HTTPConnection("127.0.0.1", desk.port, timeout=300)
    connection.request("GET", f"/correct/statement/{statement}")
    answer = connection.getresponse()
    page, cookie = answer.read().decode(), (answer.headers.get("set-cookie") or "").partition(";")[0]
    fields = dict(re.findall(r'<input type="hidden" name="(token|seen)" value="([^"]*)"', page))
    body = urlencode(
        fields | {"action": "stance", "stance": "warns" if 'value="warns" selected' not in page else "asks", "by": name}
    )
    headers = {"cookie": cookie, "content-type": "application/x-www-form-urlencoded", "origin": f"http://127.0.0.1:{desk.port}"}
    connection.request("POST", f"/correct/statement/{statement}", body, headers)
    answer = connection.getresponse()
    answer.read()
    return answer.status


def edit_together(desk: Desk, ledger: Path, statements: Sequence[str]) -> str:
    """Fifty editors at once, each on a statement of their own; how many were told that their judgement is kept, and how many are."""
    stamp = f"{time.time():.0f}"
    begun = time.perf_counter()
    with ThreadPoolExecutor(EDITORS) as editors:
        answers = list(editors.map(lambda at: edit(desk, statements[at], f"Editor {stamp}-{at}"), range(EDITORS)))
    seconds = time.perf_counter() - begun
    with open_store(ledger, read_only=True) as store:
        kept = sum(one.by.startswith(f"Editor {stamp}-") for one in store.read().judgements())
    return f"{EDITORS} editors at once: {answers.count(303)} told that it is kept, {kept} kept, in {seconds:.1f} s"


def report(ledger: Path, count: int, pause: float, options: Sequence[str], say: Callable[[str], None]) -> None:
    """Ask for everything, and say how long it took."""
    with open_store(ledger, read_only=True) as store:
        wanted, statements = addresses(store.read(), count, Random(7)), _some_ids(store.read(), tables.statements, EDITORS)  # noqa: S311 - a benchmark
        held = store.read().counts()
    size = ledger.stat().st_size / 2**30
    say(f"{held['documents']:,} documents, {held['statements']:,} statements, {size:.2f} GB; load {os.getloadavg()[0]:.1f}")
    begun = time.perf_counter()
    with served(ledger, options) as desk:
        opened = time.perf_counter() - begun
        weigher = Weigher(desk)
        status, first = fetch(desk.port, "/")
        say(f"open after {opened:.1f} s, first page after {first:.2f} s more (status {status})")
        say(f"{READERS} readers who never pause; milliseconds")
        _say_all((ask(desk, kind, some) for kind, some in wanted.items()), say)
        say(
            f"{READERS} readers who pause for {pause:.0f} s on average between two pages of any kind; load {os.getloadavg()[0]:.1f}"
        )
        _say_all(ask_pausing(desk, wanted, max(1, count // 4), pause, Random(11)), say)  # noqa: S311 - a benchmark
        say(f"{READERS} readers who never pause and ask for one page again")
        _say_all([ask(desk, "asked before", ["/claims"] * 10 * count)], say)
        say(edit_together(desk, ledger, statements))
        say(f"memory of {len(desk.processes())} processes at most {weigher.end() / 2**30:.2f} GB; load {os.getloadavg()[0]:.1f}")


def _say_all(asked: Iterable[Asked], say: Callable[[str], None]) -> None:
    """One line for each kind of page, and one for all of them."""
    say(f"{'kind':<24}{'pages':>6}{'median':>9}{'95 %':>9}{'longest':>9}{'cpu':>8}")
    every: list[Asked] = []
    for one in asked:
        every.append(one)
        say(_line(one))
    waits = tuple(wait for one in every for wait in one.waits)
    cpu = sum(one.cpu * len(one.waits) for one in every) / len(waits)
    say(_line(Asked("all", waits, cpu, sum(one.failed for one in every))))


def _line(one: Asked) -> str:
    waits = "".join(f"{1000 * one.within(share):9.0f}" for share in (0.5, 0.95, 1))
    cpu = f"{1000 * one.cpu:8.0f}" if one.cpu else ""
    return f"{one.kind:<24}{len(one.waits):6}{waits}{cpu}{f'  {one.failed} failed' if one.failed else ''}"


def main() -> None:
    """Read the options, make the ledger where it is missing, print the figures."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--documents", type=int, default=10_000, help="articles of the ledger, each with ten statements")
    options.add_argument("--to", type=Path, default=Path("build"), help="the folder of the ledger; it is kept, and used again")
    options.add_argument("--pages", type=int, default=40, help="pages asked for of each kind")
    options.add_argument("--pause", type=float, default=2.0, help="seconds between two pages of a reader who pauses, on average")
    options.add_argument("--seed", type=int, default=7)
    options.add_argument("--ledger", type=Path, help="a ledger that is there already, and none is generated")
    options.add_argument("--processes", help="what `quoth serve` is told; nothing unless given")
    chosen = options.parse_args()
    chosen.to.mkdir(parents=True, exist_ok=True)
    ledger: Path = chosen.ledger or chosen.to / f"desk-{chosen.documents}.db"
    if not ledger.exists():
        with open_store(ledger, create=True) as store:
            print(f"generated in {fill(store, chosen.documents, chosen.seed):,.0f} s", flush=True)
    with open_store(ledger) as store:
        begun = time.process_time()
        if kept := keep_sheets(store):
            print(
                f"what the pages of {kept} large stories need worked out in {time.process_time() - begun:,.0f} s of processor time",
                flush=True,
            )
    served_with = ["--processes", chosen.processes] if chosen.processes else []
    report(ledger, chosen.pages, chosen.pause, served_with, lambda line: print(line, flush=True))


if __name__ == "__main__":
    main()
