"""Posts set into an article as platforms embed them: the words, a dash, the name, the handle, the day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quoth.extract.attribution.candidates import Attribution
from quoth.extract.attribution.labels import DASHES
from quoth.extract.attribution.ranges import Range
from quoth.lexicon.cues import cue_words
from quoth.syntax import Paragraph, ParsedDocument

KIND = "post"
SCORE = 0.9
"""The form is fixed by the platforms' own embedding code; what fails is where the post begins."""
LONGEST_NAME = 10
"""Tokens between the dash and the handle."""
LONGEST_LEAD = 16
"""Tokens of a clause that leads in to a post, its colon included."""
LONGEST_DATE = 8
"""Tokens behind the handle: a date, at most with its hour."""


def with_posts(paragraphs: Sequence[Paragraph], found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, with those of embedded posts ("Nobody asked us. — Ines Vell (@inesvell) March 9, 2020"): the dash is the cue, the name the
    source, the paragraph before the dash the content. Whatever else was found with its cue in such a signature is left out; so is a
    post that is given to somebody from outside ("Vell tweeted:")."""
    posts = {number: post for number, paragraph in enumerate(paragraphs) if (post := _post(number, paragraph)) is not None}
    kept = [one for one in found if one.paragraph not in posts or one.cue.last < posts[one.paragraph].head]
    taken = {number for one in kept for number, part in one.contents if number != one.paragraph and part.first <= 1}
    taken |= {
        one.paragraph for one in kept if one.paragraph in posts and _leads_in(paragraphs[one.paragraph], one, posts[one.paragraph])
    }
    return [*kept, *(post for number, post in posts.items() if number not in taken)]


def _leads_in(paragraph: Paragraph, one: Attribution, post: Attribution) -> bool:
    """Whether an attribution in the paragraph of a post gives its words already ("Vell tweeted: Nobody asked us. — Ines Vell (@inesvell)"): they
    reach up to the dash, behind a colon or by a source of the signer's name."""
    if not any(number == one.paragraph and part.last >= post.head - 2 for number, part in one.contents):
        return False
    words = {token.text for token in paragraph.tokens[one.source.first : one.source.last + 1]} if one.source else set[str]()
    signer = {token.text for token in paragraph.tokens[post.source.first : post.source.last + 1]} if post.source else set[str]()
    return paragraph.tokens[one.cue.last].text == ":" or bool(words & signer)


def name_signers(parsed: ParsedDocument, attributions: Sequence[Attribution]) -> ParsedDocument:
    """The document with the signatures of its posts as entities, where none of their words is part of one: a name on a platform may be any
    words. With an article it is a body's."""
    paragraphs = list(parsed.paragraphs)
    for one in attributions:
        if one.kind == KIND and one.source is not None:
            paragraphs[one.paragraph] = _signed(paragraphs[one.paragraph], one.source)
    return replace(parsed, paragraphs=tuple(paragraphs))


def _signed(paragraph: Paragraph, source: Range) -> Paragraph:
    tokens = list(paragraph.tokens)
    name = tokens[source.first : source.last + 1]
    if any(token.entity for token in name):
        return paragraph
    kind = "ORG" if name[0].tag == "DT" else "PERSON"
    tokens[source.first : source.last + 1] = [
        replace(token, entity=kind, begins_entity=token.index == source.first) for token in name
    ]
    return replace(paragraph, tokens=tuple(tokens))


def _post(number: int, paragraph: Paragraph) -> Attribution | None:
    tokens = paragraph.tokens
    handle = next((token.index for token in tokens[-LONGEST_DATE - 2 :] if token.text.startswith("@")), None)
    if handle is None or handle < 4 or tokens[handle - 1].text != "(":
        return None
    before = range(handle - 3, max(handle - 3 - LONGEST_NAME, 1), -1)
    dash = next((at for at in before if tokens[at].text in DASHES and tokens[at].space_after), None)
    if dash is None or not tokens[dash + 1].text[:1].isalnum():
        return None
    source, content = Range(dash + 1, handle - 2), Range(_start(paragraph, dash), dash - 1)
    return Attribution(number, dash, KIND, "—", Range(dash, dash), source, ((number, content),), SCORE, sure=SCORE)


def _start(paragraph: Paragraph, dash: int) -> int:
    """The first token of a post: behind what leads in to it ("On Monday Korr tweeted:"), else the paragraph's first."""
    tokens = paragraph.tokens
    colon = next((at for at in range(min(LONGEST_LEAD, dash - 1)) if tokens[at].text == ":"), None)
    if colon is None or not any((token.lemma, "verb") in cue_words() for token in tokens[:colon]):
        return 0
    return colon + 1
