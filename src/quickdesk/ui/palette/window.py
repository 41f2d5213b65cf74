"""The palette: a few letters in, one choice out.

It stands ready and hidden, is opened over whatever has the focus, shows the hits it is given and answers
with one value. It knows no store, no search and no clipboard; it never answers from results that do not
belong to what stands in the search box.
"""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from quickdesk.search.hit import Hit
from quickdesk.search.suggest.suggestion import Suggestion
from quickdesk.ui.keys.names import KeyNames
from quickdesk.ui.notice import Notice
from quickdesk.ui.palette.choice import PaletteChoice
from quickdesk.ui.palette.focus_watch import FocusWatch
from quickdesk.ui.palette.frame import PaletteFrame
from quickdesk.ui.palette.held_keys import HeldKeys
from quickdesk.ui.palette.key_map import PaletteAction, PaletteRequest, Pick, request_of
from quickdesk.ui.palette.pending_keys import PendingKeys
from quickdesk.ui.palette.placement import place
from quickdesk.ui.palette.search_indicator import SearchIndicator
from quickdesk.ui.palette.view import PaletteView
from quickdesk.ui.pasting.paste_filter import FORWARDS_KEYS
from quickdesk.ui.theme import Theme
from quickdesk.ui.tokens import SIZES
from quickdesk.ui.translated import follow_language


