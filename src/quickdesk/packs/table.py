"""One TOML table, read strictly: every key is known and has its type, or the pack is refused."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NoReturn

from quickdesk.packs.pack import PackError, PackFlaw


@dataclass(frozen=True, slots=True)
class Table:
    """The keys of one table with what an error needs to say where it stands.

    ``place`` tells tables of one file apart (``reply 3``); it is empty for the file's own keys.
    """

    file: str
    place: str
    values: Mapping[str, object]

    def only(self, *keys: str) -> "Table":
        """Return the table itself; raises PackError where it has any other key."""
        for key in self.values:
            if key not in keys:
                self.refuse(PackFlaw.UNKNOWN_KEY, key)
        return self

    def text(self, key: str) -> str:
        """Return a text that is there and is not blank, without the blanks around it."""
        found = self.optional_text(key)
        if key not in self.values:
            self.refuse(PackFlaw.MISSING_KEY, key)
        if not found:
            self.refuse(PackFlaw.EMPTY_TEXT, key)
        return found

    def optional_text(self, key: str) -> str:
        """Return a text without the blanks around it, empty where the key is not there."""
        found = self.values.get(key, "")
        if not isinstance(found, str):
            self.refuse(PackFlaw.WRONG_TYPE, key)
        return found.strip()

    def line(self, key: str) -> str:
        """Return a text of one line that is there and is not blank."""
        return self._one_line(key, self.text(key))

    def optional_line(self, key: str) -> str:
        """Return a text of one line, empty where the key is not there."""
        return self._one_line(key, self.optional_text(key))

    def lines(self, key: str) -> tuple[str, ...]:
        """Return a list of one-line texts, none blank and each once; empty where it is not there."""
        found = self.values.get(key, [])
        if not isinstance(found, list):
            self.refuse(PackFlaw.WRONG_TYPE, key)
        return tuple(dict.fromkeys(Table(self.file, self.place, {key: item}).line(key) for item in found))

    def tables(self, key: str, called: str) -> tuple["Table", ...]:
        """Return a list of tables, each with its place; empty where the key is not there."""
        found = self.values.get(key, [])
        if not isinstance(found, list):
            self.refuse(PackFlaw.WRONG_TYPE, key)
        made = []
        for number, item in enumerate(found, start=1):
            if not isinstance(item, dict):
                self.refuse(PackFlaw.WRONG_TYPE, key)
            made.append(Table(self.file, f"{called} {number}", item))
        return tuple(made)

    def refuse(self, flaw: PackFlaw, detail: str) -> NoReturn:
        """Raise PackError for something in this table."""
        raise PackError(flaw, self.file, f"{self.place}: {detail}" if self.place else detail)

    def _one_line(self, key: str, found: str) -> str:
        if len(found.splitlines()) > 1:
            self.refuse(PackFlaw.BAD_VALUE, key)
        return found
