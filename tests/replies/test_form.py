from quickdesk.replies.form import Box, boxes, needs_form
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


def test_what_an_older_version_remembered_of_a_buyer_is_not_offered() -> None:
    old = {"退款金额": "88", "退款进度": "已经退出", "快递": "SF123"}
    asked = boxes(parse("{退款金额}{退款进度|正在审核|已经退出}{快递}"), old)
    assert [box.value for box in asked] == ["", "正在审核", ""]


def test_a_reply_without_fields_needs_no_form() -> None:
    assert not needs_form(parse("{日期}{光标}{剪贴板}"), "x")
    assert not needs_form(parse("{{a}}"))


def test_a_field_with_a_default_gets_a_box() -> None:
    assert needs_form(parse("{a:1}"))


def test_an_empty_clipboard_gets_one_box() -> None:
    template = parse("{剪贴板}{剪贴板}{a}")
    assert boxes(template, {"剪贴板": "old"}, "") == (Box("a"), Box("剪贴板"))
    assert needs_form(parse("{剪贴板}"), "")
    assert not needs_form(parse("{剪贴板}"))
