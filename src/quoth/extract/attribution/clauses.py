"""Small questions about a verb's own clause."""

from __future__ import annotations

from quoth.syntax import Paragraph, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
PASSIVE = frozenset({"nsubjpass", "auxpass", "csubjpass"})


def is_passive(paragraph: Paragraph, head: int) -> bool:
    """Whether a verb is passive, reduced clauses included: "was asked", "when asked", "the man accused of it"."""
    token = paragraph.tokens[head]
    children = paragraph.children(head)
    if any(child.dep in PASSIVE for child in children):
        return True
    if token.tag != "VBN" or any(child.dep in {"aux", "nsubj"} for child in children):
        return False
    return token.dep in {"acl", "advcl"} or (token.dep == "conj" and is_passive(paragraph, token.head))


def own_subject(paragraph: Paragraph, head: int) -> Token | None:
    """The subject of a verb's own clause, empty pronouns included."""
    return next((child for child in paragraph.children(head) if child.dep in SUBJECTS), None)
