"""The longest time of an ``add`` in the running program while a large file is imported.

    python -m tests.bench.changes_beside_import

Replies are added one after another from the request of the import until its answer; the slowest
counts. The program runs without a display.
"""

import base64
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from quickdesk.cli.client import ask
from quickdesk.exchange.formats import write
from quickdesk.exchange.parsed import Format
from quickdesk.exchange.tables.table import write_table
from tests.bench.library import replies

_ROWS = 100_000
_MB = 1 << 20
_SECONDS_TO_START = 30.0
_SECONDS_TO_IMPORT = 120.0
_PAUSE_SECONDS = 0.02

FILES: Mapping[str, Callable[[], tuple[str, bytes]]] = {
    "100,000 replies, CSV": lambda: ("a.csv", write_table(replies(_ROWS))),
    "100,000 replies, JSON": lambda: ("a.json", write(replies(_ROWS), Format.JSON)),
    "30 MB of line ends": lambda: ("a.csv", b"title,body\nt,b\n" + b"\r" * 30 * _MB),
    "1 MB of line ends": lambda: ("a.csv", b"title,body\nt,b\n" + b"\r" * 1_000_000),
    "60 MB of commas": lambda: ("a.csv", b"title,body\nt,b\n" + b"," * 60 * _MB),
    "30 MB of braces": lambda: ("a.csv", b"title,body\n" + (b"t," + b"{" * 10_000 + b"\n") * 300),
}


class Program:
    """The running program on a data folder of its own."""

    def __init__(self, home: Path) -> None:
        self._home = home
        environment = {
            **os.environ,
            "QUICKDESK_HOME": str(home),
            "DISPLAY": ":none",
            "QT_QPA_PLATFORM": "offscreen",
        }
        self._process = subprocess.Popen([sys.executable, "-m", "quickdesk"], env=environment)
        until = time.monotonic() + _SECONDS_TO_START
        while self.ask("list") is None and time.monotonic() < until:
            time.sleep(_PAUSE_SECONDS)

    def ask(self, command: str, **arguments: Any) -> Mapping[str, Any] | None:
        return ask(self._home, {"command": command, "arguments": arguments}, _SECONDS_TO_IMPORT)

    def close(self) -> None:
        self.ask("quit")
        self._process.wait()


def measure(program: Program, name: str, content: bytes) -> str:
    """Return a line with the duration of the import and of the slowest change during it."""
    file = {"name": name, "content": base64.b64encode(content).decode("ascii")}
    answers: list[Mapping[str, Any] | None] = []
    begun = time.perf_counter()
    importing = threading.Thread(target=lambda: answers.append(program.ask("import", files=[file])))
    importing.start()
    slowest, added = 0.0, 0
    while importing.is_alive():
        requested = time.perf_counter()
        answer = program.ask("add", title=f"在 {begun} {added}", body="在的，亲")
        slowest, added = max(slowest, time.perf_counter() - requested), added + 1
        if answer is None or answer["exit"] != 0:
            return f"an add failed: {answer}"
        time.sleep(_PAUSE_SECONDS)
    taken = time.perf_counter() - begun
    (answer,) = answers
    came = "no answer" if answer is None else answer["problem"] or f"{answer['data']['new']} new"
    return f"import {taken:6.2f} s, {came}; {added} adds, the slowest {slowest * 1000:.0f} ms"


def main() -> None:
    """Measure every file with its own program and print a line for each."""
    for what, make in FILES.items():
        with tempfile.TemporaryDirectory() as home:
            program = Program(Path(home))
            try:
                print(f"{what:24}{measure(program, *make())}", flush=True)
            finally:
                program.close()


if __name__ == "__main__":
    main()
