"""The dialogs for saving a file."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from quickdesk.ui.save_dialog import choose_backup_file, choose_text_file


def _shown() -> list[QFileDialog]:
    return [
        each for each in QApplication.topLevelWidgets() if isinstance(each, QFileDialog) and each.isVisible()
    ]


def test_the_dialog_suggests_a_name_and_hands_the_path_over(qtbot: QtBot, tmp_path: Path) -> None:
    chosen: list[Path] = []
    dialog = choose_backup_file("quickdesk-1.zip", chosen.append)
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    assert dialog.defaultSuffix() == "zip"
    assert Path(dialog.selectedFiles()[0]).name == "quickdesk-1.zip"
    dialog.fileSelected.emit(str(tmp_path / "copy.zip"))
    assert chosen == [tmp_path / "copy.zip"]
    dialog.reject()


def test_a_dialog_that_nobody_keeps_stays_open_until_it_is_cancelled(qtbot: QtBot) -> None:
    choose_text_file("a.txt", lambda _path: None)
    (dialog,) = _shown()
    dialog.reject()
    qtbot.waitUntil(lambda: not isValid(dialog))
