"""The subject of a verb, wherever in the sentence it stands, and who did what is told in the passive."""

from __future__ import annotations

from quoth.extract.contact.journeys import PLACES, journey_of, traveller
from quoth.extract.contact.moods import PURPOSES
from quoth.extract.contact.pieces import RELATIVE
from quoth.lexicon.contacts import contact_words
from quoth.lexicon.titles import titles
from quoth.syntax import Paragraph, Token

SUBJECTS = ("nsubj", "nsubjpass")
CONTROL = frozenset(
    {"say", "ask", "tell", "urge", "order", "invite", "press", "allow", "force", "want", "call", "beg", "instruct", "like", "prefer",
     "expect", "encourage", "advise", "persuade", "convince", "require", "permit", "implore", "pressure"}
)  # fmt: skip
"""Verbs whose object is the subject of the infinitive after them."""
SENDING = frozenset({"send", "dispatch", "deploy"})
"""Verbs whose object does what the infinitive after them tells: "sent Reeve to Tessen to meet Hale"."""
REASONS = frozenset({"reason", "basis", "motive", "excuse", "purpose", "criticism", "regret", "history", "practice", "record"})
INCLINATION = frozenset({"openness", "commitment", "aversion"})
"""What somebody has who would do something, or would not."""
HELPING = frozenset({"help", "support", "assist", "undermine", "back", "aid"})
JUDGING = frozenset(
    {"fault", "blame", "criticise", "criticize", "praise", "thank", "accuse", "condemn", "rebuke", "scold", "attack", "suspect",
     "convict", "slam", "chide", "applaud", "mock", "fire", "arrest"}
)  # fmt: skip
"""Verbs whose object did what stands behind "for" or "of"."""


def subject_of(paragraph: Paragraph, verb: int) -> Token | None:
    """The head of the subject of a verb, looked for over conjoined verbs, infinitives and participles."""
    journey = journey_of(paragraph, paragraph.tokens[verb])
    owner = traveller(paragraph, journey) if journey is not None else None
    if owner is not None:
        return owner
    seen: set[int] = set()
    index: int | None = verb
    while index is not None and index not in seen:
        seen.add(index)
        own = _own_subjects(paragraph, index)
        if own and not (index != verb and _asks_what(paragraph, own[-1], index)):
            return _antecedent(paragraph, own[-1], index)
        if own:
            index = next((above.index for above in paragraph.ancestors(index) if above.pos == "VERB"), None)
            continue
        index, found = _above(paragraph, paragraph.tokens[index])
        if found is not None:
            return found
    return _fronted(paragraph, verb)


def _asks_what(paragraph: Paragraph, subject: Token, verb: int) -> bool:
    """Whether a subject is the "what" of a clause under another, to which the parser joined what its somebody did: "never learned what
    happened and had not spoken to Reeve"."""
    return subject.text.lower() == "what" and paragraph.tokens[verb].dep in {"pcomp", "ccomp"}


def _own_subjects(paragraph: Paragraph, verb: int) -> list[Token]:
    """What the parser took for subjects of a verb, those before it where there are any, without what a preposition leads to: "aides close
    to then-candidate Dolan met", "departs for Tessen to meet Reeve"."""
    found = paragraph.children(verb, *SUBJECTS)
    before = [subject for subject in found if subject.index < verb]
    free = [subject for subject in before if not _is_led_to(paragraph, subject)]
    goal = not free and len(before) == 1 and before[0].entity in PLACES and paragraph.tokens[verb].tag == "VB"
    return [] if goal else free or before or list(found)


def _is_led_to(paragraph: Paragraph, subject: Token) -> bool:
    """Whether a preposition stands right before a noun phrase."""
    start = paragraph.edges[subject.index][0]
    while start > 0 and (paragraph.tokens[start - 1].text == "-" or paragraph.tokens[start - 1].pos == "ADV"):
        start -= 1
    return start > 0 and (paragraph.tokens[start - 1].pos == "ADP" or paragraph.tokens[start - 1].text.lower() == "for")


def _fronted(paragraph: Paragraph, verb: int) -> Token | None:
    """The subject of a finite verb that the parser took for an apposition of what stands before it: "In a letter to Reeve, Dolan said"."""
    token = paragraph.tokens[verb]
    if token.tag not in {"VBD", "VBZ", "VBP"}:
        return None
    if (beside := _hung_beside(paragraph, verb)) is not None:
        return beside
    start = min(
        [verb, *(child.index for child in paragraph.children(verb, "aux", "auxpass", "advmod", "neg") if child.index < verb)]
    )
    behind = (
        one
        for one in paragraph.tokens[paragraph.edges[verb][0] : start]
        if one.dep == "appos" and paragraph.edges[one.index][1] in {start - 1, start - 2}
    )
    return next((one for one in behind if paragraph.tokens[paragraph.edges[one.index][0] - 1].text == ","), None)


