"""The window in which the protection of customers is seen and changed, and in which they are unlocked.

It changes nothing itself: it emits what is wanted and is told what came of it.
"""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QScreen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from quickdesk.commands.data_protection import ProtectionStatus
from quickdesk.ui.controls import PushButton
from quickdesk.ui.icons import app_icon
from quickdesk.ui.language import follow_language
from quickdesk.ui.notice import Notice, NoticeBar
from quickdesk.ui.placement import open_framed, rescale
from quickdesk.ui.protection.passphrase_part import PassphrasePart, passphrase_box
from quickdesk.ui.protection.protection_words import passphrases_differ, protection_notice
from quickdesk.ui.protection.recovery_part import RecoveryPart
from quickdesk.ui.theme import Theme, set_look

_WIDTH, _HEIGHT = 560, 560


class ProtectionWindow(QWidget):
    """Shows the protection; while customers are locked, first of all the box for the passphrase."""

    unlock_requested = Signal(str)
    lock_requested = Signal()
    protect_requested = Signal(str, str)
    unprotect_requested = Signal(str)
    recovery_key_requested = Signal(str)
    recover_requested = Signal(str)
    rekey_requested = Signal()
    copy_requested = Signal(str)
    save_requested = Signal(str)
    print_requested = Signal(str)

    def __init__(self, status: ProtectionStatus, theme: Theme) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._theme, self._status = theme, status
        self.setWindowIcon(app_icon())
        self._state, self._result = NoticeBar(theme, look="card"), NoticeBar(theme)
        self._box, self._unlock, self._lock, self._rekey = (
            passphrase_box(), PushButton(), PushButton(), PushButton()
        )  # fmt: skip
        self._titles = [QLabel() for _ in range(3)]
        self._rekey_note = QLabel()
        self._passphrase, self._recovery = PassphrasePart(theme), RecoveryPart(theme)
        self._build()
        self._connect()
        self.set_theme(theme)
        follow_language(self, self._translate)
        self.show_status(status)

    @property
    def is_locked(self) -> bool:
        """Whether the box for the passphrase is shown."""
        return self._status.is_locked

    def show_status(self, status: ProtectionStatus) -> None:
        """Show the protection as it is now."""
        self._status = status
        self._state.show_notice(protection_notice(status, is_in_window=True))
        self._unlocking.setVisible(status.is_locked)
        is_open = not status.is_locked and not status.is_damaged
        for part in (self._passphrase, self._keys, self._titles[0], self._titles[2]):
            part.setVisible(is_open)
        self._lock.setVisible(status.can_be_locked)
        self._rekey.setEnabled(status.method is not None)
        self._passphrase.show_status(status)
        self._recovery.show_status(status)
        self._box.clear()
        if status.is_locked:
            self._recovery.hide_key()
            self._box.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_result(self, notice: Notice | None) -> None:
        """Show what came of what was wanted; None hides the notice."""
        self._result.show_notice(notice)

    def show_recovery_key(self, text: str) -> None:
        """Show a new recovery key."""
        self._recovery.show_key(text)

    def set_busy(self, *, is_busy: bool) -> None:
        """Take nothing while something is under way."""
        self._content.setEnabled(not is_busy)
        if not is_busy and self._status.is_locked:
            self._box.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_on(self, screen: QScreen) -> None:
        """Show the window on a monitor."""
        if self.isHidden():
            self._result.show_notice(None)
        open_framed(self, screen, QSize(self._theme.px(_WIDTH), self._theme.px(_HEIGHT)))

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        before, self._theme = self._theme, theme
        edge = theme.space(5)
        self._column.setContentsMargins(edge, edge, edge, edge)
        self._column.setSpacing(theme.space(3))
        self._unlock_row.setSpacing(theme.space(2))
        for part in (self._state, self._result, self._passphrase, self._recovery):
            part.set_theme(theme)
        rescale(self, before.scale, theme.scale)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: object) -> None:
        """Forget a recovery key that was shown, and what was typed."""
        self._recovery.hide_key()
        self._passphrase.show_status(self._status)
        self._box.clear()
        super().hideEvent(event)  # type: ignore[arg-type]

    def _build(self) -> None:
        for title in self._titles:
            set_look(title, "group")
        set_look(self._rekey_note, "secondary")
        self._rekey_note.setWordWrap(True)
        self._unlocking, self._keys = QWidget(), QWidget()
        self._unlock_row = QHBoxLayout(self._unlocking)
        self._unlock_row.setContentsMargins(0, 0, 0, 0)
        self._unlock_row.addWidget(self._box, 1)
        self._unlock_row.addWidget(self._unlock)
        keys = QHBoxLayout(self._keys)
        keys.setContentsMargins(0, 0, 0, 0)
        keys.addWidget(self._rekey)
        keys.addWidget(self._lock)
        keys.addWidget(self._rekey_note, 1)
        self._content = QWidget()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._content)
        self._column = QVBoxLayout(self._content)
        for part in (
            self._state, self._result, self._unlocking, self._titles[0], self._passphrase, self._titles[1],
            self._recovery, self._titles[2], self._keys,
        ):  # fmt: skip
            self._column.addWidget(part)
        self._column.addStretch(1)

    def _connect(self) -> None:
        self._unlock.clicked.connect(self._on_unlock)
        self._box.returnPressed.connect(self._on_unlock)
        self._lock.clicked.connect(self.lock_requested)
        self._rekey.clicked.connect(self.rekey_requested)
        self._passphrase.chosen.connect(self.protect_requested)
        self._passphrase.differing.connect(lambda: self.show_result(passphrases_differ()))
        self._passphrase.removed.connect(self.unprotect_requested)
        self._recovery.wanted.connect(self.recovery_key_requested)
        self._recovery.typed.connect(self.recover_requested)
        self._recovery.copied.connect(self.copy_requested)
        self._recovery.saved.connect(self.save_requested)
        self._recovery.printed.connect(self.print_requested)

    def _on_unlock(self) -> None:
        if self._box.text():
            self.unlock_requested.emit(self._box.text())

    def _translate(self) -> None:
        self.setWindowTitle(self.tr("Protection of customers"))
        self.setAccessibleName(self.windowTitle())
        names = (self.tr("Passphrase"), self.tr("Recovery key"), self.tr("Key"))
        for title, text in zip(self._titles, names, strict=True):
            title.setText(text)
        self._box.setPlaceholderText(self.tr("Passphrase"))
        self._box.setAccessibleName(self._box.placeholderText())
        self._rekey_note.setText(
            self.tr(
                "Encrypts everything again. Passphrase and recovery key stay; backups from before still "
                "open with "
                "the key before."
            )
        )
        for button, text in (
            (self._unlock, self.tr("Unlock")),
            (self._lock, self.tr("Lock now")),
            (self._rekey, self.tr("New key")),
        ):
            button.setText(text)
            button.setAccessibleName(text)
        self._state.show_notice(protection_notice(self._status, is_in_window=True))
