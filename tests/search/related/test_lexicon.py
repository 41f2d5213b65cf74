from time import perf_counter

from quickdesk.packaged import packaged
from quickdesk.search.related.lexicon import (
    LONGEST,
    MAX_IN_LINE,
    MAX_MEANINGS,
    MAX_WORDS,
    Lexicon,
    trade_lexicon,
)
from quickdesk.text.folding import fold, searchable
from quickdesk.text.readings import readings

LINES = ("# words", "假货 正品  保真", "快递丢了 > 丢失 丢件 # one direction", "邮费 運費", "- 吗 请问")


def sounds(text: str) -> list[tuple[str, ...]]:
    return [readings(char) for char in text]


def test_a_group_holds_in_all_directions_unless_an_arrow_says_otherwise() -> None:
    lexicon = Lexicon(LINES)
    assert set(lexicon.meanings("正品")) == {"假货", "保真"}
    assert lexicon.meanings("快递丢了") == ("丢失", "丢件")
    assert lexicon.meanings("丢失") == ()
    assert "丢失" in lexicon
    assert "快递" not in lexicon


def test_words_are_folded() -> None:
    assert Lexicon(LINES).meanings("邮费") == ("运费",)


def test_particles_are_no_words() -> None:
    lexicon = Lexicon(LINES)
    assert lexicon.is_particle("吗")
    assert "吗" not in lexicon


def test_words_are_found_by_the_same_and_by_a_similar_sound() -> None:
    lexicon = Lexicon(["优惠券", "账号", "发票", "重复"])
    assert lexicon.like_sound(sounds("优惠卷")) == ["优惠券"]
    assert lexicon.like_sound(sounds("帐号")) == ["账号"]
    assert lexicon.like_sound([("zang",), ("hao",)]) == ["账号"]
    assert lexicon.like_sound([("chong",), ("fu",)]) == ["重复"]
    assert lexicon.like_sound(sounds("发飘飘")) == []
    assert lexicon.like_sound(sounds("发")) == []


def test_groups_are_not_chained_so_a_cycle_ends() -> None:
    lexicon = Lexicon(["甲 > 乙", "乙 > 丙", "丙 > 甲"])
    assert [lexicon.meanings(word) for word in "甲乙丙"] == [("乙",), ("丙",), ("甲",)]


def test_a_word_that_means_everything_is_bounded() -> None:
    lexicon = Lexicon([f"全 词{number}" for number in range(5000)])
    assert len(lexicon.meanings("全")) == MAX_MEANINGS
    wide = Lexicon([" ".join(f"词{number}" for number in range(5000))])
    assert len(wide) == MAX_IN_LINE


def test_a_hundred_thousand_words_are_bounded_and_quick() -> None:
    words = [chr(0x4E00 + number // 400) + chr(0x4E00 + number % 400) for number in range(100_000)]
    started = perf_counter()
    lexicon = Lexicon(f"{one} {other}" for one, other in zip(words[::2], words[1::2], strict=True))
    assert len(lexicon) <= MAX_WORDS + MAX_IN_LINE
    assert perf_counter() - started < 5.0


def test_odd_lines_are_no_words() -> None:
    lexicon = Lexicon(["", ">", "> 甲", "乙 >", "-", "#", "长" * 99, "\ud83d x\u200b"])
    assert lexicon.meanings("乙") == ()
    assert "长" * 99 not in lexicon
    assert "x" in lexicon


def test_the_lexicon_of_the_trade_is_tidy() -> None:
    text = packaged("resources", "lexicon", "trade.txt").read_text(encoding="utf-8")
    groups = [line for line in text.splitlines() if line and line[0] not in "#-"]
    assert len(groups) >= 400
    for line in groups:
        words = line.replace(" > ", " ").split()
        assert len(words) > 1, line
        assert all(len(fold(searchable(word))) <= LONGEST for word in words), line
        assert len(words) <= MAX_IN_LINE, line
        sides = [side.split() for side in line.split(" > ")]
        assert all(len(set(side)) == len(side) for side in sides), line
    assert len(trade_lexicon()) > 800
