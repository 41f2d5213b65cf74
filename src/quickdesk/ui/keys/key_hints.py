"""Key caps with what the keys do, in one line: as many as fit, and an ellipsis for those that do not."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from quickdesk.ui.theme import Theme, set_look

_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class KeyHint:
    """A key and what it does; of several, that with the highest ``rank`` is left out first, rank 0 never."""

    keys: str
    text: str
    rank: int = 0


class KeyCap(QLabel):
    """The picture of a key."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "key")

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        self.setFixedHeight(theme.space(5))


class KeyHints(QWidget):
    """Shows hints from left to right, the last ones at the right end."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[KeyHint, ...] = ()
        self._hints: list[_HintWidget] = []
        self._at_end = 0
        self._ellipsis = QLabel(_ELLIPSIS, self)
        set_look(self._ellipsis, "secondary")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._ellipsis)
        self._row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        self._theme = theme
        self._row.setSpacing(theme.space(4))
        for hint in self._hints:
            hint.set_theme(theme)
        self._fit()

    def show_hints(self, hints: Sequence[KeyHint], at_end: int = 0) -> None:
        """Show hints; the last ``at_end`` of them stand at the right end."""
        while len(self._hints) < len(hints):
            widget = _HintWidget(self)
            widget.set_theme(self._theme)
            self._hints.append(widget)
        self._shown, self._at_end = tuple(hints), at_end
        for number, widget in enumerate(self._hints):
            self._row.removeWidget(widget)
            if number < len(hints):
                widget.show_hint(hints[number])
        for number, widget in enumerate(self._hints[: len(hints)]):
            is_at_end = number >= len(hints) - at_end
            self._row.insertWidget(self._row.count() if is_at_end else number, widget)
        self._fit()

    def sizeHint(self) -> QSize:
        """Return the size at which nothing is left out."""
        return QSize(self._width_of(self._hints[: len(self._shown)]), self._theme.space(5))

    def minimumSizeHint(self) -> QSize:
        """Return the height; any width will do."""
        return QSize(0, self._theme.space(5))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many hints as fit."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        visible = list(self._hints[: len(self._shown)])
        by_rank = sorted(visible, key=_rank, reverse=True)
        omitted = [widget for widget in by_rank if widget.rank]
        for widget in omitted:
            if self._width_of(visible) <= self.width():
                break
            visible.remove(widget)
        self._ellipsis.setVisible(len(visible) < len(self._shown))
        for widget in self._hints:
            widget.setVisible(widget in visible)

    def _width_of(self, visible: "Sequence[_HintWidget]") -> int:
        widths = [widget.needed_width() for widget in visible]
        if len(visible) < len(self._shown):
            self._ellipsis.ensurePolished()
            widths.append(self._ellipsis.sizeHint().width())
        return sum(widths) + self._row.spacing() * len(widths)


class _HintWidget(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rank = 0
        self._cap, self._text = KeyCap(self), QLabel(self)
        set_look(self._text, "secondary")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._cap)
        self._row.addWidget(self._text)

    def needed_width(self) -> int:
        """Return the width at which nothing is cut off."""
        for label in (self._cap, self._text):
            label.ensurePolished()
        return self._cap.sizeHint().width() + self._row.spacing() + self._text.sizeHint().width()

    def set_theme(self, theme: Theme) -> None:
        self._row.setSpacing(theme.space(1.5))
        self._cap.set_theme(theme)

    def show_hint(self, hint: KeyHint) -> None:
        self.rank = hint.rank
        self._cap.setText(hint.keys)
        self._text.setText(hint.text)
        self.setAccessibleName(f"{hint.keys}: {hint.text}")


def _rank(widget: _HintWidget) -> int:
    return widget.rank
