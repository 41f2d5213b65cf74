"""SIGKILLs of the real program during a mixed load, and what each left behind.

    python -m tests.bench.kills --kills 500

Most rounds kill the tray program (offscreen) while clients add, edit, remove, restore and import through
its socket, and commands run beside them; the others kill commands that own the data themselves. After each
kill the data is looked at: every change that was answered is there, the one under way wholly or not at all.
Exit code 1 where anything acknowledged is lost, anything is there that nobody made, or the data is damaged.
"""

import argparse
import base64
import json
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from quickdesk.cli.client import ask
from quickdesk.replies.store import StoreError
from quickdesk.storage.open import open_stores
from tests.storage.clean import is_clean

EXECUTABLE = Path(sys.executable).with_name("quickdesk")
KEYS_OF_A_CLIENT = 40
BIG_BODY = 80_000
_NOT_INHERITED = ("DISPLAY", "WAYLAND_DISPLAY", "QUICKDESK_HOME")


@dataclass(frozen=True, slots=True)
class Reply:
    """What is known of one reply: the number in its body, where it lies, and its id."""

    number: int
    is_removed: bool = False
    id: str = ""

    @property
    def place(self) -> tuple[int, bool]:
        return self.number, self.is_removed


@dataclass
class Count:
    """What happened in all."""

    tray_kills: int = 0
    command_kills: int = 0
    acknowledged: int = 0
    lost: int = 0
    invented: int = 0
    torn_imports: int = 0
    failed_opens: int = 0
    alarms: int = 0
    refused: int = 0

    @property
    def is_good(self) -> bool:
        bad = (self.lost, self.invented, self.torn_imports, self.failed_opens, self.alarms, self.refused)
        return not any(bad)


@dataclass
class Client:
    """Changes replies of its own, one change at a time, whose outcome it knows or leaves ``pending``."""

    name: str
    chance: random.Random
    known: dict[str, Reply] = field(default_factory=dict)
    pending: dict[str, Reply] = field(default_factory=dict)
    number: int = 0
    acknowledged: int = 0
    refused: int = 0

    def next_request(self) -> tuple[str, dict[str, Any]]:
        """Decide on a change, note it as pending and return the command and its arguments."""
        self.number += 1
        if self.chance.random() < 0.1:
            return self._import()
        key = f"{self.name}-{self.chance.randrange(KEYS_OF_A_CLIENT)}"
        old = self.known.get(key)
        if old is None:
            self.pending = {key: Reply(self.number)}
            return "add", {"title": key, "body": self._body(), "code": key}
        if old.is_removed:
            self.pending = {key: replace(old, is_removed=False)}
            return "restore", {"id": old.id}
        if self.chance.random() < 0.2:
            self.pending = {key: replace(old, is_removed=True)}
            return "remove", {"id": old.id}
        self.pending = {key: replace(old, number=self.number)}
        return "edit", {"id": old.id, "body": self._body()}

    def heard(self, answer: Mapping[str, Any]) -> None:
        """The pending change was answered."""
        if answer["exit"] != 0:
            print("refused:", answer, file=sys.stderr)
            self.refused += 1
            return
        for key, reply in self.pending.items():
            data = answer["data"]
            told = data.get("id", "") if isinstance(data, dict) else ""
            self.known[key] = replace(reply, id=reply.id or told)
        self.acknowledged += 1
        self.pending = {}

    def compare(self, found: Mapping[str, Reply], count: Count) -> None:
        """Hold what was found against what was answered, and go on from there."""
        came = {
            key for key, reply in self.pending.items() if key in found and found[key].place == reply.place
        }
        count.torn_imports += 0 < len(came) < len(self.pending)
        mine = {key: each for key, each in found.items() if key.rpartition("-")[0] == self.name}
        for key, reply in self.known.items():
            if key not in came and (key not in mine or mine[key].place != reply.place):
                count.lost += 1
        count.invented += sum(1 for key in mine if key not in self.known and key not in came)
        self.known, self.pending = mine, {}
        count.acknowledged, self.acknowledged = count.acknowledged + self.acknowledged, 0
        count.refused, self.refused = count.refused + self.refused, 0

    def _import(self) -> tuple[str, dict[str, Any]]:
        """One transaction of some new replies."""
        keys = [f"{self.name}-import{self.number}.{part}" for part in range(3)]
        self.pending = {key: Reply(self.number) for key in keys}
        rows = "".join(f"{key},{self._body(0)},{key}\n" for key in keys)
        return "import", {"csv": f"title,body,code\n{rows}"}

    def _body(self, big: int = BIG_BODY) -> str:
        length = big if self.chance.random() < 0.12 else self.chance.randrange(300)
        return f"{self.number} {'正文' * (length // 2)}".strip()


