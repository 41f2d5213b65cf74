"""Numbers with a unit, and the other ways to write the same: 十天 is 10天, 24h is 24小时 and 1天.

A quantity also says what kind of thing is asked: a time, a size, a price. The lexicon has words for that.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

_DIGITS = "零一二三四五六七八九"
_VALUES = {char: value for value, char in enumerate(_DIGITS)} | {"两": 2, "〇": 0}
_POWERS = {"十": 10, "百": 100, "千": 1000, "万": 10_000}
_HUNDRED, _TEN = 100, 10
_HALF = "半"
_NUMERAL = re.compile("[零〇一二两三四五六七八九十百千万半]+")
_DECIMAL = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,3})?")
_TO = frozenset("-~到至–—")

_SAME_UNITS = (
    ("天", "日"),
    ("小时", "h", "钟头"),
    ("分钟", "min"),
    ("个月", "月"),
    ("周", "星期", "礼拜", "个星期", "个礼拜"),
    ("工作日", "个工作日"),
    ("元", "块", "块钱", "rmb"),
    ("公斤", "千克", "kg"),
    ("厘米", "公分", "cm"),
    ("毫米", "mm"),
    ("米", "m"),
    ("毫升", "ml"),
    ("升", "l"),
    ("克", "g"),
    ("瓦", "w"),
    ("伏", "v"),
    ("寸", "英寸"),
    *((unit,) for unit in "年时分秒个件双条套盒箱包袋瓶片粒支张台份只期毛折码号斤岁次点度"),
)
"""Units that are the same; the lexicon has the meanings of the first."""
_FIRST = {unit: units[0] for units in _SAME_UNITS for unit in units}
_ALL = {units[0]: units for units in _SAME_UNITS}
_LONGEST_UNIT = max(map(len, _FIRST))
_SMALLER = {"天": ("小时", 24), "周": ("天", 7), "个月": ("天", 30), "年": ("个月", 12)}
_SMALLER |= {"小时": ("分钟", 60), "公斤": ("斤", 2)}
"""The next smaller unit of a unit, and how many of it make one."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number or a range with its unit, as ``length`` adjacent texts.

    ``same`` are other ways to write it, or one end of the range; ``unit`` is the usual name of the unit.
    """

    length: int
    typed: str
    unit: str
    same: tuple[str, ...]


def quantity_at(texts: Sequence[str]) -> Quantity | None:
    """Return the quantity with which some texts begin, characters or tokens; None if there is none."""
    ends = [_number_end(texts, 0)]
    if ends[0] and texts[ends[0] : ends[0] + 1] and texts[ends[0]] in _TO:
        second = _number_end(texts, ends[0] + 1)
        ends += [second] if second else []
    unit, length = _unit_at(texts, ends[-1]) if ends[0] else ("", 0)
    if not unit:
        return None
    end = ends[-1] + length
    typed = "".join(texts[:end])
    begins = [0, ends[0] + 1]
    numbers = ["".join(texts[begin:stop]) for begin, stop in zip(begins, ends, strict=False)]
    same = dict.fromkeys(each for number in numbers for each in _writings(number, _FIRST[unit]))
    return Quantity(end, typed, _FIRST[unit], tuple(each for each in same if each != typed))


def other_numeral(number: str) -> str:
    """Return a number below 100 in 汉字 for digits, or the digits of a numeral; empty if there is none."""
    if number.isdigit() and number.isascii():
        return _written(int(number)) if len(number) <= 2 else ""
    value = _value(number)
    return "" if value is None else str(value)


def _number_end(texts: Sequence[str], at: int) -> int:
    """Return where the number that begins here ends, 0 if there is none."""
    end = at
    while end < len(texts) and _NUMERAL.fullmatch(texts[end]):
        end += 1
    if end == at and at < len(texts) and _DECIMAL.fullmatch(texts[at]):
        end = at + 1
    return end if end > at else 0


def _unit_at(texts: Sequence[str], at: int) -> tuple[str, int]:
    """Return the longest unit that begins here, and how many texts it is; an empty one if there is none."""
    for length in range(_LONGEST_UNIT, 0, -1):
        unit = "".join(texts[at : at + length])
        if unit in _FIRST:
            return unit, min(length, len(texts) - at)
    return "", 0


def _writings(number: str, unit: str) -> Iterator[str]:
    """Yield how a number with the usual name of its unit may be written, the same amount in others last."""
    yield from _in_units(number, unit)
    amount = _amount(number)
    if amount is None:
        return
    smaller, count = _SMALLER.get(unit, ("", 1))
    amounts = [(amount * count, smaller)] if smaller else []
    amounts += [(amount / count, larger) for larger, (each, count) in _SMALLER.items() if each == unit]
    for value, other in amounts:
        if value.denominator == 1 and 0 < value < _HUNDRED:
            yield from _in_units(str(value), other)
        elif value == Fraction(1, 2):
            yield from _in_units(_HALF, other)


def _in_units(number: str, unit: str) -> Iterator[str]:
    """Yield a number with the names of a unit; single digits are found as 汉字 too and need no other form."""
    other = other_numeral(number) if number != _HALF else ""
    if max(len(number), len(other)) > 1:
        yield from (other + name for name in _ALL[unit] if other and not (name.isascii() > other.isascii()))
    yield from (number + name for name in _ALL[unit])


def _amount(number: str) -> Fraction | None:
    if number == _HALF:
        return Fraction(1, 2)
    value = number if number[0].isascii() else _value(number)
    return None if value is None else Fraction(value)


def _written(value: int) -> str:
    tens, ones = divmod(value, _TEN)
    if not tens:
        return _DIGITS[ones]
    return (_DIGITS[tens] if tens > 1 else "") + "十" + (_DIGITS[ones] if ones else "")


def _value(numeral: str) -> int | None:
    """Return the value of 四十八 or 一百二十, None if it is none."""
    total = ones = 0
    for char in numeral:
        if char in _POWERS:
            total += (ones or 1) * _POWERS[char]
            ones = 0
        elif char in _VALUES:
            ones = _VALUES[char]
        else:
            return None
    return total + ones
