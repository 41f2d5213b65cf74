"""The one way in which windows follow the language: their words are set by a function that runs again."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


def follow_language(widget: QWidget, translate: Callable[[], None]) -> None:
    """Call ``translate`` now, and again from the event loop whenever another language was installed.

    ``translate`` sets all words of ``widget``, those of its child widgets excepted that follow the language
    themselves. It is not called any more once the widget is deleted.
    """
    _LanguageListener(widget, translate)
    translate()


class _LanguageListener(QObject):
    """A child of a widget: Qt passes LanguageChange from a window down to all children."""

    def __init__(self, parent: QWidget, translate: Callable[[], None]) -> None:
        super().__init__(parent)
        self._translate = translate

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LanguageChange:
            # Not at once: Qt is going through a list of the children, and the function may delete some.
            QTimer.singleShot(0, self, self._translate)
        return super().event(event)
