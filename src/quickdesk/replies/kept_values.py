"""What the agent filled in while one palette was open, for the form that opens after going back to the list.

All of it belongs to the buyer in the chat window over which the palette was opened, so it ends with it. What
was filled in for one customer is kept for that customer only; without a current customer, the id is empty.
"""

from collections.abc import Mapping, Sequence

from quickdesk.replies.form import Box


class KeptValues:
    """The values of the forms that the agent left by going back to the list."""

    def __init__(self) -> None:
        self._by_reply: dict[tuple[str, str], Mapping[str, str]] = {}
        self._typed: dict[str, dict[str, str]] = {}

    def keep(
        self, snippet_id: str, boxes: Sequence[Box], changed: Mapping[str, str], customer_id: str = ""
    ) -> None:
        """Keep the values of a reply that the agent has changed; one that was put back ends there."""
        self._by_reply[customer_id, snippet_id] = dict(changed)
        all_typed = self._typed.setdefault(customer_id, {})
        for box in boxes:
            if not box.choices and box.name in changed:
                all_typed[box.name] = changed[box.name]
            elif not box.choices:
                all_typed.pop(box.name, None)

    def values_for(self, snippet_id: str, boxes: Sequence[Box], customer_id: str = "") -> dict[str, str]:
        """Return the values to fill in: what was typed last for each name, and the choices of the same reply.

        A choice is kept for its own reply only: in another one it may promise something else.
        """
        free = {box.name for box in boxes if not box.choices}
        typed = {name: value for name, value in self._typed.get(customer_id, {}).items() if name in free}
        return {**self._by_reply.get((customer_id, snippet_id), {}), **typed}


def changed_values(before: Mapping[str, str], after: Mapping[str, str]) -> dict[str, str]:
    """Return the values that differ."""
    return {name: value for name, value in after.items() if value != before.get(name)}
