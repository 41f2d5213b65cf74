"""Where the program begins: the only place that knows both halls, the command line and the windows."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from quickdesk.cli.main import Outside, run
from quickdesk.commands.answer import Answer


def main() -> int:
    """Run quickdesk with the arguments of the process and return its exit code."""
    return run(sys.argv[1:], Outside(os.environ, _start_program, _examine))


def _start_program(folder: Path) -> Answer:
    # Qt is loaded here and not before: commands must answer at once and work without it.
    from quickdesk.app.main import run_program

    return run_program(folder)


def _examine(environment: Mapping[str, str]) -> Mapping[str, Any]:
    from quickdesk.desktop.facts import examine_this_machine

    return examine_this_machine(environment).to_json()


if __name__ == "__main__":
    sys.exit(main())
