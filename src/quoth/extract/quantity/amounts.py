"""Amounts of money and measures: their unit, and what they are amounts of."""

from __future__ import annotations

from collections.abc import Sequence

from quoth.extract.quantity.fates import LIGHT
from quoth.extract.quantity.figures import Figure
from quoth.extract.quantity.phrases import behind, counts, governor, phrase, told_apart
from quoth.extract.quantity.rates import rate_of
from quoth.extract.quantity.things import Counted
from quoth.lexicon.units import unit_words
from quoth.syntax import Paragraph, Token

LENGTHS = frozenset({"km", "m", "mi", "nautical miles", "yd", "ft"})
SIZES = LENGTHS | {"cm", "mm", "in", "kg", "g", "oz", "t", "ha", "ac"}
"""Units of what a thing itself is said to measure ("the wreck measured 30 metres"); of others it says who read them."""
AWAY = frozenset({"from", "off", "away", "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest",
                  "downstream", "upstream", "inland", "offshore", "uphill", "downhill"})  # fmt: skip
REACH = 3
"""Words behind a length within which "from" or "of" leads to the place that it is counted from ("nine miles north of")."""
AHEAD = frozenset({"ahead", "behind", "up", "down", "higher", "lower", "plus", "minus", "clear", "shy"})
"""Words that say which way the points beside them are counted."""
SCORING = frozenset({"gain", "lose", "shed", "add", "lead", "trail", "win", "post"})
NO_SCORE = frozenset({"of", "talking", "key", "main", "bullet", "data"})
"""Words with points that are none of a score: "a thousand points of light", "talking points"."""
STRENGTH = frozenset({"magnitude", "richter"})
BEFORE_NOUN = frozenset({"compound", "nmod", "nummod", "amod", "quantmod", "npadvmod"})


def count_money(paragraph: Paragraph, figure: Figure) -> Counted | None:
    """Reads "$2.4 million", "3 billion euros", "million-dollar"; None where there is no currency."""
    tokens, currencies = paragraph.tokens, unit_words("currency")
    before = tokens[figure.core_first - 1].text.lower() if figure.core_first else ""
    if (before in currencies and not before[0].isalpha()) or before.endswith("$"):
        return Counted(currencies.get(before, "USD"), of_amount(paragraph, figure, tokens[figure.core]), figure.last)
    at = past_hyphen(tokens, figure.last + 1)
    following = tokens[at] if at < len(tokens) else None
    code = None if following is None else currencies.get(following.text.lower()) or currencies.get(following.lemma)
    if following is None or code is None or following.tag not in {"NN", "NNS", "NNP", "NNPS", "$"}:
        return None
    return Counted(code, of_amount(paragraph, figure, following), following.index)


def past_hyphen(tokens: Sequence[Token], at: int) -> int:
    """The place behind a hyphen, where one stands there."""
    return at + 1 if at < len(tokens) and tokens[at].text in {"-", "–"} else at


def of_amount(paragraph: Paragraph, figure: Figure, last: Token, *, end: int = 0) -> str | None:
    """What an amount is of: the noun that it stands before, what stands behind it, else what it hangs under. ``last`` is its unit, ``end`` the
    last token of its words where they go on."""
    end = max(end, last.index, figure.last)
    noun = head_after(paragraph, end, range(figure.first, last.index + 1)) or _of_both(paragraph, end)
    if noun is None:
        noun = behind(paragraph, end)
    if noun is not None:
        return phrase(paragraph, noun)
    share = last.lemma in {"percent", "%"}
    return (
        _those(paragraph, end)
        or governor(paragraph, _outside(paragraph, figure.first, last), share=share)
        or _done_with(paragraph, last)
    )


def _those(paragraph: Paragraph, end: int) -> str | None:
    """Reads "24 percent of *those polled*"."""
    words = paragraph.tokens[end + 1 : end + 4]
    told = len(words) > 2 and [one.text.lower() for one in words[:2]] == ["of", "those"] and words[2].tag == "VBN"
    return f"those {words[2].text.lower()}" if told else None


def _done_with(paragraph: Paragraph, last: Token) -> str | None:
    """What a clause behind an amount says was done with it: "the 300 million florins that a court *froze*"."""
    clause = next((one for one in paragraph.children(last.index, "relcl", "acl") if one.index > last.index), None)
    taken = clause is not None and clause.pos == "VERB" and clause.tag in {"VBD", "VBN"} and clause.lemma not in LIGHT
    return clause.text.lower() if clause is not None and taken else None


