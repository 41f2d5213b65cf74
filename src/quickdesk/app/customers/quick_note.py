"""The quick note: a hotkey makes a note of what is selected or copied, without leaving the chat.

Selection and clipboard are only read. A note belongs to the customer that the panel has named, also if
another one becomes current while it is open.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from quickdesk.app.appearance import Appearance
from quickdesk.app.customers.card_changes import Flawed, Gone, add_note
from quickdesk.app.customers.cases import CasesFeature
from quickdesk.app.customers.order_remarks import OrderRemarks
from quickdesk.app.drafts.note_draft import NoteDraft, text_of
from quickdesk.app.feature import Feature
from quickdesk.app.features.edit import EditFeature
from quickdesk.app.features.hotkey import HotkeyFeature
from quickdesk.app.features.reply import ReplyFeature
from quickdesk.app.services import Services
from quickdesk.customers.agent import agent_of
from quickdesk.customers.card.validation import MAX_NOTE
from quickdesk.customers.customer import Customer, Note
from quickdesk.customers.note_reply import reply_of_note
from quickdesk.desktop.own_windows import keep_off_taskbar, screen_of
from quickdesk.desktop.ports.target import Target
from quickdesk.desktop.screen_capture import hide_from_capture
from quickdesk.replies.field_names import with_short_fields
from quickdesk.replies.store import StoreError
from quickdesk.settings.settings import DEFAULT_NOTE_HOTKEY, Settings
from quickdesk.text.folding import has_visible
from quickdesk.ui import data_notices
from quickdesk.ui.customers.notices import not_saved
from quickdesk.ui.icons import Icon
from quickdesk.ui.notes import notices
from quickdesk.ui.notice import Notice
from quickdesk.ui.theme import Theme
from quickdesk.ui.tray import menu_entry
from quickdesk.ui.tray.menu_entry import MenuEntry, Section

if TYPE_CHECKING:
    from quickdesk.ui.notes.quick_note import QuickNote

HOTKEY = "note"
MAX_TAKEN = MAX_NOTE + 1
"""The characters that are taken over of a selection: with one more than a note may have it says so."""


class QuickNoteFeature(Feature):
    """Has the hotkey and the panel, and saves what the panel emits."""

    def __init__(
        self,
        services: Services,
        appearance: Appearance,
        notify: Callable[[Notice, Target | None], None],
        reply: ReplyFeature,
        edit: EditFeature,
        cases: CasesFeature,
    ) -> None:
        super().__init__()
        self._services, self._appearance, self._notify = services, appearance, notify
        self._reply, self._edit, self._cases = reply, edit, cases
        self._current, self._windows = services.current_customer, services.platform.paste.windows
        self._remarks = OrderRemarks(services, notify)
        self._panel: QuickNote | None = None
        self._target: Target | None = None
        self._customer: Customer | None = None
        self._draft = NoteDraft(services.drafts_of, services.commands.clock, self._typed)
        self._is_choosing = self._is_put_away = False
        self._current_before = ""
        hotkeys, text = services.platform.hotkeys.hotkeys, services.settings.current.note_hotkey
        self.hotkey = HotkeyFeature(hotkeys, text, HOTKEY, DEFAULT_NOTE_HOTKEY)
        self.hotkey.setParent(self)
        self.hotkey.pressed.connect(self.open)
        self._entries = (
            MenuEntry(Section.REPLIES, menu_entry.quick_note, self.open, icon=Icon.EDIT, has_button=False),
            MenuEntry(
                Section.REPLIES,
                menu_entry.order_remark,
                self.copy_remark,
                icon=Icon.COPY,
                key="Ctrl+R",
                has_button=False,
                is_in_tray=False,
            ),
        )
        self._current.changed.connect(self._on_current_changed)
        reply.palette.note_requested.connect(self.take_reply)
        reply.palette.customers.chosen.connect(self._on_chosen)
        reply.closed.connect(self._on_palette_closed)
        services.settings.changed.connect(self._on_settings_changed)

    @property
    def entries(self) -> Sequence[MenuEntry]:
        """The entries of a note and of an order remark."""
        return self._entries

    def start(self) -> None:
        """Register the hotkey, and say if another program has it."""
        self.hotkey.start()
        if self.hotkey.problem in ("taken", "not-on-layout"):
            self._notify(self.hotkey.notice(), None)

    def preload(self) -> None:
        """Import the panel."""
        import quickdesk.ui.notes.quick_note  # noqa: F401

    def set_theme(self, theme: Theme) -> None:
        """Set the theme of the panel."""
        if self._panel is not None:
            self._panel.set_theme(theme)

    def put_away(self) -> None:
        """Hide an open panel, because the customers are locked; what is typed stays in memory."""
        if self._panel is not None and self._panel.isVisible():
            self._is_put_away = True
            self._panel.set_aside()

    def bring_back(self) -> None:
        """Show the panel again that was hidden."""
        if self._panel is not None and self._is_put_away:
            self._panel.bring_to_front()
        self._is_put_away = False

    def close(self) -> None:
        """Close the panel and release the hotkey."""
        self.hotkey.close()
        self._draft.leave()
        if self._panel is not None:
            self._panel.hide()
            self._panel.deleteLater()
            self._panel = None

    # Opening: selection and window are read before the panel is shown.

    def open(self) -> None:
        """Open the panel with what is selected or copied; one that was edited comes to the front.

        A note for the same customer that was typed before and could not be saved comes first.
        """
        self._open(None)

    def copy_remark(self) -> None:
        """Copy an order remark of what is selected or copied."""
        customer, text = self._current.customer, self._taken()
        target = self._windows.capture() or self._reply.target
        if customer is None or not has_visible(text):
            self._open(text)
        else:
            self._remarks.copy(customer, text, target)

    def take_reply(self, snippet_id: str) -> None:
        """Open the panel with the text of a reply."""
        snippet = self._services.commands.store.get(snippet_id)
        if snippet is not None:
            self._open(with_short_fields(snippet.body))

    def _open(self, text: str | None) -> None:
        try:
            self._services.commands.customers.get("")
        except StoreError as error:  # such as locked: no note could be saved
            self._notify(data_notices.store_problem(error.problem, error.path), self._windows.capture())
            return
        panel = self._panel
        is_shown = panel is not None and panel.isVisible()
        if panel is not None and is_shown and panel.is_edited:
            panel.bring_to_front()
            return
        found = self._windows.capture()
        if found is not None or not is_shown:
            # Where the palette was open the focus is still on its way back.
            self._target = found or self._reply.target
        self._is_choosing = False
        self._customer = self._current.customer
        self._draft.leave()
        left = self._draft.of(self._customer_id) if text is None else None
        if left is not None:
            self._show(text_of(left), notices.typed_before(), left.number)
        else:
            self._show((self._taken() if text is None else text)[:MAX_TAKEN])

    @property
    def _customer_id(self) -> str:
        return "" if self._customer is None else self._customer.id

    def _typed(self) -> str:
        panel = self._panel
        return panel.text if panel is not None and panel.is_edited and has_visible(panel.text) else ""

    def _taken(self) -> str:
        paster = self._services.platform.paste.paster
        selected = paster.selection_text()
        return (selected if has_visible(selected) else paster.clipboard_text()).strip()

    def _show(self, text: str, problem: Notice | None = None, number: int = 0) -> None:
        """Show the panel; ``number`` is that of the draft that it continues, if any."""
        self._is_put_away = False  # that note is a draft now
        panel = self._made()
        self._show_customer(panel)
        self._draft.begin(self._customer_id, number)
        panel.open_at(screen_of(self._target).availableGeometry(), text, is_typed=bool(number))
        panel.show_problem(problem)

    def _show_customer(self, panel: "QuickNote") -> None:
        customer = self._customer
        if customer is None:
            panel.show_customer(None)
        else:
            platforms = dict.fromkeys(each.platform for each in customer.nicknames if each.platform)
            panel.show_customer(customer.label, ", ".join(platforms))

    def _made(self) -> "QuickNote":
        if self._panel is None:
            from quickdesk.ui.notes.quick_note import QuickNote

            is_composited = self._appearance.is_composited
            self._panel = panel = QuickNote(self._appearance.theme, is_composited=is_composited)
            keep_off_taskbar(panel.windowHandle())
            hide_from_capture(int(panel.winId()))
            panel.saved.connect(self._on_saved)
            panel.edited.connect(self._draft.touch)
            panel.remark_requested.connect(self._on_remark_requested)
            panel.reply_requested.connect(self._on_reply_requested)
            panel.case_requested.connect(self._on_case_requested)
            panel.choose_requested.connect(self._on_choose_requested)
            panel.dropped.connect(self._draft.delete)
            panel.dropped.connect(self._return_focus)
            panel.leaving.connect(self._on_leaving)
        return self._panel

    def _on_leaving(self) -> None:
        if self._panel is not None and self._panel.isActiveWindow():
            # The Enter that is still down would repeat in the chat window, and send there.
            self._windows.release_keys()

    def _return_focus(self) -> None:
        if self._target is not None:
            self._windows.activate(self._target)

    # For whom it is.

    def _on_choose_requested(self) -> None:
        """Choose in the palette; the panel comes back with the customer, or as it was."""
        if self._panel is not None:
            self._panel.set_aside()
            self._reply.open()  # a rule for its title may change who is current, which is no choice
            self._current_before = self._current.open_customers.current
            self._is_choosing = True
            self._reply.palette.type(_at_sign())

    def _on_chosen(self, customer_id: str) -> None:
        if self._is_choosing:
            self._take_customer(self._current.get(customer_id))

    def _on_current_changed(self) -> None:
        """Take a customer that becomes current; that a card has changed is no choice."""
        if self._is_choosing and self._current.open_customers.current != self._current_before:
            self._take_customer(self._current.customer)

    def _take_customer(self, customer: Customer | None) -> None:
        self._customer = customer
        self._come_back()

    def _on_palette_closed(self) -> None:
        if self._is_choosing:
            self._come_back()

    def _come_back(self) -> None:
        self._is_choosing = False
        if self._panel is not None:
            self._reply.hide()
            self._show_customer(self._panel)
            self._draft.move(self._customer_id)
            self._panel.bring_to_front()

    # What the panel emits.

    def _on_saved(self, text: str, is_pinned: bool) -> None:  # noqa: FBT001 - the argument of the signal
        self._return_focus()
        customer = self._customer
        if customer is None:
            return
        services = self._services
        author = agent_of(services.facts.today(), services.settings.current.agent)
        cards, new_id = services.commands.cards, services.commands.new_id
        number = self._draft.leave()
        job = partial(add_note, cards, new_id, customer.id, text, author, is_pinned=is_pinned)
        services.work.changes.submit(job, partial(self._on_written, customer, text, number, self._target))

    def _on_written(
        self,
        customer: Customer,
        text: str,
        number: int,
        target: Target | None,
        outcome: Note | Gone | Flawed | Exception,
    ) -> None:
        if isinstance(outcome, Note):
            self._draft.drop(customer.id, number)
            self._notify(notices.saved(customer.label, is_pinned=outcome.is_pinned), target)
            self._services.events.customers_changed.emit()
        elif isinstance(outcome, Gone):
            self._show_again(customer, text, number, notices.gone())
        elif isinstance(outcome, Flawed):
            self._show_again(customer, text, number, not_saved(outcome.flaws))
        elif isinstance(outcome, StoreError):
            notice = data_notices.store_problem(outcome.problem, outcome.path)
            self._show_again(customer, text, number, notice)
        else:
            raise outcome

    def _show_again(self, customer: Customer, text: str, number: int, problem: Notice) -> None:
        """Show a note that was not saved, unless another one is being written: then only say so.

        It stays a draft, and is shown when the panel opens for this customer again.
        """
        self._draft.put(customer.id, number, text)
        if self._panel is not None and self._panel.isVisible():
            self._notify(problem, self._target)
        else:
            self._customer = customer
            self._show(text, problem, number)

    def _on_remark_requested(self, text: str) -> None:
        self._draft.delete()
        self._return_focus()
        if self._customer is not None:
            self._remarks.copy(self._customer, text, self._target)

    def _on_reply_requested(self, text: str) -> None:
        self._draft.delete()
        self._edit.write(reply_of_note(text, self._customer))

    def _on_case_requested(self, text: str) -> None:
        self._draft.delete()
        self._cases.create(text, self._customer)

    def _on_settings_changed(self, before: Settings, after: Settings) -> None:
        if after.note_hotkey != before.note_hotkey and (notice := self.hotkey.follow(after.note_hotkey)):
            self._notify(notice, None)


def _at_sign() -> QKeyEvent:
    """Return the key that begins a search for customers in the palette."""
    return QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_At, Qt.KeyboardModifier.NoModifier, "@")
