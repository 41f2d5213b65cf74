"""An encrypted kind of data behaves as any other: in the same steps, with the same faults and crashes."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quickdesk.replies.store import StoreError
from quickdesk.storage.format import Kind
from quickdesk.storage.journal.engine import Engine
from quickdesk.storage.journal.record import Op, delete, put
from tests.bench.power_cuts import verdict
from tests.fakes.disk import MemoryDisk
from tests.fakes.engine import FOLDER, PLAIN, SECRET, documents, opened

KEYS = st.integers(1, 12).map(str)
DOCUMENTS = st.dictionaries(st.sampled_from("abc"), st.text(max_size=8) | st.integers(-9, 9), max_size=2)
OPS = st.lists(
    st.builds(put, st.just("t"), KEYS, DOCUMENTS) | st.builds(delete, st.just("t"), KEYS), max_size=3
)
STEPS = st.one_of(
    st.tuples(st.just("change"), OPS, st.booleans()),
    st.tuples(st.sampled_from(["compact", "close", "kill", "tear"])),
    st.tuples(st.just("fail"), st.integers(1, 3), OPS),
)


class Run:
    """One engine that takes the steps."""

    def __init__(self, kind: Kind) -> None:
        self.kind, self.disk = kind, MemoryDisk()
        self.engine = opened(self.disk, kind)

    def step(self, name: str, *more: Any) -> object:
        """Take a step, and return its outcome."""
        outcome = getattr(self, name)(*more)
        return outcome, documents(self.engine), self.engine.refusal is None

    def change(self, ops: list[Op], durable: bool) -> object:
        return self._tried(lambda: self.engine.stage_for_waiting(ops, durable=durable).wait())

    def fail(self, effects: int, ops: list[Op]) -> object:
        self.disk.fail_at = self.disk.effects + effects
        outcome = self.change(ops, durable=True)
        self.disk.fail_at = None
        return outcome

    def compact(self) -> object:
        return self._tried(self.engine.compact)

    def close(self) -> object:
        self.engine.close()
        return self._reopened(self.disk)

    def kill(self) -> object:
        return self._reopened(self.disk.after_kill())

    def tear(self) -> object:
        """Lose the end of the last journal, as far as it may be torn."""
        disk = self.disk.after_kill()
        journals = sorted(disk.names_now, key=lambda path: len(path.name))
        journals = [path for path in journals if path.suffix == ".log"]
        if journals and disk.read(journals[-1]).count(b"\n\n") > 1:
            disk.names_now[journals[-1]].data = disk.read(journals[-1])[:-3]
        return self._reopened(disk)

    def _reopened(self, disk: MemoryDisk) -> object:
        self.disk = disk
        self.engine = opened(disk, self.kind)
        return None

    def _tried(self, act: Callable[[], None]) -> object:
        try:
            act()
        except StoreError as error:
            return error.problem
        return None


@settings(max_examples=80, deadline=None)
@given(steps=st.lists(STEPS, max_size=12))
def test_it_does_in_the_same_steps_what_a_plain_one_does(steps: list[tuple[Any, ...]]) -> None:
    plain, secret = Run(PLAIN), Run(SECRET)
    for step in steps:
        assert secret.step(*step) == plain.step(*step)
    assert {path.name for path in secret.disk.names_now} == {path.name for path in plain.disk.names_now}


def test_no_power_cut_loses_what_was_acknowledged() -> None:
    found = verdict(1, is_encrypted=True)

    assert (found.wrong, found.alarms) == (0, 0)
    assert found.disks > 100


@pytest.mark.parametrize("kind", [PLAIN, SECRET], ids=["plain", "encrypted"])
def test_a_transaction_of_thousands_is_read_again(kind: Kind) -> None:
    disk = MemoryDisk()
    engine = opened(disk, kind)
    _put_many(engine, 70_000)

    assert len(documents(opened(disk.after_kill(), kind))) == 70_000
    assert FOLDER / "plain.1.log" in disk.names_now


def _put_many(engine: Engine, number: int) -> None:
    ops = [put("t", str(each), {"n": each}) for each in range(1, number + 1)]
    engine.stage_for_waiting(ops, are_stored=True).wait()
