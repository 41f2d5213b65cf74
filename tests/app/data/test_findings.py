"""Each loss and each file that was set aside has a notice."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from quickdesk.app.data.damage import findings
from quickdesk.replies.store import StoreProblem
from quickdesk.storage.report import Copy, Flaw, ForeignFile, Loss, OpenReport, Recovery
from quickdesk.ui import data_notices

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
