"""A store of facts in memory."""

from collections.abc import Iterable, Sequence

from quickdesk.replies.facts import Fact
from quickdesk.replies.history import Action


class MemoryFactStore:
    def __init__(self, facts: Iterable[Fact] = ()) -> None:
        self._facts = {each.key: each for each in facts}

    def facts(self) -> Sequence[Fact]:
        return tuple(self._facts.values())

    def put(self, facts: Sequence[Fact], action: Action) -> None:
        self._facts |= {each.key: each for each in facts}

    def remove(self, keys: Sequence[str], action: Action) -> None:
        for key in keys:
            self._facts.pop(key, None)
