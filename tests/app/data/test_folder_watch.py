"""The data folder goes while the program runs: the agent is warned and can save a copy of everything."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from quickdesk.app.data.folder_watch import FolderWatch
from quickdesk.app.process.work import Work
from quickdesk.commands.backup_store import TargetError, TargetProblem
from quickdesk.replies.store import StoreError, StoreProblem
from quickdesk.storage.open import open_stores
from quickdesk.ui.notice import Notice
from quickdesk.ui.tray.home_window import HomeWindow
from tests.app.rig import GREETING, Rig
from tests.fakes.backups import FakeBackups
from tests.fakes.clock import StillClock
from tests.fakes.worker import WorkerAtOnce


def banner(rig: Rig) -> str:
    notice = rig.home.window._banner.notice
    return "" if notice is None else notice.headline


@pytest.fixture
def away(tmp_path: Path) -> Path:
    """A path for the folder to be moved to, beside it."""
    return tmp_path.with_name(f"{tmp_path.name}-away")


def offers_copy(rig: Rig) -> list[bool]:
    buttons = rig.home.window.findChildren(QPushButton)
    (button,) = [each for each in buttons if each.text() == "Save a copy…"]
    return [not button.isHidden(), rig.menu_item("Save a copy…").isVisible()]


def test_a_look_shows_that_the_folder_is_gone_and_that_it_is_back(rig: Rig, away: Path) -> None:
    data = rig.services.folder
    assert offers_copy(rig) == [False, False]
    data.rename(away)
    rig.data._folder.look()
    rig.qtbot.waitUntil(lambda: "data folder is gone" in rig.notification())
    assert rig.the(HomeWindow), "the offer is in sight"
    assert "data folder is gone" in banner(rig)
    assert str(data) in rig.notification()
    assert offers_copy(rig) == [True, True]
    assert "changes cannot be saved" in rig.home.icon.toolTip()
    away.rename(data)
    rig.data._folder.look()
    rig.qtbot.waitUntil(lambda: banner(rig) == "")
    assert offers_copy(rig) == [False, False]
    assert rig.ask("add", title="wieder", body="da")["exit"] == 0


def test_no_change_is_acknowledged_into_a_folder_that_is_gone(rig: Rig, away: Path) -> None:
    rig.services.folder.rename(away)
    for command, arguments in (
        ("add", {"title": "spät", "body": "zu spät"}),
        ("edit", {"id": GREETING.id, "body": "neu"}),
        ("remove", {"id": GREETING.id}),
    ):
        answer = rig.ask(command, **arguments)
        assert (answer["exit"], answer["problem"]) == (5, "data-moved")
    assert not rig.services.folder.exists()
    assert rig.ask("find", query="nh")["exit"] == 0, "replies can be used"
    assert rig.ask("doctor")["data"]["program"]["data"] == "moved"
    with open_stores(away, read_only=True) as stores:
        assert [each.id for each in stores.snippets.snippets()] == ["a1", "b2", "c3"]


def test_quitting_takes_two_tries_while_the_folder_is_gone(rig: Rig, away: Path) -> None:
    rig.services.folder.rename(away)
    rig.data._folder.look()
    rig.qtbot.waitUntil(lambda: "data folder is gone" in rig.notification())
    with rig.qtbot.assertNotEmitted(rig.session.quitting.ended, wait=20):
        answer = rig.ask("quit")
    assert (answer["exit"], answer["problem"]) == (4, "folder-gone")
    assert "still running" in rig.notification()
    assert rig.ask("quit")["exit"] == 4, "a double click is not two tries: the warning cannot have been read"
    rig.data._folder._warned_ms = 0
    with rig.qtbot.waitSignal(rig.session.quitting.ended):
        assert rig.ask("quit")["exit"] == 0


class GoneFolder:
    def __init__(self, problem: StoreProblem | None = StoreProblem.MOVED) -> None:
        self.problem = problem

    def check_folder(self) -> bool:
        return self.problem is not StoreProblem.MOVED

    def refusal(self) -> StoreError | None:
        return None if self.problem is None else StoreError(self.problem, "/data")


class RefusingBackups(FakeBackups):
    error: Exception = StoreError(StoreProblem.NOT_WRITABLE, "/usb/copy.zip")

    def backup(self, *_: object, **__: object) -> None:  # type: ignore[override]
        raise self.error


def watch_of(folder: GoneFolder, backups: FakeBackups, notices: list[Notice]) -> FolderWatch:
    def choose(name: str, chosen: Callable[[Path], None]) -> None:
        assert name.endswith(".zip")
        chosen(Path("/usb") / name)

    return FolderWatch(folder, backups, StillClock(), Work(WorkerAtOnce()), choose, notices.append)


def test_a_copy_is_saved_where_the_agent_wants_it_and_then_the_program_may_quit(qtbot: QtBot) -> None:
    notices: list[Notice] = []
    backups = FakeBackups(())
    watch = watch_of(GoneFolder(), backups, notices)
    watch.save_copy()
    assert backups.made == 1
    assert notices[0].headline == "Copy saved"
    assert "/usb/quickdesk-" in notices[0].text
    assert watch.may_quit()


def test_a_copy_takes_the_place_of_a_file_that_the_dialog_has_asked_about(qtbot: QtBot) -> None:
    notices: list[Notice] = []
    backups = FakeBackups(())
    backups.taken = {"/usb/old.zip": TargetProblem.EXISTS}
    watch = FolderWatch(
        GoneFolder(),
        backups,
        StillClock(),
        Work(WorkerAtOnce()),
        lambda _name, chosen: chosen(Path("/usb/old.zip")),
        notices.append,
    )
    watch.save_copy()
    assert [each.headline for each in notices] == ["Copy saved"]


@pytest.mark.parametrize(
    "error", [RefusingBackups.error, TargetError(TargetProblem.NOT_A_FILE, "/usb/copy.zip")]
)
def test_a_copy_that_cannot_be_saved_is_shown_and_may_be_tried_again(qtbot: QtBot, error: Exception) -> None:
    notices: list[Notice] = []
    backups = RefusingBackups(())
    backups.error = error
    watch = watch_of(GoneFolder(), backups, notices)
    watch.save_copy()
    watch.save_copy()
    assert [each.headline for each in notices] == ["The copy was not saved"] * 2
    assert "/usb/copy.zip" in notices[0].text
    assert not watch.may_quit()


def test_a_signal_says_when_the_folder_goes_and_comes_back(qtbot: QtBot) -> None:
    folder = GoneFolder(None)
    watch = watch_of(folder, FakeBackups(()), [])
    moves: list[bool] = []
    watch.moved.connect(moves.append)
    for problem in (None, StoreProblem.MOVED, StoreProblem.MOVED, None):
        folder.problem = problem
        watch.look()
    assert moves == [True, False]


@pytest.mark.parametrize("problem", [None, StoreProblem.DISK_FULL])
def test_a_folder_that_is_there_does_not_prevent_quitting(qtbot: QtBot, problem: StoreProblem | None) -> None:
    assert watch_of(GoneFolder(problem), FakeBackups(()), []).may_quit()


def test_a_folder_that_went_again_is_asked_about_again(qtbot: QtBot) -> None:
    folder = GoneFolder()
    watch = watch_of(folder, FakeBackups(()), [])
    watch.save_copy()
    assert watch.may_quit()
    folder.problem = None
    watch.look()
    folder.problem = StoreProblem.MOVED
    assert not watch.may_quit()


def test_one_look_at_a_time(qtbot: QtBot) -> None:
    folder = GoneFolder(None)
    jobs: list[Callable[[], None]] = []

    class Waiting(WorkerAtOnce):
        def submit(self, job: Callable[[], None]) -> None:
            jobs.append(job)

    watch = FolderWatch(
        folder, FakeBackups(()), StillClock(), Work(Waiting()), lambda *_: None, lambda _: None
    )
    watch.look()
    watch.look()
    assert len(jobs) == 1
