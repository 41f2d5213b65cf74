"""The form for the fields of one reply, with a preview.

It stays above other windows and keeps its content while the agent copies, say, an order number elsewhere.
It does not depend on templates or a clock: the caller passes the boxes and a function that renders.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QFocusEvent, QGuiApplication, QInputMethodEvent, QKeyEvent, QScreen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from quickdesk.replies.delivery import Undeliverable, deliver
from quickdesk.replies.facts import FactsOfDay
from quickdesk.replies.form import Box
from quickdesk.replies.render import Rendered
from quickdesk.ui import messages
from quickdesk.ui.drafts.draft_bar import DraftBar
from quickdesk.ui.form.boxes_pane import BoxesPane
from quickdesk.ui.form.customer_head import CustomerHead
from quickdesk.ui.form.form_footer import FooterState, FormFooter
from quickdesk.ui.form.keys import CHOICE_KEYS, FORM_KEYS, FormAction
from quickdesk.ui.form.reply_preview import ReplyPreview
from quickdesk.ui.icons import app_icon
from quickdesk.ui.key_names import KeyNames
from quickdesk.ui.keys.key_sheet import CoveringSheet
from quickdesk.ui.language import follow_language
from quickdesk.ui.placement import place_framed, rescale
from quickdesk.ui.qt_text import inline_text
from quickdesk.ui.target_line import TargetLine
from quickdesk.ui.theme import Theme, set_look
from quickdesk.ui.tokens import SIZES

Preview: TypeAlias = Callable[[Mapping[str, str]], Rendered]

_WIDTH = 720
_MIN_HEIGHT = 280
_MAX_PREVIEW_HEIGHT = 480
"""The maximum height for the preview, in design pixels; a longer one is scrolled."""


@dataclass(frozen=True, slots=True)
class FilledForm:
    """The values by field name, and whether the reply is only copied."""

    values: Mapping[str, str]
    copy_only: bool


class FieldForm(QWidget):
    """Shows the target, and below it one box per field on the left and the preview on the right.

    ``preview`` renders the reply with the current values. ``program`` is the target program, empty if it has
    no name; None means that the reply is only copied, without a paste button. Emits one of ``submitted``
    (with a FilledForm) and ``cancelled``, after hiding, and ``returned``, while it is still visible, once.
    """

    submitted = Signal(object)
    cancelled = Signal()
    edited = Signal()
    """A value was changed."""
    returned = Signal()
    """The agent goes back to the list of replies; the caller hides the form."""
    typed_behind = Signal(object)
    """A key press after ``returned``, for the list."""
    leaving = Signal()
    """Emitted before it hides, while it still has the keyboard focus, if it had it."""
    fact_requested = Signal(str, str)
    """Name and value of a field whose value is to be a fact of the shop."""
    card_requested = Signal(str, str)
    """Name and value of a field whose value is to be kept on the card of the customer."""

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
        self.customer_head = CustomerHead(theme)
        self.draft_bar = DraftBar(theme)
        self._boxes = BoxesPane(boxes, theme)
        self._reply = ReplyPreview(theme)
        self._footer = FormFooter(theme, copy_only=self._copy_only)
        self._key_names = KeyNames(QGuiApplication.platformName())
        self._key_sheet = CoveringSheet(self)
        self._actions: Mapping[FormAction | None, Callable[[], None]] = {
            FormAction.ENTER: self._on_enter,
            FormAction.COPY: self._on_copy_clicked,
            FormAction.RESTORE: self.draft_bar.restore,
            FormAction.RETURN: self._return,
            FormAction.MAKE_FACT: self._boxes.request_fact,
            FormAction.KEEP: self._boxes.request_keeping,
            FormAction.HELP: self._show_key_sheet,
        }
        self.setWindowIcon(app_icon())
        self._build()
        self._connect()
        self.set_theme(theme)
        self._refresh()
        follow_language(self, self._translate)

    @property
    def values(self) -> Mapping[str, str]:
        """The current values, by field name."""
        return self._boxes.values

    def fill(self, values: Mapping[str, str]) -> None:
        """Replace the values of the fields that ``values`` names."""
        self._boxes.fill(values)

    def show_facts(self, facts: FactsOfDay) -> None:
        """Say which facts are expired, changed, removed or just set; the values stay as they are."""
        self._boxes.show_facts(facts)

    def show_customer(self, customer: str | None, other: str | None = None) -> None:
        """Say for whom the form is, and who is the current customer instead; see CustomerHead."""
        self.customer_head.show_customer(customer, other)
        self._boxes.show_customer(customer or "")

    def show_kept(self, name: str, value: str) -> None:
        """Say that a value is on the card of the customer now."""
        self._boxes.show_kept(name, value)

    def show_window(self, title: str) -> None:
        """Show the title of the target window beside its program."""
        self._target.show_target(self._program, title)

    def open_on(self, screen: QScreen) -> None:
        """Show the form on a monitor, with the focus on the first box."""
        self.setScreen(screen)
        size = QSize(self._theme.px(_WIDTH), self._needed_height())
        self.setGeometry(place_framed(screen.availableGeometry(), size))
        self.show()
        self.raise_()
        self.activateWindow()
        self._boxes.start()

    def type(self, event: QKeyEvent | QInputMethodEvent) -> None:
        """Handle an event that was typed before the form had the keyboard focus."""
        before = self.focusWidget()
        QCoreApplication.sendEvent(before or self, event.clone())
        after = self.focusWidget()
        if after is not None and after is not before and not self.isActiveWindow():
            # Without the keyboard focus Qt sends no FocusIn, and the box would not select its value.
            QCoreApplication.sendEvent(after, QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason))

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        before, self._theme = self._theme, theme
        edge, gap = theme.space(4), theme.space(3)
        self._column.setContentsMargins(edge, edge, edge, edge)
        self._column.setSpacing(gap)
        self._panes.setSpacing(edge)
        self._reply_column.setContentsMargins(gap, theme.space(2), theme.space(2), theme.space(2))
        self._target_band.setFixedHeight(theme.px(SIZES.strip))
        for part in (
            self._target,
            self.customer_head,
            self.draft_bar,
            self._boxes,
            self._reply,
            self._footer,
        ):
            part.set_theme(theme)
        rescale(self, before.scale, theme.scale)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle the keys of the form; see FORM_KEYS."""
        pressed = FORM_KEYS.find(event, self._key_names)
        action = pressed.binding.action if pressed else None
        if event.isAutoRepeat() and action in self._actions:
            return  # the key that opened the form is still down: one press, one action
        if self._is_answered:
            self.typed_behind.emit(event)
        elif action in self._actions:
            self._actions[action]()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Cancel if there was no answer."""
        super().closeEvent(event)
        self.leaving.emit()
        if not self._is_answered:
            self._is_answered = True
            self.cancelled.emit()

    def _needed_height(self) -> int:
        """Return the height at which nothing needs to scroll, at least the minimum.

        It is computed once, so that the form does not move while it is filled in.
        """
        theme = self._theme
        fixed = self._footer.sizeHint().height() + 2 * theme.space(4) + self._target_band.height()
        for part in (self.customer_head, self.draft_bar):
            fixed += part.sizeHint().height() if part.isVisibleTo(self) else 0
        pane = (theme.px(_WIDTH) - 3 * theme.space(4)) // 2
        longest = self._reply.height_of(self._preview(self._boxes.longest_values), pane - theme.space(6))
        reply = min(longest + theme.space(5), theme.px(_MAX_PREVIEW_HEIGHT))
        return max(theme.px(_MIN_HEIGHT), fixed + max(self._boxes.height_for(pane), reply))

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        set_look(self._target_band, "raised")
        band = QVBoxLayout(self._target_band)
        band.setContentsMargins(0, 0, 0, 0)
        band.addWidget(self._target)
        outer.addWidget(self._target_band)
        outer.addWidget(self.customer_head)
        outer.addWidget(self.draft_bar)
        self._column = QVBoxLayout()
        outer.addLayout(self._column, 1)
        self._panes = QHBoxLayout()
        self._panes.addWidget(self._boxes, 1)
        self._panes.addWidget(self._reply_pane(), 1)
        self._column.addLayout(self._panes, 1)
        outer.addWidget(self._footer)  # last, so that Tab comes to it after the boxes

    def _reply_pane(self) -> QFrame:
        pane = QFrame()
        set_look(pane, "card")
        self._reply_column = QVBoxLayout(pane)
        self._reply_column.addWidget(self._reply)
        return pane

    def _connect(self) -> None:
        self._boxes.value_changed.connect(self._refresh)
        self._boxes.value_changed.connect(self.edited)
        for answered in (self.draft_bar.restored, self.draft_bar.discarded):
            answered.connect(self._boxes.start)
        self._boxes.entered.connect(self._on_entered)
        self._boxes.fact_requested.connect(self.fact_requested)
        self._boxes.card_requested.connect(self.card_requested)
        self._footer.copy_clicked.connect(self._on_copy_clicked)
        self._footer.paste_clicked.connect(self._on_paste_clicked)

    def _refresh(self) -> None:
        rendered = self._preview(self.values)
        self._reply.show_rendered(rendered, self._boxes.current)
        self._boxes.show_filled(rendered.missing)
        self._show_footer(rendered)

    def _translate(self) -> None:
        self.setWindowTitle(self.tr("Fill in: {title}").replace("{title}", inline_text(self._title)))
        self.setAccessibleName(self.windowTitle())
        self._show_footer(self._preview(self.values))

    def _show_footer(self, rendered: Rendered) -> None:
        """Show the obstacle if submitting was refused, else the keys."""
        obstacle = self._obstacle(rendered) if self._is_refused else ""
        self._is_refused = bool(obstacle)
        if obstacle:
            self._footer.show_obstacle(obstacle)
        else:
            self._footer.show_keys(self._footer_state(rendered.missing))

    def _footer_state(self, missing: Sequence[str]) -> FooterState:
        current = self._boxes.current
        choices = self._boxes.choices_of(current) if current in missing else 0
        return FooterState(
            bool(missing), any(name != current for name in missing), choices, len(self.values) == 1
        )

    def _obstacle(self, rendered: Rendered) -> str:
        """Return why the reply cannot be sent yet, empty if it can."""
        answer = deliver(rendered)
        return (
            messages.delivery_problem(answer.problem, answer.missing)
            if isinstance(answer, Undeliverable)
            else ""
        )

    def _on_entered(self, name: str) -> None:
        rendered = self._preview(self.values)
        self._reply.show_rendered(rendered, name)
        self._show_footer(rendered)

    def _on_enter(self) -> None:
        if not self._boxes.go_to_next(self._preview(self.values).missing):
            self._submit(copy_only=self._copy_only)

    def _on_copy_clicked(self) -> None:
        self._submit(copy_only=True)

    def _on_paste_clicked(self) -> None:
        self._submit(copy_only=False)

    def _show_key_sheet(self) -> None:
        self._key_sheet.open(self._theme, FORM_KEYS, CHOICE_KEYS)

    def _return(self) -> None:
        """Go back to the list; until that has the keyboard, the form passes its keys on."""
        self._is_answered = True
        self.setFocus()
        self.returned.emit()

    def _submit(self, *, copy_only: bool) -> None:
        if self._is_answered:
            return
        QGuiApplication.inputMethod().commit()  # a click on a button must not lose an open composition
        rendered = self._preview(self.values)
        if self._obstacle(rendered):
            self._is_refused = True
            self._show_footer(rendered)
            self._boxes.show_missing(rendered.missing)
            return
        self._is_answered = True
        self.close()
        self.submitted.emit(FilledForm(self.values, copy_only or self._copy_only))
