"""The power goes before every single effect on the disk, and once more while the next start recovers."""

import random

import pytest

from quickdesk.replies.store import StoreError
from quickdesk.storage.journal.record import put
from tests.bench.power_cuts import verdict
from tests.fakes.engine import commit, documents, opened, settled
from tests.fakes.power_disk import FAULTS, PowerDisk
from tests.fakes.power_workload import Verdict

WORKLOADS = 6


def test_no_power_cut_loses_what_was_acknowledged_or_raises_a_false_alarm() -> None:
    total = Verdict()
    for seed in range(WORKLOADS):
        found = verdict(seed)
        assert (found.wrong, found.alarms) == (0, 0), seed
        total += found
    assert total.disks > 3_000
    assert total.second > 10_000


@pytest.mark.parametrize("fault", FAULTS)
def test_a_sync_left_out_is_noticed(fault: str) -> None:
    assert verdict(1, fault).flaws > 20


def test_what_a_killed_program_left_unsynced_is_synced_before_anything_builds_on_it() -> None:
    disk = PowerDisk()
    engine = opened(disk)
    commit(engine, [put("t", "1", {})])
    commit(engine, [put("t", "2", {})], durable=False)
    disk = disk.killed()
    engine = opened(disk)
    commit(engine, [put("t", "3", {})])
    for seed in range(50):
        loaded = settled(PowerDisk(disk.crashed(random.Random(seed))))
        assert list(documents(loaded)) == ["1", "2", "3"]
        assert loaded.losses == ()


def test_a_sync_that_failed_is_not_believed_when_it_is_tried_again() -> None:
    disk = PowerDisk()
    commit(opened(disk), [put("t", "1", {})], durable=False)
    disk = disk.killed()
    engine = opened(disk)
    failures = iter([True])
    disk.fails = lambda: next(failures, False)
    with pytest.raises(StoreError):
        commit(engine, [put("t", "2", {})])
    commit(engine, [put("t", "3", {})])
    for seed in range(50):
        loaded = settled(PowerDisk(disk.crashed(random.Random(seed))))
        assert list(documents(loaded)) == ["1", "3"]
        assert loaded.losses == ()
