"""The list of found replies and its selection.

It never takes the focus, which belongs to the search box, and scrolls by whole rows.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from quickdesk.search.hit import Hit
from quickdesk.ui.results.model import NO_REASONS, Index, PaletteModel
from quickdesk.ui.results.row_painter import ResultRow, RowPainter
from quickdesk.ui.results.row_texts import RowTexts
from quickdesk.ui.theme import Theme, set_look
from quickdesk.ui.tokens import SIZES, Role


class ResultList(QListView):
    """Shows hits; ``hit_selected`` carries the selected hit or None, ``accepted`` means a double click."""

    hit_selected = Signal(object)
    accepted = Signal()
    visible_rows_changed = Signal()
    """The number of visible rows may have changed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = PaletteModel(self)
        self._height = _RowHeight(self)
        self._first_row = 0
        self.setModel(self._model)
        self.setItemDelegate(self._height)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        set_look(self, "bare")
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.doubleClicked.connect(self._on_double_clicked)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        self._theme = theme
        self._row_height = self._height.pixels = theme.px(SIZES.row)
        self._color = theme.color(Role.WINDOW)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.set_width(theme.px(SIZES.results_width))
        self.doItemsLayout()

    def set_width(self, width: int) -> None:
        """Set the width of the list and of its rows, in pixels."""
        self.setFixedWidth(width)
        self._painter = RowPainter(self._theme, width)
        self.viewport().update()

    def show_hits(
        self,
        hits: Sequence[Hit],
        *,
        keep: str = "",
        reasons: Mapping[str, str] = NO_REASONS,
        selects_first: bool = True,
    ) -> None:
        """Replace the rows; selects the snippet with the id ``keep``, else the first row or none.

        ``reasons`` are the reasons of suggestions, by id.
        """
        self._model.show(hits, reasons)
        self.scrollToTop()
        row = self._model.row_of(keep)
        if hits and (selects_first or row is not None):
            self._select(row or 0)
        else:
            self.setCurrentIndex(QModelIndex())
            self.hit_selected.emit(None)

    @property
    def current_hit(self) -> Hit | None:
        """The selected hit."""
        return self._model.hit(self.currentIndex().row())

    def reason(self, hit: Hit) -> str:
        """Return the reason of a hit, empty if there is none."""
        return self._model.reason(hit)

    @property
    def row_count(self) -> int:
        """The number of rows, visible or not."""
        return self._model.rowCount()

    @property
    def visible_rows(self) -> int:
        """The number of whole rows that fit."""
        return max(1, self.viewport().height() // self._row_height)

    def move_by(self, rows: int) -> None:
        """Move the selection down by ``rows``, up if negative; it stops at the ends."""
        last = self._model.rowCount() - 1
        self._select(min(max(self.currentIndex().row() + rows, 0), last))

    def select_visible(self, number: int) -> bool:
        """Select the nth visible row and return whether it was visible.

        A row just below is selected and scrolled into view, so that no invisible row is ever accepted.
        """
        row = self._first_row + number - 1
        if self._model.hit(row) is None:
            return False
        self._select(row)
        return number <= self.visible_rows

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows on an opaque background, so that the window below need not be painted."""
        rows = [(row, texts) for row in self._rows_in(event.rect()) if (texts := self._laid_out(row))]
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._color)
        self._painter.paint(painter, rows)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show whole rows only, and emit ``visible_rows_changed``."""
        super().resizeEvent(event)
        height = self.contentsRect().height()
        self.setViewportMargins(0, 0, 0, height % self._row_height if height > self._row_height else 0)
        self.visible_rows_changed.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Accept only the left button."""
        if event.button() == Qt.MouseButton.LeftButton:
            super().mouseDoubleClickEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Emit ``hit_selected``."""
        super().currentChanged(current, previous)
        self.hit_selected.emit(self._model.hit(current.row()))

    def _rows_in(self, region: QRect) -> Iterator[ResultRow]:
        """Yield the rows that intersect a region of the viewport."""
        at, selected = self.indexAt(QPoint(1, max(region.top(), 0))), self.currentIndex().row()
        first, rect = at.row(), self.visualRect(at)
        while (hit := self._model.hit(first)) and rect.top() <= region.bottom():
            number = first - self._first_row + 1
            yield ResultRow(QRect(rect), hit, self._model.reason(hit), number, first == selected)
            first += 1
            rect.translate(0, self._row_height)

    def _laid_out(self, row: ResultRow) -> RowTexts | None:
        try:
            return self._painter.lay_out(row)
        except Exception as error:  # noqa: BLE001 - an exception during painting may end the process
            QTimer.singleShot(0, self, partial(_raise, error))
            return None

    def _select(self, row: int) -> None:
        index = self._model.index(row)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def _on_scrolled(self) -> None:
        self._first_row = max(self.indexAt(QPoint(1, 1)).row(), 0)
        self.viewport().update()

    def _on_double_clicked(self, index: QModelIndex) -> None:
        if index.isValid():
            self.accepted.emit()


class _RowHeight(QStyledItemDelegate):
    """Gives all rows the same height."""

    pixels = 0

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row; the width is that of the list."""
        del option, index  # the names of Qt
        return QSize(1, self.pixels)


def _raise(error: Exception) -> None:
    raise error
