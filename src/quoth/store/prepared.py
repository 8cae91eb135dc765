"""Queries that pages ask most, made once: making one takes as long as running it. What they look for is given as ``{WANTED: values}``."""

from __future__ import annotations

from sqlalchemy import Select, bindparam, func, select, text

from quoth.store import tables
from quoth.store.counting import claim_tallies, meetings, members
from quoth.store.fetch import among

_documents, _copies, _owners = tables.documents.c, tables.copies.c, tables.memberships.c

SEGMENTS = (
    select(*(tables.segments.c[name] for name in ("document", "kind", "start", "end")))
    .where(among(tables.segments.c.document))
    .order_by(tables.segments.c.document, tables.segments.c.position)
)
ACTORS = select(*(tables.actors.c[name] for name in ("id", "name", "kind", "country"))).where(among(tables.actors.c.id))
OWNERS = select(_owners.referent, _owners.actor)
OWNERS_OF = OWNERS.where(among(_owners.referent))
ENDING = tuple(select(_copies.id).where(among(end)) for end in (_copies.copy, _copies.source))
"""The edges from documents, and those to them."""
EVENTS = select(meetings.c.event).where(among(meetings.c.contact))
IN_SHORT = select(*(_documents[name] for name in ("id", "article", "outlet", "published"))).where(among(_documents.id))
HEADS: Select[tuple[str, str, str | None, str | None, str | None, str | None]] = select(
    _documents.id, _documents.article, _documents.outlet, _documents.title, _documents.published, _documents.language
)
HEADS_OF = HEADS.where(among(_documents.id))
VERSIONS = select(
    *(_documents[name] for name in ("id", "article", "published", "modified", "fetched", "number")),
).where(
    _documents.article.in_(
        select(_documents.article).group_by(_documents.article).having(func.count() > 1).where(among(_documents.article))
    )
)
"""The documents of articles that have several."""
TAKERS = (
    select(_copies.source, func.count())
    .where(among(_copies.source), _copies.kind.not_in(["citation", "revision"]))
    .group_by(_copies.source)
)
STATEMENTS = (
    select(tables.statements.c.document, func.count())
    .where(among(tables.statements.c.document))
    .group_by(tables.statements.c.document)
)
EXTRACTED = select(_documents.id, tables.finished.c.fingerprint).select_from(
    tables.documents.outerjoin(tables.finished, (tables.finished.c.stage == "extract") & (tables.finished.c.part == _documents.id))
)
EXTRACTED_OF = EXTRACTED.where(among(_documents.id))
STORIES = select(members.c.document, members.c.story).where(among(members.c.document))
DISPUTED = (
    select(claim_tallies.c.claim, tables.claims.c.text)
    .join_from(claim_tallies, tables.claims, tables.claims.c.id == claim_tallies.c.claim)
    .where(claim_tallies.c.story == bindparam("story"), claim_tallies.c.disputed)
    .order_by(
        claim_tallies.c.disputed.desc(), claim_tallies.c.parties.desc(), claim_tallies.c.documents.desc(), claim_tallies.c.claim
    )
    .limit(1)
)
"""The first of a story's disputed claims, as lists of its claims have them."""
OUTLETS = text(
    "WITH RECURSIVE named(outlet) AS (SELECT min(outlet) FROM documents"
    " UNION ALL SELECT (SELECT min(outlet) FROM documents WHERE outlet > named.outlet) FROM named WHERE named.outlet IS NOT NULL)"
    " SELECT outlet FROM named"
)
"""Every outlet once: from one to the next along the index, without a look at their documents."""
