"""The one way in which windows follow the language: their words are set by a function that runs again."""

from collections.abc import Callable
from weakref import WeakMethod

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


def follow_language(widget: QWidget, translate: Callable[[], None]) -> None:
    """Call ``translate`` now, and again from the event loop whenever another language was installed.

    ``translate`` is a method. It sets all words of ``widget``, those of its child widgets excepted that
    follow the language themselves. It is not called any more once the widget is gone.
    """
    _LanguageListener(widget, translate)
    translate()


class _LanguageListener(QObject):
    """A child of a widget: Qt passes LanguageChange from a window down to all children."""

    def __init__(self, parent: QWidget, translate: Callable[[], None]) -> None:
        super().__init__(parent)
        # A strong reference would keep the widget until the next garbage collection, which then takes it
        # to pieces in any order.
        self._translate = WeakMethod(translate)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LanguageChange:
            # Not at once: Qt is going through a list of the children, and the method may delete some.
            QTimer.singleShot(0, self, self._call)
        return super().event(event)

    def _call(self) -> None:
        translate = self._translate()
        if translate is not None:
            translate()
