"""Pairs that people labelled, in the numbers of the pair reader: SICK, the MSR paraphrases, FNC-1, ECB+.

Each corpus means something else by "same", so each has its own answers (``HEADS``). Events that quoth's own labelled pairs are about are left
out whole: the other articles of their sub-topic of ECB+, and of FNC-1 every headline and body that a chain of stances binds to one of theirs.
"""

from __future__ import annotations

import csv
import json
import re
import xml.etree.ElementTree as ET
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from random import Random
from typing import Literal

from quoth.score.articles import join_words

Head = Literal["made", "told", "captions"]
HEADS: Mapping[Head, tuple[str, ...]] = {
    "made": ("same", "opposed", "related", "unrelated"),
    "told": ("same", "opposed", "related", "unrelated"),
    "captions": ("entailed", "contradicted", "neither"),
}
"""The answers: of pairs made by rule, of passages of news, of captions (where the second sentence may follow from the first)."""
SICK = {"ENTAILMENT": "entailed", "CONTRADICTION": "contradicted", "NEUTRAL": "neither"}
LONGEST = 45
"""Words of a passage that is taken."""
OF_ONE_BODY, OF_ONE_SUBTOPIC = 6, 90
"""Pairs taken of the headlines of one body, and of one sub-topic, of each answer."""
LEAST_SHARED = 0.5
"""Share of the events of two sentences that must be the same for them to say the same."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Example:
    """Two texts and what they are to each other, where anybody labelled that; ``turns``: whether it also holds the other way round."""

    first: str
    second: str
    head: Head | None
    answer: str
    turns: bool = True


def labelled_articles(folder: Path) -> frozenset[str]:
    """Names of the articles that quoth's own labels of claims are set on, in either half."""
    rows = (json.loads(line) for path in sorted(folder.glob("*.jsonl")) for line in path.read_text(encoding="utf-8").splitlines())
    return frozenset(name for row in rows for name in row["sha256"])


def sick(path: Path) -> Iterator[Example]:
    """A part of SICK (Marelli et al. 2014)."""
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            answer = SICK[row["entailment_judgment"]]
            yield Example(row["sentence_A"], row["sentence_B"], "captions", answer, turns=answer == "contradicted")


def paraphrases(path: Path) -> Iterator[Example]:
    """A part of the MSR paraphrase corpus (Dolan and Brockett 2005)."""
    for line in path.read_text(encoding="utf-8-sig").splitlines()[1:]:
        quality, _, _, first, second = line.split("\t")[:5]
        yield Example(first, second, "told", "same" if quality == "1" else "related")


