"""Files named on the command line: each failure has its problem, an export is whole."""

import base64
import os
import stat
from pathlib import Path

import pytest

from quickdesk.cli.files import MAX_BYTES, FileError, check_before_writing, check_home, read_all, write


def named(found: list[dict[str, str]]) -> dict[str, bytes]:
    return {file["name"]: base64.b64decode(file["content"]) for file in found}


def test_a_file_comes_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "回复.md").write_bytes(b"\xff\x00")
    assert named(read_all([str(tmp_path / "回复.md")])) == {"回复.md": b"\xff\x00"}


def test_a_folder_stands_for_all_readable_files_in_it(tmp_path: Path) -> None:
    (tmp_path / "售后").mkdir()
    (tmp_path / "售后" / "退款.md").write_text("a", "utf-8")
    (tmp_path / "b.csv").write_text("b", "utf-8")
    (tmp_path / "picture.png").write_bytes(b"c")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "x.md").write_text("d", "utf-8")
    assert named(read_all([str(tmp_path)])) == {"b.csv": b"b", "售后/退款.md": b"a"}


@pytest.mark.parametrize(("name", "problem"), [("missing.md", "no-such-file"), ("folder", "empty-folder")])
def test_what_is_not_there_is_reported(tmp_path: Path, name: str, problem: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(FileError) as caught:
        read_all([str(tmp_path / name)])
    assert caught.value.answer.problem == problem


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    huge = tmp_path / "huge.csv"
    with huge.open("wb") as file:
        file.truncate(200 * 2**20)
    with pytest.raises(FileError) as caught:
        read_all([str(huge)])
    assert caught.value.answer.problem == "file-too-large"
    assert caught.value.answer.facts["most"] == MAX_BYTES // 2**20


def test_an_export_replaces_the_file_whole(tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    target.write_text("old", "utf-8")
    write(str(target), b"new", replace=True)
    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


def test_an_export_that_fails_leaves_what_was_there(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    for name, problem in (("folder", "not-a-file"), ("no/such/place.json", "unwritable-new-file")):
        with pytest.raises(FileError) as caught:
            write(str(tmp_path / name), b"new", replace=True)
        assert caught.value.answer.problem == problem
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_a_file_is_replaced_only_by_force(tmp_path: Path) -> None:
    there = tmp_path / "thesis.json"
    there.write_text("x")
    check_before_writing(str(tmp_path / "new.json"), replace=False)
    check_before_writing(str(there), replace=True)
    check_before_writing("-", replace=False)
    for name, problem in ((str(there), "file-exists"), (str(tmp_path), "not-a-file")):
        with pytest.raises(FileError) as caught:
            check_before_writing(name, replace=False)
        assert caught.value.answer.problem == problem


def test_a_file_that_came_while_an_export_was_made_is_kept(tmp_path: Path) -> None:
    there = tmp_path / "thesis.json"
    there.write_text("x")
    with pytest.raises(FileError) as caught:
        write(str(there), b"new", replace=False)
    assert caught.value.answer.problem == "file-exists"
    assert there.read_text() == "x"
    assert list(tmp_path.iterdir()) == [there]


def test_a_data_folder_that_is_a_file_is_called_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    check_home(tmp_path)
    check_home(tmp_path / "none")
    with pytest.raises(FileError) as caught:
        check_home(tmp_path / "file")
    assert caught.value.answer.problem == "not-a-folder"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_only_its_owner_may_read_an_export_unless_the_file_said_otherwise(tmp_path: Path) -> None:
    new, shared = tmp_path / "new.csv", tmp_path / "shared.csv"
    shared.write_text("before")
    shared.chmod(0o664)
    before = os.umask(0)
    try:
        write(str(new), b"x", replace=False)
        write(str(shared), b"x", replace=True)
    finally:
        os.umask(before)
    assert [stat.S_IMODE(file.stat().st_mode) for file in (new, shared)] == [0o600, 0o664]
