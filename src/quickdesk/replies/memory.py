"""Which values a form may offer again: those of the shop, never those of one buyer.

A remembered value is accepted with one key, so another buyer's order number must not be among them.
"""

from collections.abc import Mapping

_OF_ONE_BUYER = (
    *("买家", "買家", "客户", "客戶", "顾客", "顧客", "昵称", "暱稱", "姓名", "旺旺", "生日"),
    *("收件", "收货", "收貨", "地址", "订单", "訂單", "单号", "單號", "运单", "運單"),
    *("电话", "電話", "手机", "手機", "邮箱", "信箱", "微信", "证件", "身份证", "身分證"),
    *("buyer", "customer", "client", "recipient", "name", "birthday", "order", "tracking", "parcel"),
    *("phone", "mobile", "address", "email", "e-mail"),
)
_OF_THE_SHOP = (
    *("退货地址", "退貨地址", "退回地址", "店铺", "店舖", "客服"),
    *("return address", "shop name", "store name", "product name"),
)
_MOST_CHARACTERS = 200


def memorable(values: Mapping[str, str]) -> dict[str, str]:
    """Return the values that may be offered for the next buyer as well.

    Blank ones and those longer than 200 characters (pasted passages) are not worth it.
    """
    return {
        name: value
        for name, value in values.items()
        if value.strip() and len(value) <= _MOST_CHARACTERS and not is_of_one_buyer(name)
    }


def is_of_one_buyer(name: str) -> bool:
    """Say whether a field of this name holds what belongs to one buyer, one order or one parcel."""
    folded = name.casefold()
    if any(word in folded for word in _OF_THE_SHOP):
        return False
    return any(word in folded for word in _OF_ONE_BUYER)
