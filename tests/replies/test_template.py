import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quickdesk.replies.special import SpecialKind
from quickdesk.replies.template import (
    MAX_BODY,
    MAX_FIELDS,
    MAX_NAME,
    Field,
    Special,
    TemplateError,
    TemplateFlaw,
    TemplatePart,
    Text,
    can_name_field,
    escape,
    parse,
    parse_with_errors,
)

bodies = st.text(st.sampled_from("ab 甲{}:：|｜\n%日期"), max_size=40)


def test_a_body_without_braces_is_one_text() -> None:
    assert parse("亲,您好").parts == (Text(0, 4, "亲,您好"),)


def test_an_empty_body_has_no_parts() -> None:
    assert parse("").parts == ()


def test_parts_have_positions() -> None:
    assert parse("您的{订单号}已发").parts == (Text(0, 2, "您的"), Field(2, 7, "订单号"), Text(7, 9, "已发"))


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ("{名称}", Field(0, 4, "名称")),
        ("{ 名称 }", Field(0, 6, "名称")),
        ("{名称:默认}", Field(0, 7, "名称", "默认")),
        ("{名称：默认}", Field(0, 7, "名称", "默认")),
        ("{时段:12:30}", Field(0, 10, "时段", "12:30")),
        ("{名称:}", Field(0, 5, "名称")),
        ("{名|甲|乙}", Field(0, 7, "名", None, ("甲", "乙"))),
        ("{名｜甲｜乙}", Field(0, 7, "名", None, ("甲", "乙"))),
        ("{名| 甲 |乙|甲}", Field(0, 11, "名", None, ("甲", "乙"))),
        ("{名:乙|甲|乙}", Field(0, 9, "名", "乙", ("甲", "乙"))),
        ("{名:|甲|乙}", Field(0, 8, "名", None, ("甲", "乙"), starts_unchosen=True)),
        ("{名： ｜甲｜乙}", Field(0, 9, "名", None, ("甲", "乙"), starts_unchosen=True)),
        ("{Order #}", Field(0, 9, "Order #")),
        ("{尺码（cm）}", Field(0, 8, "尺码（cm）")),
        ("{Size/Color}", Field(0, 12, "Size/Color")),
        ("{日期2}", Field(0, 5, "日期2")),
    ],
)
def test_fields_are_read_with_default_and_choices(body: str, field: Field) -> None:
    assert parse(body).parts == (field,)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("日期", SpecialKind.DATE),
        ("date", SpecialKind.DATE),
        ("Date", SpecialKind.DATE),
        ("时间", SpecialKind.TIME),
        ("時間", SpecialKind.TIME),
        ("光标", SpecialKind.CURSOR),
        ("游標", SpecialKind.CURSOR),
        ("cursor", SpecialKind.CURSOR),
        ("剪贴板", SpecialKind.CLIPBOARD),
        ("剪貼簿", SpecialKind.CLIPBOARD),
        ("clipboard", SpecialKind.CLIPBOARD),
    ],
)
def test_special_fields_have_chinese_and_english_names(name: str, kind: SpecialKind) -> None:
    body = f"{{{name}}}"
    assert parse(body).parts == (Special(0, len(body), kind, name),)
    assert not can_name_field(name)


def test_doubled_braces_are_the_braces_themselves() -> None:
    assert parse("{{a}}").parts == (Text(0, 5, "{a}"),)
    assert parse("{{{a}}}").parts == (Text(0, 2, "{"), Field(2, 5, "a"), Text(5, 7, "}"))


