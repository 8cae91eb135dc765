"""A generated ledger for the desk's benchmark: invented people, outlets and words, put in through the store's own rows.

Stories have 1 to 300 articles, most of them few; who speaks follows Zipf's law; a third of a story's articles are copies. Every span is true:
a statement's words stand in its article where it says. What is said has no meaning.
"""

from __future__ import annotations

import hashlib
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, cast

from benchmarks.desk_world import Draft, World, make_world, story_sizes, write
from sqlalchemy import Connection, Table

from quoth.records import (
    Actor,
    Anchor,
    Claim,
    ClaimStatement,
    Contact,
    ContactEvent,
    Copy,
    Disagreement,
    Document,
    Mention,
    Name,
    Original,
    Part,
    Party,
    Passage,
    Position,
    Proposition,
    Quantity,
    Reading,
    Receipt,
    Reckoning,
    Referent,
    Silence,
    Span,
    Statement,
    Step,
    Story,
    Telling,
    Term,
    TimeExpression,
    Title,
    document_id,
    identify,
)
from quoth.run.corpus import corpus_part
from quoth.settings import Settings
from quoth.store import Store, tables
from quoth.store.counting import recount, rest
from quoth.store.rows import codec
from quoth.view.story_list import summarise_stories


class Filler:
    """Puts stories into a ledger."""

    def __init__(self, connection: Connection, world: World) -> None:
        self.connection, self.world = connection, world
        self.rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
        self.place: dict[str, int] = defaultdict(int)
        self.referents: dict[int, list[str]] = defaultdict(list)
        self.owner: dict[str, str] = {}
        """Referent → actor, of the story that is being written."""
        self.actor_ids = [identify("actor", "generated", number) for number in range(len(world.people))]
        self.documents, self.fingerprint = 0, Settings().fingerprint("extract")

    def put(self, table: Table, record: Any, **more: Any) -> None:
        """Keep one record's row until the next ``flush``."""
        self.rows[table.name].append(codec(type(record)).encode(record) | more)

    def link(self, table: Table, record: Any) -> None:
        """A record of linking, in its place."""
        self.put(table, record, position=self.place[table.name])
        self.place[table.name] += 1

    def flush(self) -> None:
        """Write all rows that are kept."""
        for name, rows in self.rows.items():
            self.connection.execute(tables.metadata.tables[name].insert(), rows)
        self.rows.clear()

    def story(self, number: int, size: int) -> None:
        """One story with its articles, claims and points of difference."""
        world, chance = self.world, self.world.chance
        cast_ = world.somebody(6 + min(30, size))
        claims = [f"{chance.choice(world.pieces)} {chance.choice(world.pieces)}" for _ in range(int(size * 0.6))]
        first = number * 7 % 330
        drafts: list[tuple[Draft, list[Statement]]] = []
        made: dict[int, list[tuple[Statement, str]]] = defaultdict(list)
        for at in range(size):
            month, day = divmod(first + at * 30 // max(30, size), 28)
            date = f"2031-{month % 12 + 1:02d}-{day + 1:02d}"
            copied = chance.choice(drafts)[0] if drafts and chance.random() < 0.3 else None
            own = [*chance.sample(cast_, min(len(cast_), 6)), *world.somebody(2)]
            draft = copied or write(world, own, claims, date)
            document, statements = self.article(draft, date, f"{number}-{at}")
            for (_, _, _, _, stance, claim), one in zip(draft.said, statements, strict=True):
                if claim is not None:
                    made[claim].append((one, "denies" if stance == "denies" else "doubts" if stance == "doubts" else "asserts"))
            if copied:
                self.copy(document, copied, draft)
            draft = replace(draft, document=document)
            drafts.append((draft, statements))
        story = identify("story", "generated", number)
        ids = tuple(draft.document for draft, _ in drafts)
        title = " ".join(chance.choices(world.words[:4000], k=6)).capitalize()
        self.link(tables.stories, Story(story, title, ids, f"2031-{first // 28 % 12 + 1:02d}-{first % 28 + 1:02d}", None))
        for claim, told in made.items():
            if len(told) > 1:
                self.claim(story, claims[claim], told, ids)

    def article(self, draft: Draft, date: str, name: str) -> tuple[str, list[Statement]]:
        """One article with what is found in it."""
        world = self.world
        outlet = world.chance.choices(world.outlets, cum_weights=world.outlet_reach)[0]
        article = identify("article", name)
        title = draft.text[: draft.segments[0][2]]
        document = document_id(article, outlet, title, (), date, draft.text)
        self.documents += 1
        self.put(
            tables.documents,
            Document(
                document, article, name, outlet, f"https://example.org/{name}", title, (), date, "metadata", date, "en",
                hashlib.sha256(draft.text.encode()).hexdigest(), None, draft.text, "generated",
            ),
            file=None, number=self.documents,
        )  # fmt: skip
        self.rows["segments"] += [
            {"document": document, "position": at, "kind": kind, "start": start, "end": end}
            for at, (kind, start, end) in enumerate(draft.segments)
        ]
        self.rows["finished"].append({"stage": "extract", "fingerprint": self.fingerprint, "part": document})
        referent = {who: self.referent(document, draft, who, at) for at, who in enumerate(draft.mentions)}
        return document, self.findings(document, draft, referent)

    def referent(self, document: str, draft: Draft, who: int, position: int) -> str:
        """Somebody whom an article mentions."""
        person, spans = self.world.people[who], draft.mentions[who]
        id_ = identify("referent", document, *spans[0])
        self.referents[who].append(id_)
        self.put(
            tables.referents,
            Referent(
                id_, document, person.name, cast("Any", person.kind), (Name(person.name, len(spans)),),
                (Title(person.office, person.country),) if person.office else (),
                tuple(Mention(span, draft.text[span.start : span.end], "name") for span in spans), person.country,
            ),
            position=position,
        )  # fmt: skip
        self.owner[id_] = self.actor_ids[who]
        return id_

    def findings(self, document: str, draft: Draft, referent: dict[int, str]) -> list[Statement]:
        """Statements and the rest."""
        statements, text, chance = [], draft.text, self.world.chance
        for at, (source, cue, content, who, stance, _) in enumerate(draft.said):
            known = chance.random() > 0.2
            words = text[content.start : content.end].split()
            one = Statement(
                identify("statement", document, source, cue, content), document, "indirect", cast("Any", stance),
                Passage(text[source.start : source.end], (source,)), Passage(text[cue.start : cue.end], (cue,)),
                Passage(text[content.start : content.end], (content,)), referent[who] if known else None,
                None if known else "two candidates", None, (), None, negated=False, score=round(0.2 + 0.8 * chance.random() ** 0.7, 3),
                time=draft.times[0][1] if at < 3 else None, proposition=proposition(words),
            )  # fmt: skip
            self.put(tables.statements, one, position=at)
            statements.append(one)
        for at, (span, day) in enumerate(draft.times):
            found = TimeExpression(
                identify("time", document, span), document, span, "On Monday", "DATE", day, day, Anchor(day, "metadata")
            )
            self.put(tables.times, found, position=at)
        for at, (span, value) in enumerate(draft.quantities):
            held = next((one.id for one in statements if one.content.spans[0].start <= span.start < one.content.spans[0].end), None)
            figure = Quantity(
                identify("quantity", document, span),
                document,
                span,
                f"at least {value}",
                None,
                value,
                None,
                "people",
                "hurt",
                None,
                held,
            )
            self.put(tables.quantities, figure, position=at)
        for at, (span, one_, other) in enumerate(draft.contacts):
            pair = tuple(Party(self.world.people[who].name, draft.mentions[who][-1], referent[who]) for who in (one_, other))
            contact = Contact(
                identify("contact", document, span), document, "call", pair, pair[0], draft.times[0][1], (), span, None
            )
            self.put(tables.contacts, contact, position=at)
            self.link(tables.events, ContactEvent(identify("event", contact.id), (contact.id,)))
        for at, (span, meaning) in enumerate(draft.terms):
            passage = Passage(text[meaning.start : meaning.end], (meaning,))
            term = Term(identify("term", document, span), document, text[span.start : span.end], span, passage, None)
            self.put(tables.terms, term, position=at)
        return statements

    def copy(self, document: str, source: Draft, draft: Draft) -> None:
        """An edge to what an article was copied from."""
        spans = tuple(Span(start, end) for kind, start, end in draft.segments if kind == "body")
        receipt = Receipt("the same words", spans, spans)
        self.link(
            tables.copies,
            Copy(identify("copy", document, source.document), document, source.document, "verbatim", 0.97, True, receipt),
        )

    def claim(self, story: str, text: str, told: Sequence[tuple[Statement, str]], ids: Sequence[str]) -> None:
        """A claim, and sometimes a point on which its accounts differ."""
        chance, id_ = self.world.chance, identify("claim", told[0][0].id)
        by_actor: dict[str, list[tuple[Statement, str]]] = defaultdict(list)
        for one, stance in told:
            if one.speaker:
                by_actor[self.owner[one.speaker]].append((one, stance))
        documents = tuple(dict.fromkeys(one.document for one, _ in told))
        positions = tuple(
            Position(actor, cast("Any", stances.pop() if len(stances := {stance for _, stance in held}) == 1 else "mixed"),
                     held[0][0].time, tuple(one.id for one, _ in held))
            for actor, held in by_actor.items()
        )  # fmt: skip
        tellings = tuple(
            Telling(one.id, one.document, (one.id,), one.content.spans, ()) for one in {s.document: s for s, _ in told}.values()
        )
        steps = tuple(
            Step(
                "verbatim",
                chance.random() < 0.5,
                tellings[0].id,
                one.id,
                decided=True,
                receipt=Receipt("the same words", one.spans, one.spans),
            )
            for one in tellings[1:]
            if chance.random() < 0.4
        )
        silent = tuple(Silence(chance.choice(self.world.outlets), (chance.choice(ids),)) for _ in range(2)) if len(ids) > 3 else ()
        links = tuple(ClaimStatement(one.id, cast("Any", stance)) for one, stance in told)
        self.link(
            tables.claims,
            Claim(
                id_, text, story, links, positions, documents, len(documents), 1, len(documents), silent, Reckoning(tellings, steps)
            ),
        )
        if len(told) > 3 and chance.random() < 0.3:
            half = len(told) // 2
            readings = tuple(
                Reading(str(chance.randint(3, 900)), tuple(s.id for s, _ in part), tuple({self.owner[s.speaker] for s, _ in part if s.speaker}),
                        tuple(dict.fromkeys(s.document for s, _ in part)))
                for part in (told[:half], told[half:])
            )  # fmt: skip
            kind = cast("Any", "figure" if chance.random() < 0.6 else "polarity")
            self.link(
                tables.disagreements,
                Disagreement(identify("point", id_), story, "hurt" if kind == "figure" else text, kind, readings, id_),
            )

    def actors(self) -> None:
        """Everybody who is mentioned."""
        for who, referents in sorted(self.referents.items()):
            person, id_ = self.world.people[who], self.actor_ids[who]
            evidence = [f"same full name: {person.name}"]
            if who % 40 == 7:
                evidence.append(f"undecided: may be {self.world.people[who // 2].name} of other documents; one surname")
            self.link(
                tables.actors, Actor(id_, person.name, cast("Any", person.kind), person.country, tuple(referents), tuple(evidence))
            )
            self.rows["memberships"] += [{"referent": one, "actor": id_} for one in referents]
            if len(self.rows["memberships"]) > PORTION:
                self.flush()
        self.flush()


PORTION = 20_000
"""Rows that are held before they are written."""


def fill(store: Store, documents: int, seed: int) -> float:
    """Put so many generated articles into a ledger; how many seconds that took."""
    begun = time.perf_counter()
    world = make_world(seed, max(200, documents // 3))
    with store.write() as writer:
        writer.add_reading(Original("generated", b"", "text/plain", None), [])
        rest(writer.connection)
        filler = Filler(writer.connection, world)
        for number, size in enumerate(story_sizes(documents, world.chance)):
            filler.story(number, size)
            filler.owner.clear()
            if len(filler.rows["statements"]) > PORTION:
                filler.flush()
        filler.actors()
        recount(writer.connection)
        writer.keep_summaries(summarise_stories(writer.read()))
        writer.finish("link", Settings().fingerprint("link"), corpus_part(writer.read()))
    return time.perf_counter() - begun


def proposition(words: Sequence[str]) -> Proposition:
    """What a content says, in the shape that reading gives it."""
    parts = tuple(Part(word, "thing" if at else "deed", "patient", at - 1) for at, word in enumerate(words[:6]))
    return Proposition(
        words[0], tuple(words[1:2]), tuple(words[2:4]), tuple(words), (), negated=False, modality="did", parts=parts, main=0
    )
