"""The form that asks for the fields of one reply and shows how the reply will read.

It stays above other windows and keeps what was typed while the agent fetches an order number elsewhere.
It knows no template and no clock: whoever opens it passes the boxes and a function that renders.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeAlias

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QFocusEvent, QGuiApplication, QInputMethodEvent, QKeyEvent, QScreen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from quickdesk.replies.form import Box
from quickdesk.replies.render import Rendered, Undeliverable, deliver
from quickdesk.ui import words
from quickdesk.ui.fields.field_row import FieldRow
from quickdesk.ui.fields.reply_preview import ReplyPreview
from quickdesk.ui.icons import Icon, app_icon, pixmap
from quickdesk.ui.palette.placement import place_framed, rescale
from quickdesk.ui.target_line import TargetLine
from quickdesk.ui.theme import Theme, mark
from quickdesk.ui.tokens import SIZES, Role

Preview: TypeAlias = Callable[[Mapping[str, str]], Rendered]

_WIDTH = 720
_LEAST_HEIGHT = 280
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Filled:
    """What the agent filled in, by field name, and whether the reply is to be copied only."""

    values: Mapping[str, str]
    copy_only: bool


class FieldForm(QWidget):
    """Where the reply goes; below it one box per field name on the left, the reply on the right.

    ``preview`` renders the reply with the values so far; what it lists as missing is open. ``program`` is
    the one the reply goes to, empty where that has no name; None means that the reply is only copied, and
    then there is no button to paste. Answers once, with ``submitted`` or ``cancelled``, and is hidden then.
    """

    submitted = Signal(object)
    cancelled = Signal()
    leaving = Signal()
    """It is about to hide, and has the keyboard still if it had it."""

    def __init__(
        self, title: str, boxes: Sequence[Box], preview: Preview, theme: Theme, program: str | None = ""
    ) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.WindowStaysOnTopHint)
        self._preview = preview
        self._copy_only = program is None
        self._theme = theme
        self._target = TargetLine(theme)
        self._program = program
        self._target.show_target(program)
        self._target_band = QFrame()
        self._is_answered = False
        self._at_work = boxes[0].name if boxes else ""
        self._rows = [FieldRow(box, theme) for box in boxes]
        self._reply = ReplyPreview(theme)
        self._sign = QLabel()
        self._is_refused = False
        self._copy = QPushButton(self.tr("Copy reply"))
        self._paste = QPushButton(self.tr("Paste reply"))
        self._paste.setObjectName("paste")
        self._keys = QLabel()
        self.setWindowTitle(self.tr("Fill in: {title}").replace("{title}", title))
        self.setWindowIcon(app_icon())
        self.setAccessibleName(self.windowTitle())
        self._build()
        self._connect()
        self.set_theme(theme)
        self._refresh()

    @property
    def values(self) -> Mapping[str, str]:
        """What stands in the boxes now."""
        return MappingProxyType({row.name: row.value for row in self._rows})

    def show_window(self, title: str) -> None:
        """Say the title of the window that the reply goes to, beside its program."""
        self._target.show_target(self._program, title)

    def open_on(self, screen: QScreen) -> None:
        """Show the form on a monitor, with the first box ready to be typed in."""
        area = screen.availableGeometry()
        size = QSize(self._theme.px(_WIDTH), self._needed_height())
        self.setScreen(screen)
        self.setGeometry(place_framed(area, size))
        self.show()
        self.raise_()
        self.activateWindow()
        if self._rows:
            self._go_to(self._rows[0])

    def type(self, event: QKeyEvent | QInputMethodEvent) -> None:
        """Take what was typed before the form had the keyboard, as if it had it."""
        before = self.focusWidget()
        QCoreApplication.sendEvent(before or self, event.clone())
        after = self.focusWidget()
        if after is not None and after is not before and not self.isActiveWindow():
            # Without the keyboard nobody tells a box that it is its turn: it would not select its value.
            QCoreApplication.sendEvent(after, QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason))

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        before, self._theme = self._theme, theme
        edge, gap = theme.space(4), theme.space(3)
        self._column.setContentsMargins(edge, edge, edge, edge)
        self._column.setSpacing(gap)
        self._rows_column.setContentsMargins(0, 0, theme.space(2), 0)
        self._rows_column.setSpacing(gap)
        self._panes.setSpacing(edge)
        self._reply_column.setContentsMargins(gap, theme.space(2), theme.space(2), theme.space(2))
        self._foot_row.setContentsMargins(edge, theme.space(2), edge, theme.space(2))
        self._foot_row.setSpacing(theme.space(2))
        self._target.set_theme(theme)
        self._target_band.setFixedHeight(theme.px(SIZES.strip))
        self._reply.set_theme(theme)
        self._sign.setPixmap(pixmap(Icon.WARNING, theme, Role.WARNING, ratio=self.devicePixelRatioF()))
        for row in self._rows:
            row.set_theme(theme)
        rescale(self, before.scale, theme.scale)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Ctrl+Enter submits, with Shift copies only, Esc cancels."""
        if event.isAutoRepeat() and event.key() in (*_ENTER, Qt.Key.Key_Escape):
            return  # the key that opened the form, still held down: one press, one answer
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
        if event.key() in _ENTER and not held:
            self._on_enter()
        elif event.key() in _ENTER and held in (control, control | shift):
            self._submit(copy_only=bool(held & shift))
        elif event.key() == Qt.Key.Key_Escape and not held:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing without an answer cancels."""
        super().closeEvent(event)
        self.leaving.emit()
        if not self._is_answered:
            self._is_answered = True
            self.cancelled.emit()

    def _needed_height(self) -> int:
        """Return the height that shows all boxes without scrolling, and never less than looks good."""
        beside = self._foot_row.sizeHint().height() + 2 * self._theme.space(4) + self._target_band.height()
        boxes = self._rows_column.heightForWidth((self._theme.px(_WIDTH) - 3 * self._theme.space(4)) // 2)
        return max(self._theme.px(_LEAST_HEIGHT), beside + boxes)

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        mark(self._target_band, "raised")
        band = QVBoxLayout(self._target_band)
        band.setContentsMargins(0, 0, 0, 0)
        band.addWidget(self._target)
        outer.addWidget(self._target_band)
        self._column = QVBoxLayout()
        outer.addLayout(self._column, 1)
        outer.addWidget(self._foot())
        self._panes = QHBoxLayout()
        self._panes.addWidget(self._boxes_pane(), 1)
        self._panes.addWidget(self._reply_pane(), 1)
        self._column.addLayout(self._panes, 1)

    def _boxes_pane(self) -> QScrollArea:
        content = QWidget()
        self._rows_column = QVBoxLayout(content)
        for row in self._rows:
            self._rows_column.addWidget(row)
        self._rows_column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidget(content)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName(self.tr("Fields"))
        return self._scroll

    def _reply_pane(self) -> QFrame:
        pane = QFrame()
        mark(pane, "card")
        self._reply_column = QVBoxLayout(pane)
        self._reply_column.addWidget(self._reply)
        return pane

    def _foot(self) -> QFrame:
        foot = QFrame()
        mark(foot, "raised")
        self._keys.setWordWrap(True)
        self._keys.setTextFormat(Qt.TextFormat.PlainText)  # it names fields
        self._paste.setVisible(not self._copy_only)
        mark(self._copy if self._copy_only else self._paste, "primary")
        self._foot_row = QHBoxLayout(foot)
        self._foot_row.addWidget(self._sign)
        self._foot_row.addWidget(self._keys, 1)
        for button in (self._copy, self._paste):
            button.setAutoDefault(True)
            button.setAccessibleName(button.text())
            self._foot_row.addWidget(button)
        return foot

    def _connect(self) -> None:
        for row in self._rows:
            row.value_changed.connect(self._refresh)
            row.entered.connect(self._on_row_entered)
        self._copy.clicked.connect(self._on_copy_clicked)
        self._paste.clicked.connect(self._on_paste_clicked)

    def _refresh(self) -> None:
        rendered = self._preview(self.values)
        self._reply.show_rendered(rendered, self._at_work)
        for row in self._rows:
            if row.name not in rendered.missing:
                row.show_open(is_open=False)
        self._show_hint(self._obstacle(rendered) if self._is_refused else "")

    def _show_hint(self, obstacle: str) -> None:
        """Say what is in the way, else which keys work."""
        self._is_refused = bool(obstacle)
        self._sign.setVisible(self._is_refused)
        mark(self._keys, "warning" if self._is_refused else "secondary")
        self._keys.setText(obstacle or self._what_enter_does())

    def _what_enter_does(self) -> str:
        if self._preview(self.values).missing:
            return self.tr("Enter: next empty field    Tab: next field    Esc: cancel")
        if self._copy_only:
            return self.tr("Enter: copy    Tab: next field    Esc: cancel")
        return self.tr("Enter: paste    Tab: next field    Esc: cancel")

    def _obstacle(self, rendered: Rendered) -> str:
        """Return why the reply cannot be sent yet, empty where it can."""
        answer = deliver(rendered)
        return words.delivery_flaw(answer.flaw, answer.missing) if isinstance(answer, Undeliverable) else ""

    def _on_row_entered(self, name: str) -> None:
        self._at_work = name
        self._reply.show_rendered(self._preview(self.values), name)
        row = next((row for row in self._rows if row.name == name), None)
        if row is not None:
            self._scroll.ensureWidgetVisible(row)

    def _on_enter(self) -> None:
        missing = self._preview(self.values).missing
        after = [*self._rows_after(self._at_work), *self._rows]
        following = next((row for row in after if row.name in missing), None)
        if following is None or following.name == self._at_work:  # done, or the one that is left to fill in
            self._submit(copy_only=self._copy_only)
        else:
            self._go_to(following)

    def _rows_after(self, name: str) -> Sequence[FieldRow]:
        names = [row.name for row in self._rows]
        return self._rows[names.index(name) + 1 :] if name in names else ()

    def _go_to(self, row: FieldRow) -> None:
        row.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_copy_clicked(self) -> None:
        self._submit(copy_only=True)

    def _on_paste_clicked(self) -> None:
        self._submit(copy_only=False)

    def _submit(self, *, copy_only: bool) -> None:
        if self._is_answered:
            return
        QGuiApplication.inputMethod().commit()  # a click on a button must not lose what is being composed
        rendered = self._preview(self.values)
        obstacle = self._obstacle(rendered)
        if obstacle:
            self._refuse(obstacle, rendered.missing)
            return
        self._is_answered = True
        self.close()
        self.submitted.emit(Filled(self.values, copy_only or self._copy_only))

    def _refuse(self, obstacle: str, missing: Sequence[str]) -> None:
        self._show_hint(obstacle)
        for row in self._rows:
            row.show_open(is_open=row.name in missing)
        first = next((row for row in self._rows if row.name in missing), None)
        if first is not None:
            self._go_to(first)
