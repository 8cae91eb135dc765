from __future__ import annotations

import io
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import networkx as nx
import pytest

from quoth.export.network import NAMESPACE, contact_graph, write_gexf, write_graphml
from quoth.export.written import Written
from quoth.store import ReadView
from quoth.view.contacts import ContactsPage, contacts_page
from quoth.view.coverage import Who

Write = Callable[..., Written]
TAG = f"{{{NAMESPACE}}}"
GRAPH_ATTRIBUTES = {
    "timeformat",
    "start",
    "end",
    "timestamp",
    "mode",
    "timerepresentation",
    "timezone",
    "defaultedgetype",
    "idtype",
}
EDGE_ATTRIBUTES = {"id", "source", "target", "label", "weight", "type", "kind", "start", "end"}
TYPES = {"integer", "long", "double", "float", "boolean", "string", "anyURI"}
"""Of GEXF 1.3 what is used here; gexf.net/1.3/gexf.xsd."""


def reread(made: Written) -> nx.MultiGraph:
    """The network as networkx reads it."""
    stream = io.BytesIO(made.text.encode())
    return nx.read_graphml(stream, force_multigraph=True) if "<graphml" in made.text else nx.read_gexf(stream)


def parties(page: ContactsPage, *names: str) -> ContactsPage:
    """The page with these as the parties of its contact."""
    people = tuple(Who(f"{number:020}", name, "person", None) for number, name in enumerate(names))
    return replace(page, rows=tuple(replace(row, parties=people) for row in page.rows))


@pytest.mark.parametrize("write", [write_gexf, write_graphml])
def test_networkx_reads_back_what_was_written(write: Write, told: ReadView) -> None:
    made = write(told)
    graph, wanted = reread(made), contact_graph(contacts_page(told))
    assert set(graph.nodes) == set(wanted.nodes)
    assert not graph.is_directed()
    edges = [(found.pop("id", None) or str(key), found) for *_, key, found in nx.MultiGraph(graph).edges(keys=True, data=True)]
    assert dict(edges) == {key: found for *_, key, found in wanted.edges(keys=True, data=True)}
    assert {found["label"] for _, found in graph.nodes(data=True)} == {"Marek Dolan", "Anna Reeve", "the defence department"}


def test_an_edge_has_date_kind_both_accounts_of_who_asked_and_according_to_whom(told: ReadView) -> None:
    graph = contact_graph(contacts_page(told))
    names = nx.get_node_attributes(graph, "label")
    found = [data for one, other, data in graph.edges(data=True) if {names[one], names[other]} == {"Marek Dolan", "Anna Reeve"}]
    (edge,) = found
    assert (edge["kind"], edge["date"], edge["precision"], edge["start"], edge["end"]) == (
        "call",
        "2031-03-14",
        "day",
        *["2031-03-14"] * 2,
    )
    assert edge["initiator"] == "Anna Reeve; Marek Dolan"
    assert "Anna Reeve (according to NTA ▸ Norvian defence ministry)" in edge["initiator_according_to"]
    assert edge["according_to"] == "NTA ▸ Norvian defence ministry; Arden Herald ▸ the defence department"
    assert len(edge["documents"].split()) == edge["tellings"] == edge["articles"] == 2
    assert edge["weight"] == 1


def test_each_two_of_many_parties_are_joined_and_two_contacts_are_two_edges(told: ReadView) -> None:
    page = parties(contacts_page(told), "A", "B", "C", "D")
    assert contact_graph(page).number_of_edges() == 6
    twice = replace(page, rows=(*page.rows, *(replace(row, id="another", date="2031-03-15") for row in page.rows)))
    graph = contact_graph(twice)
    assert (graph.number_of_nodes(), graph.number_of_edges()) == (4, 12)


def test_a_date_that_is_vague_or_unknown_is_no_day(told: ReadView) -> None:
    page = contacts_page(told)

    def edge(when: str | None, *, uncertain: bool, weekday: int | None = None) -> dict[str, object]:
        changed = replace(page, rows=tuple(replace(row, date=when, uncertain=uncertain, weekday=weekday) for row in page.rows))
        return next(data for *_, data in contact_graph(changed).edges(data=True))

    month = edge("2031-03", uncertain=True)
    assert (month["precision"], month["start"], month["end"]) == ("vague", "2031-03-01", "2031-03-31")
    friday = edge(None, uncertain=True, weekday=5)
    assert (friday["precision"], friday["when"]) == ("unknown", "a Friday")
    assert not {"date", "start", "end"} & set(friday)


