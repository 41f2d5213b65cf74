from typing import Any

import pytest

from quickdesk.cli.commands.stats import stats_text
from quickdesk.cli.terminal import width
from quickdesk.cli.words.catalog import Catalog, catalog_for
from quickdesk.settings.settings import Language

ENGLISH = Catalog()
LANGUAGES = [Language.ENGLISH, Language.SIMPLIFIED, Language.TRADITIONAL]


def row(day: str, uses: int, replies: int, characters: int, keys_saved: int) -> dict[str, Any]:
    counts = {"uses": uses, "replies": replies, "characters": characters, "keys_saved": keys_saved}
    return {"day": day, **counts}


ROWS = [row("2026-11-29", 12, 7, 1034, 890), row("2026-11-27", 3, 3, 96, 80)]
TOTAL = {"uses": 15, "replies": 8, "characters": 1130, "keys_saved": 970}
FACTS = {"total": TOTAL, "more": 0, "days": None}


def test_counts_stand_below_each_other_with_the_total_last() -> None:
    assert stats_text(ROWS, FACTS, ENGLISH, 80).splitlines() == [
        "Day         Uses  Different replies  Characters  Keys saved",
        "2026-11-29    12                  7       1,034         890",
        "2026-11-27     3                  3          96          80",
        "Total         15                  8       1,130         970",
    ]


def test_chinese_words_take_two_columns_each() -> None:
    assert stats_text(ROWS, FACTS, catalog_for(Language.SIMPLIFIED), 80).splitlines() == [
        "日期        使用次数  不同话术   字数  省下的按键",
        "2026-11-29        12         7  1,034         890",
        "2026-11-27         3         3     96          80",
        "合计              15         8  1,130         970",
    ]


def test_a_narrow_terminal_has_a_block_for_each_day() -> None:
    assert stats_text(ROWS[:1], FACTS, ENGLISH, 40).splitlines()[:6] == [
        "2026-11-29",
        "    Uses                  12",
        "    Different replies      7",
        "    Characters         1,034",
        "    Keys saved           890",
        "Total",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("columns", [40, 58, 59, 80])
def test_every_language_fits_and_is_aligned(language: Language, columns: int) -> None:
    rows = [*ROWS, row("2026-11-01", 1_234_567, 999, 10**9, 9 * 10**8)]
    lines = stats_text(rows, FACTS, catalog_for(language), columns).splitlines()
    assert max(map(width, lines)) <= columns
    tables = {width(line) for line in lines if "," in line}
    assert len(tables) == 1


def test_earlier_days_that_are_left_out_and_where_nothing_was_used_is_reported() -> None:
    assert stats_text(ROWS, {**FACTS, "more": 7}, ENGLISH, 80).endswith(
        "\nEarlier days not shown: 7. Show more with --days"
    )
    assert stats_text([], FACTS, ENGLISH, 80) == "No use of a reply has been counted yet."
    assert stats_text([], {**FACTS, "days": 7, "more": 2}, ENGLISH, 80).splitlines() == [
        "No use of a reply was counted. Days covered: 7",
        "Earlier days not shown: 2. Show more with --days",
    ]


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_texts_are_translated(language: Language) -> None:
    catalog = catalog_for(language)
    for rows, facts in (([], FACTS), ([], {**FACTS, "days": 7}), (ROWS, {**FACTS, "more": 7})):
        assert stats_text(rows, facts, catalog, 80) != stats_text(rows, facts, ENGLISH, 80)
