"""The report as one page of HTML: self-contained, no script, no request to anywhere, every text escaped."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from quoth.export.characters import printable
from quoth.export.marks import MARKS
from quoth.export.report.drawings import draw_scale, draw_stars, draw_tree
from quoth.export.report.lineages import draw_lineage
from quoth.view.counts import aside_reason, aside_text, between, count, count_of, interval
from quoth.view.dates import date_label, spell_dates
from quoth.view.foremost import foremost
from quoth.view.lists import AT_ONCE
from quoth.view.manner import manner_text, stance_text
from quoth.view.report import ReportPage
from quoth.view.scores import UNSURE, UNSURE_MEANS, hidden_text, score_text, unsure_text, within_text
from quoth.view.stands import GLYPHS, UNSHOWN
from quoth.view.story import StoryPage, shared_year
from quoth.view.summary import summary_text
from quoth.view.words import begun, shorten, squeeze


def render_html(page: ReportPage) -> str:
    """The whole page as text, to be written in UTF-8."""
    return render_template("report.html", page=page)


def render_template(name: str, **context: Any) -> str:
    """A template of the report as a page of its own, which allows its own style by hash and nothing else."""
    style = _style()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    template = _environment().get_template(name)
    text = template.render(style=Markup(style), digest=digest, version=version("quoth"), **context)  # noqa: S704 - our own file
    return printable(text) + "\n"


def common_year(story: StoryPage) -> str | None:
    """The year that all of a story's dates share: it is then said once, and left out elsewhere."""
    return shared_year(story.row)


def safe_url(url: str | None) -> str | None:
    """An address that may stand in a link: http and https only."""
    try:
        return url if url and urlsplit(url).scheme in {"http", "https"} else None
    except ValueError:
        return None


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("quoth.export.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        {
            "date": date_label,
            "spell_dates": spell_dates,
            "count": count,
            "count_of": count_of,
            "safe_url": safe_url,
            "shorten": shorten,
            "begun": begun,
            "squeeze": squeeze,
            "score": score_text,
        }
    )
    environment.globals.update(
        {
            **MARKS,
            "AT_ONCE": AT_ONCE,
            "GLYPHS": GLYPHS,
            "UNSHOWN": UNSHOWN,
            "UNSURE": UNSURE,
            "UNSURE_MEANS": UNSURE_MEANS,
            "summary_text": summary_text,
            "aside_text": aside_text,
            "between": between,
            "aside_reason": aside_reason,
            "hidden_text": hidden_text,
            "unsure_text": unsure_text,
            "within_text": within_text,
            "draw_lineage": draw_lineage,
            "draw_scale": draw_scale,
            "draw_stars": draw_stars,
            "draw_tree": draw_tree,
            "interval": interval,
            "foremost": foremost,
            "manner_text": manner_text,
            "stance_text": stance_text,
            "common_year": common_year,
        }
    )
    return environment


@cache
def _style() -> str:
    return (files("quoth.export.report") / "templates" / "report.css").read_text(encoding="utf-8").strip()
