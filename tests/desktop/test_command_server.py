import json
import os
import socket
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from quickdesk.cli.client import ask
from quickdesk.desktop.command_connection import ClientLimits, IsDisconnected, SendAnswer
from quickdesk.desktop.command_server import CommandServer, CommandServerError
from quickdesk.storage.disk import wait

Serve = Callable[..., CommandServer]
Handle = Callable[[dict[str, Any]], dict[str, Any]]
CLIENTS = ThreadPoolExecutor(24)


def echo(request: dict[str, Any]) -> dict[str, Any]:
    return {"heard": request}


def without_id(request: dict[str, Any]) -> dict[str, Any]:
    """Return the request without the id that the client adds."""
    return {name: value for name, value in request.items() if name not in ("id", "patience")}


@pytest.fixture
def serve(qapp: object, tmp_path: Path) -> Iterator[Serve]:
    servers: list[CommandServer] = []

    def start(
        handle: Handle = echo,
        folder: Path = tmp_path,
        environment: Mapping[str, str] = os.environ,
        **options: int,
    ) -> CommandServer:
        def at_once(request: dict[str, Any], take: SendAnswer, _is_disconnected: IsDisconnected) -> None:
            take(handle(without_id(request)))

        server = CommandServer(folder, at_once, ClientLimits(**options))
        server.listen(environment)
        servers.append(server)
        return server

    yield start
    for server in servers:
        server.close()
        server.deleteLater()


def in_thread(qtbot: QtBot, work: Callable[..., Any], *arguments: Any) -> Any:
    """Run the client on a thread while the event loop of the program runs."""
    future = CLIENTS.submit(work, *arguments)
    qtbot.waitUntil(future.done, timeout=20_000)
    return future.result()


def talk(folder: Path, *chunks: bytes, then_close: bool = False) -> bytes:
    """Send raw bytes and return the whole answer."""
    with socket.socket(socket.AF_UNIX) as client:
        client.settimeout(20)
        client.connect(str(folder / "quickdesk.sock"))
        for chunk in chunks:
            client.sendall(chunk)
        if then_close:
            return b""
        received = b""
        try:
            while chunk := client.recv(1 << 16):
                received += chunk
        except ConnectionResetError:
            pass
        return received


def test_a_request_is_handled_and_its_answer_returned(qtbot: QtBot, serve: Serve, tmp_path: Path) -> None:
    serve()
    request = {"command": "add", "arguments": {"title": "退款😀", "body": "\ud800\n\0"}}
    assert in_thread(qtbot, ask, tmp_path, request, 5) == {"heard": request}
    assert in_thread(qtbot, ask, tmp_path, {}, 5) == {"heard": {}}


def test_the_socket_is_for_this_user_only_and_is_removed_at_the_end(serve: Serve, tmp_path: Path) -> None:
    server = serve()
    place = tmp_path / "quickdesk.sock"
    assert stat.S_IMODE(place.stat().st_mode) & 0o077 == 0
    server.close()
    assert not place.exists()
    assert ask(tmp_path, {}, 1) is None


