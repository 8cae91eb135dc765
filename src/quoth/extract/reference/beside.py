"""Names and what is said of them beside them, with more between the two than a comma: "Ann Lee, 34, a teacher", "the harbour master there, Ann
Lee,"."""

from __future__ import annotations

from collections.abc import Sequence

from quoth.extract.reference.found import NameFound
from quoth.extract.reference.titles_of import Office
from quoth.lexicon.names import given_names
from quoth.lexicon.titles import is_body_word
from quoth.syntax import Paragraph, Token

OLDEST = 120
CALLED = frozenset({"party", "newspaper", "weekly", "daily", "magazine", "tabloid", "broadcaster", "militia"})
"""Nouns behind the names of bodies, which no person's campaign, office or family is called by."""
FURTHEST = 4
"""Words between a description and the comma before the name."""
ENDING = frozenset({",", ".", ";", ")", "-", "–", "—", "”", "’"})


def without_age(tokens: Sequence[Token], comma: int) -> int:
    """The comma before an age, where one ends at ``comma``; else that comma."""
    aged = comma > 2 and tokens[comma - 2].text == "," and tokens[comma - 1].text.isdigit() and int(tokens[comma - 1].text) < OLDEST
    return comma - 2 if aged else comma


def is_aged(tokens: Sequence[Token], last: int) -> bool:
    """Whether an age stands between commas behind a name that ends at ``last``: "Lee, 43, said"; not one of a row of figures."""
    if last + 3 >= len(tokens) or tokens[last + 1].text != "," or tokens[last + 3].text not in {",", "."}:
        return False
    number = tokens[last + 2].text
    row = last + 4 < len(tokens) and tokens[last + 4].pos == "NUM"
    return number.isdigit() and 0 < int(number) < OLDEST and not row


def goes_on_in_list(paragraph: Paragraph, office: Office) -> bool:
    """Whether several are joined to what a description says: they and who is named before it are a list, and nobody is all of them:
    "Ann Lee, a teacher and two pupils left"."""
    joined = [child for at in {office.head_at, paragraph.tokens[office.head_at].head} for child in paragraph.children(at, "conj")]
    at = office.rightmost + 1
    follows = at < len(paragraph.tokens) and paragraph.tokens[at].text in {"and", "or"}
    return follows and any(child.tag in {"NNS", "NNPS"} and at < child.index <= at + FURTHEST for child in joined)


def joins_title(paragraph: Paragraph, office: Office) -> bool:
    """Whether an office behind an "and" may be said of who holds the one before it: without an article ("founder and chairman"), or with its
    own, where the first stands behind a name and a comma and one acts: "Ann Lee, the town's mayor and its treasurer, said"."""
    tokens, left = paragraph.tokens, office.leftmost
    if not office.definite:  # not "Ann Lee, a lawyer, and a neighbour"
        return not (tokens[left].pos == "DET" and left > 1 and tokens[left - 2].text == ",")
    first = tokens[tokens[office.head_at].head]
    start, name = paragraph.edges[first.index][0], tokens[first.head]
    set_off = start > name.index and tokens[start - 1].text == "," and tokens[left - 1].text == "and"
    one = office.head.kinds <= {"office", "role"} and not office.head.plural and first.tag in {"NN", "NNP"}
    whose = tokens[left].text.lower() in {"his", "her", "their"}
    named = name.pos == "PROPN" and not is_body_word(name.text) and first.dep == "appos"
    return named and set_off and one and not whose and _acts_alone(paragraph, name)


def _acts_alone(paragraph: Paragraph, name: Token) -> bool:
    """Whether no verb of several has a name as its subject."""
    verb = paragraph.tokens[name.head]
    forms = [verb, *paragraph.children(verb.index, "aux", "auxpass")] if name.dep in {"nsubj", "nsubjpass"} else []
    return not any(form.text.lower() in {"are", "were", "have"} or form.tag == "VBP" for form in forms)


def name_behind_more(paragraph: Paragraph, office: Office, names: Sequence[NameFound]) -> int | None:
    """The last token of a name that a comma sets behind a description of one person and a few words that belong to it: "the harbour master
    there, Ann Lee,", "a captain I trust, Ann Lee,"."""
    tokens, end = paragraph.tokens, office.rightmost
    comma = next((index for index in range(end + 2, min(end + FURTHEST + 2, len(tokens))) if tokens[index].text == ","), None)
    named = next((one for one in names if comma is not None and one.first == comma + 1), None)
    if comma is None or named is None or any(tokens[index].head == index for index in range(end + 1, comma)):
        return None
    low, high = paragraph.edges[office.head_at]
    own = all(low <= index <= high and tokens[index].pos != "PROPN" for index in range(end + 1, comma))
    after = tokens[named.last + 1].text if named.last + 1 < len(tokens) else "."
    return named.last if own and after in ENDING and tokens[named.last].dep in {"appos", "npadvmod"} else None


def is_apposed(paragraph: Paragraph, name: int, office: Office) -> bool:
    """Whether a name is the apposition of a description: "a lawyer for the paper, David Schulz,"."""
    token = paragraph.tokens[name]
    return token.dep == "appos" and office.leftmost <= token.head <= office.rightmost < name


def is_body_called(paragraph: Paragraph, name: NameFound) -> bool:
    """Whether a noun that parties and papers are called by stands right behind a name: "the Halden party", "the Brenn weekly"."""
    at, tokens = name.last + 1, paragraph.tokens
    if at >= len(tokens) or tokens[at].text not in CALLED or tokens[name.last].dep != "compound":
        return False
    return tokens[name.last].head == at and tokens[name.first].text not in given_names()
