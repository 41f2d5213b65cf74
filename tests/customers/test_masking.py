"""Numbers and addresses as lists show them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quickdesk.customers.masking import masked_address, masked_number


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("13800000006", "138****0006"),
        ("+86 138 0000 0006", "+86****0006"),
        ("021-5551", "****51"),
        ("7", "****"),
        ("", ""),
    ],
)
def test_a_number_shows_its_ends(number: str, shown: str) -> None:
    assert masked_number(number) == shown


def test_an_address_shows_where_it_begins() -> None:
    assert masked_address("浙江省杭州市西湖区文三路 1 号") == "浙江省杭州市****"
    assert masked_address("杭州") == "杭****"


@given(st.text("0123456789", min_size=1, max_size=30))
def test_at_least_a_third_of_a_number_is_hidden(number: str) -> None:
    assert len(masked_number(number).replace("*", "")) <= 2 * len(number) / 3
