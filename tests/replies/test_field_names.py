"""Bodies with the names of their fields."""

from hypothesis import given
from hypothesis import strategies as st

from quickdesk.replies.field_names import MAX_SHOWN_NAME, named_fields, with_short_fields

_BODIES = st.text(st.sampled_from("{}|:名价a \n😀"), max_size=60)


def _shown(body: str, first: int, last: int) -> str:
    named, _ = named_fields(body)
    start, stop = named.range_of(first, last)
    return named.text[start:stop]


def test_fields_are_their_names_without_defaults_and_choices() -> None:
    named, begin = named_fields("亲，{快递|中通|圆通}已发，{金额:10}元，{日期}，{{不是}}")
    assert named.text == "亲，快递已发，金额元，日期，{不是}"
    assert [named.text[first:last] for first, last in named.fields] == ["快递", "金额", "日期"]
    assert begin == 0


def test_an_empty_default_and_spaces_are_not_shown() -> None:
    assert named_fields("{ 加急 :|可以|不行}")[0].text == "加急"


def test_what_is_no_field_is_shown_as_it_is_written() -> None:
    assert named_fields("{%50%}和{名}和{没完")[0].text == "{%50%}和名和{没完"


def test_a_range_is_found_where_it_is_shown() -> None:
    body = "亲{快递|中通}{{到}}了"
    assert _shown(body, 0, 1) == "亲"
    assert _shown(body, 2, 3) == "快"
    assert _shown(body, body.index("中"), body.index("中") + 2) == "快递", "the choices are not shown"
    assert _shown(body, body.index("了"), body.index("了") + 1) == "了"
    assert _shown(body, 0, len(body)) == "亲快递{到}了"


def test_a_long_name_ends_with_an_ellipsis() -> None:
    name = "很长" * 20
    named, _ = named_fields(f"x{{{name}}}")
    assert named.text == f"x{name[: MAX_SHOWN_NAME - 1]}…"
    assert _shown(f"x{{{name}}}", 35, 37) == named.text[1:], "the match is in the part that is not shown"


def test_in_a_long_body_the_neighbourhood_is_parsed_from_the_start_of_a_field() -> None:
    body = "字" * 50_000 + "{" + "快递|" + "|".join(f"选{n}" for n in range(80)) + "}到了"
    named, begin = named_fields(body, body.index("选50"))
    assert named.text.endswith("快递到了")
    assert begin > 0
    start, stop = named.range_of(body.index("到了") - begin, body.index("到了") + 2 - begin)
    assert named.text[start:stop] == "到了"


def test_texts_without_colours_keep_the_braces_of_a_field() -> None:
    assert with_short_fields("亲，{快递|中通|圆通}{{1}}") == "亲，{快递}{1}"


@given(body=_BODIES, first=st.integers(0, 59), length=st.integers(1, 20))
def test_every_range_is_within_the_text_and_the_right_way_round(body: str, first: int, length: int) -> None:
    named, _ = named_fields(body)
    assert all(0 <= start < stop <= len(named.text) for start, stop in named.fields)
    if first < len(body):
        start, stop = named.range_of(first, min(first + length, len(body)))
        assert 0 <= start <= stop <= len(named.text)


@given(st.text(st.sampled_from("名价a \n😀|:"), max_size=40))
def test_a_text_without_braces_stays(body: str) -> None:
    assert named_fields(body)[0].text == body
    assert with_short_fields(body) == body
