"""A table takes documents with ids of their own and documents whose key is their id, as TinyDB has them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tinydb import TinyDB

from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change
from quickdesk.settings.settings import Settings
from quickdesk.storage.document import ID, Document
from quickdesk.storage.kinds import KINDS
from quickdesk.storage.table import Draft, Table
from tests.fakes.disk import MemoryDisk
from tests.fakes.engine import add, opened
from tests.fakes.stores import open_stores

STEP = st.one_of(
    st.tuples(st.just("put"), st.sampled_from("abc1"), st.integers(0, 9)),
    st.tuples(st.just("put all"), st.sampled_from(["ab", "bc", "a"]), st.integers(0, 9)),
    st.tuples(st.just("remove"), st.sampled_from("abc1"), st.just(0)),
)


def document(name: str, value: int) -> Document:
    return {ID: name, "n": value}


def follow(model: dict[str, Document], draft: Draft, step: tuple[str, str, int]) -> None:
    does, names, value = step
    if does == "remove":
        draft.remove([names, "unknown"])
        model.pop(names, None)
        return
    if does == "put":
        draft.put(names, document(names, value))
    else:
        draft.put_all({each: document(each, value) for each in names})
    model.update({each: document(each, value) for each in names})


@given(st.lists(st.lists(STEP, max_size=5), max_size=4))
def test_it_is_as_a_dict_within_a_draft_and_after_it_and_after_a_restart(
    drafts: list[list[tuple[str, str, int]]],
) -> None:
    disk, model = MemoryDisk(), dict[str, Document]()
    engine = opened(disk)
    table = Table(lambda: engine, "t")
    for steps in drafts:
        table.change(lambda draft, steps=steps: [follow(model, draft, each) for each in steps])  # type: ignore[misc, return-value]  # a list is as good as None
        assert table.documents() == model
        assert list(table.documents()) == list(model), "in the same order"
        assert all(table.get(each) == model.get(each) for each in "abc1")
    again = opened(disk.after_kill())
    assert Table(lambda: again, "t").documents() == model


def test_a_document_without_an_id_of_its_own_has_its_key_and_keeps_it_when_it_is_put_back() -> None:
    engine = opened(MemoryDisk())
    table = Table(lambda: engine, "t")
    add(engine, "t", {"n": 1}, {"n": 2})
    first, second = table.documents()
    table.change(lambda draft: draft.remove([first]))
    table.change(lambda draft: draft.put(first, {"n": 1}))
    assert table.documents() == {second: {"n": 2}, first: {"n": 1}}
    assert set(engine.memory.documents("t")) == {first, second}
    add(engine, "t", {"n": 3})
    assert int(list(table.documents())[-1]) > int(second)


def test_a_draft_that_cannot_be_stored_changes_nothing() -> None:
    engine = opened(MemoryDisk())
    table = Table(lambda: engine, "t")
    with pytest.raises(TypeError):
        table.change(lambda draft: draft.put_all({"a": {ID: "a"}, "b": {ID: "b", "n": object()}}))
    assert table.documents() == {}


def test_tinydb_as_it_comes_reads_every_table_of_every_plain_kind_after_a_clean_end(tmp_path: Path) -> None:
    with open_stores(tmp_path) as stores:
        stores.snippets.apply(Change(put=(Snippet("a1", "退款😀", "文"), Snippet("b2", "问候", "文"))))
        stores.snippets.apply(Change(remove=("b2",)))
        stores.settings.save(Settings(text_scale=125))
        stores.settings.remember({"称呼": "亲"})
        for kind in KINDS[2:]:
            for name in kind.tables:
                add(stores.engine(kind), name, {ID: "c1", "name": "王"}, {"text": "备注"})
        there = {
            kind.name: {name: dict(stores.engine(kind).memory.documents(name)) for name in kind.tables}
            for kind in KINDS
        }
    for kind in (each for each in KINDS if not each.is_encrypted):
        with TinyDB(tmp_path / kind.file_name, encoding="utf-8") as stock:
            for name, documents in there[kind.name].items():
                assert {str(each.doc_id): dict(each) for each in stock.table(name)} == documents
                assert documents or name == "history"
