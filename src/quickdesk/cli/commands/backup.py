"""The commands ``backup`` and ``restore``."""

import argparse
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from quickdesk.cli.context import Context
from quickdesk.cli.files import add_force, is_file
from quickdesk.cli.output import printing
from quickdesk.cli.passphrase import first_line
from quickdesk.cli.subcommand import Subcommand
from quickdesk.cli.words.catalog import Catalog, fill
from quickdesk.cli.words.data import kind_name


def _add_backup_arguments(command: argparse.ArgumentParser, catalog: Catalog) -> None:
    command.add_argument(
        "file",
        metavar="FILE",
        nargs="?",
        help=catalog.translate(
            "cli", "where to write it (default: with the other backups in the data folder)"
        ),
    )
    add_force(command, catalog)


def _add_restore_arguments(command: argparse.ArgumentParser, catalog: Catalog) -> None:
    command.add_argument(
        "id",
        metavar="ID|FILE",
        help=catalog.translate("cli", "the code or id of a reply in the trash, or a backup file"),
    )
    command.add_argument(
        "--dry-run",
        action="store_true",
        help=catalog.translate("cli", "with a backup: only show what would change"),
    )
    command.add_argument(
        "--recovery-key-file",
        metavar="FILE",
        help=catalog.translate(
            "cli", "with a backup of another computer: the file with its recovery key or passphrase"
        ),
    )
    command.add_argument(
        "--partly",
        action="store_true",
        help=catalog.translate("cli", "with a backup: leave out what its key is missing for"),
    )


def _backup_request(parsed: argparse.Namespace, _context: Context) -> Mapping[str, Any]:
    return {"file": parsed.file and str(Path(parsed.file).absolute()), "force": parsed.force}


def _restore_request(parsed: argparse.Namespace, _context: Context) -> Mapping[str, Any]:
    """Return what to restore: a reply with this id or code, a backup, or whichever exists.

    A path with a folder in it, and a name that ends as backups do, mean the file if there is one.
    """
    name = parsed.id
    key_file = parsed.recovery_key_file
    backup = {
        "file": str(Path(name).absolute()),
        "dry_run": parsed.dry_run,
        "partly": parsed.partly,
        "recovery_key": None if key_file is None else first_line(key_file),
    }
    is_named_as_file = name.lower().endswith(".zip") or any(sep in name for sep in (os.sep, os.altsep) if sep)
    if parsed.dry_run or (is_named_as_file and is_file(name)):
        return backup
    return {"id": name, **backup} if is_named_as_file or is_file(name) else {"id": name}


def restored_text(data: Mapping[str, Any], catalog: Catalog) -> str:
    """Return what was restored, or would be: one reply, or a backup."""
    translate = catalog.translate
    if "file" not in data:
        return fill(translate("cli", "Restored {id}: {title}"), data)
    if data["dry_run"]:
        words = translate("cli", "Would bring back {new}, change {changed} and move {removed} to the trash.")
        return "\n".join([fill(words, data), *_trash(data, catalog), *_other_kinds(data, catalog)])
    if data["backup"] is None:
        same = translate("cli", "The data already matches the backup. Nothing was changed.")
        return "\n".join([same, *_locked(data, catalog)])
    done = translate(
        "cli",
        "Restored: {new} brought back, {changed} changed, {removed} moved to the trash. "
        "Undo with: quickdesk undo",
    )
    kept = translate("cli", "The state before is saved in {backup}")
    return "\n".join(
        [fill(done, data), *_trash(data, catalog), *_other_kinds(data, catalog), fill(kept, data)]
    )


def backup_text(data: Mapping[str, Any], catalog: Catalog) -> str:
    """Return where the backup is and what it leaves out."""
    words = fill(catalog.translate("cli", "Backed up {count} replies to {path}"), data)
    left_out = catalog.translate("cli", ", ").join(kind_name(kind, catalog) for kind in data["left_out"])
    if not left_out:
        return words
    missing = catalog.translate("cli", "It leaves out what cannot be read now: {kinds}. See: check")
    return "\n".join([words, fill(missing, {"kinds": left_out})])


def _trash(data: Mapping[str, Any], catalog: Catalog) -> list[str]:
    """Return a line if the trash of the backup is added to the trash."""
    if not data.get("trash"):  # an older version that still runs does not count them
        return []
    return [fill(catalog.translate("cli", "From the trash of the backup into the trash: {trash}"), data)]


def _other_kinds(data: Mapping[str, Any], catalog: Catalog) -> list[str]:
    """Return a line for each other kind of data that differs, and for those that cannot be read."""
    words = catalog.translate("cli", "{kind}: {new} brought back, {changed} changed, {removed} removed")
    return [
        *(
            fill(words, {**counts, "kind": kind_name(kind, catalog)})
            for kind, counts in data["rest"].items()
            if any(counts.values())
        ),
        *_locked(data, catalog),
    ]


def _locked(data: Mapping[str, Any], catalog: Catalog) -> list[str]:
    """Return a line if kinds are left as they are because their key is not there."""
    kinds = catalog.translate("cli", ", ").join(kind_name(kind, catalog) for kind in data.get("locked", ()))
    words = catalog.translate("cli", "Left as they are, because their key is not there now: {kinds}")
    return [fill(words, {"kinds": kinds})] if kinds else []


SUBCOMMANDS: Final = (
    Subcommand(
        "backup",
        lambda catalog: catalog.translate("cli", "back up all data"),
        _add_backup_arguments,
        _backup_request,
        print_result=printing(backup_text),
    ),
    Subcommand(
        "restore",
        lambda catalog: catalog.translate(
            "cli", "restore a reply from the trash, or all replies from a backup"
        ),
        _add_restore_arguments,
        _restore_request,
        print_result=printing(restored_text),
    ),
)
