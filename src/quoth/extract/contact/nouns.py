"""Contacts told by a noun: "held calls with", "the call between", "Friday's call", "in a letter to"."""

from __future__ import annotations

from dataclasses import replace

from quoth.extract.contact.appeals import is_no_contact
from quoth.extract.contact.compounds import parties_before
from quoth.extract.contact.holders import hearers_of, holders_of, listed, other_side, readers_of, writers_of
from quoth.extract.contact.nearby import named_before
from quoth.extract.contact.parties import Ground, companions_of, means_everyone, means_others, parties_of, without
from quoth.extract.contact.present import attendants_of
from quoth.extract.contact.roles import agreeing_parties, is_agreed_by_all
from quoth.extract.contact.shared import of_their_states, shared_out
from quoth.extract.contact.subjects import subject_of
from quoth.extract.contact.telling import PASSES, Telling, after_preposition, all_after, examples_under, kind_of_noun
from quoth.extract.contact.within import told_within
from quoth.lexicon.contacts import ContactWord, contact_words
from quoth.records import Party
from quoth.syntax import Paragraph, Token

WRITTEN = frozenset({"letter", "message"})
TO_SEND = frozenset({"message", "note", "memo"})
"""What is a contact only where the words say that it was sent."""
WITH = frozenset({"with"})
MEALS = frozenset({"dinner", "lunch", "breakfast", "banquet", "luncheon"})
FROM = frozenset({"from"})
AFTER = {
    **dict.fromkeys(("visit", "trip", "journey"), frozenset({"with", "to"})),
    "tour": frozenset({"to", "of"}),
    **dict.fromkeys(("stop", "stopover"), frozenset({"in"})),
}
"""The prepositions before the other side, where they are not "with" alone."""
SET_IN = frozenset({"after", "following", "during", "in", "as", "amid", "before", "despite", "at"})
SHOWN = frozenset({"release", "publish", "leak", "obtain", "reveal", "disclose"})
"""What is done with messages "between" those who wrote them, besides the verbs that hold a contact."""
BRINGING = frozenset({"accompany", "bring", "escort"})
ATTENDING = frozenset({"attend", "join", "skip", "cancel", "schedule"})
GOING = frozenset({"agree", "commit", "return", "go", "head", "come", "prepare", "enter", "arrive", "travel", "fly"})
OWN = frozenset({"community", "town", "hall", "caucus", "cabinet", "council", "board", "staff", "committee", "party"})
"""Whose own meeting is not one that was told before."""
HAVING = frozenset({"hold", "have", "sit", "resume", "restart", "begin", "conduct"})
QUANTITIES = frozenset(
    {"series", "string", "flurry", "number", "round", "pair", "couple", "set", "host", "spate", "line", "day", "hour", "week", "month", "year",
     "minute", "dozen", "hundred"}
)  # fmt: skip
"""Nouns before "of calls" that only say how many."""


def told_by_noun(ground: Ground, noun: Token, word: ContactWord) -> Telling | None:
    """The contact that a noun of the lexicon tells of, with its sides where they are named; None where it is none."""
    paragraph = ground.paragraph
    if is_no_contact(paragraph, noun):
        return None
    kind = kind_of_noun(paragraph, noun, contact_words("noun")) or word.kind
    if noun.lemma == "conference" and kind != "call":
        return None  # a press conference, a gathering of an association
    ground = replace(ground, outlets=kind in {"meeting", "letter"})
    verb = _light_verb(paragraph, noun)
    if verb is not None and kind in {"talks", "meeting"} and _is_by_telephone(paragraph, verb):
        kind = "call"
    apart = (
        kind == "visit"
        or (noun.tag == "NNS" and (word.apart or kind == "call"))
        or bool({"separate"} & _modifiers(paragraph, noun))
    )
    telling = Telling(
        kind=kind,
        apart=apart,
        verb=verb,
        noun=noun.index,
        definite=_is_definite(paragraph, noun),
        aside=verb is None and noun.dep == "pobj",
    )
    among = frozenset({"between", "among"})
    between = [*after_preposition(paragraph, noun.index, among), *_of_attribute(paragraph, noun)]
    between += after_preposition(paragraph, verb, among) if verb is not None else []
    held = [
        clause for clause in paragraph.children(noun.index, "acl", "relcl") if clause.lemma in contact_words("light").keys() | SHOWN
    ]
    between += [head for clause in held for head in after_preposition(paragraph, clause.index, among)]
    if between and between[0].text.lower() != "others":
        return _between(ground, between[0], telling)
    of = after_preposition(paragraph, noun.index, frozenset({"of"})) if kind != "visit" else ()
    if (each := next((head for head in of if len(shared_out(ground, head, None)) > 1), None)) is not None:
        return _between(ground, each, telling)  # "a meeting of the ministers of Arden and Norvia"
    sides = parties_before(ground, noun)
    if len(sides) > 1:
        return replace(telling, ones=sides[:1], others=sides[1:], apart=False)
    return _sided(ground, noun, telling)


