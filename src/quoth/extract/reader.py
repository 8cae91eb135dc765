"""The reader: what each file of this room finds, composed in the order in which they need one another.

What a statement consists of is found by an attributor, of which there are several; everything else hangs on its answer.
"""

from __future__ import annotations

from quoth.extract.attribution.posts import name_signers
from quoth.extract.attributors import Attributor, Rules
from quoth.extract.contacts import find_contacts
from quoth.extract.dating import date_statements
from quoth.extract.propositions import propose
from quoth.extract.quantities import find_quantities
from quoth.extract.reference.months import with_calendar_names
from quoth.extract.referents import find_referents
from quoth.extract.statements import find_statements
from quoth.extract.terms import find_terms
from quoth.extract.times import find_times
from quoth.records import Findings
from quoth.syntax import ParsedDocument


class AttributionReader:
    """Reads a parsed document; implements ``stages.Reader``. Attributions are found by ``attributor``, by rules where none is given."""

    def __init__(self, attributor: Attributor | None = None) -> None:
        self._attributor = attributor or Rules()
        self.name = self._attributor.name

    def extract(self, parsed: ParsedDocument) -> Findings:
        """All that is found in one document."""
        attributed = self._attributor.attribute(parsed)
        parsed = with_calendar_names(name_signers(attributed.parsed, attributed.attributions))
        referents = find_referents(parsed)
        times = find_times(parsed)
        statements = date_statements(find_statements(parsed, referents, attributed.attributions), times, parsed.paragraphs)
        quantities = find_quantities(parsed, statements, times)
        return Findings(
            document=parsed.document.id,
            referents=referents.all,
            statements=propose(parsed, statements, times=times, quantities=quantities),
            times=times,
            quantities=quantities,
            contacts=find_contacts(parsed, referents, statements, times),
            terms=find_terms(parsed, statements),
        )
