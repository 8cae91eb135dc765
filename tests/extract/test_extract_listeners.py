"""To whom a thing is said, how, and how much of it in the speaker's own words: one table a question, each row one sentence and what it says."""

from __future__ import annotations

import pytest
from tests.extract.test_extract_stances import one, parse, read, unread

from quoth.extract.attribution.candidates import Attribution
from quoth.extract.attribution.listeners import listener_ranges
from quoth.extract.attribution.ranges import Range
from quoth.lexicon.acts import speech_acts

LISTENERS: list[tuple[str, str, str | None]] = [
    ("Orlo told Marn that the dam had held.", "told", "Marn"),
    ("“The dam held,” Orlo told reporters on Monday.", "told", "reporters"),
    ("Orlo said to Marn that the dam had held.", "said", "Marn"),
    ("Orlo assured the council that the dam would hold.", "assured", "the council"),
    ("Orlo reassured the villagers that the dam would hold.", "reassured", "the villagers"),
    ("Orlo warned Marland that the dam might break.", "warned", "Marland"),
    ("Orlo warned Marland of a flood.", "warned", "Marland"),
    ("Orlo urged Marland to open the gates.", "urged", "Marland"),
    ("Orlo called on Marland to open the gates.", "called on", "Marland"),
    ("Orlo appealed to the council to open the gates.", "appealed", "the council"),
    ("Orlo asked Marn whether the dam would hold.", "asked", "Marn"),
    ("Orlo asked the council for more pumps.", "asked", "the council"),
    ("Orlo ordered his men to open the gates.", "ordered", "his men"),
    ("Orlo promised the villagers a new wall.", "promised", "the villagers"),
    ("Orlo replied to Marn that the dam had held.", "replied", "Marn"),
    ("In a letter to the council, Orlo said the dam had held.", "said", "the council"),
    ("Orlo said in a letter to Marn that the dam had held.", "said", "Marn"),
    ("In an interview with Arden Radio, Orlo said the dam had held.", "said", "Arden Radio"),
    ("Orlo said in an interview with the Lakeside Daily that the dam had held.", "said", "the Lakeside Daily"),
    ("Orlo said in a call with Marn that the dam had held.", "said", "Marn"),
    ("During a telephone call with Marn, Orlo said the dam had held.", "said", "Marn"),
    ("Speaking to reporters, Orlo said the dam had held.", "said", "reporters"),
    ("“The dam held,” Orlo said, speaking to reporters in Brenk.", "said", "reporters"),
    ("Addressing the council, Orlo said the dam had held.", "said", "the council"),
    ("Orlo wrote to Marn that the dam had held.", "wrote", "Marn"),
    ("Orlo wrote to Marn, warning that the dam might break.", "warning", "Marn"),
    ("Orlo informed the embassy that the dam had held.", "informed", "the embassy"),
    ("Marn was told by Orlo that the dam had held.", "told", "Marn"),
    ("Reporters were told that the dam had held.", "told", "Reporters"),
    ("Marn was informed that the gates had been opened.", "informed", "Marn"),
    ("The villagers were ordered to leave at once.", "ordered", "The villagers"),
    ("Orlo thanked the crews for their courage.", "thanked", "the crews"),
    ("Orlo spoke with Marn, saying that the dam had held.", "saying", "Marn"),
    ("Orlo complained to Marn that the gates were shut.", "complained", "Marn"),
    ("Orlo admitted to the inquiry that the gates were shut.", "admitted", "the inquiry"),
    ("Orlo denied to reporters that the gates were shut.", "denied", "reporters"),
    ("Orlo said in a message to the crews that the dam had held.", "said", "the crews"),
    ("Orlo briefed lawmakers on the state of the dam.", "briefed", "lawmakers"),
    ("In a speech to parliament, Orlo said the dam had held.", "said", "parliament"),
    ("At a meeting with the mayors, Orlo warned that the dam might break.", "warned", "the mayors"),
    ("Asked by reporters about the dam, Orlo said it had held.", "said", "reporters"),
    ("Asked why the gates were shut, Orlo said the dam had held.", "Asked", "Orlo"),
    ("Orlo told senators on Tuesday he did not have the votes to block the inquiry from calling Marn.", "told", "senators"),
    ("The gates, requested by the mayor to save the mill, never came.", "requested", None),
    ("Orlo accused Marland of mining the dam.", "accused", None),
    ("Orlo praised the crews for their courage.", "praised", None),
    ("Orlo said the gates would be given back to Marland.", "said", None),
    ("Orlo agreed to open the gates.", "agreed", None),
    ("Orlo pointed to the cracks in the wall.", "pointed", None),
    ("Orlo told a news conference that the dam had held.", "told", None),
    ("Orlo said of Marland that it had mined the dam.", "said", None),
    ("Orlo announced on Telegram that the dam had held.", "announced", None),
    ("Orlo reacted to the report by saying that the dam had held.", "saying", None),
    ("Orlo demanded of Marland that it open the gates.", "demanded", "Marland"),
    ("Orlo explained to the villagers how the gates work.", "explained", "the villagers"),
    ("Orlo shouted at the crews that the dam was lost.", "shouted", "the crews"),
    ("Orlo's letter to the council said the dam had held.", "said", "the council"),
    ("Orlo reminded the council that the wall was old.", "reminded", "the council"),
    ("Orlo invited the inspectors to visit the dam.", "invited", "the inspectors"),
    ("Orlo begged the crews to stay.", "begged", "the crews"),
    ("Orlo advised the mayor to drain the lake.", "advised", "the mayor"),
    ("The villagers should not panic, Orlo told Arden Radio.", "told", "Arden Radio"),
    ("Orlo told Marn by telephone that the dam had held.", "told", "Marn"),
    ("Brand told lawmakers on Tuesday that the mine was safe.", "told", "lawmakers"),
    ("“The mine is safe,” Brand told a crowd of miners.", "told", "a crowd of miners"),
    ("Brand said the mine was safe in a letter to shareholders.", "said", "shareholders"),
    ("In remarks to the chamber of commerce, Brand said the mine was safe.", "said", "the chamber of commerce"),
    ("Brand begged the governor for help.", "begged", "the governor"),
    ("Brand notified the regulator of the fire.", "notified", "the regulator"),
    ("Brand phoned Ilsen and told her that the mine was safe.", "told", "her"),
    ("“Trust me,” Brand said to the widow.", "said", "the widow"),
    ("Brand repeated to reporters that the mine was safe.", "repeated", "reporters"),
    ("Brand testified before the committee that the mine was safe.", "testified", "the committee"),
    ("Brand gave assurances to the regulator that the mine was safe.", "assurances", "the regulator"),
    ("Brand, addressing reporters outside the mine, said it was safe.", "said", "reporters"),
    ("Brand called on the regulator to act.", "called on", "the regulator"),
    ("Brand was asked by Ilsen whether the mine was safe.", "asked", "Brand"),
    ("Brand instructed the guards to shut the gate.", "instructed", "the guards"),
    ("In a telephone call with Ilsen on Sunday, Brand complained that the gate was shut.", "complained", "Ilsen"),
    ("During a visit to the mine, Brand said it was safe.", "said", None),
    ("Brand said to applause that the mine was safe.", "said", None),
    ("Brand compared the mine to a prison.", "compared", None),
    ("Brand attributed the fire to arson.", "attributed", None),
    ("Brand responded to the charges by saying that the mine was safe.", "saying", None),
    ("Brand wrote in a letter to the Lakeside Daily that the mine was safe.", "wrote", "the Lakeside Daily"),
    ("Brand reminded Ilsen of the promise.", "reminded", "Ilsen"),
    ("Brand agreed with Ilsen that the mine was safe.", "agreed", None),
    ("Brand vowed to return the land to the villagers.", "vowed", None),
    ("Brand demanded an apology from Ilsen.", "demanded", None),
]  # fmt: skip
LISTENERS_NOT_READ: list[tuple[str, str, str | None]] = [
    ("Brand confessed to Ilsen that he had hidden the report.", "confessed", "Ilsen"),
]  # fmt: skip
CHANNELS: list[tuple[str, str, str | None]] = [
    ("The ministry said in a statement that the dam had held.", "said", "statement"),
    ("In a statement on Monday, the ministry said the dam had held.", "said", "statement"),
    ("“The dam held,” the ministry said in a statement.", "said", "statement"),
    ("The ministry issued a statement saying the dam had held.", "saying", "statement"),
    ("A statement from the ministry said the dam had held.", "said", "statement"),
    ("According to a statement by the ministry, the dam had held.", "According", "statement"),
    ("The ministry's press release said the dam had held.", "said", "statement"),
    ("Orlo told a press conference that the dam had held.", "told", "conference"),
    ("Orlo said at a news conference that the dam had held.", "said", "conference"),
    ("Speaking at a press conference, Orlo said the dam had held.", "said", "conference"),
    ("Orlo said at a briefing that the dam had held.", "said", "conference"),
    ("Orlo said in an interview with Arden Radio that the dam had held.", "said", "interview"),
    ("In an interview, Orlo said the dam had held.", "said", "interview"),
    ("Orlo said in a speech that the dam had held.", "said", "speech"),
    ("In a speech to parliament, Orlo said the dam had held.", "said", "speech"),
    ("Orlo wrote on Telegram that the dam had held.", "wrote", "post"),
    ("“The dam held,” Orlo wrote on Facebook.", "wrote", "post"),
    ("“The dam held,” Orlo posted on X.", "posted", "post"),
    ("Orlo tweeted that the dam had held.", "tweeted", "post"),
    ("Orlo said in a post on social media that the dam had held.", "said", "post"),
    ("Orlo announced on his Telegram channel that the dam had held.", "announced", "post"),
    ("Orlo said in a letter to the council that the dam had held.", "said", "letter"),
    ("In a letter to the council, Orlo demanded that the gates be opened.", "demanded", "letter"),
    ("The letter warned that the dam might break.", "warned", "letter"),
    ("Orlo said in an email that the dam had held.", "said", "message"),
    ("Orlo said in a text message that the dam had held.", "said", "message"),
    ("Orlo said by telephone that the dam had held.", "said", "call"),
    ("Orlo told Marn by phone that the dam had held.", "told", "call"),
    ("Orlo told Marn over the phone that the dam had held.", "told", "call"),
    ("In a telephone call with Marn, Orlo said the dam had held.", "said", "call"),
    ("At a meeting with the mayors, Orlo warned that the dam might break.", "warned", "meeting"),
    ("Orlo said during talks with Marn that the dam had held.", "said", "meeting"),
    ("Orlo said on state television that the dam had held.", "said", "broadcast"),
    ("In a video address, Orlo said the dam had held.", "said", "broadcast"),
    ("In a televised address, Orlo said the dam had held.", "said", "broadcast"),
    ("Orlo wrote in an article for the Lakeside Daily that the dam had held.", "wrote", "article"),
    ("Orlo argued in an op-ed that the dam had held.", "argued", "article"),
    ("The report said the dam had held.", "said", "report"),
    ("The inspectors said in a report that the dam had held.", "said", "report"),
    ("A study found that the wall was cracked.", "found", "report"),
    ("Orlo testified that the dam had held.", "testified", "testimony"),
    ("Orlo told the court that the dam had held.", "told", "testimony"),
    ("Orlo said under oath that the dam had held.", "said", "testimony"),
    ("Orlo said that the dam had held.", "said", None),
    ("Orlo told reporters that the dam had held.", "told", None),
    ("Orlo said that a statement had been issued.", "said", None),
    ("Orlo denied that the letter was genuine.", "denied", None),
    ("Orlo accused the broadcaster of reading out a forged letter.", "accused", None),
    ("Orlo said the report was false.", "said", None),
    ("Orlo criticised the article in the Lakeside Daily.", "criticised", None),
    ("Orlo said on Monday that the dam had held.", "said", None),
    ("Brand said at a news conference in Orlen that the mine was safe.", "said", "conference"),
    ("In a joint statement, the two unions said the strike would go on.", "said", "statement"),
    ("The union said in a Facebook post that the strike would go on.", "said", "post"),
    ("“The strike goes on,” the union tweeted.", "tweeted", "post"),
    ("“The strike goes on,” the union said via Telegram.", "said", "post"),
    ("Brand told Arden Radio in an interview that the mine was safe.", "told", "interview"),
    ("Brand said in a televised interview that the mine was safe.", "said", "interview"),
    ("Brand, speaking by phone from Orlen, said the mine was safe.", "said", "call"),
    ("The regulator's report says the mine was never safe.", "says", "report"),
    ("The inspectors' report, published on Friday, found that the tunnel was cracked.", "found", "report"),
    ("According to the inspectors' report, the tunnel was cracked.", "According", "report"),
    ("Brand said during a debate in parliament that the mine was safe.", "said", "speech"),
    ("In testimony before the committee, Brand said the mine was safe.", "said", "testimony"),
    ("In an open letter, forty engineers warned that the tunnel was cracked.", "warned", "letter"),
    ("In his sermon, the bishop condemned the strike.", "condemned", "speech"),
    ("Brand wrote in the Lakeside Daily that the mine was safe.", "wrote", None),
    ("Brand said in parliament that the mine was safe.", "said", None),
    ("Brand said at the mine that it was safe.", "said", None),
    ("Brand said on Friday in Orlen that the mine was safe.", "said", None),
    ("In a phone call on Sunday, Brand warned Ilsen of a strike.", "warned", "call"),
    ("Brand told state television that the mine was safe.", "told", None),
    ("In a memo to staff, Brand said the mine was safe.", "said", "report"),
    ("Brand announced in a video posted on Telegram that the mine was safe.", "announced", "broadcast"),
    ("The mine was safe, Brand said in an emailed statement.", "said", "statement"),
]  # fmt: skip
FORMS: list[tuple[str, str, str]] = [
    ("“The dam held,” the mayor said.", "said", "direct"),
    ("The mayor said: “The dam held.”", "said", "direct"),
    ("“The dam,” the mayor said, “has held.”", "said", "direct"),
    ("The mayor said the dam had “held like a rock.”", "said", "mixed"),
    ("The mayor said the dam had held.", "said", "indirect"),
    ("The mayor said the “Long River” project was over.", "said", "indirect"),
    ("The mayor said that the dam had held.", "said", "indirect"),
    ("The dam had held, according to the mayor.", "according", "indirect"),
    ("According to the mayor, the dam was “a rock”.", "According", "mixed"),
    ("The mayor denied “any knowledge of the plan”.", "denied", "direct"),
    ("The dam had held, the mayor said, adding that it was “a rock”.", "adding", "mixed"),
    ("Brand called the report “a pack of lies.”", "called", "mixed"),
    ("“Shut the gate,” Brand told the guards. “Now.”", "told", "direct"),
    ("Brand insisted that “no one was hurt” and that the mine would reopen.", "insisted", "mixed"),
    ("Brand said he was reading “The Long Road” by Ilsen.", "said", "indirect"),
    ("Asked about the fire, Brand said: “It was arson.”", "said", "direct"),
]  # fmt: skip
FORMS_NOT_READ: list[tuple[str, str, str]] = [
    ("The mayor called the dam “a rock”.", "called", "mixed"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cue", "listener"), [*LISTENERS, *unread(LISTENERS_NOT_READ)])
def test_the_addressee_is_whom_the_text_says_it_was_said_to(text: str, cue: str, listener: str | None) -> None:
    assert one(text, cue).addressee == listener


@pytest.mark.parametrize(("text", "cue", "channel"), CHANNELS)
def test_the_channel_is_how_the_text_says_it_was_said(text: str, cue: str, channel: str | None) -> None:
    assert one(text, cue).channel == channel


@pytest.mark.parametrize(("text", "cue", "form"), [*FORMS, *unread(FORMS_NOT_READ)])
def test_the_form_tells_how_much_is_in_the_speakers_own_words(text: str, cue: str, form: str) -> None:
    assert one(text, cue).form == form


@pytest.mark.parametrize("text", sorted({row[0] for row in (*LISTENERS, *CHANNELS, *FORMS)}))
def test_an_act_is_always_one_of_its_stance(text: str) -> None:
    for statement in read(text):
        assert (statement.act is None) == (statement.stance == "none")
        assert statement.act is None or speech_acts()[statement.act].stance == statement.stance


def test_an_answer_is_said_to_who_spoke_before() -> None:
    text = "Brand complained that the gate was shut. Ilsen replied that it was open, the mayor said."
    assert one(text, "replied").addressee == "Brand"


def test_an_answer_in_the_next_paragraph_is_said_to_nobody_known() -> None:
    assert one("Brand complained that the gate was shut.\nIlsen replied that it was open.", "replied").addressee is None


def test_me_in_a_quotation_is_who_is_quoted() -> None:
    assert one("“Brand informed me that the gate was shut,” Ilsen said.", "informed").addressee == "Ilsen"


def test_who_answers_does_not_answer_who_speaks_in_the_answer() -> None:
    text = "“The council said that the gate was shut, and Brand never asked,” Ilsen replied."
    assert one(text, "replied").addressee is None


@pytest.mark.parametrize(("text", "hearer"), [("took to Bellnet", None), ("took his case to Marn", "Marn")])
def test_where_somebody_takes_to_is_nobody_who_hears(text: str, hearer: str | None) -> None:
    (paragraph,) = parse(f"Orlo {text} to deny that the dam broke.").paragraphs
    words = [token.text for token in paragraph.tokens]
    end = words.index("deny")
    attribution = Attribution(0, 1, "verb", "S", Range(1, end), Range(0, 0), ((0, Range(end + 1, len(words) - 2)),), 1.0)
    assert [words[found.first] for found in listener_ranges(paragraph, attribution)] == ([hearer] if hearer else [])
