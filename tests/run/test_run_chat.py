from __future__ import annotations

import email.utils
import logging
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from tests.run.model_server import Asked, Model, React, Reaction, completion, served, unused_url

from quoth.errors import Unavailable, UnusableInput, UsageError
from quoth.extract.llm.attributor import Reply
from quoth.run import chat
from quoth.run.chat import TRIES, Chat

KEY = "sk-invented-0123456789"
Serve = Callable[[React], Model]


@pytest.fixture
def serve() -> Iterator[Serve]:
    with ExitStack() as stack:
        yield lambda react: stack.enter_context(served(react))


def in_turn(*reactions: Reaction) -> React:
    """Each in its turn, the last one for ever."""
    left = list(reactions)
    return lambda _: left.pop(0) if len(left) > 1 else left[0]


def ask(model: Model, *, timeout: float = 5, key: str | None = None, waits: list[float] | None = None) -> Reply:
    pause = (lambda _: None) if waits is None else waits.append
    return Chat(model.url, "invented-7b", timeout, key, pause).ask("Mark it.", "The dam.")


def test_a_question_goes_to_the_address_with_model_and_key_and_its_answer_comes_back(serve: Serve) -> None:
    model = serve(lambda _: completion("“Yes”"))
    assert ask(model, key=KEY) == Reply("“Yes”")
    (asked,) = model.asked
    assert asked.path == "/v1/chat/completions"
    assert asked.headers["authorization"] == f"Bearer {KEY}"
    assert asked.body["model"] == "invented-7b"
    assert asked.body["temperature"] == 0
    assert [one["role"] for one in asked.body["messages"]] == ["system", "user"]
    assert [one["content"] for one in asked.body["messages"]] == ["Mark it.", "The dam."]


def test_without_a_key_none_is_sent(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    model = serve(lambda _: completion("yes"))
    ask(model)
    assert "authorization" not in model.asked[0].headers


def test_a_proxy_of_the_environment_is_not_used(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, unused_url())
    assert ask(serve(lambda _: completion("yes"))).text == "yes"


def test_an_answer_that_reached_its_largest_length_is_known_as_cut(serve: Serve) -> None:
    assert ask(serve(lambda _: completion('{"statements": [', reason="length"))).cut


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504, 529])
def test_a_busy_server_is_asked_again_after_growing_pauses(serve: Serve, status: int) -> None:
    waits: list[float] = []
    model = serve(in_turn(*[Reaction(status)] * 3, completion("yes")))
    assert ask(model, waits=waits).text == "yes"
    assert waits == [0.5, 1.0, 2.0]
    assert len(model.asked) == 4


def test_a_server_that_stays_busy_is_given_up_for_this_question(serve: Serve) -> None:
    model = serve(lambda _: Reaction(503, b'{"error": "no slot is\x1b[31m free"}'))
    with pytest.raises(
        UnusableInput, match=r"503: .*no slot is .*free.* \(asked 5 times\)\. Ask again with: quoth add --retry"
    ) as told:
        ask(model)
    assert told.value.reason == "unanswered"
    assert "\x1b" not in str(told.value)
    assert len(model.asked) == TRIES


def test_a_server_says_itself_when_to_ask_again(serve: Serve) -> None:
    waits: list[float] = []
    soon = email.utils.formatdate(time.time() + 30, usegmt=True)
    reactions = [Reaction(429, headers=(("Retry-After", asked),)) for asked in ("7", soon, "in a while", "-1")]
    assert ask(serve(in_turn(*reactions, completion("yes"))), waits=waits).text == "yes"
    assert waits[0] == 7
    assert 20 < waits[1] <= 30
    assert waits[2:] == [2.0, 4.0]


def test_a_server_that_asks_for_an_hour_stops_the_run_at_once(serve: Serve) -> None:
    model = serve(lambda _: Reaction(429, headers=(("Retry-After", "3600"),)))
    with pytest.raises(Unavailable, match=r"left alone for 3,600 seconds .* same command again"):
        ask(model)
    assert len(model.asked) == 1


@pytest.mark.parametrize(
    ("status", "advice"), [(401, "QUOTH_LLM_KEY"), (402, "paid"), (403, "QUOTH_LLM_KEY"), (404, "--llm-model"), (405, "--llm-url")]
)
def test_a_server_that_will_answer_nothing_stops_the_run_at_once(serve: Serve, status: int, advice: str) -> None:
    model = serve(lambda _: Reaction(status, b"no"))
    with pytest.raises(Unavailable, match=advice):
        ask(model)
    assert len(model.asked) == 1


def test_a_redirect_is_not_followed_because_it_would_take_the_key_along(serve: Serve) -> None:
    other = serve(lambda _: completion("yes"))
    model = serve(lambda _: Reaction(307, headers=(("Location", f"{other.url}/chat/completions"),)))
    with pytest.raises(Unavailable, match="another address"):
        ask(model, key=KEY)
    assert other.asked == []


def test_a_question_that_is_refused_is_not_put_again(serve: Serve) -> None:
    model = serve(lambda _: Reaction(400, b'{"error": {"message": "the prompt has too many tokens"}}'))
    with pytest.raises(UnusableInput, match=r"400: .*too many tokens"):
        ask(model)
    assert len(model.asked) == 1


