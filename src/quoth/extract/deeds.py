"""From a clause or noun phrase to the deed that it tells of: past planning, phase and light verbs, shell nouns and attitudes.

"is preparing to use a bomb", "concerns over the possible use of a bomb" and "allegations that it used a bomb" all tell of *use*; what is
passed on the way leaves its mark on negation and modality, and says whose deed it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from quoth.lexicon.classes import word_class
from quoth.lexicon.frames import Frame, frames, reporting
from quoth.records import Modality
from quoth.syntax import Paragraph, Token

DEEPEST = 8
"""Words passed at most on the way to a deed; nesting beyond that is a misparse."""

FORCE: dict[Modality, int] = {"did": 0, "will": 1, "should": 2, "may": 3, "unreal": 4}
"""Of two modalities met on the way, the one farther from fact holds."""

_AUXILIARIES: dict[str, Modality] = {
    "may": "may", "might": "may", "could": "may", "can": "may",
    "will": "will", "’ll": "will", "'ll": "will", "would": "will", "shall": "will", "’d": "will", "'d": "will",
    "should": "should", "must": "should", "ought": "should",
}  # fmt: skip
COPULAS = frozenset({"be", "get", "become", "remain", "stay"})
OTHERWISE = frozenset({"politically", "morally", "ethically", "legally"})
"""Adverbs with which "correct" or "wrong" says nothing of what is so."""
WOULD = frozenset({"would", "'d", "’d"})
MODAL_VERBS = frozenset({"ought", "need", "dare"})
"""Verbs tagged as auxiliaries that govern the deed all the same."""
MODIFIERS: dict[str, Modality] = {
    "possible": "may", "potential": "may", "likely": "may", "alleged": "may", "supposed": "may", "probable": "may",
    "maybe": "may", "perhaps": "may", "possibly": "may", "probably": "may", "allegedly": "may", "potentially": "may",
    "planned": "will", "upcoming": "will", "imminent": "will", "impending": "will", "future": "will", "coming": "will",
}  # fmt: skip
"""Adjectives and adverbs that say how far from fact a deed is; they are no part of what it is."""

_DEED_ENDINGS = ("tion", "sion", "ment", "ance", "ence", "ing", "age", "al", "ism", "cide", "ure", "ery")


@dataclass(frozen=True, slots=True)
class Deed:
    """The word that names what is done. All numbers are indices of tokens in the paragraph."""

    head: int
    top: int
    """The word at which the phrase of this deed and its doer begins ("carried" in "carried out an attack")."""
    subject: int | None
    passed: tuple[int, ...]
    negated: bool
    modality: Modality


def find_deed(paragraph: Paragraph, covered: AbstractSet[int], root: int, *, through: bool = False) -> Deed:
    """The deed told by the phrase under ``root``, followed only through words in ``covered``; ``through`` words of saying, too, to what is
    said."""
    finite = _behind_reduced(paragraph, covered, root)
    doer = controller(paragraph, root) if finite is None else _first(paragraph, root, "nsubj")
    deed = Deed(root if finite is None else finite, root if finite is None else finite, doer, (), negated=False, modality="did")
    for _ in range(DEEPEST):
        deed = _marked(paragraph, deed)
        step = _step(paragraph, covered, deed, through=through)
        if step is None:
            break
        deed = step
    nothing = any(_is_none(paragraph, token) for token in _things(paragraph, deed.head))
    return replace(deed, negated=deed.negated ^ nothing, subject=_named_first(paragraph, covered, _doer(paragraph, deed)))


def _things(paragraph: Paragraph, head: int) -> Iterator[Token]:
    """What is done something to, or what is known of or agreed to."""
    yield from paragraph.children(head, "dobj", "attr")
    for link in paragraph.children(head, "prep"):
        if link.lemma in {"of", "to"}:
            yield from paragraph.children(link.index, "pobj")


def _behind_reduced(paragraph: Paragraph, covered: AbstractSet[int], root: int) -> int | None:
    """The verb of a sentence of which the parser took a participle behind the subject for it: "Samples *taken* at the weir *showed* no lead"."""
    token = paragraph.tokens[root]
    subjects = paragraph.children(root, "nsubj")
    if token.tag not in {"VBN", "VBD"} or not subjects or paragraph.children(root, "aux", "auxpass", "cc"):
        return None
    for other in paragraph.children(root, "conj", "advcl"):
        finite = other.tag in {"VBD", "VBZ", "VBP"} or paragraph.children(other.index, "aux")
        between = paragraph.tokens[subjects[0].index : other.index]
        alone = not paragraph.children(other.index, "nsubj", "nsubjpass", "mark") and all(
            each.text not in {",", ";"} for each in between
        )
        opens = paragraph.tokens[paragraph.edges[other.index][0] - 1]
        if other.index in covered and finite and alone and "CCONJ" not in {opens.pos, paragraph.tokens[other.index - 1].pos}:
            return other.index
    return None


def _named_first(paragraph: Paragraph, covered: AbstractSet[int], doer: int | None) -> int | None:
    """The doer; where the parser puts it outside of a content that opens with a name hung elsewhere, that name
    ("cautioning | Kiev was preparing": the name is parsed as the object of what stands before)."""
    first = min(covered)
    opening = paragraph.tokens[first]
    stray = doer is not None and doer not in covered and opening.pos == "PROPN" and opening.head not in covered
    return first if stray else doer


def frame_of(token: Token) -> Frame | None:
    """The frame that a word opens before its deed, if it is such a word."""
    known = {"VERB": "verb", "NOUN": "noun", "ADJ": "adjective"}.get(token.pos)
    if token.pos == "AUX" and token.lemma in MODAL_VERBS:
        known = "verb"
    found = frames().get((token.lemma, known)) if known else None
    if found is None and token.pos in {"ADJ", "ADV", "VERB"} and token.tag != "VBD":
        found = frames().get((token.text.lower(), "adjective"))  # "is concerned", "is prepared" are often tagged as verbs
    return found


def names_a_deed(token: Token) -> bool:
    """Whether a noun is one of action, by list or by ending."""
    return token.pos == "NOUN" and (token.lemma in word_class("deed_noun") or token.lemma.endswith(_DEED_ENDINGS))


def controller(paragraph: Paragraph, root: int) -> int | None:
    """Who does the deed of a clause without a subject of its own, by the words that govern it; None for a noun phrase."""
    if paragraph.tokens[root].pos not in {"VERB", "AUX", "ADP", "SCONJ"}:
        return None
    for governor in paragraph.ancestors(root):
        frame = frame_of(governor)
        if frame is not None and not frame.same_doer:
            return None
        if governor.pos in {"VERB", "AUX"}:
            return _controller_of(paragraph, governor)
        if governor.pos == "NOUN":
            return _first(paragraph, governor.index, "poss")
        if governor.pos not in {"ADP", "SCONJ", "PART"}:
            return None
    return None


def _controller_of(paragraph: Paragraph, governor: Token) -> int | None:
    if governor.lemma in word_class("object_control"):  # "accused X of planning", "urged X to stop"
        found = _first(paragraph, governor.index, "dobj", "dative", "nsubjpass")
        if found is not None:
            return found
    return _first(paragraph, governor.index, "nsubj", "nsubjpass")


def _first(paragraph: Paragraph, index: int, *labels: str) -> int | None:
    return next((token.index for token in paragraph.children(index, *labels)), None)


def _marked(paragraph: Paragraph, deed: Deed) -> Deed:
    """The deed with the negation, modality and subject that its present word carries."""
    negated, modality = deed.negated, deed.modality
    for token in paragraph.children(deed.head):
        negated ^= _negates(paragraph, token)
        modality = stronger(modality, _modality(token))
    if _conditional(paragraph, deed.head):
        modality = "unreal"
    own = _first(paragraph, deed.head, "nsubj", "csubj")
    return replace(deed, negated=negated, modality=modality, subject=deed.subject if own is None else own)


def stronger(first: Modality, second: Modality | None) -> Modality:
    """Of two modalities the one farther from fact."""
    return first if second is None or FORCE[first] >= FORCE[second] else second


def _negates(paragraph: Paragraph, token: Token) -> bool:
    if _says_more(paragraph, token):
        return False
    subject = token.dep.startswith("nsubj")
    if subject or token.dep in {"neg", "det", "advmod", "preconj"}:
        said = not word_class("negator").isdisjoint((token.lemma, token.text.lower()))
        return said or (subject and _is_none(paragraph, token))
    return False


def _says_more(paragraph: Paragraph, token: Token) -> bool:
    """Whether a "not" says that there is more: "not only the dam was shelled"."""
    beside = paragraph.tokens[token.index + 1 : token.index + 3]
    if token.lemma != "not" or len(beside) < 2:
        return False
    more, then = beside  # "was not just." and "was not just and …" deny
    return more.pos == "ADV" and more.lemma in word_class("more_than") and then.pos not in {"PUNCT", "CCONJ"}


def _is_none(paragraph: Paragraph, token: Token) -> bool:
    """Whether a noun phrase says that there is none: "no trace", "nothing", "neither ship", "not one round"."""
    if token.lemma in {"nothing", "nobody", "none"} or any(
        child.lemma in {"no", "neither"} for child in paragraph.children(token.index, "det", "preconj")
    ):
        return True
    opening = [word.text.lower() for word in paragraph.tokens[paragraph.edges[token.index][0] : token.index]][:2]
    return opening[:1] == ["not"] and opening[1:] in (["one"], ["a"], ["even"])


def _modality(token: Token) -> Modality | None:
    if token.dep in {"aux", "auxpass"}:
        return _AUXILIARIES.get(token.text.lower()) or _AUXILIARIES.get(token.lemma)
    return MODIFIERS.get(token.lemma) if token.dep in {"amod", "advmod"} else None


def _conditional(paragraph: Paragraph, head: int) -> bool:
    clauses = paragraph.children(head, "advcl")
    return any(mark.lemma in {"if", "unless"} for clause in clauses for mark in paragraph.children(clause.index, "mark"))


def _step(paragraph: Paragraph, covered: AbstractSet[int], deed: Deed, *, through: bool) -> Deed | None:
    """One word nearer to the deed, or None where this is it."""
    token = paragraph.tokens[deed.head]
    if token.pos in {"ADP", "SCONJ"} or token.dep == "prep":
        return _onward(deed, None, _within(paragraph.children(token.index, "pobj", "pcomp"), covered))
    if token.lemma in COPULAS:
        return _past_copula(paragraph, covered, deed)
    if token.pos == "VERB" and token.lemma in word_class("holding") and _is_judged(paragraph, deed):
        return _past_holding(paragraph, covered, deed)
    said = reporting(token.lemma) if through and token.pos == "VERB" else None
    frame = frame_of(token)
    if said is not None and (frame is None or frame.deed == "object") and paragraph.children(token.index, "ccomp"):
        frame = said
    if frame is None:
        return None
    return _onward(deed, frame, _within(_complements(paragraph, token, frame), covered))


def _within(tokens: tuple[Token, ...] | Iterator[Token], covered: AbstractSet[int]) -> Token | None:
    return next((token for token in tokens if token.index in covered), None)


def _onward(deed: Deed, frame: Frame | None, target: Token | None) -> Deed | None:
    if target is None:
        return None
    onward = replace(deed, head=target.index, passed=(*deed.passed, deed.head))
    if frame is None:
        return onward
    onward = replace(onward, negated=deed.negated ^ frame.negates, modality=stronger(deed.modality, frame.modality))
    return onward if frame.same_doer else replace(onward, subject=None, top=target.index)


def _past_copula(paragraph: Paragraph, covered: AbstractSet[int], deed: Deed) -> Deed | None:
    """On to the complement ("is ready to use", "were to convey"), or back to the subject ("the claim that … is false")."""
    target = _within(paragraph.children(deed.head, "acomp", "attr", "xcomp", "oprd"), covered)
    if target is None:
        return None
    frame = frame_of(target)
    if frame is not None and frame.deed == "subject":
        clauses = (*paragraph.children(deed.head, "nsubj", "csubj", "ccomp"), *paragraph.children(target.index, "ccomp"))
        told = _within((token for token in clauses if token.dep != "nsubj" or frame_of(token)), covered)
        if told is not None:
            return _onward(replace(deed, passed=(*deed.passed, target.index)), frame, told)
    if (frame is not None and frame.deed == "subject") or target.lemma in word_class("called_true"):
        held = _within(_held(paragraph, (deed.head, target.index)), covered)
        if held is not None:
            return _onward(replace(deed, passed=(*deed.passed, target.index)), frame, held)
    return _onward(deed, None, target)


def _held(paragraph: Paragraph, at: Sequence[int]) -> Iterator[Token]:
    """The verbs of holding something true that a predicate is said of: "it is wrong *to claim* that …"."""
    for index in at:
        for token in paragraph.children(index, "csubj", "xcomp", "advcl"):
            toward = token.dep == "csubj" or any(child.tag == "TO" for child in paragraph.children(token.index, "aux"))
            if toward and token.lemma in word_class("holding") and paragraph.children(token.index, "ccomp"):
                yield token


def _is_judged(paragraph: Paragraph, deed: Deed) -> bool:
    """Whether the way leads to a verb from a word that says that it is so or not: "*wrong* to claim", "a *mistake* to claim"."""
    passed = [token for token in (paragraph.tokens[index] for index in deed.passed[-2:]) if token.pos in {"ADJ", "NOUN"}]
    manner = (child.lemma for token in passed for child in paragraph.children(token.index, "advmod"))
    if not OTHERWISE.isdisjoint(manner):
        return False
    return any(
        token.lemma in word_class("called_true") or ((frame := frame_of(token)) is not None and frame.negates) for token in passed
    )


def _past_holding(paragraph: Paragraph, covered: AbstractSet[int], deed: Deed) -> Deed | None:
    """On to what it is wrong or fair to claim: "it would be wrong to claim that …" says outright that it is not so."""
    target = _within(paragraph.children(deed.head, "ccomp"), covered)
    if target is None:
        return None
    would = any(child.lemma in WOULD for index in deed.passed for child in paragraph.children(index, "aux"))
    bare = [index for index in deed.passed if paragraph.tokens[index].lemma in COPULAS and (would or not _helped(paragraph, index))]
    passed = tuple(index for index in (*deed.passed, deed.head) if index not in bare)
    return replace(
        deed, head=target.index, top=target.index, subject=None, passed=passed, modality="did" if would else deed.modality
    )


def _helped(paragraph: Paragraph, index: int) -> bool:
    return any(child.tag == "MD" for child in paragraph.children(index, "aux"))


def _complements(paragraph: Paragraph, token: Token, frame: Frame) -> Iterator[Token]:
    """Where the deed of a framing word may stand, best first."""
    if frame.deed == "reported":
        yield from (child for child in paragraph.children(token.index, "ccomp") if child.index > token.index)
    if frame.deed in {"clause", "both"}:
        yield from paragraph.children(token.index, "xcomp", "ccomp", "acl")
        yield from (child for child in paragraph.children(token.index, "relcl") if paragraph.children(child.index, "mark"))
        yield from _detached(paragraph, token)
    if frame.deed in {"object", "both"}:
        objects = paragraph.children(token.index, "dobj", "nsubjpass")
        yield from (child for child in objects if names_a_deed(child) or frame_of(child))
    if frame.deed == "clause":
        yield from (child for child in paragraph.children(token.index, "csubj", "csubjpass") if token.pos == "VERB")
        yield from (child for child in paragraph.children(token.index, "nsubjpass") if child.tag == "VBG")
        yield from (child for child in paragraph.children(token.index, "prep") if _leads_on(paragraph, child, frame))


def _leads_on(paragraph: Paragraph, preposition: Token, frame: Frame) -> bool:
    """Whether a preposition brings a clause or a noun of action, or, behind a word of saying or fearing, anything."""
    if preposition.lemma in {"in", "at", "on", "since", "by"}:
        return False
    if not frame.same_doer and frame.force not in {"may", "allowed", "must"}:
        return True
    objects = paragraph.children(preposition.index, "pobj", "pcomp")
    return any(token.pos in {"VERB", "AUX"} or names_a_deed(token) or frame_of(token) is not None for token in objects)


def _detached(paragraph: Paragraph, token: Token) -> Iterator[Token]:
    """The verb of a "to" that follows at once but was hung elsewhere by the parser ("accused X of planning to use")."""
    after = token.index + 1
    if after < len(paragraph.tokens) and paragraph.tokens[after].tag == "TO":
        verb = paragraph.tokens[paragraph.tokens[after].head]
        if verb.pos == "VERB" and verb.index > after:
            yield verb


def _doer(paragraph: Paragraph, deed: Deed) -> int | None:
    """Who does it: the agent of a passive, the "by", possessor or nation of a noun of action, else the subject on the way."""
    token = paragraph.tokens[deed.head]
    agent = _by(paragraph, token)
    if agent is not None:
        return agent
    if token.pos == "NOUN":
        return _owner(paragraph, token, deed.subject)
    return None if paragraph.children(token.index, "nsubjpass", "auxpass") else deed.subject


def _by(paragraph: Paragraph, token: Token) -> int | None:
    for child in paragraph.children(token.index, "agent", "prep"):
        if child.lemma != "by":
            continue
        for target in paragraph.children(child.index, "pobj", "pcomp"):
            return target.index if target.dep == "pobj" else _first(paragraph, target.index, "nsubj")
    return None


def _owner(paragraph: Paragraph, token: Token, inherited: int | None) -> int | None:
    owner = _first(paragraph, token.index, "poss")
    if owner is not None:
        return owner
    modifiers = paragraph.children(token.index, "amod", "compound", "nmod")
    nation = next((child.index for child in modifiers if child.entity in {"NORP", "GPE"}), None)
    return nation if nation is not None and names_a_deed(token) else inherited
