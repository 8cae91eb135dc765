"""Whatever is asked, the desk answers with a page: never with a fault."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from quoth.web.routes import ROUTES

NAMES = (
    "q",
    "outlet",
    "since",
    "until",
    "disputed",
    "order",
    "page",
    "part",
    "at",
    "least",
    "zoom",
    "story",
    "kind",
    "speaker",
    "stance",
    "a",
    "b",
    "exact",
    "panel",
    "get",
    "title",
    "address",
)
ADDRESSES = sorted(route.path for route in ROUTES if "GET" in (route.methods or ()))
WORD = st.one_of(
    st.text(max_size=40),
    st.sampled_from(["", "0", "1", "-1", "1e9", "٣", "%00", "NaN", "0.5", "2031-03-16", "2031-99-99", "2031-03-16/2031-03-20", "0001-01-01/9999-12-31", '"', '""', "*", "dam OR", "NEAR(a b)", "' --", "../..", "\u202e", "\ud800", "a" * 290]),
)  # fmt: skip


def test_the_fuzzer_knows_every_address() -> None:
    assert len(ADDRESSES) > 20
    assert "/stories/{id}" in ADDRESSES


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(ADDRESSES),
    WORD,
    st.dictionaries(st.sampled_from(NAMES), WORD, max_size=5),
    st.sampled_from(["", ".json", ".ris", ".bib"]),
    st.sampled_from(["statement", "claim", "claims", "lineage", "timeline", "nothing"]),
)
def test_no_request_ends_in_a_fault(
    desk: TestClient, address: str, part: str, asked: dict[str, str], ending: str, kind: str
) -> None:
    named = quote(part.encode("utf-8", "replace"))
    path = address.replace("{id}", named).replace("{name:path}", named).replace("{name}", named)
    path = path.replace("{kind}", kind).replace("{format}", named)
    given_ = {name: value.encode("utf-8", "replace").decode() for name, value in asked.items()}
    answer = desk.get(f"{path}{ending}", params=given_)
    assert answer.status_code < 500, (path, given_)
    assert "Traceback" not in answer.text


@pytest.mark.parametrize(
    "raw", [b"q=%FF%FE", b"q=%ED%A0%80", b"&&&==", b"q=%", b"page=1&page=2", b"=1", b"q=" + b"%F0%9F%92%A7" * 100]
)
def test_broken_encodings_are_answered(desk: TestClient, raw: bytes) -> None:
    assert desk.get("/search?" + raw.decode("latin-1")).status_code < 500
