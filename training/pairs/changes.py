"""Pairs made of one clause by changes of which it is known what they do: reworded, mirrored, denied, with another force, figure, day, place or
party, as a report, wider or narrower.

Both sides are reworded at random, so that neither the number of shared words nor the form of a sentence tells the answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

from quoth.lexicon.relations import tie
from quoth.lexicon.wordnet import is_kind_of, wordnet
from training.pairs.clauses import FORCES, Clause, Phrase, Slot, form, render, sentence
from training.pairs.corpora import Example

Change = Callable[["Maker", Clause], tuple[Clause, str] | None]

SAYING = (
    "{who} said that {s}", "{who} says {s}", "{who} confirmed that {s}", "according to {who}, {s}", "{s}, {who} said", "{s}, according to {who}",
    "{who} told reporters that {s}", "{who} insisted that {s}", "{who} repeated that {s}", "{who} admitted that {s}", "it is true that {s}", "it emerged that {s}",
)  # fmt: skip
DENYING = (
    "{who} denied that {s}", "{who} rejected the claim that {s}", "{who} dismissed reports that {s}", "it is not true that {s}",
    "{who} called it a lie that {s}", "{who} said it was false that {s}", "{who} refuted the allegation that {s}", "reports that {s} are false, {who} said",
)  # fmt: skip
OPEN = (
    "{who} asked whether {s}", "{who} would not say whether {s}", "it is unclear whether {s}", "{who} is investigating whether {s}",
    "{who} feared that {s}", "{who} hoped that {s}", "{who} neither confirmed nor denied that {s}", "{who} could not rule out that {s}",
)  # fmt: skip
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
SPELLED = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]
BELOW = ("the deputy of {x}", "a spokesman for {x}", "a relative of {x}", "a former aide to {x}", "critics of {x}")
SPEAKERS = (
    "the minister",
    "a spokeswoman",
    "officials",
    "the company",
    "police",
    "the agency",
    "the committee",
    "his lawyer",
    "the union",
    "witnesses",
)
WORDED_ANEW = 0.22
"""Share of the words with synonyms that are given by one of them."""
ANSWERS = (("same", 0.34), ("opposed", 0.22), ("related", 0.4), ("unrelated", 0.04))


@dataclass
class Maker:
    """Makes pairs from clauses; ``pools``: what may stand in place of an entity of a kind."""

    rng: Random
    pools: Mapping[Slot, Sequence[str]]

    def pair(self, clause: Clause, other: Clause) -> Example | None:
        """A pair made of a clause; ``other``: one of another article."""
        answer = self.rng.choices([name for name, _ in ANSWERS], [share for _, share in ANSWERS])[0]
        if answer == "unrelated":
            return Example(self.told(clause), self.told(other), "made", answer)
        changes = CHANGES[answer]
        for change in self.rng.sample(changes, len(changes)):
            found = change(self, clause)
            if found is not None:
                changed, by_saying = found
                first = self.told(clause)
                second = sentence(by_saying.format(who=self.who(), s=self.words(changed))) if by_saying else self.told(changed)
                return Example(first, second, "made", answer) if first.lower() != second.lower() else None
        return None

    def told(self, clause: Clause) -> str:
        """A clause as a sentence, sometimes as somebody's."""
        text = self.words(clause)
        return sentence(self.rng.choice(SAYING).format(who=self.who(), s=text) if self.rng.random() < 0.25 else text)

    def words(self, clause: Clause) -> str:
        """A clause in words of its own: voice, order, what is left out, synonyms."""
        rng = self.rng
        beside = tuple(one for one in clause.beside if one.slot == "number" or rng.random() > 0.2)
        passive = clause.object is not None and clause.verb not in {"have", "be"} and rng.random() < 0.35
        first = rng.randrange(len(beside)) if beside and rng.random() < 0.3 else -1
        return self.reworded(render(replace(clause, beside=beside), passive=passive, first=first, variant=rng.randrange(12)))

    def reworded(self, text: str) -> str:
        """The same with some words given by others of one sense, and figures in digits or words."""
        words = []
        for word in text.split(" "):
            found = self.like(word) if self.rng.random() < WORDED_ANEW else word
            words.append(found)
        return " ".join(words)

    def like(self, word: str) -> str:
        """Another word for a word; itself where none is known."""
        if word in SPELLED:
            return str(SPELLED.index(word))
        if word.isdigit() and int(word) < len(SPELLED):
            return SPELLED[int(word)]
        if not word.isalpha() or not word.islower() or len(word) < 4:
            return word
        return self.rng.choice(synonyms(word) or (word,))

    def who(self) -> str:
        """Somebody who may say something."""
        return self.rng.choice((*SPEAKERS, self.rng.choice(self.pools["actor"])))


