"""Completing folders and tags from those in use: by their text, their pinyin and its initials."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

from quickdesk.text.folding import fold
from quickdesk.text.readings import initials, pinyin
from quickdesk.ui.qt_text import to_index
from quickdesk.ui.theme import set_look

_MOST_KNOWN: Final = 2_000
_MOST_SHOWN: Final = 9


@dataclass(frozen=True, slots=True)
class _Known:
    """A text in use and what finds it: the beginnings of ``spellings``, and any part of ``folded``."""

    text: str
    folded: str
    spellings: tuple[str, ...]


class PartCompleter(QCompleter):
    """Completes the part of a line before the cursor, between ``separators``; the whole line without."""

    def __init__(self, line: QLineEdit, separators: str = "") -> None:
        super().__init__(line)
        self._line = line
        self._separator = re.compile(f"[{separators}]") if separators else None
        self._known: tuple[_Known, ...] = ()
        self._before = self._after = ""
        self._rows = QStringListModel(self)
        self.setModel(self._rows)
        self.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setMaxVisibleItems(_MOST_SHOWN)
        popup = self.popup()
        if popup is not None:
            set_look(popup, "completions")
        line.textEdited.connect(self._on_edited)
        line.setCompleter(self)

    def set_known(self, texts: Sequence[str]) -> None:
        """Set the texts in use, the most important ones first."""
        self._known = tuple(map(_known, texts[:_MOST_KNOWN]))

    def matches(self, typed: str) -> list[str]:
        """Return the texts that what is typed may become: first those that begin with it."""
        wanted = fold(typed.strip())
        if not wanted:
            return []
        beginning: list[str] = []
        inside: list[str] = []
        for each in self._known:
            if each.folded == wanted:
                continue
            if any(spelling.startswith(wanted) for spelling in each.spellings):
                beginning.append(each.text)
            elif wanted in each.folded:
                inside.append(each.text)
        return [*beginning, *inside][:_MOST_SHOWN]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """Return the whole line with the completed part."""
        return f"{self._before}{super().pathFromIndex(index)}{self._after}"

    def _on_edited(self, text: str) -> None:
        at = to_index(text, self._line.cursorPosition())
        self._before, part, self._after = "", text, ""
        if self._separator is not None:
            start = max((found.end() for found in self._separator.finditer(text, 0, at)), default=0)
            following = self._separator.search(text, at)
            end = following.start() if following else len(text)
            self._before, part, self._after = text[:start], text[start:end], text[end:]
        self._rows.setStringList(self.matches(part))


def _known(text: str) -> _Known:
    parts = text.split("/")
    spellings = [fold(text)]
    for number in range(len(parts)):
        rest = "".join(parts[number:])
        spellings += [fold("/".join(parts[number:])), "".join(pinyin(rest)), initials(rest)]
    return _Known(text, fold(text), tuple(dict.fromkeys(spellings)))
