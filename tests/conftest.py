"""A small ledger written by hand: four invented articles on one invented incident, with every kind of record, for views and exports."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.handmade import build_actor, build_document, build_position, build_referent, build_statement, span_of

from quoth.records import (
    Anchor,
    Claim,
    ClaimStatement,
    Contact,
    ContactEvent,
    Copy,
    Disagreement,
    Findings,
    Json,
    Judgement,
    Links,
    Party,
    Quantity,
    Reading,
    Receipt,
    SetAside,
    Silence,
    Story,
    Term,
    TimeExpression,
    Title,
    Via,
    identify,
    passage,
)
from quoth.store import ReadView, Store, open_store
from quoth.store.overlay import row_of

HOSTILE = "<script>alert('x')</script>"
"""Markup that a text may hold, and that must never become markup of ours."""

AGENCY = """Dolan warns of provocation at the Lower Dam

TESSEN, March 16. /NTA/. Norvian Defence Minister Marek Dolan voiced concern about a provocation that Kastel is preparing at the Lower \
Dam. On Friday he spoke by telephone with Arden’s Defence Secretary Anna Reeve; the call was requested by Arden, the ministry said.

The ministry said 1,200 people had left the valley.
"""
HERALD = """Arden rejects the claim

Arden and Ilmar “reject Norvia’s plainly false allegation that Kastel would poison its own water”, they said in a joint statement. \
Sunday’s call was requested by Dolan, the defence department said.

NTA reports that Dolan said that Brenn had taken orders. A senior official told us at least 4,000 people had left the valley.
"""
LAKESIDE = """Norvian Defence Minister Marek Dolan voiced concern about a provocation that Kastel is preparing at the Lower Dam.

