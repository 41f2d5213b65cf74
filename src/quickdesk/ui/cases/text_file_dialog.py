"""The system dialog for saving a text for a colleague."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog

translate: Final = QCoreApplication.translate  # lupdate recognises this name


def choose_text_file(name: str, chosen: Callable[[Path], None]) -> QFileDialog:
    """Open the dialog in the documents folder with the file name ``name``; ``chosen`` receives the path."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    dialog = QFileDialog(None, translate("words", "Save for a colleague"), documents)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(translate("words", "Text (*.txt)"))
    dialog.setDefaultSuffix("txt")
    dialog.selectFile(name)
    dialog.setWindowModality(Qt.WindowModality.NonModal)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda path: chosen(Path(path)))
    dialog.show()
    return dialog
