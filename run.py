#!/usr/bin/env python3
"""Set up and start quickdesk: the one file to run on a fresh machine, with nothing but Python.

``python3 run.py [arguments]`` starts the program, ``python3 run.py test [pytest arguments]`` checks it.
What is missing is installed first: the Python packages of constraints.txt into .venv (by uv, else venv
and pip) and, on Debian and Ubuntu as root, system packages by apt. Where that is not possible, the one
line to run is printed. The second time nothing of this is looked at: a stamp in .venv says it fits.
"""

from __future__ import annotations

import contextlib
import ctypes
import hashlib
import importlib
import importlib.util
import io
import locale
import os
import re
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from subprocess import DEVNULL, PIPE, STDOUT

ROOT = Path(__file__).resolve().parent

# What Qt's X11, Wayland and offscreen platforms load, with the packages of Debian and Ubuntu (``a|b``: the
# first one known there). What these packages depend on needs no line of its own.
LIBRARIES = """
    libglib-2.0.so.0=libglib2.0-0t64|libglib2.0-0 libfontconfig.so.1=libfontconfig1 libdbus-1.so.3=libdbus-1-3
    libGL.so.1=libgl1 libEGL.so.1=libegl1 libgssapi_krb5.so.2=libgssapi-krb5-2 libX11-xcb.so.1=libx11-xcb1
    libxkbcommon.so.0=libxkbcommon0 libxkbcommon-x11.so.0=libxkbcommon-x11-0 libxcb-randr.so.0=libxcb-randr0
    libxcb-cursor.so.0=libxcb-cursor0 libxcb-icccm.so.4=libxcb-icccm4 libxcb-keysyms.so.1=libxcb-keysyms1
    libxcb-shape.so.0=libxcb-shape0 libwayland-cursor.so.0=libwayland-cursor0
    libwayland-egl.so.1=libwayland-egl1
"""
PROGRAMS_OF_TESTS = """
    Xvfb=xvfb openbox=openbox tint2=tint2 dunst=dunst dbus-daemon=dbus-daemon|dbus dbus-send=dbus-bin|dbus
    xdotool=xdotool xclip=xclip xprop=x11-utils xrandr=x11-xserver-utils setxkbmap=x11-xkb-utils xterm=xterm
    mousepad=mousepad chromium=chromium import=imagemagick
"""
CHINESE_FONTS = ("fonts-wqy-microhei", "wqy|cjk|sourcehan|notosanss?c|droidsansfallback|uming|simsun|yahei")
EMOJI_FONTS = ("fonts-noto-color-emoji", "emoji")
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")
CHECKS = {
    "lint": "ruff check --quiet .",
    "format": "ruff format --check --quiet .",
    "types": "mypy",
    "layers": "lint-imports",
}

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
    "lists": ("Fetching the lists of system packages", "更新系统软件包列表"),
    "apt": ("Installing system packages: {names}", "安装系统软件包：{names}"),
    "line": (
        "System packages are missing. Run this line, then try again:\n  {line}",
        "缺少系统软件包。请执行下面这一行，然后重试：\n  {line}",
    ),
    "skip": (
        "Some tests will be skipped. This line installs what they need:\n  {line}",
        "部分测试会被跳过。执行下面这一行可以安装所需软件：\n  {line}",
    ),
    "libraries": (
        "Missing system libraries, windows may not open: {names}",
        "缺少系统库，窗口可能无法打开：{names}",
    ),
    "no_pip": (
        "Install uv, or Python's venv and pip, and try again.",
        "请安装 uv，或 Python 的 venv 和 pip，然后重试。",
    ),
    "failed": ("The set-up did not succeed, see above; try again.", "安装没有完成，原因见上，请重试。"),
    "display": (
        "There is no display here (DISPLAY and WAYLAND_DISPLAY are not set). In the terminal use:\n{usage}",
        "这里没有图形界面（未设置 DISPLAY 和 WAYLAND_DISPLAY）。在终端中可以这样使用：\n{usage}",
    ),
    "check": ("Checking {name}", "检查 {name}"),
    "checks": ("Not passed: {names}", "未通过：{names}"),
}
USAGE = "  python3 run.py find 退款\n  python3 run.py --help"


