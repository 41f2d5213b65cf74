"""The palette: the floating window in which the agent searches and chooses a reply.

It is created once and hidden, opens over the focused window, shows the hits it is given and emits the
choice. It does not access store, search or clipboard; a choice always belongs to the current query.
"""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QRect, Qt, Signal, SignalInstance
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from quickdesk.replies.card import Card
from quickdesk.replies.facts import FactsOfDay
from quickdesk.search.hit import Hit
from quickdesk.search.suggest.suggestion import Suggestion
from quickdesk.ui.language import follow_language
from quickdesk.ui.notice import Notice
from quickdesk.ui.palette.customer_rows import NEW_CARD
from quickdesk.ui.palette.customer_strip import ShownCustomer
from quickdesk.ui.palette.customers import PaletteCustomers
from quickdesk.ui.palette.floating_window import FloatingWindow, FocusWatch
from quickdesk.ui.palette.footer import SearchIndicator
from quickdesk.ui.palette.key_filter import KeyFilter
from quickdesk.ui.palette.requests import (
    ACCEPTING,
    CHANGING_THE_LIST,
    NEEDING_NO_LIST,
    PaletteAction,
    PaletteChoice,
    PaletteRequest,
    PendingRequests,
    Pick,
)
from quickdesk.ui.palette.view import PALETTE_SIZE, PaletteView
from quickdesk.ui.theme import Theme
from quickdesk.ui.tray.menu_entry import MenuEntry


