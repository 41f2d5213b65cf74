"""What to print where the computer's clock jumped."""

from collections.abc import Mapping
from datetime import datetime

from quickdesk.cli.words.catalog import Catalog, fill


def clock_sentence(jump: Mapping[str, str], say: Catalog) -> str:
    """Return what to tell of a jump from the moment ``before`` to the moment ``after``, both ISO 8601."""
    words = say.translate(
        "cli",
        "The computer's clock shows {after}, and quickdesk last ran at {before}. Nothing was deleted because "
        "of that. If the date is wrong, set the clock.",
    )
    moments = {name: datetime.fromisoformat(each) for name, each in jump.items()}
    return fill(words, {name: f"{each:%Y-%m-%d %H:%M}" for name, each in moments.items()})
