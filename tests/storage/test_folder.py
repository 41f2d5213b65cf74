from pathlib import Path

import pytest

from quickdesk.replies.store import StoreError, StoreProblem
from quickdesk.storage.folder import data_folder, prepare_folder
from tests.fakes.disk import MemoryDisk


def test_the_command_line_comes_before_the_environment_and_that_before_the_usual_place() -> None:
    assert data_folder("/a", {"QUICKDESK_HOME": "/b"}) == Path("/a")
    assert data_folder(None, {"QUICKDESK_HOME": "/b"}) == Path("/b")
    usual = data_folder(None, {})
    assert usual.is_absolute()
    assert usual.name == "quickdesk"


def test_an_empty_name_is_none() -> None:
    assert data_folder("", {"QUICKDESK_HOME": ""}) == data_folder(None, {})


def test_a_relative_path_and_the_home_folder_are_made_absolute() -> None:
    assert data_folder("x/y", {}) == Path.cwd() / "x/y"
    assert data_folder("~/x", {}) == Path.home() / "x"


@pytest.mark.parametrize("bad", ["a\0b", "~nobody-of-that-name/x"])
def test_a_path_that_cannot_be_is_refused(bad: str) -> None:
    with pytest.raises(StoreError) as refusal:
        data_folder(bad, {})
    assert refusal.value.problem is StoreProblem.NOT_WRITABLE


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for folder in (
        tmp_path / "file",
        tmp_path / "file" / "x",
        Path("/proc/quickdesk"),
        tmp_path / ("长" * 200),
    ):
        with pytest.raises(StoreError) as refusal:
            prepare_folder(folder)
        assert refusal.value.problem is StoreProblem.NOT_WRITABLE
    with pytest.raises(StoreError):
        prepare_folder(tmp_path, MemoryDisk(fail_at=1))
