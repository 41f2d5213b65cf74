"""The reply, from the hotkey to the chat box. Read from top to bottom, this file is the feature.

The window the agent is in is remembered before anything of ours shows; what is pasted is rendered here
and nowhere else. How it gets there is ``app/delivery.py``.
"""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QElapsedTimer, QObject, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from quickdesk.app.delivery import Sent
from quickdesk.app.features.parts import Question, ReplyParts
from quickdesk.app.held import Held
from quickdesk.desktop.ports.target import Target
from quickdesk.insights.daily_use import count_keys
from quickdesk.replies.form import Box, boxes, needs_form
from quickdesk.replies.memory import memorable
from quickdesk.replies.render import RenderContext, Rendered, render
from quickdesk.replies.template import Template, TemplateError, parse
from quickdesk.search.hit import Hit
from quickdesk.ui.form.field_form import FieldForm, Filled
from quickdesk.ui.palette.choice import PaletteChoice
from quickdesk.ui.palette.window import Palette
from quickdesk.ui.theme import Theme

MOST_HITS = 50
"""Rows the palette is given; an agent types another letter long before the fiftieth."""
_FOCUS_ON_ITS_WAY_MS = 500
_EARLIER_KEYS_MS = 30
"""How much later than the hotkey a key may be heard of that was pressed before it."""
_FIRST_LIST_MS = 25
"""How long an opening palette may wait for the list of what is most likely needed: else it would flicker."""
_SAME_FRAME_MS = 8
"""How long a letter may wait for its list: most come within it, and both are painted at once."""
_HOLD_OPENING_MS = 1500
"""How long a reply on its way may keep the palette from opening."""


