"""A part of the fuzz of whole data folders in every run, and that the fuzz notices what it looks for.

``python -m tests.bench.fuzz_folder`` does as many cases as one likes.
"""

import shutil
from pathlib import Path

import pytest

from tests.bench.fuzz_folder import Fuzz, is_documented
from tests.fakes.damage import Damage
from tests.fakes.damaged_folder import Base, judge, make_base

CASES = 100


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Base:
    return make_base(tmp_path_factory.mktemp("fuzz") / "base", is_closed=False)


def copied(base: Base, folder: Path) -> Path:
    return Path(shutil.copytree(base.folder, folder / "copy"))


def test_a_damaged_folder_loses_nothing_in_silence(tmp_path: Path) -> None:
    fuzz = Fuzz(tmp_path, seed=0, commands_every=0)
    faults = [f"case {number}: {fault}" for number in range(CASES) for fault in fuzz.case(number)]
    assert faults == []
    assert fuzz.counts["cases"] == CASES
    assert fuzz.counts["lost and reported"] > 10


def test_an_undamaged_folder_is_whole(base: Base, tmp_path: Path) -> None:
    verdict = judge(base, copied(base, tmp_path), None, is_brief=False)
    assert (verdict.faults, verdict.lost, verdict.is_refused) == ([], [], False)


@pytest.mark.parametrize("is_mark_left", [True, False])
def test_what_vanishes_from_the_end_of_a_journal_is_noticed(
    base: Base, tmp_path: Path, *, is_mark_left: bool
) -> None:
    folder = copied(base, tmp_path)
    journal = folder / "followups.3.log"
    journal.write_bytes(journal.read_bytes().rpartition(b"\n\n")[0])
    if not is_mark_left:
        (folder / "followups.mark").unlink()
    verdict = judge(base, folder, None, is_brief=False)
    assert verdict.lost == ["followups"]
    assert ("silent: followups" in verdict.faults) is not is_mark_left


def test_what_was_never_written_is_noticed(base: Base, tmp_path: Path) -> None:
    known = {**base.known, "settings": set[str]()}
    verdict = judge(Base(base.folder, base.data, known), copied(base, tmp_path), None, is_brief=True)
    assert "invented: settings" in verdict.faults


def test_only_damage_to_a_mark_and_to_the_newest_journal_excuses_silence(base: Base) -> None:
    mark, newest, older = (Damage("", frozenset({f"snippets.{each}"})) for each in ("mark", "3.log", "2.log"))
    assert is_documented("silent: snippets", [mark, newest], base.folder)
    for fault, done in (
        ("silent: snippets", [newest]),
        ("silent: snippets", [mark]),
        ("silent: snippets", [mark, older]),
        ("silent: settings", [mark, newest]),
        ("invented: snippets", [mark, newest]),
    ):
        assert not is_documented(fault, done, base.folder)
