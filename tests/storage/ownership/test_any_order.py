"""Whatever is done to the folder, in any order: what was acknowledged is where it was acknowledged."""

import shutil
import tempfile
from collections.abc import Callable
from itertools import count
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change, StoreError, StoreProblem
from quickdesk.storage.disk import LocalDisk, LocalFile
from quickdesk.storage.open import Stores, open_stores
from quickdesk.storage.ownership.lock import LOCK_NAME
from quickdesk.storage.snippets.shape import SNIPPETS


def add(stores: Stores, name: str) -> None:
    stores.snippets.apply(Change(put=(Snippet(name, name, name),)))


def problem_of(act: Callable[[], None]) -> StoreProblem | None:
    try:
        act()
    except StoreError as error:
        return error.problem
    return None


def ids(folder: Path) -> set[str]:
    with open_stores(folder, read_only=True) as stores:
        assert stores.report.losses == ()
        return {each.id for each in stores.snippets.snippets()}


class UnsyncedFile(LocalFile):
    def sync(self) -> None:
        pass


class UnsyncedDisk(LocalDisk):
    """The real disk without syncs: no power is cut here."""

    def create(self, path: Path) -> LocalFile:
        return UnsyncedFile(super().create(path)._descriptor)

    def sync_file(self, path: Path) -> None:
        pass

    def sync_folder(self, folder: Path) -> None:
        pass


class MovingFolder(RuleBasedStateMachine):
    """``ours`` must be in the folder that was opened, ``others`` in the one that took its place."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp())
        self.folder, self.away, self.aside = (self.root / name for name in ("data", "away", "aside"))
        self.stores = open_stores(self.folder, disk=UnsyncedDisk())
        self.ours = {"ours", "ours too"}
        for name in self.ours:  # a snapshot and one before it
            add(self.stores, name)
            self.stores.engine(SNIPPETS).compact()
        self.others: set[str] | None = None
        self.is_here = self.is_locked = True
        self.is_taken = False
        self.numbers = count()

    @rule()
    def change(self) -> None:
        name = f"ours{next(self.numbers)}"
        if self._is_done(lambda: add(self.stores, name)):
            self.ours.add(name)
        mine = {each for each in self.ours if each.startswith("ours")}
        assert {each.id for each in self.stores.snippets.snippets()} == mine

    @rule()
    def write_snapshot(self) -> None:
        self._is_done(self.stores.engine(SNIPPETS).compact)

    def _is_done(self, act: Callable[[], None]) -> bool:
        """Do it and return whether it was done, which must be where the folder is here and still ours."""
        problem = problem_of(act)
        assert problem in (None, StoreProblem.MOVED)
        assert (problem is None) == (self.is_here and not self.is_taken)
        self.is_locked = self.is_locked or problem is None
        return problem is None

    @precondition(lambda self: self.is_here)
    @rule(how=st.sampled_from(["deleted", "exchanged"]))
    def lose_lock_file(self, how: str) -> None:
        (self.folder / LOCK_NAME).unlink(missing_ok=True)
        if how == "exchanged":
            (self.folder / LOCK_NAME).touch()
        self.is_locked = False

    @precondition(lambda self: self.is_here)
    @rule(has_copy=st.booleans())
    def go(self, has_copy: bool) -> None:
        self.folder.rename(self.away)
        if has_copy and not self.aside.exists():
            shutil.copytree(self.away, self.aside)
            self.others = set(self.ours)
        if self.aside.exists():
            self.aside.rename(self.folder)
        self.is_here = False

    @precondition(lambda self: not self.is_here)
    @rule()
    def come_back(self) -> None:
        if self.folder.exists():
            self.folder.rename(self.aside)
        self.away.rename(self.folder)
        self.is_here = True

    @rule(changes=st.booleans(), brief=st.booleans())
    def have_other_owner(self, changes: bool, brief: bool) -> None:
        name = f"theirs{next(self.numbers)}"

        def act() -> None:
            with open_stores(self.folder, brief=brief, disk=UnsyncedDisk()) as other:
                if changes:
                    add(other, name)

        problem = problem_of(act)
        assert (problem is StoreProblem.IN_USE) == (self.is_here and self.is_locked)
        if problem is not None:
            return
        made = {name} if changes else set()
        if self.is_here:
            self.ours |= made
            # Whoever only looks may write what the journals say into a snapshot.
            self.is_taken = not self.stores.check_folder()
            self.is_locked = not self.is_taken
            assert self.is_taken or not changes
        else:
            self.others = (self.others or set()) | made

    def teardown(self) -> None:
        self.stores.close()
        assert ids(self.folder if self.is_here else self.away) == self.ours
        if self.others is not None:
            assert ids(self.aside if self.is_here else self.folder) == self.others
        shutil.rmtree(self.root)


TestMovingFolder = MovingFolder.TestCase
TestMovingFolder.settings = settings(max_examples=100, stateful_step_count=15, deadline=None)
