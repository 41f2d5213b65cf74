"""The form that asks for the fields of one reply and shows how the reply will read.

It stays above other windows and keeps what was typed while the agent fetches an order number elsewhere.
It knows no template and no clock: whoever opens it passes the boxes and a function that renders.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QFocusEvent, QGuiApplication, QInputMethodEvent, QKeyEvent, QScreen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from quickdesk.replies.form import Box
from quickdesk.replies.render import Rendered, Undeliverable, deliver
from quickdesk.ui import messages
from quickdesk.ui.form.boxes_pane import BoxesPane
from quickdesk.ui.form.form_foot import FormFoot
from quickdesk.ui.form.reply_preview import ReplyPreview
from quickdesk.ui.icons import app_icon
from quickdesk.ui.palette.placement import place_framed, rescale
from quickdesk.ui.target_line import TargetLine
from quickdesk.ui.theme import Theme, set_look
from quickdesk.ui.tokens import SIZES
from quickdesk.ui.translated import follow_language
from quickdesk.ui.utf16 import in_a_sentence

Preview: TypeAlias = Callable[[Mapping[str, str]], Rendered]

_WIDTH = 720
_LEAST_HEIGHT = 280
_MOST_FOR_PREVIEW = 480
"""The height that a long reply may ask for; a longer one is scrolled."""
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
        self._is_answered = self._is_refused = False
        self._title = title
        self._target = TargetLine(theme)
        self._program = program
        self._target.show_target(program)
        self._target_band = QFrame()
        self._boxes = BoxesPane(boxes, theme)
        self._reply = ReplyPreview(theme)
        self._foot = FormFoot(copy_only=self._copy_only)
        self.setWindowIcon(app_icon())
        self._build()
        self._connect()
        self.set_theme(theme)
        self._refresh()
        follow_language(self, self._translate)

    @property
    def values(self) -> Mapping[str, str]:
        """What stands in the boxes now."""
        return self._boxes.values

    def show_window(self, title: str) -> None:
        """Say the title of the window that the reply goes to, beside its program."""
        self._target.show_target(self._program, title)

    def open_on(self, screen: QScreen) -> None:
        """Show the form on a monitor, with the first box ready to be typed in."""
        self.setScreen(screen)
        size = QSize(self._theme.px(_WIDTH), self._needed_height())
        self.setGeometry(place_framed(screen.availableGeometry(), size))
        self.show()
        self.raise_()
        self.activateWindow()
        self._boxes.start()

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
        self._panes.setSpacing(edge)
        self._reply_column.setContentsMargins(gap, theme.space(2), theme.space(2), theme.space(2))
        self._target_band.setFixedHeight(theme.px(SIZES.strip))
        for part in (self._target, self._boxes, self._reply, self._foot):
            part.set_theme(theme)
        rescale(self, before.scale, theme.scale)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, and at last submits; Ctrl+Enter copies only, as in the palette; Esc cancels."""
        if event.isAutoRepeat() and event.key() in (*_ENTER, Qt.Key.Key_Escape):
            return  # the key that opened the form, still held down: one press, one answer
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _ENTER and not held:
            self._on_enter()
        elif event.key() in _ENTER and held == Qt.KeyboardModifier.ControlModifier:
            self._submit(copy_only=True)
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
        """Return the height in which nothing will have to scroll, and never less than looks good.

        It is found once: a form that grew while it is filled in would move under the agent's hands.
        """
        theme = self._theme
        beside = self._foot.sizeHint().height() + 2 * theme.space(4) + self._target_band.height()
        pane = (theme.px(_WIDTH) - 3 * theme.space(4)) // 2
        longest = self._reply.height_of(self._preview(self._boxes.longest_values), pane - theme.space(6))
        reply = min(longest + theme.space(5), theme.px(_MOST_FOR_PREVIEW))
        return max(theme.px(_LEAST_HEIGHT), beside + max(self._boxes.height_for(pane), reply))

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        set_look(self._target_band, "raised")
        band = QVBoxLayout(self._target_band)
        band.setContentsMargins(0, 0, 0, 0)
        band.addWidget(self._target)
        outer.addWidget(self._target_band)
        self._column = QVBoxLayout()
        outer.addLayout(self._column, 1)
        outer.addWidget(self._foot)
        self._panes = QHBoxLayout()
        self._panes.addWidget(self._boxes, 1)
        self._panes.addWidget(self._reply_pane(), 1)
        self._column.addLayout(self._panes, 1)

    def _reply_pane(self) -> QFrame:
        pane = QFrame()
        set_look(pane, "card")
        self._reply_column = QVBoxLayout(pane)
        self._reply_column.addWidget(self._reply)
        return pane

    def _connect(self) -> None:
        self._boxes.value_changed.connect(self._refresh)
        self._boxes.entered.connect(self._on_entered)
        self._foot.copy_clicked.connect(self._on_copy_clicked)
        self._foot.paste_clicked.connect(self._on_paste_clicked)

    def _refresh(self) -> None:
        rendered = self._preview(self.values)
        self._reply.show_rendered(rendered, self._boxes.current)
        self._boxes.show_filled(rendered.missing)
        self._show_foot(rendered)

    def _translate(self) -> None:
        self.setWindowTitle(self.tr("Fill in: {title}").replace("{title}", in_a_sentence(self._title)))
        self.setAccessibleName(self.windowTitle())
        self._show_foot(self._preview(self.values))

    def _show_foot(self, rendered: Rendered) -> None:
        """Say what is in the way once that was asked for, else which keys work."""
        obstacle = self._obstacle(rendered) if self._is_refused else ""
        self._is_refused = bool(obstacle)
        if obstacle:
            self._foot.show_obstacle(obstacle)
        else:
            self._foot.show_keys(is_missing=bool(rendered.missing))

    def _obstacle(self, rendered: Rendered) -> str:
        """Return why the reply cannot be sent yet, empty where it can."""
        answer = deliver(rendered)
        return (
            messages.delivery_flaw(answer.flaw, answer.missing) if isinstance(answer, Undeliverable) else ""
        )

    def _on_entered(self, name: str) -> None:
        self._reply.show_rendered(self._preview(self.values), name)

    def _on_enter(self) -> None:
        if not self._boxes.go_to_next(self._preview(self.values).missing):
            self._submit(copy_only=self._copy_only)

    def _on_copy_clicked(self) -> None:
        self._submit(copy_only=True)

    def _on_paste_clicked(self) -> None:
        self._submit(copy_only=False)

    def _submit(self, *, copy_only: bool) -> None:
        if self._is_answered:
            return
        QGuiApplication.inputMethod().commit()  # a click on a button must not lose what is being composed
        rendered = self._preview(self.values)
        if self._obstacle(rendered):
            self._is_refused = True
            self._show_foot(rendered)
            self._boxes.show_missing(rendered.missing)
            return
        self._is_answered = True
        self.close()
        self.submitted.emit(Filled(self.values, copy_only or self._copy_only))
