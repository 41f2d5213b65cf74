"""The words around a field of a reply: they show in what form its value is wanted, such as without a unit."""

import re
from typing import Final

from quickdesk.replies.facts import fact_key
from quickdesk.replies.template import Field, Template, TemplateError, Text, parse

_STOPS: Final = re.compile(r"[\n。，！？；：、,.!?;:]")
_NUMERALS: Final = "零〇一二两兩三四五六七八九十百千万萬半几幾"
_AMOUNT: Final = re.compile(rf"[\d{_NUMERALS}]\s*([^\W\d_{_NUMERALS}]{{1,8}}|[%％])$")
"""The end of a value that is a number with its unit."""


def words_around(body: str, name: str) -> tuple[str, str]:
    """Return the words before and after the first field whose name is this fact's.

    They reach to the nearest stop, line break or other field; they are empty without such a field, and in a
    reply that cannot be parsed.
    """
    try:
        return words_in(parse(body), name)
    except TemplateError:
        return "", ""


def words_in(template: Template, name: str) -> tuple[str, str]:
    """Return the same for a body that is parsed already."""
    parts, key = template.parts, fact_key(name)
    for at, part in enumerate(parts):
        if isinstance(part, Field) and fact_key(part.name) == key:
            before, after = parts[at - 1] if at else None, parts[at + 1] if at + 1 < len(parts) else None
            return (
                _STOPS.split(before.text)[-1].lstrip() if isinstance(before, Text) else "",
                _STOPS.split(after.text)[0].rstrip() if isinstance(after, Text) else "",
            )
    return "", ""


def ends_with_unit(value: str) -> bool:
    """Return whether a value is a number with a unit, such as 7天."""
    return _AMOUNT.search(value.strip()) is not None


def doubled_unit(value: str, after: str) -> str:
    """Return the unit at the end of a value that stands after its field too, empty if there is none.

    It is 天 for the value 7天 before the words 天无理由退货.
    """
    amount = _AMOUNT.search(value.strip())
    if amount is None or not after.lstrip().casefold().startswith(amount[1].casefold()):
        return ""
    return amount[1]