def synonyms(word: str) -> tuple[str, ...]:
    """Single words that share the commonest sense of a noun or adjective, or of a verb in a form that is told by its ending."""
    table = wordnet()
    for ending, tag in (("", ""), ("ed", "VBD"), ("d", "VBD"), ("s", "VBZ")):
        stem = word.removesuffix(ending) if ending and word.endswith(ending) else word if not ending else ""
        senses = sorted(each for each in table.senses.get(stem, ()) if not tag or each.startswith("v"))
        if len(senses) == 1 or (senses and tag):
            found = [each for each in table.words[senses[0]] if each != stem and each.isalpha()]
            return tuple(form(each, tag) if tag else each for each in found)
    return ()


def _slots(clause: Clause, *wanted: Slot) -> Iterator[tuple[str, int, Phrase]]:
    """Phrases with an entity of a kind: where they stand and which they are."""
    for name in ("subject", "object"):
        phrase = getattr(clause, name)
        if phrase is not None and phrase.slot in wanted:
            yield name, 0, phrase
    for name in ("rest", "beside"):
        yield from ((name, number, phrase) for number, phrase in enumerate(getattr(clause, name)) if phrase.slot in wanted)


def _with(clause: Clause, name: str, number: int, phrase: Phrase) -> Clause:
    if name in {"subject", "object"}:
        return replace(clause, **{name: phrase})
    held = list(getattr(clause, name))
    held[number] = phrase
    return replace(clause, **{name: tuple(held)})


def another_entity(maker: Maker, clause: Clause) -> tuple[Clause, str] | None:
    """Another figure, day, place or party."""
    found = list(_slots(clause, "number", "date", "place", "actor"))
    if not found:
        return None
    name, number, phrase = maker.rng.choice(found)
    new = _another(maker, phrase)
    return (
        None
        if new == phrase.held
        else (_with(clause, name, number, replace(phrase, text=phrase.text.replace(phrase.held, new), held=new)), "")
    )


def _another(maker: Maker, phrase: Phrase) -> str:
    """An entity in place of another: a day for a day, a figure near a figure, a name for a name."""
    for row in (DAYS, MONTHS):
        day = next((day for day in row if day in phrase.held), None)
        if day is not None:
            return phrase.held.replace(day, maker.rng.choice([one for one in row if one != day]))
    words = phrase.held.split()
    for place, word in enumerate(words):
        bare = word.replace(",", "").lstrip("$")
        value = float(bare) if bare.replace(".", "", 1).isdigit() else float(SPELLED.index(bare)) if bare in SPELLED else None
        if value is not None:
            other = value + maker.rng.choice([1, 2, 3, 5, 10, -1, -2]) * (1 if value < 100 or 1900 < value < 2100 else 10)
            told = str(round(abs(other), 1)).removesuffix(".0")
            new = SPELLED[int(other)] if bare in SPELLED and 0 < other <= 20 else f"{float(told):,.0f}" if "," in word else told
            return " ".join([*words[:place], ("$" if word.startswith("$") else "") + new, *words[place + 1 :]])
    return maker.rng.choice(maker.pools[phrase.slot] or (phrase.held,))


def bounded(maker: Maker, clause: Clause) -> tuple[Clause, str] | None:
    """A bound for a figure that was told exactly."""
    found = [(name, number, one) for name, number, one in _slots(clause, "number") if one.text.startswith(one.held)]
    if not found:
        return None
    name, number, phrase = maker.rng.choice(found)
    bound = maker.rng.choice(("at least", "more than", "up to", "fewer than", "not even"))
    return _with(clause, name, number, replace(phrase, text=f"{bound} {phrase.text}")), ""


def mirrored(_maker: Maker, clause: Clause) -> tuple[Clause, str] | None:
    """Who does it and to whom it is done change places."""
    if clause.object is None or clause.verb in {"have", "be", "meet", "marry"}:
        return None
    return replace(
        clause, subject=clause.object, plural=clause.object_plural, object=clause.subject, object_plural=clause.plural
    ), ""


def other_force(maker: Maker, clause: Clause) -> tuple[Clause, str] | None:
    """May be, must be, is planned, is tried."""
    now = "will" if clause.tense == "will" else ""
    return replace(
        clause, tense="present" if now else clause.tense, force=maker.rng.choice([one for one in FORCES if one != now])
    ), ""


def other_party(maker: Maker, clause: Clause) -> tuple[Clause, str] | None:
    """Somebody who only belongs to the party that does it."""
    subject = replace(clause.subject, text=maker.rng.choice(BELOW).format(x=clause.subject.text))
    return replace(clause, subject=subject, plural=False), ""


def amounted(maker: Maker, clause: Clause) -> tuple[Clause, str] | None:
    """Of some or most what was told of all."""
    words = clause.subject.text.split()
    if not clause.plural or words[0] in {"all", "some", "most", "many", "several", "no", "few"} or clause.subject.slot == "number":
        return None
    bare = clause.subject.text.removeprefix("the ")
    return replace(
        clause, subject=Phrase(f"{maker.rng.choice(('some of the', 'most of the', 'a few of the', 'one of the'))} {bare}")
    ), ""