def _is_by_telephone(paragraph: Paragraph, verb: int) -> bool:
    """Whether a contact is held by telephone: "received a briefing by phone"."""
    means = contact_words("means")
    return any(
        noun.lemma in means and means[noun.lemma].kind == "call"
        for child in paragraph.children(verb, "prep", "agent")
        if child.text.lower() in {"by", "over", "via", "on"}
        for noun in paragraph.children(child.index, "pobj")
    )


def _modifiers(paragraph: Paragraph, noun: Token) -> set[str]:
    return {child.lemma for child in paragraph.children(noun.index, "amod", "compound")}


def _is_definite(paragraph: Paragraph, noun: Token) -> bool:
    determiners = {child.text.lower() for child in paragraph.children(noun.index, "det")}
    before = {child.text.lower() for child in paragraph.children(noun.index, "predet", "amod")}
    named = any(child.pos == "PROPN" for child in paragraph.children(noun.index, "compound", "nmod"))
    regular = any(
        child.lemma in {"annual", "yearly", "weekly", "monthly", "regular"} for child in paragraph.children(noun.index, "amod")
    )
    own = any(child.lemma in OWN for child in paragraph.children(noun.index, "compound"))  # "the town meeting"
    if named or regular or own:
        return False  # an occasion with a name of its own ("the G7 summit")
    dated = any(child.entity == "DATE" and child.lemma != "year" for child in paragraph.children(noun.index, "poss"))
    return noun.tag == "NN" and (bool(determiners & {"the", "this", "that", "these", "those"} or "such" in before) or dated)


def _of_attribute(paragraph: Paragraph, noun: Token) -> list[Token]:
    """Heads after "between" where it hangs under what the contact is said to be ("their talk was the first between the capitals")."""
    governor = paragraph.tokens[noun.head]
    if noun.dep != "nsubj" or governor.lemma != "be":
        return []
    attributes = paragraph.children(governor.index, "attr", "acomp")
    return [head for attribute in attributes for head in after_preposition(paragraph, attribute.index, frozenset({"between"}))]


def _between(ground: Ground, head: Token, telling: Telling) -> Telling | None:
    if means_everyone(ground.paragraph, head):
        return replace(telling, everyone=True)
    parties = shared_out(ground, head, None, of_each=True) or parties_of(ground, head)
    parties = _parted(ground, head) if len(parties) == 1 else parties
    if len(parties) > 1 and parties[0].referent == parties[1].referent:
        parties = (parties[0], replace(parties[1], referent=None), *parties[2:])  # nobody talks with himself
    ours = len(parties) == 1 and head.tag in {"NNS", "NNPS"} and bool(ground.paragraph.children(head.index, "poss"))
    return replace(telling, ones=parties[:1], others=parties[1:], apart=False) if len(parties) > 1 or ours else None


def _parted(ground: Ground, head: Token) -> tuple[Party, ...]:
    """The two sides of "between", where the parser made one of them: "members of the court and Arden", read as the court and Arden's."""
    paragraph = ground.paragraph
    (whole,) = parties_of(ground, head)
    inside = [token for token in paragraph.tokens if whole.span.start <= token.start < whole.span.end]
    joints = [token for token in inside if token.text.lower() == "and" and 0 < token.index - inside[0].index < len(inside) - 1]
    behind = [parties_of(ground, name) for joint in joints[-1:] for name in paragraph.children(joint.head, "conj")]
    if not joints or not behind or not behind[0] or paragraph.tokens[joints[-1].head].index == head.index:
        return (whole,)
    span = paragraph.span(inside[0].index, joints[-1].index - 1)
    return (replace(whole, text=ground.text[span.start : span.end], span=span), *behind[0])


