from __future__ import annotations

import os
from pathlib import Path

import pytest

from quoth.errors import UnusableInput
from quoth.extract.referents import find_referents
from quoth.language.english import English
from quoth.link.actors import merge_actors
from quoth.records import Document, Segment, Span
from quoth.score.coreference import PEOPLE_AND_BODIES, by_actor, find_mentions, score_across
from quoth.score.entities import MEANTIME, Entity, load_ecbplus_entities, load_meantime_entities

WORDS = ["Ada", "Dolan", "and", "Reeve", "left", "Halden", ".", "``", "No", "''", ",", "she", "said", "."]
TOKENS = "".join(
    f'<token t_id="{number}" sentence="{0 if number < 8 else 1}">{word}</token>' for number, word in enumerate(WORDS, 1)
)


def mention(tag: str, id_: int, *tokens: int, rest: str = "") -> str:
    anchors = "".join(f'<token_anchor t_id="{token}"/>' for token in tokens)
    return f'<{tag} m_id="{id_}" {rest}>{anchors}</{tag}>'


def relation(tag: str, *sources: int, target: int, rest: str = "") -> str:
    ends = "".join(f'<source m_id="{source}"/>' for source in sources)
    return f'<{tag} r_id="9{target}" {rest}>{ends}<target m_id="{target}"/></{tag}>'


ECBPLUS = f"""<Document doc_name="4_1ecb.xml">{TOKENS}<Markables>
{mention("HUMAN_PART_PER", 1, 1, 2)}{mention("HUMAN_PART_PER", 2, 12)}{mention("HUMAN_PART_PER", 3, 4)}{mention("LOC_GEO", 4, 6)}
{mention("ACTION_OCCURRENCE", 5, 5)}{mention("HUMAN_PART_PER", 6, 1, 2, 3, 4)}
<HUMAN_PART_PER m_id="11" instance_id="HUM1"/><LOC_GEO m_id="12" instance_id="LOC1"/></Markables><Relations>
{relation("CROSS_DOC_COREF", 1, 2, target=11, rest='note="HUM1"')}{relation("CROSS_DOC_COREF", 4, target=12, rest='note="LOC1"')}
{relation("CROSS_DOC_COREF", 6, target=13, rest='note="HUM2"')}{relation("CROSS_DOC_COREF", 5, target=14, rest='note="ACT1"')}
</Relations></Document>"""
CAT = f"""<Document doc_id="7">{TOKENS}<Markables>
{mention("ENTITY_MENTION", 1, 1, 2)}{mention("ENTITY_MENTION", 2, 4)}{mention("ENTITY_MENTION", 3, 6)}
{mention("ENTITY_MENTION", 4, 1, 2, 3, 4, rest='syntactic_type="CONJ"')}
<TIMEX3 m_id="5" type="DATE" value="2008-03-01"><token_anchor t_id="8"/></TIMEX3>
<ENTITY m_id="11" ent_type="PER" instance_id="PER1"/><ENTITY m_id="12" ent_type="PER"/><ENTITY m_id="13" ent_type="PRO" instance_id="P"/>
<ENTITY m_id="14" ent_type="ORG" instance_id="ORG1"/></Markables><Relations>
{relation("REFERS_TO", 1, target=11)}{relation("REFERS_TO", 2, target=12)}{relation("REFERS_TO", 3, target=13)}
{relation("REFERS_TO", 4, target=14)}</Relations></Document>"""


def whole(document: Document) -> tuple[Segment, ...]:
    return (Segment("body", 0, len(document.text)),)


def put(folder: Path, name: str, text: str) -> Path:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_ecbplus_tells_who_is_one_and_leaves_out_lists_events_and_what_is_joined_to_nobody(tmp_path: Path) -> None:
    (article,) = load_ecbplus_entities(put(tmp_path, "4/4_1ecb.xml", ECBPLUS), whole)
    words = {article.document.text[slice(*span)]: entity for span, entity in article.mentions.items()}
    assert words == {"Ada Dolan": Entity("HUM1", "person"), "she": Entity("HUM1", "person"), "Halden": Entity("LOC1", "place")}
    assert (article.topic, article.half) == ("4", article.half)


def test_meantime_tells_what_the_whole_corpus_joins_and_when_an_article_is_of(tmp_path: Path) -> None:
    (article,) = load_meantime_entities(put(tmp_path, f"{MEANTIME}/corpus_x/7_a.xml", CAT))
    assert dict(article.mentions) == {Span(0, 9): Entity("PER1", "person")}
    assert article.topic == ""


def test_a_folder_without_the_corpus_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput, match="Unpack the corpus there"):
        list(load_ecbplus_entities(tmp_path, whole))
    with pytest.raises(UnusableInput, match="corpus_"):
        list(load_meantime_entities(tmp_path))


@pytest.mark.data
def test_actors_on_a_part_of_the_corpus_are_joined_rightly() -> None:
    folder = Path(os.environ.get("QUOTH_DATA", "../shared/data")) / "meantime"
    if not folder.is_dir():
        assert not os.environ.get("CI"), f"{folder} is missing: set QUOTH_DATA to the folder that holds meantime/."
        pytest.skip(f"{folder} is not there")
    parser = English()
    articles = list(load_meantime_entities(folder))[::8]
    read = [(one, find_referents(parser.parse(one.document, one.segments)).all) for one in articles]
    actors = merge_actors(
        [one for _, found in read for one in found], documents={one.document.id: one.document for one in articles}
    )
    score = score_across(find_mentions(read, PEOPLE_AND_BODIES), by_actor(actors))
    assert score.pairs.figure.precision > 0.95
    assert score.pairs.figure.recall > 0.5
