"""For systems where a program cannot press keys in another window: copies the reply, and the agent pastes it.

On Wayland only ``wl-copy`` can set the clipboard at any time; Qt needs the keyboard focus, which our
windows no longer have by then (see ``ways.py``). ``pyperclip`` is the last resort.
"""

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from subprocess import DEVNULL, Popen
from tempfile import TemporaryFile
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QClipboard, QGuiApplication

from quickdesk.desktop.paste.job import PasteReport, Timers
from quickdesk.desktop.ports.clipboard import ClipboardState
from quickdesk.desktop.ports.target import PasteKeys, Target
from quickdesk.replies.delivery import Delivery, Outcome

_LIMIT_MS = 1500
_POLL_MS = 5


class Copier(Protocol):
    """Sets the text of the clipboard."""

    def copy(self, text: str, done: Callable[[bool], None]) -> None:
        """Copy ``text``, and call ``done`` once with whether it succeeded."""
        ...


class QtCopier:
    """Copies with QClipboard."""

    def copy(self, text: str, done: Callable[[bool], None]) -> None:
        """Put the text on the clipboard."""
        clipboard = QGuiApplication.clipboard()
        clipboard.setText(text)
        done(clipboard.ownsClipboard() or clipboard.text() == text)


class CommandCopier:
    """Copies with a program that reads the text from its standard input, such as wl-copy."""

    def __init__(self, command: Sequence[str], timers: Timers) -> None:
        self._command = tuple(command)
        self._timers = timers

    def copy(self, text: str, done: Callable[[bool], None]) -> None:
        """Run the program; it is killed if it does not end in time, which counts as failure."""
        try:
            # A file, not a pipe: a program that does not read must not block us. Its output is discarded:
            # it stays in the background to serve the text and would keep a pipe open.
            with TemporaryFile() as file:
                file.write(text.encode())
                file.seek(0)
                process = Popen(self._command, stdin=file, stdout=DEVNULL, stderr=DEVNULL)
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
    """Copies with the mechanism that pyperclip finds on this machine."""

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
    """Implements TargetWindows if windows of other programs cannot be accessed: there is no target."""

    def capture(self) -> Target | None:
        """Return None."""
        return None

    def exists(self, target: Target) -> bool:  # noqa: ARG002 - no window is known
        """Return False."""
        return False

    def title(self, target: Target) -> str:  # noqa: ARG002 - no window is known
        """Return an empty text."""
        return ""

    def activate(self, target: Target) -> None:
        """Do nothing."""

    def has_focus(self, target: Target) -> bool:  # noqa: ARG002 - no window is known
        """Return False."""
        return False

    def keyboard_is_held(self) -> bool:
        """Return False."""
        return False

    def modifiers_held(self) -> bool:
        """Return False."""
        return False

    def release_modifiers(self) -> None:
        """Do nothing."""

    def release_keys(self) -> None:
        """Do nothing."""

    def available_keys(self, keys: PasteKeys) -> PasteKeys:
        """Return ``keys``."""
        return keys

    def press(self, target: Target, keys: PasteKeys) -> bool:  # noqa: ARG002 - no window is known
        """Return False."""
        return False

    def press_left(self, target: Target, times: int) -> bool:  # noqa: ARG002 - no window is known
        """Return False."""
        return False

    def ping(self, target: Target) -> None:
        """Do nothing."""

    def answered(self, target: Target) -> bool:  # noqa: ARG002 - no window is known
        """Return True."""
        return True


class CopyPaster(QObject):
    """Implements Paster by copying only; tries the copiers in order."""

    arrived = Signal()
    finished = Signal(object)

    def __init__(self, copiers: Sequence[Copier], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._copiers = tuple(copiers)
        self._waiting: deque[str] = deque()

    def paste(self, target: Target | None, delivery: Delivery) -> None:  # noqa: ARG002 - as above
        """Copy the reply: pasting is not possible here."""
        self.copy(delivery)

    def copy(self, delivery: Delivery) -> None:
        """Copy the reply, after those requested before."""
        self._waiting.append(delivery.text)
        if len(self._waiting) == 1:
            self._try(self._copiers)

    def finish_early(self) -> None:
        """Do nothing: the clipboard is not restored here."""

    def finish_now(self) -> None:
        """Do nothing: a copy ends within its own time limit."""

    def use_paste_keys(self, paste_keys: Mapping[str, str]) -> None:
        """Do nothing: no keys are pressed here."""

    def clipboard_text(self) -> str:
        """Return the clipboard text; on Wayland only while one of our windows has the keyboard focus."""
        return QGuiApplication.clipboard().text()

    def selection_text(self) -> str:
        """Return the text that the middle mouse button pastes, empty if that is not supported."""
        clipboard = QGuiApplication.clipboard()
        return clipboard.text(QClipboard.Mode.Selection) if clipboard.supportsSelection() else ""

    def _try(self, copiers: tuple[Copier, ...]) -> None:
        if not copiers:
            self._end(ClipboardState.FAILED)
            return

        def on_tried(worked: bool) -> None:  # noqa: FBT001 - the signature of done
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
