"""Kills the real program with SIGKILL during a mixed load and checks the data it leaves.

    python -m tests.bench.kills --kills 500

Most rounds kill the tray program (offscreen) while clients add, edit, remove, restore and import through its
socket, and other commands run at the same time; the others kill commands that own the data themselves. After
each kill the data is checked: every acknowledged change is there, a pending one completely or not at all. In
some rounds the data folder or its lock file is renamed, replaced or taken over while the program runs
(:mod:`tests.bench.folder_moves`): an acknowledged change is in the folder in which it was acknowledged. The
exit code is 1 if an acknowledged change is lost, an unknown one is there, or the data is damaged.
"""

import argparse
import base64
import json
import os
import random
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from quickdesk.cli.client import ask
from quickdesk.replies.store import StoreError
from quickdesk.storage.open import open_stores
from tests.bench.acknowledged import Client, Count, Reply
from tests.bench.folder_moves import SOCKET, Renamed, copied, some_move
from tests.storage.clean import is_clean

EXECUTABLE = Path(sys.executable).with_name("quickdesk")
MAX_CONCURRENT_COMMANDS = 3
REQUESTS_INTO_NOTHING = 5
_NOT_INHERITED = ("DISPLAY", "WAYLAND_DISPLAY", "QUICKDESK_HOME")


