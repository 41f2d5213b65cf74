"""Splitting a text into terms: 汉字 unigrams and bigrams, Latin words and numbers.

Greetings, particles, English function words, order numbers and the fields of templates are stop words. A
message that is only a greeting is replaced by the keywords of greetings, so that 你好 finds 您好.
"""

import re

from quickdesk.search.suggest.word_forms import FUNCTION_WORDS, SINGLE_LETTERS
from quickdesk.text.folding import fold, searchable

MAX_TERMS = 400
"""Further terms of a longer message are ignored."""

_RUN = re.compile(r"[a-z0-9]+|[\u3400-\u9fff]+")
_CHINESE = re.compile(r"[\u3400-\u9fff]")
_ORDER_NUMBER = re.compile(r"\d{5}")
"""This many consecutive digits are an order or parcel number, which no reply contains."""
_LABELLED_NUMBER = re.compile(
    r"(?:订单|运单|快递单|单|电话|手机|联系方式)(?:编号|号码|号)?[ :：,，是为]{0,3}[0-9*][0-9* \-]{6,}"
)
"""A labelled number is a stop word too, if the message says something else: 还没到，电话138…"""
_MIN_CHINESE = 6
"""Chinese characters that must be left for a labelled number to be a stop word."""
_FIELD = re.compile(r"\{[^{}]*\}")
_STOP_WORDS = re.compile(
    "你好|您好|在吗|在不在|请问|麻烦|谢谢|亲亲?|哈喽|哦|啊|呀|呢|吧|啦|嘛|哈|么|吗|了|的|我|你|您|是|就|都|也|给|想|要|个|下|这"
)

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


def terms(text: str) -> list[str]:
    """Return the terms of a text in order, with repetitions."""
    folded = _without_numbers(fold(searchable(_FIELD.sub(" ", text))))
    found: list[str] = list(greeting(folded))
    stop_words = FUNCTION_WORDS if _CHINESE.search(folded) else FUNCTION_WORDS | SINGLE_LETTERS
    for run in () if found else _RUN.findall(_STOP_WORDS.sub(" ", folded)):
        if run[0] <= "z":
            if run not in stop_words and not _ORDER_NUMBER.search(run):
                found.append(run)
        else:
            found.extend(run)
            found.extend(run[at : at + 2] for at in range(len(run) - 1))
        if len(found) >= MAX_TERMS:
            break
    return found[:MAX_TERMS]


def greeting(folded: str) -> tuple[str, ...]:
    """Return the keywords of greetings if a folded message is only a greeting, else an empty tuple."""
    if not _ONLY_GREETING.fullmatch(folded):
        return ()
    found = [term for pattern, keywords in _GREETING_KEYWORDS if pattern.search(folded) for term in keywords]
    return tuple(dict.fromkeys(found))


def _without_numbers(folded: str) -> str:
    rest = _LABELLED_NUMBER.sub(" ", folded)
    return rest if len(_CHINESE.findall(_STOP_WORDS.sub("", rest))) >= _MIN_CHINESE else folded
