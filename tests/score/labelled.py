"""What tests of the labelled measures share: one invented text, and statements and people made from its words."""

from __future__ import annotations

from quoth.records import Findings, Form, Mention, Name, Passage, Referent, Span, Statement, Via, identify
from quoth.score.labels import Label, Step, Who

TEXT = (
    "Orlo Marn, the mayor, said the dam held. “It is safe,” he added, “for now.”\n\n"
    "The Marn campaign said that engineers had warned that it would break. Ines Vell and Tomo Brig denied it."
)


def at(words: str, nth: int = 1) -> Span:
    """Where words stand in the text."""
    start = -1
    for _ in range(nth):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def person(name: str, *mentions: Span, names: tuple[str, ...] = (), members: tuple[Referent, ...] = ()) -> Referent:
    """Somebody with mentions in the text."""
    return Referent(
        id=identify("referent", "d", name), document="d", name=name, kind="person",
        names=tuple(Name(one, 1) for one in (name, *names)), titles=(),
        mentions=tuple(Mention(span, TEXT[span.start : span.end], "name") for span in mentions),
        members=tuple(one.id for one in members),
    )  # fmt: skip


def said(
    cue: Span,
    *content: Span,
    source: Span | None = None,
    speaker: Referent | None = None,
    form: Form = "indirect",
    parent: Statement | None = None,
    score: float = 0.9,
) -> Statement:
    """A statement found in the text."""

    def passage(*spans: Span) -> Passage:
        return Passage(" ".join(TEXT[start:end] for start, end in spans), spans)

    via = (*parent.via, Via(parent.source.text, parent.source.spans, parent.speaker)) if parent and parent.source else ()
    return Statement(
        id=identify("statement", cue, *content), document="d", form=form, stance="asserts", source=passage(source) if source else None,
        cue=passage(cue), content=passage(*content), speaker=speaker.id if speaker else None, undecided=None if speaker else "no source",
        addressee=None, via=via, parent=parent.id if parent else None, negated=False, score=score, time=None, proposition=None,
    )  # fmt: skip


def label(
    cue: Span | None,
    *content: Span,
    source: Span | None = None,
    mention: Span | None = None,
    members: tuple[Span, ...] = (),
    form: Form | None = None,
    chain: tuple[Step, ...] = (),
) -> Label:
    """A label; without a mention the speaker is left open."""
    who = Who(mention is not None or bool(members), mention, members)
    return Label(content, (cue,) if cue else (), (source,) if source else (), who, form, chain)


MARN = person("Orlo Marn", at("Orlo Marn"), at("he ", 1)._replace(end=at("he ", 1).end - 1))
CAMPAIGN = person("the Marn campaign", at("The Marn campaign"))
ENGINEERS = person("engineers", at("engineers"))
VELL, BRIG = person("Ines Vell", at("Ines Vell")), person("Tomo Brig", at("Tomo Brig"))
BOTH = person("Ines Vell and Tomo Brig", at("Ines Vell and Tomo Brig"), members=(VELL, BRIG))
PEOPLE = (MARN, CAMPAIGN, ENGINEERS, VELL, BRIG, BOTH)

HELD = said(at("said"), at("the dam held"), source=at("Orlo Marn"), speaker=MARN)
SAFE = said(
    at("added"),
    at("“It is safe,”"),
    at("“for now.”"),
    source=at("he added")._replace(end=at("he added").start + 2),
    speaker=MARN,
    form="direct",
)
WARNED = said(at("said", 2), at("that engineers had warned that it would break"), source=at("The Marn campaign"), speaker=CAMPAIGN)
BREAK = said(at("had warned"), at("that it would break"), source=at("engineers"), speaker=ENGINEERS, parent=WARNED)
FINDINGS = Findings("d", PEOPLE, (HELD, SAFE, WARNED, BREAK))

STEP = Step((at("The Marn campaign"),), (at("said", 2),), Who(decided=True, mention=at("The Marn campaign")))
NESTED = label(at("had warned"), at("that it would break"), source=at("engineers"), mention=at("engineers"), chain=(STEP,))
LABELS = (
    label(at("said"), at("the dam held"), source=at("Orlo Marn"), mention=at("Orlo Marn"), form="indirect"),
    label(
        at("added"),
        at("It is safe,"),
        at("for now."),
        source=at("he added")._replace(end=at("he added").start + 2),
        mention=at("Orlo Marn"),
        form="direct",
    ),
    label(
        at("said", 2),
        at("that engineers had warned that it would break"),
        source=at("The Marn campaign"),
        mention=at("The Marn campaign"),
        form="indirect",
    ),
)
