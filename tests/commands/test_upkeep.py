"""Nothing goes before a backup has it, and nothing goes when the clock has just jumped."""

from dataclasses import replace
from datetime import timedelta

import pytest

from quickdesk.commands.backup_store import BackupReason
from quickdesk.commands.registry import CommandServices
from quickdesk.commands.upkeep import do_upkeep
from quickdesk.replies.history import ALWAYS_KEPT, KEPT_DAYS, ActionType
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change, StoreError
from tests.fakes.backups import FakeBackups
from tests.fakes.clock import MovingClock
from tests.fakes.command_services import services_with

DAY = timedelta(days=1)
MANY = tuple(Snippet(f"a{number}", "旧", "文") for number in range(ALWAYS_KEPT + 3))


class Rig:
    """A services with more in its trash than is always kept, deleted on the first running day."""

    def __init__(self) -> None:
        self.backups, self.clock = FakeBackups(()), MovingClock()
        self.services: CommandServices = replace(services_with(MANY), backups=self.backups, clock=self.clock)
        self.pass_by(timedelta(0))
        self.services.library.apply(Change(remove=tuple(each.id for each in MANY)), ActionType.REMOVE)

    def pass_by(self, how_long: timedelta, *, backs_up: bool = False) -> None:
        self.clock.moment += how_long
        self.clock.seconds += how_long.total_seconds()
        do_upkeep(self.services.library, backs_up=backs_up)

    def days(self, number: int) -> None:
        for _ in range(number):
            self.pass_by(DAY)

    @property
    def in_trash(self) -> int:
        return len(self.services.store.removed())


def test_what_was_kept_long_enough_goes_after_a_backup() -> None:
    rig = Rig()
    rig.days(KEPT_DAYS)
    assert (rig.in_trash, rig.backups.reasons) == (len(MANY), [])
    rig.days(1)
    assert (rig.in_trash, rig.backups.reasons) == (ALWAYS_KEPT, [BackupReason.BEFORE_PURGE])
    rig.days(1)
    assert rig.backups.made == 1, "nothing more went"


def test_where_no_backup_can_be_made_nothing_goes_until_it_can() -> None:
    rig = Rig()
    rig.days(KEPT_DAYS)
    rig.backups.is_full = True
    with pytest.raises(StoreError):
        rig.days(1)
    assert rig.in_trash == len(MANY)
    rig.backups.is_full = False
    rig.days(1)
    assert rig.in_trash == ALWAYS_KEPT


@pytest.mark.parametrize("far", [10 * DAY, -10 * DAY])
def test_where_the_clock_has_jumped_a_backup_is_made_and_nothing_goes(far: timedelta) -> None:
    rig = Rig()
    rig.days(KEPT_DAYS)
    rotations = rig.backups.rotations
    rig.clock.moment += far
    rig.pass_by(DAY, backs_up=True)
    assert (rig.in_trash, rig.backups.reasons) == (len(MANY), [BackupReason.AUTOMATIC])
    assert rig.backups.rotations == rotations
