from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from quoth.run.judge import replay
from quoth.store import open_store
from quoth.web import create_app


@pytest.fixture(scope="session")
def desk(handmade: Path) -> Iterator[TestClient]:
    """The desk of the handmade ledger, asked without a browser."""
    app = create_app(handmade, hosts=["testserver"])
    with TestClient(app, raise_server_exceptions=False, follow_redirects=False) as client:
        yield client


@pytest.fixture
def path(handmade: Path, tmp_path: Path) -> Path:
    """A handmade ledger that a test may change."""
    copy = tmp_path / "copy.db"
    shutil.copy(handmade, copy)
    with open_store(copy) as store, store.write() as writer:
        replay(writer)
    return copy


@pytest.fixture
def own_desk(path: Path) -> Iterator[TestClient]:
    """The desk of a ledger that a test may change; what is sent there leads on only where the test follows."""
    with TestClient(create_app(path, hosts=["testserver"]), follow_redirects=False) as client:
        yield client