class Kills:
    """One data folder whose programs are killed repeatedly."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder = folder
        self.count = Count()
        self._chance = random.Random(seed)
        kept = {name: value for name, value in os.environ.items() if name not in _NOT_INHERITED}
        self._env = {**kept, "QUICKDESK_HOME": str(folder), "QT_QPA_PLATFORM": "offscreen"}
        self._socket_clients = [Client(f"s{n}", random.Random(seed + n)) for n in range(2)]
        self._command_client = Client("c", random.Random(seed + 9))
        self._others = 0

    def round(self) -> None:
        """Kill a program once and check the data."""
        chance = self._chance.random()
        if chance < 0.04:
            self._delete_folder()
            self.count.moves += 1
        elif chance < 0.3:
            self._move_folder(some_move(self.folder, self._chance))
            self.count.moves += 1
        elif chance < 0.8:
            self._kill_program()
            self.count.tray_kills += 1
        else:
            self._kill_command()
            self.count.command_kills += 1
        self._check()

    def _kill_program(self) -> None:
        process = self._start()
        threads = [threading.Thread(target=self._load, args=(each,)) for each in self._socket_clients]
        threads.append(threading.Thread(target=self._commands, args=(process,)))
        try:
            if self._wait_until_it_answers(process):
                for thread in threads:
                    thread.start()
                time.sleep(self._chance.uniform(0.0, 0.5))
        finally:
            process.kill()
            process.wait()
            for thread in threads:
                if thread.ident is not None:
                    thread.join()

    def _move_folder(self, move: Renamed) -> None:
        """Change the folder under load; the program ends before or after the change is reverted."""
        process = self._start(home=move.home)
        threads = [
            threading.Thread(target=self._load, args=(each, move, process)) for each in self._socket_clients
        ]
        other = self._new_client()
        is_back = False
        try:
            if self._wait_until_it_answers(process):
                for thread in threads:
                    thread.start()
                is_back = self._moved(move, other)
        finally:
            end = self._chance.choice((process.kill, process.terminate))
            end()
            process.wait()
            for thread in threads:
                if thread.ident is not None:
                    thread.join()
        if not is_back:
            self._put_back(move, other)

    def _delete_folder(self) -> None:
        """Delete the folder while requests are waiting: none of them may succeed."""
        process = self._start()
        copy = self.folder.with_name("copy")
        client = self._new_client()
        try:
            if self._wait_until_it_answers(process):
                waiting = [connected(self.folder) for _ in range(REQUESTS_INTO_NOTHING)]
                copied(self.folder)
                while self.folder.exists():  # the program may create its lock file again meanwhile
                    shutil.rmtree(self.folder, ignore_errors=True)
                client.may_move = True
                for connection in waiting:
                    command, arguments = client.next_request()
                    request = {"command": command, "arguments": _sendable(arguments)}
                    answer = answered(connection, request)
                    if answer is None:
                        client.pending = {}
                    else:
                        client.heard(answer)
        finally:
            process.terminate()
            process.wait()
        created = sorted(str(path) for path in (self.folder, *self.folder.rglob("*")) if path.exists())
        assert not created, f"a deleted folder was created again: {created}"
        self.count.invented += client.acknowledged
        self._compare((client,), {})
        copy.rename(self.folder)

    def _moved(self, move: Renamed, other: Client) -> bool:
        """Make the change and let other owners run; return whether it is reverted before the program ends."""
        time.sleep(self._chance.uniform(0.0, 0.4))
        move.go()
        time.sleep(self._chance.uniform(0.0, 0.2))
        if move.has_other_owner:
            for _ in range(self._chance.randint(1, MAX_CONCURRENT_COMMANDS)):
                self._end(self._command(other, move.home), other)
        if not move.comes_back or self._chance.random() < 0.5:
            return False
        self._put_back(move, other)
        time.sleep(self._chance.uniform(0.0, 0.3))
        return True

    def _put_back(self, move: Renamed, other: Client) -> None:
        if move.has_other_owner:
            self._compare((other,), self._found(move.home))
        move.back()

    def _new_client(self) -> Client:
        self._others += 1
        return Client(f"o{self._others}", random.Random(self._chance.random()))

    def _kill_command(self) -> None:
        """Kill a command at a random time; one that has ended before was answered."""
        process = self._command(self._command_client)
        time.sleep(self._chance.uniform(0.05, 0.6))
        process.kill()
        self._end(process, self._command_client)

    def _load(
        self, client: Client, move: Renamed | None = None, program: subprocess.Popen[bytes] | None = None
    ) -> None:
        client.may_move = move is not None and move.is_refused
        while True:
            command, arguments = client.next_request()
            folder = self.folder if move is None else move.reach
            answer = ask(folder, {"command": command, "arguments": _sendable(arguments)}, 60)
            if answer is None:  # the program did not receive it
                client.pending = {}
                if program is None or program.poll() is not None:
                    return
                time.sleep(0.01)
            elif answer["problem"] in ("no-answer", "unknown-outcome"):
                return
            else:
                client.heard(answer)

    def _commands(self, program: subprocess.Popen[bytes]) -> None:
        """Run one command during the load; it is killed with the program, or after it."""
        process = self._command(self._command_client)
        while process.poll() is None and program.poll() is None:
            time.sleep(0.01)
        process.kill()
        self._end(process, self._command_client)

    def _command(self, client: Client, home: Path | None = None) -> subprocess.Popen[bytes]:
        while True:
            command, arguments = client.next_request()
            if command != "import":
                break
        named = [f"--{name}={value}" for name, value in arguments.items() if name not in ("id", "body")]
        body = ["--body", "-"] if "body" in arguments else []
        process = self._start(
            command, *([arguments["id"]] if "id" in arguments else []), *named, *body, "--json", home=home
        )
        assert process.stdin
        try:
            process.stdin.write(arguments.get("body", "").encode())
            process.stdin.close()
        except BrokenPipeError:
            pass
        return process

    def _end(self, process: subprocess.Popen[bytes], client: Client) -> None:
        assert process.stdout
        out = process.stdout.read()
        process.stdout.close()
        if process.wait() == 0:
            client.heard({"exit": 0, "problem": "", "data": json.loads(out)})

    def _start(self, *arguments: str, home: Path | None = None) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            (str(EXECUTABLE), *arguments),
            env=self._env if home is None else {**self._env, "QUICKDESK_HOME": str(home)},
            stdin=subprocess.PIPE if arguments else subprocess.DEVNULL,
            stdout=subprocess.PIPE if arguments else subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def _wait_until_it_answers(self, process: subprocess.Popen[bytes]) -> bool:
        end = time.monotonic() + 60
        while time.monotonic() < end and process.poll() is None:
            answer = ask(self.folder, {"command": "hide", "arguments": {}}, 60)
            if answer is not None and answer["exit"] == 0:
                return True
            time.sleep(0.01)
        self.count.failed_opens += 1
        return False

    def _check(self) -> None:
        self._compare((*self._socket_clients, self._command_client), self._found(self.folder))

    def _found(self, folder: Path) -> dict[str, Reply] | None:
        """Return the replies of the clients in a folder by title; None if it cannot be read."""
        try:
            with open_stores(folder, read_only=True) as stores:
                if not is_clean(stores.report):
                    print("alarm:", stores.report, file=sys.stderr)
                    self.count.alarms += 1
                live, removed = stores.snippets.snippets(), stores.snippets.removed()
        except StoreError as error:
            if folder.exists():
                print("not opened:", error, file=sys.stderr)
                self.count.failed_opens += 1
            return None
        return {
            each.title: Reply(int(each.body.split()[0]), is_removed, each.id)
            for is_removed, snippets in ((False, live), (True, removed))
            for each in snippets
            if "-" in each.title and each.body.split()[0].isdecimal()
        }

    def _compare(self, clients: Sequence[Client], found: Mapping[str, Reply] | None) -> None:
        if found is None:
            return
        for client in clients:
            client.compare(found, self.count)


def connected(folder: Path) -> socket.socket:
    """Return a connection to the program on this folder, with no request sent yet."""
    connection = socket.socket(socket.AF_UNIX)
    connection.settimeout(60)
    connection.connect(str(folder / SOCKET))
    return connection


def answered(connection: socket.socket, request: Mapping[str, Any]) -> dict[str, Any] | None:
    """Send a request and return the answer; None if the program ended before."""
    with connection, connection.makefile("rb") as lines:
        try:
            connection.sendall(json.dumps(request).encode() + b"\n")
            line = lines.readline()
        except (BrokenPipeError, ConnectionResetError):
            return None
    answer: dict[str, Any] | None = json.loads(line) if line else None
    return answer


def _sendable(arguments: Mapping[str, Any]) -> dict[str, Any]:
    if "csv" not in arguments:
        return dict(arguments)
    content = base64.b64encode(arguments["csv"].encode()).decode()
    return {"files": [{"name": "load.csv", "content": content}]}


def main() -> int:
    """Run the requested number of kills and print the totals."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        kills = Kills(Path(folder) / "data", options.seed)
        for _ in range(options.kills):
            kills.round()
            if not kills.count.is_good:
                break
        journals = len(list(kills.folder.glob("*.log")))
    print(kills.count, f"{journals} journals, {time.perf_counter() - start:.0f} s")
    return int(not kills.count.is_good)


if __name__ == "__main__":
    sys.exit(main())
