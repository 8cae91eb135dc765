"""The rooms of the house, each by its door. Importing this loads every stage but no model."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import BinaryIO

from quoth.extract.reader import AttributionReader
from quoth.language.english import English
from quoth.read.formats import read_input, read_stream
from quoth.read.walk import Input as File
from quoth.read.walk import find_inputs
from quoth.run.link import work_out_links
from quoth.run.rooms import Extract, Read, Rooms
from quoth.segment import segment_document
from quoth.settings import Settings


def read_file(found: File, settings: Settings) -> Iterator[Read]:
    """The originals of a file with their documents."""
    return read_input(found, settings=settings)


def read_pipe(stream: BinaryIO, settings: Settings) -> Iterator[Read]:
    """The originals of a stream with their documents."""
    return read_stream(stream, settings=settings)


@cache
def prepare_extract(_settings: Settings) -> Extract:
    """Parser and reader as one function; the parser's model is loaded with the first document."""
    parser, reader = English(), AttributionReader()
    return lambda document, segments: reader.extract(parser.parse(document, segments))


HOUSE = Rooms(
    find=find_inputs,
    read=read_file,
    read_stream=read_pipe,
    segment=segment_document,
    prepare_extract=prepare_extract,
    link=work_out_links,
)
