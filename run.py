#!/usr/bin/env python3
"""Set up and start quickdesk: the one file to run on a fresh machine, with nothing but Python.

``python3 run.py [arguments]`` starts the program, ``python3 run.py test [pytest arguments]`` checks it.
Missing packages are installed first: the Python packages of constraints.txt into .venv (with uv, else venv
and pip), only files with a checksum in it, and, as root on Debian and Ubuntu, system packages with apt. If
that is not possible, the command to run is printed. Later starts check a stamp in .venv only.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import re
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
sys.path.insert(1, str(ROOT / "packaging"))

from setting_up.checks import check  # noqa: E402 - it is in another folder
from setting_up.machine import Machine, SetupError, Voice  # noqa: E402
from setting_up.system_packages import SystemPackages  # noqa: E402

# Each in English and in Chinese.
WORDS = {
    "old": (
        "quickdesk needs Python 3.11 or newer. With uv: uv run --no-project --python 3.11 run.py",
        "quickdesk 需要 Python 3.11 或更高版本。有 uv 时可执行：uv run --no-project --python 3.11 run.py",
    ),
    "broken": (
        "The environment in .venv is unfinished or broken; making it anew.",
        ".venv 不完整，重新创建。",
    ),
    "venv": ("Making the Python environment in .venv", "在 .venv 中创建 Python 环境"),
    "pip": ("Installing Python packages (about 300 MB the first time)", "安装 Python 依赖（首次约 300 MB）"),
    "project": ("Installing quickdesk itself", "安装 quickdesk"),
    "no_pip": (
        "Install uv, or Python's venv and pip, and try again.",
        "请安装 uv，或 Python 的 venv 和 pip，然后重试。",
    ),
    "hash": (
        "A downloaded package has another checksum than it should (see above). Nothing was installed.",
        "下载的软件包校验和不符（见上），没有安装。",
    ),
    "failed": ("The set-up did not succeed, see above; try again.", "安装没有完成，原因见上，请重试。"),
    "display": (
        "There is no display here (DISPLAY and WAYLAND_DISPLAY are not set). In the terminal use:\n{usage}",
        "这里没有图形界面（未设置 DISPLAY 和 WAYLAND_DISPLAY）。在终端中可以这样使用：\n{usage}",
    ),
}
# The messages of pip and uv about a wrong checksum.
WRONG_HASH = re.compile(r"DO NOT MATCH THE HASHES|hash mismatch", re.IGNORECASE)
# For the program, and for its tests.
PINS = ("constraints.txt", "constraints-tests.txt")
USAGE = "  python3 run.py find 退款\n  python3 run.py --help"


class Setup:
    """Installs what the arguments need on this machine."""

    def __init__(self, machine: Machine, arguments: Sequence[str]) -> None:
        self.machine = machine
        self.arguments = list(arguments)
        self.testing = self.arguments[:1] == ["test"]
        self.pins = PINS if self.testing else PINS[:1]
        self.voice = Voice(machine, WORDS)
        self.word, self.step = self.voice.word, self.voice.step
        self.venv = machine.root / ".venv"
        self.unfinished = self.venv / "quickdesk-unfinished"
        # Fingerprints of the installation: for the program, and with the tools of the tests.
        self.stamps = (self.venv / "quickdesk-app.stamp", self.venv / "quickdesk-test.stamp")
        shown = machine.env.get("DISPLAY") or machine.env.get("WAYLAND_DISPLAY")
        self.has_display = machine.platform != "linux" or bool(shown)

    def main(self) -> int:
        """Set up, then run the arguments; return the exit code."""
        if self.machine.version < (3, 11):
            self.machine.say(self.word("old"))
            return 1
        try:
            self.prepare()
        except SetupError as error:
            self.machine.say(str(error))
            return 1
        if self.testing:
            return check(self.machine, self.program, self.arguments[1:])
        if not self.arguments and not self.has_display:
            self.machine.say(self.word("display", usage=USAGE))
            return 1
        return self.machine.become([self.program("quickdesk"), *self.arguments])

    def prepare(self) -> None:
        """Install missing packages; raises SetupError if that is not possible."""
        ready = self.is_ready()
        if ready and self.arguments and not self.testing:
            return
        if self.machine.platform == "linux":
            opens_windows = self.testing or (not self.arguments and self.has_display)
            system = SystemPackages(self.machine, for_tests=self.testing)
            system.install(opens_windows=opens_windows, needs_venv=not ready and not self.installers())
        if not ready:
            with locked(self.machine.root / "run.py"):
                if not self.is_ready():
                    self.install_python_packages()

    def program(self, name: str) -> str:
        """Return the path of a program in the environment."""
        windows = self.machine.platform == "win32"
        return str(self.venv / "Scripts" / f"{name}.exe" if windows else self.venv / "bin" / name)

    def is_ready(self) -> bool:
        """Return whether the environment is complete and fits the current files."""
        stamps = [read(stamp) for stamp in (self.stamps[1:] if self.testing else self.stamps)]
        is_complete = Path(self.program("quickdesk")).exists() and not self.unfinished.exists()
        return is_complete and self.fingerprint() in filter(None, stamps)

    def fingerprint(self) -> str:
        """Return a hash of everything that determines the environment; empty without a Python in it."""
        python, root = Path(self.program("python")), self.machine.root
        files = [root / name for name in ("pyproject.toml", *PINS, "run.py")]
        parts = [str(root), os.path.realpath(python), *map(read, [*files, self.venv / "pyvenv.cfg"])]
        return hashlib.sha256("\0".join(parts).encode()).hexdigest() if python.exists() else ""

    def installers(self) -> list[str]:
        """Return the available installers of Python packages, the best first."""
        # Version managers leave a uv on PATH that does not run, so it is tried.
        has_uv = self.machine.which("uv") and self.machine.run(["uv", "--version"])[0] == 0
        has_pip = self.machine.has_module("venv") and self.machine.has_module("ensurepip")
        return ["uv"] * bool(has_uv) + ["pip"] * has_pip

    def install_python_packages(self) -> None:
        """Create the environment with uv, or if that fails with venv and pip; raises SetupError."""
        if os.path.lexists(self.venv) and (self.unfinished.exists() or not self.works()):
            self.machine.say(self.word("broken"))
            remove(self.venv)
        installers = self.installers()
        if not installers:
            raise SetupError(self.word("no_pip"))
        ways = {"uv": self.with_uv, "pip": self.with_pip}
        if not any(ways[name]() for name in installers) or not Path(self.program("quickdesk")).exists():
            raise SetupError(self.word("failed"))
        for stamp in self.stamps if self.testing else self.stamps[:1]:
            stamp.write_text(self.fingerprint(), encoding="utf-8")
        self.unfinished.unlink()

    def works(self) -> bool:
        """Return whether the Python of the environment starts, is new enough and has its original version."""
        made_with = re.search(
            r"^version(?:_info)?\s*=\s*(\d+\.\d+)", read(self.venv / "pyvenv.cfg"), re.MULTILINE
        )
        if made_with is None:
            return False
        program = f"import sys, encodings; sys.exit('%d.%d' % sys.version_info[:2] != '{made_with[1]}')"
        is_new = tuple(map(int, made_with[1].split("."))) >= (3, 11)
        return is_new and self.machine.run([self.program("python"), "-c", program])[0] == 0

    def with_uv(self) -> bool:
        """Install with uv; return whether it succeeded."""
        make = ["uv", "venv", "--quiet", "--python", self.machine.python, str(self.venv)]
        if not self.venv.exists() and not self.step("venv", make):
            return False
        self.unfinished.touch()
        return self.installed(["uv", "pip", "install", "--quiet", "--python", self.program("python")])

    def with_pip(self) -> bool:
        """Install with venv and pip; return whether it succeeded."""
        python = self.program("python")
        has_pip = self.venv.exists() and self.machine.run([python, "-m", "pip", "--version"])[0] == 0
        if not has_pip and not self.step("venv", [self.machine.python, "-m", "venv", str(self.venv)]):
            return False
        self.unfinished.touch()
        command = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
        return self.installed(command, {"PIP_USER": "0"})

    def installed(self, install: list[str], env: dict[str, str] | None = None) -> bool:
        """Install the packages, then the project; return whether it succeeded.

        Raises SetupError if a file has a wrong checksum.
        """
        packages = [part for name in self.pins for part in ("--requirement", name)]
        if not self.step("pip", [*install, "--require-hashes", *packages], env):
            if WRONG_HASH.search(self.voice.output):
                raise SetupError(self.word("hash"))
            return False
        # All its requirements, also for the build, are installed: nothing else is downloaded.
        return self.step("project", [*install, "--no-deps", "--no-build-isolation", "--editable", "."], env)


def read(file: Path) -> str:
    """Return the text of a file, empty if it cannot be read."""
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


def remove(path: Path) -> None:
    """Remove a folder with its content, or a link or file in its place; raises SetupError."""
    try:
        if path.is_symlink() or not path.is_dir():
            path.unlink()
        else:
            shutil.rmtree(path)
    except OSError as error:
        raise SetupError(str(error)) from error


@contextlib.contextmanager
def locked(file: Path) -> Iterator[None]:
    """Allow one set-up at a time in a checkout; on systems without such locks it does nothing."""
    with file.open("rb") as handle:
        with contextlib.suppress(ImportError, OSError):
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX)
        yield


if __name__ == "__main__":
    if isinstance(sys.stderr, io.TextIOWrapper):
        sys.stderr.reconfigure(errors="replace")
    try:
        sys.exit(Setup(Machine(ROOT), sys.argv[1:]).main())
    except KeyboardInterrupt:
        sys.exit(130)
