from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quickdesk.search.related.lexicon import MAX_IN_LINE, MAX_MEANINGS, Lexicon, shop_lexicon, trade_lexicon
from quickdesk.search.related.shop_lexicon import (
    MAX_FLAWS,
    MAX_GROUPS,
    MAX_TEXT,
    MAX_WORDS,
    LexiconFlaw,
    LexiconFlawKind,
    check_lexicon,
    groups_of,
    merged_lexicon,
    normalized_lexicon,
    with_groups,
    without_group,
)

Kind = LexiconFlawKind


def flaws(text: str) -> list[tuple[LexiconFlawKind, int]]:
    return [(flaw.kind, flaw.line) for flaw in check_lexicon(text)]


def many_words(count: int) -> list[str]:
    return [chr(0x4E00 + number // 400) + chr(0x4E00 + number % 400) for number in range(count)]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("\ufeff# 说明\r\n鞋、鞋子，球鞋;跑鞋", "# 说明\n鞋 鞋子 球鞋 跑鞋"),
        ("甲乙 => 丙丁\n甲 → 乙\n甲＞丙\n丁 -> 甲", "甲乙 > 丙丁\n甲 > 乙\n甲 > 丙\n丁 > 甲"),
        ("鞋 鞋子\n鞋子　鞋\n鞋\t鞋子 # 又一次", "鞋 鞋子"),
        ("甲 乙\n\n\n\n＃注\n丙 丁\n\n", "甲 乙\n\n#注\n丙 丁"),
        ("- 亲亲 宝宝", "- 亲亲 宝宝"),
    ],
)
def test_a_text_is_normalized(typed: str, kept: str) -> None:
    assert normalized_lexicon(typed) == kept
    assert flaws(kept) == []


@given(st.text(st.sampled_from("甲乙ab1 >#-\n\r\t、=\ufeff"), max_size=40))
def test_normalizing_twice_changes_nothing(text: str) -> None:
    once = normalized_lexicon(text)
    assert normalized_lexicon(once) == once
    check_lexicon(once)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("鞋子", Kind.ALONE),
        ("甲 >", Kind.ALONE),
        ("> 甲 乙", Kind.ALONE),
        ("-", Kind.ALONE),
        ("甲 > 乙 > 丙", Kind.SEVERAL_ARROWS),
        ("甲 乙\x07丙", Kind.UNUSABLE_CHARACTER),
        ("甲 乙\ud800", Kind.UNUSABLE_CHARACTER),
        ("甲 " + "长" * 13, Kind.WORD_TOO_LONG),
        ("甲 ！", Kind.NO_WORD),
        ("甲 \u200b", Kind.NO_WORD),
        ("甲 a", Kind.ONE_LETTER),
        ("甲 ７", Kind.ONE_LETTER),
        ("甲 > " + " ".join(many_words(MAX_IN_LINE)), Kind.TOO_MANY_IN_LINE),
        ("甲 " + " ".join(many_words(MAX_MEANINGS + 1)), Kind.TOO_MANY_MEANINGS),
    ],
)
def test_a_line_that_cannot_be_used_has_a_reason(line: str, kind: LexiconFlawKind) -> None:
    assert flaws(f"正品 保真\n{line}") == [(kind, 2)]


def test_a_word_may_not_mean_everything_in_several_lines() -> None:
    lines = [f"全部 > {word}" for word in many_words(MAX_MEANINGS + 2)]
    assert check_lexicon("\n".join(lines)) == (
        LexiconFlaw(Kind.TOO_MANY_MEANINGS, MAX_MEANINGS + 1, "全部"),
        LexiconFlaw(Kind.TOO_MANY_MEANINGS, MAX_MEANINGS + 2, "全部"),
    )


def test_a_cycle_a_single_character_and_comments_are_no_flaws() -> None:
    assert flaws("甲 > 乙\n乙 > 丙\n丙 > 甲\n# 注\n\n鞋 鞋子 # 注") == []


