"""Which carriers a tracking number may be of, by its form.

It is a guess: no carrier publishes all of its forms, and several have numbers of the same length. A guess is
shown as one and never stored as the carrier of an order.
"""

import re
from dataclasses import dataclass
from typing import Final

from quickdesk.customers.card.nicknames import number_key


@dataclass(frozen=True, slots=True)
class Carrier:
    """A carrier: its short code, its Chinese name, and the forms of its numbers in capitals.

    Forms that are its own come first, those that it shares with others last.
    """

    code: str
    name: str
    forms: tuple[str, ...]


CARRIERS: Final = (
    Carrier("SF", "顺丰速运", (r"SF\d{12,13}", r"\d{12}")),
    Carrier("YT", "圆通速递", (r"YT\d{13,15}", r"(?:G|D|8)\d{9,12}")),
    Carrier("JD", "京东物流", (r"JD(?:[VXKAZ][A-Z]?)?\d{11,14}",)),
    Carrier("JT", "极兔速递", (r"JT\d{13}", r"UT\d{13}")),
    Carrier("ZTO", "中通快递", (r"7[3-9]\d{12}", r"ZT\d{12}", r"(?:4|5|6)\d{11}")),
    Carrier("STO", "申通快递", (r"77[1-9]\d{10,12}", r"STO\d{10,14}", r"(?:2|3|5)68\d{9}")),
    Carrier("YUNDA", "韵达快递", (r"(?:YD)?(?:43|46|31|32|33|34|35)\d{13}", r"1[0-9]\d{11}")),
    Carrier("EMS", "中国邮政", (r"[A-Z]{2}\d{9}CN", r"(?:10|11|12|95|98|99)\d{11}")),
    Carrier("DBL", "德邦快递", (r"DPK\d{12}",)),
    Carrier("DHL", "DHL", (r"(?:JJD|JVGL|JD0)\d{10,18}", r"\d{10}")),
    Carrier("UPS", "UPS", (r"1Z[0-9A-Z]{16}",)),
    Carrier("FEDEX", "FedEx", (r"\d{12}",)),
)
"""All known carriers."""
_PREFIX: Final = re.compile(r"[A-Z]{2,}|1Z")


def carriers_of(number: str) -> tuple[Carrier, ...]:
    """Return the carriers whose numbers look like this, the likeliest first; empty for any other text."""
    text = number_key(number).upper()
    found = [
        (place, order, carrier)
        for order, carrier in enumerate(CARRIERS)
        for place, form in enumerate(carrier.forms)
        if re.fullmatch(form, text)
    ]
    best: dict[str, Carrier] = {}
    for _, _, carrier in sorted(found, key=lambda each: each[:2]):
        best.setdefault(carrier.code, carrier)
    return tuple(best.values())


def guessed_carrier(number: str) -> str:
    """Return the name of the only carrier whose numbers look like this, else an empty text.

    Letters at the beginning (SF, YT, JD) are as good as the name of a carrier.
    """
    found = carriers_of(number)
    is_marked = bool(found) and _PREFIX.match(number_key(number).upper()) is not None
    return found[0].name if len(found) == 1 or is_marked else ""
