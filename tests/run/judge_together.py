"""A process of its own that judges statements of a ledger: ``python -m tests.run.judge_together LEDGER NAME STATEMENT...``."""

from __future__ import annotations

import sys
from pathlib import Path

from quoth.run import subjects
from quoth.run.judge import judge
from quoth.store import open_store


def main(path: str, name: str, statements: list[str]) -> None:
    with open_store(Path(path)) as store:
        for statement in statements:
            judge(store, subjects.right(store.read(), statement, stance="doubts"), by=name)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
