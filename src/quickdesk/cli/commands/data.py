"""The command ``data``: how personal data is protected at rest."""

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from quickdesk.cli.context import Context
from quickdesk.cli.files import FileError
from quickdesk.cli.output import printing
from quickdesk.cli.passphrase import asked, first_line, given_passphrase
from quickdesk.cli.subcommand import Subcommand, add_common_options
from quickdesk.cli.words.catalog import Catalog
from quickdesk.cli.words.protection import protection_text
from quickdesk.commands.answer import Exit, problem


def _add_arguments(command: argparse.ArgumentParser, catalog: Catalog) -> None:
    translate = catalog.translate
    actions = command.add_subparsers(dest="action", metavar="ACTION", title=translate("cli", "actions"))

    def add(name: str, summary: str, *, takes_passphrase: bool = True) -> argparse.ArgumentParser:
        added = actions.add_parser(
            name, help=summary, description=summary, add_help=False, formatter_class=command.formatter_class
        )
        add_common_options(added, catalog, takes_passphrase=takes_passphrase)
        return added

    protecting = add(
        "protect", translate("cli", "encrypt customers with a passphrase"), takes_passphrase=False
    )
    _add_protect_arguments(protecting, catalog)
    add("unlock", translate("cli", "open the customers of the running program with the passphrase"))
    add("lock", translate("cli", "lock the customers until the passphrase is given"))
    recovering = add(
        "recovery-key",
        translate("cli", "make a new recovery key, or open the customers with one"),
    )
    recovering.add_argument(
        "--use", metavar="FILE", help=translate("cli", "the file with the recovery key (-: standard input)")
    )
    recovering.add_argument(
        "--backup",
        metavar="FILE",
        help=translate("cli", "with --use: open this backup of another computer, to restore it then"),
    )
    rekeying = add("rekey", translate("cli", "encrypt all customers with a new key"))
    rekeying.add_argument(
        "--delete-old-backups",
        action="store_true",
        help=translate(
            "cli",
            "delete the backups in the data folder that the key before opens; else they stay as they are",
        ),
    )


def _add_protect_arguments(protecting: argparse.ArgumentParser, catalog: Catalog) -> None:
    translate = catalog.translate
    protecting.add_argument(
        "--passphrase-file",
        dest="new_passphrase_file",
        metavar="FILE",
        help=translate("cli", "the new passphrase: the first line of this file"),
    )
    protecting.add_argument(
        "--old-passphrase-file",
        metavar="FILE",
        help=translate(
            "cli", "the passphrase until now: the first line of this file (default: QUICKDESK_PASSPHRASE)"
        ),
    )
    protecting.add_argument(
        "--off", action="store_true", help=translate("cli", "encrypt without a passphrase")
    )


def _requested(parsed: argparse.Namespace) -> str:
    return "data" if parsed.action is None else f"data {parsed.action}"


def _request(parsed: argparse.Namespace, context: Context) -> Mapping[str, Any]:
    if parsed.action == "protect":
        return _protect_request(parsed, context)
    if parsed.action == "unlock":
        return {"passphrase": _needed(context.passphrase())}
    if parsed.action == "rekey":
        return {"delete_old_backups": parsed.delete_old_backups}
    if parsed.action != "recovery-key":
        return {}
    if parsed.use is None and parsed.backup is None:
        # The key opens the customers without the passphrase, which is asked for therefore.
        return {"old": _needed(context.passphrase()) if _has_passphrase(context) else ""}
    used = None
    if parsed.use is not None or parsed.backup is not None:
        prompt = context.catalog.translate("cli", "Recovery key: ")
        used = _needed(asked(prompt) if parsed.use is None else first_line(parsed.use))
    backup = None if parsed.backup is None else str(Path(parsed.backup).absolute())
    return {"use": used, "backup": backup}


def _protect_request(parsed: argparse.Namespace, context: Context) -> Mapping[str, Any]:
    """Return the passphrase until now, if there is one, and the new one or that there is none.

    Raises FileError.
    """
    environment, old = context.host.environment, ""
    if _has_passphrase(context):
        given = given_passphrase(parsed.old_passphrase_file, environment)
        prompt = context.catalog.translate("cli", "Passphrase until now: ")
        old = _needed(asked(prompt) if given is None else given)
        environment = {}  # that of the environment is the one until now
    if parsed.off:
        return {"off": True, "old": old}
    return {"new": _new_passphrase(parsed, environment, context.catalog), "old": old}


def _has_passphrase(context: Context) -> bool:
    # Imported here because other commands need no storage if the program is running.
    from quickdesk.storage.data_key.stored_protection import status_of

    return status_of(context.folder).can_be_locked


def _new_passphrase(parsed: argparse.Namespace, environment: Mapping[str, str], catalog: Catalog) -> str:
    """Return the new passphrase, typed twice at a terminal; raises FileError."""
    translate = catalog.translate
    given = given_passphrase(parsed.new_passphrase_file, environment)
    if given is not None:
        return given
    typed = _needed(asked(translate("cli", "New passphrase: ")))
    if asked(translate("cli", "Again: ")) != typed:
        raise FileError(problem(Exit.REFUSED, "passphrases-differ"))
    return typed


def _needed(given: str | None) -> str:
    if given is None:
        raise FileError(problem(Exit.USAGE, "no-passphrase-given"))
    return given


SUBCOMMANDS: Final = (
    Subcommand(
        "data",
        lambda catalog: catalog.translate("cli", "show and change how customers are encrypted"),
        _add_arguments,
        _request,
        print_result=printing(protection_text),
        requested=_requested,
    ),
)
