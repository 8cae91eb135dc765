"""Derive ``lexicon/wordnet.tsv`` from the database files of WordNet 3.0: which words share a sense, which are opposites, what is a kind of what.

Run: ``python scripts/derive_wordnet.py DICT > src/quoth/lexicon/wordnet.tsv`` with the folder that holds ``data.verb`` and ``cntlist.rev``
(Debian: package wordnet-base). Kept are the commonest senses of words that WordNet's own counts have seen, of all verbs, and of what is
derived from those.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

HEAD = """\
# Which words share a sense, which are each other's opposite, what is a kind of what, and which noun or adjective comes of which verb.
# source: WordNet 3.0 (Princeton University), database files as in Debian's wordnet-base 3.0; derived by scripts/derive_wordnet.py: the commonest
#   senses of counted words and of verbs, without glosses and examples
# licence: WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved. Permission to use, copy, modify and distribute this software and
#   database and its documentation for any purpose and without fee or royalty is hereby granted, provided that this copyright notice and statements
#   appear on all copies. THIS SOFTWARE AND DATABASE IS PROVIDED "AS IS" AND PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES, EXPRESS OR
#   IMPLIED, of merchantability or fitness for any particular purpose or that its use will not infringe any third party rights. The name of
#   Princeton University may not be used in advertising or publicity pertaining to distribution; title to copyright remains with Princeton.
# sense: part of speech and number in this table. words: in the order of the synset, spaces as _. above: senses that it is a kind of (for adjectives:
#   that it is like). opposite: word/sense/word for each pair of opposites. derived: word/class/word for each noun or adjective that comes of a verb.
sense\twords\tabove\topposite\tderived
"""
FILES = {"v": "verb", "n": "noun", "a": "adj", "r": "adv"}
MOST = {"v": 5, "n": 3, "a": 4, "r": 2}
"""Senses kept of a word, the commonest first."""


@dataclass
class Synset:
    """One sense with its words and pointers."""

    words: list[str]
    pointers: list[tuple[str, str, str, int, int]] = field(default_factory=list)


def read_synsets(folder: Path) -> dict[tuple[str, str], Synset]:
    """All senses by class and offset."""
    found = {}
    for kind, name in FILES.items():
        for line in (folder / f"data.{name}").read_text(encoding="utf-8").splitlines():
            if not line.startswith("  "):
                found[kind, line[:8]] = _synset(line.split("|")[0].split())
    return found


def _synset(cells: list[str]) -> Synset:
    many = int(cells[3], 16)
    words = [cells[4 + 2 * place].split("(")[0].lower() for place in range(many)]
    at = 4 + 2 * many
    pointers = []
    for place in range(int(cells[at])):
        symbol, offset, kind, ends = cells[at + 1 + 4 * place : at + 5 + 4 * place]
        mine, other = bytes.fromhex(ends)
        pointers.append((symbol, "a" if kind == "s" else kind, offset, mine, other))
    return Synset(words, pointers)


def kept_senses(folder: Path, synsets: dict[tuple[str, str], Synset]) -> dict[tuple[str, str], set[str]]:
    """The senses that stay, each with the words that have it among their commonest."""
    counted = {line.split()[0].split("%")[0] for line in (folder / "cntlist.rev").read_text(encoding="utf-8").splitlines()}
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for kind, name in FILES.items():
        for line in (folder / f"index.{name}").read_text(encoding="utf-8").splitlines():
            if line.startswith("  "):
                continue
            cells = line.split()
            word, offsets = cells[0], cells[-int(cells[2]) :]
            plain = word.replace("_", "").replace("-", "").isalpha() and word.count("_") <= 1
            if plain and (word in counted or kind == "v" or _opposed(offsets, kind, synsets)):
                for offset in offsets[: MOST[kind]]:
                    found[kind, offset].add(word)
    return found


def _opposed(offsets: list[str], kind: str, synsets: dict[tuple[str, str], Synset]) -> bool:
    return any(pointer[0] == "!" for offset in offsets for pointer in synsets[kind, offset].pointers)


def rows(synsets: dict[tuple[str, str], Synset], kept: dict[tuple[str, str], set[str]]) -> Iterator[str]:
    """The lines of the table."""
    numbers = {key: f"{key[0]}{place}" for place, key in enumerate(sorted(kept), 1)}
    for key in sorted(kept):
        synset = synsets[key]
        words = [word for word in dict.fromkeys(synset.words) if word in kept[key]]
        above = [
            numbers[kind, to] for symbol, kind, to, *_ in synset.pointers if symbol in {"@", "@i", "&"} and (kind, to) in numbers
        ]
        opposite = []
        derived = []
        for symbol, kind, to, mine, other in synset.pointers:
            if not mine or not other or (kind, to) not in kept:
                continue
            first, second = synset.words[mine - 1], synsets[kind, to].words[other - 1]
            if first not in kept[key] or second not in kept[kind, to]:
                continue
            if symbol == "!" and kind == key[0]:
                opposite.append(f"{first}/{numbers[kind, to]}/{second}")
            elif symbol == "+" and key[0] == "v":
                derived.append(f"{first}/{kind}/{second}")
        cells = [
            numbers[key],
            " ".join(words),
            " ".join(dict.fromkeys(above)),
            " ".join(opposite),
            " ".join(dict.fromkeys(derived)),
        ]
        yield "\t".join(cells).rstrip("\t")


def main() -> int:
    """Write the table to standard output."""
    folder = Path(sys.argv[1])
    synsets = read_synsets(folder)
    sys.stdout.write(HEAD + "\n".join(rows(synsets, kept_senses(folder, synsets))) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
