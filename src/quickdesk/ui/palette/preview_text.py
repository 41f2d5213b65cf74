"""The text of a reply with its fields as chips, and what is filled in already on the same tint.

The chips are text, which wraps and is accessible; only their tint is painted behind it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from quickdesk.replies.template import Field, Special, TemplatePart, Text
from quickdesk.ui.qt_text import displayable
from quickdesk.ui.results.text_line import x_of
from quickdesk.ui.theme import TextSize, Theme, set_look
from quickdesk.ui.tokens import Role

MAX_SHOWN = 5_000
"""Code points of a body that are shown: ten screens, so that a keystroke takes less than a frame."""
_LINE_HEIGHT = 1.7
"""Line height relative to the text size: 1.5 for the characters, the rest as space between chips."""
_PADDING = "\u00a0"
_MAX_UNBROKEN = 16
"""The maximum length of a chip that is never broken, in code points; longer ones wrap like other text."""
_BREAKABLE = re.compile("(?<=[\u2e80-\ud7a3])(?=[\u2e80-\ud7a3])")
NOTHING_FILLED: Mapping[str, str] = MappingProxyType({})
_WORD_JOINER = "\u2060"
_BREAK_OPPORTUNITY = "\u200b"
"""Before a chip: without it the padding would move the preceding character to the next line."""


class PreviewText(QTextEdit):
    """Shows a body, without focus or input."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: list[tuple[int, int]] = []
        self.setReadOnly(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setUndoRedoEnabled(False)
        self.document().setDocumentMargin(0)
        set_look(self, "bare")
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Set the theme; the current text keeps its fonts until it is shown again."""
        self._theme = theme
        self.setFont(theme.font(TextSize.BODY))
        self._plain, self._field, self._flawed = (QTextCharFormat() for _ in range(3))
        self._plain.setForeground(theme.color(Role.TEXT))
        self._field.setForeground(theme.color(Role.ACCENT))
        self._flawed.setForeground(theme.color(Role.WARNING))
        self._flawed.setFontUnderline(True)

    def show_parts(self, parts: Sequence[TemplatePart], values: Mapping[str, str] = NOTHING_FILLED) -> None:
        """Show the parts of a valid body; fields whose name is in ``values`` with their value."""
        cursor = self._start_document("".join(part.text for part in parts if isinstance(part, Text)))
        for part in parts:
            if part.start >= MAX_SHOWN or cursor.position() >= MAX_SHOWN:
                break
            if isinstance(part, Field) and part.name in values:
                self._insert_value(cursor, values[part.name])
            else:
                self._insert(cursor, part)
        self._scroll_to_start()

    def show_flawed(self, body: str, start: int, end: int) -> None:
        """Show an invalid body as plain text, with the flaw from ``start`` to ``end`` highlighted."""
        cursor = self._start_document(body)
        for text, format_ in (
            (body[:start], self._plain),
            (body[start:end], self._flawed),
            (body[end:], self._plain),
        ):
            cursor.insertText(displayable(text[: max(MAX_SHOWN - cursor.position(), 0)]), format_)
        self._scroll_to_start()

    def append_note(self, heading: str, note: str) -> None:
        """Add a note below the body, smaller and in the secondary colour."""
        format_ = QTextCharFormat()
        format_.setForeground(self._theme.color(Role.SECONDARY))
        format_.setFont(self._theme.font_of(note, TextSize.SMALL))
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        for text, space in ((heading, 4), (note, 0)):
            spaced = QTextBlockFormat()
            spaced.setTopMargin(self._theme.space(space))
            cursor.insertBlock(spaced, format_)
            cursor.insertText(text, format_)
        self._scroll_to_start()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chips, then the text."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(Role.TINT))
        radius = self._theme.space(1)
        for chip in self._chip_rects():
            if chip.intersects(QRectF(event.rect())):
                painter.drawRoundedRect(chip, radius, radius)
        painter.end()
        super().paintEvent(event)

    def _scroll_to_start(self) -> None:
        self.setTextCursor(QTextCursor(self.document()))  # else it scrolls to the end when it is first shown
        self.verticalScrollBar().setValue(0)

    def _start_document(self, text: str) -> QTextCursor:
        """Clear the document and return a cursor for it; sets the font for the script of ``text``."""
        self._chips = []
        self.ensurePolished()  # else the style sheet overrides the font
        self.setFont(self._theme.font_of(text))
        self.clear()
        spaced = QTextBlockFormat()
        height = self._theme.text_px(TextSize.BODY) * _LINE_HEIGHT
        spaced.setLineHeight(round(height), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor = QTextCursor(self.document())
        cursor.setBlockFormat(spaced)
        return cursor

    def _insert(self, cursor: QTextCursor, part: TemplatePart) -> None:
        if isinstance(part, Text):
            cursor.insertText(displayable(part.text[: MAX_SHOWN - part.start]), self._plain)
            return
        cursor.insertText(_BREAK_OPPORTUNITY, self._plain)
        start = cursor.position()
        cursor.insertText(f"{_PADDING}{_unbroken(displayable(label(part)))}{_PADDING}", self._field)
        self._chips.append((start, cursor.position()))

    def _insert_value(self, cursor: QTextCursor, value: str) -> None:
        for number, line in enumerate(value[: MAX_SHOWN - cursor.position()].split("\n")):
            if number:
                cursor.insertBlock()
            start = cursor.position()
            cursor.insertText(displayable(line), self._plain)
            self._chips.append((start, cursor.position()))

    def _chip_rects(self) -> Iterator[QRectF]:
        for start, end in self._chips:
            block = self.document().findBlock(start)
            origin = self.document().documentLayout().blockBoundingRect(block).topLeft()
            origin -= QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
            yield from self._in_block(block, start - block.position(), end - block.position(), origin)

    def _in_block(self, block: QTextBlock, start: int, end: int, origin: QPointF) -> Iterator[QRectF]:
        layout = block.layout()
        metrics = QFontMetricsF(self.font())
        pad = self._theme.px(1)
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
            if first >= last:
                continue
            left, right = x_of(line, first), x_of(line, last)
            top = line.y() + line.ascent() - metrics.ascent()
            chip = QRectF(left, top - pad, right - left, metrics.height() + 2 * pad)
            yield chip.normalized().translated(origin)  # a name may run from right to left


def label(part: Field | Special) -> str:
    """Return the text of a chip: the name, with the default or the choices if there are any."""
    if isinstance(part, Special):
        return part.name
    values = part.choices or ((part.default,) if part.default else ())
    return f"{part.name}: {' | '.join(values)}" if values else part.name


def _unbroken(name: str) -> str:
    if len(name) > _MAX_UNBROKEN:
        return name
    return _BREAKABLE.sub(_WORD_JOINER, name.replace(" ", _PADDING))
