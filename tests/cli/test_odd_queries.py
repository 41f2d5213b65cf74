"""Whatever is typed behind ``find`` and ``suggest`` has a sensible answer, in words and as JSON."""

import io
import json
import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from quickdesk.cli.context import Host
from quickdesk.cli.main import run
from quickdesk.cli.terminal import plain, width
from quickdesk.commands.answer import Exit, done
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change
from quickdesk.storage.open import open_stores

Captured = pytest.CaptureFixture[str]

FOUND, NONE, WRONG = Exit.DONE, Exit.NOT_FOUND, Exit.USAGE
REFUND = Snippet("a1", "退款进度", "您的退款正在审核。", "tkjd", ("售后",))
TWINS = [Snippet(f"id{number}", "退款", f"第{number}条：退款三天到账") for number in range(60)]
ODD = [
    ("", FOUND, WRONG),
    ("   ", FOUND, WRONG),
    ("\u3000\t\r\n", FOUND, WRONG),
    ("退" * 10_000, FOUND, WRONG),
    ("tuikuan " * 1_250, FOUND, WRONG),
    ("\x1b[2J\x07\x01", NONE, NONE),
    ("\u202e退款\u2066\u200f", FOUND, FOUND),
    ("\ufeff退款", FOUND, FOUND),
    ("👨\u200d👩\u200d👧😀🏽", NONE, NONE),
    ("\u200d\ufe0f", FOUND, NONE),
    ("???!!!，。、", NONE, NONE),
    (".*(退款|[a-z]+$^\\", FOUND, FOUND),
    ("%s%d{query}{0}", NONE, NONE),
    (os.fsdecode(b"\xff\xfe"), FOUND, NONE),
    (os.fsdecode("退款".encode() + b"\xed\xa0\x80"), FOUND, FOUND),
    ("\ud83d", FOUND, NONE),
    ("-1", NONE, NONE),
]


def host() -> Host:
    return Host({}, lambda _folder: done(), lambda _: {}, lambda _: None, lambda _folder, _request: None)


def folder_with(folder: Path, *snippets: Snippet) -> str:
    with open_stores(folder) as stores:
        stores.snippets.apply(Change(put=(Snippet("gone", "x", "x"), *snippets)))
        stores.snippets.apply(Change(remove=("gone",)))  # so that it is no first start
    return str(folder)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> str:
    return folder_with(tmp_path_factory.mktemp("home"), REFUND)


def typed(capsys: Captured, *line: str) -> tuple[int, str, str]:
    code = run(line, host())
    return code, *capsys.readouterr()


@pytest.mark.parametrize(("text", "find", "suggest"), ODD, ids=lambda value: ascii(value)[:20])
def test_odd_texts(home: str, text: str, find: Exit, suggest: Exit, capsys: Captured) -> None:
    for line, expected in ((("find",), find), (("find", "--explain"), find), (("suggest",), suggest)):
        code, out, err = typed(capsys, "--home", home, *line, text)
        assert code == expected
        assert bool(out) == (code == FOUND), "results go to standard output, all else to standard error"
        assert plain(out + err) == out + err, "nothing that a terminal would obey"
        assert all(width(row) <= 120 for row in (out + err).splitlines())
        code, out, err = typed(capsys, "--home", home, *line, "--json", text)
        assert (code, err) == (expected, "")
        data = json.loads(out)
        assert data["problem"] if code == WRONG else bool(data) == (code == FOUND)


def test_in_a_library_without_replies_that_is_reported(tmp_path: Path, capsys: Captured) -> None:
    home = folder_with(tmp_path)
    for line in (("find", "tk"), ("find", ""), ("find", "--explain", "退款"), ("suggest", "退款")):
        result = typed(capsys, "--home", home, *line)
        assert result == (NONE, "", "There are no replies yet. Add some with add or import.\n")
        assert typed(capsys, "--home", home, *line, "--json") == (NONE, "[]\n", "")


def test_in_a_library_of_one_title_each_is_listed_and_distinct(tmp_path: Path, capsys: Captured) -> None:
    home = folder_with(tmp_path, *TWINS)
    code, out, _ = typed(capsys, "--home", home, "find", "tk", "--limit", "100")
    assert (code, [line.split()[0] for line in out.splitlines()]) == (FOUND, [each.id for each in TWINS])
    code, out, _ = typed(capsys, "--home", home, "suggest", "退款到账了吗", "--json")
    assert code == FOUND
    assert len({row["id"] for row in json.loads(out)}) == 5


def test_a_user_at_a_terminal_is_prompted(
    home: str, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    for is_terminal in (True, False):
        stream = SimpleNamespace(buffer=io.BytesIO("退款\n".encode()), isatty=lambda here=is_terminal: here)
        monkeypatch.setattr(sys, "stdin", stream)
        code, out, err = typed(capsys, "--home", home, "suggest")
        assert code == FOUND
        assert out.startswith("tkjd")
        assert ("Ctrl+D" in err) == is_terminal
