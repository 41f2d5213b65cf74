"""Several texts in one cell: the tags and the asks of a reply.

=====  ===========================================================================================
tags   separated by ``,`` ``;`` ``、`` ``|`` (full-width too) or a line break
asks   separated by ``;`` (full-width too), ``|`` or a line break, because an ask may contain commas;
       if a cell of another program has none of these, by commas and ``、``
=====  ===========================================================================================

A backslash keeps the next character in the text. Cells of our own export are separated by ``;``.
"""

import re
from collections.abc import Callable, Iterable

from quickdesk.replies import asks

_COMMAS = ",，、"
_SEPARATORS = {"tags": asks.SEPARATORS + _COMMAS, "asks": asks.SEPARATORS}


def join_texts(field: str, texts: Iterable[str]) -> str:
    """Return the cell of a field with these texts."""
    separator = re.compile(rf"[{re.escape(_SEPARATORS[field])}\\]")
    return ";".join(separator.sub(r"\\\g<0>", text) for text in texts)


def split_texts(
    field: str, cell: str, on_one_line: Callable[[str], str], *, is_own: bool = False
) -> tuple[str, ...]:
    """Return the distinct texts of a cell, each cleaned up by ``on_one_line``, without blank ones."""
    separators = _SEPARATORS[field]
    if not is_own and not set(separators) & set(cell):
        separators += _COMMAS
    texts = re.findall(rf"(?:\\.|[^{re.escape(separators)}\\])+", cell)
    found = (on_one_line(re.sub(r"\\(.)", r"\1", text)) for text in texts)
    return tuple(dict.fromkeys(text for text in found if text))