def test_many_spaces_are_checked_quickly() -> None:
    started = perf_counter()
    assert normalized_lexicon("退货" + " " * 150_000 + "寄回") == "退货 寄回"
    assert perf_counter() - started < 1


@given(st.text(st.sampled_from("退货ab1 \n#＃>＞-=→，;\u200b\ufeff\rﬁ。"), max_size=14))
def test_a_text_that_may_be_stored_may_be_stored_again_as_it_is(text: str) -> None:
    if not check_lexicon(text):
        stored = normalized_lexicon(text)
        assert normalized_lexicon(stored) == stored
        assert check_lexicon(stored) == ()


def test_a_mark_of_a_comment_after_separators_begins_one() -> None:
    assert normalized_lexicon(",;＃退货 寄回") == "#退货 寄回"


def test_a_text_has_limits_and_is_checked_quickly() -> None:
    words = many_words(100_000)
    started = perf_counter()
    text = "\n".join(" ".join(words[at : at + 5]) for at in range(0, len(words), 5))
    assert len(groups_of(normalized_lexicon(text))) > 10_000
    assert flaws(text) == [(Kind.TEXT_TOO_LONG, 0)]
    assert flaws("甲 乙 丙 丁 戊 己\n" * (MAX_GROUPS + 1)) == [
        (Kind.TOO_MANY_WORDS, 0),
        (Kind.TOO_MANY_GROUPS, 0),
    ]
    assert len(flaws("甲\n" * 30)) == MAX_FLAWS
    assert flaws("a" * (MAX_TEXT + 1)) == [(Kind.TEXT_TOO_LONG, 0)]
    assert perf_counter() - started < 5


def test_groups_are_added_once_and_removed_by_their_words() -> None:
    text = with_groups("# 注\n鞋 鞋子", ["球鞋 > 鞋", "鞋子 鞋"])
    assert groups_of(text) == ("鞋 鞋子", "球鞋 > 鞋")
    assert without_group(text, "鞋子、鞋") == "# 注\n球鞋 > 鞋"
    assert without_group(text, "鞋 > 球鞋") == text
    assert without_group(text, "# 注") == text


def test_flaws_are_numbered_by_the_lines_as_they_were_typed() -> None:
    assert flaws("\ufeff\r\n\r\n鞋、鞋子\r\n鞋子 鞋\r\n单\r\n") == [(Kind.ALONE, 5)]


def test_what_a_command_added_meanwhile_is_kept() -> None:
    own, other = "鞋 鞋子\n丙 丁", "鞋子 鞋\n甲 乙\n戊 己"
    assert merged_lexicon("鞋 鞋子\n甲 乙", own, other) == "鞋 鞋子\n丙 丁\n戊 己"


def test_the_words_of_the_shop_come_before_those_of_the_trade() -> None:
    trade = Lexicon(["假货 正品", "- 宝贝"])
    shop = Lexicon(["假货 仿货", "宝贝 商品", "- 嘿嘿"], trade)
    assert shop.meanings("假货") == ("仿货", "正品")
    assert shop.meanings("正品") == ("假货",)
    assert shop.meanings("宝贝") == ("商品",)
    assert shop.is_particle("嘿嘿")
    assert trade.meanings("假货") == ("正品",)
    assert "仿货" not in trade
    assert not trade.is_particle("嘿嘿")


def test_a_shop_without_words_has_the_lexicon_of_the_trade() -> None:
    assert shop_lexicon(" \n") is trade_lexicon()
    assert "碧螺春" in shop_lexicon("碧螺春 绿茶")


def test_the_largest_lexicon_of_a_shop_is_read_quickly() -> None:
    words = many_words(MAX_WORDS)
    text = "\n".join(" ".join(words[at : at + 5]) for at in range(0, len(words), 5))
    assert flaws(text) == []
    trade_lexicon()
    started = perf_counter()
    assert len(shop_lexicon(text)) > MAX_WORDS
    assert perf_counter() - started < 1
