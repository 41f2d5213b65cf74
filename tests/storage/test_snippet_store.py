from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from queue import SimpleQueue
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quickdesk.replies.history import Action, ActionType, NotUndone, Outdated, Undone
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change, SnippetStore, StoreError, StoreProblem
from quickdesk.storage.format import encode
from quickdesk.storage.journal.background import ThreadWorker
from quickdesk.storage.open import open_stores
from quickdesk.storage.open_kinds import for_reading_only
from quickdesk.storage.snippet_store import TinySnippetStore
from quickdesk.storage.snippets.shape import SNIPPETS
from tests.contracts.snippet_store import GREETING, REFUND, SnippetStoreContract
from tests.fakes.data_folder import DataFolder
from tests.fakes.disk import File, MemoryDisk
from tests.fakes.engine import engine_of, read, settled, snippet_store
from tests.fakes.snippet_store import MemorySnippetStore
from tests.storage.clean import is_clean

FOLDER = Path("/data")


def opened(disk: MemoryDisk, *, read_only: bool = False) -> TinySnippetStore:
    if read_only:
        loaded = replace(read(disk, SNIPPETS), refusal=for_reading_only(FOLDER))
        return snippet_store(engine_of(loaded))
    return snippet_store(engine_of(settled(disk, SNIPPETS)))


class TestMemorySnippetStore(SnippetStoreContract):
    @pytest.fixture
    def store(self) -> SnippetStore:
        return MemorySnippetStore()

    def test_it_refuses_on_request(self) -> None:
        store = MemorySnippetStore([REFUND])
        store.refuse = StoreProblem.DISK_FULL
        with pytest.raises(StoreError) as refusal:
            store.apply(Change(remove=("a1",)))
        assert refusal.value.problem is StoreProblem.DISK_FULL
        assert list(store.snippets()) == [REFUND]


class TestTinySnippetStore(SnippetStoreContract):
    @pytest.fixture
    def store(self, tmp_path: Path) -> Iterator[SnippetStore]:
        with open_stores(tmp_path / "data") as stores:
            yield stores.snippets


class TestTinySnippetStoreReopened(SnippetStoreContract):
    """Every answer comes from a store that was opened again after each change."""

    @pytest.fixture
    def store(self) -> SnippetStore:
        return Forgetful(MemoryDisk())


class Forgetful:
    def __init__(self, disk: MemoryDisk) -> None:
        self._disk = disk

    def snippets(self) -> Sequence[Snippet]:
        return DataFolder(self._disk).snippets.snippets()

    def removed(self) -> Sequence[Snippet]:
        return DataFolder(self._disk).snippets.removed()

    def get(self, snippet_id: str) -> Snippet | None:
        return DataFolder(self._disk).snippets.get(snippet_id)

    def prepare(self, change: Change) -> Change:
        return DataFolder(self._disk).snippets.prepare(change)

    def apply(self, change: Change) -> None:
        DataFolder(self._disk).snippets.apply(change)

    def last_action(self) -> Action | None:
        return DataFolder(self._disk).snippets.last_action()

    def undo(self, now: datetime, day: int = 0) -> Undone | NotUndone:
        return DataFolder(self._disk).snippets.undo(now, day)

    def outdated(self, day: int) -> Outdated:
        return DataFolder(self._disk).snippets.outdated(day)

    def purge(self, outdated: Outdated, day: int) -> None:
        DataFolder(self._disk).snippets.purge(outdated, day)


def test_a_change_that_changes_nothing_writes_nothing() -> None:
    disk = MemoryDisk()
    store = opened(disk)
    store.apply(Change(put=(REFUND,)))
    effects = disk.effects
    store.apply(Change(put=(REFUND,), remove=("x",), restore=("y",)))
    store.apply(Change())
    assert disk.effects == effects


def test_one_change_is_one_write() -> None:
    disk = MemoryDisk()
    store = opened(disk)
    store.apply(Change(put=(REFUND, GREETING)))
    disk.effects = 0
    store.apply(Change(put=(Snippet("n", "t", "b"),), remove=("a1",), restore=("a1",)))
    write_sync_and_mark = 3
    assert disk.effects == write_sync_and_mark


