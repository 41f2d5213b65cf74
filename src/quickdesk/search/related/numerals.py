"""Chinese numerals and digits: 十天 is 10天."""

_DIGITS = "零一二三四五六七八九"
_VALUES = {char: value for value, char in enumerate(_DIGITS)} | {"两": 2, "〇": 0}
_POWERS = {"十": 10, "百": 100, "千": 1000, "万": 10_000}
_HUNDRED, _TEN = 100, 10


def other_numeral(number: str) -> str:
    """Return a number below 100 in 汉字 for digits, or the digits of a numeral; empty if there is none."""
    if number.isdigit() and number.isascii():
        return _written(int(number)) if len(number) <= 2 else ""
    value = _value(number)
    return "" if value is None else str(value)


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
