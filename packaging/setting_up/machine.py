"""The operations of the set-up on the computer, and its messages."""

from __future__ import annotations

import contextlib
import ctypes
import importlib
import importlib.util
import locale
import os
import re
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from subprocess import DEVNULL, PIPE, STDOUT

FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")


# As in quickdesk.text.controls, which needs a newer Python than this file.
_CONTROLS = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ud800-\udfff]"
)


def plain(text: str) -> str:
    """Return a text without control characters: paths and the output of programs may contain any."""
    return _CONTROLS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


class SetupError(Exception):
    """The machine cannot be set up; the message is shown to the user."""


class Machine:
    """Queries and changes of the system; the tests replace it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.env: Mapping[str, str] = os.environ
        self.platform = sys.platform
        self.python = str(getattr(sys, "_base_executable", None) or sys.executable)
        self.version = sys.version_info[:2]
        self.is_root = getattr(os, "geteuid", lambda: 1)() == 0
        self.language = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), None)

    def which(self, program: str) -> str | None:
        """Return the path of a program, None if there is none."""
        return shutil.which(program)

    def loads(self, library: str) -> bool:
        """Return whether a shared library and its dependencies can be loaded."""
        with contextlib.suppress(OSError):
            return bool(ctypes.CDLL(library))
        return False

    def has_module(self, name: str) -> bool:
        """Return whether a module of the standard library is installed (Debian omits some)."""
        importlib.invalidate_caches()
        return importlib.util.find_spec(name) is not None

    def fonts(self) -> str:
        """Return the names of all font files, one per line."""
        return "\n".join(
            file
            for folder in FONT_FOLDERS
            for _, _, files in os.walk(Path(folder).expanduser())
            for file in files
        )

    def run(self, command: Sequence[str], env: Mapping[str, str] | None = None) -> tuple[int, str]:
        """Run a program in the checkout and return its exit code and output."""
        whole = {**self.env, **(env or {})}
        try:
            done = subprocess.run(
                command, cwd=self.root, env=whole, stdin=DEVNULL, stdout=PIPE, stderr=STDOUT, check=False
            )
        except OSError as error:
            return 127, str(error)
        return done.returncode, done.stdout.decode("utf-8", "replace")

    def show(self, command: Sequence[str]) -> int:
        """Run a program in the checkout on this terminal and return its exit code."""
        return subprocess.run(command, cwd=self.root, check=False).returncode

    def become(self, command: list[str]) -> int:
        """Replace this process by a program; on Windows, run it and return its exit code."""
        if self.platform != "win32":
            os.execv(command[0], command)  # noqa: S606 - a path in the environment
        return subprocess.run(command, check=False).returncode

    def say(self, text: str, end: str = "\n") -> None:
        """Print a text for the user on standard error; standard output belongs to the program."""
        print(plain(text), end=end, file=sys.stderr, flush=True)


class Voice:
    """Prints progress in the language of the user: every sentence is in English and in Chinese.

    ``output`` is the output of the last command.
    """

    def __init__(self, machine: Machine, words: Mapping[str, tuple[str, str]]) -> None:
        self.machine = machine
        self.words = words
        language = (machine.language or locale.getlocale()[0] or "").lower()
        self.output = ""
        self.is_chinese = language.startswith(("zh", "chinese"))

    def word(self, key: str, **names: str) -> str:
        """Return a sentence in the user's language."""
        return self.words[key][self.is_chinese].format(**names)

    def step(
        self, word: str, command: Sequence[str], env: Mapping[str, str] | None = None, **names: str
    ) -> bool:
        """Run a command and print one line: its purpose, its duration, and the reason of a failure."""
        self.machine.say(self.word(word, **names) + " ... ", end="")
        start = time.monotonic()
        code, self.output = self.machine.run(command, env)
        self.machine.say(f"{'failed' if code else 'ok'} ({time.monotonic() - start:.1f} s)")
        if code:
            reason = "\n".join(self.output.rstrip().splitlines()[-40:])
            self.machine.say(f"$ {shlex.join(command)}\n{reason}")
        return code == 0