@pytest.mark.parametrize(
    ("body", "flaw", "position", "length"),
    [
        ("你好{名", TemplateFlaw.UNCLOSED, 2, 2),
        ("{", TemplateFlaw.UNCLOSED, 0, 1),
        ("{名\n称}", TemplateFlaw.UNCLOSED, 0, 2),
        ("a}b", TemplateFlaw.UNMATCHED, 1, 1),
        ("{a}}", TemplateFlaw.UNMATCHED, 3, 1),
        ("x{a{b}}", TemplateFlaw.NESTED, 1, 3),
        ("{}", TemplateFlaw.EMPTY_NAME, 0, 2),
        ("{  }", TemplateFlaw.EMPTY_NAME, 0, 4),
        ("{:默认}", TemplateFlaw.EMPTY_NAME, 0, 5),
        ("满减{%50%}", TemplateFlaw.BAD_NAME, 2, 6),
        ("{?名}", TemplateFlaw.BAD_NAME, 0, 4),
        ("{a\x00}", TemplateFlaw.BAD_NAME, 0, 4),
        ("{日期+3}", TemplateFlaw.BAD_NAME, 0, 6),
        ("{" + "a" * (MAX_NAME + 1) + "}", TemplateFlaw.BAD_NAME, 0, MAX_NAME + 3),
        ("{名|}", TemplateFlaw.EMPTY_CHOICE, 0, 4),
        ("{名|甲||乙}", TemplateFlaw.EMPTY_CHOICE, 0, 8),
        ("{名:|}", TemplateFlaw.EMPTY_CHOICE, 0, 5),
        ("{名:||甲}", TemplateFlaw.EMPTY_CHOICE, 0, 7),
        ("{日期:明天}", TemplateFlaw.SPECIAL_WITH_VALUE, 0, 7),
        ("x" * (MAX_BODY + 5), TemplateFlaw.TOO_LONG, MAX_BODY, 5),
        ("{a}" * (MAX_FIELDS + 1), TemplateFlaw.TOO_MANY_FIELDS, MAX_FIELDS * 3, 3),
    ],
)
def test_a_flaw_has_a_position(body: str, flaw: TemplateFlaw, position: int, length: int) -> None:
    with pytest.raises(TemplateError) as caught:
        parse(body)
    assert (caught.value.flaw, caught.value.position, caught.value.length) == (flaw, position, length)


def test_a_name_used_twice_is_one_field_with_the_first_default_and_choices() -> None:
    fields = parse("{a}{b}{a:1}{a:2|x}{a|y}").fields
    assert fields == (Field(0, 3, "a", "1", ("x",)), Field(3, 6, "b"))


@pytest.mark.parametrize(
    ("body", "starts_unchosen"),
    [
        ("{a}{a:|x|y}", True),
        ("{a|x|y}{a:|x|y}", True),
        ("{a:|x|y}{a:x}", False),
        ("{a:x}{a:|x|y}", False),
        ("{a:}{a|x|y}", False),
    ],
)
def test_a_name_used_twice_starts_unchosen_if_one_use_does_and_none_has_a_default(
    body: str, starts_unchosen: bool
) -> None:
    (field,) = parse(body).fields
    assert field.starts_unchosen == starts_unchosen


