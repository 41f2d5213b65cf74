"""The command ``data protect``: where the passphrase until now and the new one come from."""

from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from quickdesk.cli.commands.data import SUBCOMMANDS
from quickdesk.cli.context import Context
from quickdesk.cli.files import FileError
from quickdesk.cli.local import run_on_folder
from quickdesk.cli.parser import parse
from quickdesk.cli.passphrase import VARIABLE
from quickdesk.cli.words.catalog import Catalog
from quickdesk.commands.answer import Answer, Exit, Request
from tests.fakes.key_machine import OTHER, PASSPHRASE

ENGLISH = Catalog()
(DATA,) = SUBCOMMANDS


def requested(line: list[str], folder: Path, **environment: str) -> Mapping[str, Any]:
    host: Any = SimpleNamespace(environment=environment)
    return DATA.request(parse(["data", "protect", *line], ENGLISH), Context(host, folder, ENGLISH))


def protect(arguments: Mapping[str, Any], folder: Path) -> Answer:
    return run_on_folder(Request("data protect", arguments), folder)


@pytest.fixture
def new_file(tmp_path: Path) -> str:
    path = tmp_path / "new"
    path.write_text(f"{OTHER}\n")
    return str(path)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def test_the_first_one_needs_no_other(home: Path, new_file: str) -> None:
    assert requested(["--passphrase-file", new_file], home) == {"new": OTHER, "old": ""}
    assert requested([], home, **{VARIABLE: OTHER}) == {"new": OTHER, "old": ""}


class TestWithAPassphrase:
    @pytest.fixture(autouse=True)
    def _protected(self, home: Path) -> None:
        assert protect({"new": PASSPHRASE}, home).exit is Exit.DONE

    def test_the_environment_has_the_one_until_now(self, home: Path, new_file: str) -> None:
        found = requested(["--passphrase-file", new_file], home, **{VARIABLE: PASSPHRASE})
        assert found == {"new": OTHER, "old": PASSPHRASE}
        assert protect(found, home).exit is Exit.DONE
        assert protect({"off": True, "old": OTHER}, home).data["method"] != "passphrase"

    def test_a_file_has_it(self, home: Path, tmp_path: Path) -> None:
        (tmp_path / "old").write_text(PASSPHRASE)
        found = requested(["--off", "--old-passphrase-file", str(tmp_path / "old")], home)
        assert found == {"off": True, "old": PASSPHRASE}

    @pytest.mark.parametrize("line", [["--off"], ["--passphrase-file", "{new}"]])
    def test_without_it_nothing_is_changed(self, home: Path, new_file: str, line: list[str]) -> None:
        with pytest.raises(FileError) as caught:
            requested([each.replace("{new}", new_file) for each in line], home)
        assert caught.value.answer.problem == "no-passphrase-given"
        refused = protect({"off": True}, home)
        assert (refused.exit, refused.problem) == (Exit.REFUSED, "old-passphrase-needed")
