"""Keys that were pressed before the list they mean was there, in the order in which they were pressed."""

from typing import TypeAlias

from PySide6.QtGui import QInputMethodEvent, QKeyEvent

from quickdesk.ui.palette.key_map import Asked, Command, Pick

Typed: TypeAlias = QKeyEvent | QInputMethodEvent
_TAKING = (Command.ACCEPT, Command.COPY)


class WaitingKeys:
    """What is asked of the list to come; once a row is to be taken, what is typed after that waits too."""

    def __init__(self) -> None:
        self._asked: list[Asked] = []
        self._typed_on: list[Typed] = []

    def __bool__(self) -> bool:
        return bool(self._asked)

    @property
    def will_take(self) -> bool:
        """Whether a row is to be taken as soon as the list is there."""
        return any(isinstance(each, Pick) or each in _TAKING for each in self._asked)

    def ask(self, asked: Asked) -> None:
        """Add what is asked of the list."""
        self._asked.append(asked)

    def keeps(self, event: Typed) -> bool:
        """Keep what comes after a row is taken; of what an input method composes only what it commits."""
        if self.will_take and (isinstance(event, QKeyEvent) or event.commitString()):
            self._typed_on.append(event.clone())
        return self.will_take

    def drop(self) -> tuple[list[Asked], list[Typed]]:
        """Forget and return what was asked, and what was typed on."""
        asked, self._asked = self._asked, []
        typed_on, self._typed_on = self._typed_on, []
        return asked, typed_on
