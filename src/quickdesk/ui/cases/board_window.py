"""The board of cases (问题闭环): what is overdue, what has no next date, and what comes today and later.

It knows neither store nor clock: it shows what it is given, and emits what is to be done with a case.
"""

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QScreen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from quickdesk.customers.case import Case
from quickdesk.customers.case_rules import is_open, missing_to_close
from quickdesk.ui.cases.board_tree import BoardContent, BoardTree
from quickdesk.ui.cases.keys import BOARD_KEYS, STATES, BoardAction
from quickdesk.ui.cases.words import field_name
from quickdesk.ui.icons import app_icon
from quickdesk.ui.key_names import KeyNames
from quickdesk.ui.keys.key_hints import KeyHint, KeyHints
from quickdesk.ui.keys.key_sheet import CoveringSheet
from quickdesk.ui.language import follow_language
from quickdesk.ui.notice import Notice, NoticeBar
from quickdesk.ui.placement import open_framed, rescale
from quickdesk.ui.theme import TextSize, Theme, set_look

_WIDTH, _HEIGHT = 1000, 600
_RANKS: Final[Mapping[BoardAction, int]] = {
    BoardAction.OPEN: 0,
    BoardAction.CREATE: 2,
    BoardAction.ESCALATE: 3,
    BoardAction.ASK: 4,
    BoardAction.CLOSE: 5,
    BoardAction.HELP: 1,
}
"""The shown keys from left to right; a narrow window leaves out the highest first, that with 0 never."""


