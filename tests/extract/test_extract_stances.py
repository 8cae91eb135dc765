"""What is done with a content, to whom it is said and how: one table a question, each row one sentence and what it says.

The rows of ``…_NOT_READ`` are those that the reader does not read yet: the parser takes the sentence apart wrongly, or the word is too
rarely a cue there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest

from quoth.extract.attribution.candidates import Attribution
from quoth.extract.attribution.ranges import Range
from quoth.extract.attribution.stances import take
from quoth.extract.statements import find_statements
from quoth.language.english import English
from quoth.lexicon.acts import speech_acts
from quoth.records import Document, Referent, Segment, Span, Statement
from quoth.syntax import ParsedDocument


def parse(text: str) -> ParsedDocument:
    document = Document(
        id="d", article="d", input_id=None, outlet=None, url=None, title=None, authors=(), published=None, published_from="unknown",
        fetched=None, language="en", sha256="", origin=None, text=text, original="",
    )  # fmt: skip
    return English().parse(document, tuple(Segment("body", *match.span()) for match in re.finditer(r"[^\n]+", text)))


class Words:
    """Everybody is called what the text calls them."""

    def __init__(self, text: str) -> None:
        self.text = text

    def at(self, span: Span) -> Referent | None:
        words = self.text[span.start : span.end]
        return None if words == "me" else Referent(words, "d", words, "person", (), (), ())

    def resolve(self, span: Span, *, before: int | None = None) -> tuple[Referent | None, str | None]:
        return self.at(span if before is None or before > span.end else Span(span.start, before)), None


def read(text: str) -> tuple[Statement, ...]:
    return find_statements(parse(text), Words(text))


def one(text: str, cue: str) -> Statement:
    """The statement with ``cue`` in its cue, else with one of its words."""
    found = read(text)
    near = [statement for statement in found if cue in statement.cue.text]
    near += [statement for statement in found if not set(cue.split()).isdisjoint(statement.cue.text.split())]
    assert near, f"no cue {cue!r} among {[statement.cue.text for statement in found]}"
    return near[0]


def unread(rows: Iterable[tuple[object, ...]]) -> list[object]:
    return [pytest.param(*row, marks=pytest.mark.xfail(strict=True, reason="not read yet")) for row in rows]


ACTS: list[tuple[str, str, str, str | None, bool]] = [
    ("The envoy said the dam was safe.", "said", "asserts", "state", False),
    ("The envoy insisted that the dam was safe.", "insisted", "asserts", "insist", False),
    ("The envoy stressed that the dam was safe.", "stressed", "asserts", "insist", False),
    ("The envoy reiterated that the border would stay open.", "reiterated", "asserts", "reiterate", False),
    ("The ministry repeated its claim that the dam was mined.", "repeated", "asserts", "reiterate", False),
    ("The envoy claimed that the dam was mined.", "claimed", "asserts", "claim", False),
    ("The envoy argued that the dam was too old.", "argued", "asserts", "argue", False),
    ("The ministry announced that the gates would open.", "announced", "asserts", "announce", False),
    ("The ministry disclosed that two gates were broken.", "disclosed", "asserts", "reveal", False),
    ("The agency reported that the gates were open.", "reported", "asserts", "report", False),
    ("The mayor explained that the pumps had failed.", "explained", "asserts", "explain", False),
    ("The mayor complained that nobody had warned the villages.", "complained", "asserts", "complain", False),
    ("“The dam will outlive us all,” the mayor joked.", "joked", "asserts", "joke", False),
    ("“The dam will outlive us all,” the mayor quipped.", "quipped", "asserts", "joke", False),
    ("“Open the gates!” the mayor shouted.", "shouted", "asserts", "exclaim", False),
    ("“The dam is lost,” the engineer whispered.", "whispered", "asserts", "murmur", False),
    ("The mayor boasted that his dam had held.", "boasted", "asserts", "boast", False),
    ("The minister replied that she knew of no breach.", "replied", "asserts", "reply", False),
    ("The envoy described the talks as useful.", "described", "asserts", "describe", False),
    ("The minister apologised for the delay at the gates.", "apologised", "asserts", "apologise", False),
    ("The court found that the company had ignored two reports.", "found", "asserts", "conclude", False),
    ("According to the ministry, the dam is safe.", "According", "asserts", "state", False),
    ("The envoy made clear that the border would stay open.", "made clear", "asserts", "state", False),
    ("The envoy denied that the dam was mined.", "denied", "denies", "deny", False),
    ("The envoy denied shelling the dam.", "denied", "denies", "deny", False),
    ("The shelling of the dam was denied by the envoy.", "denied", "denies", "deny", False),
    ("The ministry rejected the accusation that it had mined the dam.", "rejected", "denies", "reject", False),
    ("The ministry dismissed the report as a fantasy.", "dismissed", "denies", "reject", False),
    ("The premier ruled out an early vote.", "ruled out", "denies", "reject", False),
    ("The premier turned down the offer of talks.", "turned down", "denies", "reject", False),
    ("The minister brushed aside the warnings of the engineers.", "brushed aside", "denies", "reject", False),
    ("The engineers disputed the figures of the ministry.", "disputed", "denies", "dispute", False),
    ("Ostmark rejected Vessia's allegation that the dam was mined.", "allegation", "accuses", "allege", False),
    ("The engineers disagreed that the wall was sound.", "disagreed", "denies", "dispute", False),
    ("The mayor contradicted the account of the ministry.", "contradicted", "denies", "dispute", False),
    ("The inspectors refuted the claim that the wall was sound.", "refuted", "denies", "refute", False),
    ("The general disowned the remarks of his spokesman.", "disowned", "denies", "retract", False),
    ("The ministry's denial that the dam was mined convinced nobody.", "denial", "denies", "deny", False),
    ("Engineers doubt that the wall will hold.", "doubt", "doubts", "doubt", False),
    ("The report cast doubt on the account of the ministry.", "cast doubt on", "doubts", "doubt", False),
    ("The mayor called the figures into question.", "called", "doubts", "question", False),
    ("The figures were called into question by the mayor.", "called", "doubts", "question", False),
    ("Auditors found no evidence that the mayor had lied.", "evidence", "doubts", "doubt", False),
    ("The claim that the army fired is a lie.", "claim", "denies", "deny", False),
    ("Engineers questioned whether the wall would hold.", "questioned", "doubts", "question", False),
    ("The ministry played down the danger of a flood.", "played down", "doubts", "downplay", False),
    ("The opposition expressed doubts about the plan.", "expressed doubts", "doubts", "doubt", False),
    ("The ministry confirmed that the gates were open.", "confirmed", "confirms", "confirm", False),
    ("The general admitted that his men had crossed the river.", "admitted", "confirms", "concede", False),
    ("The minister acknowledged that five people had died.", "acknowledged", "confirms", "acknowledge", False),
    ("The minister conceded that the repairs had come too late.", "conceded", "confirms", "concede", False),
    ("The two envoys agreed that the dam was safe.", "agreed", "confirms", "concur", False),
    ("Marland accused Vessia of mining the dam.", "accused", "accuses", "accuse", False),
    ("Vessia was accused of mining the dam.", "accused", "accuses", "accuse", False),
    ("Marland blamed Vessia for the flood.", "blamed", "accuses", "blame", False),
    ("Marland alleged that the dam had been mined.", "alleged", "accuses", "allege", False),
    ("The villagers sued the company for negligence.", "sued", "accuses", "charge", False),
    ("Marland's accusation that Vessia mined the dam was repeated on Monday.", "accusation", "accuses", "accuse", False),
    ("The engineers warned that the wall might break.", "warned", "warns", "warn", False),
    ("The engineers warned of a flood.", "warned", "warns", "warn", False),
    ("The council issued a warning that the wall might break.", "issued", "warns", "warn", False),
    ("The envoy threatened to close the border.", "threatened", "threatens", "threaten", False),
    ("The envoy's threat to close the border was ignored.", "threat", "threatens", "threaten", False),
    ("The general ordered his men to open the gates.", "ordered", "orders", "order", False),
    ("The mayor told the villagers to leave at once.", "told", "orders", "order", False),
    ("The envoy demanded that Vessia withdraw its troops.", "demanded", "orders", "demand", False),
    ("The envoy urged Marland to withdraw.", "urged", "asks", "urge", False),
    ("The envoy called for an end to the shelling.", "called for", "asks", "urge", False),
    ("The mayor appealed for calm.", "appealed", "asks", "appeal", False),
    ("The mayor pleaded with the engineers to stay.", "pleaded", "asks", "appeal", False),
    ("The reporter asked whether the dam was safe.", "asked", "asks", "inquire", False),
    ("“Is the dam safe?” the reporter asked.", "asked", "asks", "inquire", False),
    ("The mayor asked the engineers to stay.", "asked", "asks", "request", False),
    ("The mayor asked for more pumps.", "asked", "asks", "request", False),
    ("The premier's call for an end to the shelling went unheard.", "call for", "asks", "urge", False),
    ("The mayor requested that the gates be opened.", "requested", "asks", "request", False),
    ("The premier promised to rebuild the dam.", "promised", "promises", "promise", False),
    ("The premier vowed to rebuild the dam.", "vowed", "promises", "promise", False),
    ("The premier's pledge to rebuild the dam was welcomed.", "pledge", "promises", "promise", False),
    ("The company offered to repair the gates.", "offered", "promises", "offer", False),
    ("The two sides agreed to keep a line open.", "agreed", "promises", "agree", False),
    ("The council plans to drain the lake.", "plans", "promises", "plan", False),
    ("The envoy proposed to meet on the bridge.", "proposed", "proposes", "propose", False),
    ("The engineers recommended that the lake be drained.", "recommended", "proposes", "advise", False),
    ("The engineers advised the mayor to drain the lake.", "advised", "proposes", "advise", False),
    ("The mayor praised the crews for their courage.", "praised", "praises", "praise", False),
    ("The premier endorsed the plan to drain the lake.", "endorsed", "praises", "support", False),
    ("The opposition welcomed the inquiry.", "welcomed", "praises", "welcome", False),
    ("The mayor thanked the crews for their courage.", "thanked", "praises", "thank", False),
    ("The premier hailed the crews as heroes.", "hailed", "praises", "praise", False),
    ("The envoy condemned the shelling of the dam.", "condemned", "condemns", "condemn", False),
    ("The premier denounced the shelling of the dam.", "denounced", "condemns", "condemn", False),
    ("The opposition criticised the minister for his silence.", "criticised", "condemns", "criticise", False),
    ("The mayor hit out at the ministry.", "hit out", "condemns", "criticise", False),
    ("The premier lashed out at the engineers over the delay.", "lashed out", "condemns", "criticise", False),
    ("The opposition mocked the plan to drain the lake.", "mocked", "condemns", "mock", False),
    ("The commentator speculated that the premier would resign.", "speculated", "speculates", "speculate", False),
    ("The engineers predicted that the wall would break.", "predicted", "speculates", "predict", False),
    ("The envoy believes that the dam will hold.", "believes", "thinks", "believe", False),
    ("Villagers fear that the wall will break.", "fear", "thinks", "fear", False),
    ("The premier hopes that the talks will resume.", "hopes", "thinks", "hope", False),
    ("The premier wants the talks to resume.", "wants", "thinks", "want", False),
    ("The minister knew that the wall was cracked.", "knew", "thinks", "know", False),
    ("The envoy declined to comment on the shelling.", "declined", "declines", "decline", False),
    ("The envoy refused to say whether the dam was mined.", "refused", "declines", "decline", False),
    ("The envoy would not say whether the dam was mined.", "would not say", "declines", "decline", False),
    ("The envoy wouldn't say who had given the order.", "would", "declines", "decline", False),
    ("The envoy would not confirm that the dam was mined.", "would not confirm", "declines", "decline", False),
    ("The envoy stopped short of saying that the dam was mined.", "saying", "declines", "withhold", False),
    ("The envoy refrained from saying that the dam was mined.", "saying", "declines", "withhold", False),
    ("The envoy did not respond to a request for comment.", "respond", "declines", "unanswered", False),
    ("The envoy did not immediately respond to a request for comment.", "respond", "declines", "unanswered", False),
    ("The ministry has yet to comment on the report.", "comment", "declines", "unanswered", False),
    ("The ministry did not comment on the report.", "comment", "declines", "unanswered", False),
    ("The ministry refused to withdraw its troops.", "refused", "denies", "refuse", False),
    ("The ministry refused his demand for more money.", "refused", "denies", "reject", False),
    ("The premier is unwilling to sign the treaty.", "unwilling", "denies", "refuse", False),
    ("The premier is reluctant to sign the treaty.", "reluctant", "thinks", "feel", False),
    ("The premier declined three requests for comment on the treaty.", "declined", "declines", "decline", False),
    ("The premier refused to give any details of the treaty.", "refused", "declines", "decline", False),
    ("The premier declined to go into details.", "declined", "declines", "decline", False),
    ("The ministry's refusal to withdraw its troops angered the envoy.", "refusal", "denies", "refuse", False),
    ("The ministry neither confirmed nor denied the report.", "denied", "declines", "decline", False),
    ("The ministry refused to confirm or deny the report.", "refused", "declines", "decline", False),
    ("The envoy did not say that the dam was mined.", "did not say", "asserts", "state", True),
    ("The envoy did not say whether the dam was mined.", "did not say", "asserts", "state", True),
    ("The envoy never said that the dam was mined.", "said", "asserts", "state", True),
    ("The envoy has not said who gave the order.", "has not said", "asserts", "state", True),
    ("No one in the ministry said that the dam was mined.", "said", "asserts", "state", True),
    ("Neither envoy said that the dam was mined.", "said", "asserts", "state", True),
    ("The envoy failed to mention that the dam was mined.", "mention", "asserts", "state", True),
    ("The ministry has yet to confirm that the dam was mined.", "confirm", "confirms", "confirm", True),
    ("The ministry could not confirm that the dam was mined.", "confirm", "confirms", "confirm", True),
    ("The ministry was unable to confirm that the dam was mined.", "confirm", "confirms", "confirm", True),
    ("The ministry has not confirmed the report.", "confirmed", "confirms", "confirm", True),
    ("The ministry did not deny that the dam was mined.", "did not deny", "denies", "deny", True),
    ("The premier did not rule out an early vote.", "rule out", "denies", "reject", True),
    ("The envoy did not accuse Vessia of mining the dam.", "did not accuse", "accuses", "accuse", True),
    ("The envoy does not believe that the dam will hold.", "believe", "thinks", "believe", True),
    ("The minister left the hall without saying whether he would resign.", "saying", "asserts", "state", True),
    ("The report made no mention of the cracked wall.", "mention", "asserts", "state", True),
    ("The premier gave no indication that he would resign.", "indication", "asserts", "show", True),
    ("The mayor was not aware that the wall was cracked.", "aware", "thinks", "know", True),
    ("The envoy said that the dam was not mined.", "said", "asserts", "state", False),
    ("The engineer has no doubt that the wall will hold.", "no doubt", "asserts", "state", False),
    ("The minister refused to rule out an early vote.", "rule out", "declines", "decline", False),
    ("The ministry has not commented on the report.", "commented", "declines", "unanswered", False),
    ("The general cannot say when the gates will open.", "say", "asserts", "state", True),
    ("The minister pointed out that the wall was old.", "pointed", "asserts", "state", False),
    ("The mayor spoke out against the plan to drain the lake.", "spoke out", "condemns", "oppose", False),
    ("The opposition opposes the plan to drain the lake.", "opposes", "condemns", "oppose", False),
    ("The premier backed the plan to drain the lake.", "backed", "praises", "support", False),
    ("The minister cautioned against draining the lake.", "cautioned", "warns", "warn", False),
    ("The envoy suggested that the mayor should resign.", "suggested", "proposes", "propose", False),
    ("The figures suggest that the lake is rising.", "suggest", "asserts", "show", False),
    ("The photographs showed that the gates were open.", "showed", "asserts", "show", False),
    ("Did the envoy deny that the dam was mined?", "deny", "none", None, False),
    ("Has the ministry confirmed that the dam was mined?", "confirmed", "none", None, False),
    ("The minister announced plans to drain the lake.", "announced", "promises", "plan", False),
    ("The prime minister flatly denied any plan to close the mine.", "denied", "denies", "deny", False),
    ("The company has always maintained that the mine is safe.", "maintained", "asserts", "insist", False),
    ("The union accused managers of hiding the report and demanded their resignation.", "demanded", "orders", "demand", False),
    ("Lawmakers were warned by the regulator that the tunnel might collapse.", "warned", "warns", "warn", False),
    ("The governor would not rule out further cuts.", "rule out", "declines", "decline", False),
    ("Neither side would say how many miners were missing.", "say", "declines", "decline", False),
    ("Officials declined to name the missing miners.", "declined", "declines", "decline", False),
    ("The spokesman declined to be named.", "declined", "declines", "decline", False),
    ("The owner refused to apologise for the accident.", "refused", "declines", "decline", False),
    ("The inspectors were reluctant to say what had caused the fire.", "say", "declines", "decline", False),
    ("The governor did not want to say when the mine would reopen.", "say", "declines", "decline", False),
    ("The police have not yet confirmed the number of victims.", "confirmed", "confirms", "confirm", True),
    ("The statement did not mention the second tunnel.", "mention", "asserts", "state", True),
    ("The report does not say who lit the fire.", "does not say", "asserts", "state", True),
    ("None of the witnesses said that they had seen the fire.", "said", "asserts", "state", True),
    ("The minister never promised to reopen the mine.", "promised", "promises", "promise", True),
    ("He did not explain why the tunnel had been closed.", "explain", "asserts", "explain", True),
    ("“We have nothing to hide,” the owner protested.", "protested", "condemns", "oppose", False),
    ("“I was wrong,” the owner conceded.", "conceded", "confirms", "concede", False),
    ("The owner admitted hiding the report.", "admitted", "confirms", "concede", False),
    ("The regulator described the mine as a death trap.", "described", "asserts", "describe", False),
    ("The union dismissed the offer as an insult.", "dismissed", "denies", "reject", False),
    ("The council rejected calls for an inquiry.", "rejected", "denies", "reject", False),
    ("The owner shrugged off the criticism of the union.", "shrugged off", "denies", "reject", False),
    ("Experts cast doubt on the figures of the company.", "cast", "doubts", "doubt", False),
    ("The opposition voiced alarm at the cuts.", "voiced", "thinks", "fear", False),
    ("Residents expressed fears that the tunnel would collapse.", "expressed", "thinks", "fear", False),
    ("The union issued a threat to close the port.", "issued", "threatens", "threaten", False),
    ("The governor made a promise to reopen the mine.", "promise", "promises", "promise", False),
    ("The mayor gave assurances that the water was clean.", "assurances", "promises", "promise", False),
    ("The union leader vowed that the strike would go on.", "vowed", "promises", "promise", False),
    ("The minister pledged not to raise the toll.", "pledged", "promises", "promise", False),
    ("The judge ordered the owner to hand over the report.", "ordered", "orders", "order", False),
    ("The mayor called the fire a crime.", "called", "asserts", "describe", False),
    ("The bishop appealed to the strikers to return to work.", "appealed", "asks", "appeal", False),
    ("The widow begged the governor for help.", "begged", "asks", "appeal", False),
    ("The reporter asked the owner why the tunnel had been closed.", "asked", "asks", "inquire", False),
    ("The governor suggested moving the village.", "suggested", "proposes", "propose", False),
    ("The chairman congratulated the rescuers on their work.", "congratulated", "praises", "praise", False),
    ("The bishop lamented that nobody had listened.", "lamented", "asserts", "complain", False),
    ("The chairman ridiculed the plan to move the village.", "ridiculed", "condemns", "mock", False),
    ("Analysts expect the mine to close.", "expect", "thinks", "believe", False),
    ("The company estimates that repairs will take a year.", "estimates", "asserts", "conclude", False),
    ("The owner was quoted as saying that the mine was safe.", "saying", "asserts", "state", False),
    ("The governor is said to have known of the report.", "said", "asserts", "state", False),
    ("It was claimed that the owner had fled.", "claimed", "asserts", "claim", False),
    ("Denying the charges, the owner left the court.", "Denying", "denies", "deny", False),
    ("The union hinted that the strike might end.", "hinted", "speculates", "speculate", False),
    ("The minister could not say how many miners were missing.", "say", "asserts", "state", True),
    ("The ministry said it could neither confirm nor deny the report.", "said", "asserts", "state", False),
    ("The governor refused to comment.", "refused", "declines", "decline", False),
    ("The owner did not answer questions about the report.", "answer", "declines", "unanswered", False),
    ("The chairman took back his claim that the mine was safe.", "claim", "asserts", "claim", False),
    ("The union welcomed the decision but warned that talks might fail.", "warned", "warns", "warn", False),
    ("The minister neither accepted nor rejected the offer.", "rejected", "declines", "decline", False),
    ("The premier stopped short of condemning the raid.", "condemning", "declines", "withhold", False),
    ("The owner vehemently rejects that he hid the report.", "rejects", "denies", "reject", False),
]  # fmt: skip
ACTS_NOT_READ: list[tuple[str, str, str, str | None, bool]] = [
    ("The council banned the sale of river water.", "banned", "orders", "forbid", False),
    ("The ministry would neither confirm nor deny the report.", "confirm", "declines", "decline", False),
    ("The envoy avoided saying who had given the order.", "saying", "declines", "withhold", False),
    ("The premier paid tribute to the rescuers.", "tribute", "praises", "praise", False),
    ("Why did the owner deny it?", "deny", "none", None, False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cue", "stance", "act", "negated"), [*ACTS, *unread(ACTS_NOT_READ)])
def test_stance_act_and_negation_are_read_from_the_clause(text: str, cue: str, stance: str, act: str | None, negated: bool) -> None:  # noqa: FBT001
    found = one(text, cue)
    assert (found.stance, found.act, found.negated) == (stance, act, negated)


@pytest.mark.parametrize("text", sorted({row[0] for row in ACTS}))
def test_an_act_is_always_one_of_its_stance(text: str) -> None:
    for statement in read(text):
        assert (statement.act is None) == (statement.stance == "none")
        assert statement.act is None or speech_acts()[statement.act].stance == statement.stance


def test_a_refusal_that_is_denied_is_no_refusal() -> None:
    found = one("The owner did not refuse to say why the tunnel was closed.", "say")
    assert (found.stance, found.negated) == ("asserts", False)


@pytest.mark.parametrize(
    ("text", "first", "last", "taken"),
    [
        ("Orlo took to the radio to deny that the dam broke.", "took", "deny", ("denies", "deny", False)),
        ("Orlo held calls with them to warn that the dam might break.", "held", "warn", ("warns", "warn", False)),
        ("Orlo continued to criticise the plan for the dam.", "continued", "criticise", ("condemns", "criticise", False)),
        ("Orlo refused to confirm that the dam broke.", "refused", "confirm", ("declines", "decline", False)),
        ("Orlo seemed to back off the plan for the dam.", "seemed", "back", ("none", None, False)),
    ],
)
def test_a_cue_that_leads_up_to_a_verb_of_saying_does_what_that_verb_does(text: str, first: str, last: str, taken: object) -> None:
    (paragraph,) = parse(text).paragraphs
    words = [token.text for token in paragraph.tokens]
    head, end = words.index(first), words.index(last)
    one = Attribution(0, head, "verb", "S", Range(head, end), Range(0, 0), ((0, Range(end + 1, len(words) - 2)),), 1.0)
    found = take(paragraph, one)
    assert (found.stance, found.act, found.negated) == taken
