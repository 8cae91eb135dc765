"""A model behind an OpenAI-compatible address, asked over HTTP: patient with a server that is busy, and clear about one that is not there.

Proxies of the environment are not used and redirects are not followed: the articles go to the address that the user named, and nowhere else.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import urllib3
from urllib3.exceptions import (
    ConnectTimeoutError,
    HTTPError,
    InvalidHeader,
    NewConnectionError,
    ReadTimeoutError,
    SSLError,
)

from quoth.errors import Unavailable, UnusableInput, UsageError
from quoth.extract.llm.attributor import Reply

TRIES = 5
"""How often one question is put before it is given up."""
PAUSE = 0.5
"""Seconds before a question is put again; twice as many each time."""
LONGEST_PAUSE = 60.0
"""Seconds that a server may ask to be left alone for; one that asks for more is not there now."""
LARGEST = 4_000_000
"""Bytes of an answer; more is no answer."""
CONNECT = 10.0
"""Seconds for reaching the server."""
EXCERPT = 200
"""Characters of what a server says that go into a message."""

BUSY = frozenset({408, 409, 425, 429})
"""Answers below 500 after which asking again helps."""
CLOSED = {
    401: "does not take the key. Set the right one in the environment variable QUOTH_LLM_KEY",
    402: "wants to be paid first. See to it with whoever runs it",
    403: "does not take the key, or does not give this model for it. Set the right key in the environment variable QUOTH_LLM_KEY",
    404: "has no such address or no such model. Check --llm-url, which mostly ends in /v1, and --llm-model",
    405: "takes no questions at this address. Check --llm-url, which mostly ends in /v1",
}
"""Answers after which no other question will be answered either, with what to do."""


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a question got no answer."""

    why: str
    """What the server did, and what to do: it goes on from "The server at … "."""
    again: bool = True
    """Whether the same question may be answered if it is put again."""
    stops: bool = False
    """Whether no other question will be answered either."""
    wait: float | None = None
    """Seconds after which the server wants to be asked again."""
    refused: str | None = None
    """The name of an option that the server does not know."""


