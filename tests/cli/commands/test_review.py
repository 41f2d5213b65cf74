from typing import Any

import pytest

from quickdesk.cli.commands.review import review_text
from quickdesk.cli.terminal import width
from quickdesk.cli.words.catalog import Catalog, catalog_for
from quickdesk.settings.settings import Language

ENGLISH = Catalog()
ALL = {"more": 0, "days": None}


def row(query: str, count: int = 1, ending: str = "nothing-found", **more: Any) -> dict[str, Any]:
    shape = {"query": query, "count": count, "last": "2026-11-21T23:30:00+08:00", "ending": ending}
    return {**shape, "answered_now": False, **more}


ROWS = [
    row("花呗分期怎么开", 12),
    row("tuikuan", 3, answered_now=True),
    row("快递", 2, "nothing-chosen"),
    row("\x1b[2J退\n款", 1, "of-a-newer-version"),
]


def test_columns_stand_below_each_other() -> None:
    assert review_text(ROWS, ALL, ENGLISH, 80).splitlines() == [
        "花呗分期怎么开  12×  2026-11-21  nothing found",
        "tuikuan          3×  2026-11-21  found now",
        "快递             2×  2026-11-21  found, none chosen",
        r"\x1b[2J退 款     1×  2026-11-21  of-a-newer-version",
    ]


def test_a_narrow_terminal_has_two_lines_for_each() -> None:
    lines = review_text([row("字" * 200, 12), row("tk")], ALL, ENGLISH, 40).splitlines()
    assert lines == [
        f"{'字' * 19}…",
        "    12×  2026-11-21  nothing found",
        "tk",
        "     1×  2026-11-21  nothing found",
    ]


@pytest.mark.parametrize("language", [Language.ENGLISH, Language.SIMPLIFIED, Language.TRADITIONAL])
@pytest.mark.parametrize("columns", [40, 80])
def test_every_language_fits(language: Language, columns: int) -> None:
    lines = review_text([*ROWS[:3], row("字" * 200)], ALL, catalog_for(language), columns).splitlines()
    assert max(map(width, lines)) <= columns
    named = review_text(ROWS[:3], ALL, catalog_for(language), columns)
    assert "nothing-" not in named


def test_what_is_left_out_and_where_nothing_is_found_is_reported() -> None:
    assert review_text(ROWS[:1], {"more": 7, "days": None}, ENGLISH, 80).endswith(
        "\nNot shown: 7. Show more with --limit"
    )
    assert review_text([], ALL, ENGLISH, 80) == "There are no failed searches."
    assert review_text([], {"more": 0, "days": 7}, ENGLISH, 80) == (
        "There are no failed searches. Days covered: 7"
    )
