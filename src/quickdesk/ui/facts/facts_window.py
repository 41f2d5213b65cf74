"""The page of the shop's facts: one line each, those that are set first, then those proposed, then a new one.

A line is saved when it is left. The window knows neither store nor clock: it emits what was typed, and is
shown what is stored now.
"""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QEvent, QMargins, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QResizeEvent, QScreen
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from quickdesk.replies.facts import fact_key
from quickdesk.replies.shop.uses import Entry
from quickdesk.ui.controls import MarginScrollArea
from quickdesk.ui.facts.fact_line import NARROW, WIDE, FactLine
from quickdesk.ui.facts.facts_foot import FactsFoot
from quickdesk.ui.facts.keys import FACTS_KEYS, FactsAction
from quickdesk.ui.icons import app_icon
from quickdesk.ui.key_names import KeyNames
from quickdesk.ui.keys.key_sheet import CoveringSheet
from quickdesk.ui.language import follow_language
from quickdesk.ui.notice import Notice
from quickdesk.ui.placement import open_framed, rescale
from quickdesk.ui.theme import Theme, set_look

_WIDTH, _HEIGHT = 760, 680


class FactsWindow(QWidget):
    """Shows entries; ``saved`` and ``removed`` carry what is typed, see :class:`FactLine`."""

    saved = Signal(str, str, str)
    removed = Signal(str)
    undo_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._theme = theme
        self._lines: list[FactLine] = []
        self._is_started = False
        self._typed_early: list[QKeyEvent] = []
        self.setWindowIcon(app_icon())
        self._intro, self._proposed, self._another = QLabel(), QLabel(), QLabel()
        self._heads = (QLabel(), QLabel(), QLabel(), QLabel())
        self._foot, self._key_sheet = FactsFoot(theme), CoveringSheet(self)
        self._key_names = KeyNames(QGuiApplication.platformName())
        self._new = FactLine(None, theme)
        self._rows = QVBoxLayout()
        self._area = MarginScrollArea(self._rows)
        self._build()
        self._connect(self._new)
        self._foot.undo_clicked.connect(self.undo_requested)
        self._foot.close_clicked.connect(self.close)
        QApplication.instance().focusChanged.connect(self._on_focus_changed)  # type: ignore[union-attr]
        self._area.verticalScrollBar().rangeChanged.connect(self._scroll_to_current)
        self.set_theme(theme)
        follow_language(self, self._translate)

    def open_on(self, screen: QScreen) -> None:
        """Show the window on a monitor, or bring it to the front."""
        if self.isHidden():
            self._is_started = False
            self._typed_early.clear()
            self.setFocus()  # keys wait for the facts, see keyPressEvent
            self._foot.show_removed("")
        open_framed(self, screen, QSize(self._theme.px(_WIDTH), self._theme.px(_HEIGHT)))

    def show_entries(self, entries: Sequence[Entry], today: date) -> None:
        """Show the facts as they are stored now; lines that are being edited keep what is typed."""
        present = {line.key: line for line in self._lines}
        lines: list[FactLine] = []
        for entry in entries:
            line = present.pop(fact_key(entry.name), None) or self._made(entry)
            line.show_entry(entry, today)
            lines.append(line)
        for gone in present.values():
            if gone.is_changed and gone.entry is not None:  # it is being typed
                gone.show_entry(Entry(gone.entry.name, None), today)
                lines.append(gone)
            else:
                gone.deleteLater()
                gone.hide()
        self._lines = lines
        self._lay_out_lines()
        self._set_widths()
        if not self._is_started:
            self._start()
        self._show_uses()

    def show_saved(self, name: str) -> None:
        """Empty the line for a new fact, if it was that which was saved."""
        if self._new.is_changed and fact_key(self._new.typed_name) == fact_key(name):
            self._new.clear()
        self._foot.show_removed("")

    def show_removed(self, name: str) -> None:
        """Say that a fact was removed, and offer to undo that; an empty name ends the offer."""
        self._foot.show_removed(name)

    def show_problem(self, name: str, notice: Notice) -> None:
        """Show why a fact was not saved, at its line."""
        key = fact_key(name)
        line = next((each for each in self._lines if each.key == key), self._new)
        line.show_problem(notice)

    def save(self) -> None:
        """Save the lines that were changed."""
        for line in (*self._lines, self._new):
            line.save()

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        before, self._theme = self._theme, theme
        edge = theme.space(5)
        self._area.set_margins(QMargins(edge, theme.space(2), edge, edge))
        self._rows.setSpacing(theme.space(2))
        self._intro_row.setContentsMargins(edge, theme.space(3), edge, theme.space(3))
        self._foot.set_theme(theme)
        self._head_row.setContentsMargins(0, 0, theme.px(28) + theme.space(2), 0)
        self._head_row.setSpacing(theme.space(2))
        for heading in (self._proposed, self._another):
            heading.setContentsMargins(0, theme.space(4), 0, 0)
        for line in (*self._lines, self._new):
            line.set_theme(theme)
        self._set_widths()
        rescale(self, before.scale, theme.scale)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc, which saves everything; show all keys on F1. Keys before the facts wait for them."""
        pressed = FACTS_KEYS.find(event, self._key_names)
        action = pressed.binding.action if pressed else None
        if action is FactsAction.CLOSE:
            self.close()
        elif action is FactsAction.HELP:
            self._key_sheet.open(self._theme, FACTS_KEYS)
        elif not self._is_started:
            self._typed_early.append(event.clone())
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, is_next: bool) -> bool:  # noqa: FBT001 - the signature of Qt
        """Let Tab wait for the facts too."""
        if self._is_started:
            return super().focusNextPrevChild(is_next)
        key = Qt.Key.Key_Tab if is_next else Qt.Key.Key_Backtab
        self._typed_early.append(QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier))
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make the columns beside the value narrower where it would have no room."""
        super().resizeEvent(event)
        self._set_widths()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save the line that is being edited."""
        self.save()
        super().closeEvent(event)

    def _build(self) -> None:
        band, self._heads_widget = QFrame(), QWidget()
        self._intro_row, self._head_row = QHBoxLayout(band), QHBoxLayout(self._heads_widget)
        set_look(band, "raised")
        for label in (self._intro, *self._heads):
            set_look(label, "secondary")
        for label in (self._proposed, self._another):
            set_look(label, "group")
        self._intro.setTextFormat(Qt.TextFormat.PlainText)
        self._intro.setWordWrap(True)
        self._intro_row.addWidget(self._intro)
        for number, label in enumerate(self._heads):
            self._head_row.addWidget(label, 1 if number == 1 else 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(band)
        column.addWidget(self._area, 1)
        column.addWidget(self._foot)

    def _made(self, entry: Entry) -> FactLine:
        line = FactLine(entry, self._theme)
        self._connect(line)
        return line

    def _connect(self, line: FactLine) -> None:
        line.saved.connect(self.saved)
        line.removed.connect(self.removed)
        line.finished.connect(self._go_on)

    def _lay_out_lines(self) -> None:
        """Put the headings and lines in their order; widgets that stay keep focus and content."""
        known = [line for line in self._lines if line.entry is not None and line.entry.fact is not None]
        proposed = [line for line in self._lines if line not in known]
        wanted = [self._heads_widget, *known, self._proposed, *proposed, self._another, self._new]
        for number, widget in enumerate(wanted):
            if self._rows.indexOf(widget) != number:
                self._rows.insertWidget(number, widget)
                widget.show()  # at once, else a line could not have the focus yet
        self._proposed.setVisible(bool(proposed))
        while self._rows.count() > len(wanted):
            self._rows.takeAt(len(wanted))
        self._rows.addStretch(1)
        self._lines = [*known, *proposed]
        stops = [stop for line in (*self._lines, self._new) for stop in line.tab_stops]
        for before, after in pairwise((*stops, *self._foot.tab_stops)):
            QWidget.setTabOrder(before, after)

    def _set_widths(self) -> None:
        px, space = self._theme.px, self._theme.space
        wide = WIDE.name + WIDE.value + WIDE.day + WIDE.uses
        room = self.width() - 2 * space(5) - px(28) - 4 * space(2)
        widths = WIDE if room >= px(wide) else NARROW
        for label, width in zip(self._heads, (widths.name, None, widths.day, widths.uses), strict=True):
            if width is not None:
                label.setFixedWidth(px(width))
        for line in (*self._lines, self._new):
            line.set_widths(widths)

    def _start(self) -> None:
        """Focus the first line that has no value, or the first, and let it have what was typed before."""
        self._is_started = True
        lines = [*self._lines, self._new]
        unset = (line for line in self._lines if line.entry is not None and line.entry.fact is None)
        next(unset, lines[0]).start()
        typed, self._typed_early = self._typed_early, []
        for event in typed:
            QCoreApplication.sendEvent(self.focusWidget() or self, event)

    def _go_on(self) -> None:
        """Focus the line after the current one."""
        lines = [*self._lines, self._new]
        current = self._current()
        at = lines.index(current) + 1 if current in lines else 0
        lines[min(at, len(lines) - 1)].start()

    def _current(self) -> FactLine | None:
        focused = self.focusWidget()
        return next((line for line in (*self._lines, self._new) if line.isAncestorOf(focused)), None)

    def _scroll_to_current(self) -> None:
        """Keep the current line in sight when lines come, go or grow."""
        current = self._current()
        if current is not None:
            self._area.ensureWidgetVisible(current)

    def _on_focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        for line in (*self._lines, self._new):
            if before is not None and line.isAncestorOf(before) and not (now and line.isAncestorOf(now)):
                line.save()
            if now is not None and line.isAncestorOf(now):
                self._area.ensureWidgetVisible(line)
                self._show_uses()

    def _show_uses(self) -> None:
        """Name the replies that use the fact of the current line."""
        current = self._current()
        entry = None if current is None else current.entry
        self._foot.show_uses(() if entry is None else entry.replies)

    def _translate(self) -> None:
        self.setWindowTitle(self.tr("Shop facts"))
        self.setAccessibleName(self.windowTitle())
        self._intro.setText(
            self.tr(
                "What is the same for every buyer. A field with the name of a fact is filled in by itself, "
                "in every reply."
            )
        )
        texts = (self.tr("Field"), self.tr("Filled in with"), self.tr("Valid until"), self.tr("Replies"))
        for label, text in zip(self._heads, texts, strict=True):
            label.setText(text)
        self._proposed.setText(self.tr("These save most questions"))
        self._another.setText(self.tr("Another fact"))
