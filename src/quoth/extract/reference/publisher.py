"""Who publishes a document. A body that does so in its own name (a ministry's channel, an agency's page) is meant by "the ministry" and
"we"; an outlet of the press by "us" where somebody tells it something, and by "this newspaper"."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping

from quoth.extract.attribution.clauses import own_subject
from quoth.extract.reference.demonyms import state_of
from quoth.extract.reference.found import NameFound
from quoth.extract.reference.identities import body_words
from quoth.extract.reference.participants import Named, Participant
from quoth.lexicon.cues import cue_class
from quoth.lexicon.datelines import Dateline, match_dateline
from quoth.lexicon.gazetteer import Known
from quoth.lexicon.names import given_names
from quoth.lexicon.titles import NEWS, names_body, titles
from quoth.syntax import Paragraph, ParsedDocument, Token

PRESS = frozenset(
    {
        "newspaper",
        "paper",
        "outlet",
        "magazine",
        "network",
        "broadcaster",
        "channel",
        "station",
        "website",
        "site",
        "publication",
        "weekly",
        "daily",
    }
)
"""What an outlet calls itself after "this"."""
REPORTING = frozenset({"reporter", "correspondent"})
TELLING = frozenset({"say", "speak", "talk", "explain", "confirm"})
ANYONE = frozenset({"you", "they", "people", "everyone", "everybody", "someone", "somebody"})
LONGEST = 8
"""Words of the name of a body that issues a document."""
WE = frozenset({"we", "us", "our", "ours", "ourselves"})


def find_publisher(outlet: str | None, bodies: Iterable[Participant], demonyms: Mapping[str, str]) -> Participant | None:
    """The body that an outlet's name names: one of the document's ``bodies`` where it is named there, else a new one; None for press."""
    if outlet is None or not names_body(outlet):
        return None
    words = outlet.split()
    country = state_of(words[0], demonyms)
    own = body_words(" ".join(words[1:] if country else words))
    for body in bodies:
        if body.kind == "body" and body.words == own and body.country in {country, None}:
            return body
    return Participant("body", outlet, country=country, words=own)


def issuer_of(title: str | None) -> str | None:
    """The body that a document is by its title: "Ministry of Works of Arden: Communiqué No. 4"."""
    issuer, _, rest = (title or "").partition(": ")
    kind = titles().get(rest.split()[0].lower()) if rest else None
    issued = kind is not None and "document" in kind.kinds and names_body(issuer)
    return issuer if issued and 1 < len(issuer.split()) <= LONGEST else None


def find_own_names(parsed: ParsedDocument, named: Iterable[Named]) -> dict[str, Known]:
    """What the document's outlet, where it is press, is called in it: by its whole name, its last word after an article ("the Herald" in the
    Brenn Herald, where no other Herald is named), or as its dateline has it ("(Halden)" for Halden Press)."""
    outlet = parsed.document.outlet
    if outlet is None or names_body(outlet):
        return {}
    bare = outlet.removeprefix("The ")
    me, words, found = Known("outlet", outlet, None), bare.split(), {outlet, bare}
    others = {one.found.text.split()[-1] for one in named if one.found.text not in found and " " in one.found.text}
    if len(words) < 2:
        registered = any(one.found.text == outlet and one.found.known is not None for one in named)
        return {outlet: me} if _is_no_surname(bare, others) and not registered else {}
    if words[-1] not in others and any(one.found.text == words[-1] and _after_article(parsed, one.found) for one in named):
        found.add(words[-1])
    credited = {line.agency for line in _datelines(parsed) if line.agency}
    if words[-1].lower() in NEWS and " ".join(words[:-1]) in credited:
        found.add(" ".join(words[:-1]))
    return dict.fromkeys(found, me)


def _is_no_surname(word: str, others: Container[str]) -> bool:
    """Whether nobody of the text can be meant by a word: it is no given name and ends no other name."""
    return word not in others and word not in given_names()


def _after_article(parsed: ParsedDocument, found: NameFound) -> bool:
    tokens = parsed.paragraphs[found.place].tokens
    return found.first > 0 and tokens[found.first - 1].text in {"the", "The"}


def _datelines(parsed: ParsedDocument) -> Iterator[Dateline]:
    lines = (match_dateline(parsed.document.text, one.start, one.end + 1) for one in parsed.segments if one.kind == "dateline")
    return (line for line in lines if line is not None)


def find_press(outlet: str | None, known: Iterable[Participant]) -> Participant | None:
    """The outlet itself, as who is spoken to: one of the participants ``known`` of its name, else a new one."""
    if outlet is None:
        return None
    return next((one for one in known if outlet in {one.name, *one.names}), None) or Participant("outlet", outlet)


def is_told(paragraph: Paragraph, token: Token) -> bool:
    """Whether "us", or the "me" of who writes, is told something: "told us", "wrote to me"; not "if you had told me"."""
    link = paragraph.tokens[token.head]
    if token.text.lower() not in {"us", "me"}:
        return False
    if token.dep in {"dobj", "dative"} and link.pos == "VERB":
        return link.lemma in cue_class("listener") and _is_by_somebody(paragraph, link, token)
    over = paragraph.tokens[link.head]
    return link.lemma == "to" and over.lemma in cue_class("listener") | TELLING and _is_by_somebody(paragraph, over, token)


def _is_by_somebody(paragraph: Paragraph, verb: Token, token: Token) -> bool:
    """Whether it is told who tells "me"; people in general tell it in memoirs and speeches, not to an outlet."""
    subject = own_subject(paragraph, verb.index)
    return token.text.lower() == "us" or (subject is not None and subject.text.lower() not in ANYONE)


def names_itself(paragraph: Paragraph, first: int, head: int) -> bool:
    """Whether a description is the outlet's word for itself or for who is told something in its name: "this newspaper", "told our reporter"."""
    word, noun = paragraph.tokens[first].text.lower(), paragraph.tokens[head]
    told = word == "our" and noun.lemma in REPORTING and noun.dep in {"dobj", "dative", "pobj"}
    return told or (word == "this" and noun.lemma in PRESS)
