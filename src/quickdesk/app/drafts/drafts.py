"""The drafts of open editors and forms: saved in the background shortly after a key, and offered again.

Text that is typed does not wait for the disk. If a draft cannot be saved, typing goes on, and the agent is
notified once. There are two: the plain drafts, and those of customers, whose file is encrypted and read when
it is first needed.
"""

import logging
from collections.abc import Callable
from functools import partial
from typing import Final, Protocol, TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal

from quickdesk.app.process.work import Work, WorkClosedError
from quickdesk.replies.clock import Clock
from quickdesk.replies.drafts import CustomerDraft, Draft, Drafts, FormDraft, ReplyDraft
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import StoreError, StoreProblem

_log = logging.getLogger(__name__)
SAVE_AFTER_MS: Final = 400
"""How long after a change a draft is saved: what a crash may cost."""
_TRY_AGAIN_MS: Final = 10_000
"""How long after a failure drafts are saved again: values that were sent must not stay on the disk."""

ERASING: Final = frozenset({"customer erase", "customer retention"})
"""The commands that erase customers."""

MakeDraft: TypeAlias = Callable[[int], Draft | None]
"""Returns the draft of a window with this number and the present time, None if nothing was typed."""


class StoredDrafts(Protocol):
    """The file of drafts."""

    @property
    def has_remains(self) -> bool:
        """Whether the last :meth:`load` found what saving would delete."""

    def load(self) -> Drafts:
        """Return the stored drafts; raises StoreError if they are locked."""

    def save(self, drafts: Drafts) -> None:
        """Replace what is stored; raises StoreError."""


