"""Pins are kept in their order, whatever stands in the file."""

import json
from pathlib import Path
from typing import Any

import pytest

from quickdesk.storage.kinds import INSIGHTS
from quickdesk.storage.open import open_stores


def test_they_are_kept_in_the_order_in_which_they_were_pinned(tmp_path: Path) -> None:
    with open_stores(tmp_path) as stores:
        for each in ("c", "a", "b", "a", "a"):
            stores.habits().pins.toggle(each)
    with open_stores(tmp_path) as stores:
        assert stores.habits().pins.pinned() == ("c", "b", "a")
        stores.habits().pins.forget_all_but({"a", "c"})
        assert stores.habits().pins.pinned() == ("c", "a")


def test_a_pin_is_on_the_disk_when_it_was_set(tmp_path: Path) -> None:
    with open_stores(tmp_path) as stores:
        stores.habits().pins.toggle("a1")
        journals = b"".join(path.read_bytes() for path in tmp_path.glob("insights.*"))
    assert b'"reply":"a1"' in journals


def test_there_may_be_more_than_a_list_shows(tmp_path: Path) -> None:
    with open_stores(tmp_path) as stores:
        for number in range(70):
            stores.habits().pins.toggle(f"r{number}")
        assert stores.habits().pins.pinned() == tuple(f"r{number}" for number in range(70))


@pytest.mark.parametrize("broken", [{}, {"reply": 7}, {"reply": None}, {"reply": ["a"]}])
def test_what_another_program_wrote_is_read_once_and_unpinned_at_once(
    tmp_path: Path, broken: dict[str, Any]
) -> None:
    table = {"1": {"reply": "a"}, "2": broken, "3": {"reply": "b"}, "4": {"reply": "a"}}
    empty = {name: {} for name in INSIGHTS.tables}
    (tmp_path / "insights.json").write_text(json.dumps({**empty, "pins": table}), encoding="utf-8")
    with open_stores(tmp_path) as stores:
        pins = stores.habits().pins
        assert pins.pinned() == ("a", "b")
        pins.toggle("a")
        assert pins.pinned() == ("b",)


def test_half_a_character_in_an_id_is_stored(tmp_path: Path) -> None:
    with open_stores(tmp_path) as stores:
        stores.habits().pins.toggle("a\ud800")
        stores.habits().pins.toggle("a\ud800")
        assert stores.habits().pins.pinned() == ()
