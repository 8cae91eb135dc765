from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoth.errors import UnusableInput
from quoth.read.decode import decode, redecode

CYRILLIC = (
    "Министр обороны заявил в понедельник, что переговоры продолжатся. Представитель министерства подтвердил это журналистам. " * 5
)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_utf8_is_read_character_for_character(text: str) -> None:
    if not text.startswith("\ufeff"):
        assert decode(text.encode(), name="x") == (text, "utf-8")


@pytest.mark.parametrize("text", ["One\r\nTwo\r\n", " \n lead", "tab\tend \n\n", "a\rb\x0cc"])
def test_white_space_and_line_ends_stay_as_they_are(text: str) -> None:
    assert decode(text.encode(), name="x").text == text


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ],
)
def test_a_byte_order_mark_names_the_encoding_and_is_not_text(mark: bytes, encoding: str) -> None:
    content = mark + "Čtyři slova".encode(encoding)
    assert decode(content, name="x") == ("Čtyři slova", encoding)
    assert redecode(content, encoding) == "Čtyři slova"


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "utf-16-le"])
def test_other_encodings_are_told_from_the_bytes(encoding: str) -> None:
    text = CYRILLIC if encoding != "utf-16-le" else "Plain words in sixteen bits. " * 20
    content = text.encode(encoding)
    decoded = decode(content, name="x")
    assert decoded.text == text
    assert redecode(content, decoded.encoding) == text


def test_a_western_text_in_one_byte_keeps_its_length_and_letters() -> None:
    text = "Le ministre a déclaré que l’accord était prêt. La présidente l’a confirmé à Genève. " * 10
    decoded = decode(text.encode("cp1252"), name="x")
    assert "déclaré" in decoded.text
    assert len(decoded.text) == len(text)


def test_a_few_broken_bytes_do_not_turn_utf8_into_another_encoding() -> None:
    content = CYRILLIC.encode() + b" \xe2\x80 end"
    decoded = decode(content, name="x")
    assert decoded.encoding == "utf-8/replace"
    assert decoded.text.startswith(CYRILLIC)
    assert redecode(content, decoded.encoding) == decoded.text


@pytest.mark.parametrize("content", [b"%PDF-1.7 rest", b"\x89PNG\r\n\x1a\n....", b"PK\x03\x04zip", bytes(range(256)) * 8])
def test_binary_data_are_refused(content: bytes) -> None:
    with pytest.raises(UnusableInput, match="not text") as caught:
        decode(content, name="x.txt")
    assert caught.value.reason == "binary"


def test_a_text_that_breaks_off_within_a_wide_character_is_refused_with_the_place() -> None:
    with pytest.raises(UnusableInput, match="breaks off at byte") as caught:
        decode(codecs.BOM_UTF16_LE + b"a\x00b", name="x.txt")
    assert caught.value.reason == "unreadable"


def test_a_pdf_under_another_name_is_said_to_be_one() -> None:
    with pytest.raises(UnusableInput, match=r"notes\.txt is a PDF, not text, whatever its name says\. Convert it"):
        decode(b"%PDF-1.7 rest", name="notes.txt")
