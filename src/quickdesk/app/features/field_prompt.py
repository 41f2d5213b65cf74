"""Asks for the fields of a reply in a form, for one reply at a time."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent

from quickdesk.app.appearance import Appearance
from quickdesk.desktop.monitors import screen_of
from quickdesk.desktop.ports.target import Target
from quickdesk.replies.form import Box
from quickdesk.replies.render import Rendered
from quickdesk.ui.form.field_form import FieldForm, Filled
from quickdesk.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Question:
    """The fields of one reply; ``target`` is None if the reply is only copied."""

    snippet_id: str
    title: str
    boxes: tuple[Box, ...]
    preview: Callable[[Mapping[str, str]], Rendered]
    target: Target | None = field(default=None, repr=False)


class FieldPrompt(QObject):
    """Opens the form and signals what the agent does with it."""

    opening = Signal(object)
    """The FieldForm, before it is shown; keys may be sent to it from now on."""
    activated = Signal()
    """The form has the keyboard."""
    leaving = Signal(object)
    """The FieldForm, before it closes."""
    submitted = Signal(object, object)
    """The Question and what was Filled in."""
    cancelled = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._form: FieldForm | None = None
        self._offered: dict[str, str] = {}

    @property
    def is_open(self) -> bool:
        """Whether a form is open."""
        return self._form is not None

    @property
    def has_input(self) -> bool:
        """Whether the agent has filled in something."""
        return self._form is not None and self._form.values != self._offered

    def ask(self, question: Question, window: Target | None) -> None:
        """Open the form on the monitor of ``window``."""
        target = question.target
        program, title = (target.program, target.title) if target else (None, "")
        self._form = form = FieldForm(
            question.title, question.boxes, question.preview, self._appearance.theme, program
        )
        form.show_window(title)
        self._offered = dict(form.values)
        form.submitted.connect(partial(self._on_submitted, question))
        form.cancelled.connect(self._on_cancelled)
        form.leaving.connect(partial(self.leaving.emit, form))
        self.opening.emit(form)
        form.open_on(screen_of(window))
        handle = form.windowHandle()
        if handle is not None:
            handle.activeChanged.connect(self.activated)

    def type(self, event: QKeyEvent | QInputMethodEvent) -> None:
        """Pass on a key that was typed before the form had the keyboard."""
        if self._form is not None:
            self._form.type(event)

    def bring_to_front(self) -> None:
        """Activate the open form."""
        if self._form is not None:
            self._form.showNormal() if self._form.isMinimized() else self._form.raise_()
            self._form.activateWindow()

    def set_theme(self, theme: Theme) -> None:
        """Set the theme of an open form."""
        if self._form is not None:
            self._form.set_theme(theme)

    def close(self) -> None:
        """Close the form without a signal."""
        if self._form is not None:
            self._form.hide()
            self._form.deleteLater()
            self._form = None

    def _on_submitted(self, question: Question, filled: Filled) -> None:
        self.close()
        self.submitted.emit(question, filled)

    def _on_cancelled(self) -> None:
        self.close()
        self.cancelled.emit()
