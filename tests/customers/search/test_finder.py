"""The finder of customers: what finds a card, in which order, and that changes show at once."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quickdesk.customers.customer import Customer, Nickname, Note, Order
from quickdesk.customers.search.finder import CustomerFinder, SearchedCard
from quickdesk.customers.search.hit import CardPlace, CustomerHit
from quickdesk.customers.search.tails import plain_number

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def customer(key: str, *nicknames: str, **more: object) -> Customer:
    return Customer(key, tuple(Nickname(each, "taobao") for each in nicknames), **more)  # type: ignore[arg-type]


def note(key: str, owner: str, text: str, minutes: int = 0, *, is_pinned: bool = False) -> Note:
    return Note(key, owner, text, NOON + timedelta(minutes=minutes), is_pinned=is_pinned)


ANNA = SearchedCard(
    customer(
        "anna",
        "小月亮奶茶",
        "moon_tea88",
        name="张三丰",
        remark="喜歡顺丰",
        tags=("VIP", "易退货"),
        fields={"尺码": "加大L", "偏好": "浅蓝色"},
        phones=("138-0013-8006",),
        orders=(Order("TB2024-777123456", tracking_number="SF1234567890"),),
    ),
    (note("n1", "anna", "说杯子收到有裂缝，要求换新"), note("n2", "anna", "生日送过贺卡", 5)),
)
BEN = SearchedCard(
    customer("ben", "可乐加冰", phones=("13912348006",)), (note("n3", "ben", "上次问过羽绒服"),)
)
CARDS = (ANNA, BEN, SearchedCard(customer("cat", "  ", "🐱🐱")), SearchedCard(customer("dan", name="欧阳修")))


def finder_of(*cards: SearchedCard) -> CustomerFinder:
    finder = CustomerFinder()
    finder.update(cards)
    return finder


def found(finder: CustomerFinder, query: str, limit: int = 50) -> list[str]:
    return [hit.customer.id for hit in hits(finder, query, limit)]


def hits(finder: CustomerFinder, query: str, limit: int = 50) -> list[CustomerHit]:
    result = finder.find(query, limit)
    assert result is not None
    return list(result)


@pytest.mark.parametrize(
    ("query", "wanted", "place"),
    [
        pytest.param("小月亮", "anna", CardPlace.NICKNAME, id="beginning of a nickname"),
        pytest.param("xiaoyueliangnaicha", "anna", CardPlace.NICKNAME, id="its whole pinyin"),
        pytest.param("xylnc", "anna", CardPlace.NICKNAME, id="its initials"),
        pytest.param("xiaoyl", "anna", CardPlace.NICKNAME, id="pinyin and initials"),
        pytest.param("小月liang", "anna", CardPlace.NICKNAME, id="characters and pinyin"),
        pytest.param("xiaoyuelaing", "anna", CardPlace.NICKNAME, id="a slip"),
        pytest.param("MOON_tea", "anna", CardPlace.NICKNAME, id="another nickname, in another case"),
        pytest.param("ｍｏｏｎ", "anna", CardPlace.NICKNAME, id="full width"),
        pytest.param("张三丰", "anna", CardPlace.NAME, id="real name"),
        pytest.param("zhangsanfeng", "anna", CardPlace.NAME, id="pinyin of the real name"),
        pytest.param("欧阳", "dan", CardPlace.NAME, id="a card with a name only"),
        pytest.param("喜欢顺丰", "anna", CardPlace.REMARK, id="a remark in traditional characters"),
        pytest.param("vip", "anna", CardPlace.TAG, id="tag"),
        pytest.param("#易退货", "anna", CardPlace.TAG, id="tag with its sign"),
        pytest.param("浅蓝", "anna", CardPlace.FIELD, id="value of a free field"),
        pytest.param("裂缝", "anna", CardPlace.NOTE, id="note"),
        pytest.param("liefeng", "anna", CardPlace.NOTE, id="pinyin of a note"),
        pytest.param("🐱", "cat", CardPlace.NICKNAME, id="a nickname of emoji"),
        pytest.param("3456", "anna", CardPlace.ORDER, id="end of an order number"),
        pytest.param("7890", "anna", CardPlace.TRACKING, id="end of a tracking number"),
        pytest.param("TB2024777123456", "anna", CardPlace.ORDER, id="a whole order number without its sign"),
        pytest.param("sf1234567890", "anna", CardPlace.TRACKING, id="a whole tracking number"),
        pytest.param("０１３８００６", "anna", CardPlace.PHONE, id="end of a phone number in full width"),
        pytest.param("138 0013 8006", "anna", CardPlace.PHONE, id="a phone number with spaces"),
        pytest.param("008006", "", None, id="digits that no number ends with"),
        pytest.param("羽绒服 小月亮", "", None, id="words of two customers"),
    ],
)
def test_what_finds_a_customer(query: str, wanted: str, place: CardPlace | None) -> None:
    result = hits(finder_of(*CARDS), query)
    assert [hit.customer.id for hit in result] == ([wanted] if wanted else [])
    if place is not None:
        match = result[0].matches[0]
        assert match.place is place
        assert match.spans


def test_an_end_that_two_numbers_share_finds_both() -> None:
    assert set(found(finder_of(*CARDS), "8006")) == {"anna", "ben"}


def test_words_may_be_in_different_places() -> None:
    [hit] = hits(finder_of(*CARDS), "naicha vip 裂缝")
    assert [match.place for match in hit.matches] == [CardPlace.NICKNAME, CardPlace.TAG, CardPlace.NOTE]


def test_matches_name_the_field_and_the_note() -> None:
    finder = finder_of(*CARDS)
    [in_field] = hits(finder, "浅蓝")[0].matches
    assert (in_field.name, in_field.text) == ("偏好", "偏好: 浅蓝色")
    assert in_field.spans == ((4, 2),)
    [in_note] = hits(finder, "裂缝")[0].matches
    assert (in_note.note_id, in_note.spans) == ("n1", ((6, 2),))


def test_the_order_of_places() -> None:
    cards = (
        SearchedCard(customer("note", "甲"), (note("n", "note", "月亮"),)),
        SearchedCard(customer("remark", "乙", remark="月亮")),
        SearchedCard(customer("tag", "丙", tags=("月亮",))),
        SearchedCard(customer("inside", "大月亮")),
        SearchedCard(customer("pinyin", "跃亮")),
        SearchedCard(customer("begins", "月亮船和海")),
        SearchedCard(customer("whole", "月亮")),
        SearchedCard(customer("second", "丁丁", "月亮")),
    )
    order = found(finder_of(*cards), "月亮")
    assert set(order[:2]) == {"whole", "second"}
    assert order[2:] == ["begins", "inside", "tag", "remark", "note"]


def test_what_is_typed_as_it_is_written_comes_before_its_pinyin() -> None:
    cards = (
        SearchedCard(customer("pinyin", "小明")),
        SearchedCard(customer("typed", "xm_love_forever_and_ever")),
    )
    assert found(finder_of(*cards), "xm") == ["typed", "pinyin"]
    assert found(finder_of(SearchedCard(customer("pinyin", "八八八八"))), "babababa") == ["pinyin"]


def test_a_number_comes_after_a_nickname_that_is_this_number() -> None:
    cards = (
        SearchedCard(customer("number", "甲", phones=("13800008888",))),
        SearchedCard(customer("begins", "8888发财")),
        SearchedCard(customer("exact", "8888")),
    )
    assert found(finder_of(*cards), "8888") == ["exact", "number", "begins"]


def test_the_last_contacted_customer_is_first_among_equals() -> None:
    finder = finder_of(*(SearchedCard(customer(key, f"月亮{'船' * at}")) for at, key in enumerate("abc", 1)))
    assert found(finder, "月亮") == ["a", "b", "c"]
    finder.set_recent(["c", "b"])
    assert found(finder, "月亮") == ["c", "b", "a"]
    assert found(finder, "") == ["c", "b", "a"]
    finder.set_recent([])
    assert found(finder, "yl") == ["a", "b", "c"]


def test_changes_show_at_once() -> None:
    finder = finder_of(*CARDS)
    finder.update([SearchedCard(BEN.customer, (*BEN.notes, note("n9", "ben", "要开专用发票")))])
    assert found(finder, "专用发票") == ["ben"]
    finder.update([SearchedCard(customer("ben", "雪碧", phones=("13700001111",)))])
    assert found(finder, "可乐") == found(finder, "羽绒服") == found(finder, "2348006") == []
    assert found(finder, "xuebi") == found(finder, "1111") == ["ben"]
    finder.update(remove=["ben", "unknown"])
    assert found(finder, "雪碧") == found(finder, "1111") == []
    assert (len(finder), "ben" in finder, finder.card("anna")) == (3, False, ANNA)


def test_a_card_that_loses_a_nickname_is_not_found_by_it() -> None:
    finder = finder_of(ANNA)
    finder.update([SearchedCard(customer("anna", "小月亮奶茶"))])
    assert found(finder, "moon_tea88") == []


def test_one_customer_is_one_hit() -> None:
    cards = [
        SearchedCard(customer(f"c{at}", *(f"月亮{at}{number}" for number in range(9)))) for at in range(5)
    ]
    assert len(found(finder_of(*cards), "月亮", 5)) == 5


def test_a_cancelled_search_has_no_result() -> None:
    assert finder_of(*CARDS).find("月亮", 5, lambda: True) is None


TEXTS = st.text(alphabet="月亮星abc12 _李\n{", max_size=8)
NUMBERS = st.text(alphabet="0123456789-AX ", max_size=12)
CUSTOMERS = st.builds(
    customer,
    st.sampled_from("vwxyz"),
    TEXTS,
    TEXTS,
    name=TEXTS,
    remark=TEXTS,
    tags=st.tuples(TEXTS),
    fields=st.dictionaries(TEXTS, TEXTS, max_size=2),
    phones=st.tuples(NUMBERS),
    orders=st.tuples(st.builds(Order, NUMBERS, tracking_number=NUMBERS)),
)


@st.composite
def made_cards(draw: st.DrawFn) -> SearchedCard:
    made = draw(CUSTOMERS)
    texts = draw(st.lists(TEXTS, max_size=3))
    return SearchedCard(
        made, tuple(note(f"{made.id}{at}", made.id, text, at) for at, text in enumerate(texts))
    )


@settings(max_examples=60, deadline=None)
@given(st.lists(made_cards(), max_size=8), st.sampled_from(["月", "yl", "ab", "l", "1", "12", "{", "月 a"]))
def test_after_any_changes_it_finds_what_a_new_finder_finds(cards: list[SearchedCard], query: str) -> None:
    changed = CustomerFinder()
    for card in cards:
        changed.update([card])
    last = {card.customer.id: card for card in cards}
    if "v" in last:
        changed.update(remove=["v"])
        del last["v"]
    result = {hit.customer.id: hit.score for hit in hits(changed, query)}
    assert result == {hit.customer.id: hit.score for hit in hits(finder_of(*last.values()), query)}


@settings(max_examples=60, deadline=None)
@given(st.lists(made_cards(), max_size=6), st.text(alphabet="0123456789", min_size=3, max_size=6))
def test_a_found_end_is_an_end_and_every_end_is_found(cards: list[SearchedCard], tail: str) -> None:
    finder = CustomerFinder()
    finder.update(cards)
    last = {card.customer.id: card.customer for card in cards}
    numbers = {
        key: [
            *each.phones,
            *(order.number for order in each.orders),
            *(o.tracking_number for o in each.orders),
        ]
        for key, each in last.items()
    }
    ending = {key for key, some in numbers.items() if any(plain_number(n).endswith(tail) for n in some)}
    by_number = {CardPlace.PHONE, CardPlace.ORDER, CardPlace.TRACKING}
    result = hits(finder, tail)
    assert ending <= {hit.customer.id for hit in result}
    for hit in result:
        for match in hit.matches:
            if match.place in by_number:
                [(start, length)] = match.spans
                assert plain_number(match.text[start : start + length]) == tail
                assert start + length == len(match.text)


@settings(max_examples=60, deadline=None)
@given(made_cards(), st.sampled_from(["月", "yl", "a", "李", "l b", "2"]))
def test_matches_are_texts_of_the_card_with_ranges_inside(card: SearchedCard, query: str) -> None:
    one = card.customer
    texts = [one.name, one.remark, *one.tags, *(each.text for each in one.nicknames)]
    texts += [each.text for each in card.notes] + [f"{name}: {value}" for name, value in one.fields.items()]
    for hit in hits(finder_of(card), query):
        assert hit.matches
        for match in hit.matches:
            assert match.text in texts
            assert all(0 <= start < start + length <= len(match.text) for start, length in match.spans)