Read also: Ten things about dams
"""
WATCH = f"""A mirror operation is a hostile act that a party commits against its own side. {HOSTILE} Anna Reeve said “{HOSTILE}”.
"""


def write_ledger(path: Path) -> None:  # noqa: PLR0915 - a list of records, read from top to bottom
    """The whole handmade ledger."""
    readings = [
        build_document(AGENCY, "NTA", "2031-03-16", {"Dolan warns": "title"}),
        build_document(HERALD, "Arden Herald", "2031-03-17", {"Arden rejects": "title"}),
        build_document(LAKESIDE, "Lakeside Daily", "2031-03-17", {"Read also": "related"}),
        build_document(WATCH, "Dam Watch", "2031-03-18", {}),
    ]
    agency, herald, lakeside, watch = (document for _, document, _ in readings)
    minister = Title("defence minister", "Norvia")
    dolan = build_referent(agency, "Marek Dolan", "Marek Dolan", "person", minister, "Norvia")
    reeve = build_referent(agency, "Anna Reeve", "Anna Reeve", "person", Title("defence secretary", "Arden"), "Arden")
    ministry = build_referent(agency, "the ministry", "the ministry", "body", None, "Norvia")
    arden, ilmar = build_referent(herald, "Arden and", "Arden", "state"), build_referent(herald, "Ilmar", "Ilmar", "state")
    nta = build_referent(herald, "NTA", "NTA", "outlet")
    dolan_there = build_referent(herald, "Dolan,", "Dolan", "person")
    official = build_referent(herald, "A senior official", "a senior official", "group")
    dolan_copied = build_referent(lakeside, "Marek Dolan", "Marek Dolan", "person", minister, "Norvia")
    reeve_there = build_referent(watch, "Anna Reeve", "Anna Reeve", "person")

    concern = "a provocation that Kastel is preparing at the Lower Dam"
    voiced = build_statement(
        agency, "accuses", "voiced concern about", concern, source="Marek Dolan", speaker=dolan, time="2031-03-16"
    )
    asked = build_statement(
        agency, "asserts", "the ministry said.", "the call was requested by Arden", source="the ministry", speaker=ministry
    )
    moved = build_statement(
        agency, "asserts", "said 1", "1,200 people had left the valley", source="The ministry", speaker=ministry
    )
    refused = build_statement(
        herald,
        "denies",
        "reject ",
        "Norvia’s plainly false allegation that Kastel would poison its own water",
        source="Arden and Ilmar",
        speaker=arden,
    )
    asked_back = build_statement(
        herald, "asserts", "department said", "Sunday’s call was requested by Dolan", source="the defence department"
    )
    reported = build_statement(
        herald, "asserts", "reports", "that Dolan said that Brenn had taken orders", source="NTA", speaker=nta
    )
    nested = build_statement(
        herald, "asserts", "said that", "that Brenn had taken orders", source="Dolan said"[:5], speaker=dolan_there,
        via=(Via("NTA", (span_of(herald, "NTA"),), nta.id),), parent=reported, score=0.4,
    )  # fmt: skip
    counted = build_statement(
        herald, "asserts", "told us", "at least 4,000 people had left the valley", source="A senior official", speaker=official
    )
    copied = build_statement(lakeside, "accuses", "voiced concern about", concern, source="Marek Dolan", speaker=dolan_copied)
    shouted = build_statement(watch, "asserts", "said", HOSTILE, source="Anna Reeve", speaker=reeve_there)
    shouted = replace(shouted, content=passage(watch.text, span_of(watch, HOSTILE, after=watch.text.index("said"))))

    anchor = Anchor("2031-03-16", "dateline")
    friday, sunday = span_of(agency, "On Friday"), span_of(herald, "Sunday’s")
    times = {
        agency.id: (
            TimeExpression(
                identify("time", agency.id, friday), agency.id, friday, "On Friday", "DATE", "2031-03-14", "2031-03-14", anchor
            ),
        ),
        herald.id: (
            TimeExpression(
                identify("time", herald.id, sunday),
                herald.id,
                sunday,
                "Sunday’s",
                "DATE",
                "2031-03-16",
                "2031-03-16",
                Anchor("2031-03-17", "metadata"),
            ),
        ),
    }
    called = span_of(
        agency, "On Friday he spoke by telephone with Arden’s Defence Secretary Anna Reeve; the call was requested by Arden"
    )
    again = span_of(herald, "Sunday’s call was requested by Dolan")
    one = Party("he spoke", span_of(agency, "he spoke"), dolan.id)
    two = Party("Anna Reeve", span_of(agency, "Anna Reeve"), reeve.id)
    three = Party("Dolan,", span_of(herald, "Dolan,"), dolan_there.id)
    four = Party("the defence department", span_of(herald, "the defence department"), None)
    contacts = {
        agency.id: (
            Contact(
                identify("contact", called), agency.id, "call", (one, two), two, "2031-03-14", ("the Lower Dam",), called, asked.id
            ),
        ),
        herald.id: (Contact(identify("contact", again), herald.id, "call", (three, four), three, None, (), again, asked_back.id),),
    }
    few, many = span_of(agency, "1,200"), span_of(herald, "at least 4,000")
    quantities = {
        agency.id: (
            Quantity(
                identify("quantity", few),
                agency.id,
                few,
                "1,200",
                1200.0,
                1200.0,
                1200.0,
                "people",
                "left the valley",
                "2031-03-16",
                moved.id,
            ),
        ),
        herald.id: (
            Quantity(
                identify("quantity", many),
                herald.id,
                many,
                "at least 4,000",
                None,
                4000.0,
                None,
                "people",
                "left the valley",
                None,
                counted.id,
            ),
        ),
    }
    meaning = passage(watch.text, span_of(watch, "a hostile act that a party commits against its own side"))
    terms = {
        watch.id: (
            Term(identify("term", watch.id), watch.id, "mirror operation", span_of(watch, "mirror operation"), meaning, None),
        )
    }
    found = {
        agency.id: ((dolan, reeve, ministry), (voiced, asked, moved)),
        herald.id: ((arden, ilmar, nta, dolan_there, official), (refused, asked_back, reported, nested, counted)),
        lakeside.id: ((dolan_copied,), (copied,)),
        watch.id: ((reeve_there,), (shouted,)),
    }

    person = build_actor("Marek Dolan", "person", "Norvia", dolan, dolan_there, dolan_copied)
    secretary = build_actor("Anna Reeve", "person", "Arden", reeve, reeve_there)
    body, state, second = (
        build_actor("Norvian defence ministry", "body", "Norvia", ministry),
        build_actor("Arden", "state", None, arden),
        build_actor("Ilmar", "state", None, ilmar),
    )
    agency_actor, unnamed = build_actor("NTA", "outlet", None, nta), build_actor("a senior official", "group", None, official)
    story = Story(
        identify("story", "dam"),
        "Dolan warns of provocation at the Lower Dam",
        tuple(document.id for _, document, _ in readings),
        "2031-03-14",
        "2031-03-18",
    )
    poison = Claim(
        id=identify("claim", "poison"),
        text="Kastel is preparing a provocation at the Lower Dam",
        story=story.id,
        statements=(
            ClaimStatement(voiced.id, "asserts"),
            ClaimStatement(copied.id, "asserts"),
            ClaimStatement(refused.id, "denies"),
        ),
        positions=(
            build_position(person, "asserts", voiced, copied),
            build_position(state, "denies", refused),
            build_position(second, "denies", refused),
        ),
        documents=(agency.id, herald.id, lakeside.id),
        texts=2,
        origins_low=1,
        origins_high=2,
        silent=(Silence("Dam Watch", (watch.id,)),),
    )
    orders = Claim(
        identify("claim", "orders"), "Brenn had taken orders", story.id, (ClaimStatement(nested.id, "asserts"),),
        (build_position(person, "asserts", nested),), (herald.id,), 1, None, None, (),
    )  # fmt: skip
    figures = Disagreement(
        identify("disagreement", "left"), story.id, "people who left the valley", "figure",
        (Reading("1,200", (moved.id,), (body.id,), (agency.id,), "2031-03-16"), Reading("at least 4,000", (counted.id,), (unnamed.id,), (herald.id,))),
    )  # fmt: skip
    event = ContactEvent(identify("event", "call"), tuple(contact.id for group in contacts.values() for contact in group))
    whose = Disagreement(
        identify("disagreement", "asked"), story.id, "who asked for the call", "actor",
        (Reading("Anna Reeve", (asked.id,), (body.id,), (agency.id,)), Reading("Marek Dolan", (asked_back.id,), (), (herald.id,))), event=event.id,
    )  # fmt: skip
    shared = Receipt("same words", (span_of(agency, concern),), (span_of(lakeside, concern),))
    links = Links(
        actors=(person, secretary, body, state, second, agency_actor, unnamed),
        copies=(Copy(identify("copy", "1"), lakeside.id, agency.id, "verbatim", 0.97, decided=True, receipt=shared),),
        events=(event,),
        stories=(story,),
        claims=(orders, poison),
        disagreements=(whose, figures),
    )
    with open_store(path, create=True) as store, store.write() as writer:
        writer.add_readings([(original, ((document, segments),)) for original, document, segments in readings])
        writer.add_findings(
            [
                Findings(
                    document,
                    *found[document],
                    times.get(document, ()),
                    quantities.get(document, ()),
                    contacts.get(document, ()),
                    terms.get(document, ()),
                )
                for document in found
            ],
            fingerprint="by hand",
        )
        writer.replace_links(links)
        writer.add_set_aside(
            [SetAside("notes.pdf", None, "read", "binary", "notes.pdf is not text. Save it as text, then add it again.")]
        )
        seen: dict[str, Json] = {"label": "Anna Reeve said", "row": json.loads(json.dumps(row_of("statements", shouted)))}
        for kind, subject, verdict, taken_down in (
            ("claim", f"{voiced.id} {copied.id}", "same", None),
            ("statement", shouted.id, '{"stance":"asserts"}', seen),
        ):
            at = f"2031-03-18T19:00:0{kind == 'statement':d}+00:00"
            made = identify("judgement", kind)
            writer.add_judgement(Judgement(made, kind, subject, verdict, "desk", at, None, None, taken_down))


@pytest.fixture(scope="session")
def handmade(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger file written by hand."""
    path = tmp_path_factory.mktemp("handmade") / "handmade.db"
    write_ledger(path)
    return path


@pytest.fixture
def own_store(handmade: Path, tmp_path: Path) -> Iterator[Store]:
    """The handmade ledger, open, in a copy that a test may change."""
    copy = tmp_path / "copy.db"
    shutil.copy(handmade, copy)
    with open_store(copy) as opened:
        yield opened


@pytest.fixture
def told(handmade: Path) -> Iterator[ReadView]:
    """The view of the handmade ledger."""
    with open_store(handmade, create=False) as store:
        yield store.read()
