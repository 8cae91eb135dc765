"""Docs are tests: what the README and the guides tell a reader to type works, and the reference names everything there is."""

from __future__ import annotations

import dataclasses
import inspect
import re
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

import quoth
from quoth import errors
from quoth.settings import Settings

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("examples/**/README.md")])
REASON = re.compile(r"^\| `([a-z-]+)` \|", re.MULTILINE)


def text_of(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("docs") / "my.db"
    with quoth.open(path) as opened:
        opened.add(ROOT / "examples" / "lower-dam" / "coverage")
    return path


def typed_commands() -> list[str]:
    """Every quoth command in the README, the tutorial and the guides that reads a ledger."""
    pages = [ROOT / "README.md", *ROOT.glob("docs/tutorial/*.md"), *ROOT.glob("docs/how-to/*.md")]
    joined = "\n".join(page.read_text(encoding="utf-8") for page in pages)
    found = re.findall(
        r"(?:`|^)(?:\.venv/bin/)?(quoth (?:show|search|compare|export|report|status|verify)[^`\n]*)", joined, re.MULTILINE
    )
    return sorted({command.strip() for command in found if "FOLDER" not in command})


@pytest.mark.parametrize("command", typed_commands())
def test_a_command_that_the_docs_tell_to_type_works(command: str, ledger: Path, tmp_path: Path) -> None:
    words = re.findall(r'"[^"]*"|\S+', command)[1:]
    arguments = [word.strip('"') for word in words]
    arguments = [str(ledger) if word.endswith(".db") else word for word in arguments]
    if "ID" in arguments:
        with quoth.open(ledger) as opened:
            arguments[arguments.index("ID")] = next(iter(opened.claims())).id[:8]
    if "--db" not in arguments:
        arguments += ["--db", str(ledger)]
    done = subprocess.run(
        [sys.executable, "-m", "quoth", *arguments], cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() or "-o" in arguments


def test_the_docs_have_commands_to_type() -> None:
    assert len(typed_commands()) >= 8


@pytest.mark.parametrize("page", ["README.md", "docs/how-to/hide-what-is-unsure.md", "docs/how-to/take-results-elsewhere.md"])
def test_the_python_of_the_docs_runs(page: str, ledger: Path, tmp_path: Path) -> None:
    blocks = re.findall(r"```python\n(.*?)```", text_of(page), re.DOTALL)
    assert blocks
    for block in blocks:
        script = tmp_path / "block.py"
        script.write_text(re.sub(r'quoth\.open\("[^"]*"\)', f"quoth.open({str(ledger)!r})", block), encoding="utf-8")
        runpy.run_path(str(script))


def test_every_picture_is_shown_by_a_page_and_small_enough_for_a_slow_line() -> None:
    pictures = set((ROOT / "docs" / "images").iterdir())
    links = [(page, link) for page in PAGES for link in re.findall(r"!\[[^\]]+\]\(([^)]+)\)", page.read_text(encoding="utf-8"))]
    assert {(page.parent / link).resolve() for page, link in links if "://" not in link} == pictures
    assert [one.name for one in pictures if one.stat().st_size > 150_000] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_between_pages_lands(page: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text(encoding="utf-8"))
    missing = [link for link in links if "://" not in link and not (page.parent / link).exists()]
    assert missing == []


def test_the_commands_reference_is_what_the_commands_say() -> None:
    written = runpy.run_path(str(ROOT / "scripts" / "reference.py"))["reference"]()
    assert text_of("docs/reference/commands.md") == written, "run: python scripts/reference.py"


def test_every_setting_is_in_the_reference_with_its_default() -> None:
    page = text_of("docs/reference/settings.md")
    for setting in dataclasses.fields(Settings):
        row = next((line for line in page.splitlines() if line.startswith(f"| `{setting.name}` |")), None)
        assert row is not None, setting.name
        shown = f"{setting.default:,}" if isinstance(setting.default, int) else str(setting.default)
        assert shown in row


def test_every_exception_is_in_the_reference() -> None:
    page = text_of("docs/reference/errors.md")
    named = [name for name, value in vars(errors).items() if inspect.isclass(value) and issubclass(value, errors.QuothError)]
    assert [name for name in named if f"`{name}`" not in page and f"`quoth.errors.{name}`" not in page] == []


def test_every_reason_for_setting_aside_is_in_the_reference_and_no_other() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "src" / "quoth").rglob("*.py"))
    listed = set(REASON.findall(text_of("docs/reference/errors.md")))
    unused = [reason for reason in listed if f'"{reason}"' not in source]
    assert unused == []
    given = set(re.findall(r'UnusableInput\(\s*"([a-z-]+)"', source)) | set(re.findall(r'reason="([a-z-]+)"', source))
    assert given <= listed
