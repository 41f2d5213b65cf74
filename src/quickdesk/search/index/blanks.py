"""Whether a reply needs something of this buyer before it can be sent."""

import re
from functools import lru_cache

from quickdesk.replies.shop.names import is_fact_name
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.special import special_kind

BLANK_PENALTY = 8
"""What such a reply loses, as much as for eight characters of its title: of replies that match alike, the one
that asks for something comes before the one that needs it."""
_BLANK = re.compile(r"(?<!\{)\{(?!\{)([^{}:：|｜\n\r]++)\}")


def blank_penalty(snippet: Snippet) -> int:
    """Return BLANK_PENALTY if a field has to be filled in that has no default and is no fact, else 0."""
    body = snippet.body
    is_blank = "{" in body and any(map(_is_asked, map(str.strip, _BLANK.findall(body))))
    return BLANK_PENALTY if is_blank else 0


@lru_cache(4096)
def _is_asked(name: str) -> bool:
    return special_kind(name) is None and not is_fact_name(name)
