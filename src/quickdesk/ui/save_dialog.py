"""The system dialogs for saving a file: the data, a recovery key, a customer, a text for a colleague."""

from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeAlias

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog

translate: Final = QCoreApplication.translate  # lupdate recognises this name
Chosen: TypeAlias = Callable[[Path], None]
"""Receives the path of the file; it is not called if the dialog is cancelled."""


def choose_backup_file(name: str, chosen: Chosen) -> QFileDialog:
    """Open the dialog for a copy of the data; ``name`` is the suggested name of the file."""
    return _opened(translate("words", "Save a copy"), name, translate("words", "Backup (*.zip)"), chosen)


def choose_key_file(chosen: Chosen) -> QFileDialog:
    """Open the dialog for a recovery key, as a text that can be printed."""
    title = translate("words", "Save the recovery key")
    return _opened(title, "quickdesk-recovery-key.txt", translate("words", "Text (*.txt)"), chosen)


def choose_text_file(name: str, chosen: Chosen) -> QFileDialog:
    """Open the dialog for a text for a colleague; ``name`` is the suggested name of the file."""
    return _opened(
        translate("words", "Save for a colleague"), name, translate("words", "Text (*.txt)"), chosen
    )


def choose_customer_file(name: str, chosen: Chosen, *, is_masked: bool) -> QFileDialog:
    """Open the dialog for all that is known of a customer, as a text or as JSON.

    The title says whether numbers and addresses are masked.
    """
    title = (
        translate("words", "Export the customer, numbers and addresses masked")
        if is_masked
        else translate("words", "Export the customer, numbers and addresses in full")
    )
    text = translate("words", "Text (*.txt)")
    dialog = _opened(title, name, f"{text};;JSON (*.json)", chosen)
    dialog.filterSelected.connect(lambda each: dialog.setDefaultSuffix("txt" if each == text else "json"))
    return dialog


def _opened(title: str, name: str, name_filter: str, chosen: Chosen) -> QFileDialog:
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    dialog = QFileDialog(None, title, documents)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(name_filter)
    dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
    dialog.selectFile(name)
    dialog.setWindowModality(Qt.WindowModality.NonModal)
    dialog.fileSelected.connect(lambda path: chosen(Path(path)))
    # A window without a parent belongs to Python: the slot keeps it until it is closed.
    dialog.finished.connect(lambda _result: dialog.deleteLater())
    dialog.show()
    return dialog
