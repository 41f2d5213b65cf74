"""The content of the palette: target, search box, results with preview, keys. It contains no logic."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from quickdesk.replies.card import Card
from quickdesk.replies.facts import FactsOfDay
from quickdesk.replies.snippet import Snippet
from quickdesk.search.hit import Hit
from quickdesk.search.suggest.suggestion import Suggestion
from quickdesk.ui.icons import Icon, pixmap
from quickdesk.ui.language import follow_language
from quickdesk.ui.palette.customer_rows import NEW_CARD, CustomerRow
from quickdesk.ui.palette.customer_strip import CustomerStrip, ShownCustomer
from quickdesk.ui.palette.empty_page import EmptyPage
from quickdesk.ui.palette.footer import PaletteFooter, PaletteState
from quickdesk.ui.palette.nothing_fits import NothingFits
from quickdesk.ui.palette.panels import PalettePanels
from quickdesk.ui.palette.preview import Preview
from quickdesk.ui.palette.requests import PaletteAction, PaletteRequest
from quickdesk.ui.palette.search_box import SearchBox
from quickdesk.ui.qt_text import inline_text
from quickdesk.ui.results.model import MAX_PICKS, accessible_text, reason
from quickdesk.ui.results.result_list import ResultList
from quickdesk.ui.target_line import TargetLine
from quickdesk.ui.theme import Theme, elided, set_look
from quickdesk.ui.tokens import SIZES, Role

PALETTE_SIZE: Final = QSize(SIZES.palette_width, SIZES.palette_height)
"""The size of the panel in design pixels."""


class PaletteView(QWidget):
    """Lays out the parts of the palette; its public attributes have signals and the state."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._copies_only = self.lists_customers = False
        self._cards: Mapping[str, CustomerRow] = {}
        self._message = ""
        self.box = SearchBox(self)
        self.results = ResultList(theme, self)
        self.empty = EmptyPage(theme, self)
        self._nothing_fits = NothingFits(theme, self)
        self.footer = PaletteFooter(theme, self)
        self._preview = Preview(theme, self)
        self.customer_strip = CustomerStrip(theme, self)
        self._strip, self._search_icon = TargetLine(theme, self), QLabel(self)
        self._build()
        self.panels = PalettePanels(theme, self, self._pages)
        self.panels.changed.connect(self._show_keys)
        self.panels.closed.connect(self._on_panel_closed)
        self._preview_timer = QTimer(self, singleShot=True, interval=0)
        self._preview_timer.timeout.connect(self._show_selected)
        self.results.hit_selected.connect(self._on_hit_selected)
        self.results.visible_rows_changed.connect(self._show_keys)
        follow_language(self, self._translate)

    def _build(self) -> None:
        set_look(self.box, "bare")
        self._search_band, self._search_row = _row(self, self._search_icon, self.box)
        listed = QVBoxLayout()
        listed.addWidget(self._nothing_fits)
        listed.addWidget(self.results, 1)
        found, found_row = _row(self, _line(self, upright=True), self._preview)
        found_row.insertLayout(0, listed)
        found_row.setContentsMargins(0, 0, 0, 0)
        found_row.setSpacing(0)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(found)
        self._pages.addWidget(self.empty)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._customer_line = _line(self)
        self._customer_line.hide()
        strips = (self.customer_strip, self._customer_line, self._strip)
        for widget in (*strips, self._search_band, _line(self), self._pages, _line(self), self.footer):
            self._column.addWidget(widget)
        self._column.setStretchFactor(self._pages, 1)

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        self._theme = theme
        space, ratio = theme.space, self.devicePixelRatioF()
        self._column.setContentsMargins(1, 1, 1, 1)
        for strip in (self.customer_strip, self._strip):
            strip.setFixedHeight(theme.px(SIZES.strip))
        self._search_band.setFixedHeight(theme.px(SIZES.search))
        self._search_row.setContentsMargins(space(4), 0, space(4), 0)
        self._search_row.setSpacing(space(3))
        self._search_icon.setPixmap(pixmap(Icon.SEARCH, theme, Role.SECONDARY, SIZES.icon_large, ratio))
        listed = (self.results, self._nothing_fits, self._preview)
        for part in (self.customer_strip, self._strip, *listed, self.empty, self.footer, self.panels):
            part.set_theme(theme)
        self._share_width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width between the list and the preview."""
        super().resizeEvent(event)
        self._share_width()
        self._nothing_fits.set_brief(is_brief=self.height() < self._theme.px(SIZES.palette_height) - 2)

    def _share_width(self) -> None:
        """Give the list its part of the width: less on a monitor that is too small for large text."""
        wanted = self._theme.px(SIZES.results_width)
        part = self.width() * SIZES.results_width // SIZES.palette_width
        width = wanted if self.width() >= self._theme.px(SIZES.palette_width) - 2 else part
        if width != self.results.width():
            self.results.set_width(width)
        self._preview.set_width(self.width() - width)

    def _translate(self) -> None:
        self._update_placeholder()
        self.box.setAccessibleName(self.tr("Search replies"))
        self.results.setAccessibleName(self.tr("Replies"))
        self._search_icon.setAccessibleName(self.tr("Search"))

    def show_target(self, program: str | None, title: str = "") -> None:
        """Show the target program and window; None if the reply is only copied."""
        self._copies_only = program is None
        self._strip.show_target(program, title)
        self._show_keys()

    def set_facts(self, facts: FactsOfDay) -> None:
        """Show in the preview what facts fill in."""
        self._preview.set_facts(facts)
        self._show_keys()

    def show_customer(self, shown: ShownCustomer | None, card: Card) -> None:
        """Show the current customer in the strip, and in the preview what the card fills in."""
        self.customer_strip.show_customer(shown)
        self._customer_line.setVisible(shown is not None)
        self._preview.set_card(card)
        self._show_keys()

    def show_hits(self, query: str, hits: Sequence[Hit], *, is_again: bool, has_replies: bool) -> None:
        """Show hits, or the empty page; ``is_again`` keeps the selected reply.

        Of hits that are only the nearest none is selected, so that Enter sends nothing.
        """
        keep = self._selected_id() if is_again else ""
        self.lists_customers = False
        fits = not hits or not hits[0].is_nearest
        self._nothing_fits.setVisible(not fits)
        self.results.show_hits(hits, keep=keep, selects_first=fits)
        if not hits:
            self.empty.show_for(query, has_replies=has_replies)
        self._pages.setCurrentIndex(0 if hits else 1)
        self._show_keys()

    def show_customers(self, rows: Sequence[CustomerRow], *, is_again: bool) -> None:
        """Show customers; ``is_again`` keeps the selected one."""
        selected = self._selected_id()
        keep = selected if is_again and selected != NEW_CARD else ""  # a card may have been read since
        self.lists_customers = True
        self._cards = {row.hit.snippet.id: row for row in rows}
        self._nothing_fits.hide()
        self.results.show_hits([row.hit for row in rows], keep=keep)
        if not rows:
            self.empty.show_no_customers()
        self._pages.setCurrentIndex(0 if rows else 1)
        self._show_keys()

    def forget_customers(self) -> None:
        """Keep nothing of the customers that were listed, nor of how their rows were laid out."""
        self._cards = {}
        if self.lists_customers:
            self.show_customers((), is_again=False)
        self.results.set_width(self.results.width())

    def _selected_id(self) -> str:
        current = self.results.current_hit
        return current.snippet.id if current else ""

    def show_suggestions(self, message: str, suggestions: Sequence[Suggestion]) -> None:
        """Show replies to a buyer's message (masked) with reasons, until :meth:`end_suggestions`."""
        self._message, self.lists_customers = message, False
        self._nothing_fits.hide()
        hits = [Hit(each.snippet, each.score) for each in suggestions]
        self.results.show_hits(hits, reasons={each.snippet.id: reason(each) for each in suggestions})
        self._pages.setCurrentIndex(0)
        self._update_placeholder()
        self._show_keys()

    def end_suggestions(self) -> None:
        """Label the search box for a search again."""
        if self._message:
            self._message = ""
            self._update_placeholder()

    def _update_placeholder(self) -> None:
        """Show in the empty search box what is listed."""
        if not self._message:
            self.box.setPlaceholderText(self.tr("Search replies: words, pinyin or initials"))
            return
        text = self.tr("Suggested for: {message}")
        line = text.replace("{message}", inline_text(self._message))
        width = self.box.width() or self._theme.px(SIZES.palette_width) // 2
        self.box.setPlaceholderText(elided(line, self.box.font(), width - self._theme.space(4)))

    def clear(self) -> None:
        """Clear the content, so that it is not shown again at the next opening."""
        self.panels.close()
        self.end_suggestions()
        self._nothing_fits.hide()
        self.lists_customers, self._cards = False, {}
        self.results.show_hits(())
        self._pages.setCurrentIndex(0)
        self.footer.show_notice(None)
        self._show_keys()

    def move(self, request: PaletteRequest) -> None:  # type: ignore[override]  # QWidget.move moves windows
        """Move the selection or scroll the preview."""
        page = self.results.visible_rows
        steps = {
            PaletteAction.UP: -1,
            PaletteAction.DOWN: 1,
            PaletteAction.PAGE_UP: -page,
            PaletteAction.PAGE_DOWN: page,
        }
        if request in steps:
            self.results.move_by(steps[request])
        elif request in (PaletteAction.PREVIEW_UP, PaletteAction.PREVIEW_DOWN):
            self._preview.scroll(-1 if request is PaletteAction.PREVIEW_UP else 1)

    def raised_bands(self) -> list[QRect]:
        """Return the raised areas, in the coordinates of the window."""
        bands = (self.customer_strip, self._strip, self.footer)
        return [each.geometry().translated(self.pos()) for each in bands if not each.isHidden()]

    def _show_keys(self) -> None:
        visible = min(self.results.row_count, self.results.visible_rows, MAX_PICKS)
        hit = self.results.current_hit
        state = PaletteState(
            visible,
            bool(self.box.query or self._message),
            self._copies_only,
            self.panels.is_open,
            self.panels.has_action,
            hit is not None,
            self._preview.needs_form,
            self.lists_customers,
            makes_card=self.lists_customers and hit is not None and hit.snippet.id == NEW_CARD,
        )
        self.footer.show_keys(state)

    def open_actions(self) -> None:
        """List all actions on the selected reply and of the program."""
        hit = None if self.lists_customers else self.results.current_hit
        self.panels.open_menu(hit.snippet.title if hit else None, copies_only=self._copies_only)

    def _on_panel_closed(self) -> None:
        self._show_keys()
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_hit_selected(self) -> None:
        self._show_keys()
        self._preview_timer.start()  # after the list is painted: typing comes first

    def _show_selected(self) -> None:
        hit = self.results.current_hit
        self._preview.show_snippet(self._previewed(hit) if hit else None)
        self._show_keys()
        nothing = "" if self._nothing_fits.isHidden() else self._nothing_fits.text
        text = accessible_text(hit, self.results.reason(hit)) if hit else nothing
        self.box.setAccessibleDescription(text)

    def _previewed(self, hit: Hit) -> Snippet:
        """Return what the preview shows: of a customer the card."""
        card = self._cards.get(hit.snippet.id) if self.lists_customers else None
        return hit.snippet if card is None else card.preview()


def _row(parent: QWidget, *widgets: QWidget) -> tuple[QWidget, QHBoxLayout]:
    holder = QWidget(parent)
    row = QHBoxLayout(holder)
    for widget in widgets:
        row.addWidget(widget)
    row.setStretchFactor(widgets[-1], 1)
    return holder, row


def _line(parent: QWidget, *, upright: bool = False) -> QFrame:
    line = QFrame(parent)
    set_look(line, "upright line" if upright else "line")
    return line
