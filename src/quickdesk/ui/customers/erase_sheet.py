"""The question before a customer is erased for good; it covers the window until the customer is erased."""

from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from quickdesk.ui.controls import PushButton
from quickdesk.ui.customers.cover import Cover
from quickdesk.ui.language import follow_language
from quickdesk.ui.qt_text import inline_text
from quickdesk.ui.theme import Theme, set_look

_MOST: Final = 60
"""The characters of a label that are shown."""
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EraseSheet(Cover):
    """Ctrl+Enter erases; Esc keeps, and so does Enter, because the button that keeps has the focus."""

    accepted = Signal(str)
    """The id of the customer to erase; the sheet stays until ``finish``."""
    cancelled = Signal()

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._facts: Mapping[str, Any] = {"id": "", "label": "", "notes": 0, "cases": 0}
        self._is_busy = False
        self._heading, self._counts, self._text, self._end = (QLabel() for _ in range(4))
        self._erase, self._keep = PushButton(), PushButton()
        self._column, self._buttons = QVBoxLayout(self), QHBoxLayout()
        self._build()
        self.set_theme(theme)
        follow_language(self, self._translate)

    def ask(self, facts: Mapping[str, Any]) -> None:
        """Ask about the customer of an answer of ``customer erase`` without ``yes``."""
        self._facts = facts
        self._set_busy(is_busy=False)
        self.cover()
        self._keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        """Hide the sheet, because the customer is erased or cannot be; nothing of it is kept here."""
        self.hide()
        self._facts = {"id": "", "label": "", "notes": 0, "cases": 0}
        self._set_busy(is_busy=False)

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        space = theme.space
        self._column.setContentsMargins(space(6), space(5), space(6), space(5))
        self._column.setSpacing(space(3))
        self._buttons.setSpacing(space(2))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Erase or keep; a held key does neither."""
        is_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Escape:
            self._on_keep()
        elif event.key() in _ENTER and is_control and not event.isAutoRepeat():
            self._on_erase()
        event.accept()

    def _build(self) -> None:
        set_look(self._heading, "heading")
        set_look(self._counts, "secondary")
        set_look(self._end, "danger")
        for label in (self._heading, self._counts, self._text, self._end):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            self._column.addWidget(label)
        self._buttons.addWidget(self._erase)
        self._buttons.addStretch(1)
        self._buttons.addWidget(self._keep)
        self._column.addStretch(1)
        self._column.addLayout(self._buttons)
        self._erase.clicked.connect(self._on_erase)
        self._keep.clicked.connect(self._on_keep)

    def _set_busy(self, *, is_busy: bool) -> None:
        self._is_busy = is_busy
        for button in (self._erase, self._keep):
            button.setEnabled(not is_busy)
        self._translate()

    def _on_erase(self) -> None:
        if self._facts["id"] and not self._is_busy:
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # keys stay here while the buttons are disabled
            self._set_busy(is_busy=True)
            self.accepted.emit(self._facts["id"])

    def _on_keep(self) -> None:
        if not self._is_busy:
            self.finish()
            self.cancelled.emit()

    def _translate(self) -> None:
        label = inline_text(self._facts["label"][:_MOST])
        self._heading.setText(self.tr("Erase {label} for good?").replace("{label}", label))
        counts = self.tr("Notes: {notes}, cases: {cases}")
        for name in ("notes", "cases"):
            counts = counts.replace(f"{{{name}}}", str(self._facts[name]))
        self._counts.setText(counts)
        self._text.setText(
            self.tr(
                "The card goes with its notes, orders, cases and timeline, and so do cards in the trash that "
                "have the same nickname or phone. Nothing of it is left in any file, journal or backup in "
                "the data folder, nor in the history of undo. Backups there that cannot be read are deleted, "
                "because nobody can tell what is in them. Backups and exports in other places still have it."
            )
        )
        is_busy = self._is_busy
        self._end.setText(self.tr("Erasing…") if is_busy else self.tr("This cannot be undone."))
        for button, text in (
            (self._erase, self.tr("Erase for good (Ctrl+Enter)")),
            (self._keep, self.tr("Keep (Esc)")),
        ):
            button.setText(text)
            button.setAccessibleName(text)
        self.setAccessibleName(self._heading.text())
