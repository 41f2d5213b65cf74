"""The timeline of a customer: one row for each entry, the newest first; only rows in sight are laid out."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QPainter, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from quickdesk.customers.case import Case
from quickdesk.customers.timeline import Entry, Event, entry_time
from quickdesk.ui.card.moments import full_moment
from quickdesk.ui.customers.timeline_words import entry_icon, entry_name, entry_text, event_title_id
from quickdesk.ui.icons import Icon, pixmap
from quickdesk.ui.theme import TextSize, Theme, plain_tip, set_look
from quickdesk.ui.tokens import SIZES, Role

Index = QModelIndex | QPersistentModelIndex
TitleOf = Callable[[str], str]
"""Returns the title of a reply by its id, empty if it is gone."""
_ROOT: Final = QModelIndex()
_ROW: Final = 48
_HOVERED: Final = QStyle.StateFlag.State_MouseOver


class TimelineModel(QAbstractListModel):
    """One row for each entry."""

    def __init__(self, title_of: TitleOf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._title_of = title_of
        self._entries: Sequence[Entry] = ()
        self._now: datetime | None = None

    def show(self, entries: Sequence[Entry], now: datetime | None) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._entries, self._now = entries, now
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of entries."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the texts of a row in one, or the whole text as a tool tip."""
        texts = self.texts(index.row())
        if texts is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(filter(None, texts))
        return plain_tip(texts[2]) if role == Qt.ItemDataRole.ToolTipRole and texts[2] else None

    def entry(self, row: int) -> Entry | None:
        """Return the entry of a row, None if there is no such row."""
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def case(self, row: int) -> Case | None:
        """Return the case of a row, which is a case or what happened with one."""
        entry = self.entry(row)
        if entry is None or isinstance(entry, Case):
            return entry
        case_id = entry.case_id if isinstance(entry, Event) else ""
        cases = (each for each in self._entries if isinstance(each, Case) and each.id == case_id)
        return next(cases, None)

    def texts(self, row: int) -> tuple[str, str, str] | None:
        """Return what an entry is, its time and its text."""
        entry = self.entry(row)
        if entry is None or self._now is None:
            return None
        reply_id = event_title_id(entry)
        text = entry_text(entry, self._title_of(reply_id) if reply_id else "")
        return entry_name(entry), full_moment(entry_time(entry), self._now), text


class TimelineView(QListView):
    """Shows entries; nothing can be selected, but the arrows go from one to the next."""

    case_opened = Signal(object)
    """The Case of the entry that was double clicked."""

    def __init__(self, theme: Theme, title_of: TitleOf) -> None:
        super().__init__()
        self._entries = TimelineModel(title_of, self)
        self._painter = _EntryDelegate(self._entries, theme)
        self.setModel(self._entries)
        self.setItemDelegate(self._painter)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        set_look(self, "bare")
        self.doubleClicked.connect(self.open_case)

    def show_entries(self, entries: Sequence[Entry], now: datetime | None) -> None:
        """Show entries, the newest first; the arrows stay at the entry where they are."""
        current = self.entry(self.currentIndex().row())
        self._entries.show(entries, now)
        for row, entry in enumerate(entries):
            if current is not None and (type(entry), entry.id) == (type(current), current.id):
                self.setCurrentIndex(self._entries.index(row))

    def entry(self, row: int) -> Entry | None:
        """Return the entry of a row, None if there is no such row."""
        return self._entries.entry(row)

    def open_case(self, index: Index) -> None:
        """Emit the case of an entry; nothing if it is not about one."""
        case = self._entries.case(index.row())
        if case is not None:
            self.case_opened.emit(case)

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        self._painter.set_theme(theme)
        self.doItemsLayout()


class _EntryDelegate(QStyledItemDelegate):
    """Paints an entry: its icon, what it is and when, below its text."""

    def __init__(self, model: TimelineModel, theme: Theme) -> None:
        super().__init__(model)
        self._model = model
        self._pictures: dict[Icon, QPixmap] = {}
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._pictures.clear()
        self._body, self._small = theme.font(TextSize.BODY), theme.font(TextSize.SMALL)
        self._body_metrics, self._small_metrics = QFontMetricsF(self._body), QFontMetricsF(self._small)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row; the width is that of the list."""
        del option, index  # the names of Qt
        return QSize(1, self._theme.px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one entry."""
        entry, texts = self._model.entry(index.row()), self._model.texts(index.row())
        if entry is None or texts is None:
            return
        rect, space = option.rect, self._theme.space
        name, at, text = texts
        left, right = rect.left() + space(8), rect.right() + 1 - space(3)
        painter.save()
        is_current = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if is_current or (option.state & _HOVERED and self._model.case(index.row()) is not None):
            painter.fillRect(rect, self._theme.color(Role.TINT if is_current else Role.HOVER))
        painter.drawPixmap(QPoint(rect.left() + space(3), rect.top() + space(2)), self._picture(entry))
        self._draw(painter, (left, rect.top() + space(1)), right, name, is_small=True)
        taken = self._small_metrics.horizontalAdvance(at)
        self._draw(painter, (right - taken, rect.top() + space(1)), right + 1, at, is_small=True)
        self._draw(painter, (left, rect.top() + space(6)), right, text, is_small=False)
        painter.restore()

    def _draw(
        self, painter: QPainter, at: tuple[float, float], right: float, text: str, *, is_small: bool
    ) -> None:
        metrics = self._small_metrics if is_small else self._body_metrics
        painter.setFont(self._small if is_small else self._body)
        painter.setPen(self._theme.color(Role.SECONDARY if is_small else Role.TEXT))
        baseline = at[1] + (self._theme.space(5) + metrics.ascent() - metrics.descent()) / 2
        elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, right - at[0])
        painter.drawText(QPointF(at[0], baseline), elided)

    def _picture(self, entry: Entry) -> QPixmap:
        name = entry_icon(entry)
        if name not in self._pictures:
            self._pictures[name] = pixmap(name, self._theme, Role.SECONDARY, SIZES.icon, 2.0)
        return self._pictures[name]
