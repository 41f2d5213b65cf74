"""What was found when the data was opened is said with what is safe and where the rest lies."""

import pytest

from quickdesk.cli.words.catalog import Catalog
from quickdesk.cli.words.data import kind_name, loss_sentence, recovery_sentence, starter_sentence

ENGLISH = Catalog()


@pytest.mark.parametrize(
    ("flaw", "previous", "whole", "aside", "expected"),
    [
        ("not-json", True, False, ["s.damaged-1"], "was damaged. The previous version is in use; the dam"),
        ("not-json", False, False, ["s.damaged-1"], "no earlier version was found"),
        ("not-json", False, True, ["s.damaged-1"], "Nothing was lost: everything was recovered. The damaged"),
        ("missing", True, False, [], "s.json was missing. The previous version is in use."),
        ("changed", True, False, [], "is damaged and was left as it is. The previous version"),
        ("changed", True, True, [], "is damaged and was left as it is. Nothing was lost."),
    ],
)
def test_a_recovery_says_what_became_of_the_file(
    flaw: str, previous: bool, whole: bool, aside: list[str], expected: str
) -> None:
    found = {"path": "s.json", "flaw": flaw, "previous": previous, "set_aside": aside, "lost_nothing": whole}
    text = recovery_sentence(found, ENGLISH)
    assert expected in text
    assert "kept as ." not in text


@pytest.mark.parametrize(
    ("changes", "aside", "expected"),
    [
        (3, ["s.7.log.damaged-1"], "read (replies): 3. The damaged part was kept as s.7.log.damaged-1."),
        (3, [], "read (replies): 3. They were in s.7.log."),
        (None, ["s.7.log.damaged-1"], "Some changes could not be read (replies). The damaged part was kept"),
        (None, [], "Some changes could not be read (replies). They were in s.7.log."),
    ],
)
def test_a_loss_says_how_much_and_where(changes: int | None, aside: list[str], expected: str) -> None:
    loss = {"kind": "snippets", "path": "s.7.log", "flaw": "changed", "changes": changes, "set_aside": aside}
    assert expected in loss_sentence(loss, ENGLISH)


def test_every_kind_of_data_has_a_name() -> None:
    kinds = ("snippets", "settings", "customers", "followups", "insights", "facts", "lexicon")
    assert len({kind_name(kind, ENGLISH) for kind in kinds}) == len(kinds)
    assert kind_name("newfangled", ENGLISH) == "newfangled"


def test_a_missing_starter_pack_is_reported() -> None:
    assert "list is empty" in starter_sentence(ENGLISH)