def head_after(paragraph: Paragraph, last: int, inside: range) -> Token | None:
    """The noun that an amount stands before ("a $5 million fine", "$25 checks")."""
    for index in inside:
        token = paragraph.tokens[index]
        head = paragraph.tokens[token.head]
        if token.dep in BEFORE_NOUN and head.index > last and head.pos in {"NOUN", "PROPN"} and head.index - last <= 6:
            while head.dep == "compound" and paragraph.tokens[head.head].index > head.index:
                head = paragraph.tokens[head.head]
            after = paragraph.tokens[head.index + 1] if head.index + 1 < len(paragraph.tokens) else None
            doing = after is not None and after.pos in {"AUX", "VERB"} and head.tag == "NNP"  # "the 5 million Brandt is seeking"
            named = head.pos == "PROPN" and (head.entity == "PERSON" or doing)  # "32 percent Ada Brandt"
            return None if named or head.lemma in unit_words("time") else told_apart(paragraph, token, head)
    return None


def _of_both(paragraph: Paragraph, end: int) -> Token | None:
    """The noun that two shares are one of: "a 47 percent to 45 percent *lead*"."""
    words = paragraph.tokens[end + 1 : end + 5]
    paired = len(words) == 4 and words[0].text.lower() == "to" and words[1].pos == "NUM" and words[2].lemma in {"percent", "%"}
    return words[3] if paired and words[3].pos == "NOUN" and words[3].lemma in unit_words("margin") else None


def _outside(paragraph: Paragraph, first: int, last: Token) -> Token:
    """The token of an amount that hangs outside it."""
    inside = range(first, last.index + 1)
    tokens = (paragraph.tokens[index] for index in inside)
    return next((token for token in tokens if token.head not in inside), last)


def measure_of(paragraph: Paragraph, noun: Token) -> str | None:
    """The unit that a noun names, None where it is none."""
    if noun.lemma == "point" and any(child.lemma == "percentage" for child in paragraph.children(noun.index, "compound")):
        return "percentage points"
    if noun.lemma == "point" and (paragraph.tokens[noun.head].lemma in unit_words("margin") or _are_scored(paragraph, noun)):
        return "points"
    measures, before = unit_words("measure"), paragraph.tokens[max(0, noun.index - 1)].text.lower()
    qualified = measures.get(f"{before} {noun.lemma}") or measures.get(f"{before} {noun.text.lower()}")
    return qualified or measures.get(noun.text.lower()) or measures.get(noun.lemma)


def _are_scored(paragraph: Paragraph, noun: Token) -> bool:
    """Whether points are those by which somebody leads or an index moves: "won by *40 points*", "gained 14 points", "down 223 points"."""
    following = paragraph.tokens[noun.index + 1].text.lower() if noun.index + 1 < len(paragraph.tokens) else ""
    over = paragraph.tokens[noun.head]
    parts = {child.text.lower() for child in paragraph.children(noun.index, "prep", "compound", "amod", "det", "poss")}
    if noun.text.lower() not in {"point", "points"} or parts & NO_SCORE:
        return False
    by = over.lemma == "by" and over.dep in {"prep", "agent"}
    beside = following in AHEAD or over.text.lower() in AHEAD or by or _are_those_of_change(paragraph, over)
    return beside or (noun.dep in {"dobj", "npadvmod", "attr"} and (over.lemma in SCORING or over.lemma in unit_words("amounting")))


def _are_those_of_change(paragraph: Paragraph, over: Token) -> bool:
    """Whether a preposition leads from a change or lead to its points: "an increase of 4,300 points", "narrowed to 6 points", "within 5 points"."""
    if over.dep != "prep":
        return False
    above = paragraph.tokens[over.head]
    told = (
        above.lemma in unit_words("margin")
        if above.pos == "NOUN"
        else above.lemma in unit_words("amounting") and above.lemma != "be"
    )
    within = over.lemma == "within" and above.lemma in {"pull", "come", "be", "get", "move", "stay", "trail", "draw"}
    return within or (over.lemma in {"of", "to", "from"} and told)


