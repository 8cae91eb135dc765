"""Imported where readers are forked from: what any page needs is loaded once, and all of them share it."""

from quoth.web import one_reader
from quoth.web.warming import load

__all__ = ["one_reader"]

load()
