"""Controls of Qt as the windows need them: buttons that leave shortcuts alone, scrolling without a jump."""

import math
from collections.abc import Iterator
from itertools import islice
from typing import Final

from PySide6.QtCore import QMargins, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLayout, QPlainTextEdit, QPushButton, QScrollArea, QWidget

from quickdesk.ui.theme_sheet import TEXT_MARGIN

RETURNING: Final = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
"""Reasons for the focus to come or go that are no choice of another control."""
KEEPING_SELECTION: Final = (Qt.FocusReason.MouseFocusReason, *RETURNING)
"""Reasons for the focus to come that select nothing; for all others a box selects its text."""
_MAX_LINES = 4
_SPARE = 1
"""The pixels that a plain text edit needs in addition, else it can be scrolled by a line."""
_PRESSING = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select)
_COMMAND = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


def is_shortcut(event: QKeyEvent) -> bool:
    """Return whether Ctrl, Alt or Meta is held with a key that presses a control, such as Ctrl+Enter.

    Qt's controls ignore the modifiers: with the focus on Cancel, Ctrl+Enter would cancel instead of saving,
    and a hotkey like Ctrl+Alt+Space would press whatever has the focus.
    """
    return event.key() in _PRESSING and bool(event.modifiers() & _COMMAND)


class PushButton(QPushButton):
    """A button that Enter and the space bar press; shortcuts go to its window."""

    def __init__(self) -> None:
        super().__init__()
        self.setAutoDefault(True)  # else Enter presses it in dialogs only

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave shortcuts to the window."""
        if is_shortcut(event):
            event.ignore()
        else:
            super().keyPressEvent(event)


class GrowingEdit(QPlainTextEdit):
    """As high as its text, from one line to four; a longer text is scrolled."""

    def __init__(self) -> None:
        super().__init__()
        self._least_height = 0
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(TEXT_MARGIN)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def set_least_height(self, height: int) -> None:
        """Set the height in pixels that one line of text has at least, in its middle."""
        self._least_height = height
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the height, because the text may wrap elsewhere."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        margins = self.contentsMargins()
        frame = margins.top() + margins.bottom() + 2 * TEXT_MARGIN + _SPARE
        height = math.ceil(sum(islice(self._line_heights(), _MAX_LINES))) + frame
        spare = max(self._least_height - height, 0)
        self.setViewportMargins(0, spare // 2, 0, spare - spare // 2)
        self.setFixedHeight(height + spare)

    def _line_heights(self) -> Iterator[float]:
        block = self.document().firstBlock()
        while block.isValid():
            self.blockBoundingRect(block)  # lays it out
            for number in range(block.layout().lineCount()):
                yield block.layout().lineAt(number).height()
            block = block.next()


class MarginScrollArea(QScrollArea):
    """Scrolls the widgets of a layout; its scroll bar lies in the right margin of the layout.

    So the widgets keep their width, and nothing jumps, when the bar appears or disappears.
    """

    def __init__(self, layout: QLayout) -> None:
        super().__init__()
        self._content_layout = layout
        self._margins = layout.contentsMargins()
        self._content = QWidget()
        self._content.setLayout(layout)
        self.setWidget(self._content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().rangeChanged.connect(self._apply_margins)

    def set_margins(self, margins: QMargins) -> None:
        """Set the margins of the layout; the right one must have room for the scroll bar."""
        self._margins = margins
        self._apply_margins()

    def show_cursor(self, edit: QPlainTextEdit) -> None:
        """Scroll to the line that is edited if ``edit``, one of the widgets, has the focus."""
        if edit.hasFocus():
            line = edit.cursorRect()
            position = edit.viewport().mapTo(self._content, line.center())
            self.ensureVisible(position.x(), position.y(), 0, line.height())

    def _apply_margins(self) -> None:
        bar = self.verticalScrollBar()
        taken = bar.sizeHint().width() if bar.maximum() > bar.minimum() else 0
        margins = self._margins - QMargins(0, 0, taken, 0)
        if self._content_layout.contentsMargins() != margins:
            self._content_layout.setContentsMargins(margins)
