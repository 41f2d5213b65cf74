import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quickdesk.text.folding import fold, has_visible, original_positions, searchable, utf16_length
from quickdesk.text.tables import folds

ANY_TEXT = st.text(st.characters(codec=None))


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("退貨換貨", "退货换货"),
        ("臺灣後麵裡裏著妳", "台湾后面里里着你"),
        ("衞生 糭子", "卫生 粽子"),
        ("ＶＩＰ１２３！", "vip123!"),
        ("Refund ÉTÉ Σίσυφος", "refund ete σίσυφοσ"),
        ("ｶﾀｶﾅ ①② ㊗", "カタカナ 12 祝"),
        ("全角　空格\u00a0", "全角 空格 "),
        ("么后干", "么后干"),
        ("İß👍🏽", "iß👍🏽"),
        ("tuì kuǎn lǜ Øl", "tui kuan lv ol"),
        ("“引”「号」", '"引""号"'),
    ],
)
def test_folds_width_case_and_script(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(ANY_TEXT)
def test_keeps_every_position(text: str) -> None:
    folded = fold(text)
    assert [utf16_length(char) for char in folded] == [utf16_length(char) for char in text]


@given(ANY_TEXT)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_no_entry_leaves_the_basic_plane_or_needs_a_second_folding() -> None:
    for source, target in folds().items():
        assert source < 0x10000
        assert len(target) == 1
        assert target < "\U00010000"
        assert ord(target) not in folds()


@given(ANY_TEXT)
def test_invisible_characters_and_spaces_alone_are_not_visible(text: str) -> None:
    assert not has_visible("\u200b \u2060\n\u3164\ufe0f\u3000\U000e0101\u2800")
    assert has_visible(text) or not text.strip() or text != searchable(text) or "\u2800" in text


def test_length_counts_utf16_units() -> None:
    assert [utf16_length(text) for text in ("", "退a", "👍", "\ud83d")] == [0, 2, 2, 1]


@pytest.mark.parametrize(
    ("written", "searched"),
    [
        ("退\u200b货\u2060", "退货"),
        ("Cafe\u0301", "Caf\u00e9"),
        ("\u0627\u0653\u0651", "\u0622\u0651"),
        ("\u1112\u1161\u11ab", "\ud55c"),
        ("か\u3099", "が"),
        ("葛\U000e0100城❤\ufe0f", "葛城❤"),
        ("Straße ﬁn Ǆ", "Strasse fin DŽ"),
        ("5㎏ 25℃ №3 ½ ⑩", "5kg 25°C No3 1/2 10"),
        ("退款…，A\u2060", "退款…，A"),
        ("퟿\ud83d", "퟿\ud83d"),
    ],
)
def test_searchable_text_spells_out_and_drops(written: str, searched: str) -> None:
    assert searchable(written) == searched


@given(ANY_TEXT)
def test_every_position_of_a_searchable_text_is_one_of_the_original(text: str) -> None:
    starts, ends = original_positions(text)
    assert len(starts) == len(ends) == utf16_length(searchable(text))
    assert starts == sorted(starts)
    assert ends == sorted(ends)
    assert all(0 <= start < end <= utf16_length(text) for start, end in zip(starts, ends, strict=True))


@given(st.text(st.characters(codec=None, exclude_categories=["Cs"])))
def test_composed_and_decomposed_texts_are_searched_alike(text: str) -> None:
    forms = (fold(searchable(unicodedata.normalize(form, text))) for form in ("NFC", "NFD"))
    assert len(set(forms)) == 1
