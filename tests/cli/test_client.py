import io
import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import BinaryIO

import pytest

from quickdesk.cli.client import ask, ask_bare_command, ask_pipe
from quickdesk.commands.answer import Exit, done
from quickdesk.settings.endpoint import LIMIT_BYTES

REQUEST = {"command": "find", "arguments": {"query": "退款"}}


@contextmanager
def program(
    folder: Path, *pieces: bytes, listen_only: bool = False, breaks_off: int = 0, ends: bool = False
) -> Iterator[list[bytes]]:
    """A program that answers one client with ``pieces``; yields the lines it received.

    To ``breaks_off`` clients before that one it says nothing, and ``ends`` with them.
    """
    received: list[bytes] = []
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(folder / "quickdesk.sock"))
        server.listen(0)

        def serve() -> None:
            for _ in range(breaks_off):
                client, _ = server.accept()
                with client, client.makefile("rb") as lines:
                    received.append(lines.readline())
                    if ends:
                        server.close()
            if ends:
                return
            client, _ = server.accept()
            with client, client.makefile("rb") as lines:
                received.append(lines.readline())
                for piece in pieces:
                    client.sendall(piece)

        thread = Thread(target=serve, daemon=True)
        if not listen_only:
            thread.start()
        yield received
        if not listen_only:
            thread.join(5)


def test_no_program_is_no_answer_at_all(tmp_path: Path) -> None:
    assert ask(tmp_path, REQUEST, 1) is None
    assert ask(tmp_path / "none", REQUEST, 1) is None


def test_what_a_crashed_program_left_is_no_program(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "quickdesk.sock"))
    assert ask(tmp_path, REQUEST, 1) is None
    (tmp_path / "quickdesk.sock").unlink()
    (tmp_path / "quickdesk.sock").write_text("a file")
    assert ask(tmp_path, REQUEST, 1) is None


def test_one_line_goes_and_one_comes(tmp_path: Path) -> None:
    answer = done(["退款", "\ud800"]).to_json()
    line = json.dumps(answer).encode() + b"\n"
    with program(tmp_path, line[:7], line[7:]) as received:
        assert ask(tmp_path, REQUEST, 5) == answer
    assert received[0].count(b"\n") == 1
    sent = json.loads(received[0])
    assert 0 < sent.pop("patience") < 5
    assert len(sent.pop("id")) == 20
    assert sent == REQUEST


def test_where_the_connection_breaks_off_it_is_sent_again_as_the_same(tmp_path: Path) -> None:
    with program(tmp_path, b'{"exit":0}\n', breaks_off=1) as received:
        assert ask(tmp_path, REQUEST, 5) == {"exit": 0}
    assert len(received) == 2
    assert received[0] == received[1]
    ids = iter(["a", "b"])
    (tmp_path / "other").mkdir()
    with program(tmp_path / "other", b'{"exit":0}\n') as received:
        ask(tmp_path / "other", REQUEST, 5, new_id=lambda: next(ids))
    assert json.loads(received[0])["id"] == "a"


