"""Input made to do harm: pages with scripts, forged dates, lines without end, texts that turn around, archives that swell."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

from quoth.records import Json

MARKS = (
    "<script>window.breached = 1; alert('breach')</script>",
    "<img src=x onerror=\"window.breached = 1; alert('breach')\">",
    "<svg onload=\"window.breached = 1; alert('breach')\"></svg>",
    '"><iframe srcdoc="<script>top.breached = 1</script>"></iframe>',
    "' onmouseover='window.breached = 1' x='",
    "{{ 7 * 7 }}{% include '/etc/passwd' %}",
)
"""What must come out as the words that they are."""
SCRIPT = "javascript:window.breached=1;alert('breach')"
TURNED = "\u202eyas ot esrever\u202c \u2066\u200b\u200c\u200d\ufeff\u2069"
"""Signs that turn the direction of writing, and signs that nobody sees."""
SAID = 'Harbour minister Ottla Venn said on Monday that "the Sill Gate is closed". The pilots of Marl denied that the Sill Gate is closed.'
DATES = (
    "99999-01-01",
    "0000-00-00",
    "0001-01-01",
    "9999-12-31T23:59:59+14:00",
    "9999-12-31",
    "-0500-02-30",
    "2031-02-31",
    "1e308",
    "9" * 40,
    "9" * 13,
    "2031-03-10T10:00:99+99:99",
    "٢٠٣١-٠٣-١٠",
)


def write_hostile(folder: Path, *, long: int = 1_000_000) -> Path:
    """A folder of files that each try something else; ``long`` is the length of the longest line."""
    folder.mkdir(parents=True, exist_ok=True)
    _write_records(folder / "records.jsonl")
    (folder / "marks.html").write_text(_page("".join(MARKS) + TURNED), encoding="utf-8")
    (folder / "nested.html").write_text(_page("<div><b><i>" * 4_000 + SAID), encoding="utf-8")
    row = f"<tr>{'<td>1</td>' * 20}</tr>"
    (folder / "table.html").write_text(_page(f"<table>{row * 800}</table>{'<table><tr><td>' * 300}"), encoding="utf-8")
    (folder / "line.txt").write_text(f"Gate closed\n\n{SAID}\n\n" + "x" * long, encoding="utf-8")
    (folder / "words.txt").write_text(f"Gate open\n\n{SAID} " + "marl " * 1_500, encoding="utf-8")
    (folder / "nulls.txt").write_bytes(b"Gate \x00\x00 ajar\n\n" + SAID.encode() + b"\x00\x01\x02\x7f tail\n" * 3)
    (folder / "broken.txt").write_bytes(
        f"Gate – “broken”\n\n{SAID} ".encode() + b"\xff\xfe\xc3\x28\xed\xa0\x80\xf0\x9f" + "é".encode() * 60
    )
    (folder / f"<img src=x onerror=alert(1)>{TURNED}.txt").write_text(f"Gate seen\n\n{SAID}\n", encoding="utf-8")
    (folder / "deep.jsonl").write_text('{"text": ' + "[" * 100_000 + "\n", encoding="utf-8")
    with gzip.open(folder / "swelling.txt.gz", "wb", compresslevel=2) as packed:
        packed.write(b"0" * 60_000_000)
    with gzip.open(folder / "swelling.jsonl.gz", "wb", compresslevel=2) as packed:
        packed.write(b"{}\n" * 20_000_000)
    (folder / "cut.jsonl.gz").write_bytes(gzip.compress(b'{"text": "Gate."}\n' * 50)[:-9])
    return folder


def _write_records(path: Path) -> None:
    hostile = "".join(MARKS) + TURNED
    rows: list[dict[str, Json]] = [
        {
            "id": f"{number}{mark}",
            "outlet": f"Marl {mark}",
            "title": f"{mark} {TURNED} gate {number}",
            "authors": [mark],
            "url": f"{SCRIPT}//{number}",
            "published": "2031-03-10",
            "text": f'{SAID} {mark} "{mark}", said Ottla Venn {mark}. {TURNED}',
            "extra": hostile,
        }
        for number, mark in enumerate(MARKS)
    ]
    rows += [
        {"outlet": "Forged Times", "published": day, "text": f"{SAID} Story {number}. He called her on Friday."}
        for number, day in enumerate(DATES)
    ]
    spread = "On 2 January 0001 and on 29 November 9999, two days after 31 December 9999, a decade ago, he said on Friday that gates close."
    rows += [
        {"outlet": "Forged Times", "published": day, "text": f"{SAID} {spread}"}
        for day in ("2031-03-10", "9999-12-31", "0001-01-01")
    ]
    rows += [
        {"outlet": "Nul\x00s", "title": "a\x00b", "text": f"{SAID}\x00\x00 \x08\x1b[31m red"},
        {"outlet": "x" * 20_000, "title": "y" * 30_000, "text": SAID},
        {"outlet": "../../etc/passwd", "title": "%00%2e%2e", "url": "http://[::1", "text": SAID},
        {"outlet": "Half", "title": "\ud800 half", "text": f"\udfff {SAID}"},
        {"outlet": "Hidden", "title": "\u200b\u200b", "text": "\u200b".join(SAID)},
    ]
    path.write_text("\n".join(json.dumps(row) for row in rows) + "\n", encoding="utf-8")


def _page(body: str) -> str:
    head = f'<title>Gate{MARKS[0]}</title><meta property="og:site_name" content="{MARKS[3]}"><link rel="canonical" href="{SCRIPT}">'
    return f"<!doctype html><html><head>{head}</head><body><article><h1>Sill Gate {MARKS[1]}</h1><p>{SAID}</p><p>{body}</p></article></body></html>"
