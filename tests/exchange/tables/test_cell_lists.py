import pytest
from hypothesis import given
from hypothesis import strategies as st

from quickdesk.exchange.tables.cell_lists import join_texts, split_texts

texts = st.text(st.sampled_from("ab；;|,，、\\ 问"), min_size=1, max_size=6).map(str.strip).filter(bool)


@given(st.sampled_from(["tags", "asks"]), st.lists(texts, max_size=4, unique=True))
def test_a_written_cell_is_read_as_the_same_texts(field: str, given_texts: list[str]) -> None:
    cell = join_texts(field, given_texts)
    assert split_texts(field, cell, str.strip, is_own=True) == tuple(given_texts)


@pytest.mark.parametrize(
    ("cell", "asks"),
    [
        ("几天到；能退吗;怎么退|多久\n到哪了", ("几天到", "能退吗", "怎么退", "多久", "到哪了")),
        ("亲，在吗；老板,在不在", ("亲，在吗", "老板,在不在")),
        ("退款，退货、怎么退", ("退款", "退货", "怎么退")),
        ("a\\;b|c", ("a;b", "c")),
        (" ; ；几天到; 几天到 ", ("几天到",)),
        ("", ()),
    ],
)
def test_the_asks_of_a_foreign_cell(cell: str, asks: tuple[str, ...]) -> None:
    assert split_texts("asks", cell, str.strip) == asks


def test_commas_are_part_of_an_ask_in_our_own_cells() -> None:
    assert split_texts("asks", "亲，在吗", str.strip, is_own=True) == ("亲，在吗",)
