"""An undo says what was taken back and where everything is now."""

from quickdesk.cli.words.catalog import Catalog
from quickdesk.cli.words.undo import deed_name, undo_lines
from quickdesk.replies.history import ActionType

SAY = Catalog({})


def test_every_deed_has_words() -> None:
    assert len({deed_name(deed.value, SAY) for deed in ActionType}) == len(ActionType)
    assert not {deed_name(deed.value, SAY) for deed in ActionType} & {deed.value for deed in ActionType}
    assert deed_name("newfangled", SAY) == "newfangled"


def test_what_is_back_and_what_went_is_named() -> None:
    rows = [{"id": str(number), "title": f"t{number}"} for number in range(7)]
    data = {"undone": "import", "at": "2026-11-22T12:00:00+00:00", "back": rows[:1], "away": rows}
    assert undo_lines(data, SAY).splitlines() == [
        "Undone: replies were imported (2026-11-22 12:00)",
        "As before (1): t0",
        "Now in the trash (7): t0, t1, t2, t3, t4 …",
    ]


def test_only_what_was_in_the_trash_is_called_restored() -> None:
    data = {"at": "2026-11-22T12:00:00+00:00", "back": [{"id": "1", "title": "t"}], "away": []}
    last = {deed: undo_lines({"undone": deed, **data}, SAY).splitlines()[1] for deed in ("remove", "edit")}
    assert last == {"remove": "Restored (1): t", "edit": "As before (1): t"}
