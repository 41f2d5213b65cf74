"""Whatever the wall clock shows, nothing goes before the program has run for as long as it is kept."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quickdesk.cli.local import run_on_folder
from quickdesk.commands.answer import Exit, Request
from quickdesk.commands.backup_store import BackupReason
from quickdesk.commands.registry import run
from quickdesk.commands.upkeep import do_upkeep
from quickdesk.replies.history import ALWAYS_KEPT, KEPT_DAYS, Action, ActionType
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change, StoreError
from quickdesk.storage.backups.backup import pack
from quickdesk.storage.backups.backup_files import KEPT, in_order
from quickdesk.storage.journal.record import put
from quickdesk.storage.settings_store import SETTINGS
from quickdesk.storage.snippets.shape import SNIPPETS
from tests.fakes.clock import MovingClock
from tests.fakes.command_services import services_with
from tests.fakes.data_folder import DataFolder
from tests.fakes.disk import MemoryDisk
from tests.fakes.engine import FOLDER, commit

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
HOUR, DAY, YEAR = timedelta(hours=1), timedelta(days=1), timedelta(days=365)
MANY = ALWAYS_KEPT + 5


class Machine:
    """A data folder on a disk in memory, a computer that counts truly, and what time it really is."""

    def __init__(self, disk: MemoryDisk, true: datetime = NOON) -> None:
        self.disk = disk
        self.clock = MovingClock()
        self.true = self.clock.moment = true
        self._new_ids = (f"new{number}" for number in count())
        self.last_used: dict[str, datetime] = {}
        self.backups: dict[str, datetime] = {}
        self.undone = 0
        self.start()

    def start(self) -> None:
        folder = DataFolder(self.disk)
        self.snippets = folder.engine(SNIPPETS)
        self.store, days = folder.snippets, folder.days
        self.services = replace(
            services_with(),
            store=self.store,
            clock=self.clock,
            new_id=lambda: next(self._new_ids),
            backups=folder.backups,
            days=days,
        )
        self._commit = folder.engine(SETTINGS).write_staged

    def command(self, command: str, **arguments: object) -> None:
        """As the command line does: what is due first."""
        self.do_upkeep(backs_up=False)
        assert run(Request(command, arguments), self.services).exit is Exit.DONE
        self.note()

    def undo(self) -> None:
        self.undone += run(Request("undo"), self.services).exit is Exit.DONE

    def restore_newest(self) -> None:
        name = in_order(self.disk.names(FOLDER / "backups"))[-1].text
        self.command("restore", file=str(FOLDER / "backups" / name))

    def note(self) -> None:
        """Remember until when each reply was in use."""
        self.last_used |= {each.id: self.true for each in self.store.snippets()}

    def do_upkeep(self, *, backs_up: bool = True) -> None:
        do_upkeep(self.services.library, backs_up=backs_up)
        self._commit()
        for name in self.disk.names(FOLDER / "backups"):
            self.backups.setdefault(name, self.true)

    def delete_one(self) -> None:
        self.command("add", title="退款", body="文")
        self.command("remove", id=self.store.snippets()[-1].id)

    def pass_by(self, how_long: timedelta, *, restarts: bool = False) -> None:
        self.true += how_long
        self.clock.moment += how_long
        self.clock.seconds = 0.0 if restarts else self.clock.seconds + how_long.total_seconds()

    def jump(self, how_far: timedelta) -> None:
        self.clock.moment += how_far

    def a_day(self) -> None:
        """Work for eight hours and switch the computer off for the night."""
        self.pass_by(8 * HOUR)
        self.do_upkeep()
        self.pass_by(16 * HOUR, restarts=True)
        self.start()
        self.do_upkeep()

    def days_since(self, then: datetime) -> int:
        return (self.true.date() - then.date()).days

    @property
    def replies(self) -> set[str]:
        """All that are in use or in the trash."""
        return {each.id for each in self.store.snippets()} | set(self.trash)

    @property
    def trash(self) -> list[str]:
        return [each.id for each in self.store.removed()]

    @property
    def actions(self) -> int:
        return len(self.snippets.memory.documents("history"))

    def kept(self, reason: BackupReason) -> list[str]:
        names = in_order(self.disk.names(FOLDER / "backups"))
        return [each.text for each in names if each.reason == reason.value]


@cache
def aged_disk(days: int) -> MemoryDisk:
    """As it is after a number of days, each with a backup: on the first more was deleted than is always kept.

    SavedBackup by hand were two backups more than are always kept, nearly so many days ago.
    """
    machine = Machine(MemoryDisk())
    machine.do_upkeep()
    snippets = tuple(Snippet(f"old{number}", "旧", "文") for number in range(MANY))
    machine.store.apply(Change(put=snippets))
    for each in snippets:
        machine.store.apply(Change(remove=(each.id,), action=Action(ActionType.REMOVE, NOON, day=1)))
    for day in range(days + 1):
        if day == max(days - KEPT + 2, 0):
            for _ in range(KEPT + 2):
                machine.command("backup")
        if day:
            machine.a_day()
            machine.store.apply(Change(put=(Snippet("counted", str(day), "文"),)))
    return machine.disk


NEARLY = KEPT_DAYS - 1
JUMPS = (
    st.timedeltas(-10 * YEAR, 10 * YEAR) | st.timedeltas(-4 * DAY, 4 * DAY) | st.sampled_from([HOUR, -HOUR])
)
STEPS: st.SearchStrategy[Callable[[Machine], None]] = st.one_of(
    JUMPS.map(lambda far: lambda machine: machine.jump(far)),
    st.just(Machine.delete_one),
    st.just(Machine.do_upkeep),
    st.just(Machine.start),
    st.just(Machine.undo),
    st.just(Machine.restore_newest),
    st.just(lambda machine: machine.command("backup")),
    st.timedeltas(timedelta(0), 12 * HOUR).map(lambda how_long: lambda machine: machine.pass_by(how_long)),
    st.just(Machine.a_day),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(STEPS, max_size=30))
def test_nothing_goes_before_the_program_has_run_so_long(steps: list[Callable[[Machine], None]]) -> None:
    machine = Machine(aged_disk(NEARLY).after_kill(), NOON + NEARLY * DAY)
    machine.last_used, actions = dict.fromkeys(machine.replies, NOON), machine.actions
    machine.backups = dict.fromkeys(machine.kept(BackupReason.BY_HAND), machine.true - (KEPT - 1) * DAY)
    for step in steps:
        in_turn = machine.kept(BackupReason.AUTOMATIC)
        machine.note()
        step(machine)
        machine.do_upkeep()
        gone = {
            machine.days_since(machine.last_used[each]) for each in set(machine.last_used) - machine.replies
        }
        assert not gone or min(gone) > KEPT_DAYS
        if machine.days_since(NOON) <= KEPT_DAYS:
            assert machine.actions + machine.undone >= actions
            actions = machine.actions + machine.undone
        young = {name for name, made in machine.backups.items() if machine.days_since(made) <= KEPT}
        kept = set(machine.disk.names(FOLDER / "backups"))
        assert {name for name in young if "-automatic-" not in name} <= kept
        assert set(in_turn[-KEPT + 1 :]) <= set(machine.kept(BackupReason.AUTOMATIC)), "the newest stay"


def test_what_was_kept_long_enough_goes_after_a_backup_was_made() -> None:
    machine = Machine(aged_disk(0).after_kill())
    for _ in range(KEPT_DAYS):
        machine.a_day()
    assert (len(machine.trash), machine.actions) == (MANY, MANY)
    assert machine.kept(BackupReason.BEFORE_PURGE) == []
    machine.a_day()
    assert (len(machine.trash), machine.actions) == (ALWAYS_KEPT, ALWAYS_KEPT)
    (backup,) = machine.kept(BackupReason.BEFORE_PURGE)
    assert len(machine.kept(BackupReason.BY_HAND)) == KEPT
    machine.command("restore", file=str(FOLDER / "backups" / backup))
    assert len(machine.trash) == MANY
    machine.command("undo")
    assert {f"old{number}" for number in range(5)} <= set(machine.trash), "what came back stays in the trash"


def test_if_no_backup_can_be_made_nothing_is_deleted() -> None:
    machine = Machine(aged_disk(0).after_kill())
    for _ in range(KEPT_DAYS):
        machine.a_day()
    machine.pass_by(DAY)
    machine.disk.capacity = 0
    with pytest.raises(StoreError):
        machine.do_upkeep(backs_up=False)
    assert (len(machine.trash), machine.actions) == (MANY, MANY)


@pytest.mark.parametrize("year", [1970, 2100])
def test_a_clock_at_either_end_of_time_takes_nothing_away(year: int) -> None:
    machine = Machine(aged_disk(0).after_kill())
    machine.clock.moment = NOON.replace(year=year)
    for _ in range(5):
        machine.delete_one()
        machine.do_upkeep()
        machine.pass_by(HOUR)
    machine.clock.moment = NOON
    machine.do_upkeep()
    assert len(machine.trash) == machine.actions / 2 + MANY / 2 == MANY + 5
    assert len(machine.kept(BackupReason.BY_HAND)) == KEPT + 2


def test_a_clock_that_goes_back_an_hour_every_minute_takes_nothing_away() -> None:
    machine = Machine(aged_disk(0).after_kill())
    for _ in range(600):
        machine.jump(-HOUR)
        machine.pass_by(timedelta(minutes=1))
        machine.do_upkeep()
    assert len(machine.trash) == MANY
    assert len(machine.kept(BackupReason.BY_HAND)) == KEPT + 2


def test_what_is_from_before_there_were_running_days_begins_today() -> None:
    machine = Machine(MemoryDisk())
    old = (NOON - 10 * YEAR).isoformat()
    removed = [
        put("trash", str(key), {"_id": f"old{key}", "title": "旧", "body": "文", "_removed": old})
        for key in range(1, MANY + 1)
    ]
    actions = [
        put("history", str(key), {"deed": "add", "at": old, "changes": []}) for key in range(1, MANY + 1)
    ]
    commit(machine.snippets, [*removed, *actions])
    names = [f"quickdesk-202201{day:02}T120000Z.zip" for day in range(1, 31)]
    for name in names:
        machine.disk.write(FOLDER / "backups" / name, pack([], {}, NOON))
    machine.do_upkeep()
    for _ in range(KEPT):
        machine.a_day()
    assert set(names) <= set(machine.disk.names(FOLDER / "backups"))
    for _ in range(KEPT_DAYS - KEPT):
        machine.a_day()
    assert (len(machine.trash), machine.actions) == (MANY, MANY)
    machine.a_day()
    assert (len(machine.trash), machine.actions) == (ALWAYS_KEPT, ALWAYS_KEPT)


class TestCommandLine:
    """Three of the ways in which a clock emptied the trash, through the commands that people give."""

    @pytest.fixture
    def ask(self, tmp_path: Path) -> Callable[..., dict[str, object]]:
        clock = MovingClock()

        def ask(command: str, jump: timedelta = timedelta(0), **arguments: object) -> dict[str, object]:
            clock.moment += jump + timedelta(seconds=1)
            answer = run_on_folder(Request(command, arguments), tmp_path, clock)
            assert answer.exit is Exit.DONE, answer
            return {"data": answer.data, "facts": answer.facts}

        return ask

    def test_a_clock_a_year_ahead_takes_nothing_away_and_is_said(
        self, ask: Callable[..., dict[str, object]]
    ) -> None:
        ask("add", title="一", body="文", code="c0")
        ask("remove", id="c0")
        answer = ask("add", jump=YEAR, title="二", body="文")
        assert "clock_jump" in str(answer["facts"])
        assert "clock_jump" not in str(ask("list")["facts"])
        findings = ask("check")["data"]["findings"]  # type: ignore[index]
        assert [each["fault"] for each in findings] == ["clock"]
        ask("add", jump=-YEAR, title="三", body="文")
        assert ask("restore", id="c0")

    def test_a_clock_that_was_behind_and_is_put_right_takes_nothing_away(
        self, ask: Callable[..., dict[str, object]]
    ) -> None:
        ask("add", title="一", body="文", code="c0")
        ask("remove", jump=-YEAR, id="c0")
        ask("add", jump=YEAR, title="二", body="文")
        assert ask("restore", id="c0")

    def test_a_backup_brings_the_trash_back(
        self, ask: Callable[..., dict[str, object]], tmp_path: Path
    ) -> None:
        ask("add", title="一", body="文", code="c0")
        ask("remove", id="c0")
        path = ask("backup")["data"]["path"]  # type: ignore[index]
        assert re.fullmatch(r"quickdesk-\d{8}-\d{6}-by-hand-day1-no1\.zip", Path(path).name)
        for each in tmp_path.glob("snippets.*"):
            each.unlink()
        answer = ask("restore", file=path)["data"]
        assert answer["trash"] == 1  # type: ignore[index]
        assert "-before-restore-day1-no2.zip" in answer["backup"]  # type: ignore[index]
        assert ask("restore", id="c0")
