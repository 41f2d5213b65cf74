"""The shop's own words: read in the background, edited in a window, used by the search once saved."""

import logging
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from quickdesk.app.appearance import Appearance
from quickdesk.app.feature import Feature, Veto
from quickdesk.app.features.settings import SettingsFeature
from quickdesk.app.services import Services
from quickdesk.desktop.own_windows import screen_of
from quickdesk.replies.store import StoreError
from quickdesk.search.related.lexicon import Lexicon, shop_lexicon
from quickdesk.search.related.shop_lexicon import merged_lexicon
from quickdesk.ui import data_notices
from quickdesk.ui.icons import Icon
from quickdesk.ui.theme import Theme
from quickdesk.ui.tray import menu_entry
from quickdesk.ui.tray.menu_entry import MenuEntry, Section

if TYPE_CHECKING:
    from quickdesk.ui.lexicon.lexicon_window import LexiconWindow

_log = logging.getLogger(__name__)


class LexiconFeature(Feature):
    """Connects the stored words with the search, and with the window that Settings opens."""

    def __init__(self, services: Services, appearance: Appearance, settings: SettingsFeature) -> None:
        super().__init__()
        self._services, self._appearance = services, appearance
        self._words = services.commands.shop_words
        self._window: LexiconWindow | None = None
        self._text: str | None = None
        self._opened = ""
        self._is_saving = False
        self._entry = MenuEntry(
            Section.WINDOWS,
            menu_entry.lexicon,
            self.open,
            icon=Icon.TAG,
            has_button=False,
            is_in_tray=False,
        )
        settings.lexicon_requested.connect(self.open)
        services.events.replies_changed.connect(self.refresh)

    @property
    def entries(self) -> Sequence[MenuEntry]:
        """The entry that opens the window, in the menu of all actions only: the settings have it too."""
        return (self._entry,)

    def refresh(self) -> None:
        """Read the words again, because a command, an undo or a restore may have changed them."""
        self._services.work.reading.submit(partial(self._read, self._text), self._on_read)

    def preload(self) -> None:
        """Read the words, and import the window."""
        import quickdesk.ui.lexicon.lexicon_window  # noqa: F401

        self.refresh()

    def open(self) -> None:
        """Show the window, or bring it to the front; it is opened with the words as they are now."""
        if self._window is not None:
            self._window.showNormal() if self._window.isMinimized() else self._window.raise_()
            self._window.activateWindow()
            return
        self._services.work.reading.submit(self._words.store.text, self._on_opened)

    def set_theme(self, theme: Theme) -> None:
        """Set the theme of an open window."""
        if self._window is not None:
            self._window.set_theme(theme)

    def before_quit(self) -> Veto | None:
        """Close an unchanged window; a changed one asks what to do."""
        if self._is_saving or (self._window is not None and not self._window.close()):
            return Veto("unsaved-words")
        return None

    def close(self) -> None:
        """Close the window."""
        self._drop()

    def _read(self, known: str | None) -> tuple[str, Lexicon] | None:
        """Return the words and their lexicon, None if they are as known.

        At first nothing is known, so the lexicon of the trade is read here instead of by the first search.
        """
        text = self._words.store.text()
        return None if text == known else (text, shop_lexicon(text))

    def _on_read(self, outcome: tuple[str, Lexicon] | Exception | None) -> None:
        if isinstance(outcome, StoreError):
            _log.warning("the shop's words cannot be read: %s", outcome.problem.name)
        elif isinstance(outcome, Exception):
            raise outcome
        elif outcome is not None:
            text, lexicon = outcome
            self._text = text
            self._services.search.service.set_lexicon(lexicon)
            if self._window is not None and not self._window.is_changed:
                self._opened = text
                self._window.set_text(text)

    def _on_opened(self, outcome: str | Exception) -> None:
        if isinstance(outcome, Exception) and not isinstance(outcome, StoreError):
            raise outcome
        if self._window is not None:
            return
        from quickdesk.ui.lexicon.lexicon_window import LexiconWindow

        self._opened = "" if isinstance(outcome, Exception) else outcome
        self._window = LexiconWindow(self._opened, self._appearance.theme)
        self._window.saved.connect(self._on_saved)
        self._window.cancelled.connect(self._drop)
        self._window.open_on(screen_of(None))
        if isinstance(outcome, StoreError):
            self._window.show_problem(data_notices.store_problem(outcome.problem, outcome.path))

    def _on_saved(self, text: str) -> None:
        if self._is_saving or self._window is None:  # the key was pressed twice
            return
        self._is_saving = True
        save = partial(self._save, self._opened, text)
        self._services.work.changes.submit(save, partial(self._on_written, self._window.text))

    def _save(self, before: str, text: str) -> None:
        self._words.save(merged_lexicon(before, text, self._words.store.text()))

    def _on_written(self, shown: str, outcome: Exception | None) -> None:
        """Close the window if its text is still ``shown``; what was typed since then keeps it open."""
        self._is_saving = False
        if isinstance(outcome, StoreError):
            if self._window is not None:
                self._window.show_problem(data_notices.store_problem(outcome.problem, outcome.path))
            return
        if outcome is not None:
            raise outcome
        if self._window is not None and self._window.text == shown:
            self._window.finish()
            self._drop()
        elif self._window is not None:
            self._opened = shown  # what is deleted after that is not brought back as another's addition
            self._window.mark_saved(shown)
        self._services.events.replies_changed.emit()

    def _drop(self) -> None:
        if self._window is not None:
            self._window.deleteLater()
            self._window = None
