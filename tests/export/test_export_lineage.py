from __future__ import annotations

import io
import json
from dataclasses import replace
from typing import Any

import networkx as nx
import pytest

from quoth.export.lineage import lineage_graph, write_lineage_gexf, write_lineage_graphml
from quoth.export.prov import CONTEXT, write_prov
from quoth.store import ReadView
from quoth.view.copies import copies_page


def nodes(told: ReadView) -> dict[str, dict[str, Any]]:
    return {node["@id"]: node for node in json.loads(write_prov(told).text)["@graph"]}


def document(told: ReadView, outlet: str) -> str:
    return next(one.id for one in told.documents() if one.outlet == outlet)


def test_a_document_is_an_entity_of_its_outlet_with_the_hash_of_its_text(told: ReadView) -> None:
    found = nodes(told)
    node = found[f"quoth:document:{document(told, 'NTA')}"]
    assert node["prov:wasAttributedTo"] == {"@id": "quoth:outlet:nta"}
    assert found["quoth:outlet:nta"]["rdfs:label"] == "NTA"
    assert len(node["quoth:sha256"]) == 64


def test_a_copy_is_quoted_from_its_source_with_the_words_in_both(told: ReadView) -> None:
    node = nodes(told)[f"quoth:document:{document(told, 'Lakeside Daily')}"]
    source = {"@id": f"quoth:document:{document(told, 'NTA')}"}
    assert node["prov:wasQuotedFrom"] == [source]
    (edge,) = node["prov:qualifiedQuotation"]
    assert (edge["@type"], edge["prov:entity"], edge["quoth:kind"]) == ("prov:Quotation", source, "verbatim")
    (span,) = edge["quoth:inSource"]
    agency = next(one for one in told.documents() if one.outlet == "NTA")
    assert agency.text[span["oa:start"] : span["oa:end"]].startswith("a provocation that Kastel")


def test_an_edge_of_unknown_direction_takes_no_side(told: ReadView, monkeypatch: pytest.MonkeyPatch) -> None:
    edges = [replace(one, decided=False) for one in told.copies()]
    monkeypatch.setattr(type(told), "copies", lambda *_: iter(edges))
    node = nodes(told)[f"quoth:document:{document(told, 'Lakeside Daily')}"]
    assert "prov:wasQuotedFrom" not in node
    assert node["prov:alternateOf"] == [{"@id": f"quoth:document:{document(told, 'NTA')}"}]
    assert node["quoth:qualifiedAlternate"][0]["rdfs:comment"] == "same words"


def test_every_reference_is_to_something_in_the_graph_and_every_prefix_is_known(told: ReadView) -> None:
    text = write_prov(told).text
    found = nodes(told)
    refs = [node["prov:wasAttributedTo"]["@id"] for node in found.values() if "prov:wasAttributedTo" in node]
    refs += [one["@id"] for node in found.values() for one in node.get("prov:wasQuotedFrom", ())]
    assert refs
    assert set(refs) <= set(found)
    keys = {key for node in found.values() for key in node if not key.startswith("@")}
    assert {key.partition(":")[0] for key in keys} <= set(CONTEXT)
    assert json.loads(text)["@context"] == dict(CONTEXT)


def test_claims_have_their_counts_and_an_unmeasured_one_has_none(told: ReadView) -> None:
    claims = [node for name, node in nodes(told).items() if name.startswith("quoth:claim:")]
    assert {node.get("quoth:originsHigh") for node in claims} == {2, None}


def test_networkx_reads_the_lineage_back_with_arrows_from_source_to_copy(told: ReadView) -> None:
    wanted = lineage_graph(copies_page(told))
    for made in (write_lineage_gexf(told), write_lineage_graphml(told)):
        stream = io.BytesIO(made.text.encode())
        graph = nx.read_graphml(stream, force_multigraph=True) if "<graphml" in made.text else nx.read_gexf(stream)
        assert graph.is_directed()
        assert set(graph.nodes) == set(wanted.nodes)
        ((source, copy, found),) = [(one, other, data) for one, other, data in graph.edges(data=True)]
        assert (graph.nodes[source]["label"], graph.nodes[copy]["label"]) == ("NTA", "Lakeside Daily")
        assert (found["kind"], found["decided"], found["score"]) == ("verbatim", True, 0.97)


def test_what_is_of_unknown_direction_is_said_beside_the_graph(told: ReadView) -> None:
    page = copies_page(told)
    open_ = replace(page, rows=tuple(replace(row, decided=False) for row in page.rows))
    ((_, _, found),) = lineage_graph(open_).edges(data=True)
    assert found["decided"] is False
    assert write_lineage_gexf(told).notes == ()


def test_the_same_ledger_gives_the_same_bytes(told: ReadView) -> None:
    assert [write(told).text for write in (write_prov, write_lineage_gexf)] == [
        write(told).text for write in (write_prov, write_lineage_gexf)
    ]
