"""The inputs of a form: a line edit, and choices in a row with a line edit for another value."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QInputMethodEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QVBoxLayout, QWidget

from quickdesk.ui.controls import KEEPING_SELECTION
from quickdesk.ui.flow_layout import FlowLayout
from quickdesk.ui.form.choice_button import ChoiceButton
from quickdesk.ui.form.keys import MAX_DIGITS
from quickdesk.ui.language import follow_language
from quickdesk.ui.qt_text import displayable, without_mnemonic
from quickdesk.ui.theme import Theme, elided, plain_tip

_KEYS_OF_THE_FORM = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Tab})


_TYPING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class FieldLine(QLineEdit):
    """Selects its whole text when it gets the focus, so that typing replaces it."""

    value_changed = Signal()
    entered = Signal()

    def __init__(self, value: str = "", parent: QWidget | None = None) -> None:
        super().__init__(value, parent)
        self._preedit = ""
        self.textChanged.connect(self.value_changed)

    @property
    def is_composing(self) -> bool:
        """Whether an input method holds text that is not committed yet."""
        return bool(self._preedit)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Track the composition."""
        self._preedit = event.preeditString()
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep keys that the input method may need from the form, and type nothing with Alt."""
        if self.is_composing and event.key() in _KEYS_OF_THE_FORM:
            event.accept()
        elif event.modifiers() & ~_TYPING == Qt.KeyboardModifier.AltModifier and event.text() > " ":
            event.ignore()  # Alt+1 that opened the form, still held or pressed twice, would be a value
        else:
            super().keyPressEvent(event)

    def set_value(self, value: str) -> None:
        """Replace the text."""
        self.setText(displayable(value))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select all, unless the mouse set the cursor or the window was only activated again."""
        super().focusInEvent(event)
        if event.reason() not in KEEPING_SELECTION:
            self.selectAll()
        self.entered.emit()


_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
_MAX_CHOICE_WIDTH = 240
"""The maximum width of the text of a choice, in design pixels, where there is room for it.

A longer text is elided and shown in the tool tip.
"""


class ChoiceBox(QWidget):
    """A row of choices; the last one opens a line edit for another value.

    With an empty value none is chosen at first.
    """

    value_changed = Signal()
    entered = Signal()

    def __init__(self, choices: Sequence[str], value: str, theme: Theme) -> None:
        super().__init__()
        self._choices = tuple(choices)
        self._group = QButtonGroup(self)
        self._buttons: list[ChoiceButton] = []
        self._line = FieldLine()
        self._line.hide()
        self._theme = theme
        self._name = ""
        self._lay_out()
        self._line.value_changed.connect(self.value_changed)
        self._line.entered.connect(self.entered)
        self._group.idToggled.connect(self._on_toggled)
        if value:
            self.set_value(value)
        self.set_theme(theme)
        self._update_tab_stop()
        follow_language(self, self._translate)

    @property
    def value(self) -> str:
        """The selected choice, or the typed value."""
        at = self._group.checkedId()
        return self._choices[at] if 0 <= at < len(self._choices) else self._line.text()

    @property
    def is_composing(self) -> bool:
        """Whether an input method holds text that is not committed yet."""
        return self._line.is_composing

    @property
    def other_line_height(self) -> int:
        """The height in pixels of the line edit for another value, 0 if it is visible."""
        return 0 if self._is_other() else self._line.sizeHint().height() + self._column.spacing()

    def set_value(self, value: str) -> None:
        """Select the choice ``value``, or put it into the line edit."""
        at = self._choices.index(value) if value in self._choices else len(self._choices)
        if at == len(self._choices):
            self._line.setText(value)
        self._group.button(at).setChecked(True)

    def set_name(self, name: str) -> None:
        """Set the accessible name."""
        self._name = name
        self.setAccessibleName(name)
        self._line.setAccessibleName(name)
        self._translate()

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Focus the selected choice, or the line edit for another value; the first choice if none is."""
        self._focus_target().setFocus(reason)

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        self._theme = theme
        self._flow.setSpacing(theme.space(1.5))
        self._column.setSpacing(theme.space())
        self._show_choices()
        self._update_icons()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Elide choices that are wider than the box."""
        super().resizeEvent(event)
        self._show_choices()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Select with digits and arrows; leave all other keys to the form."""
        if self._line.hasFocus() or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        digit = event.key() - Qt.Key.Key_1.value
        if 0 <= digit < min(len(self._choices), MAX_DIGITS):
            self._select(digit)
        elif event.key() in _STEPS:
            self._step(_STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._flow = FlowLayout()
        self._column.addLayout(self._flow)
        for at in range(len(self._choices) + 1):
            digit = None if at == len(self._choices) else str(at + 1) if at < MAX_DIGITS else ""
            button = ChoiceButton(digit)
            button.entered.connect(self.entered)
            self._group.addButton(button, at)
            self._buttons.append(button)
            self._flow.addWidget(button)
        self._column.addWidget(self._line)  # after the choices in the tab order too
        other = self._group.button(len(self._choices))
        other.clicked.connect(self._on_other_clicked)

    def _translate(self) -> None:
        self._group.button(len(self._choices)).setText(self.tr("Other"))
        for at, choice in enumerate((*self._choices, self.tr("Other"))):
            self._group.button(at).setAccessibleName(f"{self._name}: {choice}" if self._name else choice)

    def _focus_target(self) -> QWidget:
        return self._line if self._is_other() else self._group.button(max(self._group.checkedId(), 0))

    def _is_other(self) -> bool:
        return self._group.checkedId() == len(self._choices)

    def _step(self, step: int) -> None:
        """Select the choice beside the selected one; the first or the last if none is."""
        at = self._group.checkedId()
        self._select((at + step if at >= 0 else min(step, 0)) % (len(self._choices) + 1))

    def _select(self, at: int) -> None:
        button = self._group.button(at)
        button.setChecked(True)
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_other_clicked(self) -> None:
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_toggled(self, _at: int, is_checked: bool) -> None:  # noqa: FBT001 - the argument of the signal
        if not is_checked:
            return
        self._line.setVisible(self._is_other())
        self._update_tab_stop()
        self._update_icons()
        self.value_changed.emit()

    def _update_tab_stop(self) -> None:
        """Let Tab stop at one button only: the selected one, or the first if none is."""
        stop = max(self._group.checkedId(), 0)
        for at, button in enumerate(self._group.buttons()):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if at == stop else Qt.FocusPolicy.ClickFocus)

    def _show_choices(self) -> None:
        for at, choice in enumerate(self._choices):
            line = " ".join(displayable(choice).split())
            font, button = self._theme.font_of(choice), self._buttons[at]
            button.ensurePolished()  # else the style sheet overrides the font
            button.setFont(font)
            shown = elided(line, font, min(self._theme.px(_MAX_CHOICE_WIDTH), self.width() - _rest(button)))
            if without_mnemonic(shown) != button.text():
                button.setText(without_mnemonic(shown))
            button.setToolTip("" if shown == line else plain_tip(line))

    def _update_icons(self) -> None:
        for button in self._buttons:
            button.draw_icon(self._theme)


def _rest(button: ChoiceButton) -> int:
    """Return the width in pixels that a button needs beside its text."""
    text = button.text().replace("&&", "&")
    return button.sizeHint().width() - QFontMetrics(button.font()).horizontalAdvance(text)
