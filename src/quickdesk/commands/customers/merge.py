"""The command ``customer merge``: two cards of one buyer become one."""

from typing import Any

from quickdesk.commands.answer import Answer, Exit, Request, done, problem
from quickdesk.commands.arguments import flag, text
from quickdesk.commands.customers.cards import CustomerCards
from quickdesk.commands.customers.meant import answered_for, named
from quickdesk.commands.customers.to_json import customer_flaw_to_json, customer_to_json
from quickdesk.customers.card.merging import MergePlan, ValueConflict, plan_merge
from quickdesk.customers.card.validation import check_customer
from quickdesk.customers.masking import masked_number
from quickdesk.replies.history import ActionType
from quickdesk.text.personal import masked

_NUMBERS = frozenset({"order_tracking_number"})


def merge_customers(request: Request, cards: CustomerCards) -> Answer:
    """Merge the customer ``other`` into ``id`` and return what was kept; only show it with ``dry_run``."""

    def merge() -> Answer:
        store = cards.store
        customers = store.customers()
        customer, other = named(request, customers), named(request, customers, "other")
        if customer.id == other.id:
            return problem(Exit.USAGE, "same-customer", id=text(request, "other"))
        plan = plan_merge(customer, other, store.belongings(other.id), cards.clock.now())
        flaws = check_customer(plan.customer)
        if flaws:
            return problem(Exit.REFUSED, "flawed-customer", flaws=list(map(customer_flaw_to_json, flaws)))
        dry_run = flag(request, "dry_run")
        if not dry_run:
            cards.apply(plan.change, ActionType.MERGE_CUSTOMERS)
        return done(_to_json(plan, cards, dry_run=dry_run, reveal=flag(request, "reveal")))

    return answered_for(merge)


def _to_json(plan: MergePlan, cards: CustomerCards, *, dry_run: bool, reveal: bool) -> dict[str, Any]:
    own = cards.store.notes(plan.customer.id)
    notes = {note.id: note for note in (*own, *plan.moved.notes)}
    ordered = sorted(notes.values(), key=lambda each: each.at)
    return {
        "customer": customer_to_json(plan.customer, ordered, reveal=reveal),
        "removed": plan.other_id,
        "differences": [_difference_to_json(each, reveal=reveal) for each in plan.differences],
        "notes": len(plan.moved.notes),
        "cases": len(plan.moved.cases),
        "events": len(plan.moved.events),
        "dry_run": dry_run,
    }


def _difference_to_json(difference: ValueConflict, *, reveal: bool) -> dict[str, str]:
    name, kept, dropped = difference.name, difference.kept, difference.dropped
    if not reveal:
        shown = masked_number if difference.field in _NUMBERS else masked
        kept, dropped = shown(kept), shown(dropped)
        name = masked_number(name) if difference.field.startswith("order_") else name
    return {"field": difference.field, "name": name, "kept": kept, "dropped": dropped}
