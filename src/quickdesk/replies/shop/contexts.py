"""The words around a field of a reply: they show in what form its value is wanted, such as without a unit."""

import re
from typing import Final

from quickdesk.replies.facts import fact_key
from quickdesk.replies.template import Field, TemplateError, Text, parse

_STOPS: Final = re.compile(r"[\n。，！？；：、,.!?;:]")


def words_around(body: str, name: str) -> tuple[str, str]:
    """Return the words before and after the first field whose name is this fact's.

    They reach to the nearest stop, line break or other field; they are empty without such a field, and in a
    reply that cannot be parsed.
    """
    try:
        parts = parse(body).parts
    except TemplateError:
        return "", ""
    key = fact_key(name)
    for at, part in enumerate(parts):
        if isinstance(part, Field) and fact_key(part.name) == key:
            before, after = parts[at - 1] if at else None, parts[at + 1] if at + 1 < len(parts) else None
            return (
                _STOPS.split(before.text)[-1].lstrip() if isinstance(before, Text) else "",
                _STOPS.split(after.text)[0].rstrip() if isinstance(after, Text) else "",
            )
    return "", ""
