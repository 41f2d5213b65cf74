"""The orders of a card: one block each, and a button for another."""

import re
from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from quickdesk.customers.customer import Order
from quickdesk.customers.masking import masked_number
from quickdesk.ui.card.secret_edit import MaskedEdit
from quickdesk.ui.controls import PushButton
from quickdesk.ui.icons import Icon, icon
from quickdesk.ui.language import follow_language
from quickdesk.ui.qt_text import displayable
from quickdesk.ui.theme import Theme, set_look
from quickdesk.ui.tokens import SIZES

_ITEM_ENDS: Final = re.compile("[;；\n]+")
_BUTTON: Final = 30


class OrdersEdit(QWidget):
    """Edits orders; a block without any text does not count."""

    changed = Signal()
    """An order was removed."""
    page_requested = Signal(object)
    """The page of an Order on its platform is wanted."""

    def __init__(self, theme: Theme, guess: Callable[[str], str]) -> None:
        """``guess`` returns the name of the carrier of a tracking number, empty if it is unknown."""
        super().__init__()
        self._theme, self._guess = theme, guess
        self._blocks: list[_OrderBlock] = []
        self._is_masked = True
        self._add = PushButton()
        set_look(self._add, "quiet")
        self._add.clicked.connect(self._on_add)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        follow_language(self, self._translate)
        self.set_theme(theme)

    @property
    def orders(self) -> tuple[Order, ...]:
        """The orders, without empty blocks."""
        return tuple(order for each in self._blocks if (order := each.order) != Order(""))

    @property
    def first_box(self) -> QWidget:
        """The control that gets the focus."""
        return self._blocks[0].boxes[0] if self._blocks else self._add

    def set_orders(self, orders: Sequence[Order]) -> None:
        """Show orders; blocks that stay keep the focus."""
        while len(self._blocks) > len(orders):
            self._drop(self._blocks[-1])
        for number, order in enumerate(orders):
            if number == len(self._blocks):
                self._append()
            self._blocks[number].set_order(order, is_masked=self._is_masked)

    def set_masked(self, *, is_masked: bool) -> None:
        """Mask the numbers, or show them."""
        self._is_masked = is_masked
        for block in self._blocks:
            block.set_masked(is_masked=is_masked)

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        self._theme = theme
        self._column.setSpacing(theme.space(2))
        self._add.setIcon(icon(Icon.NEW, theme))
        for block in self._blocks:
            block.set_theme(theme)

    def _append(self) -> "_OrderBlock":
        block = _OrderBlock(self._theme, self._guess)
        block.removed.connect(self._on_removed)
        block.page_requested.connect(self.page_requested)
        self._blocks.append(block)
        self._column.insertWidget(self._column.count() - 1, block)
        block.show()  # at once, else there is no room for it in the next picture
        return block

    def _drop(self, block: "_OrderBlock") -> None:
        self._blocks.remove(block)
        self._column.removeWidget(block)
        block.hide()
        block.deleteLater()

    def _on_add(self) -> None:
        block = self._append()
        block.boxes[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_removed(self) -> None:
        block = self.sender()
        if isinstance(block, _OrderBlock):
            self._add.setFocus()
            self._drop(block)
            self.changed.emit()

    def _translate(self) -> None:
        self._add.setText(self.tr("Add an order"))


class _OrderBlock(QFrame):
    """The boxes of one order."""

    removed = Signal()
    page_requested = Signal(object)

    def __init__(self, theme: Theme, guess: Callable[[str], str]) -> None:
        super().__init__()
        self._theme, self._guess = theme, guess
        self._number, self._tracking = MaskedEdit(masked_number), MaskedEdit(masked_number)
        self._platform, self._state, self._items, self._carrier = (QLineEdit() for _ in range(4))
        self.boxes = (
            self._number,
            self._platform,
            self._state,
            self._items,
            self._tracking,
            self._carrier,
        )
        self._page, self._remove = PushButton(), QToolButton()
        self._build()
        self._tracking.textChanged.connect(self._show_guess)
        self._page.clicked.connect(lambda: self.page_requested.emit(self.order))
        self._remove.clicked.connect(self.removed)
        follow_language(self, self._translate)
        self.set_theme(theme)

    @property
    def order(self) -> Order:
        items = tuple(part for text in _ITEM_ENDS.split(self._items.text()) if (part := text.strip()))
        return Order(
            self._number.value,
            self._platform.text().strip(),
            self._state.text().strip(),
            items,
            self._tracking.value,
            self._carrier.text().strip(),
        )

    def set_order(self, order: Order, *, is_masked: bool) -> None:
        if order != self.order:
            self._platform.setText(displayable(order.platform))
            self._state.setText(displayable(order.state))
            self._items.setText(displayable("; ".join(order.items)))
            self._carrier.setText(displayable(order.carrier))
        self._number.set_value(order.number, is_masked=is_masked)
        self._tracking.set_value(order.tracking_number, is_masked=is_masked)
        self._show_guess()

    def set_masked(self, *, is_masked: bool) -> None:
        for box in (self._number, self._tracking):
            box.set_masked(is_masked=is_masked)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        space = theme.space
        self._grid.setContentsMargins(space(2), space(2), space(2), space(2))
        self._grid.setSpacing(space(1))
        self._buttons.setSpacing(space(1))
        size = theme.px(SIZES.icon)
        self._remove.setIcon(icon(Icon.REMOVE, theme))
        self._remove.setIconSize(QSize(size, size))
        self._remove.setFixedSize(theme.px(_BUTTON), theme.px(_BUTTON))

    def _build(self) -> None:
        set_look(self, "card")
        set_look(self._page, "link")
        self._remove.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._grid = QGridLayout(self)
        self._grid.addWidget(self._number, 0, 0, 1, 2)
        self._grid.addWidget(self._platform, 0, 2)
        self._grid.addWidget(self._state, 0, 3)
        self._grid.addWidget(self._items, 1, 0, 1, 4)
        self._grid.addWidget(self._tracking, 2, 0, 1, 2)
        self._grid.addWidget(self._carrier, 2, 2, 1, 2)
        self._buttons = QHBoxLayout()
        self._buttons.addWidget(self._page)
        self._buttons.addStretch(1)
        self._buttons.addWidget(self._remove)
        self._grid.addLayout(self._buttons, 3, 0, 1, 4)
        for column in range(4):
            self._grid.setColumnStretch(column, 1)
        for box in self.boxes:
            box.setMinimumWidth(0)

    def _show_guess(self) -> None:
        guessed = self._guess(self._tracking.value)
        text = self.tr("{carrier} (guessed)").replace("{carrier}", guessed) if guessed else self.tr("Carrier")
        self._carrier.setPlaceholderText(text)

    def _translate(self) -> None:
        names = (
            self.tr("Order number"),
            self.tr("Platform"),
            self.tr("State"),
            self.tr("Items, separated by ;"),
            self.tr("Tracking number"),
            self.tr("Carrier"),
        )
        for box, name in zip(self.boxes, names, strict=True):
            box.setPlaceholderText(name)
            box.setAccessibleName(name)
        self._show_guess()
        self._page.setText(self.tr("Open its page"))
        self._remove.setToolTip(self.tr("Remove"))
        self._remove.setAccessibleName(self.tr("Remove the order"))
