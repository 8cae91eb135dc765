"""Where a claim was not found in an outlet, the claim that is told there in words like its own."""

from __future__ import annotations

from dataclasses import replace

from quoth.records import Claim, ClaimStatement, Silence, Statement, identify
from quoth.store import Store
from quoth.view.claims import claim_page


def split(store: Store) -> tuple[Claim, Claim]:
    """A claim of two articles made two: what the last of them says is another claim, and the first is not found there."""
    read = store.read()
    for claim in read.claims():
        told: dict[str, Statement] = {one.id: one for one in read.statements_named([link.statement for link in claim.statements])}
        last = next((one for one in told.values() if one.document != next(iter(told.values())).document), None)
        words = {" ".join(one.content.text.split()) for one in told.values()}
        if last is not None and any(len(text.split()) > 5 for text in words):
            break
    document = read.document(last.document) if last else None
    assert last is not None
    assert document is not None
    rest = tuple(link for link in claim.statements if told[link.statement].document != last.document)
    same = tuple(link for link in claim.statements if link not in rest)
    kept = replace(claim, statements=rest, silent=(Silence(document.outlet or "", (document.id,)),), reckoning=None)
    twin = replace(
        claim,
        id=identify("claim", "twin"),
        statements=same or (ClaimStatement(last.id, "asserts"),),
        documents=(document.id,),
        silent=(),
        reckoning=None,
    )
    with store.write() as writer:
        writer.overlay.change("claims", claim.id, kept)
        writer.overlay.change("claims", twin.id, twin)
    return kept, twin


def test_a_claim_told_there_in_like_words_is_named(own_store: Store) -> None:
    kept, twin = split(own_store)
    (quiet,) = claim_page(own_store.read(), kept.id).row.quiet
    assert quiet.like is not None
    assert quiet.twin is not None
    assert quiet.twin[0] == twin.id
    assert quiet.like_text.endswith(f"{quiet.twin[1]}, {twin.id[:8]})")


def test_words_that_no_other_claim_has_name_none(own_store: Store) -> None:
    kept, twin = split(own_store)
    with own_store.write() as writer:
        writer.overlay.change("claims", twin.id, None)
    (quiet,) = claim_page(own_store.read(), kept.id).row.quiet
    assert quiet.like is not None
    assert quiet.twin is None
    assert quiet.like_text == quiet.like.excerpt.text
