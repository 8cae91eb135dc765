from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from quoth.records import (
    Document,
    Findings,
    Mention,
    Name,
    Origin,
    Original,
    Passage,
    Referent,
    Segment,
    Span,
    Statement,
    document_id,
    identify,
    passage,
)
from quoth.store import Store, open_store

Page = tuple[Document, tuple[Segment, ...]]
Reading = tuple[Original, tuple[Page, ...]]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "ledger.db", create=True) as opened:
        yield opened


def make_reading(
    text: str,
    *,
    outlet: str | None = "Sava Herald",
    published: str | None = "2031-05-03",
    file: str = "a.txt",
    article: str | None = None,
) -> Reading:
    """A file of one paragraph, as the reading room would give it."""
    content = text.encode("utf-8")
    sha256 = hashlib.sha256(content).hexdigest()
    article = article or identify("article", file)
    document = Document(
        id=document_id(article, outlet, None, (), published, text),
        article=article,
        input_id=None,
        outlet=outlet,
        url=None,
        title=None,
        authors=(),
        published=published,
        published_from="metadata" if published else "unknown",
        fetched=None,
        language="en",
        sha256=sha256,
        origin=Origin(file, 0, len(text)),
        text=text,
        original=sha256,
    )
    return Original(sha256, content, "text/plain", "utf-8"), ((document, (Segment("body", 0, len(text)),)),)


def make_findings(document: Document, *, cue: str = "said") -> Findings:
    """A referent for the first word and a statement for what follows the cue, where the cue stands in the text."""
    text = document.text
    name = text.split()[0]
    referent = Referent(
        id=identify("referent", document.id, 0, len(name)),
        document=document.id,
        name=name,
        kind="person",
        names=(Name(name, 1),),
        titles=(),
        mentions=(Mention(Span(0, len(name)), name, "name"),),
    )
    start = text.find(f" {cue} ")
    return Findings(document.id, (referent,), () if start < 0 else (_statement(document, referent, start + 1, cue),))


def _statement(document: Document, referent: Referent, start: int, cue: str) -> Statement:
    source, said = referent.mentions[0].span, Span(start, start + len(cue))
    told = Span(said.end + 1, len(document.text))
    return Statement(
        id=identify("statement", document.id, source, said, told),
        document=document.id,
        form="indirect",
        stance="denies" if cue == "denied" else "asserts",
        source=passage(document.text, source),
        cue=passage(document.text, said),
        content=Passage(document.text[told.start : told.end], (told,)),
        speaker=referent.id,
        undecided=None,
        addressee=None,
        via=(),
        parent=None,
        negated=False,
        score=0.5,
        time=None,
        proposition=None,
    )


@pytest.fixture
def reading() -> Callable[..., Reading]:
    return make_reading


@pytest.fixture
def findings() -> Callable[..., Findings]:
    return make_findings


@pytest.fixture
def filled(store: Store) -> Store:
    """Four documents of two outlets, each with one statement."""
    texts = (
        ("Arda said the bridge was hit by a missile.", "Sava Herald", "2031-05-03", "said"),
        ("Borin denied that any missile was fired.", "Kora Today", "2031-05-02", "denied"),
        ("Arda said on Monday that forty were hurt.", "Kora Today", "2031-05-05T10:00:00+02:00", "said"),
        ("Cela said nothing of the naïve plan.", None, None, "said"),
    )
    with store.write() as writer:
        for number, (text, outlet, published, cue) in enumerate(texts):
            read = make_reading(text, outlet=outlet, published=published, file=f"{number}.txt")
            writer.add_readings([read])
            writer.add_findings([make_findings(read[1][0][0], cue=cue)], fingerprint="first")
    return store
