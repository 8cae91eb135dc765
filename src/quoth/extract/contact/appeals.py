"""Nouns that tell of contacts elsewhere and mean something else where they stand: appeals, signals, roll calls, "in exchange for"."""

from __future__ import annotations

from quoth.extract.contact.telling import REMOTE
from quoth.syntax import Paragraph, Token

NOT_A_CALL = frozenset({"for", "on", "upon", "off", "in"})
"""What after the noun "call" makes it an appeal ("a call for peace")."""
APPEALS = frozenset({"call", "message"})
CHANNELS = frozenset(
    {"text", "email", "e-mail", "mail", "voice", "video", "audio", "private", "direct", "written", "recorded", "phone", "telephone", "radio",
     "coded", "encrypted", "electronic", "online", "instant", "personal", "handwritten", "twitter", "facebook", "whatsapp", "signal",
     "telegram", "slack", "diplomatic", "secret"}
)  # fmt: skip
"""What before "message" makes it one that was sent."""
HANDED_OVER = frozenset({"exchange", "receive", "deliver", "leave", "pass", "carry", "convey", "trade", "relay", "get"})
"""Verbs whose object "message" was sent; "send" may mean a signal too."""
IN_CONTACT = frozenset(
    {
        "discuss",
        "talk",
        "congratulate",
        "thank",
        "express",
        "brief",
        "inform",
        "update",
        "ask",
        "review",
        "offer",
        "tell",
        "warn",
        "convey",
    }
)
"""What is done in a call; a call to do anything else is an appeal."""
NO_TALK = frozenset({"roll", "robo", "curtain", "wake", "casting", "cattle", "trumpet", "bird", "booty", "tap", "margin", "cold"})
"""What before "call" makes it one that nobody takes."""

FOR_ALL = frozenset({"daily", "press", "news", "media", "safety", "shareholder", "shareholders"})
"""What makes a briefing or a meeting one of everybody who comes."""
TOURED = frozenset({"campaign", "bus", "book", "concert", "speaking", "whistle-stop", "pit", "bathroom", "traffic"})
"""What makes a tour or a stop no visit to anybody."""
BODILY = frozenset({"physical", "eye", "sexual", "bodily", "skin", "human", "close", "intimate", "romantic"})
FARE = frozenset({"tea", "coffee", "drink", "meal"})
SERVING = frozenset({"give", "bring", "hand", "offer", "serve", "pour", "make", "fetch", "send", "deny", "refuse"})
"""Verbs with which fare is handed to somebody, which is kind and no meeting: "They gave us tea"."""
SPEAKING = frozenset({"conversation", "discussion", "dialogue"})
PUBLIC = frozenset({"national", "public", "cultural", "societal", "wider", "larger", "broader"})
"""What makes a conversation one that everybody has."""


def is_no_contact(paragraph: Paragraph, noun: Token) -> bool:
    """Whether a noun of the lexicon means something else than a contact by the words around it."""
    if noun.lemma == "mail" and not _is_electronic(paragraph, noun):
        return True
    if noun.lemma == "stop" and _is_halt(paragraph, noun):
        return True
    before = {child.text.lower() for child in paragraph.children(noun.index, "compound", "amod", "nmod")}
    if noun.lemma == "audience" and paragraph.tokens[noun.head].text.lower() in {"before", "to", "from", "in", "of"}:
        return True  # hearers: "spoke before an audience"
    if noun.lemma in FARE and noun.dep in {"dobj", "oprd", "nsubjpass"} and paragraph.tokens[noun.head].lemma in SERVING:
        return True
    if before & FOR_ALL or (before & TOURED and noun.lemma in {"tour", "stop", "trip", "visit"}):
        return True
    public = noun.lemma in SPEAKING and any(child.text.lower() in PUBLIC for child in paragraph.children(noun.index, "amod"))
    return public or _is_appeal(paragraph, noun) or _is_touch(paragraph, noun) or _is_signal(paragraph, noun)


def _is_halt(paragraph: Paragraph, noun: Token) -> bool:
    """Whether a stop ends something and is no visit: "put a stop to it", "came to a stop"."""
    above = paragraph.tokens[noun.head]
    brought = above.text.lower() == "to" and paragraph.tokens[above.head].lemma in {"come", "bring", "grind"}
    return brought or (noun.dep == "dobj" and above.lemma == "put")


