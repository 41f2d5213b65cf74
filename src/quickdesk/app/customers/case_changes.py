"""What the board and the form of a case change, each as one action that can be undone.

The functions run on the thread for changes; they raise StoreError, and CaseIncompleteError for a case that
cannot be closed yet. None stands for a case or a customer that is not there any more.
"""

from dataclasses import dataclass, replace
from datetime import date

from quickdesk.commands.customers.cards import CustomerCards
from quickdesk.customers.case import Case, CaseState
from quickdesk.customers.case_blocks import AskBlock, EscalationBlock, ask_block, escalation_block
from quickdesk.customers.case_rules import merged, moved
from quickdesk.customers.store import CustomerChange
from quickdesk.customers.timeline import Event, EventType
from quickdesk.replies.clock import NewId
from quickdesk.replies.history import ActionType


@dataclass(frozen=True, slots=True)
class CaseChanges:
    """Changes cases in the store of customers."""

    cards: CustomerCards
    new_id: NewId

    def save(self, base: Case, edited: Case, state: CaseState) -> Case | None:
        """Save what was changed in a form, and bring the case to a state; a new case has no id."""
        now = self.cards.clock.now()
        if base.id:
            stored = self.stored(base.id)
            if stored is None:
                return None
            case = moved(merged(base, edited, stored), state, now)
            return self._changed(stored, case)
        if self.cards.store.get(base.customer_id) is None:
            return None
        case = moved(replace(edited, id=self.new_id(), opened=now), state, now)
        self.cards.apply(CustomerChange(cases=(case,), events=(self._event(case),)), ActionType.OPEN_CASE)
        return case

    def set_state(self, case_id: str, state: CaseState) -> Case | None:
        """Bring a case to a state."""
        stored = self.stored(case_id)
        return None if stored is None else self._changed(stored, moved(stored, state, self.cards.clock.now()))

    def set_next_date(self, case_id: str, day: date) -> Case | None:
        """Set when to go on with a case."""
        stored = self.stored(case_id)
        return None if stored is None else self._changed(stored, replace(stored, next_date=day))

    def remove(self, case_id: str) -> Case | None:
        """Remove a case; undo brings it back."""
        stored = self.stored(case_id)
        if stored is not None:
            self.cards.apply(CustomerChange(remove_cases=(case_id,)), ActionType.REMOVE_CASE)
        return stored

    def escalate(self, case_id: str) -> EscalationBlock | None:
        """Mark a case as escalated, and return what a superior needs to know of it."""
        stored = self.stored(case_id)
        customer = None if stored is None else self.cards.store.get(stored.customer_id)
        if stored is None or customer is None:
            return None
        case = self._changed(stored, replace(stored, is_escalated=True))
        store = self.cards.store
        # What a superior has to allow is the solution that the agent proposes.
        return escalation_block(
            case, customer, store.notes(customer.id), store.events(customer.id), permission=case.solution
        )

    def ask(self, case_id: str) -> AskBlock | None:
        """Return a question to a colleague about a case; nothing is changed."""
        stored = self.stored(case_id)
        return None if stored is None else ask_block(stored, self.cards.store.notes(stored.customer_id))

    def stored(self, case_id: str) -> Case | None:
        """Return a case as it is stored now."""
        return next((each for each in self.cards.store.cases() if each.id == case_id), None)

    def _changed(self, stored: Case, case: Case) -> Case:
        if case != stored:
            events = (self._event(case),) if case.state is not stored.state else ()
            self.cards.apply(CustomerChange(cases=(case,), events=events), ActionType.CHANGE_CASE)
        return case

    def _event(self, case: Case) -> Event:
        now = self.cards.clock.now()
        return Event(
            self.new_id(), case.customer_id, EventType.CASE, now, case_id=case.id, text=case.state.value
        )
