"""Rules that the linters do not have: sizes, the packages that may use Qt, how often tests may patch."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "quickdesk"
FILES = sorted(SOURCE.rglob("*.py"))

MAX_FILE_LINES = 350
MAX_FUNCTION_LINES = 50
MAX_FOLDER_MODULES = 18
MAX_PATCHES_PER_TEST = 0.05
FORBIDDEN_NAMES = {"utils", "helpers", "common", "misc", "manager", "handler", "base"}
WIDGET_ROOMS = {"ui", "app"}
QT_ROOMS = {"ui", "desktop", "app"}


def room_of(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0]


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def test_a_file_does_one_thing() -> None:
    for path in FILES:
        assert len(path.read_text("utf-8").splitlines()) <= MAX_FILE_LINES, path
        for function in functions(path):
            lines = (function.end_lineno or 0) - function.lineno
            assert lines < MAX_FUNCTION_LINES, (path, function.name)
        assert path.stem not in FORBIDDEN_NAMES, path
        assert len(path.relative_to(SOURCE).parts) <= 3, f"{path}: folders are at most two deep"


def test_qt_stays_in_its_rooms() -> None:
    for path in FILES:
        names = set(imported(path))
        if room_of(path) not in QT_ROOMS:
            assert not any(name.split(".")[0] == "PySide6" for name in names), path
        if room_of(path) not in WIDGET_ROOMS:
            assert not any(name.startswith("PySide6.QtWidgets") for name in names), path


def test_every_module_says_what_it_is() -> None:
    silent = [
        path
        for path in FILES
        if path.stem != "__init__" and not ast.get_docstring(ast.parse(path.read_text("utf-8")))
    ]
    assert silent == []


def test_folders_stay_small() -> None:
    for folder in {path.parent for path in FILES}:
        assert len([path for path in folder.glob("*.py") if path.stem != "__init__"]) <= MAX_FOLDER_MODULES, (
            folder
        )


def test_tests_pass_things_in_instead_of_patching() -> None:
    patches = tests = 0
    for path in (ROOT / "tests").rglob("*.py"):
        if path == Path(__file__):
            continue
        text = path.read_text("utf-8")
        patches += len(re.findall(r"monkeypatch\.(?:setattr|setitem|setenv|delenv)|mock\.patch|@patch", text))
        tests += len(re.findall(r"^\s*(?:async )?def test_", text, re.MULTILINE))
    assert patches <= MAX_PATCHES_PER_TEST * tests, (patches, tests)


def test_no_address_of_a_package_registry_stands_in_the_tree() -> None:
    hosts = ("py" + "pi.org", "python" + "hosted", "deb.debian" + ".org", "npm" + "js.")
    for path in ROOT.rglob("*"):
        parts = path.relative_to(ROOT).parts
        if (
            parts[0] in (".git", ".venv")
            or "__pycache__" in parts
            or any(part.endswith("_cache") for part in parts)
        ):
            continue
        if path.is_file() and path.suffix in {".py", ".toml", ".txt", ".md", ".sh", ".cfg", ".yml", ""}:
            text = path.read_text("utf-8", errors="replace")
            assert not any(host in text for host in hosts), path
