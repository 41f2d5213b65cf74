"""The window that shows what has been kept long enough, and erases that and nothing else.

It changes nothing itself: it emits what is wanted and is told what came of it.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QScreen
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLabel, QListView, QVBoxLayout, QWidget

from quickdesk.customers.case import CaseType
from quickdesk.ui.cases.words import type_name
from quickdesk.ui.controls import PushButton
from quickdesk.ui.icons import app_icon
from quickdesk.ui.language import follow_language
from quickdesk.ui.notice import Notice, NoticeBar
from quickdesk.ui.placement import open_framed, rescale
from quickdesk.ui.qt_text import inline_text
from quickdesk.ui.theme import Theme, set_look

_WIDTH, _HEIGHT = 560, 560
_MOST: Final = 80
"""The characters of a label that are shown."""


class RetentionWindow(QWidget):
    """Lists what is over by kind; a button asks, and another one erases after that question."""

    confirmed = Signal(list)
    """The ids of what was shown, which are to be erased."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._theme = theme
        self._data: Mapping[str, Any] = {"over": (), "ids": ()}
        self.setWindowIcon(app_icon())
        self._heading, self._text, self._result = QLabel(), QLabel(), NoticeBar(theme)
        self._model, self._list = QStringListModel(self), QListView()
        self._erase, self._really, self._keep, self._close = (PushButton() for _ in range(4))
        self._column, self._buttons = QVBoxLayout(self), QHBoxLayout()
        self._build()
        self.set_theme(theme)
        follow_language(self, self._translate)

    def show_over(self, data: Mapping[str, Any]) -> None:
        """Show the answer of ``customer retention`` with its list."""
        self._data = data
        self._model.setStringList(list(self._rows()))
        self._list.setVisible(bool(data["ids"]))
        self._ask(is_asking=False)
        self._translate()

    def show_result(self, notice: Notice | None) -> None:
        """Show what came of erasing; None hides the notice."""
        self._result.show_notice(notice)

    def set_busy(self, *, is_busy: bool) -> None:
        """Take nothing while something is erased."""
        self.setEnabled(not is_busy)

    def open_on(self, screen: QScreen) -> None:
        """Show the window on a monitor."""
        open_framed(self, screen, QSize(self._theme.px(_WIDTH), self._theme.px(_HEIGHT)))

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        before, self._theme = self._theme, theme
        edge = theme.space(5)
        self._column.setContentsMargins(edge, edge, edge, edge)
        self._column.setSpacing(theme.space(3))
        self._buttons.setSpacing(theme.space(2))
        self._result.set_theme(theme)
        rescale(self, before.scale, theme.scale)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take back the question on Esc, else close."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._keep.isVisible():
            self._ask(is_asking=False)
        else:
            self.close()

    def _build(self) -> None:
        set_look(self._heading, "heading")
        set_look(self._text, "secondary")
        for label in (self._heading, self._text):
            label.setWordWrap(True)
        self._list.setModel(self._model)
        self._list.setUniformItemSizes(True)
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._buttons.addWidget(self._erase)
        self._buttons.addWidget(self._really)
        self._buttons.addWidget(self._keep)
        self._buttons.addStretch(1)
        self._buttons.addWidget(self._close)
        for part in (self._heading, self._text, self._result):
            self._column.addWidget(part)
        self._column.addWidget(self._list, 1)
        self._column.addLayout(self._buttons)
        self._erase.clicked.connect(lambda: self._ask(is_asking=True))
        self._keep.clicked.connect(lambda: self._ask(is_asking=False))
        self._really.clicked.connect(lambda: self.confirmed.emit(list(self._data["ids"])))
        self._close.clicked.connect(self.close)

    def _ask(self, *, is_asking: bool) -> None:
        """Show the question instead of the button, or the button again; there is none for nothing."""
        has_any = bool(self._data["ids"])
        self._erase.setVisible(has_any and not is_asking)
        for button in (self._really, self._keep):
            button.setVisible(is_asking)
        focused = self._keep if is_asking else self._close if not has_any else self._erase
        focused.setFocus(Qt.FocusReason.OtherFocusReason)

    def _rows(self) -> Iterator[str]:
        """Yield a line with the number for each kind, followed by its entries."""
        over: Sequence[Mapping[str, Any]] = self._data["over"]
        for kind, heading, count in (
            ("customer", self.tr("Inactive customers: {count}"), "customers"),
            ("case", self.tr("Closed cases of others: {count}"), "cases"),
            ("events", self.tr("Timeline entries of others: {count}"), "events"),
        ):
            if self._data.get(count):
                yield heading.replace("{count}", str(self._data[count]))
                yield from (f"    {self._row(each)}" for each in over if each["kind"] == kind)

    def _row(self, each: Mapping[str, Any]) -> str:
        parts = [inline_text(each["label"][:_MOST]), each["phone"]]
        if each["kind"] == "case":
            parts += [type_name(CaseType(each["type"])), each["closed"][:10]]
        elif each["kind"] == "events":
            parts.append(str(each["count"]))
        return " · ".join(filter(None, parts))

    def _translate(self) -> None:
        self.setWindowTitle(self.tr("How long customers are kept"))
        self.setAccessibleName(self.windowTitle())
        if self._data["ids"]:
            self._heading.setText(self.tr("Kept longer than the settings say"))
            self._text.setText(
                self.tr(
                    "Customers go with their notes, cases and timeline. It is erased from every file, also "
                    "from the backups in the data folder, and cannot be undone."
                )
            )
        else:
            self._heading.setText(self.tr("Nothing has been kept longer than the settings say"))
            self._text.setText(
                self.tr("Customers with an open case are kept, and those not to be contacted.")
            )
        self._model.setStringList(list(self._rows()))
        self._list.setAccessibleName(self._heading.text())
        for button, text in (
            (self._erase, self.tr("Erase…")),
            (self._really, self.tr("Erase for good")),
            (self._keep, self.tr("Keep")),
            (self._close, self.tr("Close")),
        ):
            button.setText(text)
            button.setAccessibleName(text)
