"""The content of the dock: head, open customers, notes and values; no part of it takes the focus."""

from collections.abc import Sequence

from PySide6.QtCore import QMargins, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from quickdesk.customers.customer import Customer
from quickdesk.customers.views.editing import CardField, value_of
from quickdesk.ui.controls import MarginScrollArea, PushButton
from quickdesk.ui.customers.lock_page import LockPage
from quickdesk.ui.customers.notices import do_not_contact
from quickdesk.ui.dock.dock_values import DockValue, OpenTab
from quickdesk.ui.dock.value_row import ValueRow
from quickdesk.ui.flow_layout import FlowLayout
from quickdesk.ui.icons import Icon, icon
from quickdesk.ui.language import follow_language
from quickdesk.ui.notice import NoticeBar
from quickdesk.ui.qt_text import inline_text, without_mnemonic
from quickdesk.ui.theme import TextSize, Theme, elided, plain_tip, set_look
from quickdesk.ui.tokens import SIZES

_HEAD, _BUTTON, _TAB_WIDTH = 44, 28, 104


class DockView(QWidget):
    """Shows a card; ``copied`` carries a value that was clicked."""

    copied = Signal(str)
    button_clicked = Signal(object)
    """The note that a reply is to be made of, or the order whose page is to be opened."""
    switched = Signal(int)
    edit_clicked = Signal()
    collapse_clicked = Signal()
    close_clicked = Signal()
    unlock_clicked = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._customer: Customer | None = None
        self._values: Sequence[DockValue] = ()
        self._notes: Sequence[DockValue] = ()
        self._rows: list[ValueRow] = []
        self._clicked: ValueRow | None = None
        self._is_masked, self._is_collapsed, self._is_locked = True, False, False
        self._label, self._tags, self._empty = QLabel(), QLabel(), QLabel()
        self._collapse, self._close = QToolButton(), QToolButton()
        self._edit, self._reveal = PushButton(), PushButton()
        self._warning, self._lock = NoticeBar(theme), LockPage(theme)
        self._tabs: list[QPushButton] = []
        self._body, self._tab_row, self._list = QWidget(), QWidget(), QVBoxLayout()
        self._tab_margins, self._tab_flow = QVBoxLayout(self._tab_row), FlowLayout()
        self._tab_margins.addLayout(self._tab_flow)
        self._area = MarginScrollArea(self._list)
        self._build()
        self._connect()
        follow_language(self, self._translate)

    @property
    def rows(self) -> Sequence[ValueRow]:
        """The lines that are shown."""
        return [row for row in self._rows if not row.isHidden()]

    def show_customer(
        self, customer: Customer | None, values: Sequence[DockValue], notes: Sequence[DockValue]
    ) -> None:
        """Show a card; numbers are masked again when it is another one."""
        if customer is None or self._customer is None or customer.id != self._customer.id:
            self._is_masked = True
            self._area.verticalScrollBar().setValue(0)
        self._customer, self._values, self._notes = customer, values, notes
        self._is_locked = False
        self._show()

    def show_tabs(self, tabs: Sequence[OpenTab]) -> None:
        """Show the open customers; one alone needs no tab."""
        for tab in self._tabs:
            self._tab_flow.removeWidget(tab)
            tab.hide()
            tab.deleteLater()
        self._tabs = [self._tab(each) for each in tabs] if len(tabs) > 1 else []
        for tab in self._tabs:
            self._tab_flow.addWidget(tab)
            tab.show()
        self._tab_row.setVisible(bool(self._tabs) and not self._is_locked)

    def show_copied(self) -> None:
        """Say at the line that was clicked that its value is on the clipboard."""
        if self._clicked is not None:
            self._clicked.show_copied()

    def show_locked(self) -> None:
        """Show a sentence instead of the card."""
        self._customer, self._values, self._notes, self._is_locked = None, (), (), True
        self.show_tabs(())
        self._show()

    def set_collapsed(self, *, is_collapsed: bool) -> None:
        """Show only the head, or all."""
        self._is_collapsed = is_collapsed
        self._body.setHidden(is_collapsed)
        self._translate()

    def raised_bands(self) -> Sequence[QRect]:
        """Return the head, which has the raised colour."""
        return (QRect(self.pos(), QSize(self.width(), self._theme.px(_HEAD))),)

    def head_contains(self, y: int) -> bool:
        """Return whether a height in this widget is in the head, by which the dock is moved."""
        return y < self._theme.px(_HEAD)

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        self._theme = theme
        space, side, size = theme.space, theme.px(_BUTTON), theme.px(SIZES.icon)
        self._head.setFixedHeight(theme.px(_HEAD))
        self._head_row.setContentsMargins(space(4), 0, space(2), 0)
        self._head_row.setSpacing(space(1))
        for button, name in ((self._collapse, Icon.CHEVRON_DOWN), (self._close, Icon.CLOSE)):
            button.setIcon(icon(name, theme))
            button.setIconSize(QSize(size, size))
            button.setFixedSize(side, side)
        self._area.set_margins(QMargins(space(2), space(2), space(2), space(2)))
        self._list.setSpacing(space(0.5))
        self._tab_margins.setContentsMargins(space(2), space(2), space(2), 0)
        self._tab_flow.setSpacing(space(1))
        self._foot.setContentsMargins(space(3), space(2), space(3), space(3))
        self._foot.setSpacing(space(2))
        self._label.setFont(theme.font(TextSize.ROW, semibold=True))
        for label in (self._tags, self._empty):
            label.setContentsMargins(space(2), space(1), space(2), space(1))
        self._warning.set_theme(theme)
        self._lock.set_theme(theme)
        for row in self._rows:
            row.set_theme(theme)
        self._show_label()

    def _build(self) -> None:
        self._head = QWidget()
        self._head_row, self._foot = QHBoxLayout(self._head), QHBoxLayout()
        self._label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        for label in (self._label, self._tags, self._empty):
            label.setTextFormat(Qt.TextFormat.PlainText)
        for label in (self._tags, self._empty):
            label.setWordWrap(True)
            set_look(label, "secondary")
        for button in (self._collapse, self._close):
            set_look(button, "small")
        self._head_row.addWidget(self._label, 1)
        self._head_row.addWidget(self._collapse)
        self._head_row.addWidget(self._close)
        for widget in (self._warning, self._tags, self._empty):
            self._list.addWidget(widget)
        self._list.addStretch(1)
        self._foot.addWidget(self._reveal, 1)
        self._foot.addWidget(self._edit, 1)
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        for part in (self._tab_row, self._area, self._lock):
            body.addWidget(part, 0 if part is self._tab_row else 1)
        body.addLayout(self._foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._body, 1)
        for each in self.findChildren(QAbstractButton):
            each.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _connect(self) -> None:
        self._collapse.clicked.connect(self.collapse_clicked)
        self._close.clicked.connect(self.close_clicked)
        self._edit.clicked.connect(self.edit_clicked)
        self._reveal.clicked.connect(self._on_reveal)
        self._lock.unlock_clicked.connect(self.unlock_clicked)

    def _show(self) -> None:
        customer = self._customer
        lines = (*self._notes, *self._values)
        while len(self._rows) < len(lines):
            self._rows.append(self._made())
        for row, line in zip(self._rows, lines, strict=False):
            row.show_value(line, is_masked=self._is_masked)
        for number, row in enumerate(self._rows):
            row.setVisible(number < len(lines))
            if number >= len(lines):
                row.show_value(DockValue("", "", ""), is_masked=False)
        is_off, reason = (False, "") if customer is None else value_of(customer, CardField.CONTACT)
        self._warning.show_notice(do_not_contact(reason) if is_off else None)
        self._tags.setText(" · ".join(map(inline_text, customer.tags)) if customer else "")
        self._tags.setVisible(bool(self._tags.text()))
        self._empty.setVisible(customer is None)
        self._area.setHidden(self._is_locked)
        self._lock.setVisible(self._is_locked)
        for button in (self._edit, self._reveal):
            button.setVisible(customer is not None)
        self._translate()

    def _made(self) -> ValueRow:
        row = ValueRow(self._theme)
        row.copied.connect(self._on_row_clicked)
        row.button_clicked.connect(self.button_clicked)
        self._list.insertWidget(self._list.count() - 1, row)
        return row

    def _tab(self, tab: OpenTab) -> QPushButton:
        button = PushButton()
        set_look(button, "tag" if tab.is_current else "quiet")
        text = f"{tab.digit}  {inline_text(tab.label)}"
        shown = elided(text, self._theme.font(TextSize.SMALL), self._theme.px(_TAB_WIDTH))
        button.setText(without_mnemonic(shown))
        button.setToolTip(plain_tip(inline_text(tab.label)))
        button.setAccessibleName(text)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: self.switched.emit(tab.digit))
        return button

    def _on_row_clicked(self, text: str) -> None:
        row = self.sender()
        self._clicked = row if isinstance(row, ValueRow) else None
        self.copied.emit(text)

    def _on_reveal(self) -> None:
        self._is_masked = not self._is_masked
        self._show()

    def _show_label(self) -> None:
        label = self.tr("Customer") if self._customer is None else inline_text(self._customer.label[:120])
        font = self._theme.font(TextSize.ROW, semibold=True)
        width = self.width() - self._theme.space(8) - 2 * self._theme.px(_BUTTON)
        self._label.setText(elided(label, font, width))
        self._label.setToolTip(plain_tip(label) if self._label.text() != label else "")

    def _translate(self) -> None:
        self._show_label()
        self._empty.setText(self.tr("No current customer. Copy a nickname in the chat and press the hotkey."))
        self._edit.setText(self.tr("Edit"))
        self._reveal.setText(self.tr("Show numbers") if self._is_masked else self.tr("Hide numbers"))
        names = (
            (self._collapse, self.tr("Open out") if self._is_collapsed else self.tr("Fold up")),
            (self._close, self.tr("Close the dock")),
        )
        for button, name in names:
            button.setToolTip(name)
            button.setAccessibleName(name)
