import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quickdesk.exchange.tables.cells import Row, escape_formula, format_table, parse_rows, unescape_formula


def cells(text: str, delimiter: str = ",") -> list[tuple[str, ...]]:
    return [row.cells for row in parse_rows(text, delimiter)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("a,b\r\nc,\n", [("a", "b"), ("c", "")]),
        ('"a,b","c""d"\r"e\nf"', [("a,b", 'c"d'), ("e\nf",)]),
        ('a "b" c,d', [('a "b" c', "d")]),
        ('"a"b,c', [("ab", "c")]),
        ('"",""""\n', [("", '"')]),
        ("a\n\nb", [("a",), ("",), ("b",)]),
    ],
)
def test_rows_and_cells(text: str, expected: list[tuple[str, ...]]) -> None:
    assert cells(text) == expected


def test_rows_know_their_number_and_line() -> None:
    found = list(parse_rows('a\n"b\nc",d\ne', ","))
    assert [(row.number, row.line) for row in found] == [(1, 1), (2, 2), (3, 4)]


def test_an_unclosed_quote_is_reported_and_loses_no_text() -> None:
    assert list(parse_rows('a,"b\nc,d\n', ",")) == [
        Row(1, 1, ("a", '"b'), has_open_quote=True),
        Row(2, 2, ("c", "d")),
    ]


def test_hostile_quotes_take_linear_time() -> None:
    started = time.perf_counter()
    for text in ('"a,' * 16_000, '"""\n' * 50_001, '""' * 100_001 + '"'):
        assert sum(len(row.cells) for row in parse_rows(text, ","))
    assert time.perf_counter() - started < 20


FORMULA_BEGINNINGS = "=+-@\t\r\n＝＋－＠﹦﹢﹣﹫"


@pytest.mark.parametrize("cell", ["=1+1", "+86", "-50元", "@a", "\tx", "＝1+1", "－HYPER(1)", "''-", "'＝1"])
def test_a_cell_that_a_spreadsheet_would_run_is_escaped(cell: str) -> None:
    assert escape_formula(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["'a", "", "亲", " =1", "a=1", "—", "~"])
def test_any_other_cell_is_written_as_it_is(cell: str) -> None:
    assert escape_formula(cell) == cell


@given(st.text(st.sampled_from(f"'{FORMULA_BEGINNINGS} a亲"), max_size=6))
def test_an_escaped_cell_is_not_a_formula_and_is_unescaped(cell: str) -> None:
    assert not escape_formula(cell).startswith(tuple(FORMULA_BEGINNINGS))
    assert unescape_formula(escape_formula(cell)) == cell


@given(st.lists(st.lists(st.text(max_size=8), min_size=1, max_size=4), max_size=5), st.sampled_from(",\t;|"))
@settings(max_examples=100)
def test_what_was_written_is_read_back(table: list[list[str]], delimiter: str) -> None:
    back = [
        [unescape_formula(cell) for cell in row.cells]
        for row in parse_rows(format_table(table, delimiter), delimiter)
    ]
    assert back == table
