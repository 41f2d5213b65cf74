"""All commands of the command line."""

from importlib import import_module
from typing import Final

from quickdesk.cli.subcommand import Subcommand

_MODULES: Final = {
    "show": "program",
    "toggle": "program",
    "hide": "program",
    "pause": "program",
    "quit": "program",
    "find": "search",
    "suggest": "search",
    "review": "review",
    "stats": "stats",
    "forget": "forget",
    "list": "replies",
    "add": "replies",
    "edit": "replies",
    "remove": "replies",
    "restore": "backup",
    "undo": "replies",
    "render": "replies",
    "facts": "facts",
    "lexicon": "lexicon",
    "import": "exchange",
    "export": "exchange",
    "customer": "customer",
    "backup": "backup",
    "check": "check",
    "data": "data",
    "doctor": "doctor",
}
"""The module of this folder that describes each command, in the order of the help."""
NAMES: Final = tuple(_MODULES)


def subcommand(name: str) -> Subcommand:
    """Return a command by its name; no other module than its own is imported, to be quick."""
    described: tuple[Subcommand, ...] = import_module(f"{__name__}.{_MODULES[name]}").SUBCOMMANDS
    return next(each for each in described if each.name == name)
