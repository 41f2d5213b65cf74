"""A sentence in a window, for an agent who clicked on quickdesk and would otherwise see nothing happen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from quickdesk.ui.icons import app_icon


def trouble_window(words: str) -> QMessageBox:
    """Return the window; it is not shown yet."""
    box = QMessageBox(QMessageBox.Icon.Warning, "quickdesk", words, QMessageBox.StandardButton.Close)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    box.setWindowIcon(app_icon())
    box.setAccessibleName(box.windowTitle())
    return box


def show_trouble(words: str) -> None:
    """Show the sentence until it is closed; makes the application where there is none."""
    app = QApplication.instance() or QApplication(["quickdesk"])
    box = trouble_window(words)
    box.finished.connect(app.quit)
    box.open()
    app.exec()
