"""A reply, from the hotkey to the chat box.

The window the agent is in is captured before any window of quickdesk is shown. The chosen reply is rendered
by :mod:`quickdesk.app.reply_composer` and sent by :mod:`quickdesk.app.delivery`.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QElapsedTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from quickdesk.app.appearance import Appearance
from quickdesk.app.contact_question import ContactQuestion
from quickdesk.app.delivery import DeferredCall, Sent
from quickdesk.app.feature import Feature, Veto
from quickdesk.app.features.hotkey import HotkeyFeature
from quickdesk.app.reply_composer import Composed, ReplyComposer
from quickdesk.app.services import Services
from quickdesk.commands.command import BoundCommand
from quickdesk.commands.program import action
from quickdesk.desktop.own_windows import keep_off_taskbar, screen_of
from quickdesk.desktop.ports.target import Target
from quickdesk.insights.daily_use import KeyCount, count_keys
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.template import TemplateError
from quickdesk.search.hit import Hit
from quickdesk.search.sounds import sounds_of
from quickdesk.settings.settings import Settings
from quickdesk.ui import notices
from quickdesk.ui.icons import Icon
from quickdesk.ui.notice import Notice
from quickdesk.ui.palette.requests import PaletteChoice
from quickdesk.ui.palette.window import Palette
from quickdesk.ui.paste_filter import PasteFilter
from quickdesk.ui.theme import Theme
from quickdesk.ui.tray import menu_entry
from quickdesk.ui.tray.menu_entry import MenuEntry, Section

MAX_LISTED_HITS = 50
"""The most hits that the palette lists; about nine of them are visible at once."""
_FOCUS_RETURNS_MS = 500
"""How long after the palette closed the focus may still be on its way back to the chat window."""
_EARLIER_KEYS_MS = 30
"""How much later than the hotkey a key may arrive that was pressed before it."""
_FIRST_LIST_MS = 25
"""How long an opening palette may wait for its first list: otherwise it would flicker."""
_SAME_FRAME_MS = 8
"""How long a letter may wait for its list: most come within it, and both are painted at once."""
_HOLD_OPENING_MS = 1500
"""How long a reply under way may keep the palette from opening."""
_HOLD_TOGGLING_MS = 3000
"""How long a list that a chosen reply waits for may keep the palette from closing."""


class ReplyFeature(Feature):
    """Connects the hotkey, the palette, the form and the delivery."""

    opened = Signal(object)
    """The Target, or None: the palette is about to show over it."""
    searched = Signal(str, int)
    """A query, and how many replies match it for certain."""
    closed = Signal()
    """The palette was closed without a choice."""
    fact_requested = Signal(str, str)
    """Name and value of a field in the form that is to be a fact of the shop."""
    card_requested = Signal(str, str, str)
    """The id of a customer, and name and value of a field in the form that are to be kept on the card."""

    def __init__(
        self,
        app: QApplication,
        services: Services,
        appearance: Appearance,
        notify: Callable[[Notice], None],
        hotkey: HotkeyFeature,
    ) -> None:
        super().__init__()
        self._services, self._delivery, self._notify = services, services.delivery, notify
        self._search, self._windows = services.search.service, services.platform.paste.windows
        self._query = ""
        self._origin, self._written = ("", ""), ""
        self._target: Target | None = None
        self._toggling = DeferredCall(_EARLIER_KEYS_MS, self)
        self._opening = DeferredCall(_HOLD_OPENING_MS, self)
        self._since_closed, self._since_hotkey = QElapsedTimer(), QElapsedTimer()
        paster = services.platform.paste.paster
        self._pasting = PasteFilter(app, paster.clipboard_text, paster.selection_text)
        self.palette = Palette(appearance.theme, is_composited=appearance.is_composited)
        handle = self.palette.windowHandle()
        self._composer = ReplyComposer(services, appearance)
        self._question = ContactQuestion(services, appearance)
        if handle is not None:
            keep_off_taskbar(handle)
            handle.activeChanged.connect(self._on_palette_activated)
        self._entry = MenuEntry(
            Section.REPLIES, menu_entry.open_palette, self.open, icon=Icon.SEARCH, is_default=True
        )
        self._connect(hotkey)

    def _connect(self, hotkey: HotkeyFeature) -> None:
        palette, composer, services = self.palette, self._composer, self._services
        hotkey.pressed.connect(self.on_hotkey)
        palette.query_changed.connect(self._on_query_changed)
        palette.accepted.connect(self._on_accepted)
        palette.leaving.connect(partial(self._on_leaving, palette))
        palette.dismissed.connect(self.closed)
        palette.typed_ahead.connect(composer.type)
        composer.form_opening.connect(self._pasting.watch)
        # Until the form has the keyboard the palette keeps it: else keys would go to the chat window.
        composer.form_activated.connect(palette.set_aside)
        composer.form_leaving.connect(self._on_leaving)
        composer.composed.connect(self._on_composed)
        composer.cancelled.connect(self._on_cancelled)
        composer.erased.connect(palette.close_palette)
        composer.returned.connect(self._on_returned)
        composer.fact_requested.connect(self.fact_requested)
        composer.card_requested.connect(self.card_requested)
        composer.typed_behind.connect(palette.type)
        palette.ended.connect(composer.end_return)
        palette.ended.connect(composer.forget_values)
        self._delivery.arrived.connect(self._opening.run)
        self._delivery.settling.connect(self.hide)
        services.events.replies_changed.connect(self.refresh)
        services.settings.changed.connect(self._on_settings_changed)

    @property
    def commands(self) -> Mapping[str, BoundCommand]:
        """The commands that open and close the palette."""
        return {"show": action(self.open), "toggle": action(self.toggle), "hide": action(self.hide)}

    @property
    def entries(self) -> Sequence[MenuEntry]:
        """The entry that opens the palette."""
        return (self._entry,)

    def preload(self) -> None:
        """Import the form."""
        self._composer.preload()

    def set_theme(self, theme: Theme) -> None:
        """Set the theme of the palette and of an open form."""
        self.palette.set_theme(theme)
        self._composer.set_theme(theme)

    def before_quit(self) -> Veto | None:
        """Close an untouched form; one with input is brought to the front and kept."""
        if self._composer.has_input:
            self._composer.bring_form_to_front()
            return Veto("unfinished-form", notices.form_open())
        if self._composer.has_form:
            self._composer.close_form()
            self.palette.close_palette()
        return None

    def close(self) -> None:
        """Close the palette and the form."""
        self._pasting.close()
        self._toggling.cancel()
        self._opening.cancel()
        self._composer.close_form()
        self._question.close()
        self.palette.hide()
        self.palette.deleteLater()

    # Opening: the window in use is captured before any window of quickdesk is shown.

    def on_hotkey(self) -> None:
        """Toggle the palette after the keys that were pressed before the hotkey.

        The hotkey comes over a connection of its own: an Enter for the open palette, pressed just before,
        may still be on its way, or wait for its list; closing the palette now would lose the reply.
        """
        self._since_hotkey.start()
        if self.palette.isVisible():
            self._toggling.schedule(self._toggle_after_keys)
        else:
            self.open()

    def _toggle_after_keys(self) -> None:
        if self.palette.will_accept and self._since_hotkey.elapsed() < _HOLD_TOGGLING_MS:
            self._toggling.schedule(self._toggle_after_keys)
        else:
            self.toggle()

    def toggle(self) -> None:
        """Open the palette over the window in use, or close it."""
        if self.palette.isVisible():
            self.hide()
        else:
            self.open()

    def open(self) -> None:
        """Open the palette over the window in use; if a form is open, bring that to the front.

        The palette waits for a reply under way, which needs the focus of its window.
        """
        if self._delivery.is_settling:
            return
        self._delivery.finish_early()
        if self._delivery.is_arriving:
            self._opening.schedule(self._open)
        else:
            self._open()

    def _open(self) -> None:
        if self._composer.has_form:
            self._composer.bring_form_to_front()
            return
        if not self.palette.isVisible():
            found = self._windows.capture()
            # Right after the palette closed the focus is still on its way back to the chat window.
            if found is not None or not self._is_just_closed():
                self._target = found
        self._show_palette()

    def _is_just_closed(self) -> bool:
        return self._since_closed.isValid() and self._since_closed.elapsed() < _FOCUS_RETURNS_MS

    def _show_palette(self) -> None:
        self.opened.emit(self._target)
        program, title = (self._target.program, self._target.title) if self._target else (None, "")
        self.palette.show_target(program, title)
        self.palette.set_facts(self._services.facts.today())
        self.palette.open_at(screen_of(self._target).availableGeometry())

    def hide(self) -> None:
        """Close the palette; if it is about to open, it stays closed."""
        self._toggling.cancel()
        self._opening.cancel()
        was_visible = self.palette.isVisible()
        self.palette.close_palette()
        if was_visible:
            self.closed.emit()

    def _on_leaving(self, window: QWidget) -> None:
        self._search.cancel()
        self._since_closed.start()
        if window.isActiveWindow():
            # A key that is still down (Esc, Enter) would repeat in the chat window.
            self._windows.release_keys()

    # Searching.

    def refresh(self) -> None:
        """Search again, because replies or facts have changed."""
        self.palette.set_facts(self._services.facts.today())
        if self.palette.isVisible() and not self.palette.awaits_suggestions:
            self._on_query_changed(self._query)

    def _on_query_changed(self, query: str) -> None:
        self._query = query
        patience = _SAME_FRAME_MS if query else _FIRST_LIST_MS
        self._search.search(query, MAX_LISTED_HITS, partial(self._on_found, query), patience)

    def _on_found(self, query: str, hits: Sequence[Hit] | None) -> None:
        if hits is None:
            self.palette.show_failure()
            return
        self.searched.emit(query, sum(not hit.is_related for hit in hits))
        has_replies = bool(hits or self._services.commands.store.snippets())
        # An Enter pressed before the list came takes its first row here.
        self.palette.show_hits(query, hits, has_replies=has_replies)

    def _on_settings_changed(self, before: Settings, after: Settings) -> None:
        if after.paste_keys != before.paste_keys:
            self._services.platform.paste.paster.use_paste_keys(after.paste_keys)
        if after.similar_sounds != before.similar_sounds:
            self._search.set_sounds(sounds_of(after))
            self.refresh()

    # Choosing.

    @property
    def target(self) -> Target | None:
        """The window over which the palette was opened last; None if replies are only copied."""
        return self._target

    def send_written(self, snippet: Snippet, target: Target) -> None:
        """Send a reply that was written just now; if another form is open, that comes to the front."""
        if self._composer.has_form:
            self._composer.bring_form_to_front()
            return
        self._origin, self._target, self._written = ("", ""), target, snippet.title
        self._composer.compose(snippet, target, copy_only=False)

    def _on_accepted(self, choice: PaletteChoice) -> None:
        self._origin, self._written = (self._query, choice.message), ""
        snippet = self._services.commands.store.get(choice.snippet_id)
        if snippet is None:  # a command removed it since it was listed
            self._show_palette()  # over the same window: by now the focus may be nowhere
            return
        try:
            self._composer.compose(snippet, self._target, copy_only=choice.copy_only, in_form=choice.in_form)
        except TemplateError as error:
            self.palette.close_palette()
            self._notify(notices.not_sent(error))

    def show_kept(self, customer_id: str, name: str, value: str) -> None:
        """Have an open form of a customer say that a value is on the card now."""
        self._composer.show_kept(customer_id, name, value)

    def put_away(self) -> None:
        """Close a form or a question about a customer, because the customers are locked."""
        self._question.close()
        if self._composer.put_away():
            self.palette.close_palette()

    def _on_cancelled(self) -> None:
        self.palette.close_palette()
        self._go_back(self._target)

    def _go_back(self, target: Target | None) -> None:
        if target is not None:
            self._windows.activate(target)

    def _on_returned(self) -> None:
        """Show the palette as it was, or with the reply that was written just now.

        The form stays until then, else keys would go to the chat window.
        """
        self._windows.release_keys()  # an Esc that is still down would repeat in the palette and close it
        self.palette.return_to(screen_of(self._target).availableGeometry(), self._written)
        self.refresh()
        self._on_palette_activated()

    def _on_palette_activated(self) -> None:
        if self.palette.isActiveWindow():
            self._composer.end_return()

    def _on_composed(self, reply: Composed) -> None:
        (query, message), target = self._origin, self._target
        is_suggested, is_written = bool(message), bool(self._written)
        # A long reply takes a while to count: that is left for later.
        keys = partial(_count_keys, reply, query, is_suggested=is_suggested, is_written=is_written)
        sent = Sent(reply.snippet_id, target, keys, query, message, reply.customer_id, reply.rendered.text)
        self._question.ask(sent, reply, partial(self._send, sent, reply), partial(self._go_back, target))
        self.palette.close_palette()  # a question has the keyboard by now, so that no key goes to the chat

    def _send(self, sent: Sent, reply: Composed) -> None:
        reply.forget_draft()
        self.palette.close_palette()
        self._delivery.deliver(sent, reply.rendered, copy_only=reply.copy_only)


def _count_keys(reply: Composed, query: str, *, is_suggested: bool, is_written: bool) -> KeyCount:
    keys = count_keys(reply.rendered, query, reply.boxes, reply.values, is_suggested=is_suggested)
    return keys.written() if is_written else keys
