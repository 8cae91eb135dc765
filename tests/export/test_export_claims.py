"""Claims and statements in the formats of others: Web Annotations, ClaimReview, claim frames."""

from __future__ import annotations

import json
from typing import Any

from quoth.export.annotations import write_annotations
from quoth.export.frames import write_frames
from quoth.export.reviews import write_reviews
from quoth.records import Document
from quoth.store import ReadView


def texts(told: ReadView) -> dict[str, Document]:
    return {one.url or f"urn:quoth:document:{one.id}": one for one in told.documents()}


def annotated(told: ReadView, min_score: float = 0.0) -> list[dict[str, Any]]:
    page = json.loads(write_annotations(told, min_score=min_score).text)
    assert (page["@context"], page["type"]) == ("http://www.w3.org/ns/anno.jsonld", "AnnotationPage")
    found: list[dict[str, Any]] = page["items"]
    return found


def test_each_statement_is_an_annotation_whose_selectors_find_its_words(told: ReadView) -> None:
    documents = texts(told)
    items = annotated(told)
    assert len(items) == 10
    for item in items:
        for target in item["target"]:
            quote, position = target["selector"]
            text = documents[target["source"]].text
            assert text[position["start"] : position["end"]] == quote["exact"]
            assert text[: position["start"]].endswith(quote["prefix"])
            assert text[position["end"] :].startswith(quote["suffix"])


def test_an_annotation_links_the_claims_that_its_statement_stands_on(told: ReadView) -> None:
    linked = [body for item in annotated(told) for body in item["body"] if body["purpose"] == "linking"]
    assert {body["source"] for body in linked} == {f"urn:quoth:claim:{claim.id}" for claim in told.claims()}


def test_statements_below_a_score_are_left_out_and_counted(told: ReadView) -> None:
    assert len(annotated(told, 0.5)) == 9
    assert write_annotations(told, min_score=0.5).hidden.statements == 1


def reviews(told: ReadView) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(write_reviews(told).text)["@graph"]
    return found


def test_a_claim_is_a_review_without_a_rating(told: ReadView) -> None:
    text = write_reviews(told).text
    assert "Rating" not in text
    first, _ = reviews(told)
    assert (first["@type"], first["itemReviewed"]["@type"]) == ("ClaimReview", "Claim")
    assert first["claimReviewed"] == "Kastel is preparing a provocation at the Lower Dam"
    assert first["reviewBody"] == "Norvia: asserts; Arden: denies; Ilmar: denies"


def test_a_review_has_where_the_claim_appears_first_and_who_makes_it(told: ReadView) -> None:
    claim = reviews(told)[0]["itemReviewed"]
    assert claim["author"] == [{"@type": "Person", "name": "Marek Dolan"}]
    assert [one["publisher"]["name"] for one in claim["appearance"]] == ["NTA", "Lakeside Daily", "Arden Herald"]
    assert claim["firstAppearance"] == claim["appearance"][0]


def frames(told: ReadView) -> list[dict[str, Any]]:
    return [json.loads(line) for line in write_frames(told).text.splitlines()]


def test_each_claimer_of_a_claim_has_a_frame_with_how_sure_it_is(told: ReadView) -> None:
    sure = {(one["claimer"]["name"], one["epistemicStatus"]) for one in frames(told) if "provocation" in one["description"]}
    assert sure == {
        ("Marek Dolan", "EpistemicTrueCertain"),
        ("Arden", "EpistemicFalseCertain"),
        ("Ilmar", "EpistemicFalseCertain"),
    }


def test_frames_name_those_who_hold_the_same_and_those_who_hold_the_opposite(told: ReadView) -> None:
    by_id = {one["claimId"]: one for one in frames(told)}
    arden = next(one for one in by_id.values() if one["claimer"]["name"] == "Arden")
    assert [by_id[other]["claimer"]["name"] for other in arden["identicalClaims"]] == ["Ilmar"]
    assert [by_id[other]["claimer"]["name"] for other in arden["refutingClaims"]] == ["Marek Dolan"]


def test_a_frame_stands_on_words_of_the_documents(told: ReadView) -> None:
    documents = {one.id: one for one in told.documents()}
    held = [each for one in frames(told) for each in one["justifications"]]
    assert held
    assert all(documents[one["document"]].text[one["start"] : one["end"]] == one["text"] for one in held)
