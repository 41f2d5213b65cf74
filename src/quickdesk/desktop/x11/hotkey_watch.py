"""The named hotkeys of one X connection: which keys each needs on the present layout, whose event it was.

Lives wholly in the thread that owns the connection. It reports through three plain functions; no Qt.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from Xlib import X
from Xlib.display import Display
from Xlib.protocol import event, rq

from quickdesk.desktop.ports.hotkeys import HotkeyRefusedError, HotkeyTakenError
from quickdesk.desktop.x11.key_grabs import X11Grabs, read_keyboard
from quickdesk.desktop.x11.keyboard import Combo
from quickdesk.settings.hotkey import Hotkey


@dataclass(frozen=True, slots=True)
class HotkeyCallbacks:
    """Who is told what: a press, a name that stopped working and why, a name that works again."""

    pressed: Callable[[str], object]
    lost: Callable[[str, HotkeyRefusedError], object]
    regained: Callable[[str], object]


@dataclass(slots=True)
class _Binding:
    """A name's hotkey with its keys: ``combos`` without lock keys, ``held`` as they stand on the server."""

    hotkey: Hotkey
    combos: frozenset[Combo] = field(default_factory=frozenset)
    held: frozenset[Combo] = field(default_factory=frozenset)
    is_lost: bool = False


class KeyRepeat:
    """Tells a press from the auto-repeat of a held key. Feed it every key event in order.

    A server repeats a held key as a release and a press of the same key, next to each other, at the same
    server time and with the same modifiers. A second press by a finger differs in one of these, or comes
    alone: its release went to another program. Events may arrive in any portions; nothing is waited for.
    """

    def __init__(self) -> None:
        self._released: tuple[int, int, int] | None = None

    def released(self, keycode: int, state: int, time_ms: int) -> None:
        """Take in a key release with its modifier state and server time."""
        self._released = (keycode, state, time_ms)

    def is_new(self, keycode: int, state: int, time_ms: int) -> bool:
        """Take in a key press with its modifier state and server time; return whether a finger did it."""
        is_repeat = self._released == (keycode, state, time_ms)
        self._released = None
        return not is_repeat


class X11Watch:
    """Keeps the grabs in step with the names, the layout and the pause."""

    def __init__(self, display: Display, callbacks: HotkeyCallbacks) -> None:
        self._display = display
        self._callbacks = callbacks
        self._grabs = X11Grabs(display)
        self._keyboard = read_keyboard(display)
        self._repeat = KeyRepeat()
        self._bindings: dict[str, _Binding] = {}
        self._is_suspended = False

    def bind(self, name: str, hotkey: Hotkey) -> None:
        """Watch for a hotkey; raises HotkeyRefusedError and then everything is as it was."""
        before = self._bindings.get(name, _Binding(hotkey))
        combos = self._free_combos(hotkey, [other for other in self._bindings if other != name])
        grabs = self._with_locks(combos)
        if not self._grabs.grab(grabs - before.held):
            raise HotkeyTakenError(hotkey)
        self._grabs.release((before.held | grabs) if self._is_suspended else (before.held - grabs))
        held = frozenset() if self._is_suspended else grabs
        self._bindings[name] = _Binding(hotkey, combos, held)

    def unbind(self, name: str) -> None:
        """Let go of a name."""
        if (binding := self._bindings.pop(name, None)) is not None:
            self._grabs.release(binding.held)

    def suspend(self) -> None:
        """Let go of all keys and remember the names."""
        self._is_suspended = True
        for binding in self._bindings.values():
            self._grabs.release(binding.held)
            binding.held = frozenset()

    def resume(self) -> None:
        """Take the keys of all names again, lost ones too."""
        self._is_suspended = False
        self._settle()

    def names(self) -> tuple[tuple[str, Hotkey], ...]:
        """Return every name with its hotkey."""
        return tuple((name, binding.hotkey) for name, binding in self._bindings.items())

    def handle_events(self, events: Iterable[rq.Event]) -> None:
        """Handle what the server sent, in order; a layout change once, however many notices it made."""
        layout_changed = False
        for one in events:
            if isinstance(one, event.KeyPress):
                self._on_press(one)
            elif isinstance(one, event.KeyRelease):
                self._repeat.released(one.detail, one.state, one.time)
            elif isinstance(one, event.MappingNotify):
                layout_changed = layout_changed or one.request != X.MappingPointer
        if layout_changed:
            self._on_layout_changed()

    def _on_press(self, press: event.KeyPress) -> None:
        # From a press to its release the whole keyboard is ours, also the letters that follow with the
        # hotkey still down. They belong to the window that has the focus by then.
        self._display.ungrab_keyboard(X.CurrentTime)
        self._display.flush()
        if not self._repeat.is_new(press.detail, press.state, press.time):
            return
        combo = Combo(press.detail, self._keyboard.without_locks(press.state))
        for name, binding in self._bindings.items():
            if combo in binding.combos and binding.held:
                self._callbacks.pressed(name)
                return

    def _on_layout_changed(self) -> None:
        keyboard = read_keyboard(self._display)
        if keyboard != self._keyboard:  # many notices only tell that another keyboard was used
            self._keyboard = keyboard
            self._settle()

    def _settle(self) -> None:
        """Hold what the names need now: first let go of all that is no longer needed, then take the rest."""
        needed = {name: self._needed(binding) for name, binding in self._bindings.items()}
        for name, binding in self._bindings.items():
            self._grabs.release(binding.held - needed[name])
            binding.held &= needed[name]
        if not self._is_suspended:
            names = list(self._bindings)
            for number, name in enumerate(names):  # where two names need one key now, the older one wins
                self._take(name, self._bindings[name], rivals=names[:number])

    def _needed(self, binding: _Binding) -> frozenset[Combo]:
        try:
            binding.combos = self._keyboard.combos(binding.hotkey)
        except HotkeyRefusedError:
            binding.combos = frozenset()
        return self._with_locks(binding.combos)

    def _take(self, name: str, binding: _Binding, rivals: list[str]) -> None:
        try:
            grabs = self._with_locks(self._free_combos(binding.hotkey, rivals))
            if not self._grabs.grab(grabs - binding.held):
                raise HotkeyTakenError(binding.hotkey)
        except HotkeyRefusedError as refusal:
            self._grabs.release(binding.held)
            binding.held = frozenset()
            if not binding.is_lost:
                self._callbacks.lost(name, refusal)
            binding.is_lost = True
        else:
            binding.held = grabs
            if binding.is_lost:
                self._callbacks.regained(name)
            binding.is_lost = False

    def _free_combos(self, hotkey: Hotkey, rivals: list[str]) -> frozenset[Combo]:
        """Return a hotkey's combos; raises HotkeyRefusedError where the layout or a rival forbids it."""
        combos = self._keyboard.combos(hotkey)
        for rival in rivals:
            if combos & self._bindings[rival].combos:
                raise HotkeyTakenError(hotkey, rival)
        return combos

    def _with_locks(self, combos: frozenset[Combo]) -> frozenset[Combo]:
        masks = self._keyboard.lock_masks()
        return frozenset(Combo(code, modifiers | mask) for code, modifiers in combos for mask in masks)
