"""The drafts of the forms of one palette: kept when a form is left, deleted when a reply is sent."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from quickdesk.app.drafts.drafts import KeptDrafts, OpenDraft
from quickdesk.desktop.ports.target import Target
from quickdesk.replies.clock import Clock
from quickdesk.replies.drafts import FormDraft
from quickdesk.replies.kept_values import changed_values

if TYPE_CHECKING:
    from quickdesk.ui.form.field_form import FieldForm


class FormDrafts:
    """Keeps the values of at most one open form, and remembers the forms left since the palette opened."""

    def __init__(self, plain: KeptDrafts, sealed: KeptDrafts, clock: Clock) -> None:
        """What is filled in for a customer with a card is kept in ``sealed``."""
        self._plain, self._sealed, self._clock = plain, sealed, clock
        self._open: OpenDraft | None = None
        self._left: dict[tuple[str, str], int] = {}

    def begin(self, form: "FieldForm", snippet_id: str, target: Target | None, customer_id: str = "") -> None:
        """Keep what is filled in from now on in a form that is about to open, and offer what was before.

        Both belong to the customer that the form is for.
        """
        offered, kept = dict(form.values), self._of(customer_id)

        def read(number: int) -> FormDraft | None:
            values = changed_values(offered, form.values)
            where = (target.program, target.title) if target is not None else ("", "")
            now = self._clock.now()
            return FormDraft(number, now, snippet_id, values, *where, customer_id) if values else None

        self._open = kept.begin(read, self._left.get((snippet_id, customer_id), 0), customer_id)
        self._left[snippet_id, customer_id] = self._open.number
        form.edited.connect(self._on_edited)
        self._offer(form, kept.of_form(snippet_id, customer_id), offered)

    def leave(self) -> None:
        """Keep what was filled in: the form is closed without being sent."""
        if self._open is not None:
            self._open.leave()
            self._open = None

    def delete(self) -> None:
        """Delete what was filled in: the customer was erased."""
        if self._open is not None:
            self._open.delete()
            self._open = None

    def hand_over(self) -> Callable[[], None]:
        """Keep what was filled in until the reply is sent; what is returned deletes it then."""
        numbers = dict(self._left)
        self.leave()
        self._left = {}

        def forget() -> None:
            for (_, customer_id), number in numbers.items():
                self._of(customer_id).drop(number)

        return forget

    def end_opening(self) -> None:
        """Treat what was filled in until now as that of another buyer: it is only offered."""
        self._left = {}

    def _on_edited(self) -> None:
        if self._open is not None:
            self._open.touch()

    def _offer(self, form: "FieldForm", draft: FormDraft | None, offered: Mapping[str, str]) -> None:
        if draft is None or not draft.values.keys() & offered.keys():
            return
        form.draft_bar.offer(draft, self._clock.now())
        form.draft_bar.restored.connect(partial(self._on_restored, form, draft))
        form.draft_bar.discarded.connect(partial(self._of(draft.customer_id).drop, draft.number))

    def _on_restored(self, form: "FieldForm", draft: FormDraft) -> None:
        form.fill(draft.values)
        if self._open is not None:
            self._open.flush()
        self._of(draft.customer_id).drop(draft.number)

    def _of(self, customer_id: str) -> KeptDrafts:
        return self._sealed if customer_id else self._plain
