import pytest

from quickdesk.text.readings import characters_read_as, initials, pinyin, readings, syllables


@pytest.mark.parametrize(
    ("char", "syllables"),
    [
        ("重", {"zhong", "chong"}),
        ("行", {"xing", "hang"}),
        ("长", {"chang", "zhang"}),
        ("還", {"huan", "hai"}),
        ("便", {"bian", "pian"}),
        ("绿", {"lv"}),
        ("略", {"lve", "lue"}),
        ("乾", {"gan", "qian"}),
        ("著", {"zhu", "zhe"}),
        ("乐", {"le", "yue"}),
    ],
)
def test_knows_the_common_readings(char: str, syllables: set[str]) -> None:
    assert syllables <= set(readings(char))


def test_leaves_rare_readings_of_common_characters_out() -> None:
    assert "fou" not in readings("不")
    assert all(len(readings(char)) <= 2 for char in "的一是不了有人这中上个")


def test_a_look_alike_lends_no_reading() -> None:
    assert [readings(char) for char in "已巳己"] == [("yi",), ("si",), ("ji",)]


def test_a_dialect_lends_no_reading() -> None:
    assert readings("拆") == ("chai",), "else cafe finds 拆分"


@pytest.mark.parametrize("char", ["a", "7", "。", "👍", "\ud83d", " "])
def test_other_characters_have_none(char: str) -> None:
    assert readings(char) == ()


def test_pinyin_takes_the_usual_reading_and_keeps_the_rest() -> None:
    assert pinyin("退貨 VIP7天") == ("tui", "huo", " ", "v", "i", "p", "7", "tian")


def test_initials_are_what_an_agent_would_type() -> None:
    assert initials("退货 7天，无理由！") == "th7twly"
    assert initials("") == ""


def test_looks_characters_up_by_syllable() -> None:
    assert "退" in characters_read_as("tui")
    assert characters_read_as("tu1") == ""
    assert characters_read_as("zhon") == ""


def test_syllables_are_all_readings() -> None:
    assert {"tui", "zhong", "lv"} <= syllables()
    assert "zho" not in syllables()
    assert all(name.isascii() and name.isalpha() and name.islower() for name in syllables())