@dataclass(slots=True)
class Chat:
    """Asks the model ``model`` at ``address``. ``pause`` waits between two tries."""

    address: str
    model: str
    timeout: float
    key: str | None = field(default=None, repr=False)
    pause: Callable[[float], None] = time.sleep
    _options: dict[str, Any] = field(default_factory=lambda: {"temperature": 0, "response_format": {"type": "json_object"}})
    _pool: urllib3.PoolManager = field(default_factory=lambda: urllib3.PoolManager(maxsize=1, retries=False), repr=False)

    def __post_init__(self) -> None:
        """Raise ``UsageError``, without showing it, for a key that no header can hold."""
        if self.key and not (self.key.isascii() and self.key.isprintable()):
            raise UsageError("The key in QUOTH_LLM_KEY holds characters that no key has. Set it again, without line breaks.")

    def ask(self, instruction: str, question: str) -> Reply:
        """The model's reply. Raises ``UnusableInput`` where this question gets none, ``Unavailable`` where none would."""
        messages = [{"role": "system", "content": instruction}, {"role": "user", "content": question}]
        tries, wait = 0, PAUSE
        while True:
            answer = self._post(messages)
            if isinstance(answer, Reply):
                return answer
            if answer.refused is not None:
                del self._options[answer.refused]
                continue
            tries += 1
            if not answer.again or tries >= TRIES:
                raise self._give_up(answer, tries)
            self.pause(wait if answer.wait is None else max(answer.wait, wait))
            wait *= 2

    def _give_up(self, failure: Failure, tries: int) -> Unavailable | UnusableInput:
        times = f" (asked {tries} times)" if tries > 1 else ""
        message = f"The server at {self.address} {failure.why}{times}."
        if failure.stops:
            return Unavailable(f"{message} All that was read is kept; run the same command again to go on.")
        return UnusableInput("unanswered", f"{message} Ask again with: quoth add --retry")

    def _post(self, messages: list[dict[str, str]]) -> Reply | Failure:
        body = json.dumps({"model": self.model, "messages": messages, "stream": False, **self._options}).encode()
        headers = {"Content-Type": "application/json", "Accept": "application/json", "User-Agent": "quoth"}
        if self.key:
            headers["Authorization"] = f"Bearer {self.key}"
        try:
            return self._exchange(body, headers)
        except SSLError as error:
            return Failure(f"has no certificate that can be trusted: {self._excerpt(str(error))}", again=False, stops=True)
        except (NewConnectionError, ConnectTimeoutError):
            return Failure("cannot be reached. Check that it runs, and check --llm-url", stops=True)
        except ReadTimeoutError:
            return self._too_slow()
        except (HTTPError, OSError) as error:
            return Failure(f"broke off its answer ({type(error).__name__})")

    def _exchange(self, body: bytes, headers: dict[str, str]) -> Reply | Failure:
        until = time.monotonic() + self.timeout
        response = self._pool.request(
            "POST",
            f"{self.address}/chat/completions",
            body=body,
            headers=headers,
            timeout=urllib3.Timeout(connect=min(CONNECT, self.timeout), read=self.timeout),
            redirect=False,
            preload_content=False,
        )
        content = _content(response, until)
        if content is None:
            return self._too_slow()
        if len(content) > LARGEST:
            return Failure(f"answered with more than {LARGEST:,} bytes, which is no answer", again=False)
        return self._read(response.status, response.headers, content)

    def _too_slow(self) -> Failure:
        return Failure(f"did not answer within {self.timeout:g} seconds. Give it longer: --llm-timeout SECONDS")

    def _read(self, status: int, headers: Mapping[str, str], content: bytes) -> Reply | Failure:
        text = content.decode("utf-8", "replace").removeprefix("\ufeff")
        if status == 200:
            return _reply(text) or Failure(f"answered, but not with a completion: {self._excerpt(text)}")
        if 300 <= status < 400:
            return Failure("sends on to another address. Give that one as --llm-url", again=False, stops=True)
        if status in CLOSED:
            return Failure(f"{CLOSED[status]} ({status}: {self._excerpt(text)})", again=False, stops=True)
        if status in BUSY or status >= 500:
            return self._busy(status, headers, text)
        refused = next((name for name in self._options if status in {400, 422} and name in text), None)
        return Failure(f"refused the question ({status}: {self._excerpt(text)})", again=False, refused=refused)

    def _busy(self, status: int, headers: Mapping[str, str], text: str) -> Failure:
        wait = _wait(headers.get("Retry-After"))
        if wait is not None and wait > LONGEST_PAUSE:
            return Failure(f"asks to be left alone for {wait:,.0f} seconds ({status})", again=False, stops=True)
        return Failure(f"is too busy or has failed ({status}: {self._excerpt(text)})", wait=wait)

    def _excerpt(self, text: str) -> str:
        """The beginning of what a server said, in one line, never with the key."""
        shown = text.replace(self.key, "…") if self.key else text
        line = " ".join("".join(one if one.isprintable() else " " for one in shown).split())
        return (line if len(line) <= EXCERPT else f"{line[:EXCERPT]}…") or "no reason given"


def _content(response: urllib3.BaseHTTPResponse, until: float) -> bytes | None:
    """The bytes of an answer, one more than ``LARGEST`` at most; None where they take too long."""
    content = bytearray()
    whole = False
    try:
        while len(content) <= LARGEST:
            part = response.read1(65_536)
            if not part:
                whole = True
                return bytes(content)
            content += part
            if time.monotonic() > until:
                return None
        return bytes(content)
    finally:
        if not whole:
            response.close()  # what is left of it must not come as the next answer
        response.release_conn()


def _wait(asked: str | None) -> float | None:
    """Seconds of a ``Retry-After``, which gives them or a date; None where there is none that can be read."""
    try:
        return None if asked is None else urllib3.Retry().parse_retry_after(asked)
    except (InvalidHeader, ValueError, OverflowError):
        return None


def _reply(text: str) -> Reply | None:
    """The reply in the JSON of a completion; None where it has another shape."""
    try:
        value = json.loads(text)
        choice = value["choices"][0]
        said = choice["message"]["content"]
    except (ValueError, LookupError, TypeError, RecursionError):
        return None
    if isinstance(said, list):
        said = "".join(str(part.get("text", "")) for part in said if isinstance(part, dict))
    return Reply(said if isinstance(said, str) else "", cut=choice.get("finish_reason") == "length")