class SetupError(Exception):
    """The machine cannot be set up; the message says why, in words."""


class Machine:
    """The computer as it is seen and changed from here; the tests give another one."""

    def __init__(self, root: Path = ROOT) -> None:
        self.root = root
        self.env: Mapping[str, str] = os.environ
        self.platform = sys.platform
        self.python = str(getattr(sys, "_base_executable", None) or sys.executable)
        self.version = sys.version_info[:2]
        self.is_root = getattr(os, "geteuid", lambda: 1)() == 0
        self.language = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), None)

    def which(self, program: str) -> str | None:
        """Return the path of a program, None where there is none."""
        return shutil.which(program)

    def loads(self, library: str) -> bool:
        """Say whether the system finds a shared library and everything it needs."""
        with contextlib.suppress(OSError):
            return bool(ctypes.CDLL(library))
        return False

    def has_module(self, name: str) -> bool:
        """Say whether one of Python's own modules is there (Debian leaves some out)."""
        importlib.invalidate_caches()
        return importlib.util.find_spec(name) is not None

    def fonts(self) -> str:
        """Return the names of all font files, one a line."""
        return "\n".join(
            file
            for folder in FONT_FOLDERS
            for _, _, files in os.walk(Path(folder).expanduser())
            for file in files
        )

    def run(self, command: Sequence[str], env: Mapping[str, str] | None = None) -> tuple[int, str]:
        """Run a program in the checkout and return its exit code and what it wrote."""
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
        """Go on as this program; Windows knows no such thing, there it is run and its exit code returned."""
        if self.platform != "win32":
            os.execv(command[0], command)  # noqa: S606 - the path is the environment's own
        return subprocess.run(command, check=False).returncode

    def say(self, text: str, end: str = "\n") -> None:
        """Tell the user; standard output belongs to the program alone."""
        print(text, end=end, file=sys.stderr, flush=True)


