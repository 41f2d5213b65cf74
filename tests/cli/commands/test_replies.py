"""An undo says what was taken back and where everything is now."""

import pytest

from quickdesk.cli.commands.replies import undo_text
from quickdesk.cli.parser import parse
from quickdesk.cli.words.actions import action_name
from quickdesk.cli.words.catalog import Catalog
from quickdesk.replies.history import ActionType
from quickdesk.replies.snippet import FIELDS

ENGLISH = Catalog()


@pytest.mark.parametrize("command", [["add"], ["edit", "a1"]])
def test_every_field_of_a_reply_has_an_option(command: list[str]) -> None:
    given = [part for field in FIELDS for part in (f"--{field.name.removesuffix('s')}", "x")]
    parsed = vars(parse([*command, *given], ENGLISH))
    assert all(parsed[field.name] in ("x", ["x"]) for field in FIELDS)


def test_every_action_has_words() -> None:
    assert len({action_name(action.value, ENGLISH) for action in ActionType}) == len(ActionType)
    assert not {action_name(action.value, ENGLISH) for action in ActionType} & {
        action.value for action in ActionType
    }
    assert action_name("newfangled", ENGLISH) == "newfangled"


def test_what_is_back_and_what_went_is_named() -> None:
    rows = [{"id": str(number), "title": f"t{number}"} for number in range(7)]
    data = {"undone": "import", "at": "2026-11-22T12:00:00+00:00", "back": rows[:1], "away": rows}
    assert undo_text(data, ENGLISH).splitlines() == [
        "Undone: replies were imported (2026-11-22 12:00)",
        "As before (1): t0",
        "Now in the trash (7): t0, t1, t2, t3, t4 …",
    ]


def test_only_what_was_in_the_trash_is_called_restored() -> None:
    data = {"at": "2026-11-22T12:00:00+00:00", "back": [{"id": "1", "title": "t"}], "away": []}
    last = {
        action: undo_text({"undone": action, **data}, ENGLISH).splitlines()[1]
        for action in ("remove", "edit")
    }
    assert last == {"remove": "Restored (1): t", "edit": "As before (1): t"}
