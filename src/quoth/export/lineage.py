"""Which article took from which, as a graph: documents are nodes, and each edge goes from the one that had the words to the one that took.

Where the direction is not known the edge goes from the earlier to the later and says so (``decided`` is false): a graph file has arrows
or none, and leaving these edges out would hide that the two share text. Networkx (BSD-3) writes both formats.
"""

from __future__ import annotations

import networkx as nx

from quoth.export.characters import in_one_line
from quoth.export.network import gexf_text, graphml_text
from quoth.export.written import Written
from quoth.store import ReadView
from quoth.view.copies import CopiesPage, CopyRow, End, copies_page
from quoth.view.counts import count


def write_lineage_gexf(read: ReadView, *, story: str | None = None) -> Written:
    """The edges between a story's documents, or between all for None, as GEXF 1.3."""
    page = copies_page(read, story=story)
    return Written(gexf_text(lineage_graph(page)), _notes(page))


def write_lineage_graphml(read: ReadView, *, story: str | None = None) -> Written:
    """The same as GraphML."""
    page = copies_page(read, story=story)
    return Written(graphml_text(lineage_graph(page)), _notes(page))


def lineage_graph(page: CopiesPage) -> nx.MultiDiGraph:
    """The edges of a page as a graph; its nodes and edges stand in the order of their identifiers."""
    graph = nx.MultiDiGraph()
    ends = {end.document: end for row in page.rows for end in (row.source, row.copy)}
    for identifier, end in sorted(ends.items()):
        graph.add_node(identifier, **_node(end))
    for row in sorted(page.rows, key=lambda one: one.id):
        graph.add_edge(row.source.document, row.copy.document, key=row.id, **_edge(row))
    return graph


def _node(end: End) -> dict[str, str]:
    known = {"label": end.outlet, "outlet": end.outlet, "title": end.title, "published": end.published}
    return {name: in_one_line(value) for name, value in known.items() if value}


def _edge(row: CopyRow) -> dict[str, str | float | bool]:
    return {
        "label": row.kind,
        "kind": row.kind,
        "weight": row.score,
        "score": row.score,
        "decided": row.decided,
        "reason": in_one_line(row.reason),
    }


def _notes(page: CopiesPage) -> tuple[str, ...]:
    open_ = sum(1 for row in page.rows if not row.decided)
    return (
        (f"{count(open_, 'edge')} of unknown direction: drawn from the earlier article to the later, decided = false.",)
        if open_
        else ()
    )
