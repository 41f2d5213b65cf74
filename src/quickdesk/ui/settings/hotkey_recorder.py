"""Records a hotkey: shows the pressed keys, and refuses invalid hotkeys with a reason.

It does not register the hotkey: that is up to the receiver of ``recorded``. The current hotkey must be
suspended during the recording (``recording_started``), or its keys do not arrive here.
"""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from quickdesk.settings.hotkey import Hotkey, HotkeyError, HotkeyProblem
from quickdesk.settings.settings import DEFAULT_HOTKEY
from quickdesk.ui import messages
from quickdesk.ui.controls import PushButton
from quickdesk.ui.key_names import KeyNames, combination, label
from quickdesk.ui.language import follow_language
from quickdesk.ui.theme import Theme, set_look

_KEY_EVENTS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease)


class _KeyCatcher(QLineEdit):
    """A line edit that, while it catches, emits all key events instead of processing them."""

    key_event = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.is_catching = False
        self.setReadOnly(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def event(self, event: QEvent) -> bool:
        """Emit key events before shortcuts and the focus chain process them."""
        if self.is_catching and event.type() in _KEY_EVENTS:
            event.accept()
            if event.type() is not QEvent.Type.ShortcutOverride:
                self.key_event.emit(event)
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Emit ``left``."""
        super().focusOutEvent(event)
        self.left.emit()


class HotkeyRecorder(QWidget):
    """The current hotkey, a button to record another, and a hint."""

    recorded = Signal(str)
    recording_started = Signal()
    recording_ended = Signal()

    def __init__(
        self, hotkey: str, theme: Theme, names: KeyNames | None = None, default: str = DEFAULT_HOTKEY
    ) -> None:
        super().__init__()
        self._default = default
        self._hotkey = hotkey
        self._names = names or KeyNames(QGuiApplication.platformName())
        self._held: set[str] = set()
        self._awaits_key = False
        self._line = _KeyCatcher()
        self._line.key_event.connect(self._on_key_event)
        self._line.left.connect(self._stop)
        self._button = PushButton()
        # A click must not take the focus from the line: that would end the recording before the click.
        self._button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._button.clicked.connect(self._on_clicked)
        self._hint = QLabel()
        self._hint.setWordWrap(True)
        policy = self._hint.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # nothing below moves when a hint comes or goes
        self._hint.setSizePolicy(policy)
        self._lay_out()
        self.setFocusProxy(self._button)
        self.set_theme(theme)
        follow_language(self, self._translate)

    @property
    def is_recording(self) -> bool:
        """Whether it is recording."""
        return self._line.is_catching

    def set_hotkey(self, hotkey: str) -> None:
        """Show the current hotkey."""
        self._hotkey = hotkey
        if not self.is_recording:
            self._show_idle()

    def show_works(self, text: str) -> None:
        """Show in the place of a hint that the hotkey works."""
        self._show_hint(text, "success")

    def start(self) -> None:
        """Start recording."""
        if self.is_recording:
            return
        self._held.clear()
        self._line.is_catching = True
        self._line.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_recording()
        self.recording_started.emit()

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        self._row.setSpacing(theme.space(2))
        self._column.setSpacing(theme.space())
        self._hint.setMinimumHeight(theme.space(5))  # hints are in two sizes

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._row = QHBoxLayout()
        self._row.addWidget(self._line, 1)
        self._row.addWidget(self._button)
        self._column.addLayout(self._row)
        self._column.addWidget(self._hint)

    def _on_clicked(self) -> None:
        if self.is_recording:
            self._stop()
        else:
            self.start()

    def _on_key_event(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat():
            return
        modifier = self._names.modifier(event)
        if event.type() == QEvent.Type.KeyRelease:
            self._release(modifier or "")
        elif modifier:
            self._held |= {modifier} | self._names.modifiers(event)
            self._awaits_key = True
            self._show_keys("")
            self._show_hint(messages.hotkey_problem(HotkeyProblem.ONLY_MODIFIERS), "secondary")
        else:
            self._press(event, self._names.modifiers(event) | self._held)

    def _release(self, modifier: str) -> None:
        """Process a release; hint if only modifiers were pressed: another program may have taken the key."""
        was_held = modifier in self._held
        self._held.discard(modifier)
        if was_held and not self._held and self._awaits_key:
            self._line.setText("")
            self._show_hint(
                self.tr("No key arrived. If you pressed one, another program has taken it: choose others."),
                "warning",
            )

    def _press(self, event: QKeyEvent, held: frozenset[str]) -> None:
        key = self._names.key(event)
        self._awaits_key = False
        if key == "esc" and not held:
            self._stop()
        elif key == "backspace" and not held:
            self._finish(self._default)
        elif key == "tab" and held <= {"shift"}:
            self._stop()
            self.focusNextPrevChild(not held)
        elif key is None:
            self._refuse(HotkeyProblem.UNKNOWN_KEY)
        else:
            self._try(combination(held, key))

    def _try(self, keys: str) -> None:
        try:
            hotkey = Hotkey.parse(keys)
        except HotkeyError as error:
            self._line.setText(label(keys))
            self._refuse(error.problem)
        else:
            self._finish(str(hotkey))

    def _finish(self, hotkey: str) -> None:
        self._stop()
        self._line.setText(label(hotkey))
        self.recorded.emit(hotkey)

    def _stop(self) -> None:
        if not self.is_recording:
            return
        self._line.is_catching = False
        self._held.clear()
        if self._line.hasFocus():
            self._button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_idle()
        self.recording_ended.emit()

    def _refuse(self, problem: HotkeyProblem) -> None:
        self._show_hint(messages.hotkey_problem(problem), "warning")

    def _show_keys(self, key: str) -> None:
        self._line.setText(f"{label(combination(frozenset(self._held), key))}+")

    def _translate(self) -> None:
        self._line.setAccessibleName(self.tr("Hotkey"))
        if self.is_recording:
            self._show_recording()
        else:
            self._show_idle()

    def _show_recording(self) -> None:
        self._line.setText("")
        self._line.setPlaceholderText(self.tr("Press the new keys"))
        self._set_button_text(self.tr("Stop recording"))
        self._show_hint(self.tr("Esc keeps the current hotkey, Backspace restores the default."), "secondary")

    def _show_idle(self) -> None:
        self._line.setText(label(self._hotkey))
        self._set_button_text(self.tr("Record new keys"))
        self._show_hint(self._single_key_warning(), "warning")

    def _single_key_warning(self) -> str:
        """Return a warning for a hotkey of a single key, empty for any other."""
        if "+" in self._hotkey:
            return ""
        if self._default == DEFAULT_HOTKEY:
            text = self.tr("{key} opens the palette in every program, and no other program gets it.")
        else:
            text = self.tr("No other program gets {key}.")
        return text.replace("{key}", label(self._hotkey))

    def _set_button_text(self, text: str) -> None:
        self._button.setText(text)
        self._button.setAccessibleName(text)

    def _show_hint(self, text: str, look: str) -> None:
        set_look(self._hint, look)
        self._hint.setText(text)
        self._hint.setVisible(bool(text))
        self._line.setAccessibleDescription(text)