def test_for_reading_only_changes_are_refused() -> None:
    disk = MemoryDisk()
    opened(disk).apply(Change(put=(REFUND,)))
    store = opened(disk, read_only=True)
    with pytest.raises(StoreError) as refusal:
        store.apply(Change(remove=("a1",)))
    assert refusal.value.problem is StoreProblem.NOT_WRITABLE
    assert list(store.snippets()) == [REFUND]
    assert list(store.removed()) == []


def test_what_another_version_added_to_a_snippet_stays() -> None:
    tables = {
        "snippets": {"1": {"_id": "a1", "title": "t", "body": "b", "uses": 3}},
        "trash": {},
        "packs": {},
    }
    disk = MemoryDisk({FOLDER / "snippets.json": File(encode(SNIPPETS, tables))})
    opened(disk).apply(Change(put=(REFUND,)))
    memory = settled(disk, SNIPPETS).memory
    assert memory.documents("snippets")["1"]["uses"] == 3
    assert memory.documents("snippets")["1"]["title"] == REFUND.title
    assert "packs" in memory.tables


def test_a_new_field_is_only_in_the_documents_that_have_it() -> None:
    old = {"_id": "a1", "title": "t", "body": "b", "code": "", "folder": [], "tags": []}
    raw = encode(SNIPPETS, {"snippets": {"1": old}, "trash": {}})
    disk = MemoryDisk({FOLDER / "snippets.json": File(raw)})
    store = opened(disk)
    effects = disk.effects
    store.apply(Change(put=(Snippet("a1", "t", "b"),)))
    assert disk.effects == effects, "the same snippet is not written again"
    store.apply(Change(put=(Snippet("a1", "t", "b", remark="r", asks=("q",)), Snippet("b2", "t", "b"))))
    store.apply(Change(put=(Snippet("a1", "t", "b"),)))
    documents = settled(disk, SNIPPETS).memory.documents("snippets")
    assert list(documents.values()) == [old | {"remark": "", "asks": []}, old | {"_id": "b2"}]
    assert [each.remark for each in opened(disk).snippets()] == ["", ""]


AWKWARD = [
    "\ud83d",
    "\ude00 \ud83d",
    "\x00",
    "a\x00b",
    "\ufeff",
    "\u2028\u2029\x85",
    '"\\ud800"',
    "𠮷😀",
    "\\",
]


@pytest.mark.parametrize("text", AWKWARD)
def test_awkward_text_survives(text: str) -> None:
    snippet = Snippet(text, text, text, text, (text,), (text, text), text, (text,))
    disk = MemoryDisk()
    store = opened(disk)
    store.apply(Change(put=(REFUND, snippet)))
    assert list(store.snippets()) == [REFUND, snippet]
    assert list(opened(disk).snippets()) == [REFUND, snippet]


def test_two_surrogates_that_make_a_pair_are_one_character_before_and_after_reopening() -> None:
    disk = MemoryDisk()
    store = opened(disk)
    store.apply(Change(put=(Snippet("p", "\ud83d\ude00", ""),)))
    assert [each.title for each in store.snippets()] == ["😀"]
    assert [each.title for each in opened(disk).snippets()] == ["😀"]


def test_a_body_of_a_megabyte_survives(tmp_path: Path) -> None:
    snippet = Snippet("big", "大", "退货😀\n" * 200_000)
    with open_stores(tmp_path) as stores:
        stores.snippets.apply(Change(put=(snippet,)))
    with open_stores(tmp_path) as stores:
        assert stores.snippets.get("big") == snippet


@pytest.mark.parametrize("field", ["id", "title", "body", "code", "folder", "tags", "remark", "asks"])
def test_what_is_not_a_text_is_refused_before_anything_changes(field: str) -> None:
    disk = MemoryDisk()
    store = opened(disk)
    store.apply(Change(put=(REFUND,)))
    effects = disk.effects
    wrong = replace(GREETING, **{field: (5,) if field in ("folder", "tags") else 5})
    with pytest.raises(TypeError):
        store.apply(Change(put=(Snippet("n", "t", "b"), wrong), remove=(REFUND.id,)))
    assert disk.effects == effects
    assert list(store.snippets()) == list(opened(disk).snippets()) == [REFUND]


