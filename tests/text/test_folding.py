import pytest
from hypothesis import given
from hypothesis import strategies as st

from quickdesk.text.folding import fold, utf16_length
from quickdesk.text.tables import folds

ANY_TEXT = st.text(st.characters(codec=None))


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("退貨換貨", "退货换货"),
        ("臺灣後麵裡裏著妳", "台湾后面里里着你"),
        ("衞生 糭子", "卫生 粽子"),
        ("ＶＩＰ１２３！", "vip123!"),
        ("Refund ÉTÉ Σίσυφος", "refund été σίσυφοσ"),
        ("ｶﾀｶﾅ ①② ㊗", "カタカナ 12 祝"),
        ("全角　空格\u00a0", "全角 空格 "),
        ("么后干", "么后干"),
        ("İß👍🏽", "İß👍🏽"),
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


def test_length_counts_utf16_units() -> None:
    assert [utf16_length(text) for text in ("", "退a", "👍", "\ud83d")] == [0, 2, 2, 1]
