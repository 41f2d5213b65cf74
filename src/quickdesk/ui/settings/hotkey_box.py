"""The control of a further global hotkey: records it and passes it on as the value of a setting."""

from PySide6.QtCore import Signal

from quickdesk.ui.key_names import KeyNames
from quickdesk.ui.settings.hotkey_recorder import HotkeyRecorder
from quickdesk.ui.theme import Theme


class HotkeyBox(HotkeyRecorder):
    """A HotkeyRecorder as a control of the settings page; Backspace restores ``default``."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, default: str, names: KeyNames | None = None) -> None:
        super().__init__(default, theme, names, default)
        self.recorded.connect(self._on_recorded)

    def set_value(self, value: str) -> None:
        """Show a hotkey."""
        self.set_hotkey(value)

    def _on_recorded(self, hotkey: str) -> None:
        self.set_hotkey(hotkey)
        self.chosen.emit(hotkey)
