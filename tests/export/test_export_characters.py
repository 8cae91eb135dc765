from __future__ import annotations

import xml.etree.ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from quoth.export.characters import in_one_line, printable, shortened


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_any_text_can_stand_in_xml_and_in_utf_8(text: str) -> None:
    element = ET.Element("a")
    element.text = printable(text)
    again = ET.fromstring(ET.tostring(element, encoding="utf-8"))  # noqa: S314 - our own
    assert (again.text or "").split() == in_one_line(text).split()


@given(st.text(alphabet="ab ", max_size=60), st.integers(min_value=5, max_value=40))
def test_a_text_is_cut_to_its_length_behind_a_word(text: str, most: int) -> None:
    cut = shortened(text, most)
    assert len(cut) <= most
    assert cut == text or cut.endswith(" …")
