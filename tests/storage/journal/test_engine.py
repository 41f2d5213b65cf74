import errno
from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue

import pytest

from quickdesk.replies.store import StoreError, StoreProblem
from quickdesk.storage.disk import LocalDisk, LocalFile
from quickdesk.storage.format import encode
from quickdesk.storage.journal.background import Job, ThreadWorker, Workers
from quickdesk.storage.journal.engine import Engine
from quickdesk.storage.journal.record import delete, put, read
from tests.fakes.disk import MemoryDisk, MemoryFile
from tests.fakes.engine import FOLDER, PLAIN, commit, documents, numbered_ids, opened, settled


@pytest.fixture
def workers() -> Iterator[Workers]:
    workers = Workers(ThreadWorker("writing"), ThreadWorker("compacting"))
    yield workers
    workers.writing.close()
    workers.compacting.close()


def test_staged_changes_are_read_at_once_and_written_by_a_waiting_caller() -> None:
    disk = MemoryDisk()
    engine = opened(disk)
    first, second = engine.stage([put("t", "1", {"a": 1})]), engine.stage([put("t", "2", {})])
    assert list(documents(engine)) == ["1", "2"]
    assert disk.effects == 0
    second.wait()
    assert first.is_done
    assert list(documents(settled(disk.after_kill()))) == ["1", "2"]


def test_what_was_staged_together_is_synced_together() -> None:
    disk = MemoryDisk()
    engine = opened(disk)
    commit(engine, [put("t", "100", {})])
    disk.effects = 0
    for number in range(1, 50):
        ticket = engine.stage([put("t", str(number), {})])
    ticket.wait()
    assert disk.effects == 3  # a write, a sync, the sync mark


def test_what_need_not_be_durable_is_written_at_once_and_synced_with_the_next_or_on_closing() -> None:
    disk = MemoryDisk()
    engine = opened(disk)
    engine.begin()
    commit(engine, [put("t", "1", {})], durable=False)
    assert list(documents(settled(disk.after_kill()))) == ["1"]
    assert any(not documents(settled(cut)) for cut in disk.power_cuts())
    engine.sync()
    assert all(documents(settled(cut)) for cut in disk.power_cuts())


def test_if_a_write_fails_everything_not_written_is_undone() -> None:
    disk = MemoryDisk()
    engine = opened(disk)
    commit(engine, [put("t", "1", {"n": 0}), put("t", "2", {}), put("t", "3", {})])
    rolled_back: list[dict[str, object]] = []
    engine.staged.on_rolled_back(lambda: rolled_back.append(documents(engine)))
    before = list(documents(engine).items())
    disk.effects, disk.fail_at, disk.error = 0, 1, OSError(errno.ENOSPC, "full")
    tickets = [engine.stage([put("t", "1", {"n": 1})]), engine.stage([delete("t", "2"), put("t", "9", {})])]
    for ticket in tickets:
        with pytest.raises(StoreError) as refusal:
            ticket.wait()
        assert refusal.value.problem is StoreProblem.DISK_FULL
    assert list(documents(engine).items()) == before
    assert rolled_back == [dict(before)]
    commit(engine, [put("t", "4", {})])
    assert list(documents(settled(disk.after_kill()))) == ["1", "2", "3", "4"]


def test_after_a_failed_sync_a_fresh_journal_is_used_and_the_old_one_never_again() -> None:
    disk = MemoryDisk()
    engine = opened(disk)
    commit(engine, [put("t", "1", {})])
    commit(engine, [put("t", "2", {})], durable=False)
    disk.effects, disk.fail_at = 0, 2
    with pytest.raises(StoreError):
        commit(engine, [put("t", "3", {})])
    disk.fail_at = None
    old = disk.names_now[Path("/data/plain.1.log")].data
    commit(engine, [put("t", "4", {})])
    assert disk.names_now[Path("/data/plain.1.log")].data == old
    # The record of 3 may have reached the disk after all: it does not count.
    for found in (disk.after_kill(), *disk.power_cuts()):
        loaded = settled(found)
        assert list(documents(loaded)) == ["1", "2", "4"]
        assert loaded.losses == ()


