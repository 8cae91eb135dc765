"""The templates of the desk: every text is escaped, undefined names are faults, dates and counts read as in the report."""

from __future__ import annotations

from functools import cache
from importlib.metadata import version
from typing import Any

from jinja2 import ChoiceLoader, Environment, PackageLoader, PrefixLoader, StrictUndefined

from quoth.export.characters import printable
from quoth.export.citations import text_fragment
from quoth.export.marks import MARKS
from quoth.export.report.drawings import draw_scale
from quoth.export.report.html import safe_url
from quoth.view.counts import aside_reason, aside_text, between, count, count_of, interval
from quoth.view.dates import date_label, spell_dates
from quoth.view.foremost import finding_words, foremost
from quoth.view.lists import AT_ONCE, EACH
from quoth.view.manner import manner_text, stance_text
from quoth.view.scores import UNSURE, UNSURE_MEANS, hidden_text, score_text, unsure_text, within_text
from quoth.view.stands import GLYPHS, UNSHOWN
from quoth.view.summary import summary_text
from quoth.view.words import begun, shorten, squeeze
from quoth.web import addresses
from quoth.web.links import outlet_link, who_link
from quoth.web.statics import static_address


def render(template: str, **context: Any) -> str:
    """A template as text, with what HTML cannot hold replaced."""
    return printable(environment().get_template(template).render(context))


def share_text(share: float) -> str:
    """A share in whole per cent; under one per cent is said so."""
    return "under 1 %" if 0 < share < 0.01 else f"{share * 100:.0f} %"


@cache
def environment() -> Environment:
    """The one environment of the desk."""
    shared = PrefixLoader({"shared": PackageLoader("quoth.export.report", "templates/shared")})
    made = Environment(
        loader=ChoiceLoader([PackageLoader("quoth.web"), shared]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,  # looking whether each file changed takes as long as drawing a small page
    )
    made.filters.update(
        {
            "date": date_label,
            "count": count,
            "count_of": count_of,
            "safe_url": safe_url,
            "begun": begun,
            "squeeze": squeeze,
            "spell_dates": spell_dates,
            "score": score_text,
            "percent": share_text,
            "shorten": shorten,
        }
    )
    made.globals.update(
        {
            **MARKS,
            "outlet_link": outlet_link,
            "who_link": who_link,
            "AT_ONCE": AT_ONCE,
            "EACH": EACH,
            "finding_words": finding_words,
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
            "draw_scale": draw_scale,
            "interval": interval,
            "foremost": foremost,
            "manner_text": manner_text,
            "stance_text": stance_text,
            "text_fragment": text_fragment,
            "to": addresses,
            "static": static_address,
            "version": version("quoth"),
            "shown": (),
        }
    )
    return made
