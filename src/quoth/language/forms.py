"""Part of speech and lemma of each token: what the parser's own rules say, asked once for each form in its role.

spaCy's attribute ruler and rule lemmatizer take a third of the parser's time, and answer alike for the same word with the same tag and, as far as
their rules tell labels apart, the same dependency label. So each such form is put to them once, as a text of its own. Some rules look at several
words in a row ("there is", "let's"): such a row is a form too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple

MOST = 50_000
"""Forms remembered at a time; with more all are forgotten."""

Key = tuple[int, int, int]
"""A token as the rules see it: its word, its tag, the class of its label."""


class Form(NamedTuple):
    """What is the same of every token of one form."""

    text: str
    lemma: str
    """In small letters."""
    pos: str
    tag: str


class Forms:
    """The forms of one pipeline's vocabulary."""

    def __init__(self, pipeline: Any) -> None:
        """``pipeline`` has an ``attribute_ruler`` and a ``lemmatizer``."""
        from spacy.matcher import Matcher  # noqa: PLC0415 - slow to load, and most commands parse nothing
        from spacy.tokens import Doc  # noqa: PLC0415

        self._vocab, self._doc = pipeline.vocab, Doc
        self._pipes = [pipeline.get_pipe("attribute_ruler"), pipeline.get_pipe("lemmatizer")]
        patterns = [pattern for rule in self._pipes[0].patterns for pattern in rule["patterns"]]
        self._rows = Matcher(self._vocab)
        self._rows.add("row", [pattern for pattern in patterns if len(pattern) > 1])
        self._class_of = told_apart(word["DEP"] for word in chain(*patterns) if "DEP" in word)
        self._classes: dict[int, int] = {}
        self._one_of: dict[int, str] = {}
        """Of each class a label."""
        self._known: dict[tuple[Key, ...], list[Form]] = {}

    def read(self, docs: Sequence[Any]) -> list[list[Form]]:
        """The form of every token of some texts."""
        if len(self._known) > MOST:
            self._known = {}  # not emptied: another thread may be reading from it
        keys, known = [self._keys(doc) for doc in docs], self._known
        unknown = [key for key in dict.fromkeys(chain(*keys)) if (key,) not in known]
        known.update(self._learn(unknown))
        return [self._read(doc, some, known) for doc, some in zip(docs, keys, strict=True)]

    def _keys(self, doc: Any) -> list[Key]:
        words, tags, labels = doc.to_array(["ORTH", "TAG", "DEP"]).T.tolist()
        return list(zip(words, tags, map(self._class, labels), strict=True))

    def _class(self, label: int) -> int:
        known = self._classes.get(label)
        if known is None:
            name = self._vocab.strings[label]
            known = self._classes[label] = self._class_of(name)
            self._one_of.setdefault(known, name)
        return known

    def _read(self, doc: Any, keys: list[Key], known: dict[tuple[Key, ...], list[Form]]) -> list[Form]:
        found = [known[(key,)][0] for key in keys]
        for first, last in self._rows_of(doc):
            row = tuple(keys[first:last])
            found[first:last] = known.get(row) or known.setdefault(row, self._ask(row))
        return found

    def _rows_of(self, doc: Any) -> Iterator[tuple[int, int]]:
        """Where rules look at several words."""
        return joined((start, end) for _, start, end in self._rows(doc, allow_missing=True))

    def _learn(self, keys: Sequence[Key]) -> dict[tuple[Key, ...], list[Form]]:
        """Forms asked all at once; those that happen to make a row there one by one."""
        if not keys:
            return {}
        alone = {at for first, last in self._rows_of(self._text_of(keys)) for at in range(first, last)}
        forms = zip(keys, self._ask(keys), strict=True)
        return {(key,): self._ask([key]) if at in alone else [form] for at, (key, form) in enumerate(forms)}

    def _ask(self, keys: Sequence[Key]) -> list[Form]:
        """The forms in a row, as the rules have them."""
        doc = self._text_of(keys)
        for pipe in self._pipes:
            doc = pipe(doc)
        return [Form(token.text, token.lemma_.lower(), token.pos_, token.tag_) for token in doc]

    def _text_of(self, keys: Sequence[Key]) -> Any:
        name = self._vocab.strings
        words, tags = ([name[key[at]] for key in keys] for at in (0, 1))
        return self._doc(self._vocab, words=words, tags=tags, deps=[self._one_of[key[2]] for key in keys])


def told_apart(conditions: Iterable[str | Mapping[str, Sequence[str]]]) -> Callable[[str], int]:
    """The class of a label, by which of some conditions of rules it meets: a label itself, or ``IN`` or ``NOT_IN`` several."""
    sets = {frozenset([one] if isinstance(one, str) else chain(*one.values())) for one in conditions}
    ordered = sorted(map(sorted, sets))
    return lambda label: sum(1 << at for at, labels in enumerate(ordered) if label in labels)


def joined(ranges: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Half-open ranges, those that overlap as one."""
    first = last = 0
    for start, end in sorted(ranges):
        if start < last:
            last = max(last, end)
            continue
        if last:
            yield first, last
        first, last = start, end
    if last:
        yield first, last
