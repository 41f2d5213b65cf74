"""Actions in any kind of data are undone across restarts, the newest first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quickdesk.replies.history import ALWAYS_KEPT, KEPT_DAYS, Action, ActionType, NotUndone, Undone
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change
from quickdesk.storage.document import ID, Document
from quickdesk.storage.format import DamagedError, decode, encode
from quickdesk.storage.history.record import is_record
from quickdesk.storage.history.recording import with_record
from quickdesk.storage.kinds import CUSTOMERS
from quickdesk.storage.open import open_stores
from quickdesk.storage.snippet_store import TinySnippetStore
from quickdesk.storage.snippets.shape import SNIPPETS
from quickdesk.storage.table import Table
from tests.fakes.data_folder import DataFolder
from tests.fakes.disk import MemoryDisk
from tests.fakes.engine import add, commit, engine_of, settled, snippet_store

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
SNIPPETS_IN_USE = st.lists(
    st.builds(Snippet, id=st.sampled_from("abcd"), title=st.text(max_size=3), body=st.text(max_size=3)),
    max_size=4,
).map(tuple)
IDS = st.lists(st.sampled_from("abcdx"), max_size=3).map(tuple)
CHANGES = st.builds(
    Change, put=SNIPPETS_IN_USE, remove=IDS, restore=IDS, action=st.just(Action(ActionType.IMPORT, NOON))
)


def store_on(disk: MemoryDisk) -> TinySnippetStore:
    return snippet_store(engine_of(settled(disk, SNIPPETS)))


def in_use(store: TinySnippetStore) -> dict[str, Snippet]:
    return {snippet.id: snippet for snippet in store.snippets()}


@settings(max_examples=60, deadline=None)
@given(st.lists(CHANGES, max_size=4))
def test_undoing_everything_leads_back_to_the_beginning(changes: list[Change]) -> None:
    disk = MemoryDisk()
    moments = [in_use(store_on(disk))]
    for change in changes:
        before = store_on(disk)
        stood = (in_use(before), {each.id: each for each in before.removed()})
        before.apply(change)
        after = store_on(disk)
        if stood != (in_use(after), {each.id: each for each in after.removed()}):
            moments.append(in_use(after))
    for expected in reversed(moments[:-1]):
        assert isinstance(store_on(disk).undo(NOON), Undone)
        assert in_use(store_on(disk)) == expected
    assert store_on(disk).undo(NOON) == NotUndone()


def test_a_removal_is_undone_after_a_restart(tmp_path: Path) -> None:
    with open_stores(tmp_path) as stores:
        stores.snippets.apply(Change(put=(Snippet("a1", "退款\ud83d\ude00", "文\ud800"),)))
        stores.snippets.apply(Change(remove=("a1",), action=Action(ActionType.REMOVE, NOON)))
    with open_stores(tmp_path) as stores:
        assert isinstance(stores.snippets.undo(NOON), Undone)
        assert [each.title for each in stores.snippets.snippets()] == ["退款😀"]


@pytest.mark.parametrize(
    "record",
    [
        {},
        {"deed": "edit", "at": "x", "changes": {}},
        {"deed": 1, "at": "x", "changes": []},
        {"deed": "edit", "at": "x", "changes": [{"id": "a"}]},
        {"deed": "edit", "at": "x", "changes": [{"id": "a", "after": "", "table": 7}]},
        {"deed": "edit", "at": "x", "changes": [{"id": "a", "after": "", "document": 7}]},
        {"deed": "edit", "at": "x", "changes": [], "of": 7},
        {"deed": "edit", "at": "x", "changes": ["a"]},
    ],
)
def test_a_record_of_another_shape_is_damage(record: dict[str, object]) -> None:
    assert not is_record(record)
    with pytest.raises(DamagedError):
        decode(SNIPPETS, encode(SNIPPETS, {"snippets": {}, "trash": {}, "history": {"1": record}}))


def test_an_action_of_a_newer_program_is_skipped() -> None:
    disk = MemoryDisk()
    store_on(disk).apply(Change(put=(Snippet("a1", "t", "b"),), action=Action(ActionType.ADD, NOON)))
    engine = engine_of(settled(disk, SNIPPETS))
    strange = {"deed": "conjure", "at": NOON.isoformat(), "changes": []}
    commit(engine, [("p", "history", "9", strange), ("p", "history", "10", {**strange, "at": "noon"})])
    assert isinstance(store_on(disk).undo(NOON), Undone)


class Customers:
    """A store of another kind, as any is: it writes its actions in the transactions that carry them out."""

    def __init__(self, folder: DataFolder) -> None:
        self._engine, self._history = folder.engine(CUSTOMERS), folder.history
        self.table = Table(lambda: self._engine, "customers")

    def change(self, action: Action, names: dict[str, str], removed: Iterable[str] = ()) -> None:
        self._history.open()
        sequence = self._history.next_sequence()
        with self._engine.guard:
            draft = self.table.draft()
            draft.put_all({text: {ID: text, "name": name} for text, name in names.items()})
            draft.remove(removed)
            ticket = self._engine.stage_for_waiting(with_record(self._engine, action, draft.ops, sequence))
        ticket.wait()


@dataclass(frozen=True)
class CustomerChange:
    names: dict[str, str]
    removed: tuple[str, ...]


RESTORED = "restored"
STEPS = st.one_of(
    CHANGES,
    st.builds(CustomerChange, st.dictionaries(st.sampled_from("xyz"), st.text(max_size=2), max_size=2), IDS),
    st.just(RESTORED),
)
View = tuple[dict[str, Snippet], dict[str, Document]]


def view(folder: DataFolder) -> View:
    return in_use(folder.snippets), Customers(folder).table.documents()


def carry_out(step: Change | CustomerChange | str, folder: DataFolder, path: str) -> None:
    if isinstance(step, CustomerChange):
        Customers(folder).change(Action(ActionType.EDIT, NOON, day=1), step.names, step.removed)
    elif isinstance(step, Change):
        folder.snippets.apply(step)
    else:
        found = folder.backups.read(path)
        others = tuple(kind for kind, each in found.other_kinds.items() if each)
        gone = {each.id for each in folder.snippets.snippets()} - {each.id for each in found.snippets}
        action = Action(ActionType.RECOVER, NOON - timedelta(days=1), others, day=1)
        folder.backups.restore(found, Change(found.snippets, tuple(gone), action=action))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(STEPS, st.booleans()), max_size=6), st.booleans())
def test_any_actions_in_two_kinds_are_undone_step_by_step(
    steps: list[tuple[Change | CustomerChange | str, bool]], reopens: bool
) -> None:
    disk = MemoryDisk()
    folder = DataFolder(disk)
    folder.snippets.apply(Change(put=(Snippet("a", "退款", "文"),)))
    add(folder.engine(CUSTOMERS), "customers", {ID: "x", "name": "王"})
    path = folder.backups.backup(NOON).path
    views = [view(folder)]
    for step, is_reopened in steps:
        actions = _actions(folder)
        carry_out(step, folder, path)
        if _actions(folder) > actions:
            views.append(view(folder))
        if is_reopened:
            folder = DataFolder(disk.after_kill())
            disk = folder.kinds.disk  # type: ignore[assignment]  # a memory disk again
    for expected in reversed(views[:-1]):
        if reopens:
            folder = DataFolder(disk.after_kill())
            disk = folder.kinds.disk  # type: ignore[assignment]  # see above
        assert isinstance(folder.snippets.undo(NOON, 1), Undone)
        assert view(folder) == expected
    assert folder.snippets.undo(NOON, 1) == NotUndone()


def test_what_a_restore_removed_and_an_undo_moved_to_the_trash_comes_back() -> None:
    folder = DataFolder(MemoryDisk())
    folder.engine(CUSTOMERS)
    path = folder.backups.backup(NOON).path
    customers = Customers(folder)
    customers.change(Action(ActionType.ADD_CUSTOMER, NOON), {"y": "王"})
    carry_out(RESTORED, folder, path)
    customers.change(Action(ActionType.ADD_CUSTOMER, NOON), {"y": "李"})
    assert isinstance(folder.snippets.undo(NOON, 1), Undone)
    assert isinstance(folder.snippets.undo(NOON, 1), Undone)
    assert customers.table.documents() == {"y": {ID: "y", "name": "王"}}
    assert folder.engine(CUSTOMERS).memory.documents("trash") == {}


def _actions(folder: DataFolder) -> int:
    """Count the actions; a part of one in another kind is none of its own."""
    engines = [folder.engine(kind) for kind in (SNIPPETS, CUSTOMERS)]
    records = [each for engine in engines for each in engine.memory.documents("history").values()]
    return sum("of" not in each for each in records)


def test_an_action_of_a_kind_that_is_not_open_yet_is_newer_than_those_before_it() -> None:
    disk = MemoryDisk()
    folder = DataFolder(disk)
    folder.snippets.apply(Change(put=(Snippet("a", "t", "b"),), action=Action(ActionType.ADD, NOON)))
    Customers(folder).change(Action(ActionType.EDIT, NOON), {"x": "王"})
    again = DataFolder(disk.after_kill())
    again.snippets.apply(Change(remove=("a",), action=Action(ActionType.REMOVE, NOON - timedelta(days=9))))
    types = [undone.action.type for undone in (again.snippets.undo(NOON, 1) for _ in range(3))]
    assert types == [ActionType.REMOVE, ActionType.EDIT, ActionType.ADD]


def test_what_is_old_goes_in_all_kinds_and_parts_go_with_their_action() -> None:
    folder = DataFolder(MemoryDisk())
    customers = Customers(folder)
    customers.change(Action(ActionType.EDIT, NOON, day=1), {"x": "王"})
    path = folder.backups.backup(NOON).path
    customers.change(Action(ActionType.EDIT, NOON, day=1), {"x": "李"})
    found = folder.backups.read(path)
    recovered = Action(ActionType.RECOVER, NOON, ("customers",), day=1)
    folder.backups.restore(found, Change(action=recovered))
    for number in range(ALWAYS_KEPT + 1):
        action = Action(ActionType.EDIT, NOON, day=2)
        folder.snippets.apply(Change(put=(Snippet("a", "t", str(number)),), action=action))
        customers.change(action, {"y": str(number)})
    outdated = folder.snippets.outdated(1 + KEPT_DAYS)
    assert not outdated
    outdated = folder.snippets.outdated(2 + KEPT_DAYS)
    assert len(outdated.changes) == 4, "the restore, its part in customers, two edits of x"
    folder.snippets.purge(outdated, 2 + KEPT_DAYS)
    assert not folder.snippets.outdated(2 + KEPT_DAYS)
    last = folder.snippets.outdated(3 + KEPT_DAYS)
    folder.snippets.purge(last, 3 + KEPT_DAYS)
    assert _actions(folder) == 2 * ALWAYS_KEPT
