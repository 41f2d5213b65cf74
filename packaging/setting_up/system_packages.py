"""The system packages for Qt, Chinese text and the tests: installed with apt, or printed as a command."""

from __future__ import annotations

import re
from collections.abc import Sequence

from setting_up.machine import Machine, SetupError, Voice

# What Qt's X11, Wayland and offscreen platforms load, with the packages of Debian and Ubuntu (``a|b``: the
# first one known to apt). Their dependencies are not listed.
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

WORDS = {
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
}


class SystemPackages:
    """Installs missing packages; on systems without apt it prints what is missing."""

    def __init__(self, machine: Machine, *, for_tests: bool) -> None:
        self.machine = machine
        self.voice = Voice(machine, WORDS)
        self.for_tests = for_tests

    def install(self, *, opens_windows: bool, needs_venv: bool) -> None:
        """Install missing system packages with apt, or print the command for it; raises SetupError."""
        missing = {name: package for name, package in pairs(LIBRARIES) if not self.machine.loads(name)}
        needed = list(missing.values()) if opens_windows else []
        if needs_venv:
            needed.append(f"python3.{self.machine.version[1]}-venv|python3-venv")
        useful = ([] if opens_windows else list(missing.values())) + self.fonts_and_programs()
        if self.machine.which("apt-get") and self.machine.is_root:
            self.apt(needed, useful)
        elif self.machine.which("apt-get") and needed:
            raise SetupError(self.voice.word("line", line=self.apt_line([*needed, *useful])))
        elif self.machine.which("apt-get") and useful and self.for_tests:
            self.machine.say(self.voice.word("skip", line=self.apt_line(useful)))
        elif missing and opens_windows:
            self.machine.say(self.voice.word("libraries", names=" ".join(missing)))

    def fonts_and_programs(self) -> list[str]:
        """Return the packages without which Chinese text is shown as boxes, or tests are skipped."""
        fonts = self.machine.fonts().lower().replace("-", "").replace("_", "")
        wanted = (CHINESE_FONTS, EMOJI_FONTS) if self.for_tests else (CHINESE_FONTS,)
        packages = [package for package, names in wanted if not re.search(names, fonts)]
        if self.for_tests:
            packages += [
                package for name, package in pairs(PROGRAMS_OF_TESTS) if not self.machine.which(name)
            ]
        return packages

    def apt(self, needed: Sequence[str], useful: Sequence[str]) -> None:
        """Install as root: ``needed`` packages are required, ``useful`` ones are optional."""
        if not needed and not useful:
            return
        env = {"DEBIAN_FRONTEND": "noninteractive"}
        self.voice.step("lists", ["apt-get", "-q", "update"], env)
        command = ["apt-get", "install", "-y", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=120"]
        must = [self.known_package(names) or names for names in needed]
        if must and not self.voice.step("apt", [*command, *must], env, names=" ".join(must)):
            raise SetupError(self.voice.word("line", line=self.apt_line(needed)))
        may = [package for package in map(self.known_package, useful) if package]
        if may:
            self.voice.step("apt", [*command, *may], env, names=" ".join(may))

    def apt_line(self, packages: Sequence[str]) -> str:
        """Return the command that installs the packages."""
        names = [self.known_package(package) or package.split("|")[-1] for package in packages]
        return "sudo apt-get install -y --no-install-recommends " + " ".join(dict.fromkeys(names))

    def known_package(self, names: str) -> str:
        """Return the first of these names that apt knows, empty if it knows none."""
        known = ["apt-cache", "show", "--no-all-versions"]
        return next((name for name in names.split("|") if self.machine.run([*known, name])[0] == 0), "")


def pairs(text: str) -> list[tuple[str, str]]:
    """Parse ``a=b c=d``."""
    return [(name, value) for name, _, value in (pair.partition("=") for pair in text.split())]
