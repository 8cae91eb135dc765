"""A document's text in segments: paragraphs and furniture, each with its kind."""

from quoth.segment.segments import segment_document

__all__ = ["segment_document"]
