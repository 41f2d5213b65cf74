"""The power goes before every single effect on the disk, and once more while the next start recovers."""

import random
from pathlib import Path

import pytest

from quickdesk.replies.store import StoreError
from quickdesk.storage.journal.engine import Engine
from quickdesk.storage.journal.record import delete, put
from tests.fakes.engine import documents, opened, settled
from tests.fakes.power_disk import FAULTS, PowerDisk

WORKLOADS = 6
DISKS_AT_A_POINT = 4
SECOND_CUTS_OF = 7

State = dict[str, dict[str, object]]
Point = tuple[int, int, list[dict[Path, bytes]]]


class Workload:
    """Changes, compactions and restarts by chance; ``points`` are the disks that a cut could have left."""

    def __init__(self, seed: int, fault: str) -> None:
        self.chance, self._cuts = random.Random(seed), random.Random(seed + 1)
        self.states: list[State] = [{}]
        self.acknowledged = 0
        self.points: list[Point] = []
        self.disk = PowerDisk(fault=fault)
        self.disk.before_effect = self._cut

    def run(self) -> None:
        engine = opened(self.disk)
        for number in range(24):
            what = self.chance.random()
            if what < 0.1:
                engine.compact()
            elif what < 0.2:
                if self.chance.random() < 0.5:
                    engine.close()
                engine = opened(self.disk)
            self._change(engine, number)
        engine.close()

    def _change(self, engine: Engine, number: int) -> None:
        keys = [str(self.chance.randint(1, 9)) for _ in range(self.chance.randint(1, 3))]
        ops = [put("t", key, {"n": number, "text": "你" * self.chance.randint(0, 9)}) for key in keys]
        if self.chance.random() < 0.3:
            ops.append(delete("t", str(self.chance.randint(1, 9))))
        ticket = engine.stage(ops)
        self.states.append({key: dict(each) for key, each in documents(engine).items()})
        if self.chance.random() < 0.8:
            ticket.wait()
            self.acknowledged = len(self.states) - 1

    def _cut(self, disk: PowerDisk) -> None:
        disks = [disk.crashed(self._cuts) for _ in range(DISKS_AT_A_POINT)]
        self.points.append((self.acknowledged, len(self.states), disks))

    def wrong(self) -> tuple[int, int]:
        """Return how many disks were looked at, and how many gave a wrong state or a false alarm."""
        looked = wrong = 0
        for acknowledged, issued, disks in self.points:
            possible = self.states[acknowledged : issued + 1]
            for files in disks:
                looked += 1
                second: list[dict[Path, bytes]] = []
                disk = PowerDisk(files)
                if looked % SECOND_CUTS_OF == 0:
                    disk.before_effect = lambda one, second=second: second.append(one.crashed(self._cuts))
                wrong += not _is_right(disk, possible, go_on=True)
                for again in second:
                    looked += 1
                    wrong += not _is_right(PowerDisk(again), possible, go_on=False)
        return looked, wrong


def _is_right(disk: PowerDisk, possible: list[State], *, go_on: bool) -> bool:
    try:
        loaded = settled(disk)
        if loaded.losses or loaded.recovery or documents(loaded) not in possible:
            return False
        if go_on:
            engine = opened(disk)
            engine.commit([put("z", "1", {})])
            engine.compact()
            engine.close()
    except StoreError:
        return False
    return True


def test_no_power_cut_loses_what_was_acknowledged_or_raises_a_false_alarm() -> None:
    looked = 0
    for seed in range(WORKLOADS):
        workload = Workload(seed, "")
        workload.run()
        disks, wrong = workload.wrong()
        assert wrong == 0, seed
        looked += disks
    assert looked > 5_000


@pytest.mark.parametrize("fault", FAULTS)
def test_a_sync_left_out_is_noticed(fault: str) -> None:
    workload = Workload(1, fault)
    workload.run()
    assert workload.wrong()[1] > 20


def test_what_a_killed_program_left_unsynced_is_synced_before_anything_builds_on_it() -> None:
    disk = PowerDisk()
    engine = opened(disk)
    engine.commit([put("t", "1", {})])
    engine.commit([put("t", "2", {})], durable=False)
    disk = disk.killed()
    engine = opened(disk)
    engine.commit([put("t", "3", {})])
    for seed in range(50):
        loaded = settled(PowerDisk(disk.crashed(random.Random(seed))))
        assert list(documents(loaded)) == ["1", "2", "3"]
        assert loaded.losses == ()
