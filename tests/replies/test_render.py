from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quickdesk.replies.delivery import Delivery, DeliveryProblem, Undeliverable, deliver
from quickdesk.replies.render import MAX_TEXT, FieldSpan, RenderContext, Rendered, render
from quickdesk.replies.template import TemplateError, Text, escape, parse

NOW = datetime(2026, 3, 5, 9, 4, tzinfo=timezone(timedelta(hours=8)))
HERE = RenderContext(NOW, "剪贴的字")


def rendered(body: str, clipboard: str = "", /, **values: str) -> Rendered:
    return render(parse(body), values, RenderContext(NOW, clipboard))


def test_values_fill_their_fields() -> None:
    assert rendered("您的{订单号}已由{快递}发出", 订单号="A1", 快递="顺丰").text == "您的A1已由顺丰发出"


def test_a_missing_field_is_named_once_and_shown_as_it_is_written() -> None:
    result = rendered("{a} {b} {a}", b="x")
    assert result.text == "{a} x {a}"
    assert result.missing == ("a",)
    assert result.field_spans == (
        FieldSpan(0, 3, "a", False),
        FieldSpan(4, 5, "b", True),
        FieldSpan(6, 9, "a", False),
    )


@pytest.mark.parametrize("blank", ["", "  ", "\n", "\u3000", "\u200b", "\u2060\ufe0f \u2800", "\u3164"])
def test_a_blank_value_is_no_value(blank: str) -> None:
    assert rendered("{a}", a=blank).missing == ("a",)
    assert rendered("{a:默认}", a=blank).text == "默认"


def test_a_default_applies_to_all_repetitions() -> None:
    assert rendered("{a}{a:1}").text == "11"


def test_values_are_inserted_literally() -> None:
    result = rendered("{a}", a="{b}}{{光标}")
    assert (result.text, result.missing, result.cursor) == ("{b}}{{光标}", (), None)


def test_date_and_time_follow_the_spelling() -> None:
    assert rendered("{日期} {时间}|{date} {time}").text == "2026年3月5日 09:04|2026-03-05 09:04"


def test_the_clipboard_is_inserted_literally() -> None:
    assert rendered("{剪贴板}", "甲{b}").text == "甲{b}"


def test_an_empty_clipboard_is_missing_under_the_name_used_and_can_be_given() -> None:
    assert rendered("{剪貼簿}", " ").missing == ("剪貼簿",)
    assert rendered("{剪贴板}", "", 剪贴板="x").text == "x"
    assert rendered("{剪贴板}", "\u200b").missing == ("剪贴板",)


def test_a_reply_in_which_nothing_is_visible_is_not_sent() -> None:
    assert deliver(rendered("\u200b\u2060")) == Undeliverable(DeliveryProblem.EMPTY)


def test_only_the_first_cursor_counts_and_none_is_shown() -> None:
    result = rendered("你好{光标}，{a}{cursor}。", a="x")
    assert (result.text, result.cursor) == ("你好，x。", 2)
    assert deliver(result) == Delivery("你好，x。", 3)


def test_the_cursor_counts_characters_as_an_editor_does() -> None:
    assert deliver(rendered("a{光标}👨‍👩‍👧👍🏽🇨🇳é")) == Delivery("a👨‍👩‍👧👍🏽🇨🇳é", 4)


def test_a_cursor_at_the_end_goes_nowhere_back() -> None:
    assert deliver(rendered("好{光标}")) == Delivery("好", 0)


def test_nothing_with_an_open_field_is_delivered() -> None:
    assert deliver(rendered("{a}{b}", a="1")) == Undeliverable(DeliveryProblem.MISSING, ("b",))


def test_nothing_blank_is_delivered() -> None:
    assert deliver(rendered(" \n{光标}")) == Undeliverable(DeliveryProblem.EMPTY)


def test_a_text_that_is_too_long_is_truncated_and_not_delivered() -> None:
    result = rendered("x{a}{a}", a="字" * MAX_TEXT)
    assert len(result.text) == MAX_TEXT
    assert deliver(result) == Undeliverable(DeliveryProblem.TOO_LONG)


def test_the_longest_text_is_delivered() -> None:
    assert isinstance(deliver(rendered("{a}", a="字" * MAX_TEXT)), Delivery)


bodies = st.text(st.sampled_from("ab 甲{}:|\n光标"), max_size=40)
values = st.dictionaries(st.sampled_from(["a", "b", "甲", "ab"]), st.text("xyz{} ", max_size=4))


@given(bodies, values)
@settings(max_examples=100)
def test_literal_text_is_never_lost_and_nothing_unfilled_is_delivered(
    body: str, given_values: dict[str, str]
) -> None:
    try:
        template = parse(body)
    except TemplateError:
        return
    result = render(template, given_values, HERE)
    position = 0
    for part in template.parts:
        if isinstance(part, Text):
            position = result.text.index(part.text, position) + len(part.text)
    assert isinstance(deliver(result), Delivery) == (not result.missing and bool(result.text.strip()))


@given(st.text(max_size=80))
@settings(max_examples=100)
def test_escaped_text_renders_to_itself(text: str) -> None:
    assert render(parse(escape(text)), {}, RenderContext(datetime(2026, 1, 1, tzinfo=UTC))).text == text
