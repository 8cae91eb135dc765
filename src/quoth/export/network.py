"""The contacts as a network: actors are nodes, and each contact joins each two of its parties by an edge of its own.

A graph with parallel edges, not one with weights: date, kind, who asked and according to whom belong to the one contact, and a sum of
calls has none of them. Every edge weighs 1, so that a tool that merges parallel edges counts contacts. The edges have no direction:
accounts differ on who asked, and an arrow would take one side; ``initiator`` has every account. Networkx (BSD-3) writes both formats.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Mapping
from importlib.metadata import version
from itertools import combinations
from typing import Any

import networkx as nx

from quoth.export.characters import in_one_line
from quoth.export.written import Written
from quoth.store import ReadView
from quoth.view.contacts import ContactRow, ContactsPage, contacts_page
from quoth.view.counts import count
from quoth.view.coverage import Who
from quoth.view.dates import days_of
from quoth.view.scores import noted

NAMESPACE = "http://gexf.net/1.3"
_SCHEMA = "http://www.w3.org/2001/XMLSchema-instance"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def write_gexf(read: ReadView, *, story: str | None = None) -> Written:
    """The network of a story's contacts, or of all for None, as GEXF 1.3 with the days of each contact as the time of its edge."""
    page = contacts_page(read, story=story)
    return Written(gexf_text(contact_graph(page)), _notes(page))


def write_graphml(read: ReadView, *, story: str | None = None) -> Written:
    """The same as GraphML."""
    page = contacts_page(read, story=story)
    return Written(graphml_text(contact_graph(page)), _notes(page))


def contact_graph(page: ContactsPage) -> nx.MultiGraph:
    """The contacts of a page as a graph; its nodes and edges stand in the order of their identifiers."""
    graph = nx.MultiGraph()
    nodes = {_node_id(row, who): who for row in page.rows for who in row.parties}
    for identifier, who in sorted(nodes.items()):
        graph.add_node(identifier, **_node(who))
    for row in sorted(page.rows, key=lambda one: one.id):
        attributes = _edge(row)
        pairs = combinations(sorted(_node_id(row, who) for who in row.parties), 2)
        for number, (one, other) in enumerate(pairs, start=1):
            graph.add_edge(one, other, key=f"{row.id}-{number}", **attributes)
    return graph


def _is_nobody(who: Who) -> bool:
    """Whether a party is only words, of which it is not known whom they mean."""
    return " ".join(who.id.split()) == who.name


def _node_id(row: ContactRow, who: Who) -> str:
    """The actor; words that mean nobody known are a node of their contact alone: "the ministry" of two articles may be two."""
    return f"{row.id} {in_one_line(who.name)}" if _is_nobody(who) else who.id


def _node(who: Who) -> dict[str, str]:
    return _known({"label": who.name, "kind": None if _is_nobody(who) else who.kind, "country": who.country})


def _edge(row: ContactRow) -> dict[str, Any]:
    """What is told of a contact, with all accounts of who asked; what is unknown is left out."""
    days = days_of(row.date)
    precision = "unknown" if row.date is None else "vague" if row.uncertain else "day"
    chains = dict.fromkeys(noted(" ▸ ".join(one.according_to), one) for one in row.tellings)
    asked = (f"{one.initiator} (according to {', '.join(one.according_to)})" for one in row.initiatives)
    told = {
        "label": row.kind,
        "contact": row.id,
        "kind": row.kind,
        "status": row.status,
        "date": row.date,
        "precision": precision,
        "when": row.when,
        "start": days.first.isoformat() if days and days.first else None,
        "end": days.last.isoformat() if days and days.last else None,
        "initiator": "; ".join(one.initiator for one in row.initiatives),
        "initiator_according_to": "; ".join(asked),
        "according_to": "; ".join(chains),
        "documents": " ".join(dict.fromkeys(one.document for one in row.tellings)),
        "topics": "; ".join(row.topics),
    }
    return {"weight": 1, **_known(told), "tellings": len(row.tellings), "articles": row.texts}


def _known(values: Mapping[str, str | None]) -> dict[str, str]:
    return {name: in_one_line(value) for name, value in values.items() if value}


def gexf_text(graph: nx.MultiGraph) -> str:
    """GEXF 1.3 as its schema has it: networkx writes the day of writing, a ``name`` that the schema lacks, and no ``kind`` of edges."""
    ET.register_namespace("", NAMESPACE)
    ET.register_namespace("xsi", _SCHEMA)
    root = ET.fromstring("\n".join(nx.generate_gexf(graph, version="1.3")))  # noqa: S314 - our own text of a moment ago
    schema = next((name for name in root.attrib if name.endswith("schemaLocation")), None)
    if schema is not None:
        root.set(f"{{{_SCHEMA}}}schemaLocation", root.attrib.pop(schema))
    for meta in root.iter(f"{{{NAMESPACE}}}meta"):
        meta.attrib.clear()
        for creator in meta.iter(f"{{{NAMESPACE}}}creator"):
            creator.text = f"quoth {version('quoth')}"
    for element in root.iter(f"{{{NAMESPACE}}}graph"):
        element.attrib.pop("name", None)
    _name_edges(root)
    return _HEAD + ET.tostring(root, encoding="unicode") + "\n"


def graphml_text(graph: nx.MultiGraph) -> str:
    """GraphML as networkx writes it."""
    return _HEAD + "\n".join(nx.generate_graphml(graph)) + "\n"


def _name_edges(root: ET.Element) -> None:
    """Gives each edge its key as identifier, where networkx counts them and keeps the key beside, and its kind."""
    tag = f"{{{NAMESPACE}}}"
    keys = {(above, one) for above in root.iter(f"{tag}attributes") for one in above if one.get("title") == "networkx_key"}
    names = {one.get("id") for _, one in keys}
    for above, one in keys:
        above.remove(one)
    for edge in root.iter(f"{tag}edge"):
        edge.set("kind", edge.get("label", ""))
        for values in edge.iter(f"{tag}attvalues"):
            for value in [one for one in values if one.get("for") in names]:
                edge.set("id", value.get("value", ""))
                values.remove(value)


def _notes(page: ContactsPage) -> tuple[str, ...]:
    alone = sum(1 for row in page.rows if len(row.parties) < 2)
    return (f"{count(alone, 'contact')} with one known party: its node is there, an edge is not.",) if alone else ()
