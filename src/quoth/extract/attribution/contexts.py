"""What speaks for or against a cue beside its word and frame: who its source is, its mood, where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, log

from quoth.extract.attribution.candidates import Candidate
from quoth.extract.attribution.clauses import is_passive
from quoth.lexicon.cues import ANY, context_weights, shape_shares
from quoth.syntax import Paragraph, Token

AGENTS = frozenset({"PERSON", "ORG", "NORP"})
EXACT = -0.89
"""What is added to the log odds that source and content are right but for their edges, for them to be an annotator's to the character: logistic
regression on PolNeAR's development part, where the weight of the log odds themselves comes to 1."""
INSIDE = 0.85
"""What is added to the log odds of a statement inside another's content. PolNeAR marks none there, so that cues fitted on it count for little where
they stand in somebody's words: logistic regression on 194 inner statements of four written stories whose truth holds every one, where the weight of
the log odds themselves comes to .92 (.65 to 1.08 is added where any one story is left out)."""


def weigh(strength: float, features: Sequence[str]) -> float:
    """The probability of a cue: the odds of its word and frame, moved by each feature's weight (logistic regression)."""
    weights = context_weights()
    odds = log(strength / (1 - strength)) * weights["strength"] + weights["constant"]
    return 1 / (1 + exp(-odds - sum(weights.get(feature, 0.0) for feature in features)))


def features(paragraph: Paragraph, candidate: Candidate, *, headline: bool) -> list[str]:
    """The names of the features of a candidate, as in ``lexicon/cue_contexts.tsv``."""
    head = paragraph.tokens[candidate.head]
    found = [f"kind:{candidate.kind}", f"source:{_source(paragraph, candidate)}", f"form:{_form(paragraph, candidate, head)}"]
    if headline:
        found.append("headline")
    group = paragraph.tokens[candidate.cue.first : candidate.head]
    found.extend(sorted({f"group:{_auxiliary(token)}" for token in group if _auxiliary(token)}))
    found.extend(
        f"clause:{token.dep}" for token in [head] if token.dep in {"relcl", "advcl", "acl", "xcomp", "conj", "ccomp", "pcomp"}
    )
    if any(child.dep in {"mark", "advmod"} and child.lemma in {"if", "when"} for child in paragraph.children(candidate.head)):
        found.append("conditional")
    if _asks(paragraph, candidate.head):
        found.append("question")
    if candidate.kind == "v" and is_passive(paragraph, candidate.head):
        found.append("passive")
    found.append(f"content:{_length(candidate)}")
    return found


def doubt_unspoken(score: float) -> float:
    """The score of a cue that stands in a quotation of which no statement tells whose it is."""
    odds = log(score / (1 - score)) + context_weights()["quoted"]
    return 1 / (1 + exp(-odds))


def whole(score: float, kind: str, frame: str) -> float:
    """The probability that source, cue and content all are right, for a cue as sure as ``score`` in ``frame``."""
    shares = shape_shares()
    about = score * shares.get((kind, frame), shares[ANY, ANY])
    return 1 / (1 + exp(-log(about / (1 - about)) - EXACT))


def inside(score: float) -> float:
    """The same probability of a statement that stands in another's content."""
    return 1 / (1 + exp(-log(score / (1 - score)) - INSIDE)) if 0 < score < 1 else score


def _source(paragraph: Paragraph, candidate: Candidate) -> str:
    if candidate.source is None:
        return "none"
    words = paragraph.tokens[candidate.source.first : candidate.source.last + 1]
    last = words[-1]
    if len(words) == 1 and last.pos == "PRON":
        return (
            last.text.lower()
            if last.text.lower() in {"i", "we", "you", "he", "she", "they", "it", "who", "that", "which"}
            else "pronoun"
        )
    entities = {token.entity for token in words}
    if entities & AGENTS:
        return "named"
    return "place" if "GPE" in entities else "noun"


def _form(paragraph: Paragraph, candidate: Candidate, head: Token) -> str:
    if candidate.kind != "v":
        return "other"
    if any(child.tag == "TO" for child in paragraph.children(head.index)):
        return "to"
    return head.tag


def _auxiliary(token: Token) -> str:
    if token.dep == "neg":
        return "neg"
    if token.tag == "MD":
        return "modal"
    return token.lemma if token.dep == "aux" and token.lemma in {"have", "be", "do"} else ""


def _asks(paragraph: Paragraph, head: int) -> bool:
    for token in paragraph.tokens[head + 1 : head + 40]:
        if token.begins_sentence:
            return False
        if token.text == "?":
            return True
    return False


def _length(candidate: Candidate) -> str:
    size = sum(content.last - content.first + 1 for content in candidate.contents)
    return "1" if size <= 1 else "3" if size <= 3 else "9" if size <= 9 else "many"
