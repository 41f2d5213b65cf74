"""A small window over the chat that asks one question; each answer has a key of its own.

Nothing is chosen by a key that was not meant for it: Enter answers only if an answer says so or was selected
with an arrow, and a key that is held does nothing.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from quickdesk.ui.icons import Icon, pixmap
from quickdesk.ui.key_names import KeyNames
from quickdesk.ui.keys.key_hints import KeyCap
from quickdesk.ui.keys.key_table import Binding, KeyTable
from quickdesk.ui.palette.floating_window import FloatingWindow, FocusWatch
from quickdesk.ui.qt_text import inline_text, without_mnemonic
from quickdesk.ui.theme import TextSize, Theme, elided, set_look
from quickdesk.ui.tokens import Role

_WIDTH = 440
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True, slots=True)
class OfferedAnswer:
    """One answer: what is emitted, its key as it is shown (``1``, ``Enter``, ``Alt+S``), and its words."""

    value: str
    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked; ``is_warning`` for a question that is asked because something may be wrong.

    ``cancel`` are the words for Esc.
    """

    heading: str
    text: str
    choices: tuple[OfferedAnswer, ...]
    cancel: str
    is_warning: bool = False


class QuestionWindow(FloatingWindow):
    """Asks one question; emits one of ``answered`` and ``dismissed``, after hiding."""

    answered = Signal(str)
    dismissed = Signal()
    leaving = Signal()
    """Emitted before it hides, while it still has the keyboard focus, if it had it."""

    def __init__(self, question: Question, theme: Theme, names: KeyNames, *, is_composited: bool) -> None:
        super().__init__(theme, QSize(_WIDTH, _WIDTH), is_composited=is_composited)
        self._names, self._is_over = names, False
        self._table = KeyTable(*(Binding(each.value, (each.key,), lambda: "") for each in question.choices))
        self._body = _Body(question, theme, self)
        self._body.chosen.connect(self._answer)
        self._body.cancelled.connect(self.dismiss)
        self._focus = FocusWatch(self)
        self._focus.lost.connect(self.dismiss)
        self.setWindowTitle(self.tr("Current customer"))  # other programs list titles: it has no name
        self.setAccessibleName(f"{question.heading} {question.text}".strip())
        self.set_content(self._body)

    def open_at(self, work_area: QRect) -> None:
        """Show it in the upper third of this work area, with the keyboard."""
        self.place_on(work_area)
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
        self._focus.request_focus()

    def set_theme(self, theme: Theme) -> None:
        """Set the theme; the height follows the words."""
        self._body.set_theme(theme)
        height = self._body.heightForWidth(theme.px(_WIDTH)) / theme.px(100) * 100
        self._design_size = QSize(_WIDTH, math.ceil(height))
        super().set_theme(theme)

    def dismiss(self) -> None:
        """Close without an answer."""
        if self._end():
            self.dismissed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle the keys of the answers, the arrows, Enter on a selected answer, and Esc."""
        if event.isAutoRepeat():
            return
        pressed = self._table.find(event, self._names)
        if pressed is not None:
            self._answer(pressed.binding.action)
        elif event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        elif event.key() in _STEPS:
            self._body.select(_STEPS[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._answer(self._body.selected)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Dismiss instead of closing."""
        event.ignore()
        self.dismiss()

    def _answer(self, value: str) -> None:
        if value and self._end():
            self.answered.emit(value)

    def _end(self) -> bool:
        if self._is_over:
            return False
        self._is_over = True
        self.leaving.emit()
        self.hide()
        return True


class _Body(QWidget):
    """The words and the answers; ``selected`` is the value of the one selected with an arrow, or empty."""

    chosen = Signal(str)
    cancelled = Signal()

    def __init__(self, question: Question, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._question, self._theme = question, theme
        self.selected = ""
        self._sign, self._heading, self._text = QLabel(), QLabel(), QLabel()
        self._caps: list[KeyCap] = []
        self._buttons: list[QPushButton] = []
        self._head = QHBoxLayout()
        self._head.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        self._head.addWidget(self._heading, 1)
        for label, text in ((self._heading, question.heading), (self._text, question.text)):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setText(text)
        set_look(self._text, "warning" if question.is_warning else "secondary")
        self._text.setVisible(bool(question.text))
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self._text)
        self._rows = QVBoxLayout()
        self._column.addLayout(self._rows)
        for each in question.choices:
            self._add(each.key, each.text).clicked.connect(
                lambda _=False, value=each.value: self.chosen.emit(value)
            )
        self._add("Esc", question.cancel).clicked.connect(self.cancelled)

    def select(self, step: int) -> None:
        """Select the next or the previous answer."""
        values = [each.value for each in self._question.choices]
        at = values.index(self.selected) + step if self.selected in values else min(step, 0)
        self.selected = values[at % len(values)]
        for value, button in zip(values, self._buttons, strict=False):
            button.setChecked(value == self.selected)
            set_look(button, "primary" if value == self.selected else "quiet")

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        self._theme = theme
        edge = theme.space(4)
        self._column.setContentsMargins(edge, edge, edge, theme.space(3))
        self._column.setSpacing(theme.space(2))
        self._head.setSpacing(theme.space(2))
        self._rows.setSpacing(theme.space(1))
        self._heading.setFont(theme.font_of(self._heading.text(), TextSize.ROW, semibold=True))
        is_warning = self._question.is_warning
        icon, role = (Icon.WARNING, Role.WARNING) if is_warning else (Icon.CUSTOMER, Role.ACCENT)
        self._sign.setPixmap(pixmap(icon, theme, role, ratio=self.devicePixelRatioF()))
        for cap in self._caps:
            cap.set_theme(theme)
            cap.setMinimumWidth(theme.px(48))
        texts = (*(each.text for each in self._question.choices), self._question.cancel)
        for button, text in zip(self._buttons, texts, strict=True):
            font = theme.font(TextSize.BODY)
            line = elided(inline_text(text), font, theme.px(_WIDTH - 130))
            button.setText(without_mnemonic(line))
            button.setAccessibleName(inline_text(text))

    def raised_bands(self) -> Sequence[QRect]:
        """Return no band: all of it has one colour."""
        return ()

    def _add(self, key: str, text: str) -> QPushButton:
        cap, button = KeyCap(), QPushButton(text)
        cap.setText(key)
        cap.setAlignment(Qt.AlignmentFlag.AlignCenter)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_look(button, "quiet")
        row = QHBoxLayout()
        row.addWidget(cap)
        row.addWidget(button)
        row.addStretch(1)
        self._rows.addLayout(row)
        self._caps.append(cap)
        self._buttons.append(button)
        return button
