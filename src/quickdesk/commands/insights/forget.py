"""The command ``forget``: deletes what was learnt from use."""

from typing import Protocol

from quickdesk.commands.answer import Answer, Request, done


class Learnt(Protocol):
    """What was learnt: the use of replies, messages answered with them, and values of fields."""

    def forget(self) -> int:
        """Delete all of it and return how many entries that were; raises StoreError."""
        ...


def forget(_request: Request, learnt: Learnt) -> Answer:
    """Delete what was learnt; statistics and searches in vain stay."""
    return done({"count": learnt.forget()})
