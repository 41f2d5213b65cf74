"""The menu of all actions: a list with their keys, filtered by what is typed, in pinyin too."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from quickdesk.replies.snippet import Snippet
from quickdesk.search.finder import LibraryFinder
from quickdesk.ui.keys.key_hints import KeyCap
from quickdesk.ui.language import follow_language
from quickdesk.ui.palette.search_box import SearchBox
from quickdesk.ui.qt_text import inline_text
from quickdesk.ui.theme import TextSize, Theme, elided, plain_tip, set_look
from quickdesk.ui.tokens import SIZES

_WIDTH: Final = 360
_ROW: Final = 32
_STEPS: Final[Mapping[int, int]] = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -6,
    Qt.Key.Key_PageDown: 6,
}
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class ActionItem:
    """An action of the menu; ``keys`` is empty if it has none."""

    text: str
    keys: str
    icon: QIcon
    run: Callable[[], object]


class ActionsMenu(QFrame):
    """Shows actions; ``closed`` is emitted when it hides, before the chosen action runs."""

    closed = Signal()
    filtered = Signal()
    """Other actions are listed."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._items: Sequence[ActionItem] = ()
        self._shown: list[ActionItem] = []
        self._finder = LibraryFinder()
        self._heading, self._empty = QLabel(self), QLabel(self)
        self._list, self._box = QListWidget(self), SearchBox(self)
        set_look(self, "menu")
        set_look(self._heading, "secondary")
        set_look(self._empty, "secondary")
        set_look(self._list, "bare")
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._column = QVBoxLayout(self)
        for widget in (self._heading, self._list, self._empty, self._box):
            self._column.addWidget(widget)
        for one_of_both in (self._list, self._empty):
            self._column.setStretchFactor(one_of_both, 1)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._box.installEventFilter(self)
        self._box.query_changed.connect(self._show_matching)
        self._list.itemClicked.connect(self._on_clicked)
        follow_language(self, self._translate)
        self.hide()

    @property
    def texts(self) -> list[str]:
        """The texts of the listed actions."""
        return [item.text for item in self._shown]

    def open_with(self, title: str, items: Sequence[ActionItem], theme: Theme) -> None:
        """Show actions for the reply ``title`` (empty for none) and take the keyboard focus."""
        self._theme, self._items = theme, tuple(items)
        self._finder.rebuild(Snippet(str(at), item.text, "") for at, item in enumerate(self._items))
        self._set_sizes()
        font = theme.font(TextSize.SMALL)
        width = theme.px(_WIDTH) - theme.space(8)
        self._heading.setText(elided(inline_text(title), font, width))
        self._heading.setVisible(bool(title))
        self._box.clear_silently()
        self._show_matching("")
        self.show()
        self.raise_()
        self._box.setFocus(Qt.FocusReason.OtherFocusReason)

    def size_in(self, room: QSize) -> QSize:
        """Return the size at which as many whole rows can be seen as there is room for."""
        row = self._theme.px(_ROW)
        rest = self._box.sizeHint().height() + self._theme.space(5)
        if not self._heading.isHidden():
            rest += self._heading.sizeHint().height() + self._theme.space()
        rows = min(len(self._items), max((room.height() - rest) // row, 1))
        return QSize(min(self._theme.px(_WIDTH), room.width()), min(row * rows + rest, room.height()))

    def close_menu(self) -> None:
        """Hide without running an action."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Handle the keys of the menu; during a composition all keys go to the input method."""
        if (
            watched is self._box
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and not self._box.is_composing
        ):
            return self._handle_key(event)
        return super().eventFilter(watched, event)

    def _handle_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        leaves = key in (Qt.Key.Key_Escape, Qt.Key.Key_F1) or (key == Qt.Key.Key_Left and not self._box.query)
        is_opener = key == Qt.Key.Key_K and held == Qt.KeyboardModifier.ControlModifier
        if key in _STEPS and not held:
            self._move_by(_STEPS[key])
        elif key in _ENTER:
            if not event.isAutoRepeat():
                self._run(self._list.currentRow())
        elif leaves or is_opener:
            if not event.isAutoRepeat():
                self.close_menu()
        else:
            return key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        return True

    def _move_by(self, rows: int) -> None:
        last = self._list.count() - 1
        row = self._list.currentRow()
        if abs(rows) == 1 and last >= 0:
            self._list.setCurrentRow((row + rows) % (last + 1))
        else:
            self._list.setCurrentRow(min(max(row + rows, 0), last))

    def _show_matching(self, query: str) -> None:
        hits = self._finder.find(query, len(self._items)) if query.strip() else ()
        found = [hit for hit in hits if not hit.is_nearest]
        self._shown = [self._items[int(hit.snippet.id)] for hit in found] if query.strip() else [*self._items]
        self._list.clear()
        for item in self._shown:
            entry = QListWidgetItem(self._list)
            entry.setSizeHint(QSize(1, self._theme.px(_ROW)))
            said = f"{item.text}, {item.keys}" if item.keys else item.text
            entry.setData(Qt.ItemDataRole.AccessibleTextRole, said)
            self._list.setItemWidget(entry, _ActionRow(item, self._theme, self._theme.px(_WIDTH)))
        self._list.setCurrentRow(0)
        self._empty.setVisible(not self._shown)
        self._list.setVisible(bool(self._shown))
        self.filtered.emit()

    def _run(self, row: int) -> None:
        if 0 <= row < len(self._shown):
            item = self._shown[row]
            self.close_menu()
            item.run()

    def _on_clicked(self, item: QListWidgetItem) -> None:
        self._run(self._list.row(item))

    def _set_sizes(self) -> None:
        space = self._theme.space
        self._column.setContentsMargins(space(2), space(2), space(2), space(2))
        self._column.setSpacing(space(1))
        self._heading.setContentsMargins(space(2), 0, space(2), 0)
        self._empty.setContentsMargins(space(2), space(2), space(2), space(2))
        set_look(self._box, "")

    def _translate(self) -> None:
        self.setAccessibleName(self.tr("All actions"))
        self._list.setAccessibleName(self.tr("Actions"))
        self._box.setPlaceholderText(self.tr("Find an action: words, pinyin or initials"))
        self._box.setAccessibleName(self.tr("Find an action"))
        self._empty.setText(self.tr("No action has this name."))


class _ActionRow(QWidget):
    """The icon, the text and the key of an action; a text too long for ``width`` pixels is elided."""

    def __init__(self, item: ActionItem, theme: Theme, width: int) -> None:
        super().__init__()
        picture, text = QLabel(), QLabel()
        size = theme.px(SIZES.icon)
        picture.setFixedWidth(size)
        picture.setPixmap(item.icon.pixmap(size, size))
        text.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space(2), 0, theme.space(2), 0)
        row.setSpacing(theme.space(2))
        row.addWidget(picture)
        row.addWidget(text, 1)
        if item.keys:
            cap = KeyCap()
            cap.setText(item.keys)
            cap.set_theme(theme)
            row.addWidget(cap)
            cap.ensurePolished()
            width -= cap.sizeHint().width() + theme.space(2)
        width -= size + theme.space(12)
        shown = elided(item.text, theme.font(), width)
        text.setText(shown)
        text.setToolTip(plain_tip(item.text) if shown != item.text else "")
