import os
import subprocess
import sys
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


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems ask platformdirs")
@pytest.mark.parametrize("base", ["", "relative", "/data", "/data/", "//data", "~/x"])
def test_the_usual_place_is_that_of_platformdirs(base: str) -> None:
    environment = {**os.environ, "XDG_DATA_HOME": base}
    assert str(data_folder(None, environment)) == _folder_of_platformdirs(environment)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems ask platformdirs")
@pytest.mark.parametrize("home", ["", "relative", ".", "/home", "/home/", "//home", None])
def test_a_home_folder_that_is_no_absolute_path_gives_way_as_for_platformdirs(home: str | None) -> None:
    environment = {**os.environ, "XDG_DATA_HOME": ""}
    environment.pop("HOME", None)
    if home is not None:
        environment["HOME"] = home
    assert str(data_folder(None, environment)) == _folder_of_platformdirs(environment)


def _folder_of_platformdirs(environment: dict[str, str]) -> str:
    code = "import platformdirs; print(platformdirs.user_data_path('quickdesk', appauthor=False))"
    ran = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    return ran.stdout.strip()


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