def test_if_nothing_can_be_written_every_change_is_refused_with_the_reason() -> None:
    class Dying(MemoryDisk):
        is_dead = False

        def take_effect(self) -> None:
            if self.is_dead:
                raise OSError(errno.EIO, "gone")
            super().take_effect()

    disk = Dying()
    engine = opened(disk)
    commit(engine, [put("t", "1", {})])
    disk.is_dead = True
    with pytest.raises(StoreError):
        commit(engine, [put("t", "2", {})])
    disk.is_dead = False
    assert engine.refusal is not None
    with pytest.raises(StoreError) as refusal:
        commit(engine, [put("t", "3", {})])
    assert refusal.value.problem is StoreProblem.NOT_WRITABLE
    assert engine.stage([put("t", "4", {})]).error is not None
    assert list(documents(engine)) == ["1"]
    engine.close()
    assert list(documents(settled(disk.after_kill())))[:1] == ["1"]


@pytest.mark.parametrize("nth", range(1, 16))
def test_a_compaction_that_fails_anywhere_loses_nothing_and_stops_nothing(nth: int) -> None:
    disk = MemoryDisk()
    for number in (1, 2):
        engine = opened(disk)
        commit(engine, [put("t", str(number), {})])
        engine.close()
    engine = opened(disk)
    commit(engine, [put("t", "3", {})])
    disk.effects, disk.fail_at, disk.error = 0, nth, OSError(errno.EIO, "broken")
    try:
        engine.compact()
    except StoreError:
        disk.fail_at = None
    for number in (4, 5):
        commit(engine, [put("t", str(number), {})])
        loaded = settled(disk.after_kill())
        assert len(documents(loaded)) == number
        assert loaded.losses == ()
        assert loaded.recovery is None
        engine.compact()
    engine.close()
    assert len(documents(settled(disk.after_kill()))) == 5


@pytest.mark.parametrize(
    "document",
    [{1: "x"}, {"a": {2}}, {"a": b""}, {"a": 2**64}, {"a": float("nan")}, {"a": object()}, ["a"]],
    ids=["key", "set", "bytes", "large", "nan", "object", "list"],
)
def test_what_json_cannot_hold_is_refused_before_anything_changes(document: object) -> None:
    disk = MemoryDisk()
    engine = opened(disk)
    with pytest.raises((TypeError, ValueError)):
        commit(engine, [put("t", "1", {}), put("t", "2", document)])  # type: ignore[arg-type]
    deep: dict[str, object] = {}
    for _ in range(1000):
        deep = {"a": deep}
    with pytest.raises(ValueError, match="deep"):
        commit(engine, [put("t", "2", deep)])
    for op in (put("t", "x", {}), put("t", "01", {}), put("_meta", "1", {})):
        with pytest.raises(ValueError, match=r"key|name"):
            commit(engine, [op])
    assert documents(engine) == {}
    assert disk.effects == 0


def test_what_is_stored_shares_nothing_with_the_argument() -> None:
    engine = opened(MemoryDisk())
    mine = {"list": [1, {"a": []}]}
    commit(engine, [put("t", "1", mine)])
    mine["list"].append(2)
    assert documents(engine)["1"] == {"list": [1, {"a": []}]}


class TestWithThreads:
    def test_the_worker_writes_what_no_caller_waits_for(self, tmp_path: Path, workers: Workers) -> None:
        disk = LocalDisk()
        engine = Engine(settled(disk, folder=tmp_path), workers, numbered_ids())
        for number in range(1, 200):
            engine.stage([put("t", str(number), {"n": number})], durable=number % 2 == 0)
        assert len(documents(engine)) == 199
        workers.writing.close()
        assert len(documents(settled(disk, folder=tmp_path))) == 199

    def test_compacting_beside_writing_loses_nothing(self, tmp_path: Path, workers: Workers) -> None:
        disk = LocalDisk()
        engine = Engine(settled(disk, folder=tmp_path), workers, numbered_ids(), compact_after=2_000)
        for number in range(400):
            ticket = engine.stage([put("t", str(number % 50 + 1), {"n": number, "text": "文字" * 9})])
            if number % 3 == 0:
                ticket.wait()
        ticket.wait()
        expected = documents(engine)
        workers.compacting.close()
        loaded = settled(disk, folder=tmp_path)
        assert (tmp_path / "plain.json").exists()
        assert documents(loaded) == expected
        assert loaded.losses == ()
        engine.close()

    def test_only_a_waiting_caller_is_blocked_by_the_disk(self, workers: Workers) -> None:
        gate: SimpleQueue[None] = SimpleQueue()

        class Slow(MemoryDisk):
            def create(self, path: Path) -> MemoryFile:
                if path.suffix == ".log":
                    gate.get(timeout=10)
                return super().create(path)

        engine = Engine(settled(Slow()), workers, numbered_ids())
        tickets = [engine.stage([put("t", str(number), {})]) for number in range(1, 100)]
        assert len(documents(engine)) == 99
        assert not tickets[0].is_done
        gate.put(None)
        for ticket in tickets:
            ticket.wait()

    def test_it_is_synced_after_a_while_without_a_word(self, tmp_path: Path, workers: Workers) -> None:
        synced: SimpleQueue[None] = SimpleQueue()

        class Watched(LocalFile):
            def sync(self) -> None:
                super().sync()
                synced.put(None)

        class WatchedDisk(LocalDisk):
            def create(self, path: Path) -> LocalFile:
                file = super().create(path)
                return Watched(file._descriptor)

        engine = Engine(settled(WatchedDisk(), folder=tmp_path), workers, numbered_ids())
        engine.begin()
        synced.get(timeout=10)
        engine.stage([put("t", "1", {})], durable=False).wait()
        assert synced.empty()
        synced.get(timeout=10)
        engine.close()


