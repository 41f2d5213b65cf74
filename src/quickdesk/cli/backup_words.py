"""What to print of a backup that was restored, or would be."""

from collections.abc import Mapping
from typing import Any

from quickdesk.cli.catalog import Catalog, fill


def restored_lines(data: Mapping[str, Any], say: Catalog) -> str:
    """Return the words for the answer of ``restore``: of one reply, or of a backup."""
    translate = say.translate
    if "file" not in data:
        return fill(translate("cli", "Restored {id}: {title}"), data)
    if data["dry_run"]:
        return fill(
            translate("cli", "Would bring back {new}, change {changed} and move {removed} to the trash."),
            data,
        )
    if data["backup"] is None:
        return translate("cli", "The replies already match the backup. Nothing was changed.")
    words = translate(
        "cli",
        "Restored: {new} brought back, {changed} changed, {removed} moved to the trash. Undo with: undo\n"
        "The state before is saved in {backup}",
    )
    return fill(words, data)
