"""What the corpus is called as it is: links are finished for a corpus of that name."""

from __future__ import annotations

from quoth.records import identify
from quoth.store import ReadView
from quoth.store.corpus import noted_name


def corpus_part(view: ReadView, documents: str | None = None) -> str:
    """The name of the corpus as it is: it changes with every document that comes, goes or is read anew, and with the user's register and
    judgements. ``documents`` is what the documents are called, where that is known."""
    entries = (identify("entry", one) for one in (*view.register(), *view.judgements()))
    return identify("corpus", documents or documents_name(view), *entries)


def documents_name(view: ReadView) -> str:
    """What the documents and the settings under which each was read are called: as it is noted, else worked out."""
    noted = noted_name(view.engine)
    return noted or identify("documents", *(f"{document}:{fingerprint}" for document, fingerprint in sorted(view.extracted())))
