"""A store of the shop's own words in memory."""

from quickdesk.replies.history import Action


class MemoryLexiconStore:
    def __init__(self, text: str = "") -> None:
        self._text = text

    def text(self) -> str:
        return self._text

    def save(self, text: str, action: Action) -> None:
        self._text = text
