"""Watches the palette inside the program and writes a line of JSON for each event.

Times are those of CLOCK_MONOTONIC, which all processes of a machine share. A painting is recorded when it
has been sent to the display, not when it begins.
"""

import json
import os
import time
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from quickdesk.search.hit import Hit
from quickdesk.ui.palette.empty_page import EmptyPage
from quickdesk.ui.palette.search_box import SearchBox
from quickdesk.ui.palette.window import Palette
from quickdesk.ui.results.model import HIT_ROLE
from quickdesk.ui.results.result_list import ResultList

ROWS = 9
"""The number of recorded rows of a painted list."""


def watching(notes: str) -> type[QApplication]:
    """Return an application that writes notes about the palette that exists when it starts to run."""

    class WatchedApplication(QApplication):
        def exec(self) -> int:  # type: ignore[override]
            palettes = (each for each in self.topLevelWidgets() if isinstance(each, Palette))
            watch = PaletteWatch(next(palettes), notes)
            try:
                return super().exec()
            finally:
                watch.close()

    return WatchedApplication


class PaletteWatch(QObject):
    """Watches one palette."""

    def __init__(self, palette: Palette, notes: str) -> None:
        super().__init__()
        self._file = os.open(notes, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        self._palette, self._shown = palette, ""
        self._seen: list[tuple[str, str, list[str]]] = []
        self._box = _child(palette, SearchBox)
        self._list = _child(palette, ResultList)
        for widget in (self._box, self._list.viewport(), _child(palette, EmptyPage)):
            widget.installEventFilter(self)
        self._show_hits, self._event = palette.show_hits, palette.event
        palette.show_hits = self._on_hits  # type: ignore[method-assign]
        palette.event = self._on_event  # type: ignore[method-assign]

    def close(self) -> None:
        os.close(self._file)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - a name of Qt
        if event.type() == QEvent.Type.Paint:
            self._on_paint(is_box=watched is self._box)
        elif event.type() == QEvent.Type.KeyPress and watched is self._box:
            self._note("key", self._palette.query, time.monotonic_ns())
        return False

    def _on_event(self, event: QEvent) -> bool:
        done = self._event(event)
        if event.type() == QEvent.Type.UpdateRequest:  # all painting of this event has been sent
            now = time.monotonic_ns()
            seen, self._seen = self._seen, []
            for what, query, rows in seen:
                self._note(what, query, now, rows)
        return done

    def _on_paint(self, *, is_box: bool) -> None:
        self._seen.append(
            ("letter", self._palette.query, []) if is_box else ("list", self._shown, self._rows())
        )

    def _on_hits(self, query: str, hits: Sequence[Hit], *, has_replies: bool = True) -> None:
        found = time.monotonic_ns()
        self._show_hits(query, hits, has_replies=has_replies)
        if query == self._palette.query:
            self._shown = query
            shown = time.monotonic_ns()
            self._note("found", query, found)
            self._note("shown", query, shown)

    def _rows(self) -> list[str]:
        model = self._list.model()
        found = (model.index(row, 0).data(HIT_ROLE) for row in range(min(model.rowCount(), ROWS)))
        return [hit.snippet.id for hit in found]

    def _note(self, what: str, query: str, at_ns: int, rows: Sequence[str] = ()) -> None:
        line = json.dumps({"what": what, "query": query, "at_ns": at_ns, "rows": list(rows)})
        os.write(self._file, line.encode() + b"\n")


def _child(parent: QObject, kind: type) -> Any:
    found = parent.findChild(kind)
    assert found is not None, kind
    return found