def test_the_socket_of_a_crashed_owner_is_replaced(qtbot: QtBot, serve: Serve, tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as crashed:
        crashed.bind(str(tmp_path / "quickdesk.sock"))
    serve()
    assert in_thread(qtbot, ask, tmp_path, {"a": 1}, 5) == {"heard": {"a": 1}}


def test_the_socket_of_another_program_at_the_same_path_stays(
    qtbot: QtBot, serve: Serve, tmp_path: Path
) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    server = serve(folder=folder)
    folder.rename(tmp_path / "renamed")
    folder.mkdir()
    serve(lambda _: {"heard": "by the other"}, folder=folder)
    server.stop_listening()
    server.close()
    assert json.loads(in_thread(qtbot, talk, folder, b"{}\n")) == {"heard": "by the other"}
    assert [each.name for each in folder.iterdir()] == ["quickdesk.sock"]


def test_a_file_at_the_address_is_kept_and_another_address_used(
    qtbot: QtBot, serve: Serve, tmp_path: Path
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "quickdesk.sock").write_text("mine")
    environment = {"XDG_RUNTIME_DIR": str(tmp_path)}
    serve(echo, tmp_path / "data", environment)
    assert (tmp_path / "data" / "quickdesk.sock").read_text() == "mine"
    assert in_thread(qtbot, ask, tmp_path / "data", {"a": 1}, 5, environment) == {"heard": {"a": 1}}


@pytest.mark.skipif(os.name == "nt", reason="Windows does not let an open folder be renamed")
def test_a_program_whose_folder_was_renamed_receives_commands_for_the_old_path(
    qtbot: QtBot, serve: Serve, tmp_path: Path, short_path: Path
) -> None:
    folder, environment = short_path / "data", {"XDG_RUNTIME_DIR": str(short_path)}
    folder.mkdir()
    server = serve(echo, folder, environment)
    beside = CommandServer(
        folder, lambda request, take, _is_disconnected: take({"beside": without_id(request)})
    )
    folder.rename(short_path / "renamed")
    assert in_thread(qtbot, ask, folder, {"a": 1}, 5, environment) is None
    place = beside.listen(environment, in_folder=False)
    assert Path(place).parent == short_path
    folder.mkdir()
    assert in_thread(qtbot, ask, folder, {"a": 1}, 5, environment) == {"beside": {"a": 1}}
    beside.close()
    assert not Path(place).exists()
    folder.rmdir()
    (short_path / "renamed").rename(folder)
    assert in_thread(qtbot, ask, folder, {"a": 1}, 5, environment) == {"heard": {"a": 1}}
    server.close()
    beside.deleteLater()


@pytest.fixture
def short_path() -> Iterator[Path]:
    """A folder whose path is short enough for a socket, unlike those of pytest."""
    with tempfile.TemporaryDirectory(dir="/tmp") as name:
        yield Path(name)


def test_a_folder_with_a_long_path_is_served_elsewhere(
    qtbot: QtBot, serve: Serve, tmp_path: Path, short_path: Path
) -> None:
    folder = tmp_path / ("数据" * 30)
    folder.mkdir()
    environment = {"XDG_RUNTIME_DIR": str(short_path / "none"), "TMPDIR": str(short_path)}
    serve(echo, folder, environment)
    assert in_thread(qtbot, ask, folder, {"a": 1}, 5, environment) == {"heard": {"a": 1}}


def test_without_any_address_it_raises(qapp: object, short_path: Path) -> None:
    server = CommandServer(short_path / "none", lambda request, take, _is_disconnected: take(request))
    with pytest.raises(CommandServerError) as refusal:
        server.listen({"TMPDIR": str(short_path / "none")})
    assert len(refusal.value.addresses) == 2


@pytest.mark.parametrize(
    "line",
    [b"\n", b"x\n", b"[]\n", b"null\n", b'{"a":\n', b"\xff\xfe\n", b"[" * 100_000 + b"\n", b'{"a":1}x\n'],
)
def test_a_malformed_request_is_refused_and_the_next_is_handled(
    qtbot: QtBot, serve: Serve, tmp_path: Path, line: bytes
) -> None:
    serve()
    answer = json.loads(in_thread(qtbot, talk, tmp_path, line))
    assert (answer["exit"], answer["problem"]) == (2, "malformed-request")
    assert in_thread(qtbot, ask, tmp_path, {"a": 1}, 5) == {"heard": {"a": 1}}


def test_a_request_beyond_the_limit_is_refused_before_its_end(
    qtbot: QtBot, serve: Serve, tmp_path: Path
) -> None:
    handled: list[object] = []
    serve(lambda request: {"n": handled.append(request)}, request_bytes=1 << 20)
    for _ in range(5):
        answer = in_thread(qtbot, ask, tmp_path, {"x": "y" * (3 << 20)}, 10)
        assert answer["problem"] == "request-too-long"
    assert handled == []
    assert in_thread(qtbot, ask, tmp_path, {"a": 1}, 5) == {"n": None}


def test_a_request_and_an_answer_of_many_megabytes(qtbot: QtBot, serve: Serve, tmp_path: Path) -> None:
    serve()
    request = {"body": "退货" * 2_000_000}
    assert in_thread(qtbot, ask, tmp_path, request, 30) == {"heard": request}


def test_a_client_that_disconnects_early_does_no_harm(qtbot: QtBot, serve: Serve, tmp_path: Path) -> None:
    handled: list[object] = []
    serve(lambda request: {"n": handled.append(request)})
    for chunks in ((), (b'{"half":',), (b'{"whole":1}\n',)):
        CLIENTS.submit(talk, tmp_path, *chunks, then_close=True).result()
    assert in_thread(qtbot, ask, tmp_path, {"last": 1}, 5) == {"n": None}
    assert handled == [{"last": 1}]


def test_a_client_that_never_finishes_or_never_reads_is_disconnected(
    qtbot: QtBot, serve: Serve, tmp_path: Path
) -> None:
    server = serve(lambda request: {"long": "x" * 5_000_000}, request_ms=50, answer_ms=50)
    assert in_thread(qtbot, talk, tmp_path) == b""
    assert in_thread(qtbot, talk, tmp_path, b'{"half":') == b""
    with socket.socket(socket.AF_UNIX) as deaf:
        deaf.connect(str(tmp_path / "quickdesk.sock"))
        deaf.sendall(b"{}\n")
        answer = in_thread(qtbot, ask, tmp_path, {}, 5)
        assert len(answer["long"]) == 5_000_000
        qtbot.waitUntil(lambda: not server._connections)


def test_a_request_in_chunks_with_data_after_the_line(qtbot: QtBot, serve: Serve, tmp_path: Path) -> None:
    serve()
    line = json.dumps({"名": "退款"}, ensure_ascii=False).encode()
    chunks = [bytes([byte]) for byte in line]
    answer = in_thread(qtbot, talk, tmp_path, *chunks, b"\n" + b'{"second":1}\n')
    assert json.loads(answer) == {"heard": {"名": "退款"}}


def test_many_clients_at_once_each_get_their_own_answer(qtbot: QtBot, serve: Serve, tmp_path: Path) -> None:
    serve()
    futures: list[Future[Any]] = [CLIENTS.submit(ask, tmp_path, {"n": number}, 10) for number in range(60)]
    qtbot.waitUntil(lambda: all(future.done() for future in futures), timeout=20_000)
    assert [future.result() for future in futures] == [{"heard": {"n": number}} for number in range(60)]


def connected(folder: Path, count: int) -> list[socket.socket]:
    """Return idle connected clients; the event loop of the program must run meanwhile."""
    clients = []
    for _ in range(count):
        client = socket.socket(socket.AF_UNIX)
        client.settimeout(20)
        while True:  # the system lets only so many wait to be accepted
            try:
                client.connect(str(folder / "quickdesk.sock"))
                break
            except BlockingIOError:
                wait(0.01)
        clients.append(client)
    return clients


def test_idle_clients_do_not_block_other_clients(qtbot: QtBot, serve: Serve, tmp_path: Path) -> None:
    serve(request_ms=60_000)
    with ExitStack() as silent:
        for client in in_thread(qtbot, connected, tmp_path, 300):
            silent.enter_context(client)
        assert in_thread(qtbot, ask, tmp_path, {}, 20) == {"heard": {}}


def test_a_slow_client_is_disconnected_like_an_idle_one(qtbot: QtBot, serve: Serve, tmp_path: Path) -> None:
    serve(request_ms=100)

    def drip() -> int:
        (client,) = connected(tmp_path, 1)
        with client:
            client.settimeout(0.02)
            for count in range(1_000):
                try:
                    client.sendall(b" ")
                    client.recv(1)
                except TimeoutError:
                    continue
                except (BrokenPipeError, ConnectionResetError):
                    pass
                return count
        return -1

    assert 0 < in_thread(qtbot, drip) < 1_000


def test_a_client_being_served_is_kept_and_others_wait(qtbot: QtBot, tmp_path: Path) -> None:
    later = Later()
    server = CommandServer(tmp_path, later, ClientLimits(max_connections=3))
    server.listen()
    first = [CLIENTS.submit(ask, tmp_path, {"n": number}, 20) for number in range(3)]
    qtbot.waitUntil(lambda: len(later.waiting) == 3)
    talk(tmp_path, b'{"n": 9}\n', then_close=True)
    last = CLIENTS.submit(ask, tmp_path, {"n": 3}, 20)
    qtbot.wait(50)
    assert len(later.waiting) == 3
    for request, take in list(later.waiting):
        take({"heard": request})
    qtbot.waitUntil(lambda: len(later.waiting) == 4, timeout=20_000)
    later.waiting[3][1]({"heard": later.waiting[3][0]})
    futures = [*first, last]
    qtbot.waitUntil(lambda: all(future.done() for future in futures), timeout=20_000)
    assert [future.result() for future in futures] == [{"heard": {"n": number}} for number in range(4)]
    server.close()


def test_a_request_of_a_disconnected_client_is_dropped(qtbot: QtBot, tmp_path: Path) -> None:
    later = Later()
    server = CommandServer(tmp_path, later)
    server.listen()
    # As with a program that was stopped meanwhile: its loop does not turn until the clients are gone.
    for number in range(5):
        talk(tmp_path, b'{"n": %d}\n' % number, then_close=True)
    asked = CLIENTS.submit(talk, tmp_path, b'{"n": 5}\n')
    qtbot.waitUntil(lambda: bool(later.waiting), timeout=20_000)
    assert [request for request, _ in later.waiting] == [{"n": 5}]
    later.waiting[0][1]({})
    qtbot.waitUntil(asked.done, timeout=20_000)
    server.close()


@pytest.mark.parametrize("fault", [lambda request: 1 / 0, lambda request: {"not": object()}])
def test_an_exception_in_the_handler_propagates_and_the_client_does_not_wait(
    qtbot: QtBot, serve: Serve, tmp_path: Path, fault: Handle
) -> None:
    serve(fault)
    with capture_exceptions() as mistakes:
        answer = in_thread(qtbot, ask, tmp_path, {}, 5)
    assert answer["problem"] == "unknown-outcome"
    assert [kind for kind, _, _ in mistakes] in ([ZeroDivisionError] * 2, [TypeError] * 2), "it asked again"


def test_the_answer_to_quit_still_arrives(qtbot: QtBot, serve: Serve, tmp_path: Path) -> None:
    servers: list[CommandServer] = []
    servers.append(serve(lambda request: {"closing": bool(servers)}))
    future = CLIENTS.submit(ask, tmp_path, {"command": "quit"}, 5)
    qtbot.waitUntil(future.done)
    servers[0].close()
    assert future.result() == {"closing": True}


def test_a_pending_request_is_answered_after_listening_has_stopped(qtbot: QtBot, tmp_path: Path) -> None:
    waiting: list[SendAnswer] = []
    server = CommandServer(tmp_path, lambda _request, take, _is_disconnected: waiting.append(take))
    server.listen()
    asked = CLIENTS.submit(talk, tmp_path, b"{}\n")
    qtbot.waitUntil(lambda: bool(waiting))
    server.stop_listening()
    assert ask(tmp_path, {"command": "show"}, 5) is None
    waiting[0]({"exit": 0})
    qtbot.waitUntil(asked.done)
    assert asked.result() == b'{"exit":0}\n'
    server.close()


def test_waiting_clients_are_disconnected_when_the_program_closes(
    qtbot: QtBot, serve: Serve, tmp_path: Path
) -> None:
    server = serve()
    future = CLIENTS.submit(talk, tmp_path, b'{"half":')
    qtbot.waitUntil(lambda: bool(server._connections))
    server.close()
    qtbot.waitUntil(future.done)
    assert future.result() == b""


def test_a_separate_client_process(qtbot: QtBot, serve: Serve, tmp_path: Path) -> None:
    serve()
    code = (
        "import sys; from pathlib import Path; from quickdesk.cli.client import ask; "
        "print(ask(Path(sys.argv[1]), {'a': 1}, 5))"
    )

    def run() -> str:
        return subprocess.run(
            [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True
        ).stdout

    assert in_thread(qtbot, run) == "{'heard': {'a': 1}}\n"


class Later:
    """A handler that answers later."""

    def __init__(self) -> None:
        self.waiting: list[tuple[dict[str, Any], SendAnswer]] = []
        self.is_disconnected: list[IsDisconnected] = []

    def __call__(self, request: dict[str, Any], take: SendAnswer, is_disconnected: IsDisconnected) -> None:
        self.waiting.append((without_id(request), take))
        self.is_disconnected.append(is_disconnected)


def test_an_answer_may_come_later_and_others_need_not_wait(qtbot: QtBot, tmp_path: Path) -> None:
    later = Later()
    server = CommandServer(tmp_path, later, ClientLimits(request_ms=50, answer_ms=2_000))
    server.listen()
    first = CLIENTS.submit(talk, tmp_path, b'{"n": 1}\n{"n": 9}\n')
    qtbot.waitUntil(lambda: len(later.waiting) == 1)
    second = CLIENTS.submit(talk, tmp_path, b'{"n": 2}\n')
    qtbot.waitUntil(lambda: len(later.waiting) == 2)
    for request, take in reversed(later.waiting):
        take(request)
    qtbot.waitUntil(lambda: first.done() and second.done(), timeout=20_000)
    assert [json.loads(each.result()) for each in (first, second)] == [{"n": 1}, {"n": 2}]
    server.close()


def test_a_client_that_disconnects_before_the_answer_does_no_harm(qtbot: QtBot, tmp_path: Path) -> None:
    later = Later()
    server = CommandServer(tmp_path, later)
    server.listen()
    with socket.socket(socket.AF_UNIX) as client:
        client.connect(str(tmp_path / "quickdesk.sock"))
        client.sendall(b'{"n": 1}\n')
        qtbot.waitUntil(lambda: len(later.waiting) == 1)
        assert not later.is_disconnected[0]()
    qtbot.waitUntil(later.is_disconnected[0])
    with capture_exceptions() as exceptions:
        later.waiting[0][1]({})
    assert exceptions == []
    server.close()