def _hung_beside(paragraph: Paragraph, verb: int) -> Token | None:
    """A name before a verb that the parser took for a measure: "…, Anna Reeve, the envoy, hand-delivered a letter"."""
    named = [child for child in paragraph.children(verb, "npadvmod") if child.entity == "PERSON" and child.index < verb]
    before = paragraph.tokens[paragraph.edges[named[0].index][0] - 1].text if named else ""
    return named[0] if len(named) == 1 and before in {",", "“", '"'} else None


def _antecedent(paragraph: Paragraph, subject: Token, verb: int) -> Token:
    """The noun that a relative pronoun stands for, else the subject itself."""
    relative = paragraph.tokens[verb]
    if subject.text.lower() in RELATIVE and relative.dep == "relcl":
        return _one_of(paragraph, paragraph.tokens[relative.head])
    return subject


def _one_of(paragraph: Paragraph, noun: Token) -> Token:
    """Who is said to be among "those who" did something, else "those"."""
    preposition = paragraph.tokens[noun.head]
    verb = paragraph.tokens[preposition.head]
    if noun.text.lower() != "those" or preposition.text.lower() != "among" or verb.lemma != "be":
        return noun
    people = paragraph.children(verb.index, "nsubj", "attr")
    return people[-1] if people else noun


def _above(paragraph: Paragraph, token: Token) -> tuple[int | None, Token | None]:
    """Where to look on for a subject that a verb has not itself: another verb, or the noun found."""
    head = paragraph.tokens[token.head]
    if token.dep == "acl" and head.pos in {"NOUN", "PROPN"} and token.tag != "VB":
        # "Dolan, the minister, called Reeve": the parser takes the past tense for a participle
        alone = head.pos == "PROPN" or head.dep == "ROOT"  # a sentence without another verb: "Several neighbours called the police"
        done = any(one.pos == "NOUN" for one in paragraph.children(token.index, "dobj"))  # what was done to somebody has no object
        objects = paragraph.children(token.index, "oprd", "dobj")
        rung = any(one.lemma in contact_words("service") for one in objects)  # "after neighbours called the police"
        told = token.tag == "VBG" or done or (alone and objects) or rung
        return (None, head) if told else (None, None)
    if token.dep in {"acl", "relcl", "xcomp"} and token.tag == "VB" and head.pos in {"NOUN", "PROPN"}:
        return _goal_of(paragraph, head) if head.dep == "pobj" and head.entity in PLACES else _would_be(paragraph, head)
    if token.dep in {"xcomp", "ccomp", "advcl", "acomp", "conj", "pcomp", "prep", "dep"}:
        # "accusing Dolan of pressing Reeve", read as Dolan of pressing
        objects = (head,) if _is_judged(paragraph, token) else paragraph.children(head.index, "dobj")
        sent = head.lemma in SENDING and token.tag == "VB" and token.dep in {"xcomp", "advcl"}
        judged = token.dep == "prep" and token.text.lower() in {"for", "of"} and head.lemma in JUDGING
        helped = token.text.lower() == "in" and head.lemma in HELPING and bool(objects) and _is_person(objects[0])
        if objects and (helped or judged or sent or objects[0] == head or (token.dep == "xcomp" and head.lemma in CONTROL)):
            return None, objects[0]  # "faults Dolan for saying so in a letter", "asks Dolan to write"
        owner = _whose_reasons(paragraph, token)
        if owner is not None or (token.dep == "ccomp" and token.tag not in {"VBG", "VB"}):
            return None, owner
        inclined, owner = _inclined(paragraph, token)
        goes_on = head.pos in {"VERB", "AUX", "ADP", "SCONJ", "ADJ", "ADV"} and head.index != token.index
        blamed = inclined if inclined is not None else _blamed(paragraph, token)
        return (head.index if goes_on else blamed), owner
    return None, None


def _is_judged(paragraph: Paragraph, token: Token) -> bool:
    """Whether what stands behind "for" or "of" was done by whom it is hung on, the object of a verb of blame or praise."""
    head = paragraph.tokens[token.head]
    of_object = token.dep == "prep" and token.text.lower() in {"for", "of"} and head.dep == "dobj"
    return of_object and paragraph.tokens[head.head].lemma in JUDGING


