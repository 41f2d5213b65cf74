"""Entries as the features of the program have them, and a record of what was activated."""

from quickdesk.ui.icons import Icon
from quickdesk.ui.theme import Theme
from quickdesk.ui.tray import menu_entry
from quickdesk.ui.tray.menu_entry import MenuEntry, Section


class Entries:
    """The entries of the program, sorted; ``activated`` has the names of those that were."""

    def __init__(self, theme: Theme) -> None:
        self.activated: list[str] = []
        self.last_action = ""
        self.open = self._entry(Section.REPLIES, "open", icon=Icon.SEARCH, is_default=True)
        self.new = self._entry(Section.REPLIES, "new", icon=Icon.NEW, key="Ctrl+N")
        self.copy = self._entry(Section.DATA, "copy", icon=Icon.EXPORT)
        self.undo = self._entry(Section.DATA, "undo", has_button=False)
        self.home = self._entry(Section.WINDOWS, "home", has_button=False)
        self.settings = self._entry(Section.WINDOWS, "settings", icon=Icon.SETTINGS)
        self.quit = self._entry(Section.PROGRAM, "quit", icon=Icon.QUIT)
        self.copy.setVisible(False)
        self.all = (self.open, self.new, self.copy, self.undo, self.home, self.settings, self.quit)
        for entry in self.all:
            entry.set_theme(theme)

    def _entry(
        self,
        section: Section,
        name: str,
        *,
        icon: Icon | None = None,
        key: str = "",
        has_button: bool = True,
        is_default: bool = False,
    ) -> MenuEntry:
        texts = {
            "open": menu_entry.open_palette,
            "new": menu_entry.new_reply,
            "copy": menu_entry.save_copy,
            "undo": lambda: menu_entry.undo(self.last_action),
            "home": menu_entry.show_window,
            "settings": menu_entry.settings,
            "quit": menu_entry.quit_program,
        }
        return MenuEntry(
            section,
            texts[name],
            lambda: self.activated.append(name),
            icon=icon,
            key=key,
            has_button=has_button,
            is_default=is_default,
        )
