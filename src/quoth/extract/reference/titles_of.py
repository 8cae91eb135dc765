"""Offices and roles as phrases: what title stands before a name or heads a description, and of what it is.

"Russian Foreign Minister", "the Pentagon's chief", "president of Ukraine", "Secretary of State", "campaign manager" are read the same way:
from the head noun to the left over words of title, to the owner that stands before them, and to the right over "of".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quoth.extract.reference.before import NO_NAMES, Names, is_date, parts_titles, read_left, status_of, word_of
from quoth.lexicon.gazetteer import known_at
from quoth.lexicon.names import given_names
from quoth.lexicon.titles import Word, titles
from quoth.syntax import Token

SPELLING = {"defence": "defense", "labour": "labor", "counsellor": "counselor", "advisor": "adviser", "programme": "program"}
"""British to American spelling of words in titles, for comparison only."""

SMALL = frozenset({"of", "for", "the", "and", "-", "in", "at", "to", "'s", "’s"})
SENT = frozenset({"ambassador", "envoy", "representative", "delegate"})
"""Offices of who is sent "to" somewhere."""
OWNING = frozenset({"of", "for", "at", "from", "with", "in"})


@dataclass(frozen=True, slots=True)
class Office:
    """An office, rank or role as a phrase. Token indices are inclusive and of one paragraph."""

    text: str
    """The words of title, lower case but for names in them: "foreign minister"."""
    words: frozenset[str]
    """For comparison: singular, one spelling, no small words."""
    head: Word
    head_at: int
    first: int
    """First token of the words of title."""
    last: int
    owner: tuple[int, int] | None
    """The tokens that say what it is of: "Russian", "Pentagon", "Ukraine"."""
    changed: bool
    """It is former, acting, deputy and the like: not the office itself."""
    definite: bool
    """"the", a possessive, or a title before a name."""
    leftmost: int
    """First token of the whole phrase, its determiner included."""
    rightmost: int
    modifiers: tuple[str, ...] = ()
    """Other words before it ("unnamed", "Western"), lower case unless a name."""
    sent_to: str = ""
    """The name that "to" right behind it leads to: "Norvia" of "ambassador to Norvia"."""


def normal_words(texts: Sequence[str]) -> frozenset[str]:
    """Words of title for comparison: lower case, singular, American spelling, small words out."""
    found = []
    for text in texts:
        lower = text.lower()
        if lower in SMALL or not lower[0].isalpha():
            continue
        known = titles().get(lower)
        word = known.word if known is not None and known.plural else lower
        found.append(SPELLING.get(word, word))
    return frozenset(found)


def offices_before(text: str, tokens: Sequence[Token], first: int, taken: Names = NO_NAMES) -> Iterator[Office]:
    """The titles that stand right before a name whose first token is ``first``, nearest first.

    ``taken`` are the paragraph's names, which words of title do not reach into.
    """
    index = first - 1
    if index > 0 and tokens[index].text == "[":
        index -= 1
    while index >= 0:
        head = _head_before(tokens, index)
        if head is None or (index < first - 1 and (word := word_of(tokens[head])) is not None and word.plural):
            return  # "two senior Democrats, Leader Anna Reeve and …" are more than she
        found = read_office(text, tokens, head, last=index, taken=taken)
        yield replace(found, definite=True)
        index = found.leftmost - 1 if found.owner is None else -1
        if index > 0 and tokens[index].text == ",":
            index -= 1


def _head_before(tokens: Sequence[Token], index: int) -> int | None:
    """The head noun of a title that ends at ``index``: that token, or one before its "of" ("Minister of Defense")."""
    word = titled(tokens, index)
    if word is not None and word.person and (not word.plural or tokens[index].text[0].isupper()) and tokens[index].text != "deputy":
        return index
    if tokens[index].text.lower() in SMALL:
        return None
    step = index
    while step > max(0, index - 6):
        lower = tokens[step].text.lower()
        if lower in {"of", "for", "to"}:
            before = word_of(tokens[step - 1])
            sent = lower != "to" or (before is not None and before.word in SENT)
            return step - 1 if before is not None and before.heads and not before.plural and sent else None
        if lower != "the" and not tokens[step].text[0].isupper() and word_of(tokens[step]) is None:
            return None
        step -= 1
    return None


def read_office(text: str, tokens: Sequence[Token], head: int, *, last: int | None = None, taken: Names = NO_NAMES) -> Office:
    """The phrase around the head noun ``head``: its words of title, owner, modifiers and extent.

    ``last`` is given where the phrase is known to end there (before a name); ``taken`` are the paragraph's names.
    """
    first = _title_start(tokens, head, taken)
    end, owner_right = _right(text, tokens, head, last, taken)
    owner, modifiers, definite, leftmost = read_left(tokens, first, head, taken)
    texts = [tokens[index].text for index in range(first, end + 1)]
    changed = any((known := word_of(tokens[index])) is not None and "status" in known.kinds for index in range(first, head))
    rightmost = max(end, _noun_end(tokens, owner_right[1])) if owner_right else _tail(tokens, end) if last is None else end
    whole = _title_text(tokens, first, end)
    status = status_of(modifiers, owned=owner is not None and owner[1] < first)
    word = titles().get(whole) or titled(tokens, head) or _plain(tokens[head])
    return Office(
        text=f"{status} {whole}".strip(),
        words=normal_words([*texts, *([status] if status else [])]),
        head=word,
        head_at=head,
        first=first,
        last=end,
        owner=owner or owner_right,
        changed=changed or bool(status),
        definite=definite,
        leftmost=leftmost,
        rightmost=rightmost,
        modifiers=modifiers,
        sent_to=_sent_to(tokens, end + 1, max(rightmost, last or 0)),
    )


def titled(tokens: Sequence[Token], head: int) -> Word | None:
    """What titles know of a head word; of "president-elect", which the parser takes for three words, the office; a coast guard is no
    guard."""
    word = _in_two_words(tokens, head) or word_of(tokens[head])
    if word is not None and word.kinds == {"status"} and head > 1 and tokens[head - 1].text in {"-", "‑"}:
        return word_of(tokens[head - 2])
    return word


def _in_two_words(tokens: Sequence[Token], head: int) -> Word | None:
    """The body that a word names with the one before it: "coast guard"."""
    known = titles().get(f"{tokens[head - 1].text} {tokens[head].text}".lower()) if head > 0 else None
    return known if known is not None and known.kinds == {"body"} else None


def _plain(token: Token) -> Word:
    plural = token.tag in {"NNS", "NNPS"}
    return Word(word=token.lemma, kinds=frozenset(), gender=None, covers=frozenset(), plural=plural, person=False, heads=False)


def _title_start(tokens: Sequence[Token], head: int, taken: Names) -> int:
    first = head - (_in_two_words(tokens, head) is not None)
    while first > 0 and not tokens[first].begins_sentence and first - 1 not in taken:
        token = tokens[first - 1]
        if token.text in {"-", "‑"} and not token.space_after and first >= 2 and word_of(tokens[first - 2]) is not None:
            first -= 1
            continue
        word = word_of(token)
        if word is None or word.plural or parts_titles(tokens, first):
            break
        if not word.kinds & {"portfolio", "status", "rank", "office", "honorific"}:
            break
        first -= 1
    return first


def _title_text(tokens: Sequence[Token], first: int, last: int) -> str:
    """The words of title as one string: words of the list in lower case, names as they are."""
    parts: list[str] = []
    for index in range(first, last + 1):
        token = tokens[index]
        known = word_of(token)
        plain = known is not None or token.text.lower() in SMALL
        parts.append(token.text.lower() if plain else token.text)
        if token.space_after and index < last:
            parts.append(" ")
    return "".join(parts).strip()


def _right(text: str, tokens: Sequence[Token], head: int, last: int | None, taken: Names) -> tuple[int, tuple[int, int] | None]:
    """Where the words of title end, and the owner after "of": "secretary of state" | "president of (Ukraine)"."""
    end = head
    if last == head:
        return end, None
    while end + 2 < len(tokens) and tokens[end + 1].text.lower() in OWNING and not tokens[end + 1].begins_sentence:
        start = end + 2
        if tokens[start].pos == "DET" and start + 1 < len(tokens):
            start += 1
        if start + 1 in taken and (polite := word_of(tokens[start])) is not None and "honorific" in polite.kinds:
            start += 1
        stop = (
            taken[start][1]
            if start in taken and (last is None or taken[start][1] <= last)
            else _named_stretch(text, tokens, start, last)
        )
        if stop is not None:
            return _behind_owner(tokens, stop, last) or end, (start, stop)
        stop = _titled_stretch(tokens, start, last)
        if stop is None or tokens[end + 1].text.lower() not in {"of", "for"}:
            break
        end = stop
    return end, None


def _behind_owner(tokens: Sequence[Token], stop: int, last: int | None) -> int | None:
    """Where a title ends that goes on behind whose it is: "chief of Arden's defence staff"; None where it does not."""
    if stop + 1 >= len(tokens) or tokens[stop + 1].tag != "POS" or stop == last:
        return None
    return _titled_stretch(tokens, stop + 2, last)


def _noun_end(tokens: Sequence[Token], end: int) -> int:
    """Where the noun ends that an owner only stands before: "the Kasteli capital" of "Kasteli"."""
    noun = tokens[end].head
    before = tokens[end].dep in {"amod", "compound", "nmod"} and end < noun <= end + 2
    return noun if before and all(token.pos in {"NOUN", "ADJ"} for token in tokens[end + 1 : noun + 1]) else end


def _tail(tokens: Sequence[Token], end: int) -> int:
    """The last token of what a role is of or for without being owned by it: "a lawyer for the paper", "ambassador to Norvia"."""
    if end + 2 >= len(tokens) or tokens[end + 1].text.lower() not in {"for", "of", "to"} or tokens[end + 1].head != end:
        return end
    stop = end + 1
    while (
        stop + 1 < len(tokens) and tokens[stop + 1].pos in {"DET", "ADJ", "NOUN", "PROPN"} and not tokens[stop + 1].begins_sentence
    ):
        stop += 1
    return stop if tokens[stop].pos in {"NOUN", "PROPN"} else end


def _sent_to(tokens: Sequence[Token], to: int, last: int) -> str:
    """The words between "to" and the end of an office, where they are a name."""
    words = [token.text for token in tokens[to + 1 : last + 1] if token.pos != "DET"]
    return " ".join(words) if words and tokens[to].text == "to" and words[-1][0].isupper() else ""


def _named_stretch(text: str, tokens: Sequence[Token], start: int, last: int | None) -> int | None:
    """The last token of a name that begins at ``start``, where it is not a word of title."""
    token = tokens[start]
    if not token.text[0].isupper() or is_date(token):
        return None
    hit = known_at(text, token.start, token.text)
    if hit is not None and hit[1].kind == "outlet" and " " not in hit[0] and _title_follows(tokens, start):
        hit = None  # "director of National Intelligence" is of no paper called so
    limit = len(tokens) - 1 if last is None else last
    stop = start
    if hit is not None:
        end = token.start + len(hit[0])
        while stop < limit and tokens[stop + 1].start < end:
            stop += 1
        return stop
    if _is_title_word(token) and not _body_follows(tokens, start):
        return None
    while stop < limit and _goes_on(tokens, stop):
        stop += 1
    return stop


def _title_follows(tokens: Sequence[Token], start: int) -> bool:
    following = tokens[start + 1] if start + 1 < len(tokens) and tokens[start + 1].text[0].isupper() else None
    return following is not None and _is_title_word(following)


def _body_follows(tokens: Sequence[Token], start: int) -> bool:
    following = word_of(tokens[start + 1]) if start + 1 < len(tokens) and tokens[start + 1].text[0].isupper() else None
    return following is not None and "body" in following.kinds


def _goes_on(tokens: Sequence[Token], stop: int) -> bool:
    following = tokens[stop + 1]
    if following.begins_sentence or not following.text[0].isupper() or following.text in given_names():
        return False
    return following.tag in {"NNP", "NNPS"} and not (following.begins_entity and following.entity == "PERSON")


def _is_title_word(token: Token) -> bool:
    word = word_of(token)
    return word is not None and bool(word.kinds & {"portfolio", "body", "collective", "office"}) and token.tag not in {"JJS", "RB"}


def _titled_stretch(tokens: Sequence[Token], start: int, last: int | None) -> int | None:
    """The last token of words of title after "of" ("state", "the general staff", "foreign affairs")."""
    limit = len(tokens) - 1 if last is None else last
    stop = start - 1
    while stop < limit and not (stop >= start and tokens[stop + 1].begins_sentence):
        token = tokens[stop + 1]
        joins = token.text.lower() == "and" and stop + 1 < limit and stop >= start and _is_title_word(tokens[stop + 2])
        if (not joins and not _is_title_word(token)) or token.lemma in {"first", "second"} or token.tag in {"VBZ", "VBD", "VBP"}:
            break
        stop += 1
    return stop if stop >= start else None
