"""Imports at the start: slow modules are imported when they are used, Qt never for commands."""

import subprocess
import sys

from quickdesk.__main__ import BEFORE_QT

SLOW = {
    "pypinyin",
    "opencc",
    "openpyxl",
    "icalendar",
    "dateparser",
    "keyring",
    "regex",
    "cryptography",
    "hypothesis",
    "keyboard",
    "pyperclip",
}


def modules_after(statement: str) -> set[str]:
    program = f"{statement}\nimport sys\nprint('\\n'.join(sys.modules))"
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(result.stdout.split())


def test_the_command_line_does_not_import_qt() -> None:
    loaded = modules_after("import quickdesk.cli, quickdesk.cli.main")
    assert not {name for name in loaded if name.startswith(("PySide6", "shiboken6"))}
    assert "numpy" not in loaded, "quickdesk toggle must answer at once"


def test_the_program_starts_without_slow_modules() -> None:
    assert modules_after("import quickdesk.app.main") & SLOW == set()


def test_windows_that_are_not_shown_at_the_start_are_not_imported_for_it() -> None:
    loaded = modules_after("import quickdesk.app.main")
    later = ("quickdesk.ui.editor", "quickdesk.ui.form", "quickdesk.ui.settings")
    assert {name for name in loaded if name.startswith(later)} == set()


def test_modules_without_qt_are_imported_before_it() -> None:
    before = modules_after(f"import quickdesk.__main__, {', '.join(BEFORE_QT)}")
    assert "PySide6" not in before
    with_windows = ("quickdesk.app", "quickdesk.desktop", "quickdesk.ui")
    own = {name for name in modules_after("import quickdesk.app.main") if name.startswith("quickdesk.")}
    assert {name for name in own - before if not name.startswith(with_windows)} == set()