def _light_verb(paragraph: Paragraph, noun: Token) -> int | None:
    """The verb that holds or tells of the contact: "held calls", "talks took place", "a flurry of calls"."""
    token = noun
    governor = paragraph.tokens[token.head]
    while True:
        if governor.text.lower() == "of" and paragraph.tokens[governor.head].lemma in QUANTITIES:
            token = paragraph.tokens[governor.head]
        elif token.dep == "conj" and governor.pos == "NOUN":
            token = governor
        else:
            break
        governor = paragraph.tokens[token.head]
    if token.dep == "pobj" and governor.text.lower() in {"in", "to", "into", "onto", "for", "out", "at", "on"}:
        over = paragraph.tokens[governor.head]
        part = over.lemma != "take" or any(child.text.lower() == "part" for child in paragraph.children(over.index, "dobj"))
        joins = over.lemma in contact_words("join") and governor.dep in {"prep", "prt"} and over.index < governor.index
        return over.index if joins and part else None
    if governor.pos not in {"VERB", "AUX"}:
        return None
    told = (
        governor.lemma in contact_words("light")
        or governor.lemma in contact_words("halt")
        or governor.lemma in contact_words("ask")
    )
    if token.dep in {"dobj", "nsubjpass"} and told:
        return governor.index
    return governor.index if token.dep == "nsubj" and governor.lemma in PASSES else None


def _sided(ground: Ground, noun: Token, telling: Telling) -> Telling | None:
    """A contact noun with its sides: who held it, and with whom, to whom or from whom."""
    if telling.kind in WRITTEN:
        return _written(ground, noun, replace(telling, ones=writers_of(ground, noun, telling.verb)))
    attendants = attendants_of(ground, noun)
    ones = attendants or holders_of(ground, noun, telling.verb)
    going = _goers_to(ground, noun, ones)
    if going:
        return replace(telling, ones=going, others=ones)
    along = (*companions_of(ground, noun), *_brought(ground, noun))
    ones = (*ones, *without(along, ones)) if ones else ones
    telling = _with_others(ground, noun, replace(telling, ones=ones))
    if ones and not telling.others and telling.kind == "call":
        telling = replace(
            telling, others=without(readers_of(ground, noun, None, told_in=("acl",)), ones)
        )  # "his call pressing Reeve to resign"
    if ones and not telling.others and telling.verb is not None and ground.paragraph.tokens[telling.verb].lemma in ATTENDING:
        telling = replace(telling, others=without(named_before(ground, noun), ones))  # "attended the Reeve meeting"
    inside = None if telling.others or telling.kind == "visit" else told_within(ground, noun, telling)
    if inside is not None or (ones and telling.others):
        return inside or telling
    if taker := _taker(ground, noun, telling):
        return replace(telling, others=taker, initiator=ones[0] if telling.kind == "call" else telling.initiator)
    ones = ones or _over_clause(ground, noun) or (agreeing_parties(ground, telling.verb) if telling.verb is not None else ())
    together = len(ones) > 1 and (telling.verb is not None or bool(attendants) or _is_set_in(ground.paragraph, noun, telling))
    if together and telling.kind != "visit":
        sides = of_their_states(ground, ones)
        return replace(telling, ones=sides[:1], others=sides[1:], apart=False)
    return _left_open(ground, noun, telling, ones)


def _left_open(ground: Ground, noun: Token, telling: Telling, ones: tuple[Party, ...]) -> Telling | None:
    """A contact of which a side is left out: one that the reader is taken to know, or whose other side stands elsewhere."""
    known = telling.definite or _is_held_by_all(ground, telling) or _is_theirs(ground, noun, telling)
    known = known or is_agreed_by_all(ground, telling.verb)
    had = telling.verb is not None and ground.paragraph.tokens[telling.verb].lemma in HAVING
    telling = replace(telling, people=had and not telling.definite and _is_held_by_all(ground, telling))
    if telling.kind == "visit" and (known or ones):
        # a visit whose host was told before ("concluded its visit on Sunday") is taken up like "the call"
        return replace(telling, others=telling.others or ones, everyone=not telling.others, ones=())
    if known:
        several = len(ones) > 1 and not telling.others and _is_where_set(ground.paragraph, noun)
        return replace(telling, everyone=not telling.others, ones=ones if several else ())
    return replace(telling, everyone=True, ones=()) if telling.others and not ones else None


