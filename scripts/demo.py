"""The demonstration behind ``make demo``: the bundled coverage, its story on the terminal, its report, and what to try next."""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path

COVERAGE = Path("examples/lower-dam/coverage")
FOLDER = Path("demo")
LEDGER = FOLDER / "lower-dam.db"
REPORT = FOLDER / "lower-dam.html"

STEPS = (
    ("The coverage: invented articles and posts about one invented incident, and a few about another", ["add", str(COVERAGE)]),
    ("What it is about", ["show", "stories"]),
    ("The larger story, disputes first", ["show", "story", "lower dam"]),
    ("The report", ["report", "-o", str(REPORT)]),
)

NEXT = (
    f"quoth show claims --db {LEDGER}",
    f'quoth show statements --speaker "Marek Dolan" --db {LEDGER}',
    f"quoth show timeline --db {LEDGER}",
    f"quoth search dam --db {LEDGER}",
    f"quoth export statements --db {LEDGER}",
    f"quoth verify --db {LEDGER}",
)


def main() -> int:
    """Run the steps; the exit code of the first that fails, else 0."""
    FOLDER.mkdir(exist_ok=True)
    if LEDGER.exists():  # what was judged and added in it is somebody's: adding again adds nothing twice
        print(
            f"{LEDGER} is there already, with all that was put right and added in it. To begin anew, remove the folder {FOLDER} first."
        )
    for title, words in STEPS:
        arguments = [*words, "--db", str(LEDGER)]
        print(f"\n── {title}\n   quoth {shlex.join(arguments)}\n", flush=True)
        done = subprocess.run([sys.executable, "-m", "quoth", *arguments], check=False)
        if done.returncode != 0:
            return done.returncode
    print(f"\nOpen {REPORT} in a browser. Then try (with .venv/bin/ in front, or after '. .venv/bin/activate'):")
    for command in NEXT:
        print(f"  {command}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
