import pytest
from hypothesis import given
from hypothesis import strategies as st

from quickdesk.replies.asks import join_asks, split_asks

ASK = st.text(st.sampled_from("几天到,，、 /a"), min_size=1).map(str.strip).filter(bool)


@given(st.lists(ASK, unique=True))
def test_asks_in_one_line_are_read_as_the_same_asks(asks: list[str]) -> None:
    assert split_asks(join_asks(asks)) == tuple(asks)


@pytest.mark.parametrize(
    "line", ["几天到;多久到", "几天到；多久到；", " 几天到 | 多久到|几天到", "几天到\n多久到"]
)
def test_all_separators_are_read(line: str) -> None:
    assert split_asks(line) == ("几天到", "多久到")
