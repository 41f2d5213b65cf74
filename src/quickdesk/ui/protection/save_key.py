"""The system dialog for saving a recovery key in a file, which can be printed."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog

translate: Final = QCoreApplication.translate  # lupdate recognises this name


def choose_key_file(chosen: Callable[[Path], None]) -> QFileDialog:
    """Open the dialog in the documents folder; ``chosen`` receives the path."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    dialog = QFileDialog(None, translate("words", "Save the recovery key"), documents)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(translate("words", "Text (*.txt)"))
    dialog.setDefaultSuffix("txt")
    dialog.selectFile("quickdesk-recovery-key.txt")
    dialog.setWindowModality(Qt.WindowModality.NonModal)
    dialog.fileSelected.connect(lambda path: chosen(Path(path)))
    dialog.show()
    return dialog