def _is_appeal(paragraph: Paragraph, noun: Token) -> bool:
    """Whether "call", "message" or "visit" is not a contact: "calls for peace", "a call to act"."""
    before = {child.text.lower() for child in paragraph.children(noun.index, "compound", "amod", "nmod")}
    if noun.lemma == "call" and before & (REMOTE | NO_TALK):
        return not before & REMOTE  # a telephone call is no appeal, whatever it was to do
    sent = noun.lemma == "message" and paragraph.tokens[noun.head].lemma in {"exchange", "send", "receive", "deliver"}
    if noun.lemma == "message" and any(child.text.lower() == "of" for child in paragraph.children(noun.index, "prep")):
        return True
    if (
        not sent
        and noun.lemma in APPEALS
        and any(
            child.tag == "VB" and child.lemma not in IN_CONTACT and not paragraph.children(child.index, "nsubj")
            for child in paragraph.children(noun.index, "acl", "relcl")
        )
    ):
        return True
    if noun.lemma == "call" and _is_to_do(paragraph, noun):
        return True
    return noun.lemma == "call" and any(
        child.text.lower() in NOT_A_CALL and not _is_dated(paragraph, child) for child in paragraph.children(noun.index, "prep")
    )


def _is_to_do(paragraph: Paragraph, noun: Token) -> bool:
    """Whether calls of somebody are to do something, wherever the parser hung that: "calls from Dolan to end the ban"."""
    senders = [child for child in paragraph.children(noun.index, "prep") if child.text.lower() in {"from", "by"}]
    behind = paragraph.edges[senders[0].index][1] + 1 if senders else len(paragraph.tokens)
    following = paragraph.tokens[behind : behind + 2]
    told = len(following) == 2 and following[0].tag == "TO" and following[1].tag == "VB"
    return told and following[1].lemma not in IN_CONTACT


def _is_signal(paragraph: Paragraph, noun: Token) -> bool:
    """Whether a "message" is what a deed or a speech means to somebody, and no letter: "sent a clear message to Arden", "our message to him"."""
    if noun.lemma != "message" or noun.tag == "NNP":
        return False
    by_what = {child.text.lower() for child in paragraph.children(noun.index, "compound", "amod", "nmod")}
    verb = paragraph.tokens[noun.head].lemma
    return not by_what & CHANNELS and (verb not in HANDED_OVER or noun.dep not in {"dobj", "nsubjpass", "conj"})


def _is_electronic(paragraph: Paragraph, noun: Token) -> bool:
    """Whether "mail" is the end of "e-mail", which the parser takes for three words."""
    before = [token.text.lower() for token in paragraph.tokens[max(0, noun.index - 2) : noun.index]]
    return before == ["e", "-"]


def _is_touch(paragraph: Paragraph, noun: Token) -> bool:
    """Whether "contact" is with a thing or by chance: "came into contact with"; and whether "touch" is none, being not "in touch"."""
    before = paragraph.tokens[noun.head].text.lower()
    beside = paragraph.tokens[noun.index - 1].text.lower() if noun.index else ""
    swapped = noun.lemma == "exchange" and beside == "in"  # "in exchange for"
    bodily = {child.text.lower() for child in paragraph.children(noun.index, "amod", "compound")} & BODILY
    if bodily == {"close"} and _is_kept_up(paragraph, noun):
        return False
    return (
        swapped
        or (noun.lemma in {"contact", "encounter"} and (before == "into" or bool(bodily)))
        or (noun.lemma == "touch" and before != "in")
    )


def _is_kept_up(paragraph: Paragraph, noun: Token) -> bool:
    """Whether somebody is in touch with a state, a body or somebody named: "officials have been in close contact with the Ardeners"."""
    preposition = paragraph.tokens[noun.head]
    heads = (head for child in paragraph.children(noun.index, "prep") for head in paragraph.children(child.index, "pobj"))
    stays = paragraph.tokens[preposition.head].lemma in {"be", "stay", "keep", "remain"}
    return preposition.text.lower() == "in" and stays and any(head.entity in {"NORP", "GPE", "ORG", "PERSON"} for head in heads)


def _is_dated(paragraph: Paragraph, preposition: Token) -> bool:
    inner = paragraph.children(preposition.index, "pobj")
    return bool(inner) and (inner[0].entity in {"DATE", "TIME"} or preposition.text.lower() in {"on", "in"})
