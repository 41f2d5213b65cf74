"""Choices side by side, picked with a digit, the arrows or the mouse; another value can be typed instead."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QButtonGroup, QToolButton, QVBoxLayout, QWidget

from quickdesk.ui.form.field_line import FieldLine
from quickdesk.ui.form.flow_layout import FlowLayout
from quickdesk.ui.icons import Icon, icon
from quickdesk.ui.theme import TextSize, Theme, elided, plain_tip
from quickdesk.ui.tokens import SIZES, Role
from quickdesk.ui.translated import follow_language
from quickdesk.ui.utf16 import displayable

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
_DIGITS = 9
_LONGEST = 240
"""The width of a choice, in pixels of the 100 % design; what is longer is cut and told whole by its tip."""


class _ChoiceButton(QToolButton):
    """One choice; the box decides about keys, so that arrows mean the same on every system."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave all keys but the space bar to the box."""
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that the agent is here."""
        super().focusInEvent(event)
        self.entered.emit()


class ChoiceBox(QWidget):
    """A row of choices and, last, one that opens a line for any other value."""

    value_changed = Signal()
    entered = Signal()

    def __init__(self, choices: Sequence[str], value: str, theme: Theme) -> None:
        super().__init__()
        self._choices = tuple(choices)
        self._group = QButtonGroup(self)
        self._line = FieldLine()
        self._theme = theme
        self._name = ""
        self._lay_out()
        self._line.value_changed.connect(self.value_changed)
        self._line.entered.connect(self.entered)
        self._group.idToggled.connect(self._on_toggled)
        self.set_theme(theme)
        self.set_value(value)
        follow_language(self, self._translate)

    @property
    def value(self) -> str:
        """The choice that is picked, or what was typed instead."""
        at = self._group.checkedId()
        return self._choices[at] if 0 <= at < len(self._choices) else self._line.text()

    @property
    def is_composing(self) -> bool:
        """Whether an input method holds text that is not committed yet."""
        return self._line.is_composing

    @property
    def room_for_other(self) -> int:
        """The height in pixels of the line for another value, while that is not there."""
        return 0 if self._is_other() else self._line.sizeHint().height() + self._column.spacing()

    def set_value(self, value: str) -> None:
        """Pick a choice, or put another value into the line."""
        at = self._choices.index(value) if value in self._choices else len(self._choices)
        if at == len(self._choices):
            self._line.setText(value)
        self._group.button(at).setChecked(True)

    def set_name(self, name: str) -> None:
        """Name the box for those who do not see it."""
        self._name = name
        self.setAccessibleName(name)
        self._line.setAccessibleName(name)
        self._translate()

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Go to what is picked, or to the line when something else is to be typed."""
        self._focus_target().setFocus(reason)

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self._theme = theme
        self._flow.setSpacing(theme.space())
        self._column.setSpacing(theme.space())
        for button in self._group.buttons():
            button.setIconSize(QSize(theme.px(SIZES.icon), theme.px(SIZES.icon)))
        self._show_choices()
        self._show_marks()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits and arrows pick; everything else is the form's."""
        if self._line.hasFocus() or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        digit = event.key() - Qt.Key.Key_1.value
        if 0 <= digit < min(len(self._choices), _DIGITS):
            self._pick(digit)
        elif event.key() in _STEPS:
            self._pick((self._group.checkedId() + _STEPS[Qt.Key(event.key())]) % (len(self._choices) + 1))
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._flow = FlowLayout()
        self._column.addLayout(self._flow)
        for at in range(len(self._choices) + 1):
            button = _ChoiceButton()
            button.setCheckable(True)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.entered.connect(self.entered)
            self._group.addButton(button, at)
            self._flow.addWidget(button)
        self._column.addWidget(self._line)  # after the choices in the order of Tab too
        other = self._group.button(len(self._choices))
        other.clicked.connect(self._on_other_clicked)

    def _translate(self) -> None:
        self._group.button(len(self._choices)).setText(self.tr("Other"))
        for at, choice in enumerate((*self._choices, self.tr("Other"))):
            self._group.button(at).setAccessibleName(f"{self._name}: {choice}" if self._name else choice)

    def _focus_target(self) -> QWidget:
        return self._line if self._is_other() else self._group.button(self._group.checkedId())

    def _is_other(self) -> bool:
        return self._group.checkedId() == len(self._choices)

    def _pick(self, at: int) -> None:
        button = self._group.button(at)
        button.setChecked(True)
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_other_clicked(self) -> None:
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_toggled(self, _at: int, is_checked: bool) -> None:  # noqa: FBT001 - the signal's own argument
        if not is_checked:
            return
        self._line.setVisible(self._is_other())
        for button in self._group.buttons():
            button.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if button.isChecked() else Qt.FocusPolicy.ClickFocus
            )
        self._show_marks()
        self.value_changed.emit()

    def _show_choices(self) -> None:
        for at, choice in enumerate(self._choices):
            line = " ".join(displayable(choice).split())
            font = self._theme.font_of(choice)
            shown = elided(line, font, self._theme.px(_LONGEST))
            self._group.button(at).ensurePolished()  # else the style sheet puts its own font in its place
            self._group.button(at).setFont(font)
            self._group.button(at).setText(shown.replace("&", "&&"))
            self._group.button(at).setToolTip("" if shown == line else plain_tip(line))

    def _show_marks(self) -> None:
        """Show a tick on the choice that is picked, on the others the digit that picks it."""
        for at, button in enumerate(self._group.buttons()):
            if button.isChecked():
                button.setIcon(icon(Icon.CHECK, self._theme, Role.ACCENT))
            elif at == len(self._choices):
                button.setIcon(icon(Icon.EDIT, self._theme))
            else:
                button.setIcon(self._digit(at))

    def _digit(self, at: int) -> QIcon:
        ratio = self.devicePixelRatioF()
        side = self._theme.px(SIZES.icon)
        picture = QPixmap(round(side * ratio), round(side * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        if at < min(len(self._choices), _DIGITS):
            painter = QPainter(picture)
            painter.setFont(self._theme.font(TextSize.SMALL))
            painter.setPen(self._theme.color(Role.SECONDARY))
            painter.drawText(QRect(0, 0, side, side), Qt.AlignmentFlag.AlignCenter, str(at + 1))
            painter.end()
        return QIcon(picture)
