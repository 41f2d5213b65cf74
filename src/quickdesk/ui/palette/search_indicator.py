"""What the palette says while a search takes its time: the rows in sight are not those that are asked for."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from quickdesk.ui.notice import Notice, Tone
from quickdesk.ui.palette.footer import PaletteFooter

translate: Final = QCoreApplication.translate  # under this name the catalogue maker finds the sentences
SLOW_MS: Final = 300
"""After so long somebody who waits looks for a sign; most lists are there within a frame."""


class SearchIndicator(QObject):
    """Stands at the foot from a while after a query until its list is there."""

    def __init__(self, footer: PaletteFooter, slow_ms: int = SLOW_MS) -> None:
        super().__init__(footer)
        self._footer = footer
        self._is_shown = False
        self._slow = QTimer(self, singleShot=True, interval=slow_ms)
        self._slow.timeout.connect(self._show)

    def begin(self) -> None:
        """A list is asked for."""
        self.end()
        self._slow.start()

    @property
    def is_awaited(self) -> bool:
        """Whether a list is on its way."""
        return self._slow.isActive() or self._is_shown

    def end(self) -> None:
        """The list is there, or nobody wants it any more."""
        self._slow.stop()
        if self._is_shown:
            self._is_shown = False
            self._footer.show_notice(None)

    def _show(self) -> None:
        self._is_shown = True
        headline, text = translate("words", "Searching…"), translate("words", "Enter takes what is found.")
        self._footer.show_notice(Notice(Tone.INFO, headline, text))