class Kills:
    """One data folder, killed again and again."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder = folder
        self.count = Count()
        self._chance = random.Random(seed)
        kept = {name: value for name, value in os.environ.items() if name not in _NOT_INHERITED}
        self._env = {**kept, "QUICKDESK_HOME": str(folder), "QT_QPA_PLATFORM": "offscreen"}
        self._socket_clients = [Client(f"s{n}", random.Random(seed + n)) for n in range(2)]
        self._command_client = Client("c", random.Random(seed + 9))

    def round(self) -> None:
        """Kill once and look."""
        if self._chance.random() < 0.7:
            self._kill_program()
            self.count.tray_kills += 1
        else:
            self._kill_command()
            self.count.command_kills += 1
        self._look()

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

    def _kill_command(self) -> None:
        """Kill a command at a moment of its life; one that was quicker was answered."""
        process = self._command(self._command_client)
        time.sleep(self._chance.uniform(0.05, 0.6))
        process.kill()
        self._end(process, self._command_client)

    def _load(self, client: Client) -> None:
        while True:
            command, arguments = client.next_request()
            answer = ask(self.folder, {"command": command, "arguments": _sendable(arguments)}, 60)
            if answer is None or answer["problem"] in ("no-answer", "unknown-outcome"):
                if answer is None:  # nobody heard it
                    client.pending = {}
                return
            client.heard(answer)

    def _commands(self, program: subprocess.Popen[bytes]) -> None:
        """Run one command beside the load; it is killed with the program, or the program before it."""
        process = self._command(self._command_client)
        while process.poll() is None and program.poll() is None:
            time.sleep(0.01)
        process.kill()
        self._end(process, self._command_client)

    def _command(self, client: Client) -> subprocess.Popen[bytes]:
        while True:
            command, arguments = client.next_request()
            if command != "import":
                break
        named = [f"--{name}={value}" for name, value in arguments.items() if name not in ("id", "body")]
        body = ["--body", "-"] if "body" in arguments else []
        process = self._start(
            command, *([arguments["id"]] if "id" in arguments else []), *named, *body, "--json"
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
            client.heard({"exit": 0, "data": json.loads(out)})

    def _start(self, *arguments: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            (str(EXECUTABLE), *arguments),
            env=self._env,
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

    def _look(self) -> None:
        try:
            with open_stores(self.folder, read_only=True) as stores:
                self.count.alarms += not is_clean(stores.report)
                live, removed = stores.snippets.snippets(), stores.snippets.removed()
        except StoreError as error:
            if self.folder.exists():
                print("not opened:", error, file=sys.stderr)
                self.count.failed_opens += 1
            return
        found = {
            each.title: Reply(int(each.body.split()[0]), is_removed, each.id)
            for is_removed, snippets in ((False, live), (True, removed))
            for each in snippets
            if each.title.split("-")[0] in ("s0", "s1", "c")
        }
        for client in (*self._socket_clients, self._command_client):
            client.compare(found, self.count)


def _sendable(arguments: Mapping[str, Any]) -> dict[str, Any]:
    if "csv" not in arguments:
        return dict(arguments)
    content = base64.b64encode(arguments["csv"].encode()).decode()
    return {"files": [{"name": "load.csv", "content": content}]}


def main() -> int:
    """Kill as often as asked for and print what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        kills = Kills(Path(folder) / "data", asked.seed)
        for _ in range(asked.kills):
            kills.round()
            if not kills.count.is_good:
                break
        journals = len(list(kills.folder.glob("*.log")))
    print(kills.count, f"{journals} journals, {time.perf_counter() - start:.0f} s")
    return int(not kills.count.is_good)


if __name__ == "__main__":
    sys.exit(main())
