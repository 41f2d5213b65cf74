"""The grid of a page of settings: groups with a heading, and rows of a name beside what is chosen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from quickdesk.ui.theme import Theme, mark

_NAMES_WIDTH = 120


class PageGrid(QGridLayout):
    """Two columns; everything is added at the end."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._gaps: list[QWidget] = []
        self._names_of_controls: list[QLabel] = []
        self.setColumnStretch(1, 1)

    def add_wide(self, content: QWidget) -> None:
        """Add something that takes both columns."""
        self.addWidget(content, self.rowCount(), 0, 1, 2)

    def add_group(self, name: str) -> None:
        """Add a heading, apart from what is above it."""
        row = self.rowCount()
        gap = QWidget()
        self._gaps.append(gap)
        self.addWidget(gap, row, 0)
        label = QLabel(name)
        mark(label, "group")
        self.addWidget(label, row + 1, 0, 1, 2)

    def add_row(self, name: str, content: QWidget) -> None:
        """Add one choice or fact with its name, which may be empty."""
        row = self.rowCount()
        label = QLabel(name)
        label.setBuddy(content)
        if name:
            content.setAccessibleName(name)
        if not isinstance(content, QLabel):
            self._names_of_controls.append(label)
        self.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        self.addWidget(content, row, 1)

    def add_note(self, text: str) -> None:
        """Add a quiet sentence beside the names."""
        self.add_row("", quiet(text))

    def end(self) -> None:
        """Keep what was added at the top."""
        self.setRowStretch(self.rowCount(), 1)

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        edge = theme.space(5)
        self.setContentsMargins(edge, theme.space(3), edge, edge)
        self.setHorizontalSpacing(theme.space(4))
        self.setVerticalSpacing(theme.space(2))
        self.setColumnMinimumWidth(0, theme.px(_NAMES_WIDTH))
        for gap in self._gaps:
            gap.setFixedHeight(theme.space(2))
        for label in self._names_of_controls:
            label.setMinimumHeight(theme.space(7) + 2)  # as high as a line with its frame


def quiet(text: str) -> QLabel:
    """Return a secondary sentence that wraps."""
    label = QLabel(text)
    label.setWordWrap(True)
    mark(label, "secondary")
    return label
