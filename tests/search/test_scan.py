import numpy as np

from quickdesk.search.element import letter, literal, syllable
from quickdesk.search.places import FIELDS, Places
from quickdesk.search.scan import Row, ScanIndex, encoded

Found = list[tuple[int, str, int]]


def _row(title: str, body: str = "", code: str = "") -> Row:
    texts = {"title": title, "body": body, "code": code}
    return tuple(encoded(texts.get(field, "")) for field in FIELDS)


def _found(places: Places) -> Found:
    rows, fields, starts = places.row.tolist(), places.field.tolist(), places.start.tolist()
    return sorted((row, FIELDS[field], start) for row, field, start in zip(rows, fields, starts, strict=True))


def test_finds_every_place_of_a_sequence() -> None:
    index = ScanIndex([_row("退货", "请退货，退 货"), _row("退款"), _row("貨退貨")])
    sequence = [syllable("tui"), *literal("货")]
    assert _found(index.places(sequence)) == [(0, "body", 1), (0, "title", 0), (2, "title", 1)]


def test_no_sequence_crosses_a_field_or_a_row() -> None:
    index = ScanIndex([_row("退", "货", "退"), _row("货")])
    assert len(index.places([*literal("退"), *literal("货")])) == 0


def test_looks_only_into_the_rows_asked_for() -> None:
    index = ScanIndex([_row("退"), _row("退"), _row("退")])
    assert _found(index.places(literal("退"), np.array([False, True, False]))) == [(1, "title", 0)]


def test_says_whether_letters_stand_there_themselves_and_inside_a_word() -> None:
    index = ScanIndex([_row("T恤"), _row("他t"), _row("at"), _row("退 t")])
    places = index.places([letter("t")])
    seen = {
        place: flags
        for place, *flags in zip(
            zip(places.row.tolist(), places.start.tolist(), strict=True),
            places.as_typed.tolist(),
            places.in_word.tolist(),
            strict=True,
        )
    }
    assert seen == {
        (0, 0): [True, False],
        (1, 0): [False, False],
        (1, 1): [True, False],
        (2, 1): [True, True],
        (3, 0): [False, False],
        (3, 2): [True, False],
    }


def test_a_null_character_in_a_text_is_no_border() -> None:
    index = ScanIndex([_row("a\0b", "退")])
    assert _found(index.places(literal("退"))) == [(0, "body", 0)]
    assert index.places(literal("b")).field_length.tolist() == [3]


def test_an_empty_library_and_empty_rows_hold_nothing() -> None:
    for rows in ([], [_row("")]):
        index = ScanIndex(rows)
        assert index.estimate(literal("退")) == 0
        assert len(index.places(literal("退"))) == 0


def test_the_estimate_is_never_too_low() -> None:
    index = ScanIndex([_row("退退货", "退")])
    assert index.estimate(literal("退")) == 3
    assert index.estimate([*literal("退"), *literal("货")]) == 1
    assert index.estimate([*literal("退"), *literal("款")]) == 0
