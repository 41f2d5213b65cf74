"""The real program, and a file of notes about what its palette painted and when.

``python watched_program.py NOTES`` runs what ``quickdesk`` runs. A filter looks on at the search box and at
the list beside the program's own work and writes a line of JSON for each thing it sees, with times of
CLOCK_MONOTONIC, which every process of a machine shares. What was painted is told when it has been handed to
the display, not when painting began.
"""

import json
import os
import sys
import time
from collections.abc import Sequence
from typing import Any

ROWS = 9
"""How many rows of a painted list are noted."""


def run(notes: str) -> int:
    """Run the program to its end."""
    # Nothing of Qt is loaded before: the builder's process reads this file too.
    from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
    from PySide6.QtWidgets import QApplication

    from quickdesk import __main__ as entrance
    from quickdesk.app import main
    from quickdesk.ui.palette.empty import PaletteEmpty
    from quickdesk.ui.palette.model import HIT_ROLE
    from quickdesk.ui.palette.result_list import ResultList
    from quickdesk.ui.palette.search_box import SearchBox
    from quickdesk.ui.palette.window import Palette

    class Watch(QObject):
        """Looks on at one palette."""

        _PAINTED = QEvent.Type(QEvent.registerEventType())

        def __init__(self, palette: Palette) -> None:
            super().__init__()
            self._file = os.open(notes, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            self._palette, self._shown = palette, ""
            self._seen: list[tuple[str, str, list[str]]] = []
            self._box: SearchBox = _child(palette, SearchBox)
            self._list: ResultList = _child(palette, ResultList)
            self._answers = (self._list.viewport(), _child(palette, PaletteEmpty))
            for widget in (self._box, *self._answers):
                widget.installEventFilter(self)
            self._show_hits = palette.show_hits
            palette.show_hits = self._on_hits  # type: ignore[method-assign]

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                if not self._seen:  # painting is handed over before the next event that was posted
                    posted = QEvent(self._PAINTED)
                    QCoreApplication.postEvent(self, posted, Qt.EventPriority.HighEventPriority.value)
                of_box = watched is self._box
                self._seen.append(
                    ("letter", self._palette.query, []) if of_box else ("list", self._shown, self._rows())
                )
            elif event.type() == QEvent.Type.KeyPress and watched is self._box:
                self._note("key", self._palette.query, time.monotonic_ns())
            return False

        def event(self, event: QEvent) -> bool:
            if event.type() != self._PAINTED:
                return super().event(event)
            now = time.monotonic_ns()
            seen, self._seen = self._seen, []
            for what, query, rows in seen:
                self._note(what, query, now, rows)
            return True

        def _on_hits(self, query: str, hits: Sequence[Any]) -> None:
            found = time.monotonic_ns()
            self._show_hits(query, hits)
            if query == self._palette.query:
                self._shown = query
                now = time.monotonic_ns()
                self._note("found", query, found)
                self._note("shown", query, now)

        def _rows(self) -> list[str]:
            model = self._list.model()
            found = (model.index(row, 0).data(HIT_ROLE) for row in range(min(model.rowCount(), ROWS)))
            return [hit.snippet.id for hit in found]

        def _note(self, what: str, query: str, at_ns: int, rows: Sequence[str] = ()) -> None:
            line = json.dumps({"what": what, "query": query, "at_ns": at_ns, "rows": list(rows)})
            os.write(self._file, line.encode() + b"\n")

    class WatchedApplication(QApplication):
        """Begins to look on when everything is built."""

        def exec(self) -> int:  # type: ignore[override]
            palettes = [each for each in self.topLevelWidgets() if isinstance(each, Palette)]
            watches = [Watch(each) for each in palettes]
            assert watches
            return super().exec()

    main.QApplication = WatchedApplication  # type: ignore[misc]
    sys.argv = ["quickdesk"]
    return entrance.main()


def _child(parent: Any, kind: type) -> Any:
    found = parent.findChild(kind)
    assert found is not None, kind
    return found


if __name__ == "__main__":
    sys.exit(run(sys.argv[1]))
