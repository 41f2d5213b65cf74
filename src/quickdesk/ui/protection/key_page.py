"""The page with a recovery key that is printed: the key, its date, and what it is for.

Printing is imported only when it is wanted, because no other window needs it.
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from html import escape
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QTextDocument

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

translate: Final = QCoreApplication.translate  # lupdate recognises this name
_STYLE: Final = (
    "h1 { font-size: 18pt; } p { font-size: 11pt; } "
    "p.key { font-family: monospace; font-size: 15pt; margin-top: 16pt; margin-bottom: 16pt; }"
)


def key_page(key: str, day: date) -> QTextDocument:
    """Return the page in the current language."""
    title = translate("words", "Recovery key of quickdesk")
    made = translate("words", "Made on {day}").replace("{day}", day.isoformat())
    lines = (
        translate("words", "It opens the customers if their key or passphrase is lost, and their backups."),
        translate("words", "To use it: tray menu, Protection of customers, Recovery key."),
        translate("words", "Keep this page away from the computer. A newer key makes this one invalid."),
    )
    body = "".join(f"<p>{escape(line)}</p>" for line in lines)
    page = QTextDocument()
    page.setDefaultStyleSheet(_STYLE)
    page.setHtml(f'<h1>{escape(title)}</h1><p>{escape(made)}</p><p class="key">{escape(key)}</p>{body}')
    return page


def has_printer() -> bool:
    """Return whether this computer has a printer; not without the libraries for printing."""
    with suppress(ImportError):
        from PySide6.QtPrintSupport import QPrinterInfo

        return bool(QPrinterInfo.availablePrinterNames())
    return False


def choose_printer(chosen: Callable[["QPrinter"], None]) -> "QPrintDialog":
    """Open the system dialog; ``chosen`` receives the printer."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(lambda: chosen(printer))
    dialog.setWindowModality(Qt.WindowModality.NonModal)
    dialog.show()
    return dialog
