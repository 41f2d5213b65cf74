"""Bad files, wrong commands and random bytes, while the program runs."""

import os
from pathlib import Path

import pytest

from tests.e2e.program import Program

pytestmark = pytest.mark.desktop


def test_bad_files_are_refused_with_a_message(program: Program, tmp_path: Path) -> None:
    before = program.cli("list", "--json").out
    files = {
        "random.bin": os.urandom(4096),
        "random.csv": os.urandom(4096),
        "empty.md": b"",
        "half.json": b'{"format": "quickdesk", "snippets": [{"title": "a", "bo',
        "other.json": b'{"hello": [1, 2]}',
        "archive.docx": b"PK\x03\x04" + os.urandom(500),
    }
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
        done = program.cli("import", str(tmp_path / name))
        assert done.exit == 1, (name, done.out)
        assert name in done.err
    with (tmp_path / "large.csv").open("wb") as large:
        large.truncate(200 * 2**20)
    done = program.cli("import", str(tmp_path / "large.csv"))
    assert (done.exit, "200" in done.err) == (1, True)
    assert program.cli("list", "--json").out == before


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("frobnicate",), 2),
        (("find",), 2),
        (("pause", "0"), 2),
        (("pause", "soon"), 2),
        (("import", "no-such-file.md"), 3),
        (("import", "/"), 1),
        (("import", __file__, "--format", "word"), 2),
        (("export", "/no/such/folder/out.json"), 1),
        (("render", "no-such-id"), 3),
        (("remove", "no-such-id"), 3),
        (("restore", "no-such-id"), 3),
        (("edit", "no-such-id", "--title", "t"), 3),
        (("add", "--title", "t", "--body", "{a{b}}"), 4),
        (("add", "--title", "t", "--body", "{open"), 4),
        (("add", "--title", "t", "--body", ""), 4),
        (("add", "--title", "t"), 2),
    ],
)
def test_wrong_commands_have_their_exit_code(
    program: Program, tmp_path: Path, arguments: tuple[str, ...], code: int
) -> None:
    if arguments == ("import", "/"):
        arguments = ("import", str(tmp_path))
    done = program.cli(*arguments)
    assert done.exit == code, done
    assert done.err
    assert "Traceback" not in done.err


def test_a_reply_of_a_megabyte_is_refused_and_the_program_continues(program: Program) -> None:
    done = program.cli("add", "--title", "t", "--body", "-", stdin="长".encode() * 350_000)
    assert done.exit == 4
    assert program.add("短", code="zqshort")


def test_random_bytes_on_the_socket_do_no_harm(program: Program) -> None:
    import socket

    for data in (
        b"\n",
        b"{}\n",
        b"[1]\n",
        b'{"command": 7}\n',
        os.urandom(9000) + b"\n",
        b'{"command":"quit"',
    ):
        with socket.socket(socket.AF_UNIX) as client:
            client.connect(str(program.folder / "quickdesk.sock"))
            client.sendall(data)
    assert program.ask("hide") is not None