class CaseBoard(QWidget):
    """The window; ``chosen`` carries a BoardAction that the caller carries out, and a Case."""

    chosen = Signal(object, object)
    state_chosen = Signal(object, object)
    """A Case and the CaseState that it is to be brought to."""
    create_requested = Signal()
    undo_requested = Signal()
    shown_otherwise = Signal()
    """``is_revealed`` or ``shows_closed`` has changed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._theme = theme
        self.is_revealed = self.shows_closed = False
        self._tree, self._notice = BoardTree(theme), NoticeBar(theme)
        self._empty, self._detail, self._missing = QLabel(), QLabel(), QLabel()
        self._keys, self._sheet = KeyHints(theme), CoveringSheet(self)
        self._key_names = KeyNames(QGuiApplication.platformName())
        self._own: Mapping[BoardAction, Callable[[], object]] = {
            BoardAction.CREATE: self.create_requested.emit,
            BoardAction.UNDO: self.undo_requested.emit,
            BoardAction.REVEAL: self._toggle_numbers,
            BoardAction.SHOW_CLOSED: self._toggle_closed,
            BoardAction.HELP: self._open_sheet,
            BoardAction.CLOSE: self.close,
        }
        self.setWindowIcon(app_icon())
        self._build()
        self._tree.installEventFilter(self)
        self._tree.itemDoubleClicked.connect(self._on_double_clicked)
        self._tree.currentItemChanged.connect(self._show_detail)
        self.set_theme(theme)
        follow_language(self, self._translate)

    @property
    def tree(self) -> BoardTree:
        """The list of cases."""
        return self._tree

    def open_on(self, screen: QScreen) -> None:
        """Show the window on a monitor, or bring it to the front."""
        if self.isHidden():
            self.show_notice(None)
            self.is_revealed = False
        open_framed(self, screen, QSize(self._theme.px(_WIDTH), self._theme.px(_HEIGHT)))
        self._tree.setFocus()

    def show_content(self, content: BoardContent) -> None:
        """Show the cases as they are stored now."""
        self._tree.show_content(content)
        self._empty.setVisible(not content.groups)
        self._tree.setVisible(bool(content.groups))
        if not content.groups:
            self.setFocus()
        self._show_detail()

    def show_notice(self, notice: Notice | None) -> None:
        """Show what happened, above the list."""
        self._notice.show_notice(notice)

    @property
    def notice(self) -> Notice | None:
        """The notice that is shown."""
        return self._notice.notice

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        before, self._theme = self._theme, theme
        edge = theme.space(4)
        self._column.setContentsMargins(edge, edge, edge, theme.space(2))
        self._column.setSpacing(theme.space(2))
        self._foot_column.setContentsMargins(edge, theme.space(2), edge, theme.space(2))
        self._foot_column.setSpacing(theme.space(2))
        self._empty.setFont(theme.font(TextSize.ROW))
        for part in (self._tree, self._notice, self._keys):
            part.set_theme(theme)
        rescale(self, before.scale, theme.scale)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle the keys of the board where there is no list to have the focus."""
        if not self._handle(event):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Handle the keys of the board before the list searches for what letters begin."""
        is_key = watched is self._tree and event.type() == QEvent.Type.KeyPress
        return is_key and isinstance(event, QKeyEvent) and self._handle(event)

    def _handle(self, event: QKeyEvent) -> bool:
        pressed = BOARD_KEYS.find(event, self._key_names)
        if pressed is None:
            return False
        if not event.isAutoRepeat():
            self._perform(pressed.binding.action)
        return True

    def _perform(self, action: BoardAction) -> None:
        case = self._tree.current_case
        if case is None and action not in self._own:
            return
        if action in STATES:
            self.state_chosen.emit(case, STATES[action])
        elif action in self._own:
            self._own[action]()
        else:
            self.chosen.emit(action, case)

    def _toggle_numbers(self) -> None:
        self.is_revealed = not self.is_revealed
        self.shown_otherwise.emit()

    def _toggle_closed(self) -> None:
        self.shows_closed = not self.shows_closed
        self.shown_otherwise.emit()

    def _open_sheet(self) -> None:
        self._sheet.open(self._theme, BOARD_KEYS)

    def _on_double_clicked(self) -> None:
        self._perform(BoardAction.OPEN)

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._column = QVBoxLayout()
        self._column.addWidget(self._notice)
        self._column.addWidget(self._tree, 1)
        self._column.addWidget(self._empty, 1)
        outer.addLayout(self._column, 1)
        foot = QFrame()
        set_look(foot, "raised")
        self._foot_column = QVBoxLayout(foot)
        row = QHBoxLayout()
        for label, look in ((self._detail, ""), (self._missing, "warning")):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            set_look(label, look)
            row.addWidget(label, 1)
        self._foot_column.addLayout(row)
        self._foot_column.addWidget(self._keys)
        outer.addWidget(foot)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)

    def _show_detail(self) -> None:
        """Say what was promised and offered in the selected case, and what is missing to close it."""
        case = self._tree.current_case
        self._detail.setText("" if case is None else self._about(case))
        self._missing.setText("" if case is None else self._to_close(case))
        for label in (self._detail, self._missing):
            label.setVisible(bool(label.text()))

    def _about(self, case: Case) -> str:
        parts = (
            (self.tr("Promised until: {text}"), case.promise),
            (self.tr("Offered: {text}"), case.offered),
            (self.tr("Solution: {text}"), case.solution),
        )
        texts = (text.replace("{text}", " ".join(value.split())) for text, value in parts if value.strip())
        return "  ·  ".join(texts)

    def _to_close(self, case: Case) -> str:
        missing = missing_to_close(case) if is_open(case) else ()
        if not missing:
            return ""
        names = self.tr(", ", "between the parts of a list").join(map(field_name, missing))
        return self.tr("Missing to close it: {fields}").replace("{fields}", names)

    def _translate(self) -> None:
        self.setWindowTitle(self.tr("Cases"))
        self.setAccessibleName(self.windowTitle())
        self._empty.setText(
            self.tr("No open cases. A case keeps a problem of a customer in sight until it is solved.")
        )
        self._keys.show_hints(
            [KeyHint("1…6", self.tr("State"), 0)]
            + [
                KeyHint(BOARD_KEYS.of(action).label, BOARD_KEYS.of(action).short_text, rank)
                for action, rank in _RANKS.items()
            ]
        )
        self._show_detail()
