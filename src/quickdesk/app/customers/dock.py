"""The dock: the card of the current customer beside the chat window, which keeps the keyboard."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from quickdesk.app.appearance import Appearance
from quickdesk.app.customers.window import CustomerWindowFeature
from quickdesk.app.feature import Feature
from quickdesk.app.features.hotkey import HotkeyFeature
from quickdesk.app.services import Services
from quickdesk.customers.card.carriers import guessed_carrier
from quickdesk.customers.customer import Customer, Note, Order
from quickdesk.customers.note_reply import reply_of_note
from quickdesk.desktop.own_windows import in_logical_pixels, keep_off_taskbar, screen_of
from quickdesk.desktop.paste.job import PasteReport
from quickdesk.desktop.ports.clipboard import ClipboardState
from quickdesk.desktop.screen_capture import hide_from_capture
from quickdesk.replies.store import StoreError, StoreProblem
from quickdesk.settings.settings import DEFAULT_DOCK_HOTKEY, Settings
from quickdesk.ui import notices
from quickdesk.ui.icons import Icon
from quickdesk.ui.notice import Notice
from quickdesk.ui.theme import Theme
from quickdesk.ui.tray import menu_entry
from quickdesk.ui.tray.menu_entry import MenuEntry, Section

if TYPE_CHECKING:
    from quickdesk.ui.dock.dock_window import DockWindow

HOTKEY = "dock"
_FOCUS_MOVES_MS = 100
"""How long the focus may be nowhere on its way from one window of our own to another."""
_FRAMED = (Qt.WindowType.Window, Qt.WindowType.Dialog)
_log = logging.getLogger(__name__)


class CustomerDockFeature(Feature):
    """Shows the dock until it is closed, and follows the current customer."""

    reply_requested = Signal(object)
    """A Snippet made of a note, which is to be edited and saved."""

    def __init__(
        self,
        services: Services,
        appearance: Appearance,
        notify: Callable[[Notice], None],
        customers: CustomerWindowFeature,
    ) -> None:
        super().__init__()
        self._services, self._appearance = services, appearance
        self._notify, self._customers = notify, customers
        self._current = services.current_customer
        self._window: DockWindow | None = None
        self._shown = ""
        self._is_aside = False
        """Whether it is hidden because it would cover a window of our own that has the focus."""
        self._focus_moves = QTimer(self, singleShot=True, interval=_FOCUS_MOVES_MS)
        self._focus_moves.timeout.connect(self._step_aside)
        QGuiApplication.instance().focusWindowChanged.connect(self._on_focus_moved)  # type: ignore[union-attr]
        hotkeys, text = services.platform.hotkeys.hotkeys, services.settings.current.dock_hotkey
        self.hotkey = HotkeyFeature(hotkeys, text, HOTKEY, DEFAULT_DOCK_HOTKEY)
        self.hotkey.setParent(self)
        self.hotkey.pressed.connect(self.toggle)
        self._entry = MenuEntry(
            Section.WINDOWS, menu_entry.customer_dock, self.toggle, icon=Icon.DOCK, has_button=False
        )
        self._current.changed.connect(self._show)
        services.events.customers_changed.connect(self._show)
        services.settings.changed.connect(self._on_settings_changed)

    @property
    def entries(self) -> Sequence[MenuEntry]:
        """The entry that shows or closes the dock."""
        return (self._entry,)

    def start(self) -> None:
        """Register the hotkey, and say if another program has it."""
        self.hotkey.start()
        if self.hotkey.problem in ("taken", "not-on-layout"):
            self._notify(self.hotkey.notice())

    def toggle(self) -> None:
        """Show the dock where it was moved to or beside the window in use, or close it."""
        self._is_aside = False
        if self._window is not None and self._window.isVisible():
            self._window.hide()
            return
        if self._window is None:
            self._window = self._make_window()
        self._place(self._window)
        self._window.show()
        self._show()
        hide_from_capture(int(self._window.winId()))

    def _on_focus_moved(self) -> None:
        self._focus_moves.start()

    def _step_aside(self) -> None:
        """Hide it while it would cover a window of our own with the focus; palette and menus do not count."""
        dock, focused = self._window, QGuiApplication.focusWindow()
        if dock is None or (focused is not None and focused.type() not in _FRAMED):
            return
        # A window that is closed is still the one with the focus, as far as Qt knows.
        has_focus = focused is not None and focused.isVisible()
        covers = focused is not None and has_focus and focused.geometry().intersects(dock.geometry())
        if focused is not None and covers and dock.isVisible():
            dock.hide()
            self._is_aside = True
            focused.visibleChanged.connect(self._on_focus_moved, Qt.ConnectionType.SingleShotConnection)
        elif self._is_aside and not covers:
            self._is_aside = False
            dock.show()
            self._show()

    def _place(self, window: "DockWindow") -> None:
        place = self._services.settings.current.dock_place
        there = QGuiApplication.screenAt(QPoint(place[0] + place[2] // 2, place[1])) if place else None
        if there is not None:
            window.setScreen(there)
            window.place_at(there.availableGeometry(), place)
            return
        target = self._services.platform.paste.windows.capture()
        screen = screen_of(target)
        beside = None
        if target is not None and target.geometry is not None:
            beside = in_logical_pixels(QRect(*target.geometry), screen)
        window.setScreen(screen)
        window.place_beside(screen.availableGeometry(), beside)

    def preload(self) -> None:
        """Import the dock."""
        import quickdesk.ui.dock.dock_window  # noqa: F401

    def set_theme(self, theme: Theme) -> None:
        """Set the theme of an open dock."""
        if self._window is not None:
            self._window.set_theme(theme)
            self._show()

    def translate(self) -> None:
        """Show the names of the values again."""
        self._show()

    def close(self) -> None:
        """Close the dock and release the hotkey."""
        self.hotkey.close()
        self._focus_moves.stop()
        if self._window is not None:
            self._window.hide()
            self._window.deleteLater()
            self._window = None

    def _make_window(self) -> "DockWindow":
        from quickdesk.ui.dock.dock_window import DockWindow

        window = DockWindow(self._appearance.theme, is_composited=self._appearance.is_composited)
        window.winId()  # makes the native window
        keep_off_taskbar(window.windowHandle())
        view = window.view
        window.moved.connect(self._on_moved)
        view.copied.connect(self._on_clicked)
        view.button_clicked.connect(self._on_button)
        view.switched.connect(self._current.switch)
        view.edit_clicked.connect(self._on_edit)
        view.close_clicked.connect(window.hide)
        view.unlock_clicked.connect(self._customers.unlock_requested)
        return window

    def _on_moved(self, place: tuple[int, ...]) -> None:
        self._services.settings.save(replace(self._services.settings.requested, dock_place=place))

    def _on_settings_changed(self, before: Settings, after: Settings) -> None:
        if after.dock_hotkey != before.dock_hotkey and (notice := self.hotkey.follow(after.dock_hotkey)):
            self._notify(notice)

    def _on_clicked(self, text: str) -> None:
        self._services.delivery.copy_text(text, self._on_copied)

    def _on_copied(self, report: PasteReport) -> None:
        if report.clipboard is ClipboardState.FAILED:
            self._notify(notices.not_copied())
        elif self._window is not None:
            self._window.view.show_copied()

    def _on_button(self, about: Note | Order) -> None:
        if isinstance(about, Order):
            self._customers.open_page(about, self._notify)
        else:
            self.reply_requested.emit(reply_of_note(about.text, self._current.get(about.customer_id)))

    def _on_edit(self) -> None:
        current = self._current.open_customers.current
        if current:
            self._customers.open(current)

    def _show(self) -> None:
        if self._window is None or not self._window.isVisible():
            return
        work, current = self._services.work.reading, self._current.open_customers.current
        is_read = partial(self._on_read, current)
        work.submit(partial(_read, self._services, current), is_read, patience_ms=8)
        if self._shown != current:  # a click must not copy a value of the one before while it is waited for
            self._window.view.show_customer(None, (), ())

    def put_away(self) -> None:
        """Show no card, because the customers are locked."""
        self._shown = ""
        if self._window is not None:
            self._window.view.show_locked()

    def _on_read(
        self, customer_id: str, outcome: "tuple[Customer | None, Sequence[Note]] | Exception"
    ) -> None:
        if self._window is None or customer_id != self._current.open_customers.current:
            return
        self._shown = customer_id
        if isinstance(outcome, Exception):
            self._on_failed(outcome)
            return
        from quickdesk.ui.dock.dock_values import OpenTab, dock_values, note_value, shown_notes

        customer, notes = outcome
        view, now = self._window.view, self._services.commands.clock.now()
        values = () if customer is None else dock_values(customer, guessed_carrier)
        view.show_customer(customer, values, [note_value(each, now) for each in shown_notes(notes)])
        customers = self._current.open_customers
        view.show_tabs(
            [
                OpenTab(digit, each.label, is_current=customer_id == customers.current)
                for digit, customer_id in enumerate(customers.digits, 1)
                if customer_id and (each := self._current.get(customer_id)) is not None
            ]
        )

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, StoreError):
            raise error
        if error.problem is not StoreProblem.LOCKED:
            _log.info("the dock cannot read a card: %s", error.problem.name)
        if self._window is not None:
            self._window.view.show_locked()


def _read(services: Services, customer_id: str) -> tuple[Customer | None, Sequence[Note]]:
    store = services.commands.customers
    customer = store.get(customer_id)
    return customer, () if customer is None else store.notes(customer_id)
