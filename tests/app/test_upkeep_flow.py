"""What is too old leaves the trash at the start and while the program runs."""

from dataclasses import replace
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from quickdesk.app.process.work import Work
from quickdesk.app.upkeep_flow import UpkeepFlow
from quickdesk.commands.answer import Request
from quickdesk.commands.run import run
from quickdesk.replies.snippet import Snippet
from tests.commands.desks import NOON, StillClock, desk_with
from tests.fakes.worker import WorkerAtOnce


def test_the_trash_is_emptied_of_what_is_too_old(qtbot: QtBot) -> None:
    desk = desk_with([Snippet("a1", "退款", "文")])
    run(Request("remove", {"id": "a1"}), desk)
    UpkeepFlow(replace(desk, clock=StillClock(NOON + timedelta(days=30))), Work(WorkerAtOnce())).start()
    assert len(desk.store.removed()) == 1
    flow = UpkeepFlow(replace(desk, clock=StillClock(NOON + timedelta(days=31))), Work(WorkerAtOnce()))
    flow.start()
    assert len(desk.store.removed()) == 0
    flow.close()


def test_backups_are_asked_for_at_the_start_and_whenever_the_timer_says(qtbot: QtBot) -> None:
    asked: list[datetime] = []
    timers: list[QTimer] = []

    def timer(parent: QObject) -> QTimer:
        timers.append(QTimer(parent))
        return timers[0]

    flow = UpkeepFlow(desk_with(), Work(WorkerAtOnce()), asked.append, timer)
    flow.start()
    timers[0].timeout.emit()
    assert asked == [NOON, NOON]
    flow.close()
    assert not timers[0].isActive()
