"""Updates the texts of widgets when the language changes."""

from collections.abc import Callable
from weakref import WeakMethod

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


def follow_language(widget: QWidget, translate: Callable[[], None]) -> None:
    """Call ``translate`` now, and from the event loop whenever the language changes.

    ``translate`` must be a bound method. It sets all texts of ``widget``, except for child widgets that
    follow the language themselves. It is not called after the widget was destroyed.
    """
    _LanguageListener(widget, translate)
    translate()


class _LanguageListener(QObject):
    """A child of a widget; Qt sends LanguageChange to all children of a window."""

    def __init__(self, parent: QWidget, translate: Callable[[], None]) -> None:
        super().__init__(parent)
        # A strong reference would keep the widget until the next garbage collection, which then destroys
        # it in any order.
        self._translate = WeakMethod(translate)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LanguageChange:
            # Not at once: Qt iterates over the children, and the method may delete some.
            QTimer.singleShot(0, self, self._call)
        return super().event(event)

    def _call(self) -> None:
        translate = self._translate()
        if translate is not None:
            translate()
