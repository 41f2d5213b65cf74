"""Where no program may press keys in another's window: the reply goes on the clipboard, the agent pastes.

On Wayland only ``wl-copy`` reaches the clipboard at any time; Qt would need the keyboard, which our
windows have given back by then (see ``ways.py``). ``pyperclip`` is the last resort.
"""

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from subprocess import DEVNULL, Popen
from tempfile import TemporaryFile
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QClipboard, QGuiApplication

from quickdesk.desktop.paste.report import PasteReport
from quickdesk.desktop.paste.timers import Timers
from quickdesk.desktop.ports.clipboard import ClipboardState
from quickdesk.desktop.ports.target import PasteKeys, Target
from quickdesk.replies.delivery import Delivery, Outcome

_LIMIT_MS = 1500
_POLL_MS = 5


class Copier(Protocol):
    """Puts a text on the clipboard."""

    def copy(self, text: str, done: Callable[[bool], None]) -> None:
        """Try it and tell once whether it worked."""
        ...


class QtCopier:
    """Through the toolkit."""

    def copy(self, text: str, done: Callable[[bool], None]) -> None:
        """Put the text on the clipboard."""
        clipboard = QGuiApplication.clipboard()
        clipboard.setText(text)
        done(clipboard.ownsClipboard() or clipboard.text() == text)


class CommandCopier:
    """Through a program that reads the text from its standard input, such as wl-copy."""

    def __init__(self, command: Sequence[str], timers: Timers) -> None:
        self._command = tuple(command)
        self._timers = timers

    def copy(self, text: str, done: Callable[[bool], None]) -> None:
        """Run the program; one that does not end in time is killed and has failed."""
        try:
            # From a file, not a pipe: a program that does not read must not hold us up. Its output
            # goes nowhere: it stays in the background to serve the text and would keep a pipe open.
            with TemporaryFile() as given:
                given.write(text.encode())
                given.seek(0)
                process = Popen(self._command, stdin=given, stdout=DEVNULL, stderr=DEVNULL)
        except OSError:
            done(False)
            return
        limit = self._timers.now() + _LIMIT_MS
        self._wait(process, limit, done)

    def _wait(self, process: "Popen[bytes]", limit: float, done: Callable[[bool], None]) -> None:
        code = process.poll()
        if code is None and self._timers.now() < limit:
            self._timers.after(_POLL_MS, lambda: self._wait(process, limit, done))
            return
        if code is None:
            process.kill()
            process.wait()
        done(code == 0)


class PyperclipCopier:
    """Through whatever pyperclip finds on this machine."""

    def copy(self, text: str, done: Callable[[bool], None]) -> None:
        """Put the text on the clipboard."""
        import pyperclip

        try:
            pyperclip.copy(text)
        except (pyperclip.PyperclipException, OSError):
            done(False)
        else:
            done(True)


class NoTargetWindows:
    """The TargetWindows where other programs' windows cannot be seen: there never is a target."""

    def capture(self) -> Target | None:
        """Return None."""
        return None

    def exists(self, target: Target) -> bool:  # noqa: ARG002 - no window is known
        """Return False."""
        return False

    def activate(self, target: Target) -> None:
        """Leave the focus where it is."""

    def has_focus(self, target: Target) -> bool:  # noqa: ARG002 - no window is known
        """Return False."""
        return False

    def modifiers_held(self) -> bool:
        """Return False."""
        return False

    def release_modifiers(self) -> None:
        """Touch no key."""

    def release_keys(self) -> None:
        """Touch no key."""

    def playable(self, keys: PasteKeys) -> PasteKeys:
        """Return the keys."""
        return keys

    def press(self, target: Target, keys: PasteKeys) -> bool:  # noqa: ARG002 - no window is known
        """Touch no key."""
        return False

    def press_left(self, target: Target, times: int) -> bool:  # noqa: ARG002 - no window is known
        """Touch no key."""
        return False

    def ping(self, target: Target) -> None:
        """Ask nobody."""

    def answered(self, target: Target) -> bool:  # noqa: ARG002 - no window is known
        """Return True."""
        return True


class CopyPaster(QObject):
    """The Paster that only copies; tries one copier after the other."""

    arrived = Signal()
    finished = Signal(object)

    def __init__(self, copiers: Sequence[Copier], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._copiers = tuple(copiers)
        self._waiting: deque[str] = deque()

    def paste(self, target: Target | None, delivery: Delivery) -> None:  # noqa: ARG002 - as above
        """Copy the reply: no window can be pasted into here."""
        self.copy(delivery)

    def copy(self, delivery: Delivery) -> None:
        """Put the reply on the clipboard, after those that were asked for before."""
        self._waiting.append(delivery.text)
        if len(self._waiting) == 1:
            self._try(self._copiers)

    def hurry(self) -> None:
        """Nothing is kept here."""

    def conclude(self) -> None:
        """Nothing to end: a copy takes no longer than its own limit."""

    def use_paste_keys(self, paste_keys: Mapping[str, str]) -> None:
        """Nothing to take over: no keys are pressed here."""

    def clipboard_text(self) -> str:
        """Return the text on the clipboard; on Wayland only while a window of ours has the keyboard."""
        return QGuiApplication.clipboard().text()

    def selection_text(self) -> str:
        """Return the text that the middle button pastes, where there is such a thing."""
        clipboard = QGuiApplication.clipboard()
        return clipboard.text(QClipboard.Mode.Selection) if clipboard.supportsSelection() else ""

    def _try(self, copiers: tuple[Copier, ...]) -> None:
        if not copiers:
            self._end(ClipboardState.FAILED)
            return

        def on_tried(worked: bool) -> None:  # noqa: FBT001 - the signature of Copier's done
            if worked:
                self._end(ClipboardState.REPLY)
            else:
                self._try(copiers[1:])

        copiers[0].copy(self._waiting[0], on_tried)

    def _end(self, state: ClipboardState) -> None:
        self._waiting.popleft()
        self.arrived.emit()
        self.finished.emit(PasteReport(Outcome.COPIED_ONLY, state))
        if self._waiting:
            self._try(self._copiers)
