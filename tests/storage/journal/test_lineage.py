"""Files of two machines, or of two moments, in one folder: nothing mixes, nothing vanishes without a word."""

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quickdesk.storage.journal.opening import Loaded
from quickdesk.storage.journal.record import delete, put
from tests.fakes.disk import File, MemoryDisk
from tests.fakes.engine import FOLDER, commit, documents, opened, read, settled

CURRENT, PREVIOUS = FOLDER / "plain.json", FOLDER / "plain.json.prev"


@dataclass
class Machine:
    """One machine's data folder; ``name`` is the beginning of whatever it stores."""

    name: str
    disk: MemoryDisk = field(default_factory=MemoryDisk)
    count: int = 0
    states: list[set[str]] = field(default_factory=list)

    def session(self, *, changes: int = 1, ends: str = "closed") -> None:
        """Add documents in one run; ``ends`` is closed, killed, or compacted before it was killed."""
        engine = opened(self.disk)
        for number in range(changes):
            self.count += 1
            commit(engine, [put("t", str(engine.memory.next_key("t")), {"is": f"{self.name}{self.count}"})])
            self.states.append({each["is"] for each in documents(engine).values()})
            if ends == "compacted" and number == changes // 2:
                engine.compact()
        if ends == "closed":
            engine.close()
        self.disk = self.disk.after_kill()

    def copy(self, name: str) -> "Machine":
        return Machine(name, MemoryDisk(files(self.disk)), self.count, [self.texts()])

    def texts(self) -> set[str]:
        return texts(read(self.disk))


def files(disk: MemoryDisk) -> dict[Path, File]:
    return {path: File(file.data) for path, file in disk.names_now.items()}


def texts(loaded: Loaded) -> set[str]:
    return {each["is"] for each in documents(loaded).values()}


def with_files_of(one: Machine, other: Machine, *paths: Path) -> MemoryDisk:
    """Return the first machine's disk after a program carried files over from the other."""
    return MemoryDisk({**files(one.disk), **{path: File(other.disk.names_now[path].data) for path in paths}})


def fork(*, sessions: int = 2) -> tuple[Machine, Machine]:
    one = Machine("a")
    for _ in range(sessions):
        one.session()
    return one, one.copy("b")


def aside(loaded: Loaded) -> list[str]:
    return [path.name for each in loaded.foreign for path in each.set_aside]


def is_told(loaded: Loaded) -> bool:
    return bool(loaded.foreign or loaded.losses or loaded.recovery)


def test_a_foreign_journal_on_our_snapshot_is_set_aside_and_nothing_of_it_comes_in() -> None:
    one, other = fork()
    one.session()
    other.session()
    other.session()
    before = one.texts()
    (journal,) = (path for path in other.disk.names_now if path not in one.disk.names_now)
    disk = with_files_of(one, other, journal)
    loaded = settled(disk)
    assert texts(loaded) == before
    assert aside(loaded) == [f"{journal.name}.foreign-1"]
    assert loaded.losses == ()
    assert disk.names_now[FOLDER / aside(loaded)[0]].data == other.disk.names_now[journal].data
    assert not is_told(settled(disk))


@pytest.mark.parametrize("ends", ["closed", "killed", "compacted"])
def test_a_foreign_snapshot_over_ours_is_set_aside_and_all_of_ours_is_there(ends: str) -> None:
    one, other = fork()
    one.session(changes=3, ends=ends)
    other.session()
    other.session()
    before = one.texts()
    disk = with_files_of(one, other, CURRENT)
    assert texts(read(disk)) == before
    loaded = settled(disk)
    assert texts(loaded) == before
    assert aside(loaded) == ["plain.json.foreign-1"]
    assert loaded.recovery is None
    assert loaded.losses == ()
    again = settled(disk)
    assert texts(again) == before
    assert not is_told(again)


def test_an_older_snapshot_of_our_own_put_back_loses_nothing() -> None:
    one = Machine("a")
    one.session()
    old = one.copy("a")
    for number in range(3):
        one.session(ends="closed" if number < 2 else "killed")
        loaded = settled(with_files_of(one, old, CURRENT))
        assert texts(loaded) == one.texts()
        # While the journals since the old one are all there, it is not even foreign.
        assert aside(loaded) == (["plain.json.foreign-1"] if number else [])


def test_a_foreign_snapshot_before_ours_is_set_aside() -> None:
    one, other = fork()
    one.session()
    other.session()
    other.session()
    loaded = settled(with_files_of(one, other, PREVIOUS))
    assert texts(loaded) == one.texts()
    assert aside(loaded) == ["plain.json.prev.foreign-1"]


def test_the_mark_shows_that_another_journal_replaced_the_newest() -> None:
    one, other = fork()
    one.session(changes=3, ends="killed")
    other.session(ends="killed")
    (journal,) = (path for path in other.disk.names_now if path.suffix == ".log" and "3" in path.name)
    loaded = settled(with_files_of(one, other, journal))
    assert [(each.path, each.changes) for each in loaded.losses] == [(journal, 3)]
    assert texts(loaded) == other.texts()


