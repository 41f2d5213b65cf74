"""The values of a customer card for the fields of a reply, and what was typed in a form on the card.

A field has the same value under each of its names: ``{订单号}``, ``{order_no}`` and ``{order number}``. Free
fields of the card fill fields by their own names. Names that are known to be the shop's are never filled from
a card, nor kept on one; the carrier is an exception, as its name stands for both.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from enum import Enum, auto
from functools import lru_cache
from typing import Final

from quickdesk.customers.customer import Customer, Nickname, Order
from quickdesk.replies.card import CARRIER_NAMES, Card, CardValue, can_be_on_card, card_key
from quickdesk.text.folding import has_visible

GuessCarrier = Callable[[str], str]
"""Returns the carrier that a tracking number is probably of, empty if that is not clear."""


class CardPart(Enum):
    """The parts of a card that fill fields under several names."""

    NICKNAME = auto()
    NAME = auto()
    ORDER = auto()
    TRACKING = auto()
    CARRIER = auto()
    ITEMS = auto()
    ADDRESS = auto()
    PHONE = auto()
    PLATFORM = auto()
    BIRTHDAY = auto()
    SIZE = auto()
    """A free field; it is here for its English name."""


_NAMES: Final[Mapping[CardPart, str]] = {
    CardPart.NICKNAME: "买家昵称 昵称 客户昵称 顾客昵称 会员昵称 買家暱稱 暱稱 客戶暱稱 买家 客户 顾客 "
    "buyer nickname buyer-nickname customer customer-nickname user-name",
    CardPart.NAME: "客户姓名 顾客姓名 买家姓名 姓名 真实姓名 收件人 收货人 收件人姓名 收货人姓名 "
    "name customer-name buyer-name real-name recipient recipient-name",
    CardPart.ORDER: "订单号 订单编号 订单号码 order order-no order-number order-id",
    CardPart.TRACKING: "快递单号 运单号 物流单号 运单编号 tracking tracking-no tracking-number waybill",
    CardPart.CARRIER: " ".join(CARRIER_NAMES),
    CardPart.ITEMS: "商品 商品名 商品名称 宝贝 item items product product-name",
    CardPart.ADDRESS: "收货地址 收件地址 地址 客户地址 配送地址 "
    "address shipping-address delivery-address customer-address",
    CardPart.PHONE: "电话 手机号 手机 手机号码 电话号码 收货电话 收件电话 收件人电话 收货人电话 客户电话 "
    "phone phone-number mobile customer-phone",
    CardPart.PLATFORM: "平台 platform",
    CardPart.BIRTHDAY: "生日 birthday",
    CardPart.SIZE: "尺码 尺寸 size",
}
_OF_ORDERS: Final = (CardPart.ORDER, CardPart.TRACKING, CardPart.CARRIER, CardPart.ITEMS)


@lru_cache(maxsize=1)
def _fields_by_key() -> Mapping[str, CardPart]:
    return {card_key(name): each for each, names in _NAMES.items() for name in names.split()}


def card_part(name: str) -> CardPart | None:
    """Return the part of a card that a field name stands for; None if it is a free field or the shop's."""
    return _fields_by_key().get(card_key(name))


def card_of(customer: Customer, guess: GuessCarrier = lambda _number: "") -> Card:
    """Return the values of a customer for the fields of replies; blank ones are left out.

    If there are several orders, phones or addresses, the agent is asked and these are the choices. The order
    added last is suggested, of phones and addresses the first.
    """
    orders = tuple(_order_texts(each, guess) for each in reversed(customer.orders))
    found: dict[CardPart, CardValue] = {}
    for each in _OF_ORDERS:
        _put(found, each, [order.get(each, "") for order in orders])
    for part, texts in _own_texts(customer).items():
        _put(found, part, texts)
    by_key = {card_key(name): CardValue(text) for name, text in _free_fields(customer).items()}
    for part, value in found.items():
        by_key |= {card_key(name): value for name in _NAMES[part].split()}
    return Card(
        customer.id,
        customer.label,
        by_key,
        tuple(
            {card_key(name): text for part, text in order.items() for name in _NAMES[part].split()}
            for order in orders
        ),
    )


