"""Matching of notes and strokes in the benchmark."""

from tests.bench.palette_strokes import Note, Stroke, answered, summary

MS = 1_000_000


def stroke(query: str, pressed_ms: int, end_ms: int = 500) -> Stroke:
    return Stroke(query, "any", pressed_ms * MS, end_ms * MS)


def note(what: str, query: str, at_ms: int, *rows: str) -> Note:
    return Note(what, query, at_ms * MS, rows)


def test_a_stroke_is_answered_by_the_first_list_for_its_query_after_it() -> None:
    notes = [note("list", "t", 90, "old"), note("list", "t", 112, "new"), note("list", "t", 150, "again")]
    (found,) = answered([stroke("t", 100)], notes)
    assert found.ms == {"list": 12.0}
    assert found.rows == ("new",)


def test_a_late_list_answers_and_a_list_that_never_came_does_not() -> None:
    notes = [note("key", "", 101), note("key", "t", 141), note("list", "t", 160), note("list", "tuik", 190)]
    late, overtaken = answered([stroke("t", 100), stroke("tu", 140)], notes)
    assert late.ms == {"key": 1.0, "list": 60.0}
    assert overtaken.ms == {"key": 1.0}


def test_a_painting_for_the_next_query_answers_no_stroke() -> None:
    (found,) = answered([stroke("t", 100, end_ms=300)], [note("list", "t", 301)])
    assert found.ms == {}


def test_a_summary_has_the_share_within_a_frame_and_the_missing_ones() -> None:
    assert summary("list", [10.0, 16.6, 16.8, 40.0], 5).split() == [
        "list", "16.7", "40.0", "40.0", "40.0", "50.0%", "4", "of", "5",
    ]  # fmt: skip
    assert summary("list", [], 3).split() == ["list", "none", "of", "3"]
