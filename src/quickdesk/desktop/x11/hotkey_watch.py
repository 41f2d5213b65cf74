"""The hotkeys of one X connection: grabs their keys on the current layout and matches events.

Runs on the thread that owns the connection, reports through plain functions and does not use Qt.
"""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from Xlib import X, error
from Xlib.display import Display
from Xlib.protocol import event, rq

from quickdesk.desktop.ports.hotkeys import HotkeyRefusedError, HotkeyTakenError
from quickdesk.desktop.x11.keyboard import Combo, Keyboard
from quickdesk.settings.hotkey import Hotkey

_log = logging.getLogger(__name__)


def read_keyboard(display: Display) -> Keyboard:
    """Return the current keyboard layout of the server; needs two round trips."""
    first, last = display.display.info.min_keycode, display.display.info.max_keycode
    rows = display.get_keyboard_mapping(first, last - first + 1)
    modifiers = display.get_modifier_mapping()
    return Keyboard(first, tuple(tuple(row) for row in rows), tuple(tuple(row) for row in modifiers))


class KeyGrabs:
    """Grabs keys on every screen of a display; closing the connection releases them.

    Only the thread that owns the connection may use it.
    """

    def __init__(self, display: Display) -> None:
        self._display = display
        self._roots = [display.screen(number).root for number in range(display.screen_count())]
        display.set_error_handler(self._on_error)

    def grab(self, keys: Iterable[Combo]) -> bool:
        """Grab keys with exactly these modifiers; grab none and return False if another program has one."""
        wanted = list(keys)
        denied = error.CatchError(error.BadAccess)
        for key in wanted:
            for root in self._roots:
                root.grab_key(
                    key.keycode, key.modifiers, False, X.GrabModeAsync, X.GrabModeAsync, onerror=denied
                )
        self._display.sync()
        if denied.get_error() is None:
            return True
        self.release(wanted)
        return False

    def release(self, keys: Iterable[Combo]) -> None:
        """Release keys; those that are not grabbed are ignored."""
        for key in keys:
            for root in self._roots:
                root.ungrab_key(key.keycode, key.modifiers)
        self._display.sync()

    @staticmethod
    def _on_error(problem: error.XError, _request: object) -> None:
        # The library would print it. It belongs to a request without a reply.
        _log.warning("the X server refused a request: error code %d", problem.code)


@dataclass(frozen=True, slots=True)
class HotkeyCallbacks:
    """Called for a press, for a hotkey that stopped working (and why), and for one that works again."""

    pressed: Callable[[str], object]
    lost: Callable[[str, HotkeyRefusedError], object]
    regained: Callable[[str], object]


@dataclass(slots=True)
class _Binding:
    """A hotkey and its keys: ``combos`` without lock keys, ``held`` the current grabs."""

    hotkey: Hotkey
    combos: frozenset[Combo] = field(default_factory=frozenset)
    held: frozenset[Combo] = field(default_factory=frozenset)
    is_lost: bool = False


class KeyRepeat:
    """Distinguishes a press from the auto-repeat of a held key; needs all key events in order.

    The server repeats a held key as a release and a press of the same key, adjacent, with the same server
    time and modifiers. A second physical press differs in one of these, or comes without a release, which
    went to another program. Events may arrive in batches of any size.
    """

    def __init__(self) -> None:
        self._released: tuple[int, int, int] | None = None

    def released(self, keycode: int, state: int, time_ms: int) -> None:
        """Process a key release with its modifier state and server time."""
        self._released = (keycode, state, time_ms)

    def is_new(self, keycode: int, state: int, time_ms: int) -> bool:
        """Process a key press with its modifier state and server time; return False for an auto-repeat."""
        is_repeat = self._released == (keycode, state, time_ms)
        self._released = None
        return not is_repeat


class HotkeyWatch:
    """Keeps the grabs in step with the registrations, the layout and the suspension."""

    def __init__(self, display: Display, callbacks: HotkeyCallbacks) -> None:
        self._display = display
        self._callbacks = callbacks
        self._grabs = KeyGrabs(display)
        self._keyboard = read_keyboard(display)
        self._repeat = KeyRepeat()
        self._bindings: dict[str, _Binding] = {}
        self._is_suspended = False

    def bind(self, name: str, hotkey: Hotkey) -> None:
        """Register a hotkey; raises HotkeyRefusedError, and then nothing changes."""
        before = self._bindings.get(name, _Binding(hotkey))
        combos = self._free_combos(hotkey, [other for other in self._bindings if other != name])
        grabs = self._with_locks(combos)
        if not self._grabs.grab(grabs - before.held):
            raise HotkeyTakenError(hotkey)
        self._grabs.release((before.held | grabs) if self._is_suspended else (before.held - grabs))
        held = frozenset() if self._is_suspended else grabs
        self._bindings[name] = _Binding(hotkey, combos, held)

    def unbind(self, name: str) -> None:
        """Release the hotkey of a name."""
        if (binding := self._bindings.pop(name, None)) is not None:
            self._grabs.release(binding.held)

    def suspend(self) -> None:
        """Release all keys but keep the registrations."""
        self._is_suspended = True
        for binding in self._bindings.values():
            self._grabs.release(binding.held)
            binding.held = frozenset()

    def resume(self) -> None:
        """Grab the keys of all names again, including lost ones."""
        self._is_suspended = False
        self._update_grabs()

    def names(self) -> tuple[tuple[str, Hotkey], ...]:
        """Return every name with its hotkey."""
        return tuple((name, binding.hotkey) for name, binding in self._bindings.items())

    def handle_events(self, events: Iterable[rq.Event]) -> None:
        """Process events of the server in order; several layout events are processed as one."""
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
        # From a press to its release we receive all keys, also those that follow with the hotkey still down.
        # They belong to the window that has the focus by then.
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
        if keyboard != self._keyboard:  # many events only report that another keyboard was used
            self._keyboard = keyboard
            self._update_grabs()

    def _update_grabs(self) -> None:
        """Update the grabs: first release those that are no longer needed, then add the missing ones."""
        needed = {name: self._update_combos(binding) for name, binding in self._bindings.items()}
        for name, binding in self._bindings.items():
            self._grabs.release(binding.held - needed[name])
            binding.held &= needed[name]
        if not self._is_suspended:
            names = list(self._bindings)
            for number, name in enumerate(names):  # if two names need one key, the older one wins
                self._grab_again(name, self._bindings[name], others=names[:number])

    def _update_combos(self, binding: _Binding) -> frozenset[Combo]:
        try:
            binding.combos = self._keyboard.combos(binding.hotkey)
        except HotkeyRefusedError:
            binding.combos = frozenset()
        return self._with_locks(binding.combos)

    def _grab_again(self, name: str, binding: _Binding, others: list[str]) -> None:
        try:
            grabs = self._with_locks(self._free_combos(binding.hotkey, others))
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

    def _free_combos(self, hotkey: Hotkey, others: list[str]) -> frozenset[Combo]:
        """Return the combos of a hotkey; raises HotkeyRefusedError if it is not on the layout or taken."""
        combos = self._keyboard.combos(hotkey)
        for other in others:
            if combos & self._bindings[other].combos:
                raise HotkeyTakenError(hotkey, other)
        return combos

    def _with_locks(self, combos: frozenset[Combo]) -> frozenset[Combo]:
        masks = self._keyboard.lock_masks()
        return frozenset(Combo(code, modifiers | mask) for code, modifiers in combos for mask in masks)
