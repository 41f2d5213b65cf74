"""Only desktop/ reads QClipboard: during an offer, that would block the program.

See ``docs/decisions/0005-our-own-selection-owner.md``; our windows paste with ``ui/paste_filter.py``.
"""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "quickdesk"
_READS = frozenset({"clipboard", "paste", "canPaste", "createStandardContextMenu", "QClipboard"})
_TOOLKIT = frozenset({"QGuiApplication", "QApplication", "app", "_app", "super"})
_OUTSIDE = [path for path in SOURCE.rglob("*.py") if path.relative_to(SOURCE).parts[0] != "desktop"]


def reads(source: str) -> list[str]:
    """Return the expressions of a source that make Qt read its clipboard."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("PySide6"):
            found += [each.name for each in node.names if each.name == "QClipboard"]
        if isinstance(node, ast.Attribute) and node.attr in _READS and _is_toolkits(node):
            found.append(node.attr)
    return found


def _is_toolkits(node: ast.Attribute) -> bool:
    """Return whether it is a name of Qt: ``clipboard`` is used by quickdesk as well."""
    owner = node.value.func if isinstance(node.value, ast.Call) else node.value
    name = owner.attr if isinstance(owner, ast.Attribute) else owner.id if isinstance(owner, ast.Name) else ""
    return (
        node.attr in ("canPaste", "createStandardContextMenu", "QClipboard")
        or (node.attr == "clipboard" and name in _TOOLKIT)
        or (node.attr == "paste" and name in ("widget", "line", "box", "_body", "_line", "super"))
    )


def test_no_window_reads_the_toolkits_clipboard() -> None:
    assert {path: found for path in _OUTSIDE if (found := reads(path.read_text("utf-8")))} == {}


@pytest.mark.parametrize(
    "source",
    [
        "from PySide6.QtGui import QClipboard",
        "QGuiApplication.clipboard().text()",
        "QApplication.clipboard()",
        "self._app.clipboard()",
        "super().paste()",
        "widget.paste()",
        "self._title.createStandardContextMenu()",
    ],
)
def test_what_would_read_it_is_found(source: str) -> None:
    assert reads(source)
