"""Contacts whose parties all are the subject: "Dolan and Reeve met", "the two discussed the talks"; and posts that leave "I" out."""

from __future__ import annotations

import re
from dataclasses import replace

from quoth.extract.contact.leading import headed_by
from quoth.extract.contact.parties import Ground, means_everyone, means_others, parties_of, without
from quoth.extract.contact.roles import are_named_before
from quoth.extract.contact.shared import of_their_states, shared_out
from quoth.extract.contact.telling import Telling, all_after
from quoth.lexicon.contacts import ContactWord
from quoth.syntax import Paragraph, Token

OWNED = re.compile(r"(his|her|their|its) ", re.IGNORECASE)
EACH_OTHER = frozenset({"other", "another"})


def mutual(ground: Ground, subject: Token, word: ContactWord, telling: Telling) -> Telling | None:
    """Reads "The two discussed …", "A and B met": all parties in the subject."""
    paragraph = ground.paragraph
    objects = [found for found in paragraph.children(telling.verb or 0, "dobj") if found.lemma not in word.word.split()]
    met = "about" not in word.frame and any(found.text.lower() not in EACH_OTHER for found in objects)  # "they met resistance"
    open_ = "about" in word.frame and telling.topic is None
    if "alone" not in word.frame or met or open_ or means_others(ground, subject):
        return None
    if means_everyone(paragraph, subject):
        return (
            None
            if _is_no_one_meeting(paragraph, subject, telling, word)
            else replace(telling, everyone=True, people=True, definite=True)
        )
    if are_named_before(paragraph, subject):
        return replace(telling, everyone=True, definite=True)
    parties = (*headed_by(ground, telling.verb or 0), *parties_of(ground, subject))
    beside = all_after(ground, telling.verb or 0, frozenset({"alongside"}))
    shared = shared_out(ground, subject, None, of_each=True) if len(parties) == 1 else ()
    parties = shared or of_their_states(ground, parties)
    several = len(parties) > 1 and (word.word != "speak" or telling.kind == "call" or not _is_public(paragraph, telling.verb or 0))
    if not several:
        return None
    if word.word == "negotiate" and telling.topic is not None and OWNED.match(parties[-1].text):
        return None  # "Dolan and her lawyer negotiated an agreement", with somebody else
    parties = (*parties, *without(beside, parties))
    return replace(telling, ones=parties[:1], others=parties[1:], apart=False)


def _is_no_one_meeting(paragraph: Paragraph, subject: Token, telling: Telling, word: ContactWord) -> bool:
    """Whether "the two" are only told of ("two officials who spoke", "both spoke on condition of anonymity") or whenever they talk ("the two are talking")."""
    verb = paragraph.tokens[telling.verb or 0]
    terms = [head.lemma for on in paragraph.children(verb.index, "prep") for head in paragraph.children(on.index, "pobj")]
    return (
        "condition" in terms or verb.head == subject.index or (verb.tag in {"VBG", "VBP", "VBZ"} and word.word in {"talk", "speak"})
    )


def _is_public(paragraph: Paragraph, verb: int) -> bool:
    """Whether several "spoke" to hearers, not to one another: at an event, before a crowd, or as the words say."""
    heard = {child.text.lower() for child in paragraph.children(verb, "prep", "agent")} & {
        "at",
        "before",
        "to",
        "in",
        "outside",
        "during",
    }
    aired = [
        head for on in paragraph.children(verb, "prep") if on.text.lower() == "on" for head in paragraph.children(on.index, "pobj")
    ]
    heard |= {head.text for head in aired if head.entity in {"ORG", "WORK_OF_ART"}}  # "spoke on a channel"
    said = paragraph.children(verb, "ccomp", "dobj", "advcl")
    heard |= {child.text.lower() for child in paragraph.children(verb, "prep")} & {
        "with"
    }  # "with some uncertainty", not with one another
    return bool(heard) or bool(said) or paragraph.tokens[verb].tag not in {"VBD", "VBN"}


def is_note(paragraph: Paragraph, verb: Token) -> bool:
    """Whether a sentence begins with its verb, as who posts it leaves "I" out: "Just spoke to Governor Dolan"."""
    first = paragraph.sentence_of(verb.index)[0]
    quoted = [t.index for t in paragraph.tokens[first : verb.index] if t.text in {"“", '"', "``"}]
    if quoted and verb.dep == "ccomp" and paragraph.tokens[quoted[-1] - 1].text == ":":
        first = quoted[-1]  # "She tweeted: “Just spoke to Governor Dolan"
    elif verb.dep != "ROOT":
        return False
    return verb.tag in {"VBD", "VBN"} and all(t.pos in {"ADV", "PUNCT"} for t in paragraph.tokens[first : verb.index])