class KeptDrafts(QObject):
    """All drafts of one file; ``work`` runs the writes."""

    failed = Signal(object)
    """The StoreError of drafts that could not be saved; not again until they could."""
    saving_now = Signal()
    """The session or the program ends: text that has no draft is saved now."""

    def __init__(
        self, file: StoredDrafts, work: Work, clock: Clock, try_again_ms: int = _TRY_AGAIN_MS
    ) -> None:
        super().__init__()
        self._file, self._work, self._clock = file, work, clock
        self._drafts: Drafts | None = None
        """None if they have not been read since the start, or since they were locked."""
        self._saved: Drafts | None = None
        self._last_number = 0
        self._open: list[OpenDraft] = []
        self._is_saving = self._is_failing = self._is_closed = False
        self._outdating = QTimer(self, singleShot=True)
        self._outdating.timeout.connect(self.start)
        self._trying_again = QTimer(self, singleShot=True, interval=try_again_ms)
        self._trying_again.timeout.connect(self._save)

    def start(self) -> None:
        """Remove what is outdated, and what is left of damaged or unfinished files."""
        self._change(lambda drafts: drafts)

    def begin(self, read: MakeDraft, number: int = 0, customer_id: str = "") -> "OpenDraft":
        """Return the draft of a window; ``number`` is that of the draft that it continues, if any.

        ``customer_id`` is the stored customer that it is of: nothing is kept after that is erased.
        """
        self._known()  # whose numbers are taken
        self._last_number += 1
        draft = OpenDraft(self, number or self._last_number, read, customer_id)
        self._open.append(draft)
        return draft

    def of_reply(self, is_wanted: Callable[[Snippet], bool]) -> ReplyDraft | None:
        """Return the newest draft of a reply that no open editor is writing."""
        return next((each for each in reversed(self._free().replies) if is_wanted(each.content)), None)

    def of_form(self, snippet_id: str, customer_id: str = "") -> FormDraft | None:
        """Return the newest values of the form of a reply for one customer that no open form holds."""
        forms, wanted = self._free().at(self._clock.now()).forms, (snippet_id, customer_id)
        return next((each for each in reversed(forms) if (each.snippet_id, each.customer_id) == wanted), None)

    def of_customer(self, place: str, customer_id: str) -> CustomerDraft | None:
        """Return the newest draft of a place for one customer that no open window holds."""
        drafts, wanted = self._free().at(self._clock.now()).customers, (place, customer_id)
        return next((each for each in reversed(drafts) if (each.place, each.customer_id) == wanted), None)

    def of_place(self, place: str) -> CustomerDraft | None:
        """Return the newest draft of a place, whoever it is of, that no open window holds."""
        drafts = self._free().at(self._clock.now()).customers
        return next((each for each in reversed(drafts) if each.place == place), None)

    def put(self, draft: Draft) -> None:
        """Keep a draft, in the place of the one with its number."""
        self._change(lambda drafts: drafts.with_draft(draft))

    def drop(self, number: int) -> None:
        """Delete a draft."""
        self._change(lambda drafts: drafts.without(number))

    def forget_forms(self) -> None:
        """Delete what was filled in in forms, or written in notes, without a window."""
        open_numbers = {each.number for each in self._open}
        self.keep(lambda each: isinstance(each, ReplyDraft) or each.number in open_numbers)

    def keep_of_customers(self, is_there: Callable[[str], bool]) -> None:
        """Delete the drafts of customers that are not there; windows that are open for them keep none."""
        for each in self._open:
            if each.customer_id and not is_there(each.customer_id):
                each.stop()
        self.keep(lambda each: isinstance(each, ReplyDraft) or is_there(each.customer_id))

    def keep(self, is_kept: Callable[[Draft], bool]) -> None:
        """Delete the drafts for which a condition does not hold."""
        self._change(lambda drafts: drafts.where(is_kept))

    def take(self, is_wanted: Callable[[Draft], bool]) -> Drafts:
        """Delete the drafts for which a condition holds, and return them."""
        taken = self._known().where(is_wanted)
        if taken:
            self.keep(lambda each: not is_wanted(each))
        return taken

    def seal(self) -> None:
        """Forget what is on the disk: it is locked. What could not be saved stays in memory until it can."""
        if self._drafts == self._saved and not self._is_saving:
            self._drafts = self._saved = None

    def save_now(self) -> None:
        """Save what is in the open windows, and return when it is on the disk or cannot be saved."""
        if self._is_closed:
            return
        self.saving_now.emit()
        for each in self._open:
            each.flush()
        drafts = self._drafts
        if drafts is None or (drafts == self._saved and not self._is_saving):
            return
        try:
            self._work.wait(partial(self._file.save, drafts))
        except WorkClosedError:
            return
        except StoreError as error:
            self._on_saved(drafts, error)
        else:
            self._on_saved(drafts, None)

    def close(self) -> None:
        """Save what is in the open windows; from now on nothing is saved."""
        self.save_now()
        self._is_closed = True
        self._outdating.stop()
        self._trying_again.stop()

    def end(self, draft: "OpenDraft") -> None:
        """Treat a draft as one without a window."""
        if draft in self._open:
            self._open.remove(draft)

    def _free(self) -> Drafts:
        open_numbers = {each.number for each in self._open}
        return self._known().where(lambda each: each.number not in open_numbers)

    def _known(self) -> Drafts:
        """Return the drafts, none while they are locked."""
        try:
            return self._loaded()
        except StoreError as error:
            _log.info("drafts not read: %s", error.problem.name)
            return Drafts()

    def _loaded(self) -> Drafts:
        if self._drafts is None:
            self._drafts = drafts = self._file.load()
            self._saved = None if self._file.has_remains else drafts
            self._last_number = max(self._last_number, drafts.next_number)
        return self._drafts

    def _change(self, change: Callable[[Drafts], Drafts]) -> None:
        try:
            drafts = self._loaded()
        except StoreError as error:
            _log.info("drafts not changed: %s", error.problem.name)
            if error.problem is not StoreProblem.LOCKED:
                self._report(error)
            return
        now = self._clock.now()
        self._drafts = drafts = change(drafts).at(now)
        end = drafts.ends_at()
        if end is not None:
            self._outdating.start(int((end - now).total_seconds() * 1000) + 1)
        self._save()

    def _save(self) -> None:
        """Save, unless a save is under way, after which the newest drafts are saved."""
        drafts = self._drafts
        if self._is_saving or self._is_closed or drafts is None or drafts == self._saved:
            return
        self._is_saving = True
        self._work.submit(partial(self._file.save, drafts), partial(self._on_saved, drafts))

    def _on_saved(self, drafts: Drafts, outcome: Exception | None) -> None:
        self._is_saving = False
        if outcome is None:
            self._saved, self._is_failing = drafts, False
            self._save()
        elif not isinstance(outcome, StoreError):
            raise outcome
        else:
            self._trying_again.start()
            self._report(outcome)

    def _report(self, error: StoreError) -> None:
        if not self._is_failing:
            self._is_failing = True
            _log.warning("drafts not kept: %s", error.problem.name)
            self.failed.emit(error)


class OpenDraft(QObject):
    """The draft of one open editor or form."""

    def __init__(self, kept: KeptDrafts, number: int, read: MakeDraft, customer_id: str = "") -> None:
        super().__init__(kept)
        self.number, self.customer_id = number, customer_id
        self._kept, self._read = kept, read
        self._is_changed = self._is_stopped = False
        self._saving = QTimer(self, singleShot=True, interval=SAVE_AFTER_MS)
        self._saving.timeout.connect(self.flush)

    def touch(self) -> None:
        """Save soon: the window has changed."""
        if self._is_stopped:
            return
        self._is_changed = True
        if not self._saving.isActive():
            self._saving.start()

    def flush(self) -> None:
        """Save what was changed in the window; delete the draft if nothing is left of it."""
        self._saving.stop()
        if not self._is_changed:
            return
        self._is_changed = False
        draft = self._read(self.number)
        if draft is None:
            self._kept.drop(self.number)
        else:
            self._kept.put(draft)

    def stop(self) -> None:
        """Save nothing from now on: the customer was erased."""
        self._saving.stop()
        self._is_changed, self._is_stopped = False, True

    def leave(self) -> None:
        """Keep the draft: its window is closed."""
        self.flush()
        self._end()

    def delete(self) -> None:
        """Delete the draft: its window is closed, and what was typed is saved, sent or discarded."""
        self._kept.drop(self.number)
        self._end()

    def _end(self) -> None:
        self._saving.stop()
        self._kept.end(self)
        self.deleteLater()
