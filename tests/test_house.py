"""The plan of the house holds: layers, one purpose a room, no blind catches. The plan is read from ARCHITECTURE.md, so it stays true."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "quoth"
FORBIDDEN_NAMES = {"utils", "util", "helpers", "common", "misc", "manager"}
MAY_CATCH_ALL = {"run", "cli"}
LONGEST_MODULE = 400


def read_plan(text: str) -> dict[str, int]:
    """Room → level, from the table of rooms."""
    rows = re.findall(r"^\| (\d+) \| `([\w.]+?)(?:\.py|/)` \|", text, flags=re.MULTILINE)
    return {room: int(level) for level, room in rows}


PLAN = read_plan((ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8"))
STAGES = {"read", "segment", "extract", "link", "group", "store", "score"}


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported_rooms(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "quoth":
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("quoth."):
            yield (node.module or "").split(".")[1]
        elif isinstance(node, ast.Import):
            yield from (alias.name.split(".")[1] for alias in node.names if alias.name.startswith("quoth."))


def breaches(room: str, source: str, plan: dict[str, int]) -> list[str]:
    """What is wrong with the imports of a module that stands in ``room``."""
    found = []
    for target in imported_rooms(ast.parse(source)):
        if target == room or target not in plan:
            continue
        if plan[target] > plan[room]:
            found.append(f"{room} (level {plan[room]}) imports {target} (level {plan[target]})")
        elif target in STAGES and room in STAGES:
            found.append(f"stage folder {room} imports stage folder {target}")
    return found


def blind_catches(source: str) -> list[int]:
    """Lines with a bare ``except`` or one that catches ``Exception`` or ``BaseException``."""
    lines = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ExceptHandler):
            caught = node.type
            names = caught.elts if isinstance(caught, ast.Tuple) else [caught]
            if caught is None or any(isinstance(name, ast.Name) and name.id in {"Exception", "BaseException"} for name in names):
                lines.append(node.lineno)
    return lines


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def test_every_room_stands_in_the_plan_and_the_plan_has_no_room_that_is_not_there() -> None:
    rooms = {room_of(path) for path in modules()} - {"__init__", "__main__"}
    assert rooms == set(PLAN)


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_imports_only_from_lower_rooms(path: Path) -> None:
    if room_of(path) in {"__init__", "__main__"}:
        return
    assert breaches(room_of(path), path.read_text(encoding="utf-8"), PLAN) == []


@pytest.mark.parametrize(
    ("room", "source"),
    [
        ("records", "from quoth.errors import QuothError\nfrom quoth.settings import Settings"),
        ("extract", "from quoth.store import Store"),
        ("extract", "from quoth.link.claims import align_claims"),
        ("link", "import quoth.run.add"),
        ("view", "from quoth.cli.main import main"),
        ("lexicon", "from quoth import extract"),
    ],
)
def test_the_layer_test_sees_an_import_that_goes_up_or_across(room: str, source: str) -> None:
    assert breaches(room, source, PLAN)


@pytest.mark.parametrize(
    ("room", "source"), [("cli", "from quoth.view import story"), ("extract", "import quoth.lexicon.cues"), ("link", "import re")]
)
def test_the_layer_test_lets_an_import_that_goes_down_pass(room: str, source: str) -> None:
    assert breaches(room, source, PLAN) == []


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_nothing_catches_blindly_outside_the_runner_and_the_command_line(path: Path) -> None:
    if room_of(path) not in MAY_CATCH_ALL:
        assert blind_catches(path.read_text(encoding="utf-8")) == []


def test_the_blind_catch_test_sees_one() -> None:
    assert blind_catches("try:\n    x()\nexcept Exception:\n    pass") == [3]
    assert blind_catches("try:\n    x()\nexcept (ValueError, BaseException):\n    pass") == [3]
    assert blind_catches("try:\n    x()\nexcept ValueError:\n    pass") == []


def test_only_one_place_in_the_runner_and_one_in_the_command_line_catch_all() -> None:
    places: dict[str, int] = dict.fromkeys(MAY_CATCH_ALL, 0)
    for path in modules():
        if room_of(path) in MAY_CATCH_ALL:
            places[room_of(path)] += len(blind_catches(path.read_text(encoding="utf-8")))
    assert all(count <= 1 for count in places.values()), places


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_has_no_assert_is_not_too_long_and_is_named_for_a_purpose(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert not [node.lineno for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Assert)]
    assert len(source.splitlines()) <= LONGEST_MODULE
    assert path.stem not in FORBIDDEN_NAMES
    assert path.parent.name not in FORBIDDEN_NAMES


def test_only_exceptions_protocols_and_named_tuples_inherit() -> None:
    allowed = {"Exception", "Protocol", "NamedTuple", "Enum"}
    for path in modules():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef) and path.name != "errors.py":
                bases = {ast.unparse(base).split("[")[0].split(".")[-1] for base in node.bases}
                assert bases <= allowed | {"Group", "Command"}, f"{path}: {node.name}({bases})"
