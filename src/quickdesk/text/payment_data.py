"""Finding what must not be written into a note: bank cards, passwords and one-time codes."""

import re
from enum import StrEnum
from typing import Final

from quickdesk.text.folding import fold
from quickdesk.text.personal import PersonalKind, personal_spans


class PaymentData(StrEnum):
    """The kind of what was found."""

    BANK_CARD = "bank-card"
    PASSWORD = "password"  # noqa: S105 - the name of a kind
    ONE_TIME_CODE = "one-time-code"
    ID_CARD = "id-card"


_PASSWORD: Final = re.compile(
    r"(?:密码|口令|pin码|passcode|password|passwd|pwd)\s*"
    r"(?:(?:是|为|:|=|is)\s*)+[\"'「“]?[!-~]{4,}"
    r"|(?:密码|口令)\s*(?=[!-~]*[0-9])[!-~]{4,}"
)
"""A value in ASCII: a question such as 密码是什么 has none."""
_CODE: Final = re.compile(r"(?:验证码|校验码|动态码|cvv2?|安全码|otp)[^0-9\n]{0,6}[0-9]{3,8}(?![0-9])")


def payment_data(text: str) -> tuple[PaymentData, ...]:
    """Return the kinds that a text contains, each once."""
    folded = fold(text)
    kinds = {span.kind for span in personal_spans(text)}
    found = {
        PaymentData.BANK_CARD: PersonalKind.BANK_CARD in kinds,
        PaymentData.PASSWORD: _PASSWORD.search(folded) is not None,
        PaymentData.ONE_TIME_CODE: _CODE.search(folded) is not None,
        PaymentData.ID_CARD: PersonalKind.ID_CARD in kinds,
    }
    return tuple(kind for kind, is_found in found.items() if is_found)
