"""Renders the chosen reply; if it has fields, a form asks for their values first."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QWindow

from quickdesk.app.appearance import Appearance
from quickdesk.app.drafts.drafts import ERASING
from quickdesk.app.drafts.form_drafts import FormDrafts
from quickdesk.app.services import Services
from quickdesk.commands.answer import Answer
from quickdesk.customers.customer import Customer
from quickdesk.desktop.own_windows import screen_of
from quickdesk.desktop.ports.target import Target
from quickdesk.desktop.screen_capture import hide_from_capture
from quickdesk.replies.card import NO_CARD, Card, can_be_on_card
from quickdesk.replies.form import Box, boxes, filled_values, needs_form, rememberable
from quickdesk.replies.kept_values import KeptValues, changed_values
from quickdesk.replies.render import RenderContext, Rendered, render
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.template import Template, parse
from quickdesk.ui.theme import Theme

if TYPE_CHECKING:
    from quickdesk.ui.form.field_form import FieldForm, FilledForm


def _no_draft() -> None:
    """Nothing was filled in."""


@dataclass(frozen=True, slots=True)
class Composed:
    """A rendered reply, and the fields that were asked for with their values.

    ``customer_id`` is the customer whose card filled it, empty if none was current, and ``customer`` that
    card as it was when the reply was chosen. ``forget_draft`` is to be called when the reply is sent.
    """

    snippet_id: str
    rendered: Rendered
    copy_only: bool
    customer_id: str = ""
    boxes: tuple[Box, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict, repr=False)
    customer: Customer | None = field(default=None, repr=False)
    forget_draft: Callable[[], None] = field(default=_no_draft, repr=False, compare=False)


class ReplyComposer(QObject):
    """Renders one reply at a time; while its form is open the next one waits."""

    composed = Signal(object)
    """The Composed reply."""
    cancelled = Signal()
    """The form was closed without a reply."""
    returned = Signal()
    """The agent goes back from the form to the palette; call ``end_return`` when that has the keyboard."""
    typed_behind = Signal(object)
    """A key press in the form after ``returned``, for the palette."""
    form_opening = Signal(object)
    """The FieldForm, before it is shown; keys may be sent to it from now on."""
    form_activated = Signal()
    """The form has the keyboard."""
    form_leaving = Signal(object)
    """The FieldForm, before it closes."""
    fact_requested = Signal(str, str)
    """Name and value of a field in the form that is to be a fact of the shop."""
    erased = Signal()
    """A form was closed because its customer was erased."""
    card_requested = Signal(str, str, str)
    """The id of a customer, and name and value of a field in the form that are to be kept on the card."""

    def __init__(self, services: Services, appearance: Appearance) -> None:
        super().__init__()
        self._services, self._appearance = services, appearance
        self._form: FieldForm | None = None
        self._left: FieldForm | None = None
        self._offered: dict[str, str] = {}
        self._card = NO_CARD
        self._drafts = FormDrafts(services.drafts, services.sealed_drafts, services.commands.clock)
        self._kept = KeptValues()
        self._is_returning = False
        # A fact may expire while a form is open.
        self._midnight = QTimer(self, singleShot=True)
        self._midnight.timeout.connect(self._show_facts)
        services.events.replies_changed.connect(self._show_facts)
        services.current_customer.changed.connect(self._show_customer)
        services.events.command_done.connect(self._on_command_done)

    @property
    def has_form(self) -> bool:
        """Whether a form is open."""
        return self._form is not None

    @property
    def has_input(self) -> bool:
        """Whether the agent has filled in something."""
        return self._form is not None and self._form.values != self._offered

    def compose(
        self, snippet: Snippet, target: Target | None, *, copy_only: bool, in_form: bool = False
    ) -> None:
        """Emit ``composed``, or open the form on the monitor of ``target``; raises TemplateError.

        ``in_form`` opens it also if nothing is left to fill in. The reply is for the customer who is current
        now, also if another one is by the time it is sent.
        """
        template = parse(snippet.body)
        clipboard = self._services.commands.clipboard() if template.reads_clipboard else None
        preview = partial(self._rendered, template, clipboard or "")
        facts, card = self._services.facts.today(), self._services.current_customer.card
        customer = self._services.current_customer.customer
        if in_form or needs_form(template, clipboard, facts, card):
            asked = boxes(template, self._services.stores.settings.field_values(), clipboard, facts, card)
            self._leave_form()
            form = self._make_form(snippet, asked, preview, None if copy_only else target)
            form.submitted.connect(partial(self._on_submitted, snippet.id, asked, preview, customer))
            form.returned.connect(partial(self._on_returned, snippet.id, asked, card.customer_id))
            self._offered, self._card = dict(form.values), card
            self._drafts.begin(form, snippet.id, target, card.customer_id)
            form.fill(self._kept.values_for(snippet.id, asked, card.customer_id))
            form.edited.connect(partial(self._follow_order, form, card, dict(form.values)))
            self._open(form, target)
        else:
            values = filled_values(template, facts, card)
            rendered = preview(values)
            self.composed.emit(Composed(snippet.id, rendered, copy_only, card.customer_id, customer=customer))

    def preload(self) -> None:
        """Import the form."""
        import quickdesk.ui.form.field_form  # noqa: F401

    def type(self, event: QKeyEvent | QInputMethodEvent) -> None:
        """Send a key to the form that was typed before the form had the keyboard."""
        if self._form is not None:
            self._form.type(event)

    def bring_form_to_front(self) -> None:
        """Activate the open form."""
        if self._form is not None:
            self._form.showNormal() if self._form.isMinimized() else self._form.raise_()
            self._form.activateWindow()

    def set_theme(self, theme: Theme) -> None:
        """Set the theme of an open form."""
        if self._form is not None:
            self._form.set_theme(theme)

    def close_form(self) -> None:
        """Close the form without a signal; what was filled in stays a draft."""
        self._leave_form()
        self._drop_left()
        self._midnight.stop()

    def put_away(self) -> bool:
        """Close a form for a customer, because the customers are locked; return whether there was one.

        What was filled in stays an encrypted draft.
        """
        self.forget_values()
        if self._form is None or not self._card.customer_id:
            return False
        self.close_form()
        return True

    def _on_command_done(self, command: str, _answer: Answer) -> None:
        """Close a form for a customer that was erased; nothing of what was filled in is kept."""
        customer_id = self._card.customer_id
        if command not in ERASING or self._form is None or not customer_id:
            return
        if self._services.current_customer.get(customer_id) is None:
            self.forget_values()
            self._drafts.delete()
            self.close_form()
            self.erased.emit()

    def end_return(self) -> None:
        """Close a form that the agent left for the palette."""
        if self._is_returning:
            self.close_form()

    def _leave_form(self) -> None:
        """Keep an open form on the screen, else keys would go to the chat window, until the next has them.

        An Enter right after the Esc that goes back to the palette chooses a reply before the palette has the
        keyboard.
        """
        self._drafts.leave()
        if self._form is not None:
            self._drop_left()
            self._left, self._form = self._form, None
        self._is_returning = False

    def _drop_left(self) -> None:
        if self._left is not None:
            self._left.hide()
            self._left.deleteLater()
            self._left = None

    def forget_values(self) -> None:
        """Forget what was filled in since the palette was opened: the next form may be for another buyer."""
        self._kept = KeptValues()
        self._drafts.end_opening()

    def _rendered(self, template: Template, clipboard: str, values: Mapping[str, str]) -> Rendered:
        """Render a reply with the present time: a form may stay open for more than a minute."""
        return render(template, values, RenderContext(self._services.commands.clock.now(), clipboard))

    def _make_form(
        self,
        snippet: Snippet,
        asked: tuple[Box, ...],
        preview: Callable[[Mapping[str, str]], Rendered],
        target: Target | None,
    ) -> "FieldForm":
        from quickdesk.ui.form.field_form import FieldForm

        program, title = (target.program, target.title) if target else (None, "")
        form = FieldForm(snippet.title, asked, preview, self._appearance.theme, program)
        form.show_window(title)
        return form

    def _open(self, form: "FieldForm", target: Target | None) -> None:
        self._form = form
        form.cancelled.connect(self._on_cancelled)
        form.typed_behind.connect(self.typed_behind)
        form.fact_requested.connect(self.fact_requested)
        form.card_requested.connect(partial(self.card_requested.emit, self._card.customer_id))
        self._show_customer()
        self._show_facts()
        form.leaving.connect(partial(self.form_leaving.emit, form))
        self.form_opening.emit(form)
        form.open_on(screen_of(target))
        if self._card.customer_id:
            hide_from_capture(int(form.winId()))
        window = form.windowHandle()
        if window is not None:
            window.activeChanged.connect(partial(self._on_active_changed, window))

    def _on_active_changed(self, window: QWindow) -> None:
        if self._form is not None and not self._is_returning and window.isActive():
            self._drop_left()
            self._show_facts()  # the computer may have slept over midnight
            self.form_activated.emit()

    def _show_facts(self) -> None:
        """Have an open form say what has become of facts; what it shows stays, and is sent."""
        if self._form is not None:
            self._form.show_facts(self._services.facts.today())
            self._midnight.start(self._services.facts.milliseconds_to_midnight())

    def _show_customer(self) -> None:
        """Have an open form say whom it is for; it stays with the customer that it was opened for."""
        if self._form is not None:
            now = self._services.current_customer.card
            other = None if now.customer_id == self._card.customer_id else now.label
            self._form.show_customer(self._card.label if self._card else None, other)

    def _follow_order(self, form: "FieldForm", card: Card, before: dict[str, str]) -> None:
        """Change the other fields of an order with the one that the agent has chosen."""
        after = dict(form.values)
        changes = card.following(before, after)
        before.update({**after, **changes})  # before the fields change, which calls this again
        if changes:
            form.fill(changes)

    def show_kept(self, customer_id: str, name: str, value: str) -> None:
        """Have the form of a customer say that a value is on the card now."""
        if self._form is not None and self._card.customer_id == customer_id:
            self._form.show_kept(name, value)

    def _on_submitted(
        self,
        snippet_id: str,
        asked: tuple[Box, ...],
        preview: Callable[[Mapping[str, str]], Rendered],
        customer: Customer | None,
        filled: "FilledForm",
    ) -> None:
        forget_draft = self._drafts.hand_over()
        self.close_form()
        rendered, customer_id = preview(filled.values), "" if customer is None else customer.id
        self.composed.emit(
            Composed(
                snippet_id,
                rendered,
                filled.copy_only,
                customer_id,
                asked,
                filled.values,
                customer,
                forget_draft,
            )
        )
        if self._services.settings.current.learning:
            typed = {box.name: filled.values[box.name] for box in asked if _may_be_offered(box, customer_id)}
            self._services.settings.remember(rememberable(typed))

    def _on_returned(self, snippet_id: str, asked: tuple[Box, ...], customer_id: str) -> None:
        if self._form is not None:
            changed = changed_values(self._offered, self._form.values)
            self._kept.keep(snippet_id, asked, changed, customer_id)
            self._is_returning = True
            self.returned.emit()

    def _on_cancelled(self) -> None:
        self.close_form()
        self.cancelled.emit()


def _may_be_offered(box: Box, customer_id: str) -> bool:
    """Return whether what was typed may be offered for everybody: nothing that a card could have said."""
    return not box.is_filled and not (customer_id and can_be_on_card(box.name))
