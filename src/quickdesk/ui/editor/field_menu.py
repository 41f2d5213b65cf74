"""The menu that inserts a field into a body, spelled in the language of the program."""

import re
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from quickdesk.ui.translated import follow_language


class FieldMenu(QMenu):
    """``chosen(str, int, int)``: the text of a field, and start and length of the part to select."""

    chosen = Signal(str, int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        follow_language(self, self._translate)

    def _translate(self) -> None:
        self.clear()
        self.setAccessibleName(self.tr("Fields"))
        self._add_named(self.tr("Fill-in field"), self.tr("{name}", "field in a reply"))
        self._add_named(
            self.tr("Fill-in field with a default"), self.tr("{name:default}", "field in a reply")
        )
        self._add_named(self.tr("Choice"), self.tr("{name|first|second}", "field in a reply"))
        self.addSeparator()
        self._add_special(self.tr("Today's date"), self.tr("{date}", "field in a reply"))
        self._add_special(self.tr("Current time"), self.tr("{time}", "field in a reply"))
        self._add_special(self.tr("Clipboard text"), self.tr("{clipboard}", "field in a reply"))
        self._add_special(self.tr("Cursor position"), self.tr("{cursor}", "field in a reply"))

    def _add_named(self, label: str, field: str) -> None:
        name = re.split(r"[:|}]", field[1:], maxsplit=1)[0]
        self.addAction(label, partial(self.chosen.emit, field, 1, len(name)))

    def _add_special(self, label: str, field: str) -> None:
        self.addAction(label, partial(self.chosen.emit, field, len(field), 0))
