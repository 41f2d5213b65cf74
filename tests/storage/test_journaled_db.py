"""Our TinyDB gives the same answers as stock TinyDB, through crashes, compactions and reopenings."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from tinydb import TinyDB, where
from tinydb.operations import add, delete, increment
from tinydb.storages import MemoryStorage
from tinydb.table import Document, Table

from quickdesk.replies.store import StoreError
from quickdesk.storage.disk import LocalDisk
from quickdesk.storage.journaled_db import JournaledDB
from tests.fakes.disk import MemoryDisk
from tests.fakes.engine import opened, settled

VALUE = st.integers(-9, 9) | st.text(max_size=5) | st.lists(st.integers(0, 3), max_size=2)
DOCUMENT = st.dictionaries(st.sampled_from(["a", "b", "名"]), VALUE, max_size=3)
IDS = st.lists(st.integers(1, 12), max_size=3, unique=True)
NUMBER = st.integers(-9, 9)


class SameAsTinyDB(RuleBasedStateMachine):
    @initialize()
    def start(self) -> None:
        self.disk = MemoryDisk()
        self.engine = opened(self.disk)
        self.ours, self.stock = JournaledDB(self.engine), TinyDB(storage=MemoryStorage)
        self.highest = 0

    def both(self, act: Callable[[Table], Any]) -> Any:
        answers = []
        for table in (self.stock.table("t"), self.ours.table("t")):
            try:
                answers.append(act(table))
            except Exception as error:  # noqa: BLE001 - whatever stock raises, ours must
                answers.append(type(error))
        assert answers[0] == answers[1]
        return answers[0]

    @rule(documents=st.lists(DOCUMENT, min_size=1, max_size=3))
    def insert(self, documents: list[dict[str, Any]]) -> None:
        # Stricter than stock: an id is never used twice. So stock is told which ones to take.
        ids = self.ours.table("t").insert_multiple(documents)
        assert min(ids) > self.highest
        self.highest = max(ids)
        self.stock.table("t").insert_multiple(
            [Document(each, doc_id=number) for each, number in zip(documents, ids, strict=True)]
        )

    @rule(document=DOCUMENT, number=st.integers(1, 12))
    def insert_with_an_id(self, document: dict[str, Any], number: int) -> None:
        self.highest = max(self.highest, number)
        self.both(lambda table: table.insert(Document(document, doc_id=number)))

    @rule(fields=DOCUMENT, number=NUMBER)
    def update_by_query(self, fields: dict[str, Any], number: int) -> None:
        self.both(lambda table: table.update(fields, where("a") == number))

    @rule(fields=DOCUMENT, ids=IDS)
    def update_by_id(self, fields: dict[str, Any], ids: list[int]) -> None:
        self.both(lambda table: table.update(fields, doc_ids=ids))

    @rule(number=NUMBER)
    def operations(self, number: int) -> None:
        self.both(lambda table: table.update(increment("a"), where("a") == number))
        self.both(lambda table: table.update(delete("b"), where("b").exists()))
        self.both(
            lambda table: table.update_multiple(
                [({"a": 0}, where("a") == number), (add("a", 1), where("a") == 0)]
            )
        )

    @rule()
    def change_in_place(self) -> None:
        self.both(lambda table: table.update(lambda each: each.setdefault("l", []).append(1)))

    @rule(fields=DOCUMENT, number=NUMBER)
    def upsert_what_is_there(self, fields: dict[str, Any], number: int) -> None:
        if self.stock.table("t").contains(where("a") == number):
            self.both(lambda table: table.upsert(fields, where("a") == number))

    @rule(ids=IDS)
    def remove_by_id(self, ids: list[int]) -> None:
        self.both(lambda table: table.remove(doc_ids=ids))

    @rule(number=NUMBER)
    def remove_by_query(self, number: int) -> None:
        self.both(lambda table: table.remove(where("a") == number))

    @rule(number=NUMBER, ids=IDS)
    def read(self, number: int, ids: list[int]) -> None:
        self.both(lambda table: table.search(where("a") == number))
        self.both(lambda table: table.search(where("a") == number))
        self.both(lambda table: table.get(where("a") >= number))
        self.both(lambda table: table.get(doc_ids=ids))
        self.both(lambda table: table.get(doc_id=number))
        self.both(lambda table: table.count(where("a") == number))
        self.both(lambda table: table.contains(doc_id=number))
        self.both(lambda table: table.remove())

    @rule()
    def spoil_what_was_read(self) -> None:
        for row in [*self.ours.table("t").search(where("l").exists()), *self.ours.table("t").all()]:
            row.setdefault("l", []).append("spoilt")

    @rule(how=st.sampled_from(["truncate", "drop_table", "drop_tables"]))
    def empty(self, how: str) -> None:
        if how == "truncate":
            self.both(lambda table: table.truncate())
        for db in (self.stock, self.ours):
            if how != "truncate":
                getattr(db, how)(*["t"] if how == "drop_table" else [])

    @rule()
    def compact(self) -> None:
        self.engine.compact()

    @rule(is_clean=st.booleans())
    def reopen(self, is_clean: bool) -> None:
        if is_clean:
            self.engine.close()
        loaded = settled(self.disk)
        assert loaded.losses == ()
        assert loaded.recovery is None
        self.engine = opened(self.disk)
        self.ours = JournaledDB(self.engine)

    @invariant()
    def same(self) -> None:
        if hasattr(self, "ours"):
            stock, ours = self.stock.table("t"), self.ours.table("t")
            assert [(each.doc_id, each) for each in ours] == [(each.doc_id, each) for each in stock]
            assert len(stock) == len(ours)


SameAsTinyDB.TestCase.settings = settings(
    max_examples=100, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)
TestSameAsTinyDB = SameAsTinyDB.TestCase


def test_stock_tinydb_reads_the_same_after_a_clean_end(tmp_path: Path) -> None:
    engine = opened(LocalDisk(), folder=tmp_path)
    db = JournaledDB(engine)
    db.table("t").insert_multiple({"n": number, "text": "退款\ud800\0😀"} for number in range(600))
    db.table("other").insert({"nested": {"list": [1, {"a": None}]}})
    db.table("t").remove(where("n") < 300)
    expected = {name: {row.doc_id: dict(row) for row in db.table(name)} for name in ("t", "other")}
    engine.close()
    with TinyDB(tmp_path / "plain.json", encoding="utf-8") as stock:
        found = {name: {row.doc_id: dict(row) for row in stock.table(name)} for name in ("t", "other")}
    assert found == expected
    assert len(expected["t"]) == 300


def test_an_id_is_not_used_again_after_its_table_was_dropped_and_the_program_restarted() -> None:
    disk = MemoryDisk()
    last = 0
    for _ in range(3):
        engine = opened(disk)
        db = JournaledDB(engine)
        given = db.table("other").insert({})
        assert given > last
        last = given
        db.drop_tables()
        engine.close()
        assert len(JournaledDB(opened(disk)).table("other")) == 0


def test_a_failed_change_leaves_everything_and_no_stale_answer() -> None:
    disk = MemoryDisk()
    table = JournaledDB(opened(disk)).table("t")
    table.insert({"a": [1]})
    before = table.search(where("a").exists())
    disk.effects, disk.fail_at = 0, 1
    with pytest.raises(StoreError):
        table.update({"a": 2})
    assert table.search(where("a").exists()) == before

    def spoil(document: Any) -> None:
        document["a"].append(2)
        raise KeyError("a bug of the caller")

    with pytest.raises(KeyError):
        table.update(spoil)
    assert table.all() == before


def test_one_change_costs_the_same_however_many_documents_there_are() -> None:
    disk = MemoryDisk()
    engine = opened(disk)
    table = JournaledDB(engine).table("t")
    table.insert_multiple({"n": number} for number in range(3000))
    raw = disk.names_now[Path("/data/plain.1.log")]
    before = len(raw.data)
    table.update({"n": -1}, doc_ids=[7])
    table.remove(doc_ids=[8])
    table.insert({"n": 0})
    assert len(raw.data) - before < 300
