from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from quickdesk.storage.journal.record import delete, put
from quickdesk.storage.journal.tables import MemoryTables

KEYS = st.integers(1, 9).map(str)
OP = st.one_of(
    st.builds(put, st.sampled_from("ab"), KEYS, st.fixed_dictionaries({"n": st.integers(0, 99)})),
    st.builds(delete, st.sampled_from("ab"), KEYS),
)


def picture(tables: MemoryTables) -> dict[str, list[Any]]:
    return {name: list(table.documents.items()) for name, table in sorted(tables.tables.items())}


@given(st.lists(OP, max_size=12), st.lists(st.lists(OP, max_size=6), max_size=4))
def test_undone_everything_is_as_before_in_the_same_order(first: list[Any], later: list[list[Any]]) -> None:
    tables = MemoryTables({"a": {}}, {})
    tables.apply(first)
    before = picture(tables)
    undos = [undo for ops in later for undo in tables.apply(ops)]
    tables.undo(undos)
    assert picture(tables) == before


@given(st.lists(OP, max_size=30))
def test_a_key_is_never_given_twice(ops: list[Any]) -> None:
    tables = MemoryTables({}, {})
    used = {"a": 0, "b": 0}
    for op in ops:
        tables.apply([op])
        if op[0] == "p":
            used[op[1]] = max(used[op[1]], int(op[2]))
        view, next_keys = tables.view()
        again = MemoryTables(view, next_keys)
        assert all(again.next_key(name) > used[name] for name in used)
