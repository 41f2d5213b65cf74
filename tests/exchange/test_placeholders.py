import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quickdesk.exchange.placeholders import convert_placeholders
from quickdesk.replies.template import Field, Text, parse


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
        ("[[名]]", "[{名}]"),
        ("{a} [b] }", "{{a}} {b} }}"),
        ("[未完\n成]", "[未完\n成]"),
    ],
)
def test_placeholders_become_fields(text: str, body: str) -> None:
    assert convert_placeholders(text).body == body
    parse(body)


def test_numbered_fields_are_noted() -> None:
    assert convert_placeholders("[金额] [金额]").is_numbered
    assert not convert_placeholders("[订单号] [订单号]").is_numbered


def test_a_long_placeholder_becomes_a_field_with_a_shortened_name() -> None:
    (field,) = parse(convert_placeholders(f"[{'长' * 500}]").body).parts
    assert isinstance(field, Field)
    assert field.name.endswith("…")


@given(st.text(st.sampled_from("ab 甲{}[]()|/:\n!金额日期X1."), max_size=40))
@settings(max_examples=100)
def test_every_text_becomes_a_template_with_the_same_text(text: str) -> None:
    kept = "".join(
        part.text for part in parse(convert_placeholders(text).body).parts if isinstance(part, Text)
    )
    rest = iter(text)
    assert all(character in rest for character in kept)
