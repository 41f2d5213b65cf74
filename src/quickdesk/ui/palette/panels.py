"""What opens over the list of the palette: the menu of all actions and the key sheet."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from quickdesk.ui.icons import Icon, icon
from quickdesk.ui.keys.key_sheet import KeySheet
from quickdesk.ui.palette.actions_menu import ActionItem, ActionsMenu
from quickdesk.ui.palette.keys import PALETTE_KEYS
from quickdesk.ui.palette.requests import PaletteAction
from quickdesk.ui.theme import Theme
from quickdesk.ui.tray.menu_entry import MenuEntry

_REPLY_ACTIONS: Final = {
    PaletteAction.ACCEPT: Icon.REPLY,
    PaletteAction.FILL_IN: Icon.KEYBOARD,
    PaletteAction.COPY: Icon.COPY,
    PaletteAction.EDIT: Icon.EDIT,
    PaletteAction.DUPLICATE: Icon.DUPLICATE,
    PaletteAction.PIN: Icon.PIN,
    PaletteAction.NOTE: Icon.FILE,
    PaletteAction.REMOVE: Icon.REMOVE,
}
_OTHER_ACTIONS: Final = {
    PaletteAction.CREATE: Icon.NEW,
    PaletteAction.SUGGEST: Icon.CLIPBOARD,
    PaletteAction.HELP: Icon.INFO,
}


class PalettePanels(QObject):
    """Opens the menu and the key sheet in ``area``, above its lower edge at ``bottom``."""

    chosen = Signal(object)
    """A PaletteAction that was chosen in the menu."""
    leaving = Signal()
    """An action of the program was chosen in the menu; the palette closes before it runs."""
    changed = Signal()
    """Something was opened, or the menu lists other actions."""
    closed = Signal()
    """The menu or the key sheet was closed, and the search box needs the focus."""

    def __init__(self, theme: Theme, area: QWidget, pages: QWidget) -> None:
        """``pages`` is the part of ``area`` that the key sheet covers."""
        super().__init__(area)
        self._theme, self._area, self._pages = theme, area, pages
        self._entries: Sequence[MenuEntry] = ()
        self._menu, self._sheet = ActionsMenu(theme, area), KeySheet(theme, area)
        self._menu.closed.connect(self.closed)
        self._menu.filtered.connect(self.changed)
        self._sheet.closed.connect(self.close)
        pages.installEventFilter(self)

    @property
    def is_open(self) -> bool:
        """Whether the menu or the key sheet is shown."""
        return not self._menu.isHidden() or not self._sheet.isHidden()

    @property
    def has_action(self) -> bool:
        """Whether the menu is shown and Enter runs an action of it."""
        return not self._menu.isHidden() and bool(self._menu.texts)

    def set_entries(self, entries: Sequence[MenuEntry]) -> None:
        """Set the actions of the program; those that the palette has itself are left out."""
        own = {keys for binding in PALETTE_KEYS.bindings for keys in binding.keys}
        self._entries = [each for each in entries if not each.is_default and each.key.toString() not in own]

    def set_theme(self, theme: Theme) -> None:
        """Set the theme; what is open is closed."""
        self._theme = theme
        self.close()

    def open_menu(self, title: str | None, *, copies_only: bool) -> None:
        """List all actions; ``title`` is that of the chosen reply, None without one."""
        enter = PaletteAction.COPY if copies_only else PaletteAction.ACCEPT
        on_reply = {
            action: picture
            for action, picture in _REPLY_ACTIONS.items()
            if not (copies_only and action in (PaletteAction.ACCEPT, PaletteAction.FILL_IN))
        }
        items = [*self._own(on_reply if title is not None else {}, enter), *self._own(_OTHER_ACTIONS, enter)]
        items += [
            ActionItem(entry.text(), entry.key.toString(), entry.icon(), partial(self._run, entry))
            for entry in self._entries
            if entry.isVisible() and entry.isEnabled()
        ]
        self._menu.open_with(title or "", items, self._theme)
        self._place()
        self.changed.emit()

    def open_sheet(self) -> None:
        """Show all keys of the palette."""
        self._sheet.setGeometry(self._pages.geometry())
        self._sheet.show_bindings(PALETTE_KEYS.bindings, self._theme)
        self.changed.emit()

    def close(self) -> None:
        """Close what is open."""
        self._menu.close_menu()
        if not self._sheet.isHidden():
            self._sheet.hide()
            self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep what is open in place."""
        if event.type() == QEvent.Type.Resize and self.is_open:
            self._sheet.setGeometry(self._pages.geometry())
            self._place()
        return super().eventFilter(watched, event)

    def run_by_key(self, event: QKeyEvent) -> bool:
        """Run the action of the program that has this key; return whether there is one."""
        pressed = QKeySequence(event.keyCombination())
        for entry in self._entries:
            if entry.key == pressed and entry.isVisible() and entry.isEnabled():
                self._run(entry)
                return True
        return False

    def _own(self, actions: Mapping[PaletteAction, Icon], enter: PaletteAction) -> Iterator[ActionItem]:
        """Return items; ``enter`` is the action of the Enter key."""
        for action, picture in actions.items():
            binding = PALETTE_KEYS.of(PaletteAction.ACCEPT if action is enter else action)
            run = partial(self.chosen.emit, action)
            text = PALETTE_KEYS.of(action).text()
            yield ActionItem(text, binding.label, icon(picture, self._theme), run)

    def _run(self, entry: MenuEntry) -> None:
        self.leaving.emit()
        entry.trigger()

    def _place(self) -> None:
        """Place the menu at the lower right corner of the pages; it may reach up to the top of the area."""
        gap, pages = self._theme.space(2), self._pages.geometry()
        room = pages.united(QRect(pages.left(), 0, 1, 1)).adjusted(gap, gap, -gap, -gap)
        geometry = QRect(QPoint(), self._menu.size_in(room.size()))
        geometry.moveBottomRight(room.bottomRight())
        self._menu.setGeometry(geometry)
