"""Days, promises and lists are read as people type them."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quickdesk.customers.case_input import listed, next_day, promised

TODAY = date(2026, 11, 29)
NOW = datetime(2026, 11, 29, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("今天", 0),
        ("明天", 1),
        ("後天", 2),
        ("＋3", 3),
        ("3天后", 3),
        ("tomorrow", 1),
        ("2026-12-01", 2),
        ("12/1", 2),
    ],
)
def test_a_day(text: str, days: int) -> None:
    assert next_day(text, TODAY) == TODAY + timedelta(days=days)


def test_no_day_and_what_is_none() -> None:
    assert next_day(" ", TODAY) is None
    with pytest.raises(ValueError, match="day"):
        next_day("下次", TODAY)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("18", datetime(2026, 11, 29, 18, tzinfo=UTC)),
        ("18:30", datetime(2026, 11, 29, 18, 30, tzinfo=UTC)),
        ("18点前", datetime(2026, 11, 29, 18, tzinfo=UTC)),
        ("９", datetime(2026, 11, 30, 9, tzinfo=UTC)),
        ("明天10点", datetime(2026, 11, 30, 10, tzinfo=UTC)),
        ("明天 10 点", datetime(2026, 11, 30, 10, tzinfo=UTC)),
        ("25", None),
        ("尽快", None),
        ("", None),
    ],
)
def test_a_promise(text: str, expected: datetime | None) -> None:
    assert promised(text, NOW) == expected


@given(st.text(max_size=20))
def test_no_text_breaks_the_reading(text: str) -> None:
    found = promised(text, NOW)
    assert found is None or NOW - timedelta(days=1) < found < NOW + timedelta(days=4)
    assert all(part == part.strip() != "" for part in listed(text))


def test_a_list() -> None:
    assert listed("照片、视频，照片\n 快递面单 ;") == ("照片", "视频", "快递面单")
