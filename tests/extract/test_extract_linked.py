"""Statements in sentences that a page sets links into."""

from __future__ import annotations

from tests.extract.test_extract_statements import parts

from quoth.extract.statements import Nobody, find_statements
from quoth.language.english import English
from quoth.records import Document
from quoth.segment import segment_document

LINKS = "Maren LundHarbour vote put off again Lund says she will wait MORE"


def test_links_are_no_part_of_who_speaks_or_of_what_is_said() -> None:
    text = f"“The gates stay shut,” said Sen. Maren Lund {LINKS} (R-Ostia). Mayor Bo Tarn said that Lund had not asked Maren Lund {LINKS}’s own council."
    document = Document(
        id="d", article="d", input_id=None, outlet=None, url=None, title=None, authors=(), published=None, published_from="unknown",
        fetched=None, language="en", sha256="", origin=None, text=text, original="",
    )  # fmt: skip
    every = find_statements(English().parse(document, segment_document(document)), Nobody())
    found = [one for one in every if one.parent is None]
    assert [parts(one) for one in found] == [
        ("Sen. Maren Lund (R-Ostia)", "said", "“The gates stay shut,”"),
        ("Mayor Bo Tarn", "said", "that Lund had not asked Maren Lund ’s own council"),
    ]
    assert [len(one.source.spans) for one in found if one.source] == [2, 1]