def _moved_by(paragraph: Paragraph, noun: Token) -> str | None:
    """What a verb says moved by these points: "the *index* fell 39 points", "raised his *approval* by 17 points"; None where it is somebody."""
    over = paragraph.tokens[noun.head]
    if over.lemma in {"of", "to", "from"} and over.dep == "prep":
        return governor(paragraph, noun)
    verb = paragraph.tokens[over.head] if over.lemma == "by" else over
    return governor(paragraph, noun) if verb.pos == "VERB" and verb.lemma not in SCORING else None


def count_measured(paragraph: Paragraph, figure: Figure, noun: Token, unit: str) -> Counted:
    """Reads "12 kilometres from Miln", "80,000 barrels a day of crude": the unit, and what the measure is of."""
    if unit == "points" and _are_scored(paragraph, noun):
        return Counted(unit, _moved_by(paragraph, noun), noun.index)
    unit, last = rate_of(paragraph, noun, unit) or (unit, noun.index)
    of = _distance(paragraph, noun, unit) or _read_off(paragraph, noun, unit) or of_amount(paragraph, figure, noun, end=last)
    return Counted(unit, of, last)


def _distance(paragraph: Paragraph, noun: Token, unit: str) -> str | None:
    """Reads "12 kilometres from Miln", "nine miles north of the border": a distance, with the noun that it is counted from."""
    following = paragraph.tokens[noun.index + 1] if noun.index + 1 < len(paragraph.tokens) else None
    if unit not in LENGTHS or following is None or (following.pos != "ADV" and following.text.lower() not in AWAY):
        return None
    for token in paragraph.tokens[following.index : following.index + REACH]:
        if token.text.lower() in {"from", "of", "off"}:
            ends = paragraph.children(token.index, "pobj")
            plain = ends and ends[0].pos == "NOUN" and not ends[0].entity and not counts(ends[0])
            return f"distance from {phrase(paragraph, ends[0])}" if plain else "distance"
    return "distance"


def _read_off(paragraph: Paragraph, noun: Token, unit: str) -> str | None:
    """The verb of who read an amount off an instrument: "the inspectors *measured* 1.9 microsieverts"."""
    verb = paragraph.tokens[noun.head]
    return verb.text.lower() if noun.dep == "dobj" and verb.lemma in unit_words("reading") and unit not in SIZES else None


def count_strength(paragraph: Paragraph, figure: Figure) -> Counted | None:
    """Reads "magnitude 6.1", "a 6.1-magnitude quake", "measuring 7.2 on the Richter scale"; None for anything else."""
    tokens = paragraph.tokens
    before = {token.lemma.lower() for token in tokens[max(0, figure.first - 2) : figure.first]}
    after = {token.lemma.lower() for token in tokens[figure.last + 1 : figure.last + 4]}
    following = tokens[figure.last + 1] if figure.last + 1 < len(tokens) else None
    if following is not None and following.lemma in unit_words("tremor") and "." in tokens[figure.core].text:
        return Counted("magnitude", phrase(paragraph, following), following.index)
    glued = tokens[figure.core].text.lower().startswith("magnitude-")
    if ((before | after).isdisjoint(STRENGTH) and not glued) or (figure.value or 11) > 10:
        return None
    last = next((token for token in tokens[figure.last + 1 : figure.last + 3] if token.lemma.lower() == "magnitude"), None)
    head = None if last is None else tokens[last.head]
    if last is not None and head is not None and head.index > last.index and head.pos in {"NOUN", "PROPN"}:
        return Counted("magnitude", phrase(paragraph, head), last.index)
    return Counted("magnitude", _shaken(paragraph, tokens[figure.core]), figure.last)


def _shaken(paragraph: Paragraph, number: Token) -> str | None:
    """The quake whose strength is told: the next noun above that is no word of strength, else the subject of the verb there."""
    for above in paragraph.ancestors(number.index):
        if above.pos == "NOUN" and above.lemma not in unit_words("strength"):
            return phrase(paragraph, above)
        if above.pos in {"VERB", "AUX"} and (subjects := paragraph.children(above.index, "nsubj", "nsubjpass")):
            told = paragraph.tokens[above.head] if above.dep == "relcl" else subjects[0]
            nouns = [one for one in (subjects[0], told) if one.pos in {"NOUN", "PROPN"} and one.lemma not in unit_words("strength")]
            return phrase(paragraph, nouns[0]) if nouns else None
    return None