def test_a_folder_moved_to_another_machine_opens_without_a_word() -> None:
    one = Machine("a")
    for ends in ("closed", "compacted", "killed", "killed", "closed", "killed"):
        one.session(changes=2, ends=ends)
        assert not is_told(settled(one.copy("b").disk))


def test_a_snapshot_alone_opens_without_a_word() -> None:
    one, _ = fork(sessions=3)
    loaded = settled(MemoryDisk({CURRENT: files(one.disk)[CURRENT]}))
    assert texts(loaded) == one.texts()
    assert not is_told(loaded)


def test_a_machine_that_continues_where_the_other_ended_is_accepted_silently() -> None:
    one, other = fork()
    other.session()
    other.session()
    loaded = settled(with_files_of(one, other, CURRENT))
    assert texts(loaded) == other.texts()
    assert not is_told(loaded)


def test_a_foreign_snapshot_put_there_while_the_program_runs_is_kept() -> None:
    one, other = fork()
    other.session()
    engine = opened(one.disk)
    commit(engine, [put("t", "900", {"is": "late"})])
    foreign = other.disk.names_now[CURRENT].data
    one.disk.names_now[CURRENT] = File(foreign)
    engine.close()
    assert one.disk.names_now[FOLDER / "plain.json.foreign-1"].data == foreign
    loaded = settled(one.disk.after_kill())
    assert "late" in texts(loaded)
    assert not is_told(loaded)


def test_two_machines_never_give_one_key_to_two_documents() -> None:
    one, other = fork()
    for _ in range(20):
        one.session()
        other.session(changes=3)
    common = set(documents(read(one.disk))) & set(documents(read(other.disk)))
    assert len(common) == 2


def test_deleting_and_repairing_keep_the_lineage() -> None:
    one = Machine("a")
    one.session()
    engine = opened(one.disk)
    commit(engine, [delete("t", next(iter(documents(engine))))])
    engine.compact()
    engine.compact()
    engine.close()
    assert not is_told(settled(one.disk.after_kill()))


WAYS: list[Callable[[Machine], None]] = [
    lambda machine: machine.session(),
    lambda machine: machine.session(changes=2, ends="killed"),
    lambda machine: machine.session(changes=3, ends="compacted"),
]


@pytest.mark.parametrize("common", [0, 1, 2, 3])
@pytest.mark.parametrize("mine", range(len(WAYS)))
@pytest.mark.parametrize("theirs", range(len(WAYS)))
def test_whatever_files_are_exchanged_nothing_mixes_or_is_lost_without_a_word(
    common: int, mine: int, theirs: int
) -> None:
    for last in ("closed", "killed"):
        one = Machine("a")
        for number in range(common):
            one.session(ends=last if number == common - 1 else "closed")
        other = one.copy("b")
        for number in range(2):
            WAYS[(mine + number) % 3](one)
            WAYS[theirs](other)
        wholes = (one.texts(), other.texts())
        theirs_alone = sorted(other.disk.names_now)
        for size in range(1, len(theirs_alone) + 1):
            for carried in combinations(theirs_alone, size):
                judge(with_files_of(one, other, *carried), one.texts(), wholes)


ENDS = st.sampled_from(("closed", "killed", "compacted"))
STEPS = st.lists(st.tuples(st.booleans(), st.one_of(st.none(), ENDS)), min_size=3, max_size=14)


@given(STEPS, st.randoms(use_true_random=False))
def test_files_carried_to_and_fro_never_mix_in_silence(
    steps: list[tuple[bool, str | None]], chance: random.Random
) -> None:
    machines = [Machine("a"), Machine("b")]
    machines[0].session()
    machines[1] = machines[0].copy("b")
    for is_first, ends in steps:
        one, other = machines if is_first else machines[::-1]
        if ends is not None:
            one.session(changes=chance.randint(1, 2), ends=ends)
            continue
        carried = [path for path in sorted(other.disk.names_now) if chance.random() < 0.4]
        disk = with_files_of(one, other, *carried)
        judge(disk, one.texts(), [each for machine in machines for each in machine.states])
        one.disk = disk.after_kill()
        one.states.append(one.texts())


def everything_on(disk: MemoryDisk) -> set[str]:
    every = b"".join(file.data for file in disk.names_now.values())
    return set(re.findall(r'"is":"(\w+)"', every.decode()))


def judge(disk: MemoryDisk, before: set[str], states: Sequence[set[str]]) -> None:
    """Without a word only a state is shown that a machine was in, and nothing that can be read is missing.

    What the other program overwrote is not on the disk any more: of that only its own copy can tell.
    """
    names = sorted(path.name for path in disk.names_now)
    everything = everything_on(disk)
    shown = read(disk)
    in_use = MemoryDisk({path: file for path, file in files(disk).items() if ".foreign-" not in path.name})
    loaded = settled(disk)
    assert texts(loaded) == texts(shown), names
    if not is_told(loaded):
        assert texts(loaded) in states, names
        assert not (before - texts(loaded)) & everything_on(in_use), names
    assert everything_on(disk) >= everything, names
    again = settled(disk.after_kill())
    assert texts(again) == texts(loaded), names
    assert not again.losses
    assert not again.foreign
