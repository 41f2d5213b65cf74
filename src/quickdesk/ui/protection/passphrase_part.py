"""The boxes for a new passphrase, typed twice, with the warning that it cannot be recovered."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from quickdesk.commands.data_protection import ProtectionMethod, ProtectionStatus
from quickdesk.ui.controls import PushButton
from quickdesk.ui.language import follow_language
from quickdesk.ui.theme import Theme, set_look


class PassphrasePart(QWidget):
    """Sets, changes and removes the passphrase."""

    chosen = Signal(str, str)
    """Emitted with a new passphrase, which was typed twice, and the one until now, empty if there is none."""
    differing = Signal()
    """Emitted when the two boxes are not the same."""
    removed = Signal(str)
    """Emitted with the passphrase until now."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._old, self._first, self._second = passphrase_box(), passphrase_box(), passphrase_box()
        self._warning, self._set, self._remove = QLabel(), PushButton(), PushButton()
        self._warning.setWordWrap(True)
        set_look(self._warning, "secondary")
        self._has_passphrase = self._has_recovery_key = False
        self._buttons = QHBoxLayout()
        for button in (self._set, self._remove):
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self._old, self._first, self._second, self._warning):
            self._column.addWidget(part)
        self._column.addLayout(self._buttons)
        self._set.clicked.connect(self._on_set)
        self._second.returnPressed.connect(self._on_set)
        self._remove.clicked.connect(lambda: self.removed.emit(self._old.text()))
        for box in (self._old, self._first, self._second):
            box.textChanged.connect(self._update)
        self.set_theme(theme)
        follow_language(self, self._translate)
        self._update()

    def show_status(self, status: ProtectionStatus) -> None:
        """Show the buttons for the present protection, and empty the boxes."""
        self._has_passphrase = status.method is ProtectionMethod.PASSPHRASE
        self._has_recovery_key = status.has_recovery_key
        for part in (self._old, self._remove):
            part.setVisible(self._has_passphrase)
        for box in (self._old, self._first, self._second):
            box.clear()
        self._update()
        self._translate()

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        self._column.setSpacing(theme.space(2))
        self._buttons.setSpacing(theme.space(2))

    def _on_set(self) -> None:
        if not self._set.isEnabled():
            return
        if self._first.text() != self._second.text():
            self.differing.emit()
            return
        self.chosen.emit(self._first.text(), self._old.text())

    def _update(self) -> None:
        has_old = bool(self._old.text()) or not self._has_passphrase
        self._set.setEnabled(bool(self._first.text() and self._second.text()) and has_old)
        self._remove.setEnabled(has_old)

    def _translate(self) -> None:
        self._first.setPlaceholderText(self.tr("New passphrase, at least eight characters"))
        self._second.setPlaceholderText(self.tr("The same again"))
        self._old.setPlaceholderText(self.tr("Passphrase until now, to change or remove it"))
        for box in (self._old, self._first, self._second):
            box.setAccessibleName(box.placeholderText())
        if self._has_recovery_key:
            warning = self.tr(
                "A forgotten passphrase cannot be recovered: only the recovery key opens the customers then."
            )
        else:
            warning = self.tr(
                "A forgotten passphrase cannot be recovered, and there is no recovery key yet that would "
                "open the "
                "customers then: make one below."
            )
        self._warning.setText(warning)
        is_set = self._has_passphrase
        self._set.setText(self.tr("Change passphrase") if is_set else self.tr("Set passphrase"))
        self._remove.setText(self.tr("Remove passphrase"))
        for button in (self._set, self._remove):
            button.setAccessibleName(button.text())


def passphrase_box() -> QLineEdit:
    """Return a box whose text is not shown and not learnt by input methods."""
    box = QLineEdit()
    box.setEchoMode(QLineEdit.EchoMode.Password)
    return box
