"""The maintenance runs at the start and at each timeout, and a jump of the clock is signalled."""

import errno
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quickdesk.app.data.upkeep import Upkeep
from quickdesk.app.process.work import Work
from quickdesk.replies.running_days import ClockJump, RunningDays
from quickdesk.replies.store import StoreError, StoreProblem
from quickdesk.storage.disk import LocalDisk
from quickdesk.storage.open import open_stores
from tests.app.rig import Rig
from tests.fakes.clock import NOON
from tests.fakes.worker import WorkerAtOnce

DAYS = RunningDays().updated(NOON, 50.0)


def test_it_is_done_at_the_start_and_whenever_the_timer_says(qtbot: QtBot) -> None:
    timers: list[QTimer] = []
    looks: list[int] = []

    def timer(parent: QObject) -> QTimer:
        timers.append(QTimer(parent))
        return timers[0]

    def do_upkeep() -> RunningDays:
        looks.append(len(looks))
        return DAYS

    upkeep = Upkeep(Work(WorkerAtOnce()), do_upkeep, timer)
    upkeep.start()
    timers[0].timeout.emit()
    assert looks == [0, 1]
    upkeep.close()
    assert not timers[0].isActive()


def test_a_jump_of_the_clock_is_signalled_when_it_is_found(qtbot: QtBot) -> None:
    later = NOON + timedelta(days=400)
    emitted: list[ClockJump] = []
    for days in (
        DAYS,
        DAYS.updated(later, 60.0),
        DAYS.updated(later, 60.0).updated(later + timedelta(hours=1), 3660.0),
        None,
    ):
        upkeep = Upkeep(Work(WorkerAtOnce()), lambda days=days: days)  # type: ignore[misc]
        upkeep.clock_jumped.connect(emitted.append)
        upkeep.start()
        upkeep.close()
    assert emitted == [ClockJump(NOON, later, 1)]


def test_where_nothing_can_be_written_the_next_hour_tries_again(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    def do_upkeep() -> RunningDays:
        raise StoreError(StoreProblem.DISK_FULL, "/data")

    upkeep = Upkeep(Work(WorkerAtOnce()), do_upkeep)
    emitted: list[StoreError] = []
    upkeep.failed.connect(emitted.append)
    upkeep.start()
    upkeep._on_time()
    assert [each.problem for each in emitted] == [StoreProblem.DISK_FULL]
    assert "nothing is deleted: DISK_FULL" in caplog.text
    caplog.clear()
    upkeep.close()


def test_the_agent_reads_that_there_are_no_backups(rig: Rig) -> None:
    rig.data._upkeep.failed.emit(StoreError(StoreProblem.TOO_LARGE, "/data/backups/b.zip"))
    assert "too much data" in rig.notification()


def test_a_jump_of_the_clock_is_shown(rig: Rig) -> None:
    rig.clock.moment += timedelta(days=400)
    rig.data._upkeep._on_time()
    assert "clock has moved" in rig.notification()


def test_it_is_done_again_when_a_disk_that_was_full_at_the_start_has_room(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_disk: LocalDisk, path: Path) -> None:
        raise OSError(errno.ENOSPC, "full", str(path))

    with monkeypatch.context() as disk:
        disk.setattr(LocalDisk, "create", full)
        rig = Rig(qtbot, qapp, tmp_path, open_stores(tmp_path))
        assert rig.services.do_upkeep() is None
    assert rig.ask("add", title="neu", body="da")["exit"] == 0
    assert rig.services.do_upkeep() is not None
    rig.close()