class SlowWorker:
    """Does at once what is to be done soon, and keeps what is to be done later."""

    def __init__(self) -> None:
        self.later: list[tuple[float, Job]] = []

    def submit(self, job: Job) -> None:
        job()

    def submit_later(self, seconds: float, job: Job) -> None:
        self.later.append((seconds, job))

    def close(self) -> None:
        pass


class TestUsageEvents:
    """Written at once, so that a killed program loses none; synced within two seconds and on closing."""

    def test_one_sync_is_planned_for_many(self) -> None:
        disk, worker = MemoryDisk(), SlowWorker()
        engine = Engine(settled(disk), Workers(worker, worker), numbered_ids())
        for number in range(1, 20):
            engine.stage([put("t", str(number), {})], durable=False).wait()
            assert len(documents(settled(disk.after_kill()))) == number
        ((seconds, sync),) = worker.later
        assert seconds == 2.0
        assert any(not documents(settled(cut)) for cut in disk.power_cuts())
        sync()
        assert all(len(documents(settled(cut))) == 19 for cut in disk.power_cuts())
        engine.stage([put("t", "20", {})], durable=False).wait()
        assert len(worker.later) == 2

    def test_closing_brings_them_to_the_disk(self) -> None:
        disk, worker = MemoryDisk(), SlowWorker()
        engine = Engine(settled(disk), Workers(worker, worker), numbered_ids())
        engine.stage([put("t", "1", {})], durable=False).wait()
        engine.close()
        assert all(documents(settled(cut)) for cut in disk.power_cuts())

    def test_a_durable_change_takes_them_along(self) -> None:
        disk, worker = MemoryDisk(), SlowWorker()
        engine = Engine(settled(disk), Workers(worker, worker), numbered_ids())
        engine.stage([put("t", "1", {})], durable=False).wait()
        commit(engine, [put("t", "2", {})])
        assert all(len(documents(settled(cut))) == 2 for cut in disk.power_cuts())

    def test_a_failed_sync_that_a_new_journal_repairs_is_no_failure(self) -> None:
        disk, worker = MemoryDisk(), SlowWorker()
        engine = Engine(settled(disk), Workers(worker, worker), numbered_ids())
        engine.stage([put("t", "1", {})], durable=False).wait()
        seen: list[StoreError | None] = []
        engine.on_failure_changed(lambda: seen.append(engine.failure))

        class Gone(MemoryFile):
            def sync(self) -> None:
                raise OSError(errno.EIO, "gone")

        log = engine._writer._current
        assert log is not None
        log._file = Gone(disk, disk.names_now[Path("/data/plain.1.log")])
        worker.later[0][1]()
        # A fresh journal took them over: nothing is lost, and all goes on.
        assert seen == []
        assert all(documents(settled(cut)) for cut in disk.power_cuts())


def test_the_first_journal_after_a_snapshot_says_how_many_records_the_one_before_it_has() -> None:
    """The snapshot may be of an earlier version, which did not write the number down."""
    disk = MemoryDisk()
    engine = opened(disk)
    for number in range(1, 4):
        commit(engine, [put("t", str(number), {})])
    disk.write(FOLDER / "plain.json", encode(PLAIN, engine.memory.view()[0], 2))
    for generation in (2, 3):
        engine = opened(disk)
        commit(engine, [put("t", "4", {})])
        header = read(disk.read(FOLDER / f"plain.{generation}.log")).header
        assert header is not None
        assert header.before == (3 if generation == 2 else 1)
        engine.close()