class Palette(QWidget):
    """The floating window.

    When ``accepted``, ``create_requested``, ``edit_requested`` or ``dismissed`` is emitted it has hidden
    itself already; ``close_palette`` hides it without a word.
    """

    query_changed = Signal(str)
    accepted = Signal(object)
    create_requested = Signal(str)
    edit_requested = Signal(str)
    suggest_requested = Signal()
    """The agent wants replies to the message that was copied; see :meth:`Palette.show_suggestions`."""
    dismissed = Signal()
    leaving = Signal()
    """It is about to hide, on whatever way, and has the keyboard still if it had it."""
    typed_ahead = Signal(object)
    """A key press or a committed composition after ``accepted``: meant for the form that is on its way."""

    def __init__(self, theme: Theme, *, is_composited: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_composited = is_composited
        self._listed_query: str | None = None
        self._message = self._chosen_for = ""
        self._awaits_suggestions = False
        self._is_done = False
        self._held_keys = HeldKeys()
        self._pending = PendingKeys()
        self._names = KeyNames(QGuiApplication.platformName())
        self._view = PaletteView(theme, self)
        self._focus = FocusWatch(self)
        self._indicator = SearchIndicator(self._view.footer)
        self._set_up_window()
        self._connect()
        self.set_theme(theme)
        follow_language(self, self._translate)
        self.winId()

    def _set_up_window(self) -> None:
        self.setWindowFlags(
            Qt.WindowType.Tool
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint
            | Qt.WindowType.NoDropShadowWindowHint
        )
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground, self._is_composited)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self._view.box.installEventFilter(self)

    def _connect(self) -> None:
        self._focus.lost.connect(self._dismiss)
        self._view.box.query_changed.connect(self._on_query_changed)
        self._view.results.taken.connect(self._on_taken)
        self._view.empty.create_requested.connect(self._on_create_pressed)

    @property
    def query(self) -> str:
        """The query, including an open composition."""
        return self._view.box.query

    @property
    def is_composing(self) -> bool:
        """Whether an input method has not finished the query yet."""
        return self._view.box.is_composing

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme, at once where it is open."""
        self._theme = theme
        self._frame = PaletteFrame(theme, is_composited=self._is_composited)
        self._size = QSize(theme.px(SIZES.palette_width), theme.px(SIZES.palette_height))
        self._view.set_theme(theme)
        self.resize(self._size.grownBy(self._frame.margins))
        self._lay_out()
        self.update()

    def open_at(self, screen_geometry: QRect) -> None:
        """Start over and stand in the upper third of this work area, with the focus in the search box."""
        self.setGeometry(place(screen_geometry, self._size).marginsAdded(self._frame.margins))
        self._is_done = False
        self._held_keys.reset()
        self._view.box.setProperty(FORWARDS_KEYS, False)
        self._view.box.reset()
        self.show()
        self.raise_()
        self._view.box.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
        self._focus.take()

    def close_palette(self) -> None:
        """Hide and reset the query and the results."""
        if self.isVisible():
            self.leaving.emit()
        self.hide()
        self._listed_query = None
        self._message = self._chosen_for = ""
        self._awaits_suggestions = False
        self._drop_pending()
        self._view.clear()

    def show_hits(self, query: str, hits: Sequence[Hit]) -> None:
        """Show what was found for a query, unless something else stands in the search box by now."""
        if query != self.query or self._message or self._awaits_suggestions:
            return
        self._indicator.end()
        is_again = query == self._listed_query
        self._listed_query = query
        self._view.show_hits(query, hits, is_again=is_again)
        self._run_pending()

    def show_suggestions(self, message: str, suggestions: Sequence[Suggestion]) -> None:
        """List replies to a buyer's message, which is masked, until the agent types or takes it back."""
        if not self.isVisible():
            return
        self._awaits_suggestions = False
        self._indicator.end()
        self._view.box.clear_silently()
        self._listed_query, self._message, self._chosen_for = self.query, message, message
        self._view.show_suggestions(message, suggestions)
        self._run_pending()

    def show_no_suggestions(self, why: Notice) -> None:
        """Say why there is nothing to suggest; what the query found stays, or is requested again."""
        self._awaits_suggestions = False
        self.show_failure()  # an Enter was meant for a suggestion
        self.show_notice(why)
        if self._listed_query != self.query and not self._indicator.is_awaited:
            self._search()

    def show_failure(self) -> None:
        """No list will come: what waits for it is dropped, what was typed after that goes into the box."""
        self._indicator.end()
        _, typed_ahead = self._pending.drop()
        for event in typed_ahead:
            QCoreApplication.sendEvent(self._view.box, event)

    @property
    def awaits_suggestions(self) -> bool:
        """Whether suggestions are on their way: until they come, or the agent types, no list is wanted."""
        return self._awaits_suggestions

    def _drop_pending(self) -> None:
        """Forget the keys that wait for a list, and the list: it will not come, or another will."""
        self._indicator.end()
        self._pending.drop()

    def show_target(self, program: str | None, title: str = "") -> None:
        """Say which program the reply goes to, and the title of its window; see TargetLine."""
        self._view.show_target(program, title)

    def show_notice(self, notice: Notice) -> None:
        """Show a line of news at the foot until the agent types or the palette closes."""
        self._view.footer.show_notice(notice)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that mean something here; while an input method composes all keys are its own."""
        if watched is not self._view.box or not isinstance(event, QKeyEvent | QInputMethodEvent):
            return super().eventFilter(watched, event)
        if isinstance(event, QKeyEvent) and self._held_keys.is_from_before(event):
            return True
        if self._is_done:
            if event.type() == QEvent.Type.KeyPress or _commits(event):
                self.typed_ahead.emit(event)
            return True
        if isinstance(event, QInputMethodEvent):
            self._held_keys.note(event)
            return self._pending.keeps(event)
        return event.type() == QEvent.Type.KeyPress and not self._view.box.is_composing and self._takes(event)

    def _takes(self, event: QKeyEvent) -> bool:
        """Take a key press that means something here, now or as soon as a row that is waited for is taken."""
        request = request_of(event, self._names)
        if request is not PaletteAction.CLEAR_OR_CLOSE and self._pending.keeps(event):
            return True
        if request is None:
            return False
        self._request(request)
        return True

    def event(self, event: QEvent) -> bool:
        """Draw the icons anew on a monitor of another sharpness."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._view.set_theme(self._theme)
        return super().event(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Treat the window manager's wish to close as the agent's."""
        event.ignore()
        self._dismiss()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        painter = QPainter(self)
        painter.setClipRect(event.rect())
        self._frame.paint(painter, self.size(), self._view.raised_bands())
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the view inside the ground."""
        self._lay_out()
        super().resizeEvent(event)

    def _lay_out(self) -> None:
        self._view.setGeometry(self.rect().marginsRemoved(self._frame.margins))
        mask = self._frame.mask(self.size())
        self.clearMask() if mask.isEmpty() else self.setMask(mask)

    def _translate(self) -> None:
        self.setWindowTitle(self.tr("Quick replies"))
        self.setAccessibleName(self.tr("Quick replies"))

    def _request(self, request: PaletteRequest) -> None:
        """Do it now, or as soon as the hits for what stands in the search box have come."""
        needs_hits = request not in (
            PaletteAction.CREATE,
            PaletteAction.SUGGEST,
            PaletteAction.CLEAR_OR_CLOSE,
            PaletteAction.IGNORE,
        )
        if needs_hits and (self._awaits_suggestions or self._listed_query != self.query):
            self._pending.add(request)
            if not self._indicator.is_awaited:  # the search broke the last time
                self._search()
            return
        self._perform(request)

    def _run_pending(self) -> None:
        """Do what waited, in order, until a row is taken; what was typed on goes its way after that."""
        pending, typed_ahead = self._pending.drop()
        for request in pending:
            if not self._is_done and self.isVisible():
                self._perform(request)
        for event in typed_ahead:
            if self._is_done:
                self.typed_ahead.emit(event)
            elif self.isVisible():
                QCoreApplication.sendEvent(self._view.box, event)

    def _perform(self, request: PaletteRequest) -> None:
        if isinstance(request, Pick):
            if self._view.results.choose_in_sight(request.number):
                self._accept(copy_only=False)
        elif request in (PaletteAction.ACCEPT, PaletteAction.COPY):
            self._accept(copy_only=request is PaletteAction.COPY)
        elif request is PaletteAction.CREATE:
            self._on_create_pressed()
        elif request is PaletteAction.EDIT:
            self._edit()
        elif request is PaletteAction.SUGGEST:
            self._drop_pending()
            self._awaits_suggestions = True  # what is pressed from now on is meant for them
            self._indicator.begin()
            self.suggest_requested.emit()
        elif request is PaletteAction.CLEAR_OR_CLOSE:
            self._clear_or_close()
        else:
            self._view.move(request)

    def _accept(self, *, copy_only: bool) -> None:
        hit = self._view.results.current_hit
        if hit is not None and not self._is_done:
            self._is_done = True
            self._view.box.setProperty(FORWARDS_KEYS, True)
            self.accepted.emit(PaletteChoice(hit.snippet.id, copy_only, self._chosen_for))

    def _edit(self) -> None:
        hit = self._view.results.current_hit
        if hit is not None and not self._is_done:
            self.close_palette()
            self.edit_requested.emit(hit.snippet.id)

    def _clear_or_close(self) -> None:
        self._chosen_for = ""
        if self.query or self._message or self._awaits_suggestions or self._pending:
            self._view.box.reset()
        else:
            self._dismiss()

    def _dismiss(self) -> None:
        if self.isVisible():
            self.close_palette()
            self.dismissed.emit()

    def _on_query_changed(self, query: str) -> None:
        self._drop_pending()
        self._message = ""
        self._awaits_suggestions = False
        self._view.end_suggestions()
        if query or self._listed_query:
            self._view.footer.show_notice(None)
        self._search()

    def _search(self) -> None:
        """Ask for the list of what stands in the search box."""
        self._indicator.begin()
        self.query_changed.emit(self.query)

    def _on_taken(self) -> None:
        # A click means the rows in sight, not those still to come.
        if self._listed_query == self.query and not self._awaits_suggestions:
            self._perform(PaletteAction.ACCEPT)

    def _on_create_pressed(self) -> None:
        query = self.query
        self.close_palette()
        self.create_requested.emit(query)


def _commits(event: QEvent) -> bool:
    """Say whether a composition was brought to its end; an open one belongs to the box it began in."""
    return isinstance(event, QInputMethodEvent) and bool(event.commitString())