IDS = st.sampled_from(["a", "b", "c", "d", "1", "_meta"])
TEXTS = st.text(max_size=8) | st.sampled_from(AWKWARD)
SNIPPET = st.builds(
    Snippet,
    id=IDS,
    title=TEXTS,
    body=TEXTS,
    code=TEXTS,
    folder=st.lists(TEXTS, max_size=2).map(tuple),
    tags=st.lists(TEXTS, max_size=2).map(tuple),
    remark=TEXTS,
    asks=st.lists(TEXTS, max_size=2).map(tuple),
)
CHANGE = st.builds(
    Change,
    put=st.lists(SNIPPET, max_size=3).map(tuple),
    remove=st.lists(IDS, max_size=2).map(tuple),
    restore=st.lists(IDS, max_size=2).map(tuple),
)


@settings(max_examples=60)
@given(st.lists(st.tuples(CHANGE, st.booleans()), max_size=8))
def test_any_changes_and_reopenings_are_as_in_memory(steps: list[tuple[Change, bool]]) -> None:
    disk, model = MemoryDisk(), MemorySnippetStore()
    store = opened(disk)
    for change, reopen in steps:
        store.apply(change)
        model.apply(change)
        if reopen:
            store = opened(disk)
        assert list(store.snippets()) == list(model.snippets())
        assert list(store.removed()) == list(model.removed())
        assert all(store.get(key) == model.get(key) for key in "abcd")


@settings(max_examples=60)
@given(CHANGE, CHANGE, st.lists(CHANGE, max_size=3))
def test_a_prepared_change_is_right_whatever_changed_meanwhile(
    first: Change, planned: Change, meanwhile: list[Change]
) -> None:
    disk, model = MemoryDisk(), MemorySnippetStore()
    store = opened(disk)
    planned = replace(planned, action=Action(ActionType.IMPORT, datetime(2026, 11, 22, tzinfo=UTC)))
    store.apply(first)
    model.apply(first)
    prepared = store.prepare(planned)
    for change in meanwhile:
        store.apply(change)
        model.apply(change)
    before = by_id(store)
    store.apply(prepared)
    model.apply(planned)
    for each in (store, opened(disk)):
        assert list(each.snippets()) == list(model.snippets())
        assert list(each.removed()) == list(model.removed())
    if by_id(store) != before:
        assert isinstance(store.undo(datetime(2026, 11, 22, tzinfo=UTC)), Undone)
        assert by_id(store)[0] == before[0]


def by_id(store: SnippetStore) -> tuple[dict[str, Snippet], dict[str, Snippet]]:
    """The snippets in use and in the trash; a change of their order alone is no action."""
    return {each.id: each for each in store.snippets()}, {each.id: each for each in store.removed()}


@settings(max_examples=15)
@given(st.lists(CHANGE, max_size=4))
def test_so_it_is_on_a_real_disk(changes: list[Change]) -> None:
    model = MemorySnippetStore()
    with TemporaryDirectory() as folder:
        for change in changes:
            model.apply(change)
            with open_stores(Path(folder)) as stores:
                stores.snippets.apply(change)
        with open_stores(Path(folder)) as stores:
            assert is_clean(stores.report)
            assert list(stores.snippets.snippets()) == list(model.snippets())
            assert list(stores.snippets.removed()) == list(model.removed())


def test_who_reads_waits_for_no_large_change() -> None:
    engine = engine_of(settled(MemoryDisk(), SNIPPETS))
    store = snippet_store(engine)
    store.apply(Change(put=(REFUND, GREETING)))
    store.snippets()
    store.apply(Change(remove=("b2",)))
    held, done = SimpleQueue[None](), SimpleQueue[None]()

    def change() -> None:
        with engine.guard:
            held.put(None)
            done.get(timeout=20)

    worker = ThreadWorker("large")
    worker.submit(change)
    held.get(timeout=20)
    assert store.get("a1") == REFUND
    assert store.get("b2") is None
    assert list(store.snippets()) == [REFUND]
    done.put(None)
    worker.close()
    assert list(store.snippets()) == [REFUND]
