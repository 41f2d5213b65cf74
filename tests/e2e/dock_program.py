"""Shows the dock with made-up customers, and prints what is clicked in it; for ``test_dock.py``.

The first line names the centre of each part in the coordinates of the window, as JSON.
"""

import json
import sys
from datetime import UTC, datetime

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget

from quickdesk.customers.customer import Customer, Nickname, Note
from quickdesk.ui.dock.dock_values import OpenTab, dock_values, note_value
from quickdesk.ui.dock.dock_window import DockWindow
from quickdesk.ui.theme import Theme, apply
from quickdesk.ui.tokens import LIGHT

NOW = datetime(2026, 11, 29, tzinfo=UTC)
FISH = Customer("c1", (Nickname("fish", "taobao"),), phones=("13800000006",))


def _say(*words: object) -> None:
    print(*words, flush=True)


def _centre(widget: QWidget) -> tuple[int, int]:
    at = widget.mapTo(widget.window(), widget.rect().center())
    return at.x(), at.y()


def main() -> int:
    app = QApplication(sys.argv)
    theme = Theme(LIGHT)
    apply(app, theme)
    dock = DockWindow(theme, is_composited=False)
    view = dock.view
    note = note_value(Note("n1", "c1", "likes blue", NOW), NOW)
    view.show_customer(FISH, dock_values(FISH, lambda _number: ""), [note])
    view.show_tabs([OpenTab(1, "fish", is_current=True), OpenTab(2, "bear", is_current=False)])
    view.copied.connect(lambda text: _say("copied", text))
    view.switched.connect(lambda digit: _say("switched", digit))
    view.edit_clicked.connect(lambda: _say("edit"))
    view.collapse_clicked.connect(lambda: _say("height", dock.height()))
    app.focusWindowChanged.connect(lambda window: _say("focus", window) if window else None)
    dock.place_beside(app.primaryScreen().availableGeometry(), None)
    dock.show()
    assert QTest.qWaitForWindowExposed(dock)
    places = {row.accessibleName(): _centre(row) for row in view.rows}
    places |= {each.text(): _centre(each) for each in view.findChildren(QPushButton) if each.isVisible()}
    places |= {each.accessibleName(): _centre(each) for each in view.findChildren(QToolButton)}
    _say(json.dumps(places))
    return app.exec()


if __name__ == "__main__":
    raise SystemExit(main())
