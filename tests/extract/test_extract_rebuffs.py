"""What verbs make of something claimed: who hits back at it rejects it, who withdraws it takes it back, whichever word the reader takes for the cue."""

from __future__ import annotations

import pytest
from tests.extract.test_extract_stances import parse

from quoth.extract.attribution.candidates import Attribution
from quoth.extract.attribution.ranges import Range
from quoth.extract.attribution.stances import take

CLAIMS = [
    ("Tessara hit back at the claim that its divers mined the bridge.", "hit", "denies", "reject"),
    ("Tessara pushed back against reports that its divers mined the bridge.", "pushed", "denies", "reject"),
    ("Orla Venn spoke against the claim that divers mined the bridge.", "spoke", "denies", "reject"),
    ("Orla Venn scoffed at the claim that divers mined the bridge.", "scoffed", "denies", "reject"),
    ("Orla Venn spoke of doubts that divers mined the bridge.", "spoke", "doubts", "doubt"),
    ("Orla Venn took issue with the suggestion that divers mined the bridge.", "suggestion", "denies", "dispute"),
    ("Orla Venn contested the claim that divers mined the bridge.", "claim", "denies", "dispute"),
    ("The Pell Post withdraws its report that divers mined the bridge.", "report", "denies", "retract"),
    ("We take back the claim that divers mined the bridge.", "take", "denies", "retract"),
    ("The Pell Post no longer stands by its report that divers mined the bridge.", "report", "denies", "retract"),
    ("The Pell Post stands by its report that divers mined the bridge.", "report", "asserts", "insist"),
    ("The Pell Post apologised for reporting that divers mined the bridge.", "apologised", "denies", "retract"),
]
OTHERWISE = [
    ("Tessara pushed for the bridge to be opened.", "pushed", "proposes", "propose"),
    ("Orla Venn spoke against the new toll.", "spoke", "asserts", "state"),
    ("Orla Venn scoffed at the new toll.", "scoffed", "condemns", "mock"),
    ("The owner stands by the crew.", "stands", "praises", "support"),
]


def taken(text: str, cue: str, *, source: bool = True) -> tuple[str, str | None]:
    parsed = parse(text)
    (paragraph,) = parsed.paragraphs
    head = next(token.index for token in paragraph.tokens if token.text == cue)
    kind = "n" if paragraph.tokens[head].pos == "NOUN" else "v"
    attribution = Attribution(
        0,
        head,
        kind,
        "S",
        Range(head, head + 1),
        Range(0, 1) if source else None,
        ((0, Range(head + 1, len(paragraph.tokens))),),
        0.9,
    )
    found = take(paragraph, attribution)
    return found.stance, found.act


@pytest.mark.parametrize(("text", "cue", "stance", "act"), [*CLAIMS, *OTHERWISE])
def test_what_is_done_with_something_claimed_is_told_by_the_verb_and_its_company(
    text: str, cue: str, stance: str, act: str
) -> None:
    assert taken(text, cue) == (stance, act)


def test_a_claim_of_somebody_not_told_is_not_rejected_by_its_own_noun() -> None:
    assert taken("Tessara hit back at the claim that its divers mined the bridge.", "claim", source=False) == ("asserts", "claim")
