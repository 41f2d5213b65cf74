"""The command ``facts``: list the facts of the shop, set one, remove one."""

import argparse
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from quickdesk.cli.context import Context
from quickdesk.cli.output import printing
from quickdesk.cli.subcommand import Subcommand, add_common_options
from quickdesk.cli.terminal import fixed_width, terminal_columns, truncate, width
from quickdesk.cli.words.catalog import Catalog, fill

_GAP = "  "
_MAX_NAME_COLUMNS = 24
_MIN_VALUE_COLUMNS = 16


def _add_arguments(command: argparse.ArgumentParser, catalog: Catalog) -> None:
    translate = catalog.translate
    actions = command.add_subparsers(dest="action", metavar="ACTION", title=translate("cli", "actions"))
    summary = translate("cli", "set a fact, or change it")
    setting = actions.add_parser(
        "set", help=summary, description=summary, add_help=False, formatter_class=command.formatter_class
    )
    add_common_options(setting, catalog)
    setting.add_argument("name", metavar="NAME", help=translate("cli", "the name of the field that it fills"))
    setting.add_argument("value", metavar="VALUE", help=translate("cli", "the text that it is filled with"))
    setting.add_argument(
        "--until",
        metavar="DATE",
        type=_day,
        help=translate("cli", "the last day on which it is valid, such as 2026-12-31"),
    )
    summary = translate("cli", "remove a fact")
    removing = actions.add_parser(
        "remove", help=summary, description=summary, add_help=False, formatter_class=command.formatter_class
    )
    add_common_options(removing, catalog)
    removing.add_argument("name", metavar="NAME", help=translate("cli", "the name of the fact"))


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"no date: {text}") from error


def _requested(parsed: argparse.Namespace) -> str:
    return "facts" if parsed.action is None else f"facts {parsed.action}"


def _request(parsed: argparse.Namespace, _context: Context) -> Mapping[str, Any]:
    names = {None: (), "set": ("name", "value", "until"), "remove": ("name",)}[parsed.action]
    return {name: getattr(parsed, name) for name in names}


def facts_text(data: Sequence[Mapping[str, Any]] | Mapping[str, Any], catalog: Catalog) -> str:
    """Return all facts as lines, or what was done with one."""
    translate = catalog.translate
    if isinstance(data, Mapping):
        if data.get("removed"):
            return fill(
                translate("cli", "Removed: {name} = {value}. Bring it back with: quickdesk undo"), data
            )
        return fill(translate("cli", "Set: {name} = {value}"), data)
    if not data:
        return translate("cli", "No facts yet. Set one, for example: quickdesk facts set 快递公司 顺丰")
    names = min(max(width(str(each["name"])) for each in data), _MAX_NAME_COLUMNS)
    return "\n".join(_line(each, names, catalog) for each in data)


def _line(fact: Mapping[str, Any], names: int, catalog: Catalog) -> str:
    notes = [fill(catalog.translate("cli", "replies: {uses}"), fact)]
    if fact["until"] is not None:
        is_over = catalog.translate("cli", "expired since {until}")
        is_valid = catalog.translate("cli", "until {until}")
        notes.insert(0, fill(is_over if fact["expired"] else is_valid, fact))
    name = fixed_width(str(fact["name"]), names)
    note = f"({catalog.translate('cli', ', ').join(notes)})"
    space = terminal_columns() - width(name) - width(note) - 2 * len(_GAP)
    return _GAP.join((name, truncate(str(fact["value"]), max(space, _MIN_VALUE_COLUMNS)), note))


SUBCOMMANDS: Final = (
    Subcommand(
        "facts",
        lambda catalog: catalog.translate("cli", "list, set and remove the shop's facts, which fill fields"),
        _add_arguments,
        _request,
        print_result=printing(facts_text),
        requested=_requested,
    ),
)
