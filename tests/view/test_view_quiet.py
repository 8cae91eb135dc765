"""Words like a claim's in the articles of an outlet that does not tell it."""

from __future__ import annotations

from dataclasses import replace

from quoth.records import ClaimStatement, Passage, Segment, Silence, Span
from quoth.store import ReadView
from quoth.view.coverage import Coverage, gather
from quoth.view.likewords import seek
from quoth.view.quiet import Quiet, like_words, quiet_outlets, seek_claim, words_beside
from quoth.view.told import ArticleWords
from quoth.view.words import Excerpt

CLAIM = "the ferry company had dumped diesel into the estuary at night, nine crews say"


def with_texts(told: ReadView, *texts: str) -> tuple[Coverage, list[str]]:
    """The coverage of a story with other words in its first articles."""
    (story,) = told.stories()
    coverage = gather(told, story.documents)
    names = list(coverage.documents)[: len(texts)]
    changed = {name: replace(coverage.documents[name], text=text) for name, text in zip(names, texts, strict=True)}
    segments = {name: (Segment("body", 0, len(text)),) for name, text in zip(names, texts, strict=True)}
    return replace(coverage, documents={**coverage.documents, **changed}, segments={**coverage.segments, **segments}), names


def test_of_an_outlets_articles_the_one_with_most_of_the_words_is_shown(told: ReadView) -> None:
    some, most = (
        "The ferry company dumped diesel at night.",
        "The ferry company dumped diesel into the estuary at night, crews say.",
    )
    coverage, names = with_texts(told, some, most)
    sought = seek([CLAIM], {name: coverage.documents[name].text for name in names})
    found = like_words(coverage, names, sought)
    assert found is not None
    assert found.document == names[1]


def test_an_outlet_whose_articles_came_before_anybody_said_it_is_marked(told: ReadView) -> None:
    (story,) = told.stories()
    coverage = gather(told, story.documents)
    claim = next(one for one in told.claims(story.id) if one.silent)
    (name,) = claim.silent[0].documents[:1]
    silent = replace(claim, silent=(replace(claim.silent[0], documents=(name,)),))

    def earlier(published: str | None, *, first: str | None = "2031-03-16") -> bool:
        documents = {**coverage.documents, name: replace(coverage.documents[name], published=published)}
        said = replace(silent, positions=tuple(replace(position, first=first) for position in claim.positions))
        (quiet,) = quiet_outlets(replace(coverage, documents=documents), said, words=False)
        return quiet.earlier

    assert earlier("2031-03-15T22:00:00+00:00")
    assert not any((earlier("2031-03-16"), earlier("2031-03"), earlier(None), earlier("2031-03-15", first=None)))


def test_what_an_answer_says_of_a_claim_is_not_looked_for(told: ReadView) -> None:
    (story,) = told.stories()
    coverage = gather(told, story.documents)
    claim = next(iter(told.claims(story.id)))
    first = coverage.statements[claim.statements[0].statement]
    text = "the harbour, wind and fog were bad"
    answer = replace(first, id="answer", content=Passage(text, first.content.spans))
    told_of = replace(claim, statements=(*claim.statements, ClaimStatement("answer", "denies", first.id)))
    more = replace(coverage, statements={**coverage.statements, "answer": answer})
    assert all("harbou" not in one.words for one in seek_claim(more, told_of).wordings)
    plain = replace(told_of, statements=(*claim.statements, ClaimStatement("answer", "denies")))
    assert any("harbou" in one.words for one in seek_claim(more, plain).wordings)


def test_words_beside_a_claim_have_its_figures_and_nobodys_own_words_count_where_they_are_its(told: ReadView) -> None:
    four, nine, none = (
        "The blast killed four people in the mill.",
        "The blast killed nine people in the mill.",
        "Rain fell all day.",
    )
    coverage, (ours, other, vague) = with_texts(told, four, nine, none + " " + four)
    first = next(iter(coverage.statements.values()))
    stated = replace(
        first, id="stated", document=ours, content=Passage(four[:-1], (Span(0, len(four) - 1),)), score=0.9, source=first.source
    )
    unsure = replace(
        stated, id="unsure", document=vague, content=Passage(none[:-1], (Span(0, len(none) - 1),)),
        source=None, speaker=None, via=(), score=0.2,
    )  # fmt: skip
    coverage = replace(coverage, statements={one.id: one for one in (stated, unsure)})
    claim = replace(
        next(iter(told.claims())),
        text=four,
        statements=(ClaimStatement("stated", "asserts"), ClaimStatement("unsure", "asserts")),
        silent=(Silence("Mill News", (other,)),),
    )
    words = ArticleWords(other, "Mill News", "", "2031-05-01", Excerpt(other, 0, ()), (Span(0, len(nine)),))
    found = words_beside(coverage, claim, [Quiet("Mill News", 1, None, words)])
    assert [(one.document, one.spans) for one in found] == [(vague, (Span(len(none) + 1, len(none) + 1 + len(four)),))]
    same = replace(coverage.documents[other], text=four, modified="2031-05-04")
    coverage = replace(coverage, documents={**coverage.documents, other: same})
    found = words_beside(coverage, claim, [Quiet("Mill News", 1, None, replace(words, spans=(Span(0, len(four)),)))])
    assert [(one.document, one.published) for one in found][:1] == [(other, "2031-05-04")]
