"""Reading by a model of the user's own: its answers as findings, and an end to the run where it answers about nothing any more."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from quoth.errors import Unavailable, UnusableInput
from quoth.extract.llm.attributor import Ask, Llm
from quoth.extract.llm.placing import Dropped
from quoth.extract.reader import AttributionReader
from quoth.records import Document, Findings, ReadBy, Segment
from quoth.run.chat import Chat
from quoth.settings import Settings
from quoth.stages import Parser

KEY = "QUOTH_LLM_KEY"
"""The environment variable that holds the key of the model's server. It is sent there, and kept and shown nowhere."""

IN_A_ROW = 8
"""Documents that get no answer one after the other before the run stops: then it is the server, not the documents."""


@dataclass(slots=True)
class Asking:
    """Reads documents by asking a model."""

    parser: Parser
    ask: Ask
    model: str | None
    address: str | None
    _failed: int = 0
    _dropped: list[Dropped] = field(default_factory=list)

    def extract(self, document: Document, segments: Sequence[Segment]) -> Findings:
        """All that is found in one document, with how much of the model's answers was left out.

        Raises ``UnusableInput`` where the model gives no answer about it; ``Unavailable`` where it gave none about the last few.
        """
        self._dropped.clear()
        reader = AttributionReader(Llm(self.ask, self._dropped.append))
        try:
            findings = reader.extract(self.parser.parse(document, segments))
        except UnusableInput as error:
            self._failed += 1
            if self._failed >= IN_A_ROW:
                raise Unavailable(
                    f"The model gave no answer about {self._failed} documents one after the other. The last time: {error} "
                    "All that was read is kept; run the same command again to go on."
                ) from error
            raise
        self._failed = 0
        dropped = sum(self._dropped, Dropped())
        return replace(findings, read_by=ReadBy("llm", self.model, self.address, dropped.spans, dropped.statements))


def ask_for(settings: Settings) -> Ask:
    """What asks the model that the settings name."""
    key = (os.environ.get(KEY) or "").strip() or None
    return Chat(settings.llm_address or "", settings.llm_model or "", settings.llm_timeout, key).ask
