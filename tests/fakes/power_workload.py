"""A program at work on a disk whose power goes before every single effect, and once more while it recovers.

Changes over two tables, some not to be synced; compactions with changes meanwhile; ends and crashes of the
program; effects that fail. :class:`PowerWorkload` knows which states may be found at each moment, and
:meth:`PowerWorkload.verdict` opens what each power cut left.
"""

import random
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quickdesk.replies.store import StoreError
from quickdesk.storage.format import Kind
from quickdesk.storage.journal.background import Job
from quickdesk.storage.journal.engine import Engine
from quickdesk.storage.journal.opening import Loaded
from quickdesk.storage.journal.record import Op, delete, put
from tests.fakes.engine import PLAIN, commit, opened, settled
from tests.fakes.power_disk import PowerDisk

STEPS = 26
DISKS_AT_A_POINT = 6
SECOND_CUTS_OF = 7
TABLES = ("t", "u")

State = dict[str, dict[str, Any]]
Files = dict[Path, bytes]


@dataclass
class Verdict:
    """Disks after a first and after a second cut; of both, those that gave a state that must not be, and
    those where something was said to be lost or damaged.
    """

    disks: int = 0
    second: int = 0
    wrong: int = 0
    alarms: int = 0

    def __add__(self, other: "Verdict") -> "Verdict":
        return Verdict(
            self.disks + other.disks,
            self.second + other.second,
            self.wrong + other.wrong,
            self.alarms + other.alarms,
        )

    @property
    def flaws(self) -> int:
        return self.wrong + self.alarms


class PowerWorkload:
    """``fault`` is a sort of sync to leave out; with ``failing`` one effect in so many goes wrong."""

    def __init__(self, seed: int, fault: str = "", failing: int = 0, kind: Kind = PLAIN) -> None:
        self._kind = kind
        self._chance, self._cuts = random.Random(seed), random.Random(seed + 1_000_003)
        self._failing = failing
        self._is_failing = False
        # What may be found now: from the last change that was promised to be safe to the last one made.
        self._states: list[State] = [{}]
        self._safe = 0
        self._number = 0
        self.impossible = 0
        self.points: list[tuple[list[State], list[Files]]] = []
        self.disk = PowerDisk(fault=fault)
        self.disk.before_effect = self._cut
        self.disk.fails = lambda: self._is_failing and self._chance.randrange(self._failing) == 0

    def run(self) -> None:
        engine = self._opened()
        for _ in range(STEPS):
            what = self._chance.random()
            if what < 0.14:
                self._compact(engine)
            elif what < 0.24 or engine.refusal is not None:
                if self._chance.random() < 0.5:
                    self._try(engine, engine.close)
                engine = self._opened()
            self._change(engine)
        self._try(engine, engine.close)

    def verdict(self) -> Verdict:
        """Open every disk that a cut could have left, and cut some of them once more meanwhile."""
        verdict = Verdict(wrong=self.impossible)
        for possible, disks in self.points:
            for files in disks:
                verdict.disks += 1
                loaded = _judge(self._kind, files, possible, verdict)
                if loaded is not None and verdict.disks % SECOND_CUTS_OF == 0:
                    self._go_on(files, possible, verdict)
        return verdict

    def _go_on(self, files: Files, possible: list[State], verdict: Verdict) -> None:
        """Recover, change and compact on such a disk, and open what cuts meanwhile leave of it."""
        second: list[tuple[list[State], Files]] = []
        disk = PowerDisk(files)
        disk.before_effect = lambda one: second.append((possible, one.crashed(self._cuts)))
        engine = opened(disk, self._kind)
        found = _state(engine)
        commit(engine, [delete("none", "1")])
        disk.before_effect = lambda one: second.append(([found], one.crashed(self._cuts)))
        engine.compact()
        engine.close()
        verdict.wrong += _state(settled(disk, self._kind)) != found
        for then_possible, again in second:
            verdict.second += 1
            _judge(self._kind, again, then_possible, verdict)

    def _opened(self) -> Engine:
        # Nobody can see at a start which syncs failed in an earlier run: here the disk has recovered since.
        self.disk.mend()
        self._is_failing = self._failing > 0
        try:
            engine = opened(self.disk, self._kind)
        except StoreError:
            self._is_failing = False
            engine = opened(self.disk, self._kind)
        self._is_failing = self._failing > 0
        self.impossible += _state(engine) not in self._states[self._safe :]
        # Which of these it is, was read and is not sure to be on the disk.
        self._states.append(_state(engine))
        return engine

    def _compact(self, engine: Engine) -> None:
        def yield_control() -> None:
            if self._chance.random() < 0.3 and engine.refusal is None:
                self._change(engine)

        before = _state(engine)
        if self._try(engine, lambda: engine.compact(yield_control)):
            self._safe = max(self._safe, _last(self._states, before))

    def _change(self, engine: Engine) -> None:
        is_durable = self._chance.random() < 0.7
        ticket = engine.stage(self._ops(), durable=is_durable)
        if ticket.error is not None:
            return
        self._states.append(_state(engine))
        here = len(self._states) - 1
        if self._chance.random() < 0.85 and self._try(engine, ticket.wait):
            is_durable = is_durable or (self._chance.random() < 0.3 and self._try(engine, engine.sync))
            if is_durable:
                self._safe = here

    def _ops(self) -> list[Op]:
        self._number += 1
        ops: list[Op] = []
        for _ in range(self._chance.randint(1, 3)):
            key, table = str(self._chance.randint(1, 9)), self._chance.choice(TABLES)
            text = "你" * self._chance.randint(0, 9)
            ops.append(put(table, key, {"n": self._number, "text": text}))
        if self._chance.random() < 0.3:
            ops.append(delete(self._chance.choice(TABLES), str(self._chance.randint(1, 9))))
        return ops

    def _try(self, engine: Engine, act: Job) -> bool:
        try:
            act()
        except StoreError:
            is_done = False
        else:
            is_done = True
        state = _state(engine)
        self.impossible += state not in self._states[self._safe :]
        # What was undone never comes back, but for a last write of an engine that gives up.
        if engine.refusal is None and state in self._states:
            del self._states[_last(self._states, state) + 1 :]
        return is_done

    def _cut(self, disk: PowerDisk) -> None:
        disks = [disk.crashed(self._cuts) for _ in range(DISKS_AT_A_POINT)]
        self.points.append((self._states[self._safe :], disks))


def _state(engine: Engine | Loaded) -> State:
    # Documents are replaced, never changed: the inner dicts may be shared.
    return {name: dict(each.documents) for name, each in engine.memory.tables.items() if each.documents}


def _last(states: list[State], state: State) -> int:
    return max((number for number, each in enumerate(states) if each == state), default=0)


def _judge(kind: Kind, files: Files, possible: list[State], verdict: Verdict) -> Loaded | None:
    try:
        loaded = settled(PowerDisk(files), kind)
    except StoreError:
        verdict.wrong += 1
        return None
    verdict.alarms += bool(loaded.losses or loaded.recovery)
    verdict.wrong += _state(loaded) not in possible
    return loaded