def test_a_link_to_the_folder_leads_to_the_same_program(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    with program(tmp_path / "real", b'{"exit":0}\n'):
        assert ask(tmp_path / "link", REQUEST, 5) == {"exit": 0}


@pytest.mark.parametrize("answer", [b'{"exit":0}', b"not json\n", b"[]\n", b"[" * 100_000 + b"\n", b"\xff\n"])
def test_an_invalid_answer_is_reported(tmp_path: Path, answer: bytes) -> None:
    with program(tmp_path, answer):
        answer = ask(tmp_path, REQUEST, 5)
    assert answer is not None
    assert (answer["exit"], answer["problem"]) == (Exit.FAILED, "unknown-outcome")
    assert answer["facts"] == {"reason": "broken-off"}


def test_a_program_that_says_nothing_or_ends_leaves_the_outcome_unknown(tmp_path: Path) -> None:
    for reason in ("broken-off", "ended"):
        folder = tmp_path / reason
        folder.mkdir()
        with program(folder, breaks_off=1, ends=reason == "ended"):
            answer = ask(folder, REQUEST, 5)
        assert answer is not None
        assert (answer["problem"], answer["facts"]) == ("unknown-outcome", {"reason": reason})


def test_a_program_that_hangs_is_not_waited_for_longer_than_asked(tmp_path: Path) -> None:
    with program(tmp_path, listen_only=True):
        for request, name in ((REQUEST, "unknown-outcome"), ({"long": "x" * 1_000_000}, "no-answer")):
            answer = ask(tmp_path, request, 0.05)
            assert answer is not None
            assert (answer["problem"], answer["facts"]) == (name, {"reason": "timed-out"})


def test_a_program_at_whose_door_many_wait_is_not_taken_for_none(tmp_path: Path) -> None:
    with program(tmp_path, listen_only=True):
        waiting = [socket.socket(socket.AF_UNIX) for _ in range(3)]
        for each in waiting:
            each.setblocking(False)
            try:
                each.connect(str(tmp_path / "quickdesk.sock"))
            except BlockingIOError:
                break
        answer = ask(tmp_path, REQUEST, 0.05)
        assert answer is not None
        assert answer["facts"] == {"reason": "timed-out"}
        for each in waiting:
            each.close()


def test_a_request_too_long_to_send_is_reported(tmp_path: Path) -> None:
    long = {"content": "x" * LIMIT_BYTES}
    assert ask(tmp_path, long, 1) is None, "where no program listens it is run here"
    with program(tmp_path, listen_only=True):
        answer = ask(tmp_path, long, 1)
    assert answer is not None
    assert answer["problem"] == "request-too-long"


@pytest.mark.skipif(os.getuid() != 0, reason="only root can give a socket to another user")
def test_a_socket_of_another_user_hears_nothing(tmp_path: Path) -> None:
    with program(tmp_path, b'{"exit":0}\n', listen_only=True) as received:
        os.chown(tmp_path / "quickdesk.sock", 12345, 12345)
        assert ask(tmp_path, REQUEST, 1) is None
    assert received == []


def test_asking_needs_no_qt_and_little_else(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from quickdesk.cli.client import ask_bare_command, ask; "
        "ask(Path(sys.argv[1]), {}, 1); print('\\n'.join(sys.modules))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True
    )
    loaded = set(run.stdout.split())
    assert not {name for name in loaded if name.startswith(("PySide6", "tinydb", "numpy", "filelock"))}


class Pipe(io.BytesIO):
    """A Windows pipe: what is written and what is read are two things."""

    def __init__(self, answer: bytes) -> None:
        super().__init__(answer)
        self.received = b""

    def write(self, data: object) -> int:
        piece = bytes(data)[:5]  # type: ignore[call-overload]
        self.received += piece
        return len(piece)


class TestPipe:
    def test_one_line_goes_and_one_comes(self) -> None:
        pipe = Pipe(b'{"exit":0}\n')
        assert ask_pipe("p", b'{"command":"show"}\n', 1, lambda path: pipe) == {"exit": 0}
        assert pipe.received == b'{"command":"show"}\n'

    def test_no_pipe_is_no_program(self) -> None:
        def missing(path: str) -> BinaryIO:
            raise FileNotFoundError(path)

        assert ask_pipe("p", b"{}\n", 1, missing) is None
        assert ask_pipe("/nowhere/pipe", b"{}\n", 1) is None

    def test_a_request_too_long_is_reported_only_where_a_program_runs(self) -> None:
        def missing(path: str) -> BinaryIO:
            raise FileNotFoundError(path)

        long = b"x" * (LIMIT_BYTES + 1)
        pipe = Pipe(b'{"exit":0}\n')
        answer = ask_pipe("p", long, 1, lambda path: pipe)
        assert answer is not None
        assert answer["problem"] == "request-too-long"
        assert pipe.received == b""
        assert ask_pipe("p", long, 1, missing) is None

    def test_a_busy_pipe_is_tried_again(self) -> None:
        busy = OSError(22, "busy")
        busy.winerror = 231  # type: ignore[attr-defined]
        answers = [busy, busy, Pipe(b'{"exit":0}\n')]

        def open_pipe(path: str) -> BinaryIO:
            answer = answers.pop(0)
            if isinstance(answer, OSError):
                raise answer
            return answer

        assert ask_pipe("p", b"{}\n", 5, open_pipe) == {"exit": 0}

    def test_a_broken_pipe_is_reported(self) -> None:
        class Broken(Pipe):
            def write(self, data: object) -> int:
                raise OSError(22, "broken")

        answer = ask_pipe("p", b"{}\n", 1, lambda path: Broken(b""))
        assert answer is not None
        assert answer["problem"] == "no-answer"


def test_a_bare_command_is_answered_by_the_program(tmp_path: Path) -> None:
    home = {"QUICKDESK_HOME": str(tmp_path)}
    with program(tmp_path, b'{"exit":0}\n') as received:
        assert ask_bare_command(["toggle"], home) == {"exit": 0}
    assert b'{"command":"toggle","arguments":{},"id":' in received[0]


@pytest.mark.parametrize(
    "line", [[], ["find", "toggle"], ["toggle", "--json"], ["--home", "x", "toggle"], ["pause"], ["list"]]
)
def test_everything_else_goes_the_long_way(tmp_path: Path, line: list[str]) -> None:
    with program(tmp_path, b'{"exit":0}\n', listen_only=True) as received:
        assert ask_bare_command(line, {"QUICKDESK_HOME": str(tmp_path)}) is None
    assert received == []


def test_no_program_and_no_folder_go_the_long_way(tmp_path: Path) -> None:
    assert ask_bare_command(["toggle"], {"QUICKDESK_HOME": str(tmp_path)}) is None
    assert ask_bare_command(["toggle"], {"QUICKDESK_HOME": "~nobody-here/x"}) is None


@pytest.mark.parametrize("variable", ["QUICKDESK_HOME", "XDG_DATA_HOME"])
def test_little_is_imported_for_a_hotkey(tmp_path: Path, variable: str) -> None:
    code = (
        "import os, sys; before = set(sys.modules); import quickdesk.__main__; "
        "from quickdesk.cli.client import ask_bare_command; "
        "print(ask_bare_command(['toggle'], os.environ)); print(*set(sys.modules) - before)"
    )
    folder = tmp_path if variable == "QUICKDESK_HOME" else tmp_path / "quickdesk"
    folder.mkdir(exist_ok=True)
    environment = {**os.environ, "QUICKDESK_HOME": "", variable: str(tmp_path)}
    with program(folder, b'{"exit":0}\n'):
        ran = subprocess.run(
            [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
        )
    answer, loaded = ran.stdout.splitlines()
    assert answer == "{'exit': 0}"
    slow = {"argparse", "dataclasses", "inspect", "logging", "pathlib", "platformdirs", "typing"}
    assert not {*loaded.split()} & {*slow, "quickdesk.commands.registry", "quickdesk.cli.main"}