def _whose_reasons(paragraph: Paragraph, token: Token) -> Token | None:
    """Whose reasons a gerund is told under: "Dolan's reasons for meeting Reeve"."""
    noun = paragraph.tokens[paragraph.tokens[token.head].head]
    return next(iter(paragraph.children(noun.index, "poss")), None) if token.dep == "pcomp" and noun.lemma in REASONS else None


def _is_person(token: Token) -> bool:
    word = titles().get(token.text.lower())
    return token.entity == "PERSON" or (word is not None and word.person)


def _inclined(paragraph: Paragraph, token: Token) -> tuple[int | None, Token | None]:
    """Who does what a noun of readiness leads to: "Dolan's openness to meeting Reeve", "expressed openness to meeting her"."""
    noun = paragraph.tokens[token.head]
    if token.dep != "prep" or noun.pos != "NOUN" or noun.lemma not in INCLINATION:
        return None, None
    owner = next(iter(paragraph.children(noun.index, "poss")), None)
    verb = paragraph.tokens[noun.head]
    return (verb.index if owner is None and noun.dep == "dobj" and verb.pos == "VERB" else None), owner


def _blamed(paragraph: Paragraph, token: Token) -> int | None:
    """The verb whose subject did what stands behind "for": "was under investigation for meeting Reeve"."""
    head = paragraph.tokens[token.head]
    over = paragraph.tokens[paragraph.tokens[head.head].head]
    blamed = token.dep == "prep" and token.text.lower() == "for" and head.dep == "pobj" and over.lemma == "be"
    return over.index if blamed else None


def _is_unknown_name(noun: Token) -> bool:
    """Whether a noun is a name that the parser did not know: capitalised, and no word for people or plans."""
    return noun.text[:1].isupper() and noun.tag == "NN" and noun.text.lower() not in titles() and noun.lemma not in PURPOSES


def _goal_of(paragraph: Paragraph, place: Token) -> tuple[int | None, Token | None]:
    """Who went to a place to do something: "flew to Tessen to meet Reeve"."""
    over = paragraph.tokens[paragraph.tokens[place.head].head]
    return (over.index, None) if over.pos in {"VERB", "AUX"} else (None, None)


def _would_be(paragraph: Paragraph, noun: Token) -> tuple[int | None, Token | None]:
    """Who does what an infinitive under a noun tells: "Dolan's plans to meet", "Dolan made plans to meet", "the first leader to meet"."""
    if noun.pos == "PROPN" or (noun.dep == "ROOT" and _is_unknown_name(noun)):
        return None, noun  # a headline's "Dolan to meet Reeve"
    answer = paragraph.tokens[noun.head]
    if noun.lemma == "invitation" and noun.dep == "dobj" and answer.lemma in {"accept", "receive", "decline", "reject", "consider"}:
        return answer.index, None  # "Dolan accepted Reeve's invitation to return"
    owners = paragraph.children(noun.index, "poss")
    makers = (
        head
        for by in paragraph.children(noun.index, "prep")
        if by.text.lower() == "by"
        for head in paragraph.children(by.index, "pobj")
    )
    owner = next(iter(owners), None) or next(makers, None)
    if owner is not None:
        return None, owner
    misread = [child for child in paragraph.children(noun.index, "compound") if child.pos == "PROPN"]
    if misread and noun.dep == "ROOT":
        return None, misread[-1]  # "Dolan plans to meet Reeve", read as plans of Dolan's
    above = paragraph.tokens[noun.head]
    if above.pos in {"VERB", "AUX"} and noun.dep in {"dobj", "attr"}:
        return above.index, None
    word = titles().get(noun.text.lower())
    return None, noun if word is not None and word.person else None


def agent_of(paragraph: Paragraph, verb: int) -> Token | None:
    """The head after "by" of a passive verb."""
    for child in paragraph.children(verb, "agent", "prep"):
        if child.text.lower() == "by":
            return next(iter(paragraph.children(child.index, "pobj")), None)
    places = (inner for child in paragraph.children(verb, "prep") for inner in paragraph.children(child.index, "pobj"))
    hung = (by for place in places for by in paragraph.children(place.index, "prep") if by.text.lower() == "by")
    return next((head for by in hung for head in paragraph.children(by.index, "pobj")), None)  # "was met at the gate by Reeve"
