"""The desk: the views as pages in a browser, each with a stable address, a JSON twin and a citation."""

from quoth.web.app import Desk, create_app

__all__ = ["Desk", "create_app"]