def test_the_largest_bodies_are_read_quickly() -> None:
    started = time.perf_counter()
    parse("{{" * (MAX_BODY // 2))
    parse("字" * MAX_BODY)
    for hostile in ("{" * (MAX_BODY - 1), "{a" * (MAX_BODY // 2), "{名:" + "|" * (MAX_BODY - 3)):
        with pytest.raises(TemplateError):
            parse(hostile)
    assert time.perf_counter() - started < 10


@given(bodies)
@settings(max_examples=100)
def test_parts_cover_the_body_or_the_flaw_is_inside_it(body: str) -> None:
    flaw: TemplateError | None = None
    parts: tuple[TemplatePart, ...] = ()
    try:
        parts = parse(body).parts
    except TemplateError as error:
        flaw = error
    if flaw is not None:
        assert 0 <= flaw.position < flaw.position + flaw.length <= len(body)
        return
    position = 0
    for part in parts:
        assert part.start == position < part.end
        position = part.end
    assert position == len(body)


@given(st.text(max_size=60))
@settings(max_examples=100)
def test_escaped_text_reads_as_itself(text: str) -> None:
    template = parse(escape(text))
    assert "".join(part.text for part in template.parts if isinstance(part, Text)) == text
    assert not template.fields


@given(st.text(max_size=12))
@settings(max_examples=100)
def test_can_name_field_agrees_with_the_parser(name: str) -> None:
    try:
        (part,) = parse(f"{{{name}}}").parts
        accepted = isinstance(part, Field) and part.name == name
    except (TemplateError, ValueError):
        accepted = False
    assert can_name_field(name) == accepted


@pytest.mark.parametrize(
    ("body", "flaws"),
    [
        ("{a\n}", [(TemplateFlaw.UNCLOSED, 0, 2), (TemplateFlaw.UNMATCHED, 3, 1)]),
        ("x}{甲}{:1}", [(TemplateFlaw.UNMATCHED, 1, 1), (TemplateFlaw.EMPTY_NAME, 5, 4)]),
        ("{a{b}", [(TemplateFlaw.NESTED, 0, 3)]),
        ("{甲}", []),
        ("a" * (MAX_BODY + 1), [(TemplateFlaw.TOO_LONG, MAX_BODY, 1)]),
        ("{a}" * (MAX_FIELDS + 1), [(TemplateFlaw.TOO_MANY_FIELDS, MAX_FIELDS * 3, 3)]),
    ],
)
def test_parsing_with_errors_returns_every_flaw(
    body: str, flaws: list[tuple[TemplateFlaw, int, int]]
) -> None:
    assert [(each.flaw, each.position, each.length) for each in parse_with_errors(body).flaws] == flaws


@given(bodies)
def test_parsing_with_errors_agrees_with_the_parser(body: str) -> None:
    found = parse_with_errors(body)
    fields = [part for part in found.parts if not isinstance(part, Text)]
    if not found.flaws:
        assert fields == [part for part in parse(body).parts if not isinstance(part, Text)]
        return
    with pytest.raises(TemplateError) as caught:
        parse(body)
    first = found.flaws[0]
    assert (caught.value.flaw, caught.value.position) == (first.flaw, first.position)


@pytest.mark.parametrize(
    ("body", "reads"), [("{剪贴板}", True), ("a {clipboard} b", True), ("{日期}{名}", False)]
)
def test_reads_clipboard(body: str, reads: bool) -> None:
    assert parse(body).reads_clipboard is reads


@pytest.mark.parametrize("body", ["{事实:名}", "{fact: 名 }", "{ Fact：名}", "{事實:名}"])
def test_a_fact_is_a_field_of_its_name(body: str) -> None:
    assert parse(body).fields == (Field(0, len(body), "名", is_fact=True),)


def test_a_fact_may_have_a_default_and_choices() -> None:
    body = "{事实:快递:中通|顺丰|中通}"
    assert parse(body).fields == (Field(0, len(body), "快递", "中通", ("顺丰", "中通"), is_fact=True),)
    assert parse("{快递}{事实:快递}").fields == (Field(0, 4, "快递", is_fact=True),)


def test_the_word_alone_is_a_field_of_that_name() -> None:
    fields = parse("{事实}{fact|甲|乙}{事实上:有}").fields
    assert [field.name for field in fields] == ["事实", "fact", "事实上"]


@pytest.mark.parametrize(
    ("body", "flaw"),
    [
        ("{事实:}", TemplateFlaw.EMPTY_NAME),
        ("{事实:|甲}", TemplateFlaw.EMPTY_NAME),
        ("{事实:日期}", TemplateFlaw.SPECIAL_WITH_VALUE),
        ("{fact:?}", TemplateFlaw.BAD_NAME),
    ],
)
def test_what_cannot_name_a_fact(body: str, flaw: TemplateFlaw) -> None:
    with pytest.raises(TemplateError) as raised:
        parse(body)
    assert raised.value.flaw is flaw
