"""The terms by which messages are compared: 汉字, pairs of them, Latin words and numbers."""

import re
from collections.abc import Iterator

from quickdesk.search.related.asked import asked

MAX_TERMS = 400
"""Further terms of a longer message are ignored."""

_RUN = re.compile(r"[a-z0-9]+|[\u3400-\u9fff]+")
_FIELD = re.compile(r"\{[^{}]*\}")
_STOP_WORDS = re.compile(
    "你好|您好|在吗|在不在|请问|麻烦|谢谢|亲亲?|哈喽|哦|啊|呀|呢|吧|啦|嘛|哈|么|吗|了|的|我|你|您|是|就|都|也|给|想|要|个|下|这"
)


def terms(text: str) -> list[str]:
    """Return the terms of a text in order, with repetitions."""
    words = asked(_FIELD.sub(" ", text))
    said = " ".join(words.words)
    return list(_terms(said if words.is_greeting else _STOP_WORDS.sub(" ", said)))[:MAX_TERMS]


def _terms(said: str) -> Iterator[str]:
    for run in _RUN.findall(said):
        if run[0] <= "z":
            yield run
        else:
            yield from run
            yield from (run[at : at + 2] for at in range(len(run) - 1))
