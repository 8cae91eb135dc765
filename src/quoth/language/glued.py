"""Quotation marks and dashes that were set without a space, as tokens of their own.

The parser's tokenizer keeps `go.”―Ines`, `go."Then` and `to“stay` together, so that no quotation ends or begins there. Pages that lost their line breaks
have such words, and styles that set a dash close. Initials, inches and hyphens are left alone.
"""

from __future__ import annotations

from typing import Any

BAR = "―"
"""The horizontal bar, a dash like the others, which the tokenizer does not know."""
DASH = "--|[—–―]"

INFIXES = (
    r"(?<=[\w.,;:?!…)\]])[“”«»](?=[\w—–―\-])",
    r"(?<=[.,;:?!…)\]])\"(?=[A-Za-z])",
    rf"(?<=[A-Za-z.,;:?!…)\]])\"(?={DASH})",
    rf"(?<=[\"”])(?:{DASH})",
    r"(?<=[a-z])[.,;:?!](?=[\"“”][A-Za-z])",
)
"""Marks within a word: curly ones, a straight one behind the end of a clause or before a dash, a dash behind either, and what ends the clause."""


def split_glued(tokenizer: Any, defaults: Any) -> None:
    """Have a spaCy tokenizer cut such words; ``defaults`` are those of its language."""
    from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex  # noqa: PLC0415 - slow to load

    tokenizer.infix_finditer = compile_infix_regex([*INFIXES, *defaults.infixes]).finditer
    tokenizer.prefix_search = compile_prefix_regex([*defaults.prefixes, BAR]).search
    tokenizer.suffix_search = compile_suffix_regex([*defaults.suffixes, BAR]).search
