"""Strict access to the keys of one TOML table."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NoReturn

from quickdesk.packs.pack import PackError, PackFlaw


@dataclass(frozen=True, slots=True)
class TomlTable:
    """The keys of one table, with its location for errors.

    ``place`` identifies the table in its file (``reply 3``); it is empty for the keys of the file itself.
    Methods raise :exc:`PackError` for a key that is missing, unknown or of the wrong type.
    """

    file: str
    place: str
    values: Mapping[str, object]

    def only(self, *keys: str) -> "TomlTable":
        """Return this table; raise PackError if it has any other key."""
        for key in self.values:
            if key not in keys:
                self.refuse(PackFlaw.UNKNOWN_KEY, key)
        return self

    def text(self, key: str) -> str:
        """Return a required text, stripped; it must not be blank."""
        found = self.optional_text(key)
        if key not in self.values:
            self.refuse(PackFlaw.MISSING_KEY, key)
        if not found:
            self.refuse(PackFlaw.EMPTY_TEXT, key)
        return found

    def optional_text(self, key: str) -> str:
        """Return a text, stripped; empty if the key is missing."""
        found = self.values.get(key, "")
        if not isinstance(found, str):
            self.refuse(PackFlaw.WRONG_TYPE, key)
        return found.strip()

    def line(self, key: str) -> str:
        """Return a required text of one line; it must not be blank."""
        return self._one_line(key, self.text(key))

    def optional_line(self, key: str) -> str:
        """Return a text of one line; empty if the key is missing."""
        return self._one_line(key, self.optional_text(key))

    def lines(self, key: str) -> tuple[str, ...]:
        """Return a list of distinct one-line texts, none blank; empty if the key is missing."""
        found = self.values.get(key, [])
        if not isinstance(found, list):
            self.refuse(PackFlaw.WRONG_TYPE, key)
        return tuple(dict.fromkeys(TomlTable(self.file, self.place, {key: item}).line(key) for item in found))

    def tables(self, key: str, label: str) -> tuple["TomlTable", ...]:
        """Return a list of tables whose places are ``label`` and a number; empty if the key is missing."""
        found = self.values.get(key, [])
        if not isinstance(found, list):
            self.refuse(PackFlaw.WRONG_TYPE, key)
        made = []
        for number, item in enumerate(found, start=1):
            if not isinstance(item, dict):
                self.refuse(PackFlaw.WRONG_TYPE, key)
            made.append(TomlTable(self.file, f"{label} {number}", item))
        return tuple(made)

    def refuse(self, flaw: PackFlaw, detail: str) -> NoReturn:
        """Raise PackError for this table."""
        raise PackError(flaw, self.file, f"{self.place}: {detail}" if self.place else detail)

    def _one_line(self, key: str, found: str) -> str:
        if len(found.splitlines()) > 1:
            self.refuse(PackFlaw.BAD_VALUE, key)
        return found
