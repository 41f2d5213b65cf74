"""How often a regular expression repeats something at least, whatever the title.

The time limit of the package ``regex`` is not looked at while nothing is repeated: ``(((x?){9999}){9999})``
takes all memory of the computer on an empty title. So expressions with such counts are refused.
"""

import re
from typing import Final

MOST_STEPS: Final = 10_000
"""More than any title needs, and some milliseconds and megabytes at most."""

_COUNT: Final = re.compile(r"\{(\d*)(?:(,)(\d*))?\}")
_CALL: Final = re.compile(r"\(\?(?:R|[+-]?\d+|&\w+|P>\w+)\)")
_CLASS: Final = re.compile(r"\[\^?\]?(?:\\.|\[:\^?\w+:\]|[^\]\\])*\]", re.DOTALL)


def has_too_many_steps(pattern: str) -> bool:
    """Return whether counts such as ``{99}``, one within the other, make more than MOST_STEPS steps.

    A part that calls another one counts as MOST_STEPS, because what it takes is not known.
    """
    totals, last, at = [0], 0, 0
    while at < len(pattern):
        char = pattern[at]
        if found := _CALL.match(pattern, at):
            totals[-1] += (last := MOST_STEPS)
        elif char == "(":
            totals.append(0)
        elif char == ")" and len(totals) > 1:
            last = max(totals.pop(), 1)
            totals[-1] += last
        elif found := _COUNT.match(pattern, at):
            times = max((int(each) for each in (found[1], found[3]) if each), default=1)
            totals[-1] += last * (max(times, 1) - 1)
            last *= max(times, 1)
        elif (found := _CLASS.match(pattern, at)) or char not in "*+?":
            totals[-1] += (last := 1)
        at = found.end() if found else at + (2 if char == "\\" else 1)
        if sum(totals) > MOST_STEPS:
            return True
    return False
