"""What to print of something that was undone: what it was, what is back, what went to the trash."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from quickdesk.cli.words.catalog import Catalog, fill

_MOST_TITLES = 5


def undo_lines(data: Mapping[str, Any], say: Catalog) -> str:
    """Return the words for the answer of ``undo``."""
    translate = say.translate
    when = f"{datetime.fromisoformat(data['at']):%Y-%m-%d %H:%M}"
    lines = [
        fill(
            translate("cli", "Undone: {what} ({when})"),
            {"what": deed_name(data["undone"], say), "when": when},
        )
    ]
    brought_back = translate("cli", "Restored ({count}): {titles}")
    as_before = translate("cli", "As before ({count}): {titles}")
    for rows, words in (
        (data["back"], brought_back if data["undone"] == "remove" else as_before),
        (data["away"], translate("cli", "Now in the trash ({count}): {titles}")),
    ):
        if rows:
            lines.append(fill(words, {"count": len(rows), "titles": _titles(rows, say)}))
    return "\n".join(lines)


def deed_name(deed: str, say: Catalog) -> str:
    """Return what was done in words; a deed of a newer program is named as it is."""
    translate = say.translate
    names = {
        "add": translate("cli", "a reply was added"),
        "edit": translate("cli", "a reply was changed"),
        "remove": translate("cli", "a reply was moved to the trash"),
        "restore": translate("cli", "a reply was brought back from the trash"),
        "import": translate("cli", "replies were imported"),
        "recover": translate("cli", "a backup was restored"),
    }
    return names.get(deed, deed)


def _titles(rows: Sequence[Mapping[str, Any]], say: Catalog) -> str:
    named = say.translate("cli", ", ").join(str(row["title"]) for row in rows[:_MOST_TITLES])
    return f"{named} …" if len(rows) > _MOST_TITLES else named
