"""The entry point, and the only module that knows both the command line (cli) and the tray program (app)."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from contextlib import suppress

TYPE_CHECKING = False  # as typing does, which takes time to import: a hotkey waits for `quickdesk toggle`
if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any, NoReturn

    from quickdesk.commands.answer import Answer

# PySide6 reads the source of every module that is imported after it, which makes an import about a third
# slower: what the tray program needs and what needs no Qt is imported before it.
BEFORE_QT = (
    "quickdesk.storage.open",
    "quickdesk.storage.search_cache.builder",
    "quickdesk.storage.search_cache.encoder",
    "quickdesk.storage.search_cache.meaning_process",
    "quickdesk.search.finder",
    "quickdesk.search.suggest.suggester",
    "quickdesk.commands.registry",
    "quickdesk.commands.machine_examination",
    "quickdesk.search.advice",
    "quickdesk.commands.program",
    "quickdesk.commands.upkeep",
    "quickdesk.customers.views.overview",
    "quickdesk.customers.views.editing",
    "quickdesk.customers.timeline",
    "quickdesk.customers.case_blocks",
    "quickdesk.customers.case_rules",
    "quickdesk.customers.agent",
    "quickdesk.customers.note_reply",
    "quickdesk.customers.order_remark",
    "quickdesk.customers.masking",
    "quickdesk.customers.search.index",
    "quickdesk.customers.lookup",
    "quickdesk.customers.reply_fields",
    "quickdesk.customers.open_customers",
    "quickdesk.customers.title_rule",
    "quickdesk.replies.field_names",
    "quickdesk.replies.drafts",
    "quickdesk.replies.kept_values",
    "quickdesk.search.suggest.suggestion",
    "quickdesk.search.usage.learnable_ask",
    "quickdesk.search.usage.prior",
    "quickdesk.settings.endpoint",
    "quickdesk.settings.language",
    "quickdesk.storage.shipped",
    "quickdesk.text.controls",
    "quickdesk.text.script",
    "quickdesk.command_services",
    "logging.handlers",
)


_M_ARENA_MAX = -8
"""The parameter of mallopt(3) that limits the number of arenas."""


def main() -> int:
    """Run quickdesk with the arguments of the process and return its exit code."""
    from quickdesk.cli.client import ask_bare_command

    answer = ask_bare_command(sys.argv[1:], os.environ)
    if answer is not None and answer.get("exit") == 0:
        return 0  # a hotkey of the desktop is quick: the rest of the program was never loaded
    from quickdesk.cli.context import Host
    from quickdesk.cli.main import run

    host = Host(os.environ, _start_program, _examine, _show_error)
    code = run(sys.argv[1:], host if answer is None else host.with_answer(answer))
    if "PySide6.QtWidgets" in sys.modules:
        _end_at_once(code)
    return code


def _start_program(folder: Path) -> Answer:
    import gc
    import linecache
    from importlib import import_module

    use_one_arena()
    gc.disable()  # imports make no garbage and many objects: 50 ms; GarbageCollection takes over
    for module in BEFORE_QT:
        import_module(module)
    # Qt is loaded here and not before: commands must answer at once and work without it.
    from quickdesk.app.main import run_program

    linecache.clearcache()  # 13 MB of source lines that PySide6 has read
    return run_program(folder)


def use_one_arena() -> None:
    """Have the C library allocate from one arena for all threads; call it before the first thread starts.

    Our threads take turns in Python, so they never compete for it, but with an arena each they keep what they
    have freed: 16 MB with 5,000 replies. Only glibc has arenas.
    """
    import ctypes

    with suppress(AttributeError, OSError, TypeError):  # TypeError: Windows has no CDLL(None)
        ctypes.CDLL(None).mallopt(_M_ARENA_MAX, 1)


def _end_at_once(code: int) -> NoReturn:
    """End without taking the interpreter and a whole library to pieces: that takes up to two seconds.

    Everything is closed by now, and a new start of the program must not wait for it.
    """
    import logging

    logging.shutdown()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):  # closed, or missing from the start
            stream.flush()
    os._exit(code)


def _examine(environment: Mapping[str, str]) -> Mapping[str, Any]:
    from shutil import which

    from quickdesk.desktop.facts import examine_this_machine
    from quickdesk.desktop.paste.ways import paste_choice

    machine = examine_this_machine(environment)
    paste = paste_choice(environment, sys.platform, which, is_reachable=machine.display is not None)
    return {**machine.to_json(), "paste": paste.to_json()}


def _show_error(text: str) -> None:
    from quickdesk.app.process.errors import show_error

    show_error(text)


if __name__ == "__main__":
    sys.exit(main())
