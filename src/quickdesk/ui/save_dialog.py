"""The system's dialog that asks where to save a copy of the data."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog

translate: Final = QCoreApplication.translate  # under this name the catalogue maker finds the sentences


def choose_file(name: str, chosen: Callable[[Path], None]) -> QFileDialog:
    """Open the dialog on the documents with ``name`` suggested; ``chosen`` gets the path, if there is one."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    dialog = QFileDialog(None, translate("words", "Save a copy"), documents)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(translate("words", "Backup (*.zip)"))
    dialog.setDefaultSuffix("zip")
    dialog.selectFile(name)
    dialog.setWindowModality(Qt.WindowModality.NonModal)
    dialog.fileSelected.connect(lambda path: chosen(Path(path)))
    dialog.show()
    return dialog
