"""Replies in columns, on wide terminals and narrow ones."""

import pytest

from quickdesk.cli.listing import listed
from quickdesk.cli.terminal import width
from quickdesk.commands.replies.to_json import hit_to_json, snippet_to_json
from quickdesk.replies.snippet import Snippet
from quickdesk.search.finder import LibraryFinder

LONG_FOLDER = ("客服话术大全", "售后服务与退换货", "退款进度查询")
DATA = [
    snippet_to_json(Snippet("starter-zh-CN/shouhou-xiangqing", "退款进度", "甲" * 90, "tk")),
    snippet_to_json(Snippet("b2", "A", "乙", "nh", LONG_FOLDER)),
    snippet_to_json(Snippet("0123456789abcdef0123", "长" * 40, "丙", "NH")),
]
NAMES = ["tk", "b2", "0123456789abcdef0123"]


def test_columns_hold_whatever_the_codes_ids_and_folders_are() -> None:
    rows = listed(DATA, 140)
    assert [row.split()[0] for row in rows] == NAMES
    assert len({width(row[: row.rindex("  ")]) for row in rows}) == 1, "the bodies begin in one column"
    assert "/".join(LONG_FOLDER) in rows[1]
    assert max(map(width, rows)) <= 140


def test_of_a_long_folder_the_end_stays_in_sight() -> None:
    rows = listed(DATA, 110)
    assert "…" in rows[1]
    assert "退款进度查询  乙" in rows[1]
    assert max(map(width, rows)) <= 110


@pytest.mark.parametrize("columns", [30, 40, 80])
def test_on_a_narrow_terminal_the_body_has_a_line_of_its_own(columns: int) -> None:
    rows = [row.splitlines() for row in listed(DATA, columns)]
    assert [head.split()[0] for head, _ in rows] == NAMES
    assert [body[:5] for _, body in rows] == ["    甲", "    乙", "    丙"]
    assert max(width(line) for row in rows for line in row) <= max(columns, 30)


def test_a_name_is_never_cut() -> None:
    assert all(name in row for name, row in zip(NAMES, listed(DATA, 8), strict=True))


@pytest.mark.parametrize(
    ("query", "place"),
    [("多久", "“多久能到😀”"), ("ji", "“几天到”"), ("时效", "售前"), ("能到 fhsx", "售前")],
)
def test_a_reply_that_was_found_by_an_ask_alone_shows_it(query: str, place: str) -> None:
    reply = Snippet("a", "时效", "正文", "fhsx", ("售前",), asks=("几天到", "😀好", "多久能到😀"))
    (row,) = listed([hit_to_json(hit) for hit in LibraryFinder([reply]).find(query)], 80)
    assert row == f"fhsx  时效  {place}  正文"


def test_nothing_is_nothing_and_odd_texts_stay_in_their_line() -> None:
    assert listed([], 80) == []
    (row,) = listed([snippet_to_json(Snippet("a", "一\u202e二", "三\n\u2066四"))], 80)
    assert row == r"a  一\u202e二  三 \u2066四"


def test_a_library_of_one_title_can_be_distinct_by_its_names() -> None:
    twins = [snippet_to_json(Snippet(f"id{number}", "退款", f"文{number}", "tk")) for number in range(50)]
    assert [row.split()[0] for row in listed(twins, 80)] == [f"id{number}" for number in range(50)]


def test_fields_are_listed_without_their_choices() -> None:
    (row,) = listed([snippet_to_json(Snippet("a", "发货", "{快递|中通|圆通}已发"))], 80)
    assert row.endswith("{快递}已发")
