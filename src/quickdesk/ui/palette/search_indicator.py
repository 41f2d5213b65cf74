"""The indicator of a slow search: the visible rows do not belong to the current query."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from quickdesk.ui.notice import Notice, Tone
from quickdesk.ui.palette.footer import PaletteFooter

translate: Final = QCoreApplication.translate  # lupdate recognises this name
SLOW_MS: Final = 300
"""The delay before the indicator is shown; most lists arrive within a frame."""


class SearchIndicator(QObject):
    """Shown at the foot from a while after a query until its list arrives."""

    def __init__(self, footer: PaletteFooter, slow_ms: int = SLOW_MS) -> None:
        super().__init__(footer)
        self._footer = footer
        self._is_shown = False
        self._slow = QTimer(self, singleShot=True, interval=slow_ms)
        self._slow.timeout.connect(self._show)

    def begin(self) -> None:
        """Start waiting for a list."""
        self.end()
        self._slow.start()

    @property
    def is_waiting(self) -> bool:
        """Whether a list is awaited."""
        return self._slow.isActive() or self._is_shown

    def end(self) -> None:
        """Stop waiting, because the list has arrived or is no longer needed."""
        self._slow.stop()
        if self._is_shown:
            self._is_shown = False
            self._footer.show_notice(None)

    def _show(self) -> None:
        self._is_shown = True
        headline, text = translate("words", "Searching…"), translate("words", "Enter takes what is found.")
        self._footer.show_notice(Notice(Tone.INFO, headline, text))
