"""What words call untrue as a whole."""

from __future__ import annotations

import pytest

from quoth.link.dismissals import dismissed


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Mayor rebuffs rumors that the Pell ferry sank.", "Mayor the Pell ferry sank."),
        ("Rumors of the abbot's death debunked", "the abbot's death"),
        ("Foresters debunk wolf sighting claims", "Foresters wolf sighting"),
        ("Foresters cast doubt on a shepherd's claim that a wolf swam the Ormel", "Foresters a shepherd's a wolf swam the Ormel"),
        ("Reports that the Pell ferry sank are ‘incorrect’, says harbour office", "the Pell ferry sank , says harbour office"),
        ("Video of the dancing bear was staged, witness says", "Video of the dancing bear , witness says"),
        ("No, the Pell ferry did not sink", "the Pell ferry did sink"),
        ("Hoax: Pell ferry sinks off Tarsk", ": Pell ferry sinks off Tarsk"),
        ("Publicist calls ‘rubbish’ a report that the tenor refused a tour", "Publicist the tenor refused a tour"),
    ],
)
def test_what_is_called_untrue_is_told_as_if_it_were_so(words: str, told: str) -> None:
    assert dismissed(words) == told


@pytest.mark.parametrize(
    "words",
    [
        "The Pell ferry did not sink",
        "Shepherd insists that the wolf was not a hoax",
        "Clerk says that he was sacked for contesting bogus charges",
        "Anchor pressed to go over his war lie",
        "Mayor rejects bid to close the bridge",
        "Absent for ten years, harbour official dismissed",
        "It was fake.",
    ],
)
def test_words_that_call_nothing_or_only_something_in_it_untrue_tell_nothing(words: str) -> None:
    assert dismissed(words) is None
