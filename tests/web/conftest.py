from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from quoth.web import create_app


@pytest.fixture(scope="session")
def desk(handmade: Path) -> Iterator[TestClient]:
    """The desk of the handmade ledger, asked without a browser."""
    app = create_app(handmade, hosts=["testserver"])
    with TestClient(app, raise_server_exceptions=False, follow_redirects=False) as client:
        yield client
