"""What to print of a pause: until when the hotkey is off, or that it is on again."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from quickdesk.cli.words.catalog import Catalog, fill


def pause_line(data: Mapping[str, Any], say: Catalog) -> str:
    """Return the words for the answer of ``pause``; the time is the machine's own."""
    if not data["paused"]:
        return say.translate("cli", "The hotkey is on again.")
    if data["until"] is None:
        return say.translate("cli", "The hotkey is paused. Resume it with: pause --off")
    words = say.translate("cli", "The hotkey is paused until {time}.")
    return fill(words, {"time": f"{datetime.fromisoformat(data['until']):%H:%M}"})