def with_value(customer: Customer, name: str, value: str) -> Customer | None:
    """Return the card with a value that was typed for a field; None if the card has no place for it.

    A tracking number, a carrier and the items belong to an order, and so need exactly one.
    """
    value = value.strip()
    if not has_visible(value) or not can_be_on_card(name):
        return None
    part = card_part(name)
    if part is CardPart.NICKNAME:
        nicknames = tuple(each for each in customer.nicknames if each.text != value)
        return replace(customer, nicknames=(Nickname(value), *nicknames))
    if part is CardPart.NAME:
        return replace(customer, name=value)
    if part is CardPart.BIRTHDAY or part is CardPart.PLATFORM:
        return None  # they have forms of their own
    if part is CardPart.PHONE:
        return replace(customer, phones=(value, *(each for each in customer.phones if each != value)))
    if part is CardPart.ADDRESS:
        return replace(customer, addresses=(value, *(each for each in customer.addresses if each != value)))
    if part in _OF_ORDERS:
        return _with_order_value(customer, part, value)
    fields = {key: text for key, text in customer.fields.items() if _free_key(key) != _free_key(name)}
    return replace(customer, fields={**fields, name.strip(): value})


def _with_order_value(customer: Customer, part: CardPart, value: str) -> Customer | None:
    if part is CardPart.ORDER:
        orders = tuple(each for each in customer.orders if each.number != value)
        kept = next((each for each in customer.orders if each.number == value), Order(value))
        return replace(customer, orders=(*orders, kept))
    if len(customer.orders) != 1:
        return None
    order = customer.orders[0]
    if part is CardPart.TRACKING:
        return replace(customer, orders=(replace(order, tracking_number=value),))
    if part is CardPart.CARRIER:
        return replace(customer, orders=(replace(order, carrier=value),))
    return replace(customer, orders=(replace(order, items=(value,)),))


def _put(found: dict[CardPart, CardValue], part: CardPart, texts: list[str]) -> None:
    """Add the values of a part: one is sure, several are choices of which the first is suggested."""
    shown = tuple(dict.fromkeys(text for text in texts if has_visible(text)))
    if shown:
        # One order may lack what another has: that value is no answer for the first without a question.
        found[part] = CardValue(texts[0], shown, is_sure=False) if len(texts) > 1 else CardValue(shown[0])


def _order_texts(order: Order, guess: GuessCarrier) -> dict[CardPart, str]:
    items = [text for text in order.items if has_visible(text)]
    separator = "、" if any(ord(char) > 0x2E7F for text in items for char in text) else ", "
    return {
        CardPart.ORDER: order.number.strip(),
        CardPart.TRACKING: order.tracking_number.strip(),
        CardPart.CARRIER: order.carrier.strip() or guess(order.tracking_number),
        CardPart.ITEMS: separator.join(text.strip() for text in items),
    }


def _own_texts(customer: Customer) -> dict[CardPart, list[str]]:
    nickname = next((each for each in customer.nicknames if has_visible(each.text)), Nickname(""))
    return {
        CardPart.NICKNAME: [nickname.text.strip()],
        CardPart.NAME: [customer.name.strip()],
        CardPart.PLATFORM: [nickname.platform.strip()],
        CardPart.BIRTHDAY: [customer.birthday.strip()],
        CardPart.PHONE: _visible(customer.phones),
        CardPart.ADDRESS: _visible(customer.addresses),
    }


def _visible(texts: tuple[str, ...]) -> list[str]:
    return list(dict.fromkeys(text.strip() for text in texts if has_visible(text)))


def _free_fields(customer: Customer) -> dict[str, str]:
    """Return the free fields that may fill a field, also under the other names of the size."""
    found: dict[str, str] = {}
    for name, text in customer.fields.items():
        if has_visible(text) and can_be_on_card(name):
            names = _NAMES[CardPart.SIZE].split() if card_part(name) is CardPart.SIZE else ()
            found |= dict.fromkeys((*names, name), text.strip())
    return found


def _free_key(name: str) -> str:
    return "size" if card_part(name) is CardPart.SIZE else card_key(name)
