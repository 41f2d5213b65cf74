"""A pause says until when."""

from quickdesk.cli.commands.program import pause_text
from quickdesk.cli.words.catalog import Catalog

ENGLISH = Catalog()


def test_a_pause_says_until_when_or_how_it_ends() -> None:
    assert pause_text({"paused": True, "until": "2026-11-22T15:45:10+08:00"}, ENGLISH).endswith(
        "until 15:45."
    )
    assert "pause --off" in pause_text({"paused": True, "until": None}, ENGLISH)
    assert pause_text({"paused": False, "until": None}, ENGLISH) == "The hotkey is on again."
