"""Text styles with the widths of characters, and runs of text that are drawn together."""

from dataclasses import dataclass
from typing import Final, TypeAlias

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

HAN: Final = "国"
"""A Chinese character; all of them have the same width."""
_FIRST_HAN, _LAST_HAN = "\u4e00", "\u9fff"

ChipBox: TypeAlias = tuple[float, float]
"""Where the name of a field is in a line: its x coordinate and its width, in pixels."""


class TextStyle:
    """A font and a colour, compared by identity; ``widths`` maps single characters to pixels."""

    def __init__(self, font: QFont, color: QColor) -> None:
        self.font, self.color = font, color
        self._metrics = QFontMetricsF(font)
        self.widths = _Widths(self._metrics)

    def advance(self, text: str) -> float:
        """Return the width of a text in pixels, including kerning."""
        return self._metrics.horizontalAdvance(text)


@dataclass(frozen=True, slots=True, eq=False)
class LineStyles:
    """The styles of a line, compared by identity: for its text, its matches and its line break signs."""

    plain: TextStyle
    match: TextStyle
    line_break: TextStyle


class TextRuns:
    """Collects text for one painter and draws it grouped by style.

    Changing the font and colour of a painter costs as much as drawing a short text.
    """

    def __init__(self, painter: QPainter) -> None:
        self.painter = painter
        self._runs: dict[TextStyle, list[tuple[QPointF, str]]] = {}

    def add(self, left: float, baseline: float, text: str, style: TextStyle) -> None:
        """Add a text at a position in pixels."""
        self._runs.setdefault(style, []).append((QPointF(left, baseline), text))

    def draw(self) -> None:
        """Draw the added texts and clear them."""
        painter = self.painter
        for style, texts in self._runs.items():
            painter.setFont(style.font)
            painter.setPen(style.color)
            for position, text in texts:
                painter.drawText(position, text)
        self._runs.clear()


class _Widths(dict[str, float]):
    def __init__(self, metrics: QFontMetricsF) -> None:
        super().__init__()
        self._metrics = metrics

    def __missing__(self, character: str) -> float:
        # All Chinese characters have the same width, which is measured once.
        known = HAN if _FIRST_HAN <= character <= _LAST_HAN and character != HAN else ""
        width = self[character] = self[known] if known else self._metrics.horizontalAdvance(character)
        return width
