"""The grid of a settings page: groups with a heading, and rows of a name and a widget."""

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from quickdesk.ui.theme import Theme, set_look

TextSource: TypeAlias = Callable[[], str]
"""A function that returns a text in the current language."""

_NAMES_WIDTH = 120


class PageGrid(QGridLayout):
    """A grid of two columns; rows are appended."""

    def __init__(self) -> None:
        super().__init__()
        self._gaps: list[QWidget] = []
        self._control_labels: list[QLabel] = []
        self._labels: list[tuple[QLabel, TextSource]] = []
        self.setColumnStretch(1, 1)

    def add_wide(self, content: QWidget) -> None:
        """Add a widget that spans both columns."""
        self.addWidget(content, self.rowCount(), 0, 1, 2)

    def add_group(self, name: TextSource) -> None:
        """Add a heading, with a gap above it."""
        row = self.rowCount()
        gap = QWidget()
        self._gaps.append(gap)
        self.addWidget(gap, row, 0)
        label = self._label(name)
        set_look(label, "group")
        self.addWidget(label, row + 1, 0, 1, 2)

    def add_row(self, name: TextSource, content: QWidget) -> None:
        """Add a widget with its name, which also becomes the accessible name of the widget."""
        row = self.rowCount()
        label = self._label(name)
        label.setWordWrap(True)  # else long names and large text make the page wider than a small monitor
        label.setBuddy(content)
        if not isinstance(content, QLabel):
            self._control_labels.append(label)
        self.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        self.addWidget(content, row, 1)

    def add_note(self, text: TextSource) -> None:
        """Add a secondary text in the second column."""
        note = self._label(text)
        note.setWordWrap(True)
        set_look(note, "secondary")
        self.addWidget(note, self.rowCount(), 1)

    def end(self) -> None:
        """Add a stretch after the last row."""
        self.setRowStretch(self.rowCount(), 1)

    def translate(self) -> None:
        """Set all names and notes in the current language."""
        for label, text in self._labels:
            label.setText(text())
            if label.buddy() is not None:
                label.buddy().setAccessibleName(text())

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        self.setHorizontalSpacing(theme.space(4))
        self.setVerticalSpacing(theme.space(2))
        self.setColumnMinimumWidth(0, theme.px(_NAMES_WIDTH))
        for gap in self._gaps:
            gap.setFixedHeight(theme.space(2))
        for label in self._control_labels:
            label.setMinimumHeight(theme.space(7) + 2)  # as high as a line with its frame

    def _label(self, text: TextSource) -> QLabel:
        label = QLabel()
        self._labels.append((label, text))
        return label