def _brought(ground: Ground, noun: Token) -> tuple[Party, ...]:
    """Whom somebody went with to a contact: "accompanied Reeve to the meeting"."""
    preposition = ground.paragraph.tokens[noun.head]
    verb = ground.paragraph.tokens[preposition.head]
    goes = noun.dep == "pobj" and preposition.text.lower() in {"to", "at", "for", "in", "on", "during"} and verb.lemma in BRINGING
    heads = ground.paragraph.children(verb.index, "dobj") if goes else ()
    return parties_of(ground, heads[0]) if heads else ()


def _goers_to(ground: Ground, noun: Token, named: tuple[Party, ...]) -> tuple[Party, ...]:
    """Who agreed or went to a contact whose other side is named before it: "agreed to the Reeve talks"."""
    preposition = ground.paragraph.tokens[noun.head]
    verb = ground.paragraph.tokens[preposition.head]
    goes = noun.dep == "pobj" and preposition.text.lower() in {"to", "for", "into"} and verb.lemma in GOING
    if not goes or not named or named != named_before(ground, noun):
        return ()
    subject = subject_of(ground.paragraph, verb.index)
    return without(parties_of(ground, subject), named) if subject is not None else ()


def _is_set_in(paragraph: Paragraph, noun: Token, telling: Telling) -> bool:
    """Whether what several did is set in or after a contact that must be theirs: "Dolan and Reeve agreed on it after a meeting"."""
    return not telling.definite and _is_where_set(paragraph, noun)


def _is_where_set(paragraph: Paragraph, noun: Token) -> bool:
    return noun.dep == "nsubj" or (noun.dep == "pobj" and paragraph.tokens[noun.head].text.lower() in SET_IN)


def _over_clause(ground: Ground, noun: Token) -> tuple[Party, ...]:
    """Those of whom the clause over "as talks progress", "before talks began" tells, where they are several."""
    verb = ground.paragraph.tokens[noun.head]
    bare = noun.tag == "NNS" and not ground.paragraph.children(noun.index, "det", "poss", "prep")
    if noun.dep != "nsubj" or verb.dep != "advcl" or not bare:
        return ()
    subject = subject_of(ground.paragraph, verb.head)
    found = parties_of(ground, subject) if subject is not None else ()
    return found if len(found) > 1 else ()


def _taker(ground: Ground, noun: Token, telling: Telling) -> tuple[Party, ...]:
    """Who took somebody's call: "Reeve took Dolan's call"."""
    owners = [owner for owner in ground.paragraph.children(noun.index, "poss") if owner.pos == "PROPN" and owner.entity != "DATE"]
    if (
        telling.verb is None
        or not owners
        or ground.paragraph.tokens[telling.verb].lemma not in {"take", "return", "answer", "accept"}
    ):
        return ()
    subject = subject_of(ground.paragraph, telling.verb)
    return without(parties_of(ground, subject), telling.ones) if subject is not None and noun.dep == "dobj" else ()


def _with_others(ground: Ground, noun: Token, telling: Telling) -> Telling:
    """The telling with the other side, and with who began the call where its direction says so."""
    after = AFTER.get(noun.lemma, WITH)
    shared = _named_of(ground, noun, after, telling) or _shared(ground, noun, after, telling)
    if shared:
        begun = telling.kind == "call" and telling.ones and not any(after_preposition(ground.paragraph, noun.index, after))
        return replace(telling, others=shared, aside=True, initiator=telling.ones[0] if begun else telling.initiator)
    holding = (
        [ground.paragraph.tokens[telling.verb]]
        if telling.verb is not None
        else ground.paragraph.children(noun.index, "relcl", "acl")
    )
    given = any(verb.lemma in {"host", "hold", "give", "throw"} for verb in holding)
    if given and noun.lemma in MEALS:
        after = after | {"for"}
    others = listed(ground, noun, after, telling.verb) or other_side(ground, noun, visit=telling.kind == "visit")
    others = others or _given_to(ground, telling)
    if others:
        return replace(telling, others=others)
    call = telling.kind == "call"
    if others := listed(ground, noun, frozenset({"to"}), telling.verb):
        return replace(telling, others=others, initiator=telling.ones[0] if call and telling.ones else telling.initiator)
    if others := listed(ground, noun, FROM, telling.verb):
        return replace(telling, others=others, initiator=others[0] if call else telling.initiator)
    return (
        telling
        if telling.kind == "visit"
        else replace(telling, others=without(hearers_of(ground, noun), telling.ones), inside=True)
    )


