"""A fake paster and fake windows: records deliveries, which end as the test determines."""

from collections import deque
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal

from quickdesk.desktop.paste.copy_only import NoTargetWindows
from quickdesk.desktop.paste.job import PasteReport
from quickdesk.desktop.ports.clipboard import ClipboardState
from quickdesk.desktop.ports.target import Target
from quickdesk.replies.delivery import Delivery, Outcome

CHAT = Target(window=7, program="chat", geometry=(0, 0, 400, 300))


class FakePaster(QObject):
    """``finish`` ends the oldest delivery; with ``is_quick`` each ends at once, within the call."""

    arrived = Signal()
    finished = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.pasted: list[tuple[Target, Delivery]] = []
        self.copied: list[Delivery] = []
        self.clipboard = self.selection = ""
        self.paste_keys: Mapping[str, str] = {}
        self.is_quick = True
        self.outcome = Outcome.PASTED
        self.clipboard_state = ClipboardState.AS_BEFORE
        self.is_finished = self.finishes_early = False
        self.can_finish = True
        self.timings_ms: Mapping[str, float] = {}
        self._under_way: deque[bool] = deque()
        self._has_arrived = False

    @property
    def texts(self) -> list[str]:
        return [*(delivery.text for _, delivery in self.pasted), *(each.text for each in self.copied)]

    def paste(self, target: Target | None, delivery: Delivery) -> None:
        if target is None:
            self.copy(delivery)
            return
        self.pasted.append((target, delivery))
        self._begin(is_copy=False)

    def copy(self, delivery: Delivery) -> None:
        self.copied.append(delivery)
        self._begin(is_copy=True)

    def use_paste_keys(self, paste_keys: Mapping[str, str]) -> None:
        self.paste_keys = paste_keys

    def clipboard_text(self) -> str:
        return self.clipboard

    def selection_text(self) -> str:
        return self.selection

    def finish_early(self) -> None:
        self.finishes_early = True

    def finish_now(self) -> None:
        self.is_finished = True
        while self._under_way and self.can_finish:
            self.finish()

    def arrive(self) -> None:
        """Emit ``arrived`` for the oldest delivery."""
        self._has_arrived = True
        self.arrived.emit()

    def finish(self) -> None:
        if not self._has_arrived:
            self.arrive()
        self._has_arrived = False
        is_copy = self._under_way.popleft()
        if is_copy:
            refused = self.clipboard_state is ClipboardState.FAILED
            state = ClipboardState.FAILED if refused else ClipboardState.REPLY
            self.finished.emit(PasteReport(Outcome.COPIED_ONLY, state))
        else:
            self.finished.emit(PasteReport(self.outcome, self.clipboard_state, self.timings_ms))

    def _begin(self, *, is_copy: bool) -> None:
        self._under_way.append(is_copy)
        if self.is_quick:
            self.finish()


class FakeTargetWindows(NoTargetWindows):
    """One chat window with the focus; like the real windows it returns none while one of ours has it."""

    def __init__(self, ours_is_shown: Callable[[], bool] = lambda: False) -> None:
        self.front: Target | None = CHAT
        self.activated: list[Target] = []
        self.ours_is_shown = ours_is_shown
        self.holds_keyboard = False
        """Whether another program receives all keys."""
        self.key_releases: list[bool] = []
        """For each release of keys, whether our window was still in front of the chat window."""

    def keyboard_is_held(self) -> bool:
        return self.holds_keyboard

    def release_keys(self) -> None:
        self.key_releases.append(self.ours_is_shown())

    def capture(self) -> Target | None:
        return None if self.ours_is_shown() else self.front

    def title(self, target: Target) -> str:
        return self.front.title if self.front == target else ""

    def activate(self, target: Target) -> None:
        self.activated.append(target)
