from unittest.mock import ANY

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quickdesk.exchange.foreign.placeholders import convert_placeholders, uses_brackets
from quickdesk.replies.template import MAX_BODY, Field, Text, parse


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("订单[订单号]", "订单{订单号}"),
        ("[Order Number]", "{Order Number}"),
        ("[X] [X-X]", "{X} {X-X}"),
        ("[24/48]小时", "{24/48|24|48}小时"),
        ("[full refund / resend]", "{full refund / resend|full refund|resend}"),
        ("[✓/⏳]", "{✓/⏳|✓|⏳}"),
        ("[Size/Color]", "{Size/Color}"),
        ("[New item/size/color]", "{New item/size/color}"),
        ("[规格/颜色]", "{规格/颜色}"),
        ('[状态，如"备货中"/"已发货"]', '{状态，如"备货中"/"已发货"}'),
        ("[Exception 1, e.g., Personalized items]", "{Exception 1, e.g., Personalized items}"),
        ("[日期]前", "{指定日期}前"),
        ("[Date]", "{Specified date}"),
        ("满[金额]减[金额]", "满{金额}减{金额 2}"),
        ("[金额][金额][金额 2]", "{金额}{金额 3}{金额 2}"),
        ("[订单号] [订单号]", "{订单号} {订单号}"),
        ("[产品A]和[产品B]，[产品A]", "{产品A}和{产品B}，{产品A}"),
        ("[Product A] [Product A]", "{Product A} {Product A}"),
        ("[a|b:c]", "{a b c}"),
        ("[a](https://a.b/c) [b](../c.md) [c](#d)", "[a](https://a.b/c) [b](../c.md) [c](#d)"),
        ('[a](https://a.b "title")', '[a](https://a.b "title")'),
        ("![图](a.png)", "![图](a.png)"),
        ("[金额](元)", "{金额}(元)"),
        ("- [ ] 未\n- [x] 已\n- [X] 天", "- [ ] 未\n- [x] 已\n- {X} 天"),
        ("[] [ ] [^1] [？]", "[] [ ] [^1] [？]"),
        ("[[名]]", "{名}"),
        ("{a} [b] }", "{a} {b} }}"),
        ("[未完\n成]", "[未完\n成]"),
    ],
)
def test_placeholders_become_fields(text: str, body: str) -> None:
    assert convert_placeholders(text, all_brackets=True).body == body
    parse(body)


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("您好[客户姓名]，订单{{order_id}}已退", "您好{客户姓名}，订单{order_id}已退"),
        ("{{contact.name}} {{{名}}} [[x]]", "{contact.name} {名} {x}"),
        ("${name} ${1:城市} $5", "{name} {城市} $5"),
        ('{{ name | default: "there" }}', "{name:there}"),
        ("{{date}} [日期]", "{Specified date} {指定日期}"),
        ("%order_id%，%订单号%", "{order_id}，{订单号}"),
        ("9%折，8%优惠，50% off 20% x", "9%折，8%优惠，50% off 20% x"),
        ("<订单号> <order_id> <b> 3<5>2 <a@b.c>", "{订单号} {order_id} <b> 3<5>2 <a@b.c>"),
        ("[微笑]谢谢[玫瑰] [温馨提示]", "[微笑]谢谢[玫瑰] [温馨提示]"),
        ("[新品上市] [X] [1-3]天", "[新品上市] {X} {1-3}天"),
        ("{{50%}} {% if x %} {{#each}} {a", "{{{{50%}}}} {{% if x %}} {{{{#each}}}} {{a"),
        ("{名:甲|乙}{日期}", "{名:甲|乙}{日期}"),
    ],
)
def test_each_notation_has_the_same_rule(text: str, body: str) -> None:
    assert convert_placeholders(text).body == body
    parse(body)


def test_what_became_of_each_placeholder_is_known() -> None:
    converted = convert_placeholders("[客户姓名] {{order_id}} [微笑] {%50%}")
    assert [(each.written, each.field) for each in converted.placeholders] == [
        ("[客户姓名]", "{客户姓名}"),
        ("{{order_id}}", "{order_id}"),
        ("[微笑]", ""),
    ]
    assert converted.has_other_braces


def test_a_file_that_mostly_uses_brackets_for_fields_uses_all_of_them_so() -> None:
    names = ["[姓名] [订单号]", "[金额] [优惠活动] [微笑]"]
    assert uses_brackets(names)
    assert not uses_brackets(["[姓名] [微笑]", "[春季上新] [年货节] [好物推荐]"])
    assert convert_placeholders("[优惠活动][微笑]", all_brackets=True).body == "{优惠活动}[微笑]"


def test_program_code_has_no_fields() -> None:
    code = "".join(f"a{number} {{ color: {number} }}\nb{{ ;{number} }}" for number in range(60))
    assert parse(convert_placeholders(code).body).parts == (Text(0, ANY, code),)


def test_a_body_that_is_too_long_is_left_to_validation() -> None:
    text = "[姓名]" * MAX_BODY
    assert convert_placeholders(text).body == text


def test_numbered_fields_are_noted() -> None:
    assert convert_placeholders("[金额] [金额]").is_numbered
    assert not convert_placeholders("[订单号] [订单号]").is_numbered


def test_a_long_placeholder_becomes_a_field_with_a_shortened_name() -> None:
    (field,) = parse(convert_placeholders(f"[{'长' * 500}]", all_brackets=True).body).parts
    assert isinstance(field, Field)
    assert field.name.endswith("…")


@given(st.text(st.sampled_from("ab 甲{}[]()|/:\n!金额日期X1.$%<>"), max_size=40))
@settings(max_examples=100)
def test_every_text_becomes_a_template_with_the_same_text(text: str) -> None:
    for all_brackets in (True, False):
        parts = parse(convert_placeholders(text, all_brackets=all_brackets).body).parts
        kept = "".join(part.text for part in parts if isinstance(part, Text))
        rest = iter(text)
        assert all(character in rest for character in kept)
