"""Finding and masking personal data: phone numbers, identity and bank cards, addresses, order numbers.

Personal data is recognised by its format, for lists and logs that must not contain any. Names have no format
and are not found. Numbers of up to seven digits (prices, days, models) are not personal data.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from quickdesk.text.folding import fold

MASK = "*"


class PersonalKind(StrEnum):
    """The kind of personal data."""

    EMAIL = "email"
    ID_CARD = "id-card"
    PHONE = "phone"
    BANK_CARD = "bank-card"
    ADDRESS = "address"
    LONG_NUMBER = "long-number"
    """An order, waybill or account number: eight digits or more, perhaps with letters."""


@dataclass(frozen=True, slots=True)
class PersonalSpan:
    """A range of personal data, from code point ``start`` to before ``end``."""

    kind: PersonalKind
    start: int
    end: int


def personal_spans(text: str) -> tuple[PersonalSpan, ...]:
    """Return the spans of personal data in a text, in order and without overlaps."""
    return tuple(_without_overlaps(_candidates(fold(text)), len(text)))


def masked(text: str) -> str:
    """Return the text with each character of personal data replaced by MASK; the length is kept."""
    parts, done = [], 0
    for span in personal_spans(text):
        parts += [text[done : span.start], MASK * (span.end - span.start)]
        done = span.end
    return "".join((*parts, text[done:]))


# Groups of digits are separated by spaces or hyphens.
_GAP = r"[ \-\u2010-\u2015]?"
_EMAIL = re.compile(r"[a-z0-9._%+\-]{1,64}@(?:[a-z0-9\-]{1,63}\.)+[a-z]{2,24}")
_DIGITS = re.compile(rf"(?<![0-9a-z])\+?(?:[0-9]{_GAP}){{6,}}[0-9]x?(?![0-9])")
_NUMBER = re.compile(r"(?<![0-9a-z])[a-z]{0,6}[0-9](?:[0-9a-z]|-(?=[0-9a-z])){6,}(?![0-9a-z])")

_DATE = re.compile(r"(?:19|20)[0-9]{2}-[01]?[0-9]-[0-3]?[0-9]")
_MOBILE = re.compile(r"(?:\+?(?:00)?86)?1[3-9][0-9]{9}|(?:\+?886|0)9[0-9]{8}")
_OTHER_MOBILE = re.compile(
    r"(?<![0-9a-z.])1[3-9][0-9](?:[._·,，/][0-9]{4}){2}(?![0-9])"
    r"|[一幺][三四五六七八九][〇零一幺二三四五六七八九]{9}(?![〇零一幺二三四五六七八九])"
)
"""Written with other signs between the groups, or in Chinese numerals."""
_LANDLINE = re.compile(r"(?:\+?86)?0(?:10|2[0-9]|[3-9][0-9]{2})[1-9][0-9]{6,7}")

_HOUSE = r"[0-9a-z一二三四五六七八九十百]{1,6}(?:号楼|号院|号|弄|幢|栋|座|单元|楼|层|室)"
_AREA = (
    r"(?>[\u4e00-\u9fff0-9]{1,9}?(?:自治区|街道|大道|胡同|小区|公寓|花园|新村|省|市|区|县|镇|乡|路|街|巷|村))"
)
_DOOR = rf"[\u4e00-\u9fff]{{0,9}}?{_HOUSE}"
_ADDRESS = re.compile(rf"(?:{_AREA}[ ,，]?){{1,8}}(?:{_DOOR}[ ,，]?){{1,6}}(?<![ ,，])")


def _candidates(text: str) -> Iterator[PersonalSpan]:
    for match in _EMAIL.finditer(text):
        yield PersonalSpan(PersonalKind.EMAIL, *match.span())
    for match in _OTHER_MOBILE.finditer(text):
        yield PersonalSpan(PersonalKind.PHONE, *match.span())
    for match in _DIGITS.finditer(text):
        if kind := _kind_of_digits(match.group()):
            yield PersonalSpan(kind, *match.span())
    for match in _ADDRESS.finditer(text):
        yield PersonalSpan(PersonalKind.ADDRESS, *match.span())
    for match in _NUMBER.finditer(text):
        if sum(char.isdigit() for char in match.group()) >= _LONG and not _DATE.fullmatch(match.group()):
            yield PersonalSpan(PersonalKind.LONG_NUMBER, *match.span())


_LONG = 8


def _kind_of_digits(written: str) -> PersonalKind | None:
    number = re.sub(r"[^0-9x+]", "", written)
    if _is_id_card(number):
        return PersonalKind.ID_CARD
    if _MOBILE.fullmatch(number) or _LANDLINE.fullmatch(number):
        return PersonalKind.PHONE
    if _is_bank_card(number):
        return PersonalKind.BANK_CARD
    is_long = number.isdigit() and len(number) >= _LONG and not _DATE.fullmatch(written)
    return PersonalKind.LONG_NUMBER if is_long else None


def _is_id_card(number: str) -> bool:
    """Return whether this is an identity card number (GB 11643-1999, ISO 7064 MOD 11-2 check character)."""
    if not re.fullmatch(r"[1-9][0-9]{16}[0-9x]", number):
        return False
    total = sum(int(digit) * pow(2, 17 - index, 11) for index, digit in enumerate(number[:17]))
    return "10x98765432"[total % 11] == number[17]


def _is_bank_card(number: str) -> bool:
    """Return whether this is a bank card number (ISO/IEC 7812-1, Luhn check digit)."""
    if not (number.isdigit() and 16 <= len(number) <= 19):
        return False
    doubled = (sum(divmod(int(digit) * 2, 10)) for digit in number[-2::-2])
    return (sum(doubled) + sum(int(digit) for digit in number[::-2])) % 10 == 0


def _without_overlaps(found: Iterable[PersonalSpan], size: int) -> list[PersonalSpan]:
    """Return the spans in order, without those that overlap an earlier found one of a stricter format."""
    taken = bytearray(size)
    kept = []
    for span in found:
        if 1 not in taken[span.start : span.end]:
            taken[span.start : span.end] = b"\x01" * (span.end - span.start)
            kept.append(span)
    return sorted(kept, key=lambda span: span.start)
