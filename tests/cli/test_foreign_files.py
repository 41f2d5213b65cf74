"""Files of another computer in the data folder: the next command says so, and import takes them over."""

import re
import shutil
from pathlib import Path

import pytest

from quickdesk.cli.context import Host
from quickdesk.cli.main import run
from quickdesk.commands.answer import Exit, done

Captured = pytest.CaptureFixture[str]


class Computer:
    """The command line on one data folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._host = Host(
            {"QUICKDESK_HOME": str(folder)},
            lambda _folder: done(),
            lambda _environment: {"session": "none"},
            lambda _trouble: None,
            lambda _folder, _request: None,
        )

    def run(self, *line: str) -> int:
        return run(line, self._host)

    def add(self, *titles: str) -> None:
        for title in titles:
            assert self.run("add", "--title", title, "--body", "正文") == Exit.DONE


@pytest.fixture
def computers(tmp_path: Path) -> tuple[Computer, Computer]:
    """Two computers that went on from the same data, the second further."""
    one, other = Computer(tmp_path / "one"), Computer(tmp_path / "other")
    one.add("both")
    shutil.copytree(one.folder, other.folder)
    one.add("one")
    other.add("other-1", "other-2")
    return one, other


@pytest.mark.parametrize("copied", ["snippets.json", "journal"])
def test_what_was_copied_is_reported_once_and_can_be_imported(
    computers: tuple[Computer, Computer], copied: str, capsys: Captured
) -> None:
    one, other = computers
    name = copied if copied != "journal" else max(path.name for path in other.folder.glob("snippets.*.log"))
    shutil.copy(other.folder / name, one.folder / name)
    capsys.readouterr()
    assert one.run("list") == Exit.DONE
    printed = capsys.readouterr()
    assert "does not belong to your data" in printed.err
    assert re.findall(r"\b(?:both|one|other-\d)\b", printed.out) == ["both", "one"]
    (way,) = re.findall(r'quickdesk import "(.*)"', printed.err)
    assert one.run("list") == Exit.DONE
    assert "check --acknowledge" in capsys.readouterr().err
    assert one.run("check", "--acknowledge") == Exit.DONE
    assert f'quickdesk import "{way}"' in capsys.readouterr().out
    assert one.run("list") == Exit.DONE
    assert capsys.readouterr().err == ""
    way = way.replace(".foreign-", ".kept-")
    assert one.run("import", way) == Exit.DONE
    assert one.run("list") == Exit.DONE
    found = set(re.findall(r"\b(?:both|one|other-\d)\b", capsys.readouterr().out))
    assert found == {"both", "one", "other-2"} | ({"other-1"} if copied == "snippets.json" else set())


def test_a_copy_of_a_sync_program_is_named_by_check(
    computers: tuple[Computer, Computer], capsys: Captured
) -> None:
    one, other = computers
    copy = one.folder / "snippets (conflicted copy).json"
    shutil.copy(other.folder / "snippets.json", copy)
    capsys.readouterr()
    assert one.run("check") == Exit.DONE
    assert f'quickdesk import "{copy}"' in capsys.readouterr().out
    copy.unlink()
    assert one.run("check") == Exit.DONE
    assert "conflicted" not in capsys.readouterr().out
