from hypothesis import given
from hypothesis import strategies as st

from quickdesk.search.hit import Span
from quickdesk.ui.results.match_text import MatchText, body_line, match_ranges, one_line, path_end

_TEXTS = st.text(alphabet=st.sampled_from("退款ab😀 \n\r\t\u3000"), max_size=60)


def _marked(line: MatchText) -> list[str]:
    return [line.text[first:last] for first, last in line.ranges]


def test_positions_after_an_emoji_are_correct() -> None:
    body = "🎉🎉感谢，退款"
    spans = [Span("body", 7, 2), Span("title", 0, 1)]
    assert _marked(one_line(body, match_ranges(body, "body", spans))) == ["退款"]


def test_touching_and_overlapping_spans_are_merged() -> None:
    spans = [Span("body", 2, 2), Span("body", 0, 2), Span("body", 1, 2), Span("body", 90, 3)]
    assert match_ranges("abcdef", "body", spans) == ((0, 4),)


def test_line_breaks_become_a_sign_and_other_white_space_one_space() -> None:
    line = one_line("  甲 \r\n\r\n 乙\t\u3000丙\n", ((10, 11),))
    assert line.text == "甲 ↵ 乙 丙"
    assert line.line_breaks == (2,)


def test_a_match_across_a_line_break_is_kept() -> None:
    assert _marked(one_line("ab\ncd", ((1, 4),))) == ["b ↵ c"]


def test_a_match_far_from_the_start_is_shown_with_its_neighbourhood() -> None:
    body = "x" * 500_000 + "退款" + "y" * 500_000
    line = one_line(body, ((500_000, 500_002),))
    assert _marked(line) == ["退款"]
    assert line.text.startswith("…")
    assert len(line.text) < 1000


def test_cutting_keeps_the_positions_of_matches() -> None:
    line = MatchText("0123456789", ((2, 4), (7, 9)), (5,))
    assert _marked(line.tail(3)) == ["3", "78"]
    assert line.tail(3).text == "…3456789"
    assert line.tail(3).line_breaks == (3,)
    assert _marked(line.head(8)) == ["23", "7"]
    assert line.head(8).text == "01234567…"


@given(_TEXTS, st.integers(0, 60), st.integers(1, 60))
def test_the_ranges_are_those_that_matched(text: str, start: int, length: int) -> None:
    first, last = min(start, len(text)), min(start + length, len(text))
    line = one_line(text, ((first, last),) if first < last else ())
    wanted = "".join(text[first:last].split())
    shown = "".join(_marked(line)).replace("↵", "").replace(" ", "")
    assert shown == wanted
    assert not set(line.text) & set("\n\r\t")


def test_lone_surrogates_are_replaced() -> None:
    assert one_line("a\ud83db", ((2, 3),)).text == "a\ufffdb"


def test_the_end_of_a_long_path_is_kept() -> None:
    path = "/".join(f"文件夹{number}" for number in range(100))
    assert path_end(path).text.startswith("…")
    assert path_end(path).text.endswith("文件夹99")
    assert path_end("售后/退款").text == "售后/退款"


def test_much_white_space_does_not_hide_the_following_text() -> None:
    assert one_line("您好" + "\n" * 200 + "在的", ()).text == "您好 ↵ 在的"


def test_fields_of_a_body_are_chips_with_their_names() -> None:
    line = body_line("亲，{快递|中通|圆通}\n已发{单号}", ())
    assert line.text == "亲，\u00a0快递\u00a0 ↵ 已发\u00a0单号\u00a0"
    assert [line.text[first:last] for first, last in line.chips] == ["\u00a0快递\u00a0", "\u00a0单号\u00a0"]
    assert line.line_breaks == (7,)


def test_matches_around_and_in_chips_stay_where_they_are() -> None:
    body = "亲{快递|中通}{单号}好"
    for found, shown in (("亲", "亲"), ("递", "递"), ("单号", "单号"), ("好", "好"), ("中通", "快递")):
        at = body.index(found)
        assert _marked(body_line(body, ((at, at + len(found)),))) == [shown]
    assert _marked(body_line(body, ((0, len(body)),))) == ["亲\u00a0快递\u00a0\u00a0单号\u00a0好"]


def test_a_visible_part_cuts_no_chip() -> None:
    line = body_line("一二{三四五}六{七八}", ())
    assert line.whole_chips_end(5) == 2
    assert line.whole_chips_end(7) == 7
    assert line.whole_chips_start(4) == 7
    assert line.whole_chips_end(5, 2) == 5, "a chip that is too wide for the line is cut"
    matched = body_line("一二{三四五}六", ((4, 5),))
    assert matched.whole_chips_start(4) == 2, "the chip has the match"


def test_a_match_in_a_field_of_a_long_body_is_shown() -> None:
    body = "x" * 50_000 + "{快递|" + "很多" * 100 + "}" + "y" * 50_000
    line = body_line(body, ((50_001, 50_003),))
    assert _marked(line) == ["快递"]
    assert line.text.startswith("…")
    assert line.text.endswith("…")


@given(st.text(st.sampled_from("{}|:退款 \n"), max_size=60), st.integers(0, 60), st.integers(1, 60))
def test_chips_and_matches_are_within_the_line(body: str, start: int, length: int) -> None:
    first, last = min(start, len(body)), min(start + length, len(body))
    line = body_line(body, ((first, last),) if first < last else ())
    edges = [edge for chip in line.chips for edge in chip]
    assert edges == sorted(edges)
    assert all(0 <= begin < end <= len(line.text) for begin, end in line.chips)
    assert all(0 <= begin <= end <= len(line.text) for begin, end in line.ranges)
