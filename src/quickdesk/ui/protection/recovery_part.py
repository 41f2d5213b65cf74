"""The recovery key: it is made and shown once, copied, saved or printed, and opens the customers if typed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from quickdesk.commands.data_protection import ProtectionStatus
from quickdesk.ui.controls import PushButton
from quickdesk.ui.language import follow_language
from quickdesk.ui.protection.passphrase_part import passphrase_box
from quickdesk.ui.theme import Theme, set_look

_KEY_PX = 16


class RecoveryPart(QWidget):
    """Shows a new recovery key, and takes one."""

    wanted = Signal(str)
    """A new recovery key is wanted, with the passphrase, if there is one; ``show_key`` shows it."""
    copied = Signal(str)
    saved = Signal(str)
    """Emitted with the key, which is to be saved in a file."""
    printed = Signal(str)
    """Emitted with the key, which is to be printed."""
    typed = Signal(str)
    """Emitted with a recovery key that is to open the customers."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._make, self._copy, self._save, self._print, self._open = (PushButton() for _ in range(5))
        self._key, self._about, self._typed = QLabel(), QLabel(), QLineEdit()
        self._passphrase = passphrase_box()
        self._has_key, self._is_shown = False, False
        self._key.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._key.setWordWrap(True)
        self._about.setWordWrap(True)
        set_look(self._about, "secondary")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._rows = [
            self._row(self._passphrase, self._make, self._print, self._save, self._copy),
            self._row(self._typed, self._open),
        ]
        self._column.addWidget(self._key)
        self._column.addWidget(self._about)
        for row in self._rows:
            self._column.addLayout(row)
        self._connect()
        self.set_theme(theme)
        follow_language(self, self._translate)
        self._show_parts()

    def show_status(self, status: ProtectionStatus) -> None:
        """Show what can be done with the present protection; a locked one has no new key."""
        self._has_key = status.has_recovery_key
        for part in (self._make, self._about):
            part.setVisible(not status.is_locked and not status.is_damaged)
        self._passphrase.setVisible(status.can_be_locked and not status.is_locked)
        for box in (self._typed, self._passphrase):
            box.clear()
        self._show_parts()
        self._translate()

    def show_key(self, text: str) -> None:
        """Show a new recovery key until the window is closed."""
        self._key.setText(text)
        self._is_shown = True
        self._show_parts()
        self._translate()

    def hide_key(self) -> None:
        """Forget the key that was shown."""
        self._key.clear()
        self._is_shown = False
        self._show_parts()
        self._translate()

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        self._column.setSpacing(theme.space(2))
        for row in self._rows:
            row.setSpacing(theme.space(2))
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(theme.px(_KEY_PX))
        self._key.setFont(font)

    def _row(self, *widgets: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        for widget in widgets:
            row.addWidget(widget, int(isinstance(widget, QLineEdit)))
        row.addStretch(0)
        return row

    def _connect(self) -> None:
        self._make.clicked.connect(self._on_make)
        self._passphrase.returnPressed.connect(self._on_make)
        self._passphrase.textChanged.connect(self._show_parts)
        self._copy.clicked.connect(lambda: self.copied.emit(self._key.text()))
        self._save.clicked.connect(lambda: self.saved.emit(self._key.text()))
        self._print.clicked.connect(lambda: self.printed.emit(self._key.text()))
        self._open.clicked.connect(self._on_typed)
        self._typed.returnPressed.connect(self._on_typed)
        self._typed.textChanged.connect(self._show_parts)

    def _on_make(self) -> None:
        if self._make.isEnabled():
            self.wanted.emit(self._passphrase.text())

    def _on_typed(self) -> None:
        if self._typed.text().strip():
            self.typed.emit(self._typed.text())

    def _show_parts(self) -> None:
        self._open.setEnabled(bool(self._typed.text().strip()))
        self._make.setEnabled(self._passphrase.isHidden() or bool(self._passphrase.text()))
        for part in (self._key, self._copy, self._save, self._print):
            part.setVisible(self._is_shown)

    def _translate(self) -> None:
        if self._is_shown:
            self._about.setText(
                self.tr("Print or write it down and keep it away from this computer. It is not shown again.")
            )
        elif self._has_key:
            self._about.setText(self.tr("There is one. A new one makes it invalid."))
        else:
            self._about.setText(
                self.tr("It opens the customers if their key is lost, and backups on another computer.")
            )
        self._typed.setPlaceholderText(self.tr("Type a recovery key to open customers that do not open"))
        self._passphrase.setPlaceholderText(self.tr("Passphrase, to make a recovery key"))
        for box in (self._typed, self._passphrase):
            box.setAccessibleName(box.placeholderText())
        for button, text in (
            (self._make, self.tr("Make a recovery key")),
            (self._copy, self.tr("Copy")),
            (self._save, self.tr("Save…")),
            (self._print, self.tr("Print…")),
            (self._open, self.tr("Open")),
        ):
            button.setText(text)
            button.setAccessibleName(text)