def test_words_of_whom_nobody_is_known_are_a_node_of_their_contact_alone(told: ReadView) -> None:
    page = contacts_page(told)
    twice = replace(page, rows=(*page.rows, *(replace(row, id="another") for row in page.rows)))
    unknown = [data for _, data in contact_graph(twice).nodes(data=True) if data["label"] == "the defence department"]
    assert len(unknown) == 2
    assert all("kind" not in data for data in unknown)


def test_a_contact_with_one_party_is_a_node_without_an_edge_and_is_counted(told: ReadView, monkeypatch: pytest.MonkeyPatch) -> None:
    page = parties(contacts_page(told), "A")
    monkeypatch.setattr("quoth.export.network.contacts_page", lambda *_, **__: page)
    made = write_gexf(told)
    assert made.notes == ("1 contact with one known party: its node is there, an edge is not.",)
    assert (reread(made).number_of_nodes(), reread(made).number_of_edges()) == (1, 0)


def test_gexf_keeps_to_the_facts_of_its_schema(told: ReadView) -> None:
    root = ET.fromstring(write_gexf(told).text)  # noqa: S314 - our own
    assert (root.tag, root.get("version")) == (f"{TAG}gexf", "1.3")
    assert {name for name in root.attrib if name != "version"} == {"{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"}
    meta, graph = root
    assert (meta.tag, graph.tag) == (f"{TAG}meta", f"{TAG}graph")
    assert set(graph.attrib) <= GRAPH_ATTRIBUTES
    assert (graph.get("defaultedgetype"), graph.get("mode"), graph.get("timeformat")) == ("undirected", "dynamic", "date")
    assert [child.tag for child in graph] == [f"{TAG}{name}" for name in ("attributes", "attributes", "nodes", "edges")]
    nodes = [node.get("id") for node in graph.iter(f"{TAG}node")]
    edges = list(graph.iter(f"{TAG}edge"))
    assert len(set(nodes)) == len(nodes)
    assert len({edge.get("id") for edge in edges}) == len(edges) > 0
    for edge in edges:
        assert set(edge.attrib) <= EDGE_ATTRIBUTES
        assert {edge.get("source"), edge.get("target")} <= set(nodes)
        assert edge.get("kind") == "call"
        assert date.fromisoformat(edge.attrib["start"]) <= date.fromisoformat(edge.attrib["end"])


def test_every_value_of_gexf_is_of_an_attribute_that_is_declared(told: ReadView) -> None:
    graph = ET.fromstring(write_gexf(told).text).find(f"{TAG}graph")  # noqa: S314 - our own
    assert graph is not None
    declared: dict[str, set[str]] = {}
    for group in graph.iter(f"{TAG}attributes"):
        declared[group.attrib["class"]] = {one.attrib["id"] for one in group}
        assert {one.attrib["type"] for one in group} <= TYPES
    assert not declared["node"] & declared["edge"]
    for kind in ("node", "edge"):
        for element in graph.iter(f"{TAG}{kind}"):
            used = [value.attrib["for"] for value in element.iter(f"{TAG}attvalue")]
            assert set(used) <= declared[kind]
            assert len(used) == len(set(used))


@pytest.mark.parametrize("write", [write_gexf, write_graphml])
def test_the_same_ledger_gives_the_same_bytes_and_names_no_day_of_writing(write: Write, told: ReadView) -> None:
    made = write(told)
    assert made == write(told)
    assert "lastmodifieddate" not in made.text
    assert str(date.today().year) not in made.text  # noqa: DTZ011 - any clock will do


@pytest.mark.parametrize("write", [write_gexf, write_graphml])
def test_control_characters_and_markup_of_a_name_do_not_break_the_file(
    write: Write, told: ReadView, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = parties(contacts_page(told), "A\x00<b>&\ud800", "B\u2028C")
    monkeypatch.setattr("quoth.export.network.contacts_page", lambda *_, **__: page)
    graph = reread(write(told))
    assert {found["label"] for _, found in graph.nodes(data=True)} == {"A�<b>&�", "B C"}


@pytest.mark.parametrize("write", [write_gexf, write_graphml])
def test_a_story_without_contacts_is_an_empty_network(write: Write, told: ReadView) -> None:
    assert reread(write(told, story="none such")).number_of_nodes() == 0
