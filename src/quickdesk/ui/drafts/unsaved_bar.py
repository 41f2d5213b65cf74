"""A bar inside a window that asks what to do with unsaved changes, without a modal dialog."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from quickdesk.ui.controls import PushButton
from quickdesk.ui.language import follow_language
from quickdesk.ui.theme import Theme, set_look


class UnsavedBar(QFrame):
    """Hidden until ``ask``, and after the answer. The default answer is to keep editing."""

    discarded = Signal()
    put_off = Signal()
    """The changes are to be kept as a draft."""
    kept = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, has_drafts: bool = True) -> None:
        """``has_drafts`` is whether the window can keep its changes as a draft."""
        super().__init__(parent)
        self._question = QLabel()
        self._discard, self._put_off = PushButton(), PushButton()
        self._keep = PushButton()
        set_look(self, "notice")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._question, 1)
        self._question.setWordWrap(True)
        for button in (self._discard, self._put_off, self._keep):
            self._row.addWidget(button)
        self._put_off.setVisible(has_drafts)
        self._put_off.clicked.connect(self.hide)
        self._put_off.clicked.connect(self.put_off)
        self._discard.clicked.connect(self._on_discard_clicked)
        self._keep.clicked.connect(self.keep)
        self.set_theme(theme)
        follow_language(self, self._translate)
        self.hide()

    def ask(self) -> None:
        """Show the question."""
        self.show()
        self._keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> None:
        """Hide the question and keep editing."""
        self.hide()
        self.kept.emit()

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        self._row.setContentsMargins(theme.space(3), theme.space(2), theme.space(2), theme.space(2))
        self._row.setSpacing(theme.space(2))

    def _translate(self) -> None:
        self._question.setText(self.tr("You have unsaved changes."))
        self._discard.setText(self.tr("Discard"))
        self._put_off.setText(self.tr("Keep as draft"))
        self._keep.setText(self.tr("Keep editing"))
        self.setAccessibleName(self._question.text())
        for button in (self._discard, self._put_off, self._keep):
            button.setAccessibleName(button.text())

    def _on_discard_clicked(self) -> None:
        self.hide()
        self.discarded.emit()
