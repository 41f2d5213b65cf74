"""Paints the rows of the customer list: nickname and last contact, below platform, tags and phone."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from quickdesk.customers.customer import Customer
from quickdesk.ui.customers.list_model import (
    CUSTOMER_ROLE,
    CustomerModel,
    details_text,
    label_text,
    phone_text,
)
from quickdesk.ui.theme import TextSize, Theme
from quickdesk.ui.tokens import SIZES, Role

Index = QModelIndex | QPersistentModelIndex
_ROW = 52


class RowDelegate(QStyledItemDelegate):
    """Gives all rows the same height, and paints them in a theme."""

    def __init__(self, model: CustomerModel, theme: Theme) -> None:
        super().__init__(model)
        self._model = model
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        self._theme = theme
        self._title, self._small = theme.font(TextSize.ROW), theme.font(TextSize.SMALL)
        self._title_metrics, self._small_metrics = QFontMetricsF(self._title), QFontMetricsF(self._small)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row; the width is that of the list."""
        del option, index  # the names of Qt
        return QSize(1, self._theme.px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        customer = index.data(CUSTOMER_ROLE)
        if not isinstance(customer, Customer):
            return
        state, rect = option.state, option.rect
        painter.save()
        self._paint_background(painter, rect, state)
        self._paint_texts(painter, rect, customer)
        painter.restore()

    def _paint_background(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        is_selected = bool(state & QStyle.StateFlag.State_Selected)
        is_hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        if is_selected or is_hovered:
            painter.fillRect(rect, self._theme.color(Role.TINT if is_selected else Role.HOVER))
        if is_selected:
            bar = QRect(rect.topLeft(), QSize(self._theme.px(SIZES.accent_bar), rect.height()))
            painter.fillRect(bar, self._theme.color(Role.ACCENT))

    def _paint_texts(self, painter: QPainter, rect: QRect, customer: Customer) -> None:
        space = self._theme.space
        left, right = rect.left() + space(3), rect.right() + 1 - space(3)
        lines = (
            (rect.top() + space(1.5), self._title, self._title_metrics, Role.TEXT, label_text(customer)),
            (rect.top() + space(7), self._small, self._small_metrics, Role.SECONDARY, details_text(customer)),
        )
        ends = (self._model.contact_text(customer), phone_text(customer))
        for (top, font, metrics, role, text), end in zip(lines, ends, strict=True):
            baseline = top + (space(5) + metrics.ascent() - metrics.descent()) / 2
            taken = self._small_metrics.horizontalAdvance(end)
            self._draw(painter, self._small, Role.SECONDARY, QPointF(right - taken, baseline), end)
            room = right - left - (taken + space(2) if end else 0)
            elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            is_off = customer.is_do_not_contact and role is Role.TEXT
            self._draw(painter, font, Role.DANGER if is_off else role, QPointF(left, baseline), elided)

    def _draw(self, painter: QPainter, font: QFont, role: Role, at: QPointF, text: str) -> None:
        painter.setFont(font)
        painter.setPen(self._theme.color(role))
        painter.drawText(at, text)
