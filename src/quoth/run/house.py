"""The rooms of the house, each by its door. Importing this loads every stage but no model."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import BinaryIO

from quoth.errors import Unavailable
from quoth.extract.attributors import Attributor, Rules
from quoth.extract.propositions import read_content
from quoth.extract.reader import AttributionReader
from quoth.language.english import English
from quoth.read.formats import read_input, read_stream
from quoth.read.walk import Input as File
from quoth.read.walk import find_inputs
from quoth.records import Document, Proposition, ReadBy, Statement
from quoth.run.asking import Asking, ask_for
from quoth.run.citing import update_edges
from quoth.run.gists import update_gists
from quoth.run.link import work_out_links
from quoth.run.rooms import Extract, Read, Rooms
from quoth.run.stories import update_stories
from quoth.segment import segment_document
from quoth.settings import Settings
from quoth.store import ReadView, Store

TRAINED = "quoth.extract.tagger.attributor"
"""Where the trained reader stands. It is loaded when it is chosen: it brings weights."""


def read_file(found: File, settings: Settings) -> Iterator[Read]:
    """The originals of a file with their documents."""
    return read_input(found, settings=settings)


def read_pipe(stream: BinaryIO, settings: Settings) -> Iterator[Read]:
    """The originals of a stream with their documents."""
    return read_stream(stream, settings=settings)


@cache
def prepare_extract(settings: Settings) -> Extract:
    """Parser and reader as one function; the parser's model is loaded with the first document."""
    if settings.reader == "llm":
        return Asking(English(), ask_for(settings), settings.llm_model, settings.llm_address).extract
    attributor, read_by = choose_attributor(settings), ReadBy(settings.reader)
    parser, reader = English(entities=not attributor.entities), AttributionReader(attributor)
    return lambda document, segments: replace(reader.extract(parser.parse(document, segments)), read_by=read_by)


def choose_attributor(settings: Settings) -> Attributor:
    """What finds attributions without asking anybody. Raises ``Unavailable`` where the trained one is not installed."""
    if settings.reader == "rules":
        return Rules()
    try:
        trained: Attributor = importlib.import_module(TRAINED).Trained()
    except ModuleNotFoundError as error:
        raise Unavailable(
            f"The trained reader is not part of this installation of quoth ({error}). Read by rules: quoth add --reader rules"
        ) from error
    return trained


def reread(document: Document, view: ReadView, statement: Statement) -> Proposition | None:
    """What the content of a statement says, its document parsed anew."""
    parsed = _parser().parse(document, view.segments(document.id))
    beside = [span for said in (statement.source, statement.cue) if said for span in said.spans]
    times, quantities = list(view.times([document.id])), list(view.quantities([document.id]))
    return read_content(parsed, statement.content.spans, beside=beside, times=times, quantities=quantities)


def update_kept(store: Store, settings: Settings) -> None:
    """What is kept of each document for linking: edges between documents, and the stories that documents make."""
    update_edges(store, settings)
    update_gists(store)
    update_stories(store)


@cache
def _parser() -> English:
    return English(entities=False)


HOUSE = Rooms(
    find=find_inputs,
    read=read_file,
    read_stream=read_pipe,
    segment=segment_document,
    prepare_extract=prepare_extract,
    link=work_out_links,
    copies=update_kept,
    reread=reread,
)
