"""The words of a query or message that say what is asked.

A message that is only a greeting is replaced by the keywords of greetings, so that 你好 finds 您好. Order and
phone numbers are left out with their labels, and in English text the function words.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quickdesk.search.pinyin_segmentation import LETTERS, syllable_split
from quickdesk.search.query import folded_words
from quickdesk.search.related.word_forms import FUNCTION_WORDS, SINGLE_LETTERS
from quickdesk.text.folding import fold, searchable

MAX_LENGTH = 1000
"""Characters of a message that are read; a longer one says what it is about before."""
_CHINESE = re.compile(r"[\u3400-\u9fff]")
_APOSTROPHE = re.compile(r"['’]")
_ORDER_NUMBER = re.compile(r"[a-z]{0,3}\d{5,}|\*{3,}")
"""This many consecutive digits are an order or parcel number, which no reply contains."""
_LABELLED_NUMBER = re.compile(
    r"(?:订单|运单|快递单|单|电话|手机|联系方式)(?:编号|号码|号)?[ :：,，是为]{0,3}[0-9*][0-9* \-]{6,}"
)
"""A labelled number is left out, if the message says something else: 还没到，电话138…"""
_MIN_CHINESE = 6
"""Chinese characters that must be left for a labelled number to be left out."""

_HELLO = ("您好", "你好", "问候")
_PRESENCE = ("在吗", "我在", "问候")
_ENGLISH = ("hello", "hi", *_HELLO)
_GREETING_KEYWORDS = (
    (
        re.compile(r"在[吗么嘛不呢的]|在不在|[有没]人|^[^\u3400-\u9fff]*在[^\u3400-\u9fff]*$|客服呢|人呢"),
        _PRESENCE,
    ),
    (re.compile(r"[您你]好|[早午晚]上好|[上中下]午好|早安|晚安|早$|哈[喽啰]|嗨"), _HELLO),
    (re.compile(r"\b(?:hello|hi|hey)\b"), _ENGLISH),
)
_ONLY_GREETING = re.compile(
    r"(?>在不在|有没有人|有人|没人|人呢|在|[您你]们?好|[早晚]上好|[上中下]午好|早安|晚安|早|哈[喽啰]|嗨|请问"
    r"|hello|hi|hey|there|亲爱的|亲|老板|店家|店主|掌柜|客服|小姐姐|美女|帅哥|[吗么嘛不呢的啊呀哦哈吧啦了]"
    r"|[^\w]|_)++"  # possessive: backtracking would try every split of 在不在在不在
)


@dataclass(frozen=True, slots=True)
class Asked:
    """The folded words that say what is asked; English ones are no pinyin."""

    words: tuple[str, ...]
    is_english: bool = False
    is_greeting: bool = False
    """The words stand for a mere greeting."""


NOTHING_ASKED = Asked(())


def asked(text: str) -> Asked:
    """Return what a query or message asks; only MAX_LENGTH characters are read."""
    folded = fold(searchable(text[:MAX_LENGTH]))
    keywords = greeting(folded)
    if keywords:
        return Asked(keywords, is_greeting=True)
    words = folded_words(_without_numbers(folded))
    if _CHINESE.search(folded) or not _is_english(words):
        return Asked(tuple(words))
    parts = (part for word in words for part in _APOSTROPHE.split(word))
    without = (word for word in parts if word and word not in FUNCTION_WORDS | SINGLE_LETTERS)
    return Asked(tuple(without), is_english=True)


def greeting(folded: str) -> tuple[str, ...]:
    """Return the keywords of greetings if a folded message is only a greeting, else an empty tuple."""
    if not _ONLY_GREETING.fullmatch(folded):
        return ()
    found = [term for pattern, keywords in _GREETING_KEYWORDS if pattern.search(folded) for term in keywords]
    return tuple(dict.fromkeys(found))


def _without_numbers(folded: str) -> str:
    rest = _LABELLED_NUMBER.sub(" ", folded)
    rest = rest if len(_CHINESE.findall(rest)) >= _MIN_CHINESE else folded
    return _ORDER_NUMBER.sub(" ", rest)


def _is_english(words: Sequence[str]) -> bool:
    """Return whether words without 汉字 are English, not pinyin."""
    latin = [word for word in words if LETTERS.issuperset(word)]
    english = sum(word in FUNCTION_WORDS or syllable_split(word) is None for word in latin)
    return len(latin) > 1 and 2 * english > len(latin)
