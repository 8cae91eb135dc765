"""A model's server on this machine, for tests: it does with each request what the test says, over real sockets."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True, slots=True)
class Asked:
    """One request."""

    path: str
    headers: dict[str, str]
    body: dict[str, Any]

    @property
    def paragraphs(self) -> list[dict[str, Any]]:
        """What the user's message holds."""
        told: list[dict[str, Any]] = json.loads(self.body["messages"][1]["content"])["paragraphs"]
        return told


@dataclass(frozen=True, slots=True)
class Reaction:
    """What the server does with a request."""

    status: int = 200
    content: bytes = b""
    headers: tuple[tuple[str, str], ...] = ()
    seconds: float = 0.0
    """How long it thinks before it answers."""
    drips: float = 0.0
    """Seconds between two bytes of the answer."""
    drops: bool = False
    """Whether it closes the connection in the middle of the answer."""


def completion(text: str | None, *, reason: str = "stop", encoding: str = "utf-8") -> Reaction:
    """A model's answer as servers wrap it."""
    choice = {"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": reason}
    return Reaction(content=json.dumps({"object": "chat.completion", "choices": [choice]}, ensure_ascii=False).encode(encoding))


def statements(*found: dict[str, Any]) -> Reaction:
    """An answer as it was asked for."""
    return completion(json.dumps({"statements": list(found)}, ensure_ascii=False))


React = Callable[[Asked], Reaction]


@dataclass(slots=True)
class Model:
    """A server that runs: where it is, what it was asked, and what it does."""

    url: str
    react: React
    asked: list[Asked] = field(default_factory=list)


@contextmanager
def served(react: React) -> Iterator[Model]:
    """A server that runs until the block ends."""
    model = Model("", react)
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(model))
    server.daemon_threads = True
    model.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield model
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def unused_url() -> str:
    """An address at which nothing listens."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    port = server.server_address[1]
    server.server_close()
    return f"http://127.0.0.1:{port}/v1"


def _handler(model: Model) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            asked = Asked(self.path, {name.lower(): value for name, value in self.headers.items()}, body)
            model.asked.append(asked)
            try:
                self._answer(model.react(asked))
            except ConnectionError:
                self.close_connection = True  # who asked did not wait

        def _answer(self, reaction: Reaction) -> None:
            time.sleep(reaction.seconds)
            self.send_response(reaction.status)
            for name, value in reaction.headers:
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(reaction.content)))
            self.end_headers()
            content = reaction.content[: len(reaction.content) // 2] if reaction.drops else reaction.content
            if reaction.drips:
                for byte in content:
                    self.wfile.write(bytes([byte]))
                    self.wfile.flush()
                    time.sleep(reaction.drips)
            else:
                self.wfile.write(content)
            self.close_connection = self.close_connection or reaction.drops

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
            """Says nothing."""

    return Handler
