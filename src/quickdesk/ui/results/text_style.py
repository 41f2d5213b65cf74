"""What text is drawn with: a font and a colour. How wide characters are, and runs of text drawn together."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

HAN: Final = "国"
"""A Chinese character, as wide as all others."""
_FIRST_HAN, _LAST_HAN = "\u4e00", "\u9fff"


class TextStyle:
    """A font in a colour, the same only as itself; ``widths`` are those of single characters, in pixels."""

    def __init__(self, font: QFont, color: QColor) -> None:
        self.font, self.color = font, color
        self._metrics = QFontMetricsF(font)
        self.widths = _Widths(self._metrics)

    def advance(self, text: str) -> float:
        """Return how wide a text is in pixels, letters that move together included."""
        return self._metrics.horizontalAdvance(text)


@dataclass(frozen=True, slots=True, eq=False)
class LineStyles:
    """The styles of a line, the same only as itself: for its text, for what matched, for the marks in it."""

    plain: TextStyle
    match: TextStyle
    line_break: TextStyle


class TextRuns:
    """Text to be drawn on one painter: what is of the same style is drawn together.

    Changing fonts and colours to and fro costs as much as drawing a short text.
    """

    def __init__(self, painter: QPainter) -> None:
        self.painter = painter
        self._runs: dict[TextStyle, list[tuple[QPointF, str]]] = {}

    def add(self, left: float, baseline: float, text: str, style: TextStyle) -> None:
        """Have a text drawn from here."""
        self._runs.setdefault(style, []).append((QPointF(left, baseline), text))

    def draw(self) -> None:
        """Draw what was added."""
        painter = self.painter
        for style, texts in self._runs.items():
            painter.setFont(style.font)
            painter.setPen(style.color)
            for place, text in texts:
                painter.drawText(place, text)
        self._runs.clear()


class _Widths(dict[str, float]):
    def __init__(self, metrics: QFontMetricsF) -> None:
        super().__init__()
        self._metrics = metrics

    def __missing__(self, character: str) -> float:
        # Chinese characters fill their squares, all of one width: it is measured once.
        known = HAN if _FIRST_HAN <= character <= _LAST_HAN and character != HAN else ""
        width = self[character] = self[known] if known else self._metrics.horizontalAdvance(character)
        return width
