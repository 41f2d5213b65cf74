from datetime import date

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from quickdesk.replies.facts import Fact, FactsOfDay
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.template import parse
from quickdesk.ui.palette.preview import Preview
from quickdesk.ui.palette.preview_text import MAX_SHOWN, PreviewText, label
from quickdesk.ui.theme import Theme
from quickdesk.ui.tokens import DARK, Role

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def preview(qtbot: QtBot, theme: Theme) -> Preview:
    preview = Preview(theme)
    qtbot.addWidget(preview)
    preview.resize(343, 352)
    return preview


def _text(preview: Preview) -> str:
    return preview.findChild(PreviewText).toPlainText().replace("\u2060", "").replace("\u200b", "")


def _labels(preview: Preview) -> str:
    return "\n".join(label.text() for label in preview.findChildren(QLabel) if label.isVisibleTo(preview))


def test_fields_are_shown_by_name_without_braces(preview: Preview) -> None:
    preview.show_snippet(
        Snippet("1", "退款", "{{亲}}，{天数:3}天，{称呼|亲|您}{光标}", folder=("售后",), tags=("退款",))
    )
    shown = _text(preview).replace("\u00a0", " ").replace("  ", " ").strip()
    assert shown == "{亲}， 天数: 3 天， 称呼: 亲 | 您 光标"
    assert "售后" in _labels(preview)
    assert "退款" in _labels(preview)


def test_a_remark_is_shown_with_its_lines_and_only_where_there_is_one(preview: Preview) -> None:
    preview.show_snippet(Snippet("1", "退款", "正文", remark="先问主管\n\u202e再发"))
    assert "先问主管\n再发" in _labels(preview)
    assert "主管" not in _text(preview)
    preview.show_snippet(Snippet("2", "退货", "正文"))
    assert "主管" not in _labels(preview)


def test_other_ways_to_ask_are_shown_in_two_lines_at_most(preview: Preview) -> None:
    preview.show_snippet(Snippet("1", "退款", "正文", asks=("几天\u202e到", "多久能到")))
    assert "几天到 · 多久能到" in _labels(preview)
    preview.show_snippet(
        Snippet("2", "退款", "正文", asks=tuple(f"第{number}种问法" for number in range(200)))
    )
    assert "第0种问法" in _labels(preview)
    assert "第9种问法" not in _labels(preview)
    preview.show_snippet(Snippet("3", "退货", "正文"))
    assert "问法" not in _labels(preview)


@pytest.mark.parametrize(
    "remark",
    [
        "一\n二\n三\n四\n五",
        "这是一条很长的备注，" * 30,
        "一\n\n\n二",
        "supercalifragilistic " * 20,
        "x" * 400,
    ],
)
def test_a_long_remark_is_cut_to_three_lines_and_whole_at_the_end(preview: Preview, remark: str) -> None:
    preview.show_snippet(Snippet("1", "退款", "正文 {单号}", remark=remark))
    preview.show()
    shown = next(label for label in preview.findChildren(QLabel) if label.text().endswith("…"))
    assert remark.startswith(shown.text().removesuffix("…").split("\n")[0].strip()[:5])
    lines = shown.heightForWidth(shown.width()) / QFontMetrics(shown.font()).lineSpacing()
    assert lines < 3.9
    assert preview.findChild(PreviewText).height() > preview.height() // 2
    head, whole = _text(preview).split("Remark\n")
    assert head.startswith("正文")
    assert whole == remark.strip()


def test_a_long_remark_is_reached_by_scrolling(preview: Preview) -> None:
    preview.show_snippet(Snippet("1", "退款", "正文\n" * 30, remark="备注\n" * 40 + "末行"))
    preview.show()
    text = preview.findChild(PreviewText)
    assert text.verticalScrollBar().value() == 0
    for _ in range(20):
        preview.scroll(1)
    last = text.cursorForPosition(text.viewport().rect().bottomLeft()).block().text()
    assert last == "末行"


def test_the_whole_remark_follows_an_invalid_body_too(preview: Preview) -> None:
    preview.show_snippet(Snippet("1", "broken", "{open", remark="一\n二\n三\n四"))
    assert _text(preview).startswith("{open")
    assert _text(preview).endswith("四")


def test_an_invalid_body_is_shown_literally_with_a_warning(preview: Preview) -> None:
    preview.show_snippet(Snippet("1", "broken", "{open\nsecond 😀"))
    assert _text(preview) == "{open\nsecond 😀"
    assert "not closed" in _labels(preview)
    preview.show_snippet(Snippet("2", "whole", "text"))
    assert "not closed" not in _labels(preview)


def test_a_long_body_is_shown_with_a_hint_that_it_continues(preview: Preview) -> None:
    preview.show_snippet(Snippet("1", "long", "长" * (MAX_SHOWN * 3)))
    assert len(_text(preview)) == MAX_SHOWN
    assert "only the beginning" in _labels(preview)
    preview.show_snippet(Snippet("2", "short", "短"))
    assert "only the beginning" not in _labels(preview)


def test_a_huge_body_is_shown(preview: Preview) -> None:
    preview.show_snippet(Snippet("1", "长标题" * 500, "x" * 1_000_000, folder=("f" * 999,), tags=("t",) * 99))
    assert len(_text(preview)) == MAX_SHOWN
    preview.show()
    assert preview.findChild(PreviewText).height() > 100


def test_without_a_snippet_the_preview_is_blank(preview: Preview) -> None:
    preview.show_snippet(Snippet("1", "退款", "text", folder=("f",)))
    preview.show_snippet(None)
    assert _text(preview) == ""
    assert not _labels(preview).strip()


def test_chips_are_tinted_behind_the_text(preview: Preview, theme: Theme) -> None:
    preview.show_snippet(Snippet("1", "t", "😀 {订单号} text {a}"))
    preview.show()
    text = preview.findChild(PreviewText)
    first, second = list(text._chip_rects())
    assert 0 < first.left() < first.right() < second.left() < second.right() < text.viewport().width()
    painted = text.viewport().grab().toImage().pixelColor(int(first.left()) + 2, int(first.center().y()))
    assert painted == theme.color(Role.TINT)


def test_another_theme_applies_at_once(preview: Preview) -> None:
    preview.show_snippet(Snippet("1", "t", "{a}"))
    preview.set_theme(Theme(DARK, 150))
    assert _text(preview).strip() == "a"


def test_labels_of_chips() -> None:
    field, plain, special = parse("{a:1|1|2}{b}{日期}").parts
    assert [label(part) for part in (field, plain, special)] == ["a: 1 | 2", "b", "日期"]


def test_facts_are_filled_in_literally_and_on_the_tint_of_chips(preview: Preview) -> None:
    day = date(2026, 11, 22)
    reply = Snippet("1", "地址", "寄到{退货地址}，{收件人}收")
    preview.set_facts(FactsOfDay.of([Fact("退货 地址", "杭州\n{收件人}号楼")], day))
    preview.show_snippet(reply)
    assert _text(preview).replace(" ", "") == "寄到杭州\n{收件人}号楼，收件人收"
    preview.show()
    assert len([*preview.findChild(PreviewText)._chip_rects()]) == 3
    preview.set_facts(FactsOfDay(day))
    assert _text(preview).replace(" ", "") == "寄到退货地址，收件人收"


def test_very_many_long_facts_are_cut_like_a_long_body(preview: Preview) -> None:
    preview.set_facts(FactsOfDay.of([Fact("a", "长" * 1000)], date(2026, 11, 22)))
    preview.show_snippet(Snippet("1", "t", "{a}" * 200))
    assert len(_text(preview)) <= MAX_SHOWN + 1000
