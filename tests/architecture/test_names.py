"""A public class name stands in one room only, so that a name says which class is meant."""

import ast
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Final

PACKAGE: Final = Path(__file__).parents[2] / "src" / "quickdesk"
STILL_DOUBLE: Final = frozenset({"Flaw", "Reading"})
"""Names that stand in two rooms. Remove one when it is renamed; add none."""


def _names_in_two_rooms() -> Mapping[str, set[str]]:
    rooms: defaultdict[str, set[str]] = defaultdict(set)
    for path in PACKAGE.rglob("*.py"):
        room = path.relative_to(PACKAGE).parts[0]
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                rooms[node.name].add(room)
    return {name: found for name, found in rooms.items() if len(found) > 1}


def test_a_public_class_name_stands_in_one_room() -> None:
    new = {name: rooms for name, rooms in _names_in_two_rooms().items() if name not in STILL_DOUBLE}
    assert new == {}


def test_the_list_of_doubles_only_shrinks() -> None:
    assert set(_names_in_two_rooms()) >= STILL_DOUBLE, "renamed: remove it from STILL_DOUBLE"
    assert len(STILL_DOUBLE) <= 3
