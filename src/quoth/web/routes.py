"""Every address of the desk, by the role that it takes where there are accounts. Endings (``.json``, ``.ris``, ``.bib``) are taken off before
an address comes here."""

from __future__ import annotations

from starlette.routing import Route

from quoth.web.door import SIGN_IN, doors
from quoth.web.files import hand_over
from quoth.web.pages import accounts, adding, articles, correcting, judging, ledger, lists, parts, people, stories, taking
from quoth.web.serve import change, page
from quoth.web.statics import show_static

ROUTES: tuple[Route, ...] = (
    *doors(
        "reader",
        Route("/", page(stories.stories)),
        Route("/stories", page(stories.stories)),
        Route("/stories/{id}", page(stories.story)),
        Route("/stories/{id}/silence", page(stories.silence)),
        *(Route(f"/stories/{{id}}/{name}", page(parts.part(name))) for name in parts.KINDS),
        Route("/stories/{id}/report.html", taking.story_report("html")),
        Route("/stories/{id}/report.md", taking.story_report("md")),
        Route("/stories/{id}/report.docx", taking.story_report("docx")),
        Route("/stories/{id}/report.pdf", taking.story_report("pdf")),
        Route("/claims", page(stories.claims)),
        Route("/claims/{id}", page(stories.claim)),
        Route("/claims/{id}/report.html", taking.claim_report_file("html")),
        Route("/claims/{id}/report.md", taking.claim_report_file("md")),
        Route("/claims/{id}/report.docx", taking.claim_report_file("docx")),
        Route("/claims/{id}/report.pdf", taking.claim_report_file("pdf")),
        Route("/claims/{id}/card.html", hand_over(taking.card)),
        Route("/points/{id}", page(stories.point)),
        Route("/contacts/{id}", page(stories.contact)),
        Route("/copies/{id}", page(stories.copy)),
        *(Route(address, page(lists.listed(name))) for name, address in zip(lists.BY_ADDRESS, lists.ADDRESSES, strict=True)),
        Route("/figures", page(stories.figures)),
        Route("/terms", page(stories.terms)),
        Route("/actors", page(people.actors)),
        Route("/actors/{id}", page(people.actor)),
        Route("/outlets", page(people.outlets)),
        Route("/outlets/{name:path}", page(people.outlet)),
        Route("/articles/{id}", page(articles.article)),
        Route("/compare", page(articles.compare)),
        Route("/statements/{id}", page(articles.statement)),
        Route("/search", page(ledger.search)),
        Route("/set-aside", page(ledger.set_aside)),
        Route("/about", page(ledger.about)),
        Route("/exports", page(taking.exports)),
        Route("/exports/{kind}/{format}", hand_over(taking.export)),
        Route("/judgements", page(judging.judgements)),
        Route("/judgements/all.jsonl", judging.download("judgements")),
        Route("/judgements/corrections.jsonl", judging.download("corrections")),
        Route("/judgements/{id}", page(judging.judgement)),
    ),
    *doors(
        "editor",
        Route("/add", page(adding.add, here=True)),
        Route(
            "/add", change(adding.take, largest_field=adding.LARGEST_FIELD), methods=["POST"], max_body_size=adding.LARGEST_UPLOAD
        ),
        Route("/add/{id}", page(adding.show, here=True)),
        Route("/add/{id}", change(adding.change), methods=["POST"]),
        Route("/add/{id}/events", adding.events),
        Route("/publish", taking.publish),
        Route("/correct/{kind}/{id}", page(correcting.correct)),
        Route("/correct/{kind}/{id}", change(correcting.take, judges=True), methods=["POST"]),
        Route("/review", page(judging.review)),
        Route("/judgements", change(judging.change_judgements, judges=True), methods=["POST"]),
        Route("/judgements/{id}", change(judging.take_back, judges=True), methods=["POST"]),
    ),
    Route("/static/{name}", show_static),
)
"""Method GET (and HEAD) where none is named."""

SIGNING: tuple[Route, ...] = (
    Route(SIGN_IN, page(accounts.ask_in, here=True)),
    Route(SIGN_IN, change(accounts.sign_in), methods=["POST"]),
    *doors(
        "reader",
        Route("/account", page(accounts.own, here=True)),
        Route("/account", change(accounts.change_own), methods=["POST"]),
    ),
    *doors(
        "admin",
        Route("/accounts", page(accounts.every, here=True)),
        Route("/accounts", change(accounts.change_every), methods=["POST"]),
    ),
)
"""Only on a desk with accounts."""
