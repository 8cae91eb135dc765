from __future__ import annotations

import pytest

from quoth.records import Mention, Referent, Span
from quoth.score.coreference import read_entities, score_coreference

TEXT = "Dolan met Reeve. Dolan left."
XML = """<Document><token t_id="1">Dolan</token><token t_id="2">met</token><token t_id="3">Reeve</token><token t_id="4">.</token>
<token t_id="5">Dolan</token><token t_id="6">left</token><token t_id="7">.</token><Markables>
<ENTITY_MENTION m_id="10"><token_anchor t_id="1"/></ENTITY_MENTION><ENTITY_MENTION m_id="11"><token_anchor t_id="3"/></ENTITY_MENTION>
<ENTITY_MENTION m_id="12"><token_anchor t_id="5"/></ENTITY_MENTION><ENTITY_MENTION m_id="13"><token_anchor t_id="6"/></ENTITY_MENTION>
<ENTITY m_id="20" ent_type="PER"/><ENTITY m_id="21" ent_type="PER"/><ENTITY m_id="22" ent_type="PRO"/></Markables><Relations>
<REFERS_TO><source m_id="10"/><source m_id="12"/><target m_id="20"/></REFERS_TO>
<REFERS_TO><source m_id="11"/><target m_id="21"/></REFERS_TO><REFERS_TO><source m_id="13"/><target m_id="22"/></REFERS_TO>
</Relations></Document>"""


def referent(name: str, *spans: tuple[int, int]) -> Referent:
    return Referent(name, "d", name, "person", (), (), tuple(Mention(Span(*span), name, "name") for span in spans))


def test_entities_are_read_with_their_places_and_products_left_out() -> None:
    assert read_entities(XML, TEXT) == {Span(0, 5): "20", Span(10, 15): "21", Span(17, 22): "20"}


def test_what_is_told_apart_and_joined_as_in_the_gold_is_perfect() -> None:
    score = score_coreference([(read_entities(XML, TEXT), [referent("Dolan", (0, 5), (17, 22)), referent("Reeve", (10, 15))])])
    assert (score.clusters.precision, score.clusters.recall, score.coverage) == (1, 1, 1)


def test_a_false_merge_costs_precision_and_a_missed_mention_coverage() -> None:
    score = score_coreference([(read_entities(XML, TEXT), [referent("Dolan", (0, 5), (10, 15))])])
    assert score.clusters.precision == pytest.approx(0.5)
    assert score.clusters.recall == 1
    assert score.coverage == pytest.approx(2 / 3)