class Palette(FloatingWindow):
    """The floating window.

    The requests to create, edit and duplicate and ``dismissed`` are emitted after it was hidden; ``accepted``
    carries a PaletteChoice while it is still visible. ``close_palette`` hides it and emits only ``ended``.
    """

    query_changed = Signal(str)
    accepted = Signal(object)
    create_requested = Signal(str)
    edit_requested = Signal(str)
    duplicate_requested = Signal(str)
    remove_requested = Signal(str)
    pin_requested = Signal(str)
    """A reply is to be pinned, or unpinned if it is pinned."""
    note_requested = Signal(str)
    remember_requested = Signal()
    suggest_requested = Signal()
    """Suggestions for the copied message are requested; see :meth:`Palette.show_suggestions`."""
    dismissed = Signal()
    ended = Signal()
    """It was closed in any way, also after it was set aside."""
    leaving = Signal()
    """Emitted before it hides, while it still has the keyboard focus, if it had it."""
    typed_ahead = Signal(object)
    """A key press or a committed composition after ``accepted``, for the form that opens next."""

    def __init__(self, theme: Theme, *, is_composited: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(theme, PALETTE_SIZE, is_composited=is_composited, parent=parent)
        self._listed_query: str | None = None
        self._message = self._answered_message = ""
        self._awaits_suggestions = self._is_set_aside = False
        self._pending = PendingRequests()
        self._view = PaletteView(theme, self)
        self.customers = PaletteCustomers(self._view)
        self._keys = KeyFilter(self._view.box, self._view.panels, self._pending)
        self._focus = FocusWatch(self)
        self._indicator = SearchIndicator(self._view.footer)
        self._changes: Mapping[PaletteRequest, SignalInstance] = {
            PaletteAction.EDIT: self.edit_requested,
            PaletteAction.DUPLICATE: self.duplicate_requested,
            PaletteAction.REMOVE: self.remove_requested,
            PaletteAction.PIN: self.pin_requested,
            PaletteAction.NOTE: self.note_requested,
        }
        self._simple: Mapping[PaletteRequest, Callable[[], None]] = {
            PaletteAction.CREATE: self._on_create_pressed,
            PaletteAction.SUGGEST: self._suggest,
            PaletteAction.REMEMBER: self.remember_requested.emit,
            PaletteAction.ACTIONS: self._view.open_actions,
            PaletteAction.HELP: self._view.panels.open_sheet,
            PaletteAction.CLEAR_OR_CLOSE: self._clear_or_close,
        }
        self._connect()
        self.set_content(self._view)
        follow_language(self, self._translate)
        self.winId()

    def _connect(self) -> None:
        self._keys.requested.connect(self._handle_request)
        self._keys.typed_ahead.connect(self.typed_ahead)
        self._focus.lost.connect(self._dismiss)
        self.customers.listed.connect(self._on_customers_listed)
        self._view.box.query_changed.connect(self._on_query_changed)
        self._view.results.accepted.connect(self._on_double_clicked)
        self._view.empty.create_requested.connect(self._on_create_pressed)
        self._view.panels.chosen.connect(self._perform)
        self._view.panels.leaving.connect(self._dismiss)

    def add_entries(self, entries: Sequence[MenuEntry]) -> None:
        """Set the actions of the program that the menu of all actions lists."""
        self._view.panels.set_entries(entries)

    @property
    def query(self) -> str:
        """The query, including an open composition."""
        return self._view.box.query

    @property
    def is_composing(self) -> bool:
        """Whether the query contains an open composition of an input method."""
        return self._view.box.is_composing

    def open_at(self, work_area: QRect, query: str = "") -> None:
        """Reset and show the palette in the upper third of this work area, and focus the search box."""
        self.place_on(work_area)
        self._view.box.reset(query)
        self._show()

    def set_aside(self) -> None:
        """Hide for a form; query, results and selection stay for :meth:`return_to`."""
        if self.isVisible():
            self._is_set_aside = True
            self.leaving.emit()
            self.hide()

    def return_to(self, work_area: QRect, query: str = "") -> None:
        """Show the palette as it was when it was set aside or a reply was accepted, else open it."""
        if not self._is_set_aside and not self.isVisible():
            self.open_at(work_area, query)
            return
        self._show()

    def type(self, event: QKeyEvent) -> None:
        """Handle a key press that was made before the palette had the keyboard focus."""
        QCoreApplication.sendEvent(self._view.box, event.clone())

    def _show(self) -> None:
        self._is_set_aside = False
        self._keys.reset()
        self.show()
        self.raise_()
        self._view.box.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
        self._focus.request_focus()

    def close_palette(self) -> None:
        """Hide and reset the query and the results."""
        if self.isVisible():
            self.leaving.emit()
        self.hide()
        self._is_set_aside = self._awaits_suggestions = False
        self._listed_query = None
        self._message = self._answered_message = ""
        self._clear_pending()
        self._view.clear()
        self.ended.emit()

    def show_hits(self, query: str, hits: Sequence[Hit], *, has_replies: bool = True) -> None:
        """Show the hits for a query, unless it has changed; ``has_replies`` if there are replies at all."""
        if query != self.query or self._message or self._awaits_suggestions:
            return
        self._indicator.end()
        is_again = query == self._listed_query
        self._listed_query = query
        self._view.show_hits(query, hits, is_again=is_again, has_replies=has_replies)
        self._run_pending()

    def show_suggestions(self, message: str, suggestions: Sequence[Suggestion]) -> None:
        """List replies to a buyer's message, which is masked, until the agent types or presses Esc."""
        if not self.isVisible():
            return
        self._awaits_suggestions = False
        self._indicator.end()
        self._view.box.clear_silently()
        self._listed_query, self._message, self._answered_message = self.query, message, message
        self._view.show_suggestions(message, suggestions)
        self._run_pending()

    def show_no_suggestions(self, why: Notice) -> None:
        """Show why there are no suggestions; the hits for the query stay, or are requested again."""
        self._awaits_suggestions = False
        self.show_failure()  # a pending Enter was meant for a suggestion
        self.show_notice(why)
        if self._listed_query != self.query and not self._indicator.is_waiting:
            self._search()

    def show_failure(self) -> None:
        """Stop waiting for a list: drop pending requests; text typed after them goes to the search box."""
        self._indicator.end()
        for event in self._pending.take_all()[1]:
            QCoreApplication.sendEvent(self._view.box, event)

    @property
    def awaits_suggestions(self) -> bool:
        """Whether suggestions were requested: until they come, or the agent types, hits are ignored."""
        return self._awaits_suggestions

    @property
    def will_accept(self) -> bool:
        """Whether a reply was chosen whose list has not arrived yet."""
        return self._pending.will_accept

    def _clear_pending(self) -> None:
        self._indicator.end()
        self._pending.take_all()

    def show_target(self, program: str | None, title: str = "") -> None:
        """Show the target program and window title; see TargetLine."""
        self._view.show_target(program, title)

    def set_facts(self, facts: FactsOfDay) -> None:
        """Show in the preview what facts fill in."""
        self._view.set_facts(facts)

    def show_customer(self, shown: ShownCustomer | None, card: Card) -> None:
        """Show the current customer in a strip, and in the preview what the card fills in."""
        self._view.show_customer(shown, card)
        self.update()  # the bands that are raised have moved

    def show_notice(self, notice: Notice) -> None:
        """Show a notice in the footer until the agent types or the palette closes."""
        self._view.footer.show_notice(notice)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Dismiss the palette instead of closing the window."""
        event.ignore()
        self._dismiss()

    def _translate(self) -> None:
        self.setWindowTitle(self.tr("Quick replies"))
        self.setAccessibleName(self.tr("Quick replies"))

    def _handle_request(self, request: PaletteRequest) -> None:
        """Perform a request now, or as soon as the hits for the current query have arrived."""
        if request not in NEEDING_NO_LIST and (self._awaits_suggestions or self._listed_query != self.query):
            self._pending.add(request)
            if not self._indicator.is_waiting:  # the last search failed
                self._search()
            return
        self._perform(request)

    def _run_pending(self) -> None:
        """Perform the pending requests in order until one accepts a row, then forward text typed ahead.

        They were made before the list was seen, so they accept no hit that is only related.
        """
        pending, typed_ahead = self._pending.take_all()
        for request in pending:
            if not self._keys.forwards_all and self.isVisible():
                self._perform(request, is_list_seen=False)
        for event in typed_ahead:
            if self._keys.forwards_all:
                self.typed_ahead.emit(event)
            elif self.isVisible():
                QCoreApplication.sendEvent(self._view.box, event)

    def _perform(self, request: PaletteRequest, *, is_list_seen: bool = True) -> None:
        if isinstance(request, Pick):
            if self._view.results.select_visible(request.number):
                self._accept(is_list_seen=is_list_seen)
        elif request in ACCEPTING:
            self._accept(request, is_list_seen=is_list_seen)
        elif request in self._changes:
            self._change(request, is_list_seen=is_list_seen)
        elif request in self._simple:
            self._simple[request]()
        else:
            self._view.move(request)

    def _suggest(self) -> None:
        self._clear_pending()
        self._awaits_suggestions = True  # keys from now on are meant for them
        self._indicator.begin()
        self.suggest_requested.emit()

    def _accept(self, how: PaletteRequest = PaletteAction.ACCEPT, *, is_list_seen: bool = True) -> None:
        hit = self._view.results.current_hit
        if hit is None or self._keys.forwards_all or not (is_list_seen or not hit.is_related):
            return
        if self._view.lists_customers:
            self.customers.accept(hit.snippet.id)
        else:
            self._keys.forward_all()
            is_copied, in_form = how is PaletteAction.COPY, how is PaletteAction.FILL_IN
            self.accepted.emit(PaletteChoice(hit.snippet.id, is_copied, self._answered_message, in_form))

    def _change(self, request: PaletteRequest, *, is_list_seen: bool) -> None:
        hit, stays_open = self._view.results.current_hit, request in CHANGING_THE_LIST
        if (
            hit is None
            or self._view.lists_customers
            or self._keys.forwards_all
            or (stays_open and not is_list_seen)
        ):
            return
        if not stays_open:
            self.close_palette()
        self._changes[request].emit(hit.snippet.id)

    def _clear_or_close(self) -> None:
        self._answered_message = ""
        if self.query or self._message or self._awaits_suggestions or self._pending:
            self._view.box.reset()
        else:
            self._dismiss()

    def _dismiss(self) -> None:
        if self.isVisible():
            self.close_palette()
            self.dismissed.emit()

    def _on_query_changed(self, query: str) -> None:
        self._clear_pending()
        self._message, self._awaits_suggestions = "", False
        self._view.end_suggestions()
        if query or self._listed_query:
            self._view.footer.show_notice(None)
        self._search()

    def _search(self) -> None:
        self._indicator.begin()
        if not self.customers.request():
            self.query_changed.emit(self.query)

    def _on_customers_listed(self) -> None:
        self._indicator.end()
        self._listed_query = self.query
        self._run_pending()

    def _on_double_clicked(self) -> None:
        if self._listed_query == self.query and not self._awaits_suggestions:  # what comes was not clicked
            self._perform(PaletteAction.ACCEPT)

    def _on_create_pressed(self) -> None:
        query = self.query
        if self.customers.query:
            self.customers.accept(NEW_CARD)
            return
        self.close_palette()
        self.create_requested.emit(query)