def _named_of(ground: Ground, noun: Token, after: frozenset[str], telling: Telling) -> tuple[Party, ...]:
    """Those of several others who are named, behind a noun that tells of as many contacts: "calls with leaders, including A and B"."""
    heads = after_preposition(ground.paragraph, noun.index, after | {"to"}) if telling.apart and telling.kind != "visit" else ()
    named = [party for head in heads for party in examples_under(ground, head)]
    return without(named, telling.ones)


def _shared(ground: Ground, noun: Token, after: frozenset[str], telling: Telling) -> tuple[Party, ...]:
    """The several states' people behind a noun that tells of as many contacts: "calls with the leaders of Arden and Ilmar"."""
    paragraph = ground.paragraph
    heads = list(after_preposition(paragraph, noun.index, after | {"to"})) if telling.apart else []
    if telling.apart and not heads and noun.dep == "pobj" and paragraph.tokens[noun.head].text.lower() in {"in", "during"}:
        heads = list(after_preposition(paragraph, paragraph.tokens[noun.head].head, frozenset({"to"})))
    shared = [shared_out(ground, head, next(iter(telling.ones), None)) for head in heads]
    each = [found or parties_of(ground, head) for found, head in zip(shared, heads, strict=True)]
    return tuple(party for found in each for party in found) if any(shared) else ()


def _written(ground: Ground, noun: Token, telling: Telling) -> Telling | None:
    """A letter or message with its writer first: "a letter from Dolan to Reeve", "Dolan's letter to Reeve"."""
    writers = all_after(ground, noun.index, FROM) or (listed(ground, noun, FROM, telling.verb) if telling.verb is not None else ())
    readers = (
        listed(ground, noun, frozenset({"to"}), telling.verb)
        or _exchanged_with(ground, noun, telling)
        or hearers_of(ground, noun)
        or readers_of(ground, noun, telling.verb)
    )
    if writers and not readers:
        readers = telling.ones
    elif not writers:
        writers = telling.ones
    verb = ground.paragraph.tokens[telling.verb] if telling.verb is not None else None
    if (
        telling.definite
        and verb is not None
        and verb.lemma in {"address", "end", "conclude", "open", "begin", "give", "hand"}
        and noun.dep == "dobj"
    ):
        return None  # "addressed the letter at a news conference"
    if verb is not None and verb.lemma in {"request", "seek", "demand"}:
        return None  # "requested the memos from the office"
    sent = noun.lemma not in TO_SEND or (telling.verb is not None and ground.paragraph.tokens[telling.verb].lemma not in PASSES)
    if writers and readers:
        return replace(telling, ones=writers, others=readers) if sent else None
    if len(writers) > 1 and telling.verb is not None and ground.paragraph.tokens[telling.verb].lemma == "exchange":
        return replace(telling, ones=writers[:1], others=writers[1:])
    return replace(telling, ones=(), others=readers, everyone=not readers) if telling.definite else None


def _exchanged_with(ground: Ground, noun: Token, telling: Telling) -> tuple[Party, ...]:
    """The other side of "exchanged letters with Reeve", "sent Reeve a letter"."""
    if telling.verb is None:
        return ()
    verb = ground.paragraph.tokens[telling.verb]
    given = [head for head in ground.paragraph.children(verb.index, "dative") if head.pos != "ADP"]
    if given:
        return parties_of(ground, given[0])
    return listed(ground, noun, WITH, verb.index) if verb.lemma in {"exchange", "trade", "share"} else ()


def _given_to(ground: Ground, telling: Telling) -> tuple[Party, ...]:
    """Whom somebody "paid a visit", "gave a call"."""
    given = ground.paragraph.children(telling.verb, "dative") if telling.verb is not None else ()
    return next((parties_of(ground, head) for head in given if head.pos != "ADP"), ())


def _is_theirs(ground: Ground, noun: Token, telling: Telling) -> bool:
    """Whether a contact is that of people told before: "their first meeting", of a summit of two."""
    owners = [one for one in ground.paragraph.children(noun.index, "poss") if one.text.lower() == "their"]
    return telling.kind != "visit" and not telling.others and any(not means_others(ground, one) for one in owners)


def _is_held_by_all(ground: Ground, telling: Telling) -> bool:
    if telling.verb is None:
        return False
    subject = subject_of(ground.paragraph, telling.verb)
    return subject is not None and means_everyone(ground.paragraph, subject) and not means_others(ground, subject)
