"""Compares the changes that a killed program acknowledged with the data found afterwards."""

import random
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

KEYS_OF_A_CLIENT = 40
BIG_BODY = 80_000


@dataclass(frozen=True, slots=True)
class Reply:
    """The known state of one reply: the number in its body, its place, and its id."""

    number: int
    is_removed: bool = False
    id: str = ""

    @property
    def place(self) -> tuple[int, bool]:
        return self.number, self.is_removed


@dataclass
class Count:
    """The totals."""

    tray_kills: int = 0
    command_kills: int = 0
    moves: int = 0
    moved: int = 0
    """Changes that were refused because the data folder was gone."""
    acknowledged: int = 0
    lost: int = 0
    invented: int = 0
    torn_imports: int = 0
    failed_opens: int = 0
    alarms: int = 0
    refused: int = 0

    @property
    def is_good(self) -> bool:
        bad = (self.lost, self.invented, self.torn_imports, self.failed_opens, self.alarms, self.refused)
        return not any(bad)


@dataclass
class Client:
    """Changes replies of its own, one change at a time, whose outcome is known or ``pending``."""

    name: str
    chance: random.Random
    known: dict[str, Reply] = field(default_factory=dict)
    pending: dict[str, Reply] = field(default_factory=dict)
    number: int = 0
    acknowledged: int = 0
    refused: int = 0
    moved: int = 0
    may_move: bool = False
    """Whether the data folder may be gone, so that changes are refused."""

    def next_request(self) -> tuple[str, dict[str, Any]]:
        """Choose a change, record it as pending and return the command and its arguments."""
        self.number += 1
        if self.chance.random() < 0.1:
            return self._import()
        key = f"{self.name}-{self.chance.randrange(KEYS_OF_A_CLIENT)}"
        old = self.known.get(key)
        if old is None:
            self.pending = {key: Reply(self.number)}
            return "add", {"title": key, "body": self._body(), "code": key}
        if old.is_removed:
            self.pending = {key: replace(old, is_removed=False)}
            return "restore", {"id": old.id}
        if self.chance.random() < 0.2:
            self.pending = {key: replace(old, is_removed=True)}
            return "remove", {"id": old.id}
        self.pending = {key: replace(old, number=self.number)}
        return "edit", {"id": old.id, "body": self._body()}

    def heard(self, answer: Mapping[str, Any]) -> None:
        """Record the answer to the pending change."""
        if answer["problem"] == "data-moved" and self.may_move:
            self.moved += 1
            self.pending = {}
            return
        if answer["exit"] != 0:
            print("refused:", answer, file=sys.stderr)
            self.refused += 1
            return
        for key, reply in self.pending.items():
            data = answer["data"]
            new_id = data.get("id", "") if isinstance(data, dict) else ""
            self.known[key] = replace(reply, id=reply.id or new_id)
        self.acknowledged += 1
        self.pending = {}

    def compare(self, found: Mapping[str, Reply], count: Count) -> None:
        """Compare what was found with what was answered, and take it as the new state."""
        came = {
            key for key, reply in self.pending.items() if key in found and found[key].place == reply.place
        }
        count.torn_imports += 0 < len(came) < len(self.pending)
        mine = {key: each for key, each in found.items() if key.rpartition("-")[0] == self.name}
        for key, reply in self.known.items():
            if key not in came and (key not in mine or mine[key].place != reply.place):
                count.lost += 1
        count.invented += sum(1 for key in mine if key not in self.known and key not in came)
        self.known, self.pending = mine, {}
        count.acknowledged, self.acknowledged = count.acknowledged + self.acknowledged, 0
        count.refused, self.refused = count.refused + self.refused, 0
        count.moved, self.moved = count.moved + self.moved, 0

    def _import(self) -> tuple[str, dict[str, Any]]:
        """Return an import of some new replies, which is one transaction."""
        keys = [f"{self.name}-import{self.number}.{part}" for part in range(3)]
        self.pending = {key: Reply(self.number) for key in keys}
        rows = "".join(f"{key},{self._body(0)},{key}\n" for key in keys)
        return "import", {"csv": f"title,body,code\n{rows}"}

    def _body(self, big: int = BIG_BODY) -> str:
        length = big if self.chance.random() < 0.12 else self.chance.randrange(300)
        return f"{self.number} {'正文' * (length // 2)}".strip()
