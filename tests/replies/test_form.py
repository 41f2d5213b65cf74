from datetime import date

import pytest

from quickdesk.replies.facts import Fact, FactsOfDay
from quickdesk.replies.form import Box, FactNote, boxes, fact_note, needs_form
from quickdesk.replies.template import parse


def test_one_box_per_name_in_the_order_of_the_reply() -> None:
    assert boxes(parse("{b}{a}{b:1}"), {}) == (Box("b", (), "1"), Box("a"))


def test_the_last_value_comes_before_the_default() -> None:
    assert boxes(parse("{快递:顺丰}"), {"快递": "中通"}) == (Box("快递", (), "中通"),)
    assert boxes(parse("{快递:顺丰}"), {"快递": " "}) == (Box("快递", (), "顺丰"),)


def test_a_remembered_value_must_be_one_of_the_choices() -> None:
    assert boxes(parse("{快递|甲|乙}"), {"快递": "乙"})[0].value == "乙"
    assert boxes(parse("{快递|甲|乙}"), {"快递": "丙"})[0].value == "甲"
    assert boxes(parse("{快递:乙|甲|乙}"), {"快递": "丙"})[0].value == "乙"


def test_choices_that_start_unchosen_ignore_the_last_value_too() -> None:
    assert boxes(parse("{快递:|甲|乙}"), {"快递": "乙"}) == (Box("快递", ("甲", "乙"), ""),)
    assert needs_form(parse("{快递:|甲|乙}"))


def test_what_an_older_version_remembered_of_a_buyer_is_not_offered() -> None:
    old = {"退款金额": "88", "退款进度": "已经退出", "快递": "SF123"}
    asked = boxes(parse("{退款金额}{退款进度|正在审核|已经退出}{快递}"), old)
    assert [box.value for box in asked] == ["", "正在审核", ""]


def test_a_reply_without_fields_needs_no_form() -> None:
    assert not needs_form(parse("{日期}{光标}{剪贴板}"), "x")
    assert not needs_form(parse("{{a}}"))


def test_a_field_with_a_default_gets_a_box() -> None:
    assert needs_form(parse("{a:1}"))


def test_a_clipboard_with_nothing_visible_is_an_empty_one() -> None:
    assert needs_form(parse("{剪贴板}"), "\u200b")
    assert [box.name for box in boxes(parse("{剪贴板}"), {}, "\ufeff\n")] == ["剪贴板"]


def test_an_empty_clipboard_gets_one_box() -> None:
    template = parse("{剪贴板}{剪贴板}{a}")
    assert boxes(template, {"剪贴板": "old"}, "") == (Box("a"), Box("剪贴板"))
    assert needs_form(parse("{剪贴板}"), "")
    assert not needs_form(parse("{剪贴板}"))


def facts(*known: Fact) -> FactsOfDay:
    return FactsOfDay.of(known, date(2026, 11, 22))


def test_a_fact_fills_its_field_before_anything_else() -> None:
    fact = Fact("快递 公司", "京东")
    asked = boxes(parse("{快递公司:顺丰|顺丰|中通}{单号}"), {"快递公司": "中通"}, None, facts(fact))
    assert asked == (Box("快递公司", ("顺丰", "中通"), "京东", fact, is_filled=True), Box("单号"))


def test_a_fact_answers_choices_that_start_unchosen() -> None:
    fact = Fact("快递", "京东")
    assert boxes(parse("{快递:|顺丰|中通}"), {}, None, facts(fact))[0].value == "京东"


def test_a_form_is_needed_for_what_facts_do_not_fill() -> None:
    known = facts(Fact("快递", "顺丰"))
    assert not needs_form(parse("{快递:中通}{快递}"), None, known)
    assert needs_form(parse("{快递}{单号}"), None, known)
    assert needs_form(parse("{快递}{剪贴板}"), "", known)


def test_an_expired_fact_is_asked_for_and_named() -> None:
    expired = Fact("快递", "顺丰", date(2026, 11, 21))
    assert needs_form(parse("{快递}"), None, facts(expired))
    assert boxes(parse("{快递|中通}"), {}, None, facts(expired)) == (Box("快递", ("中通",), "中通", expired),)


BEFORE = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("at_first", "value", "now", "note"),
    [
        (None, "顺丰", None, None),
        (None, "顺丰", Fact("快递", "顺丰"), FactNote.SAVED),
        (None, "中通", Fact("快递", "顺丰"), FactNote.CHANGED),
        (Fact("快递", "顺丰", BEFORE), "", Fact("快递", "顺丰", BEFORE), FactNote.EXPIRED),
        (Fact("快递", "顺丰"), "顺丰", Fact("快递", "顺丰"), None),
        (Fact("快递", "顺丰"), "改过一次", Fact("快递", "顺丰"), None),
        (Fact("快递", "顺丰"), "顺丰", Fact("快递", "德邦"), FactNote.CHANGED),
        (Fact("快递", "顺丰"), "顺丰", None, FactNote.REMOVED),
        (Fact("快递", "顺丰"), "顺丰", Fact("快递", "顺丰", BEFORE), FactNote.EXPIRED),
    ],
)
def test_a_box_says_what_has_become_of_its_fact(
    at_first: Fact | None, value: str, now: Fact | None, note: FactNote | None
) -> None:
    (box,) = boxes(parse("{快递}"), {}, None, facts(*filter(None, [at_first])))
    assert fact_note(box, value, facts(*filter(None, [now]))) is note