def widened(maker: Maker, clause: Clause) -> tuple[Clause, str] | None:
    """A wider word for a narrower one."""
    words = [word for phrase in (clause.subject, clause.object) if phrase for word in phrase.text.split() if word.islower()]
    for word in maker.rng.sample(words, len(words)):
        wider = [
            each for sense in sorted(wordnet().senses.get(word, ()))[:1] for over in wordnet().above.get(sense, ())[:1]
            for each in wordnet().words.get(over, ()) if each.isalpha() and is_kind_of(word, each)
        ]  # fmt: skip
        if wider and sense_is_noun(word):
            new = maker.rng.choice(wider)
            swap = {
                name: replace(phrase, text=" ".join(new if one == word else one for one in phrase.text.split()))
                for name in ("subject", "object")
                if (phrase := getattr(clause, name)) is not None
            }
            return replace(clause, **swap), ""
    return None


def sense_is_noun(word: str) -> bool:
    """Whether the commonest senses of a word are a noun's."""
    return all(sense.startswith("n") for sense in wordnet().senses.get(word, ()))


def denied(_maker: Maker, clause: Clause) -> tuple[Clause, str] | None:
    """With "not", or without."""
    return replace(clause, denied=not clause.denied), ""


def denied_by(maker: Maker, clause: Clause) -> tuple[Clause, str] | None:
    """Denied by somebody."""
    return clause, maker.rng.choice(DENYING)


def denied_twice(maker: Maker, clause: Clause) -> tuple[Clause, str] | None:
    """Somebody denies that it is not so."""
    return replace(clause, denied=not clause.denied), maker.rng.choice(DENYING)


def left_open(maker: Maker, clause: Clause) -> tuple[Clause, str] | None:
    """Neither asserted nor denied."""
    return clause, maker.rng.choice(OPEN)


def told_by(maker: Maker, clause: Clause) -> tuple[Clause, str] | None:
    """As somebody's statement."""
    return clause, maker.rng.choice(SAYING)


def as_it_is(_maker: Maker, clause: Clause) -> tuple[Clause, str] | None:
    """Reworded only."""
    return clause, ""


def contrary(maker: Maker, clause: Clause) -> tuple[Clause, str] | None:
    """The opposite verb or predicate."""
    verbs = opposites(clause.verb)
    if verbs:
        return replace(clause, verb=maker.rng.choice(verbs)), ""
    for number, phrase in enumerate(clause.rest):
        words = phrase.text.split()
        found = opposites(words[-1])
        if found and clause.verb == "be":
            return _with(clause, "rest", number, Phrase(" ".join([*words[:-1], maker.rng.choice(found)]))), ""
    return None


def contrary_denied(maker: Maker, clause: Clause) -> tuple[Clause, str] | None:
    """The opposite, denied."""
    found = contrary(maker, clause)
    return None if found is None else (replace(found[0], denied=not clause.denied), "")


def opposites(word: str) -> tuple[str, ...]:
    """The opposites of a word that quoth takes for opposites, too."""
    return tuple(
        sorted({other for _, other in wordnet().opposites.get(word, ()) if other.isalpha() and tie(word, other) == "opposite"})
    )


def shut_out(maker: Maker, clause: Clause) -> tuple[Clause, str] | None:
    """Another's value in place of it, and its own shut out."""
    found = list(_slots(clause, "date", "place", "actor"))
    if not found:
        return None
    name, number, phrase = maker.rng.choice(found)
    new = _another(maker, phrase)
    way = maker.rng.choice(("{new} and not {held}", "{new} rather than {held}", "not {held} but {new}"))
    text = phrase.text.replace(phrase.held, way.format(new=new, held=phrase.held))
    return None if new == phrase.held else (_with(clause, name, number, replace(phrase, text=text)), "")


CHANGES: Mapping[str, tuple[Change, ...]] = {
    "same": (as_it_is, as_it_is, told_by, denied_twice, contrary_denied),
    "opposed": (denied, denied_by, contrary, shut_out),
    "related": (another_entity, another_entity, mirrored, other_force, bounded, other_party, amounted, widened, left_open),
}
"""The changes by what they make of a pair."""


def make(told: Sequence[tuple[str, Clause]], count: int, seed: int) -> Iterator[Example]:
    """``count`` pairs made of clauses, each with the name of its article; some are of a force or denied on both sides."""
    rng = Random(seed)
    pools: dict[Slot, list[str]] = {name: [] for name in ("number", "date", "place", "actor", "other")}
    for _, clause in told:
        for _, _, phrase in _slots(clause, "place", "actor"):
            pools[phrase.slot].append(phrase.held)
    maker = Maker(rng, pools)
    made = 0
    while made < count:
        (article, clause), (elsewhere, other) = rng.choice(told), rng.choice(told)
        if rng.random() < 0.12:
            clause = replace(clause, denied=True)
        if rng.random() < 0.12:
            clause = replace(clause, force=rng.choice(list(FORCES)), tense="present" if clause.tense == "will" else clause.tense)
        example = maker.pair(clause, other) if article != elsewhere else None
        if example is not None:
            made += 1
            yield example
