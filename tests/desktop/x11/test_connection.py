"""A display that cannot be opened raises one exception and leaves no open socket."""

import gc
import os
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("Xlib")

from quickdesk.desktop.x11.connection import X11UnavailableError, open_display

REFUSED = b"\x00\x04\x0b\x00\x00\x00\x01\x00no!\x00"


def open_sockets() -> set[str]:
    targets = set()
    for link in Path("/proc/self/fd").iterdir():
        try:
            target = str(link.readlink())
        except FileNotFoundError:
            continue  # the one that lists them
        if target.startswith("socket:"):
            targets.add(target)
    return targets


@pytest.fixture
def without_collector() -> Iterator[None]:
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("without_collector")
@pytest.mark.parametrize("name", [":31987", "unix/:31987", "127.0.0.1:987", "no display", ""])
def test_a_missing_display(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    before = open_sockets()
    with pytest.raises(X11UnavailableError) as caught:
        open_display(name)
    assert caught.value.__cause__ is not None  # the error of python-xlib is kept, so nothing is collected yet
    assert open_sockets() == before


@pytest.mark.usefixtures("without_collector")
@pytest.mark.parametrize("answer", [REFUSED, b""], ids=["refused", "closed"])
def test_a_server_that_refuses_the_connection(answer: bytes) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(f"\0/tmp/.X11-unix/X{os.getpid()}")
        server.listen()

        def serve() -> None:
            guest, _ = server.accept()
            with guest:
                guest.recv(4096)
                guest.sendall(answer)

        serving = threading.Thread(target=serve)
        serving.start()
        before = open_sockets()
        with pytest.raises(X11UnavailableError) as caught:
            open_display(f":{os.getpid()}")
        serving.join()
        assert caught.value.__cause__ is not None
        assert open_sockets() == before
