"""What can be done with several selected customers: tag them, merge two, move them to the trash."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPushButton, QVBoxLayout

from quickdesk.ui.controls import PushButton
from quickdesk.ui.flow_layout import FlowLayout
from quickdesk.ui.language import follow_language
from quickdesk.ui.theme import Theme, set_look


class SelectionBar(QFrame):
    """Hidden unless several customers are selected."""

    tagged = Signal(str)
    tag_cancelled = Signal()
    merge_clicked = Signal()
    remove_clicked = Signal()
    restore_clicked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._count, self._is_trash = 0, False
        self._label, self._tag_box = QLabel(), _TagLine()
        self._tag, self._merge, self._remove, self._restore = (PushButton() for _ in range(4))
        set_look(self, "notice")
        for button in self._buttons:
            set_look(button, "tag")
        self._column, self._flow = QVBoxLayout(self), FlowLayout()
        self._column.addWidget(self._label)
        self._column.addLayout(self._flow)
        self._column.addWidget(self._tag_box)
        for button in self._buttons:
            self._flow.addWidget(button)
        self._tag_box.hide()
        self._tag_box.ended.connect(self._on_tag)
        self._tag_box.cancelled.connect(self._on_cancelled)
        self._tag.clicked.connect(self.ask_for_tag)
        self._merge.clicked.connect(self.merge_clicked)
        self._remove.clicked.connect(self.remove_clicked)
        self._restore.clicked.connect(self.restore_clicked)
        self.hide()
        follow_language(self, self._translate)
        self.set_theme(theme)

    def show_selection(self, count: int, *, is_trash: bool) -> None:
        """Show what can be done with ``count`` customers, or nothing for fewer than two."""
        self._count, self._is_trash = count, is_trash
        self.setVisible(count > 1)
        self._tag.setVisible(not is_trash)
        self._merge.setVisible(count == 2 and not is_trash)
        self._remove.setVisible(not is_trash)
        self._restore.setVisible(is_trash)
        if count < 2:
            self._tag_box.hide()
        self._flow.invalidate()
        self._translate()

    def ask_for_tag(self) -> None:
        """Show a box for the tag."""
        self._tag_box.clear()
        self._tag_box.show()
        self._tag_box.setFocus()

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        space = theme.space
        self._column.setContentsMargins(space(2), space(2), space(2), space(2))
        self._column.setSpacing(space(1))
        self._flow.setSpacing(space(1))

    @property
    def _buttons(self) -> tuple[QPushButton, ...]:
        return self._tag, self._merge, self._remove, self._restore

    def _on_tag(self) -> None:
        tag = " ".join(self._tag_box.text().split())
        self._tag_box.hide()
        if tag:
            self.tagged.emit(tag)
        else:
            self.tag_cancelled.emit()

    def _on_cancelled(self) -> None:
        self._tag_box.hide()
        self.tag_cancelled.emit()

    def _translate(self) -> None:
        self._label.setText(self.tr("Selected: {count}").replace("{count}", f"{self._count:,}"))
        self._tag.setText(self.tr("Tag…"))
        self._merge.setText(self.tr("Merge…"))
        self._remove.setText(self.tr("Move to the trash"))
        self._restore.setText(self.tr("Bring back"))
        self._tag_box.setPlaceholderText(self.tr("Tag for all, then Enter"))
        self._tag_box.setAccessibleName(self.tr("Tag for all selected customers"))
        for button in self._buttons:
            button.setAccessibleName(f"{button.text()} {self._label.text()}")


class _TagLine(QLineEdit):
    ended = Signal()
    cancelled = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not held:
            self.ended.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)