def test_an_option_that_the_server_does_not_know_is_left_out_from_then_on(serve: Serve) -> None:
    def react(asked: Asked) -> Reaction:
        for name in ("response_format", "temperature"):
            if name in asked.body:
                return Reaction(400, f"Unsupported value: '{name}'".encode())
        return completion("yes")

    model = serve(react)
    door = Chat(model.url, "invented-7b", 5)
    assert [door.ask("a", "b").text, door.ask("a", "b").text] == ["yes", "yes"]
    assert len(model.asked) == 4


def test_a_server_that_thinks_too_long_is_given_up_for_this_question(serve: Serve) -> None:
    model = serve(lambda _: Reaction(seconds=1.0))
    with pytest.raises(UnusableInput, match=r"within 0\.1 seconds\. Give it longer: --llm-timeout"):
        ask(model, timeout=0.1)
    assert len(model.asked) == TRIES


def test_an_answer_that_drips_is_given_up_although_it_never_pauses_for_long(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chat, "TRIES", 1)
    model = serve(lambda _: Reaction(content=b" " * 500, drips=0.02))
    began = time.monotonic()
    with pytest.raises(UnusableInput, match="within"):
        ask(model, timeout=0.3)
    assert time.monotonic() - began < 3


def test_a_connection_that_is_dropped_is_made_again(serve: Serve) -> None:
    dropped = Reaction(content=completion("yes").content, drops=True)
    assert ask(serve(in_turn(dropped, dropped, completion("yes")))).text == "yes"


def test_a_connection_that_is_always_dropped_is_told_of(serve: Serve) -> None:
    model = serve(lambda _: Reaction(content=b"x" * 100, drops=True))
    with pytest.raises(UnusableInput, match="broke off its answer"):
        ask(model)
    assert len(model.asked) == TRIES


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<html>busy</html>",
        b"[]",
        b"{}",
        b"null",
        b'"yes"',
        b'{"choices": []}',
        b'{"choices": {}}',
        b'{"choices": [{"message": "yes"}]}',
        b'{"error": {"message": "no capacity"}}',
        b'{"choices": [{"message": {"content": "ye',
        b"[" * 100_000,
        b"\xff\xfe\x00",
    ],
)
def test_what_is_no_completion_is_asked_for_again(serve: Serve, content: bytes) -> None:
    assert ask(serve(in_turn(Reaction(content=content), completion("yes")))).text == "yes"


def test_an_answer_in_another_encoding_keeps_what_can_be_read(serve: Serve) -> None:
    assert ask(serve(lambda _: completion("the café dam", encoding="latin-1"))).text == "the caf\ufffd dam"


def test_an_answer_may_begin_with_a_byte_order_mark(serve: Serve) -> None:
    assert ask(serve(lambda _: Reaction(content=b"\xef\xbb\xbf" + completion("yes").content))).text == "yes"


def test_an_answer_may_come_in_parts_or_be_none(serve: Serve) -> None:
    parts = b'{"choices": [{"message": {"content": [{"type": "text", "text": "y"}, {"type": "text", "text": "es"}, 3]}}]}'
    assert ask(serve(lambda _: Reaction(content=parts))).text == "yes"
    assert ask(serve(lambda _: completion(None))) == Reply("")


def test_an_answer_without_end_is_not_read_to_its_end(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chat, "LARGEST", 200_000)
    model = serve(lambda _: Reaction(content=b"x" * 50_000_000))
    with pytest.raises(UnusableInput, match="more than 200,000 bytes"):
        ask(model)
    assert len(model.asked) == 1


def test_what_was_left_of_one_answer_never_comes_as_the_next(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chat, "LARGEST", 1000)
    model = serve(in_turn(Reaction(content=b"x" * 5_000_000), completion("yes")))
    door = Chat(model.url, "invented-7b", 5)
    with pytest.raises(UnusableInput):
        door.ask("a", "b")
    assert door.ask("a", "b").text == "yes"


def test_a_server_that_is_not_there_stops_the_run_with_what_to_check() -> None:
    waits: list[float] = []
    with pytest.raises(Unavailable, match=r"127\.0\.0\.1.* cannot be reached\. Check that it runs.*--llm-url"):
        Chat(unused_url(), "invented-7b", 5, None, waits.append).ask("a", "b")
    assert len(waits) == TRIES - 1


def test_a_host_that_has_no_address_stops_the_run() -> None:
    with pytest.raises(Unavailable, match="cannot be reached"):
        Chat("http://no-such-host.invalid/v1", "invented-7b", 5, None, lambda _: None).ask("a", "b")


def test_a_server_without_encryption_under_an_encrypted_address_is_told_of(serve: Serve) -> None:
    model = serve(lambda _: completion("yes"))
    with pytest.raises((Unavailable, UnusableInput), match="The server at https://"):
        Chat(model.url.replace("http:", "https:"), "invented-7b", 2, None, lambda _: None).ask("a", "b")


def test_the_key_is_never_shown(serve: Serve, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    model = serve(lambda asked: Reaction(401, f"bad key: {asked.headers['authorization']}".encode()))
    with pytest.raises(Unavailable) as told:
        ask(model, key=KEY)
    assert "bad key: Bearer …" in str(told.value)
    assert KEY not in str(told.value) + caplog.text + repr(Chat(model.url, "m", 1, KEY))


@pytest.mark.parametrize("key", ["two\nlines", "tab\t", "schlüssel"])
def test_a_key_that_no_header_can_hold_is_refused_without_being_shown(key: str) -> None:
    with pytest.raises(UsageError, match="QUOTH_LLM_KEY") as told:
        Chat("http://127.0.0.1:1/v1", "m", 1, key)
    assert key not in str(told.value)
