"""Which values a form may offer again: the agent's and the shop's own, never those of one buyer.

A remembered value is accepted with one key, so another buyer's amount or order number must not be among
them. A field's name is either understood wholly as one of the shop's, or its values are not remembered.
"""

import re
from collections.abc import Mapping
from typing import Final

_MOST_CHARACTERS: Final = 200

_CHINESE: Final = re.compile(
    "(?:我[的方]|我[们們]的?|本|本店|[默预預][认認設设]|合作|[发發][货貨])?"
    "(?:"
    # who writes
    "客服|客服[专專][员員]|客服代表|[专專]属客服|[专專]屬客服|我|主管|[组組][长長]|店[长長]|落款|[签簽]名|署名"
    # for whom
    "|店[铺鋪舖]?|商店|商城|[卖賣][场場]|旗[舰艦]店|公司|品牌"
    # with whom: the carrier, the warehouse
    "|快[递遞]|物流|宅配|承[运運]商?|配送|[仓倉][库庫]?"
    # what is always said
    "|[问問]候[语語]?|[开開][场場]白|[结結]束[语語]|[欢歡]迎[语語]"
    ")(?:公司|商|方)?的?(?:名|名字|名[称稱]|姓名|花名|[昵暱][称稱]|[签簽]名)?"
)
_ENGLISH: Final = re.compile(
    "(?:(?:my|our|the|default|customer service|support|service|sales) )*"
    "(?:agent|representative|rep|supervisor|team leader|signature|sign off"
    "|shop|store|brand|company|business|carrier|courier|shipping|delivery|warehouse|greeting|closing)"
    "(?: (?:company|service))?(?: name)?|my name|our name"
)


def memorable(values: Mapping[str, str]) -> dict[str, str]:
    """Return the values that may be offered for the next buyer as well.

    Blank ones and those longer than 200 characters (pasted passages) are not worth it; one with a digit
    may be an amount, a date or a number of one order, whatever its field is called.
    """
    return {name: value for name, value in values.items() if is_of_the_shop(name) and _is_memorable(value)}


def is_of_the_shop(name: str) -> bool:
    """Say whether a field of this name holds the agent's, the shop's or the carrier's name, or a greeting.

    A name that says anything else besides is not: ``快递`` is of the shop, ``快递单号`` is not.
    """
    folded = " ".join(re.split(r"[\s_·-]+", name.strip().casefold()))
    return bool(_ENGLISH.fullmatch(folded) or _CHINESE.fullmatch(folded.replace(" ", "")))


def _is_memorable(value: str) -> bool:
    return bool(value.strip()) and len(value) <= _MOST_CHARACTERS and not any(map(str.isdigit, value))
