"""Deeds are kept across restarts, with whatever else is in the file."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quickdesk.replies.history import Action, ActionType, NotUndone, Undone
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change
from quickdesk.storage.format import DamagedError, decode, encode
from quickdesk.storage.open import open_stores
from quickdesk.storage.past.history import is_past
from quickdesk.storage.snippet_store import TinySnippetStore
from quickdesk.storage.snippets.shape import SNIPPETS
from tests.fakes.disk import MemoryDisk
from tests.fakes.engine import engine_of, settled

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
    return TinySnippetStore(engine_of(settled(disk, SNIPPETS)))


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
    "deed",
    [
        {},
        {"deed": "edit", "at": "x", "changes": {}},
        {"deed": 1, "at": "x", "changes": []},
        {"deed": "edit", "at": "x", "changes": [{"id": "a"}]},
        {"deed": "edit", "at": "x", "changes": [{"id": "a", "after": "", "table": "snippets"}]},
        {"deed": "edit", "at": "x", "changes": ["a"]},
    ],
)
def test_a_deed_of_another_shape_is_damage(deed: dict[str, object]) -> None:
    assert not is_past(deed)
    with pytest.raises(DamagedError):
        decode(SNIPPETS, encode(SNIPPETS, {"snippets": {}, "trash": {}, "history": {"1": deed}}))


def test_a_deed_of_a_newer_program_is_passed_over() -> None:
    disk = MemoryDisk()
    store_on(disk).apply(Change(put=(Snippet("a1", "t", "b"),), action=Action(ActionType.ADD, NOON)))
    engine = engine_of(settled(disk, SNIPPETS))
    strange = {"deed": "conjure", "at": NOON.isoformat(), "changes": []}
    engine.commit([("p", "history", "9", strange), ("p", "history", "10", {**strange, "at": "noon"})])
    assert isinstance(store_on(disk).undo(NOON), Undone)
