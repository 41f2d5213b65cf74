"""The command line as a whole: exit codes, languages, who carries a command out, and what is printed."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from quickdesk.cli.context import Host
from quickdesk.cli.main import run
from quickdesk.commands.answer import Answer, Exit, done, problem
from quickdesk.settings.settings import Language, Settings
from quickdesk.storage.open import open_stores
from tests.cli.test_client import program

Captured = pytest.CaptureFixture[str]


class Surroundings:
    """A machine for the command line: what it starts, shows and asks is kept."""

    def __init__(self, home: Path, **environment: str) -> None:
        self.started: list[Path] = []
        self.troubles: list[str] = []
        self.asked: list[dict[str, Any]] = []
        self.start_answer: Answer = done()
        self.program: Callable[[dict[str, Any]], Answer] | None = None
        self.host = Host(
            {"QUICKDESK_HOME": str(home), **environment},
            self._start,
            lambda _environment: {"session": "none"},
            self.troubles.append,
            self._ask,
        )

    def _start(self, folder: Path) -> Answer:
        self.started.append(folder)
        return self.start_answer

    def _ask(self, _folder: Path, request: dict[str, Any]) -> Mapping[str, Any] | None:
        self.asked.append(request)
        return None if self.program is None else self.program(request).to_json()

    def run(self, *line: str) -> int:
        return run(line, self.host)


@pytest.fixture
def machine(tmp_path: Path) -> Surroundings:
    return Surroundings(tmp_path / "data")


def test_a_reply_lives_from_add_to_restore(machine: Surroundings, capsys: Captured) -> None:
    def answer(*line: str) -> Any:
        assert machine.run(*line, "--json") == Exit.DONE
        return json.loads(capsys.readouterr().out)

    new = answer("add", "--title", "运费险", "--body", "{称呼}有", "--code", "yfxs", "--folder", "售前/运费")
    assert (new["folder"], new["remark"]) == ("售前/运费", "")
    assert answer("find", "yfxs")[0]["id"] == new["id"]
    assert answer("render", new["id"], "--set", "称呼=亲，")["text"] == "亲，有"
    assert answer("edit", new["id"], "--title", "运费")["title"] == "运费"
    assert answer("edit", new["id"], "--remark", "先问主管")["remark"] == "先问主管"
    assert answer("edit", new["id"], "--ask", "几天到", "--ask", "多久")["asks"] == ["几天到", "多久"]
    assert answer("remove", new["id"])["id"] == new["id"]
    assert answer("restore", new["id"][:8])["title"] == "运费"
    assert any(row["id"] == new["id"] for row in answer("list"))


@pytest.mark.parametrize("line", [("add", "--title", "t", "--body", "b"), ("edit", "a1", "--title", "t")])
def test_a_field_that_an_older_program_ignored_is_reported(
    machine: Surroundings, capsys: Captured, line: tuple[str, ...]
) -> None:
    """The program of before an update may still run; it ignores the options that it does not know."""
    row = {"id": "a1", "title": "t", "body": "b", "code": "", "folder": "", "tags": []}
    machine.program = lambda _request: done(row)
    assert machine.run(*line) == Exit.DONE
    assert machine.run(*line, "--remark", "先问主管") == Exit.FAILED
    said = capsys.readouterr().err
    assert "--remark" in said
    assert "edit a1" in said
    assert machine.run(*line, "--ask", "几天到") == Exit.FAILED
    assert "without --ask:" in capsys.readouterr().err
    machine.program = lambda _request: done({**row, "remark": "先问主管"})
    assert machine.run(*line, "--remark", "先问主管") == Exit.DONE


@pytest.mark.parametrize(
    ("line", "code", "words"),
    [
        (["fly"], 2, "Not understood"),
        (["find"], 2, "Not understood"),
        (["edit", "starter"], 2, "Say what to change"),
        (["remove", "zzz"], 3, "No reply has the code or id zzz."),
        (["import", "none.csv"], 3, "File not found: none.csv"),
        (["add", "--title", "t", "--body", "a{b"], 4, "The reply was not saved"),
        (["render", "starter-zh-CN/tuikuan-jindu"], 4, "退款金额"),
        (["toggle"], 1, "quickdesk is not running"),
        (["pause", "5"], 1, "quickdesk is not running"),
        ([], 1, "There is no display"),
        (["--home", "~nobody-here/x", "list"], 5, "cannot be written"),
        (["export", "/nowhere/x.json"], 1, "cannot be written"),
    ],
)
def test_exit_codes_and_sentences(
    machine: Surroundings, line: list[str], code: int, words: str, capsys: Captured
) -> None:
    assert machine.run(*line) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert words in err


def test_data_in_use_is_waited_for_and_then_reported(machine: Surroundings, tmp_path: Path) -> None:
    with open_stores(tmp_path / "data"):
        assert machine.run("list") == Exit.DATA
    assert len(machine.asked) == 5


def test_the_running_program_is_asked_and_nothing_is_opened_here(
    machine: Surroundings, tmp_path: Path, capsys: Captured
) -> None:
    machine.program = lambda request: done([])
    assert machine.run("find", "退款", "到账", "--limit", "3") == Exit.DONE
    assert machine.asked == [
        {"command": "find", "arguments": {"query": "退款 到账", "limit": 3, "explain": False}}
    ]
    assert not (tmp_path / "data").exists()
    assert capsys.readouterr().out == "No replies yet.\n"


def test_finding_nothing_is_an_exit_of_its_own(machine: Surroundings, capsys: Captured) -> None:
    assert machine.run("find", "zzzzzz") == Exit.NOT_FOUND
    assert capsys.readouterr() == ("", "Nothing found for: zzzzzz\n")
    assert machine.run("find", "zzzzzz", "--json") == Exit.NOT_FOUND
    assert json.loads(capsys.readouterr().out) == []


def test_a_code_that_others_have_is_warned_of_and_taken(machine: Surroundings, capsys: Captured) -> None:
    assert machine.run("add", "--title", "一", "--body", "x", "--code", "zqzq") == Exit.DONE
    assert capsys.readouterr().err == ""
    assert machine.run("add", "--title", "二", "--body", "y", "--code", "ZQZQ", "--json") == Exit.DONE
    out, err = capsys.readouterr()
    assert json.loads(out)["code"] == "ZQZQ"
    assert "the code ZQZQ is used by other replies too: 一" in err
    assert machine.run("render", "zqzq") == Exit.NOT_FOUND
    assert "Several replies have the code zqzq" in capsys.readouterr().err
    assert machine.run("edit", json.loads(out)["id"], "--title", "三") == Exit.DONE
    assert capsys.readouterr().err == "", "said when the code was given, not at every change"


def test_a_code_stands_for_its_reply_everywhere(machine: Surroundings, capsys: Captured) -> None:
    machine.run("add", "--title", "一", "--body", "x", "--code", "zqzq")
    for command in ("edit", "render", "remove", "restore"):
        more = ["--title", "二"] if command == "edit" else []
        assert machine.run(command, "zqzq", *more) == Exit.DONE, command
    assert "二" in capsys.readouterr().out


def test_pause_says_how_long(machine: Surroundings) -> None:
    machine.program = lambda request: done()
    assert machine.run("pause", "15") == Exit.DONE
    assert machine.asked == [{"command": "pause", "arguments": {"minutes": 15, "off": False}}]


def test_without_a_command_the_program_starts_or_shows_itself(tmp_path: Path) -> None:
    machine = Surroundings(tmp_path, DISPLAY=":1")
    assert machine.run() == Exit.DONE
    assert machine.started == [tmp_path]
    machine.program = lambda request: done()
    assert machine.run() == Exit.DONE
    assert machine.started == [tmp_path]
    assert machine.asked[-1]["command"] == "show"


@pytest.mark.parametrize(("environment", "shown"), [({}, 0), ({"DESKTOP_STARTUP_ID": "menu-1"}, 1)])
def test_a_start_that_fails_is_shown_where_the_user_looks(
    tmp_path: Path, environment: dict[str, str], shown: int, capsys: Captured
) -> None:
    machine = Surroundings(tmp_path, DISPLAY=":1", **environment)
    machine.start_answer = problem(Exit.DATA, "data-newer", path="snippets.json")
    assert machine.run() == Exit.DATA
    assert "written by a newer quickdesk" in capsys.readouterr().err
    assert len(machine.troubles) == shown
    assert all("newer quickdesk" in words for words in machine.troubles)


def test_an_answer_that_was_received_already_is_not_asked_for_again(
    machine: Surroundings, capsys: Captured
) -> None:
    result = problem(Exit.FAILED, "broke").to_json()
    assert run(["toggle"], machine.host.with_answer(result)) == Exit.FAILED
    assert machine.asked == []
    assert "went wrong" in capsys.readouterr().err


def test_the_agents_language_comes_before_the_systems(tmp_path: Path, capsys: Captured) -> None:
    with open_stores(tmp_path) as stores:
        stores.settings.save(Settings(language=Language.SIMPLIFIED))
    english = Surroundings(tmp_path / "other", LC_ALL="en_US.UTF-8")
    for line in (("--home", str(tmp_path), "toggle"), ("toggle", f"--home={tmp_path}")):
        english.run(*line)
        assert "没有运行" in capsys.readouterr().err
    english.run("toggle")
    assert "not running" in capsys.readouterr().err
    Surroundings(tmp_path / "other", LC_ALL="zh_CN.UTF-8").run("toggle")
    assert "没有运行" in capsys.readouterr().err


def test_help_is_in_the_users_language(tmp_path: Path, capsys: Captured) -> None:
    machine = Surroundings(tmp_path, LC_ALL="zh_CN.UTF-8")
    for line in (["--help"], ["find", "--help"], ["--json", "find", "-h"], ["list", "more", "--help"]):
        assert machine.run(*line) == Exit.DONE
        assert "数据文件夹" in capsys.readouterr().out, line


def test_a_body_may_come_from_standard_input(
    machine: Surroundings, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("第一行\n第二行\n".encode())))
    assert machine.run("add", "--title", "t", "--body", "-", "--json") == Exit.DONE
    assert json.loads(capsys.readouterr().out)["body"] == "第一行\n第二行"


def test_an_export_is_written_whole_and_reported(
    machine: Surroundings, tmp_path: Path, capsys: Captured
) -> None:
    file = tmp_path / "replies.csv"
    assert machine.run("export", str(file), "--json") == Exit.DONE
    result = json.loads(capsys.readouterr().out)
    assert (result["path"], result["format"]) == (str(file), "csv")
    assert result["count"] >= 80
    assert machine.run("import", str(file), "--dry-run", "--json") == Exit.DONE
    data = json.loads(capsys.readouterr().out)
    assert (data["new"], data["same"]) == (0, result["count"])


def test_no_file_of_the_data_is_written_over(machine: Surroundings, tmp_path: Path, capsys: Captured) -> None:
    machine.run("add", "--title", "t", "--body", "b")
    (home,) = [each.parent for each in tmp_path.rglob("snippets.json")]
    before = (home / "snippets.json").read_bytes()
    for command in ("backup", "export"):
        code = machine.run(command, str(home / "snippets.json"), "--force")
        assert code == Exit.REFUSED
        assert "is in the data folder" in capsys.readouterr().err
    assert (home / "snippets.json").read_bytes() == before


def test_help_and_version_end_well(machine: Surroundings, capsys: Captured) -> None:
    assert machine.run("--help") == Exit.DONE
    assert "doctor" in capsys.readouterr().out
    assert machine.run("--version") == Exit.DONE
    assert capsys.readouterr().out.startswith("quickdesk ")


def test_the_doctor_looks_itself_where_no_program_runs(machine: Surroundings, capsys: Captured) -> None:
    assert machine.run("doctor", "--json") == Exit.DONE
    result = json.loads(capsys.readouterr().out)
    assert result["machine"] == {"session": "none"}
    assert result["program"] is None


def test_an_interrupted_command_has_failed(machine: Surroundings) -> None:
    def interrupt(_folder: Path, _request: dict[str, Any]) -> None:
        raise KeyboardInterrupt

    assert run(["list"], replace(machine.host, ask=interrupt)) == Exit.FAILED


COMMAND = [sys.executable, "-m", "quickdesk"]
HIT = b'{"id":"a1","code":"tk","title":"t","body":"b","folder":"","tags":[],"score":1.0,"spans":[]}'


def test_a_search_that_the_program_answers_imports_little(tmp_path: Path) -> None:
    with open_stores(tmp_path) as stores:
        stores.settings.save(Settings(language=Language.SIMPLIFIED))
    code = (
        "import sys; from quickdesk.__main__ import main; main(); sys.stderr.write('\\n'.join(sys.modules))"
    )
    environment = {**os.environ, "QUICKDESK_HOME": str(tmp_path)}
    line = [sys.executable, "-c", code, "find", "tk"]
    with program(tmp_path, b'{"exit":0,"data":[' + HIT + b'],"problem":"","facts":{}}\n'):
        ran = subprocess.run(line, env=environment, capture_output=True, text=True, check=True)
    assert ran.stdout == "tk  t  b\n"
    slow = {"numpy", "tinydb", "orjson", "filelock", "xml.etree.ElementTree", "quickdesk.replies.store"}
    assert set(ran.stderr.split()) & {*slow, "quickdesk.commands.registry", "quickdesk.storage.disk"} == set()


def piped(home: Path, line: str) -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, "QUICKDESK_HOME": str(home), "Q": " ".join(COMMAND)}
    return subprocess.run(
        ["bash", "-c", f"set -o pipefail; {line}"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_reader_that_has_enough_is_no_error(tmp_path: Path) -> None:
    for what in ("list", "export -", "--help"):
        done_ = piped(tmp_path, f"$Q {what} | head -c 10")
        assert (done_.returncode, done_.stderr) == (0, ""), what


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_output_that_cannot_be_written_is_reported(tmp_path: Path) -> None:
    for what in ("list", "export -"):
        done_ = piped(tmp_path, f"$Q {what} > /dev/full")
        assert done_.returncode == Exit.FAILED
        assert done_.stderr.count("\n") == 1
        assert "cannot be written" in done_.stderr


def test_an_export_to_standard_output_is_the_file_and_nothing_else(tmp_path: Path) -> None:
    assert json.loads(piped(tmp_path, "$Q export - --json").stdout)


def test_an_export_to_an_unknown_ending_is_wrong_usage(
    machine: Surroundings, tmp_path: Path, capsys: Captured
) -> None:
    assert machine.run("export", str(tmp_path / "out.xlsx")) == Exit.USAGE
    assert "out.xlsx" in capsys.readouterr().err
    assert not (tmp_path / "out.xlsx").exists()


def test_a_file_is_restored_as_a_backup_and_anything_else_as_an_id(
    machine: Surroundings, tmp_path: Path, capsys: Captured
) -> None:
    backup = str(tmp_path / "b.zip")
    assert machine.run("backup", backup) == Exit.DONE
    assert f"replies to {backup}" in capsys.readouterr().out
    assert machine.run("restore", backup, "--dry-run") == Exit.DONE
    assert "Would bring back 0" in capsys.readouterr().out
    assert machine.run("restore", backup) == Exit.DONE
    assert "already matches the backup" in capsys.readouterr().out
    assert machine.run("restore", "nowhere") == Exit.NOT_FOUND
    assert machine.run("restore", "nowhere", "--dry-run") == Exit.FAILED
    assert machine.run("restore", "nowhere/b.zip") == Exit.FAILED
    assert capsys.readouterr().err.count("File not found: ") == 2


def test_a_reply_in_the_trash_is_restored_though_a_file_has_its_name(
    machine: Surroundings, tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "zqzq").write_text("no backup")
    (tmp_path / "zqzq.zip").write_text("no backup")
    machine.run("add", "--title", "一", "--body", "x", "--code", "zqzq")
    machine.run("remove", "zqzq")
    assert machine.run("restore", str(tmp_path / "zqzq")) == Exit.FAILED
    assert machine.run("restore", "zqzq.zip") == Exit.FAILED
    assert machine.run("restore", "zqzq", "--dry-run") == Exit.FAILED
    assert capsys.readouterr().err.count("is not a quickdesk backup") == 3
    assert machine.run("restore", "zqzq") == Exit.DONE
    assert machine.run("restore", "zqzq") == Exit.FAILED, "now only the file has that name"


def test_a_file_that_is_there_is_replaced_only_by_force(
    machine: Surroundings, tmp_path: Path, capsys: Captured
) -> None:
    for command, name in (("export", "a.json"), ("backup", "b.zip")):
        file = tmp_path / name
        file.write_text("mine")
        assert machine.run(command, str(file)) == Exit.REFUSED
        assert "--force" in capsys.readouterr().err
        assert file.read_text() == "mine"
        assert machine.run(command, str(file), "--force") == Exit.DONE
        assert file.read_bytes() != b"mine"


def test_a_home_that_is_a_file_is_no_folder(machine: Surroundings, tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "file").write_text("x")
    assert machine.run("--home", str(tmp_path / "file"), "list") == Exit.DATA
    assert "is not a folder" in capsys.readouterr().err


def test_a_message_comes_as_words_or_from_standard_input(
    machine: Surroundings, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine.program = lambda _request: done([])
    machine.run("suggest", "退款", "多久到")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("发票\n".encode())))
    machine.run("suggest", "--limit", "9")
    asked = [each["arguments"] for each in machine.asked if each["command"] == "suggest"]
    assert asked == [{"message": "退款 多久到", "limit": 5}, {"message": "发票", "limit": 9}]


def test_reasons_are_printed_under_each_reply(machine: Surroundings, capsys: Captured) -> None:
    machine.run("add", "--title", "退款进度", "--body", "b", "--code", "zqx")
    capsys.readouterr()
    assert machine.run("find", "zqx", "--explain") == Exit.DONE
    row, reason, *_ = capsys.readouterr().out.splitlines()
    assert "退款进度" in row
    assert "+9000" in reason
    assert "zqx" in reason


DAMAGED_AND = {
    "nothing found": ("find", "qqqqqqqq"),
    "done": ("list",),
    "a reply that is not there": ("remove", "qqqqqqqq"),
    "output of a script": ("export", "-"),
    "a file that cannot be written": ("export", "/no/such/folder/x.json"),
    "nothing to undo": ("undo",),
}


@pytest.mark.parametrize("as_json", [False, True])
@pytest.mark.parametrize("ending", DAMAGED_AND)
def test_damage_is_reported_however_a_command_ends(
    machine: Surroundings, tmp_path: Path, capsys: Captured, ending: str, *, as_json: bool
) -> None:
    with open_stores(tmp_path / "data"):  # without the replies that come with the program: it is quicker
        pass
    for title in ("t", "u"):
        assert machine.run("add", "--title", title, "--body", "b") == Exit.DONE
    (tmp_path / "data" / "snippets.json").write_text("{half")
    capsys.readouterr()
    for words in ("snippets.json was damaged", "Files were set aside: ", "Files were set aside: "):
        machine.run(*DAMAGED_AND[ending], *["--json"] * as_json)
        result = capsys.readouterr().err
        assert words in result
        assert "snippets.json.damaged-1" in result
    assert machine.run("check", "--acknowledge") == Exit.DONE
    assert "Acknowledged. These files are not reported any more: " in capsys.readouterr().out
    machine.run(*DAMAGED_AND[ending], *["--json"] * as_json)
    assert "snippets.json" not in capsys.readouterr().err
