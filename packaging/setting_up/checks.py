"""The checks of a change: lint, format, types, layers and the tests; all are always run."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from setting_up.machine import Machine, Voice

CHECKS = {
    "lint": "ruff check --quiet .",
    "format": "ruff format --check --quiet .",
    "types": "mypy",
    "layers": "lint-imports",
}

# The tests of a file run in one process: they share a desktop and a program, which start slowly.
SIDE_BY_SIDE = ("--numprocesses=auto", "--maxprocesses=4", "--dist=loadfile")

WORDS = {
    "check": ("Checking {name}", "检查 {name}"),
    "checks": ("Not passed: {names}", "未通过：{names}"),
}


def check(machine: Machine, program: Callable[[str], str], arguments: Sequence[str]) -> int:
    """Run all checks and return 0 if all passed; ``program`` returns the path of a tool."""
    voice = Voice(machine, WORDS)
    failed = []
    for name, command in CHECKS.items():
        tool, *rest = command.split()
        if not voice.step("check", [program(tool), *rest], name=name):
            failed.append(name)
    code = machine.show([program("python"), "-m", "pytest", *SIDE_BY_SIDE, *arguments])
    if failed:
        machine.say(voice.word("checks", names=", ".join(failed)))
    return code or int(bool(failed))
