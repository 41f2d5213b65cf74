"""What one use saves, and how the uses of a day add up."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quickdesk.insights.daily_use import DailyUse, KeyCount, count_keys, latest_first
from quickdesk.replies.form import Box, boxes
from quickdesk.replies.render import RenderContext, Rendered, render
from quickdesk.replies.template import parse

NOW = datetime(2026, 11, 29, 12, 0, tzinfo=UTC)
DAY = date(2026, 11, 29)
TEN = "0123456789"


def counted(
    body: str, query: str = "tk", values: dict[str, str] | None = None, clipboard: str = "", **given: bool
) -> KeyCount:
    """The keys of a reply with this body; ``values`` are what the agent changed in its form."""
    template = parse(body)
    asked = boxes(template, {}, clipboard if template.reads_clipboard else None)
    filled = {box.name: box.value for box in asked} | (values or {})
    rendered = render(template, filled, RenderContext(NOW, clipboard))
    return count_keys(rendered, query, asked, filled, is_suggested=given.get("is_suggested", False))


def test_hotkey_query_and_choice_are_pressed_instead_of_each_character() -> None:
    assert counted(TEN, "tk") == KeyCount(characters=10, by_hand=10, pressed=4)
    assert counted(TEN, "").pressed == 2
    assert counted(TEN, "退款").pressed == 4, "a character is one, however it is typed"
    assert counted(TEN, "tk").saved == 6


def test_characters_are_what_a_person_sees() -> None:
    assert counted("好👨‍👩‍👧\r\né").characters == 4
    assert counted(TEN, "👍🏽").pressed == 3


def test_nothing_is_saved_by_a_short_reply_and_none_is_lost() -> None:
    assert counted("ok", "okay").saved == 0


def test_a_suggestion_takes_one_key_more_and_so_does_pasting_what_was_only_copied() -> None:
    assert counted(TEN, is_suggested=True).pressed == 5
    assert counted(TEN).copied() == KeyCount(10, 10, 5)


def test_a_form_that_is_only_confirmed_takes_one_key() -> None:
    assert counted("{a:12}{b:x|y}").pressed == 4 + 1


def test_changed_values_count_their_characters_and_a_key_to_leave_them() -> None:
    assert counted("{a}", values={"a": "12345"}).pressed == 4 + 5 + 1
    assert counted("{a}{b:9}", values={"a": "123", "b": "45"}).pressed == 4 + 3 + 1 + 2 + 1
    assert counted("{a}{b:9}", values={"a": "123"}).pressed == 4 + 3 + 1


def test_a_choice_takes_one_key_and_a_value_beside_the_choices_all_of_its_own() -> None:
    assert counted("{a:long one|long two}", values={"a": "long two"}).pressed == 4 + 1 + 1
    assert counted("{a:long one|long two}", values={"a": "other"}).pressed == 4 + 5 + 1


def test_a_field_that_stands_twice_is_filled_once() -> None:
    keys = counted("{a}{a}", values={"a": TEN})
    assert (keys.by_hand, keys.pressed) == (20, 4 + 10 + 1)


@pytest.mark.parametrize("name", ["剪贴板", "剪貼簿", "clipboard", "Clipboard"])
def test_text_from_the_clipboard_would_have_been_pasted_by_hand_too(name: str) -> None:
    keys = counted(f"ab{{{name}}}c", clipboard="x" * 100)
    assert (keys.characters, keys.by_hand) == (103, 3)


def test_what_the_form_asked_for_an_empty_clipboard_was_typed() -> None:
    keys = counted("ab{clipboard}", values={"clipboard": "xyz"})
    assert (keys.characters, keys.by_hand, keys.pressed) == (5, 5, 4 + 3 + 1)


def test_date_and_time_would_have_been_typed() -> None:
    assert counted("{日期}").by_hand == len("2026年11月29日")


def test_a_day_adds_up_uses_replies_characters_and_keys() -> None:
    day = DailyUse(DAY)
    for text, count in (("a", KeyCount(10, 10, 4)), ("b", KeyCount(5, 5, 9)), ("a", KeyCount(10, 8, 4))):
        day = day.with_use(text, count)
    assert day == DailyUse(DAY, {"a": 2, "b": 1}, characters=25, keys_saved=10)
    assert day.uses == 3


def test_the_latest_days_come_first_from_a_day_on() -> None:
    days = [DailyUse(date(2026, 11, number)) for number in (3, 1, 4, 2)]
    assert [each.day.day for each in latest_first(days)] == [4, 3, 2, 1]
    assert [each.day.day for each in latest_first(days, date(2026, 11, 3))] == [4, 3]


@given(text=st.text(max_size=40), query=st.text(max_size=20), asked=st.lists(st.text(max_size=9), max_size=3))
def test_no_use_ever_saves_less_than_nothing_or_more_than_its_text(
    text: str, query: str, asked: list[str]
) -> None:
    form = [Box(f"f{number}") for number, _ in enumerate(asked)]
    values = {f"f{number}": value for number, value in enumerate(asked)}
    keys = count_keys(Rendered(text), query, form, values, is_suggested=False)
    assert 0 <= keys.saved <= keys.by_hand <= keys.characters <= len(text)
