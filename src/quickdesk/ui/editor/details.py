"""The code, folder and tags of a reply in one row, and below them the other ways to ask and the remark."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from quickdesk.replies.asks import join_asks, split_asks
from quickdesk.replies.snippet import Snippet, folder_of
from quickdesk.ui.controls import GrowingEdit
from quickdesk.ui.editor.completion import PartCompleter
from quickdesk.ui.language import follow_language
from quickdesk.ui.qt_text import inline_text
from quickdesk.ui.theme import Theme, set_look

_SEPARATORS = r"\s,，、;；#"
_BETWEEN_TAGS = re.compile(f"[{_SEPARATORS}]+")
_MOST_HOLDERS = 2
_GAP_ROWS = (3, 6)


class Details(QWidget):
    """Edits code, folder, tags, other ways to ask and remark.

    ``code_edited`` carries the code; answer it with ``show_code_holders``.
    """

    code_edited = Signal(str)
    edited = Signal()

    def __init__(self, snippet: Snippet) -> None:
        super().__init__()
        self._code, self._folder, self._tags, self._asks = QLineEdit(), QLineEdit(), QLineEdit(), QLineEdit()
        self._remark = GrowingEdit()
        self.fill(snippet)
        self._folders = PartCompleter(self._folder)
        self._known_tags = PartCompleter(self._tags, _SEPARATORS)
        self._holders = QLabel()
        self._holder_titles: Sequence[str] = ()
        self._holders.setTextFormat(Qt.TextFormat.PlainText)
        self._holders.setWordWrap(True)
        self._holders.hide()
        set_look(self._holders, "warning")
        self._lay_out()
        self._code.textChanged.connect(self._on_code_changed)
        for edit in (self._code, self._folder, self._tags, self._asks, self._remark):
            edit.textChanged.connect(self.edited)
        follow_language(self, self._translate)

    @property
    def values(self) -> dict[str, Any]:
        """The fields of the snippet that are edited here, by name."""
        tags = (tag for tag in _BETWEEN_TAGS.split(self._tags.text()) if tag)
        return {
            "code": self._code.text().strip(),
            "folder": folder_of(self._folder.text()),
            "tags": tuple(dict.fromkeys(tags)),
            "remark": self._remark.toPlainText().strip(),
            "asks": self._edited_asks,
        }

    def set_known(self, folders: Sequence[str], tags: Sequence[str]) -> None:
        """Set the folders and tags in use, which are offered while one is typed."""
        self._folders.set_known(folders)
        self._known_tags.set_known([tag for tag in tags if not _BETWEEN_TAGS.search(tag)])

    def fill(self, snippet: Snippet) -> None:
        """Replace the values by those of a snippet."""
        self._known_asks = snippet.asks
        self._code.setText(snippet.code)
        self._folder.setText(snippet.folder_path)
        self._tags.setText(" ".join(snippet.tags))
        self._asks.setText(join_asks(snippet.asks))
        self._asks.setCursorPosition(0)
        self._remark.setPlainText(snippet.remark)

    @property
    def _edited_asks(self) -> tuple[str, ...]:
        line = self._asks.text()  # an ask that contains a separator stays whole while nothing is changed
        return self._known_asks if line == join_asks(self._known_asks) else split_asks(line)

    @property
    def further_height(self) -> int:
        """The height in pixels of all that is below the code, with the gap."""
        return self._remark.geometry().bottom() - self._code.geometry().bottom()

    def follow_in_tab_order(self, before: QWidget, after: QWidget) -> None:
        """Let Tab go from ``before`` through the fields to ``after``."""
        chain = (before, self._code, self._folder, self._tags, self._asks, self._remark, after)
        for first, second in pairwise(chain):
            QWidget.setTabOrder(first, second)

    def show_code_holders(self, titles: Sequence[str]) -> None:
        """Warn that other replies have this code, which is allowed but rarely intended."""
        self._holder_titles = titles
        named = self.tr(", ").join(inline_text(title) for title in titles[:_MOST_HOLDERS])
        if len(titles) > _MOST_HOLDERS:
            text = self.tr("This code already belongs to: {titles} and {count} more")
            text = text.replace("{count}", str(len(titles) - _MOST_HOLDERS))
        else:
            text = self.tr("This code already belongs to: {titles}")
        text = text.replace("{titles}", named) if titles else ""
        self._holders.setText(text)
        self._holders.setVisible(bool(text))
        self._code.setAccessibleDescription(text)

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        self._grid.setHorizontalSpacing(theme.space(3))
        self._grid.setVerticalSpacing(theme.space())
        for row in _GAP_ROWS:
            self._grid.setRowMinimumHeight(row, theme.space())

    def _lay_out(self) -> None:
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._names = (QLabel(), QLabel(), QLabel())
        lines = (self._code, self._folder, self._tags)
        for column, (label, line) in enumerate(zip(self._names, lines, strict=True)):
            label.setBuddy(line)
            self._grid.addWidget(label, 0, column)
            self._grid.addWidget(line, 1, column)
            self._grid.setColumnStretch(column, 1 if column == 0 else 2)
        self._grid.addWidget(self._holders, 2, 0, 1, len(lines))
        self._further_names = (QLabel(), QLabel())
        for number, (label, edit) in enumerate(
            zip(self._further_names, (self._asks, self._remark), strict=True)
        ):
            row = _GAP_ROWS[number]
            label.setBuddy(edit)
            self._grid.addWidget(label, row + 1, 0, 1, len(lines))
            self._grid.addWidget(edit, row + 2, 0, 1, len(lines))

    def _translate(self) -> None:
        self._code.setPlaceholderText(self.tr("e.g. tk"))
        self._folder.setPlaceholderText(self.tr("After-sales/Returns"))
        self._tags.setPlaceholderText(self.tr("Separate with spaces"))
        self._remark.setPlaceholderText(self.tr("For colleagues only: never pasted, not searched"))
        self._asks.setPlaceholderText(self.tr("As buyers put it, separated by semicolons; finds the reply"))
        names = (
            self.tr("Code"),
            self.tr("Folder"),
            self.tr("Tags"),
            self.tr("Other ways to ask"),
            self.tr("Remark"),
        )
        for label, name in zip((*self._names, *self._further_names), names, strict=True):
            label.setText(name)
            label.buddy().setAccessibleName(name)
        self.show_code_holders(self._holder_titles)

    def _on_code_changed(self) -> None:
        self.code_edited.emit(self.values["code"])
