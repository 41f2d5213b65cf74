"""Translates the messages of argparse, and of the argument types in ``cli/``, to the user's language.

argparse translates its messages through gettext, but that takes its language from the environment and not
from the settings, and would need a second kind of translation files. So the messages of argparse are parsed
here. One that is not known (they differ between versions of Python) is passed on as it is.
"""

import re
from collections.abc import Callable, Mapping
from typing import Final

from quickdesk.cli.words.catalog import Catalog, fill

_ARGUMENT: Final = re.compile(r"argument (?P<argument>[^:]+): (?P<reason>.*)", re.DOTALL)


def reason_words(reason: str, catalog: Catalog) -> str:
    """Return argparse's message in the user's language."""
    match = _ARGUMENT.fullmatch(reason)
    if match is None:
        return _translated(reason, catalog)
    facts = {"argument": match["argument"], "reason": _translated(match["reason"], catalog)}
    return fill(catalog.translate("cli", "{argument}: {reason}"), facts)


def _translated(reason: str, catalog: Catalog) -> str:
    for pattern, words in _reasons(catalog).items():
        found = re.fullmatch(pattern, reason, re.DOTALL)
        if found:
            return fill(words, {name: _listed(text, catalog) for name, text in found.groupdict().items()})
    return reason


def _listed(text: str, catalog: Catalog) -> str:
    """Return what argparse lists (``'a', 'b'``, ``--a, --b`` or ``ID|FILE``) in words."""
    either = catalog.translate("cli", " or ")
    return catalog.translate("cli", ", ").join(
        part.strip("'").replace("|", either) for part in text.split(", ")
    )


Translate = Callable[[str, str], str]


def _reasons(catalog: Catalog) -> Mapping[str, str]:
    """Return patterns of argparse's messages and the words for them."""
    translate: Translate = catalog.translate
    return {
        r"the following arguments are required: (?P<names>.*)": translate("cli", "{names} is missing"),
        r"one of the arguments (?P<names>.*) is required": translate("cli", "{names} is missing"),
        r"unrecognized arguments: (?P<names>.*)": translate("cli", "{names} does not belong here"),
        r"invalid choice: (?P<value>.*?)(, maybe you meant .*)? \(choose from (?P<choices>.*)\)": translate(
            "cli", "{value} is not one of: {choices}"
        ),
        r"invalid \w+ value: (?P<value>.*)": translate("cli", "{value} cannot be used"),
        r"no whole number from 1 to (?P<most>\d+): (?P<value>.*)": translate(
            "cli", "{value} is not a whole number from 1 to {most}"
        ),
        r"no NAME=VALUE: (?P<value>.*)": translate("cli", "{value} is not of the form NAME=VALUE"),
        r"no date: (?P<value>.*)": translate("cli", "{value} is not a date such as 2026-12-31"),
        r"expected one argument": translate("cli", "needs a value"),
        r"expected at least one argument": translate("cli", "needs at least one value"),
        r"expected at most one argument": translate("cli", "takes only one value"),
        r"expected (?P<count>\d+) arguments?": translate("cli", "needs {count} values"),
        r"not allowed with argument (?P<names>.*)": translate("cli", "cannot be used together with {names}"),
        r"ignored explicit argument (?P<value>.*)": translate("cli", "takes no value"),
        r"ambiguous option: (?P<value>.*) could match (?P<choices>.*)": translate(
            "cli", "{value} is not one of: {choices}"
        ),
    }