class Setup:
    """What these arguments need on this machine, and how it gets there."""

    def __init__(self, machine: Machine, arguments: Sequence[str]) -> None:
        self.machine = machine
        self.arguments = list(arguments)
        self.testing = self.arguments[:1] == ["test"]
        self.project = ".[test]" if self.testing else "."
        language = (machine.language or locale.getlocale()[0] or "").lower()
        self.is_chinese = language.startswith(("zh", "chinese"))
        self.venv = machine.root / ".venv"
        self.unfinished = self.venv / "quickdesk-unfinished"
        # What was installed, as a fingerprint: for the program, and with the tools of the tests.
        self.stamps = (self.venv / "quickdesk-app.stamp", self.venv / "quickdesk-test.stamp")
        shown = machine.env.get("DISPLAY") or machine.env.get("WAYLAND_DISPLAY")
        self.has_display = machine.platform != "linux" or bool(shown)

    def main(self) -> int:
        """Set up, then carry the arguments out; returns the exit code."""
        if self.machine.version < (3, 11):
            self.machine.say(self.word("old"))
            return 1
        try:
            self.prepare()
        except SetupError as error:
            self.machine.say(str(error))
            return 1
        if self.testing:
            return self.test()
        if not self.arguments and not self.has_display:
            self.machine.say(self.word("display", usage=USAGE))
            return 1
        return self.machine.become([self.program("quickdesk"), *self.arguments])

    def prepare(self) -> None:
        """Install what is missing; raises SetupError where that is not possible."""
        ready = self.is_ready()
        if ready and self.arguments and not self.testing:
            return
        if self.machine.platform == "linux":
            self.install_system_packages(ready)
        if not ready:
            with locked(self.machine.root / "run.py"):
                if not self.is_ready():
                    self.install_python_packages()

    def word(self, key: str, **names: str) -> str:
        """Return a sentence in the user's language."""
        return WORDS[key][self.is_chinese].format(**names)

    def program(self, name: str) -> str:
        """Return the path of a program in the environment."""
        windows = self.machine.platform == "win32"
        return str(self.venv / "Scripts" / f"{name}.exe" if windows else self.venv / "bin" / name)

    def step(
        self, word: str, command: Sequence[str], env: Mapping[str, str] | None = None, **names: str
    ) -> bool:
        """Run a command as one line on the terminal: what it does, how long it took, why it failed."""
        self.machine.say(self.word(word, **names) + " ... ", end="")
        start = time.monotonic()
        code, output = self.machine.run(command, env)
        self.machine.say(f"{'failed' if code else 'ok'} ({time.monotonic() - start:.1f} s)")
        if code:
            reason = "\n".join(output.rstrip().splitlines()[-40:])
            self.machine.say(f"$ {shlex.join(command)}\n{reason}")
        return code == 0

    def install_system_packages(self, ready: bool) -> None:  # noqa: FBT001 - asked once, by its only caller
        """Install missing system packages by apt, or say which line does it."""
        missing = {name: package for name, package in pairs(LIBRARIES) if not self.machine.loads(name)}
        opens_windows = self.testing or (not self.arguments and self.has_display)
        needed = list(missing.values()) if opens_windows else []
        if not ready and not self.installers():
            needed.append(f"python3.{self.machine.version[1]}-venv|python3-venv")
        useful = ([] if opens_windows else list(missing.values())) + self.fonts_and_programs()
        if self.machine.which("apt-get") and self.machine.is_root:
            self.apt(needed, useful)
        elif self.machine.which("apt-get") and needed:
            raise SetupError(self.word("line", line=self.apt_line([*needed, *useful])))
        elif self.machine.which("apt-get") and useful and self.testing:
            self.machine.say(self.word("skip", line=self.apt_line(useful)))
        elif missing and opens_windows:
            self.machine.say(self.word("libraries", names=" ".join(missing)))

    def fonts_and_programs(self) -> list[str]:
        """Return packages without which Chinese shows as boxes, or tests have to be skipped."""
        fonts = self.machine.fonts().lower().replace("-", "").replace("_", "")
        wanted = (CHINESE_FONTS, EMOJI_FONTS) if self.testing else (CHINESE_FONTS,)
        packages = [package for package, names in wanted if not re.search(names, fonts)]
        if self.testing:
            packages += [
                package for name, package in pairs(PROGRAMS_OF_TESTS) if not self.machine.which(name)
            ]
        return packages

    def apt(self, needed: Sequence[str], useful: Sequence[str]) -> None:
        """Install as root: the needed packages must come, the useful ones may be unknown here."""
        if not needed and not useful:
            return
        env = {"DEBIAN_FRONTEND": "noninteractive"}
        self.step("lists", ["apt-get", "-q", "update"], env)
        command = ["apt-get", "install", "-y", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=120"]
        must = [self.known_package(names) or names for names in needed]
        if must and not self.step("apt", [*command, *must], env, names=" ".join(must)):
            raise SetupError(self.word("line", line=self.apt_line(needed)))
        may = [package for package in map(self.known_package, useful) if package]
        if may:
            self.step("apt", [*command, *may], env, names=" ".join(may))

    def apt_line(self, packages: Sequence[str]) -> str:
        """Return the one line for people to run."""
        names = [self.known_package(package) or package.split("|")[-1] for package in packages]
        return "sudo apt-get install -y --no-install-recommends " + " ".join(dict.fromkeys(names))

    def known_package(self, names: str) -> str:
        """Return the first of these names that apt knows, empty where it knows none."""
        known = ["apt-cache", "show", "--no-all-versions"]
        return next((name for name in names.split("|") if self.machine.run([*known, name])[0] == 0), "")

    def is_ready(self) -> bool:
        """Say whether the environment holds what the present files ask for."""
        stamps = [read(stamp) for stamp in (self.stamps[1:] if self.testing else self.stamps)]
        whole = Path(self.program("quickdesk")).exists() and not self.unfinished.exists()
        return whole and self.fingerprint() in filter(None, stamps)

    def fingerprint(self) -> str:
        """Return a hash of everything that decides what the environment must be; empty without a Python."""
        python, root = Path(self.program("python")), self.machine.root
        files = [root / "pyproject.toml", root / "constraints.txt", root / "run.py", self.venv / "pyvenv.cfg"]
        parts = [str(root), os.path.realpath(python), *map(read, files)]
        return hashlib.sha256("\0".join(parts).encode()).hexdigest() if python.exists() else ""

    def installers(self) -> list[str]:
        """Return what can install Python packages here, the best first."""
        # Version managers leave a uv on PATH that does not run, so ask it.
        has_uv = self.machine.which("uv") and self.machine.run(["uv", "--version"])[0] == 0
        has_pip = self.machine.has_module("venv") and self.machine.has_module("ensurepip")
        return ["uv"] * bool(has_uv) + ["pip"] * has_pip

    def install_python_packages(self) -> None:
        """Make the environment with uv, or where that fails with venv and pip; raises SetupError."""
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
        """Say whether the environment's Python starts, is new enough and is the one it was made with."""
        made_with = re.search(
            r"^version(?:_info)?\s*=\s*(\d+\.\d+)", read(self.venv / "pyvenv.cfg"), re.MULTILINE
        )
        if made_with is None:
            return False
        program = f"import sys, encodings; sys.exit('%d.%d' % sys.version_info[:2] != '{made_with[1]}')"
        is_new = tuple(map(int, made_with[1].split("."))) >= (3, 11)
        return is_new and self.machine.run([self.program("python"), "-c", program])[0] == 0

    def with_uv(self) -> bool:
        """Install with uv; returns whether it worked."""
        make = ["uv", "venv", "--quiet", "--python", self.machine.python, str(self.venv)]
        if not self.venv.exists() and not self.step("venv", make):
            return False
        self.unfinished.touch()
        command = ["uv", "pip", "install", "--quiet", "--python", self.program("python")]
        command += ["--constraint", "constraints.txt", "--build-constraint", "constraints.txt"]
        return self.step("pip", [*command, "--editable", self.project])

    def with_pip(self) -> bool:
        """Install with venv and pip; returns whether it worked."""
        python = self.program("python")
        has_pip = self.venv.exists() and self.machine.run([python, "-m", "pip", "--version"])[0] == 0
        if not has_pip and not self.step("venv", [self.machine.python, "-m", "venv", str(self.venv)]):
            return False
        self.unfinished.touch()
        command = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
        command += ["--constraint", "constraints.txt", "--editable", self.project]
        # The build backend is held to the same versions: older pips read the first, newer ones the second.
        own = self.machine.env.get("PIP_CONSTRAINT", "")
        env = {"PIP_CONSTRAINT": f"{own} constraints.txt".strip(), "PIP_BUILD_CONSTRAINT": "constraints.txt"}
        return self.step("pip", command, {**env, "PIP_USER": "0"})

    def test(self) -> int:
        """Run lint, types, layers and the tests, always all of them; returns 0 where all passed."""
        failed = []
        for name, command in CHECKS.items():
            program, *rest = command.split()
            if not self.step("check", [self.program(program), *rest], name=name):
                failed.append(name)
        code = self.machine.show([self.program("python"), "-m", "pytest", *self.arguments[1:]])
        if failed:
            self.machine.say(self.word("checks", names=", ".join(failed)))
        return code or int(bool(failed))


def pairs(text: str) -> list[tuple[str, str]]:
    """Read ``a=b c=d``."""
    return [(name, value) for name, _, value in (pair.partition("=") for pair in text.split())]


def read(file: Path) -> str:
    """Return the text of a file, empty where it cannot be read."""
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


def remove(path: Path) -> None:
    """Remove a folder with all in it, or the link or file in its place; raises SetupError."""
    try:
        if path.is_symlink() or not path.is_dir():
            path.unlink()
        else:
            shutil.rmtree(path)
    except OSError as error:
        raise SetupError(str(error)) from error


@contextlib.contextmanager
def locked(file: Path) -> Iterator[None]:
    """Let one set-up at a time work in a checkout; where the system has no such locks, go on without."""
    with file.open("rb") as handle:
        with contextlib.suppress(ImportError, OSError):
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX)
        yield


if __name__ == "__main__":
    if isinstance(sys.stderr, io.TextIOWrapper):
        sys.stderr.reconfigure(errors="replace")
    try:
        sys.exit(Setup(Machine(), sys.argv[1:]).main())
    except KeyboardInterrupt:
        sys.exit(130)