def headlines(folder: Path, left_out: Collection[str], rng: Random) -> Iterator[Example]:
    """Headlines of FNC-1 over one body: both agreeing with it say the same, one disagreeing is opposed to one that agrees."""
    csv.field_size_limit(10_000_000)
    with (folder / "train_bodies.csv").open(encoding="utf-8", newline="") as lines:
        bodies = {row["Body ID"]: row["articleBody"] for row in csv.DictReader(lines)}
    by_body: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    with (folder / "train_stances.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            by_body[row["Body_ID"]][row["Stance"]].append(row["Headline"])
    known = _bound({name.removeprefix("stance__").partition("_h")[0] for name in left_out if name.startswith("stance__")}, by_body)
    for body in sorted(by_body.keys() - known):
        agree, disagree, apart = (sorted(set(by_body[body][stance])) for stance in ("0", "1", "3"))
        lead = _lead(bodies[body])
        same = [*combinations(agree, 2), *combinations(disagree, 2), *((one, lead) for one in agree if lead)]
        opposed = [*((one, other) for one in agree for other in disagree), *((one, lead) for one in disagree if lead)]
        unlike = [(one, other) for one in agree or disagree for other in apart]
        for answer, pairs, most in (("same", same, OF_ONE_BODY), ("opposed", opposed, 3 * OF_ONE_BODY), ("unrelated", unlike, 1)):
            taken = [pair for pair in pairs if answer == "unrelated" or _share_words(*pair)]
            yield from (Example(*pair, "told", answer) for pair in rng.sample(taken, min(most, len(taken))))


def _bound(bodies: set[str], by_body: Mapping[str, Mapping[str, Sequence[str]]]) -> set[str]:
    """These bodies and all that share a headline of theirs, or a headline of one that does, and so on."""
    of_headline: dict[str, set[str]] = defaultdict(set)
    for body, stances in by_body.items():
        for stance, heads in stances.items():
            for headline in heads if stance != "3" else ():
                of_headline[headline].add(body)
    found, open_ = set[str](), set(bodies)
    while open_:
        body = open_.pop()
        found.add(body)
        told = (headline for stance, heads in by_body.get(body, {}).items() if stance != "3" for headline in heads)
        open_ |= {other for headline in told for other in of_headline[headline]} - found
    return found


def _lead(body: str) -> str:
    """The first sentence of an article, where it is one."""
    first = re.split(r"(?<=[.!?])\s+(?=[A-Z“\"])", " ".join(body.split()), maxsplit=1)[0]
    return first if 6 <= len(first.split()) <= LONGEST else ""


def _share_words(first: str, second: str) -> bool:
    """Whether two headlines share a word of some length, and are not one."""
    mine, theirs = ({word for word in _WORD.findall(one.lower()) if len(word) > 3} for one in (first, second))
    return len(mine & theirs) >= 2 and mine != theirs


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence of ECB+ with the chains of what it tells of."""

    document: str
    text: str
    events: frozenset[str]
    others: frozenset[str]


def coreferent(folder: Path, left_out: Collection[str], rng: Random) -> Iterator[Example]:
    """Sentences of ECB+ (Cybulska and Vossen 2014) in different articles of a sub-topic: those that tell of mostly the same events say the same,
    those that share a party or place and no event are related, those of different topics unrelated."""
    known = {_subtopic(name.removeprefix("ecbplus__")) for name in left_out if name.startswith("ecbplus__")}
    told: dict[str, list[_Sentence]] = defaultdict(list)
    for path in sorted(folder.glob("*/*.xml")):
        if _subtopic(path.stem) not in known:
            told[_subtopic(path.stem)] += _sentences(path)
    for name, sentences in told.items():
        pairs = [(one, other) for one, other in combinations(sentences, 2) if one.document != other.document]
        answers: dict[str, list[tuple[_Sentence, _Sentence]]] = defaultdict(list)
        for one, other in pairs:
            answers[_answer(one, other)].append((one, other))
        for answer in ("same", "related"):
            taken = rng.sample(answers[answer], min(OF_ONE_SUBTOPIC, len(answers[answer])))
            yield from (Example(one.text, other.text, "told", answer) for one, other in taken)
        far = [one for other, found in told.items() if other.partition("-")[0] != name.partition("-")[0] for one in found]
        for one in rng.sample(sentences, min(8, len(sentences))):
            yield Example(one.text, rng.choice(far).text, "told", "unrelated")


def _subtopic(stem: str) -> str:
    topic, _, rest = stem.partition("_")
    return f"{topic}-{'plus' if rest.endswith('plus') else 'ecb'}"


def _answer(one: _Sentence, other: _Sentence) -> str:
    shared = len(one.events & other.events)
    if not shared:
        return "related" if one.others & other.others else ""
    alike = shared / len(one.events | other.events) >= LEAST_SHARED
    met = not (one.others and other.others) or bool(one.others & other.others)
    return "same" if alike and met and one.text != other.text else ""


def _sentences(path: Path) -> Iterator[_Sentence]:
    root = ET.fromstring(path.read_text(encoding="utf-8"))  # noqa: S314 - a corpus, not input from outside
    words: dict[str, list[str]] = defaultdict(list)
    sentence_of: dict[str, str] = {}
    for token in root.iter("token"):
        words[token.get("sentence", "0")].append(token.text or "")
        sentence_of[token.get("t_id", "")] = token.get("sentence", "0")
    places = {
        mention.get("m_id", ""): sentence_of.get(anchor.get("t_id", ""), "")
        for mention in root.iterfind("Markables/*")
        for anchor in mention.iterfind("token_anchor")
    }
    events, others = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    for link in root.iter("CROSS_DOC_COREF"):
        chain = link.get("note") or ""
        for source in link.iter("source"):
            kind = events if chain.startswith(("ACT", "NEG")) else others
            kind[places.get(source.get("m_id", ""), "")].add(chain)
    for number, told in events.items():
        text = join_words(words[number])
        if 5 <= len(text.split()) <= LONGEST:
            yield _Sentence(path.stem, text, frozenset(told), frozenset(others[number]))


def gather(data: Path, left_out: Collection[str], seed: int) -> list[Example]:
    """All labelled pairs, of which the last parts of SICK and MSR are not taken: they are measured on."""
    rng = Random(seed)
    found: Iterable[Example] = (
        *sick(data / "pairs" / "sick2014-SICK_train.txt"),
        *sick(data / "pairs" / "sick2014-SICK_trial.txt"),
        *paraphrases(data / "pairs" / "msr-msr-para-train.tsv"),
        *headlines(data / "stance", left_out, rng),
        *coreferent(data / "ecbplus", left_out, rng),
    )
    return list(dict.fromkeys(found))
