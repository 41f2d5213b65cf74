"""What is shown is acknowledged, and nothing else; damage in a kind that is opened later is shown too."""

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quickdesk.app.data.damage import Damage, findings
from quickdesk.app.process.work import Work
from quickdesk.replies.store import StoreProblem
from quickdesk.settings.settings import Language, Settings
from quickdesk.storage.journal.record import put
from quickdesk.storage.kinds import INSIGHTS
from quickdesk.storage.open import Stores, open_stores
from quickdesk.storage.report import Copy, Flaw, ForeignFile, Loss, OpenReport, Recovery
from quickdesk.ui import data_notices
from tests.app.rig import Rig
from tests.fakes.engine import commit
from tests.fakes.worker import WorkerAtOnce


def damaged_insights(folder: Path) -> Stores:
    with open_stores(folder) as stores:
        stores.settings.save(Settings(language=Language.ENGLISH))
        commit(stores.engine(INSIGHTS), [put("x", "1", {"a": 1})])
    (folder / "insights.json").write_text("{half")
    (folder / "settings.json.damaged-1").write_text("from an earlier start")
    return open_stores(folder)


def test_what_was_not_shown_is_not_acknowledged(qtbot: QtBot, tmp_path: Path) -> None:
    with damaged_insights(tmp_path) as stores:
        damage = Damage(stores, tmp_path, Work(WorkerAtOnce()), lambda _: None)
        stores.engine(INSIGHTS)  # the window has not been updated since
        (tmp_path / "snippets.json.damaged-1").write_text("set aside while the program ran")
        damage.acknowledge()
        left = [each.path.name for each in stores.set_aside(tmp_path).unacknowledged()]
        assert left == ["insights.json.damaged-1", "snippets.json.damaged-1"]
        (notice,) = damage.notices()[:1]
        assert "insights.json.damaged-1" in notice.text
        damage.acknowledge()
        assert stores.set_aside(tmp_path).unacknowledged() == ()


def test_damage_in_what_is_opened_after_the_start_is_shown_in_the_window(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    rig = Rig(qtbot, qapp, tmp_path, damaged_insights(tmp_path))
    rig.session.start()  # the habits are read meanwhile
    home = rig.home.window
    qtbot.waitUntil(
        lambda: home._banner.notice is not None and "insights.json.damaged-1" in home._banner.notice.text
    )
    rig.close()


SNAPSHOT, JOURNAL, KEPT = Path("/d/snippets.json"), Path("/d/snippets.7.log"), Path("/d/kept-1")


def test_without_findings_there_is_no_notice(qtbot: QtBot) -> None:
    missing = Recovery(SNAPSHOT, Flaw.MISSING, (), used_previous=True)
    assert findings(OpenReport()) == findings(OpenReport(recoveries=(missing,))) == []


def test_a_damaged_file_that_took_nothing_away_says_so(qtbot: QtBot) -> None:
    found = Recovery(SNAPSHOT, Flaw.EMPTY, (KEPT,), used_previous=False, lost_nothing=True)
    (notice,) = findings(OpenReport(recoveries=(found,)))
    assert notice.text == "Nothing was lost. The damaged file was kept as /d/kept-1."


def test_a_damaged_file_that_was_left_in_place_is_shown(qtbot: QtBot) -> None:
    found = Recovery(SNAPSHOT, Flaw.EMPTY, (), used_previous=True)
    (notice,) = findings(OpenReport(recoveries=(found,), is_read_only=True))
    assert "/d/snippets.json" in notice.text


def test_losses_are_counted_and_their_place_is_named(qtbot: QtBot) -> None:
    losses = (
        Loss("snippets", JOURNAL, Flaw.CHANGED, 3, (KEPT,)),
        Loss("followups", JOURNAL, Flaw.MISSING, None),
    )
    first, second = findings(OpenReport(losses=losses))
    assert first.text == "Changes lost (replies): 3. The damaged part was kept as /d/kept-1."
    assert second.text == "Changes lost (reminders): some. They were in /d/snippets.7.log."


def test_a_full_disk_has_another_notice_than_a_read_only_folder(qtbot: QtBot) -> None:
    full, closed = (
        data_notices.read_only(each, "/d") for each in (StoreProblem.DISK_FULL, StoreProblem.NOT_WRITABLE)
    )
    assert full.headline == closed.headline
    assert "free up space for /d" in full.text
    assert "allow writing to /d" in closed.text


def test_what_is_of_another_computer_is_named_with_the_way_in(qtbot: QtBot) -> None:
    report = OpenReport(
        foreign=(ForeignFile("snippets", SNAPSHOT, (KEPT,)), ForeignFile("insights", JOURNAL, (KEPT,))),
        copies=(
            Copy("snippets", Path("/d/a")),
            Copy("settings", Path("/d/c")),
            Copy("snippets", Path("/d/b")),
        ),
    )
    first, second, copies, others = findings(report)
    assert first.text.endswith(
        'kept as /d/kept-1. To take over the replies in it: quickdesk import "/d/kept-1"'
    )
    assert "import" not in second.text
    assert "/d/a, /d/b" in copies.text
    assert copies.text.endswith('quickdesk import "/d/b"')
    assert "/d/c" in others.text
