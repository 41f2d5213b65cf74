"""What to print of a backup that was made, or restored, or would be."""

from collections.abc import Mapping
from typing import Any

from quickdesk.cli.words.catalog import Catalog, fill
from quickdesk.cli.words.data import kind_name


def restored_lines(data: Mapping[str, Any], say: Catalog) -> str:
    """Return the words for the answer of ``restore``: of one reply, or of a backup."""
    translate = say.translate
    if "file" not in data:
        return fill(translate("cli", "Restored {id}: {title}"), data)
    if data["dry_run"]:
        words = translate("cli", "Would bring back {new}, change {changed} and move {removed} to the trash.")
        return "\n".join([fill(words, data), *_trash(data, say), *_rest(data, say)])
    if data["backup"] is None:
        return translate("cli", "The data already matches the backup. Nothing was changed.")
    done = translate(
        "cli",
        "Restored: {new} brought back, {changed} changed, {removed} moved to the trash. Undo with: undo",
    )
    kept = translate("cli", "The state before is saved in {backup}")
    return "\n".join([fill(done, data), *_trash(data, say), *_rest(data, say), fill(kept, data)])


def backup_lines(data: Mapping[str, Any], say: Catalog) -> str:
    """Return the words for the answer of ``backup``."""
    words = fill(say.translate("cli", "Backed up {count} replies to {path}"), data)
    left_out = say.translate("cli", ", ").join(kind_name(kind, say) for kind in data["left_out"])
    if not left_out:
        return words
    missing = say.translate("cli", "It leaves out what cannot be read now: {kinds}. See: check")
    return "\n".join([words, fill(missing, {"kinds": left_out})])


def _trash(data: Mapping[str, Any], say: Catalog) -> list[str]:
    """Return a line where replies come into the trash that lay in the trash of the backup."""
    if not data.get("trash"):  # an older version that still runs does not count them
        return []
    return [fill(say.translate("cli", "From the trash of the backup into the trash: {trash}"), data)]


def _rest(data: Mapping[str, Any], say: Catalog) -> list[str]:
    """Return a line for each other kind of data that differs."""
    words = say.translate("cli", "{kind}: {new} brought back, {changed} changed, {removed} removed")
    return [
        fill(words, {**counts, "kind": kind_name(kind, say)})
        for kind, counts in data["rest"].items()
        if any(counts.values())
    ]
