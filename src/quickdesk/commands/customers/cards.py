"""Changes of customers as actions of now, which can be undone."""

from dataclasses import dataclass, replace

from quickdesk.customers.store import CustomerChange, CustomerStore
from quickdesk.replies.clock import Clock
from quickdesk.replies.history import Action, ActionType
from quickdesk.replies.running_days import DayCounter


@dataclass(frozen=True, slots=True)
class CustomerCards:
    """The customers, and what the commands and windows need to change them."""

    store: CustomerStore
    clock: Clock
    days: DayCounter

    def apply(self, change: CustomerChange, action_type: ActionType) -> None:
        """Apply a change as an action of this type; raises StoreError."""
        action = Action(action_type, self.clock.now(), day=self.days.days().number)
        self.store.apply(replace(change, action=action))