class ReplyFlow(QObject):
    """Joins the palette, the form and the delivery."""

    unreadable = Signal(object)
    """A TemplateError: why a reply stays here."""
    asking = Signal(object)
    """A form that is about to show, and may be typed in at once."""
    filled = Signal(object)
    """Mapping of field names to values that the next form may offer."""
    opened = Signal(object)
    """The Target, or None: the palette is about to show over it."""
    searched = Signal(str, int)
    """A query, and how many replies were found."""
    closed = Signal()
    """The agent closed the palette without a choice."""

    def __init__(self, parts: ReplyParts, palette: Palette, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._parts, self._palette = parts, palette
        self._query = ""
        self._asked = ("", "")
        self._target: Target | None = None
        self._form: FieldForm | None = None
        self._offered: dict[str, str] = {}
        self._toggling = Held(_EARLIER_KEYS_MS, self)
        self._opening = Held(_HOLD_OPENING_MS, self)
        self._closed = QElapsedTimer()
        parts.delivery.arrived.connect(self._opening.let_go)
        palette.query_changed.connect(self._on_query_changed)
        palette.accepted.connect(self._on_accepted)
        palette.leaving.connect(partial(self._on_leaving, palette))
        palette.dismissed.connect(self.closed)
        palette.typed_ahead.connect(self._on_typed_ahead)

    # Opening: the window in use is captured before anything of ours is shown.

    def on_hotkey(self) -> None:
        """Do what :meth:`toggle` does, after the keys that were pressed before.

        The hotkey comes over a connection of its own: an Enter for the open palette, pressed just before,
        may still be on its way, and closing the palette now would lose the reply.
        """
        if self._palette.isVisible():
            self._toggling.hold(self.toggle)
        else:
            self.open()

    def toggle(self) -> None:
        """Open the palette over the window in use, or close it."""
        if self._palette.isVisible():
            self.hide()
        else:
            self.open()

    def open(self) -> None:
        """Open the palette over the window in use; where a form is open, bring that to the front.

        A reply on its way needs the focus in its window: until it is there the palette waits.
        """
        if self._parts.delivery.is_ending:
            return
        self._parts.delivery.hurry()
        if self._parts.delivery.is_arriving:
            self._opening.hold(self._open)
        else:
            self._open()

    def _open(self) -> None:
        if self._form is not None:
            _bring_to_front(self._form)
            return
        if not self._palette.isVisible():
            found = self._parts.windows.capture()
            # Right after the palette closed the focus is still on its way back to the chat window.
            if found is not None or not self._is_just_closed():
                self._target = found
        self._show_palette()

    def _is_just_closed(self) -> bool:
        return self._closed.isValid() and self._closed.elapsed() < _FOCUS_ON_ITS_WAY_MS

    def _show_palette(self) -> None:
        self.opened.emit(self._target)
        program, title = (self._target.program, self._target.title) if self._target else (None, "")
        self._palette.show_target(program, title)
        self._palette.open_at(self._parts.screen_of(self._target).availableGeometry())

    def hide(self) -> None:
        """Close the palette, also one that waits to open."""
        self._opening.drop()
        was_visible = self._palette.isVisible()
        self._palette.close_palette()
        if was_visible:
            self.closed.emit()

    def _on_leaving(self, window: QWidget) -> None:
        """Hand the keyboard back, on whatever way palette or form go."""
        self._parts.search.drop()
        self._closed.start()
        if window.isActiveWindow():
            # A key that is still down (Esc, Enter) would repeat itself in the chat window.
            self._parts.windows.release_keys()

    def set_theme(self, theme: Theme) -> None:
        """Dress an open form, and those to come, in another theme."""
        self._theme = theme
        if self._form is not None:
            self._form.set_theme(theme)

    def leave(self) -> bool:
        """Drop a form in which nothing was filled in; bring any other to the front.

        Returns whether no form is open any more: what somebody filled in is never thrown away.
        """
        if self._form is not None and self._form.values != self._offered:
            _bring_to_front(self._form)
            return False
        self._drop_form()
        return True

    def close(self) -> None:
        """Hear of nothing any more."""
        self._toggling.drop()
        self._opening.drop()
        self._drop_form()

    # Searching.

    def refresh(self) -> None:
        """Search again, because the library has changed."""
        if self._palette.isVisible() and not self._palette.awaits_suggestions:
            self._on_query_changed(self._query)

    def _on_query_changed(self, query: str) -> None:
        self._query = query
        patience = _SAME_FRAME_MS if query else _FIRST_LIST_MS
        self._parts.search.ask(query, MOST_HITS, partial(self._on_found, query), patience)

    def _on_found(self, query: str, hits: Sequence[Hit] | None) -> None:
        if hits is None:
            self._palette.show_failure()
            return
        self.searched.emit(query, len(hits))
        self._palette.show_hits(query, hits)  # an Enter that came before the list takes its first row here

    # Choosing: a reply with fields asks first.

    def _on_accepted(self, choice: PaletteChoice) -> None:
        self._asked = (self._query, choice.message)
        snippet = self._parts.replies.store.get(choice.snippet_id)
        if snippet is None:  # a command removed it since it was listed
            self._show_palette()  # over the same window: by now the focus may be nowhere
            return
        try:
            template = parse(snippet.body)
        except TemplateError as error:
            self._palette.close_palette()
            self.unreadable.emit(error)
            return
        clipboard = self._parts.replies.clipboard() if template.reads_clipboard else None
        preview = partial(self._rendered, template, clipboard or "")
        if needs_form(template, clipboard):
            target = None if choice.copy_only else self._target
            program, window = (target.program, target.title) if target else (None, "")
            asked = boxes(template, self._parts.replies.remembered(), clipboard)
            self._ask(snippet.id, Question(snippet.title, asked, preview, program, window))
        else:
            self._deliver(snippet.id, preview({}), (), {}, copy_only=choice.copy_only)

    def _rendered(self, template: Template, clipboard: str, values: Mapping[str, str]) -> Rendered:
        """Fill a reply as of now: a form may stay open for longer than a minute."""
        return render(template, values, RenderContext(self._parts.replies.clock.now(), clipboard))

    def _ask(self, snippet_id: str, question: Question) -> None:
        self._form = self._parts.make_form(question, self._theme)
        self._offered = dict(self._form.values)
        self._form.submitted.connect(partial(self._on_submitted, snippet_id, question))
        self._form.cancelled.connect(self._on_cancelled)
        self._form.leaving.connect(partial(self._on_leaving, self._form))
        self.asking.emit(self._form)
        self._form.open_on(self._parts.screen_of(self._target))
        # Until the form has the keyboard the palette keeps it: else keys would go to the chat window.
        window = self._form.windowHandle()
        if window is not None:
            window.activeChanged.connect(self._on_form_active)

    def _on_typed_ahead(self, event: QKeyEvent | QInputMethodEvent) -> None:
        if self._form is not None:
            self._form.type(event)

    def _on_form_active(self) -> None:
        self._palette.close_palette()

    def _on_cancelled(self) -> None:
        self._drop_form()
        self._palette.close_palette()
        if self._target is not None:
            self._parts.windows.activate(self._target)

    def _on_submitted(self, snippet_id: str, question: Question, filled: Filled) -> None:
        self._drop_form()
        rendered = question.preview(filled.values)
        self._deliver(snippet_id, rendered, question.boxes, filled.values, copy_only=filled.copy_only)
        self.filled.emit(memorable(filled.values))

    def _drop_form(self) -> None:
        if self._form is not None:
            self._form.hide()
            self._form.deleteLater()
            self._form = None

    def _deliver(
        self,
        snippet_id: str,
        rendered: Rendered,
        asked: Sequence[Box],
        values: Mapping[str, str],
        *,
        copy_only: bool,
    ) -> None:
        self._palette.close_palette()
        query, message = self._asked
        keys = count_keys(rendered, query, asked, values, is_suggested=bool(message))
        sent = Sent(snippet_id, self._target, keys, query, message)
        self._parts.delivery.deliver(sent, rendered, copy_only=copy_only)


def _bring_to_front(window: FieldForm) -> None:
    window.showNormal() if window.isMinimized() else window.raise_()
    window.activateWindow()
