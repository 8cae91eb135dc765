"""What stands right before a name and is no title of its: another clause begins with the name ("the leader Dolan had killed"), or what
stands there was told something ("told the Brenn Herald President Dolan left")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from quoth.extract.reference.found import NameFound
from quoth.extract.reference.titles_of import Office
from quoth.lexicon.classes import word_class
from quoth.lexicon.names import given_names
from quoth.syntax import Paragraph, Token

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
GOVERNED = frozenset({"dobj", "pobj", "attr", "dative"})
"""How a noun hangs on what stands before it."""


def own_titles(paragraph: Paragraph, name: NameFound, offices: Sequence[Office]) -> Iterator[Office]:
    """Those of the ``offices`` before a name that are its own, nearest first."""
    for office in offices:
        if office.head.kinds != {"honorific"} and (begins_clause(paragraph, office, name) or _is_beside(paragraph, office, name)):
            return
        yield replace(office, owner=None, leftmost=office.first) if _is_listener(paragraph, office, name.last) else office


def _is_beside(paragraph: Paragraph, office: Office, name: NameFound) -> bool:
    """Whether a word in small letters and the name behind it both stand before one noun: "the official Brenn paper", "a major U.S. effort"."""
    word, last = paragraph.tokens[office.head_at], paragraph.tokens[name.last]
    both = word.head == last.head > name.last and last.dep in {"compound", "nmod", "amod"}
    return both and word.text.islower() and last.entity != "PERSON" and name.words[0] not in given_names()


def begins_clause(paragraph: Paragraph, office: Office, name: NameFound) -> bool:
    """Whether a surname, or a name with a title, is the subject of a clause about the noun before it: "the leader Dolan had killed", "a man
    Ms. Reeve says left"; the noun before a full name is mostly its title."""
    tokens, noun = paragraph.tokens, paragraph.tokens[office.head_at]
    full = name.first < name.last and name.first == office.last + 1
    if full or noun.text[0].isupper() or not _says_more(tokens, name.last):
        return False
    subject = tokens[name.last]
    verb = tokens[subject.head]
    if subject.dep in SUBJECTS and verb.dep == "relcl" and verb.head == noun.index:
        return True
    return noun.dep in GOVERNED and noun.head < office.leftmost and subject.dep in SUBJECTS | {"appos"}


def _is_listener(paragraph: Paragraph, office: Office, last: int) -> bool:
    """Whether what an office seems to be of was told what follows: "told the Brenn Herald President Dolan left"."""
    tokens = paragraph.tokens
    if (
        office.owner is None
        or office.owner[0] < 1
        or office.owner[1] != office.first - 1
        or not tokens[office.first].text[0].isupper()
    ):
        return False
    before = office.owner[0] - 1
    before -= before > 0 and tokens[before].text.lower() == "the"
    return tokens[before].lemma in word_class("told_something") and _says_more(tokens, last)


def _says_more(tokens: Sequence[Token], last: int) -> bool:
    """Whether a verb stands right behind a name that says what it does."""
    return last + 1 < len(tokens) and tokens[last + 1].tag in FINITE and not tokens[last + 1].begins_sentence
