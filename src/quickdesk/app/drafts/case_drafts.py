"""The draft of the form of a case: kept until the case is saved or what was typed is discarded."""

from functools import partial
from typing import TYPE_CHECKING

from quickdesk.app.drafts.drafts import KeptDrafts, OpenDraft
from quickdesk.customers.case import Case
from quickdesk.replies.clock import Clock
from quickdesk.replies.drafts import CustomerDraft
from quickdesk.replies.kept_values import changed_values

if TYPE_CHECKING:
    from quickdesk.ui.cases.case_form import CaseForm


class CaseDrafts:
    """Keeps what is typed in at most one open form, and offers what was typed before."""

    def __init__(self, kept: KeptDrafts, clock: Clock) -> None:
        self._kept, self._clock = kept, clock
        self._open: OpenDraft | None = None

    def begin(self, form: "CaseForm", case: Case) -> None:
        """Keep what is typed in a form that is about to open, and offer an earlier draft of the same case.

        The id of a new case is empty: its draft is offered for the next new case of that customer.
        """
        place, before = f"case:{case.id}", form.fields.stored

        def read(number: int) -> CustomerDraft | None:
            if not form.is_changed:
                return None
            texts = changed_values(before, form.fields.stored)
            return CustomerDraft(number, self._clock.now(), place, case.customer_id, texts)

        self._open = self._kept.begin(read, customer_id=case.customer_id)
        form.edited.connect(self._on_edited)
        form.put_off.connect(self.leave)
        form.discarded.connect(self.delete)
        draft = self._kept.of_customer(place, case.customer_id)
        if draft is not None:
            form.draft_bar.offer(draft, self._clock.now())
            form.draft_bar.restored.connect(partial(self._on_restored, form, draft))
            form.draft_bar.discarded.connect(partial(self._kept.drop, draft.number))

    def leave(self) -> None:
        """Keep what is typed: the form closes."""
        if self._open is not None:
            self._open.leave()
            self._open = None

    def delete(self) -> None:
        """Delete what was typed: it is saved, or discarded."""
        if self._open is not None:
            self._open.delete()
            self._open = None

    def _on_edited(self) -> None:
        if self._open is not None:
            self._open.touch()

    def _on_restored(self, form: "CaseForm", draft: CustomerDraft) -> None:
        form.fields.fill(draft.texts)
        if self._open is not None:
            self._open.touch()
            self._open.flush()
        self._kept.drop(draft.number)
