"""The disk fails anywhere and for any length of time: what a change was answered with is true afterwards."""

import errno
import os
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change, StoreError, StoreProblem
from quickdesk.storage.disk import LocalFile
from quickdesk.storage.journal.engine import Engine
from quickdesk.storage.journal.record import put
from quickdesk.storage.journal.staging import PendingWrite
from quickdesk.storage.open import open_stores
from tests.fakes.disk import MemoryDisk
from tests.fakes.engine import commit, documents, opened, settled

FOR_GOOD = 1_000
EFFECTS = 30
"""More than the changes below have on the disk."""


@dataclass
class FailingDisk(MemoryDisk):
    """Fails every effect from ``first`` on, ``times`` times."""

    first: int = 0
    times: int = 0

    def take_effect(self) -> None:
        super().take_effect()
        if self.first <= self.effects < self.first + self.times:
            raise OSError(errno.EIO, "broken")


@dataclass
class Answers:
    """What the program said of each document."""

    kept: set[str] = field(default_factory=set)
    refused: set[str] = field(default_factory=set)
    uncertain: set[str] = field(default_factory=set)

    def add(self, engine: Engine, key: str) -> None:
        try:
            commit(engine, [put("t", key, {})])
        except StoreError as error:
            (self.uncertain if error.problem is StoreProblem.UNCERTAIN else self.refused).add(key)
        else:
            self.kept.add(key)


def answers_of(disk: FailingDisk) -> Answers:
    """Carry out changes, some of which are written without a sync."""
    answers = Answers()
    engine = opened(disk)
    for number in range(1, 7):
        if number % 2:
            engine.stage([put("t", f"10{number}", {})], durable=False)
        answers.add(engine, str(number))
    return answers


@pytest.mark.parametrize("times", [1, 2, 3, 4, 5, 6, FOR_GOOD])
def test_what_was_answered_is_true_when_the_data_is_opened_again(times: int) -> None:
    seen = Answers()
    for first in range(1, EFFECTS):
        disk = FailingDisk(first=first, times=times)
        answers = answers_of(disk)
        for found in (disk.after_kill(), *disk.power_cuts()):
            there = set(documents(settled(found)))
            assert answers.kept <= there, first
            assert not answers.refused & there, first
        seen.kept |= answers.kept
        seen.refused |= answers.refused
        seen.uncertain |= answers.uncertain
    assert seen.kept
    assert seen.refused


def test_a_change_that_may_be_on_the_disk_is_uncertain_and_those_after_it_are_refused() -> None:
    disk = FailingDisk()
    engine = opened(disk)
    engine.begin()
    disk.first, disk.times = disk.effects + 2, FOR_GOOD  # the write succeeds, the sync and all after it fail
    with pytest.raises(StoreError) as uncertain:
        commit(engine, [put("t", "1", {})])
    assert uncertain.value.problem is StoreProblem.UNCERTAIN
    with pytest.raises(StoreError) as refused:
        commit(engine, [put("t", "2", {})])
    assert refused.value.problem is StoreProblem.NOT_WRITABLE
    assert set(documents(settled(disk.after_kill()))) == {"1"}


def test_what_was_staged_behind_an_uncertain_change_was_never_written() -> None:
    class Staging(FailingDisk):
        def take_effect(self) -> None:
            if self.effects + 1 == self.first:
                late.append(engine.stage([put("t", "2", {})]))
            super().take_effect()

    late: list[PendingWrite] = []
    disk = Staging()
    engine = opened(disk)
    engine.begin()
    disk.first, disk.times = disk.effects + 2, FOR_GOOD
    with pytest.raises(StoreError):
        commit(engine, [put("t", "1", {})])
    with pytest.raises(StoreError) as refused:
        late[0].wait()
    assert refused.value.problem is StoreProblem.NOT_WRITABLE
    assert documents(engine) == {}
    assert "2" not in documents(settled(disk.after_kill()))


def test_a_break_in_the_midst_of_writing_leaves_it_uncertain() -> None:
    disk = MemoryDisk()
    engine = opened(disk)
    engine.begin()
    ticket = engine.stage([put("t", "1", {})])
    disk.fail_at, disk.error = disk.effects + 2, MemoryError()
    with pytest.raises(MemoryError):
        engine.write_staged()
    with pytest.raises(StoreError) as uncertain:
        ticket.wait()
    assert uncertain.value.problem is StoreProblem.UNCERTAIN
    with pytest.raises(StoreError) as refused:
        commit(engine, [put("t", "2", {})])
    assert refused.value.problem is StoreProblem.NOT_WRITABLE


def test_a_journal_that_was_left_is_closed_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The number of its file may belong to another one when the data is closed."""

    def broken(_: LocalFile) -> None:
        raise OSError(errno.EIO, "broken")

    stores = open_stores(tmp_path)
    stores.snippets.apply(Change(put=(Snippet("a", "t", "b"),)))
    with monkeypatch.context() as faulty:
        faulty.setattr(LocalFile, "sync", broken)
        with pytest.raises(StoreError):
            stores.snippets.apply(Change(put=(Snippet("b", "t", "b"),)))
    others = [os.open(tmp_path / "snippets.1.log", os.O_RDONLY) for _ in range(8)]
    stores.close()
    for each in others:
        os.close(each)
