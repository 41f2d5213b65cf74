"""Messages that only greet: they ask for nothing, and are answered with a greeting.

What is looked for then is the greeting itself and others that say as much, so that 你好 finds 您好.
"""

import re

_HELLO = ("您好", "你好", "问候")
_THERE = ("在吗", "我在", "问候")
_ENGLISH = ("hello", "hi", *_HELLO)
_KINDS = (
    (
        re.compile(r"在[吗么嘛不呢的]|在不在|[有没]人|^[^\u3400-\u9fff]*在[^\u3400-\u9fff]*$|客服呢|人呢"),
        _THERE,
    ),
    (re.compile(r"[您你]好|[早午晚]上好|[上中下]午好|早安|晚安|早$|哈[喽啰]|嗨"), _HELLO),
    (re.compile(r"\b(?:hello|hi|hey)\b"), _ENGLISH),
)
_GREETS = re.compile(
    r"(?>在不在|有没有人|有人|没人|人呢|在|[您你]们?好|[早晚]上好|[上中下]午好|早安|晚安|早|哈[喽啰]|嗨|请问"
    r"|hello|hi|hey|there|亲爱的|亲|老板|店家|店主|掌柜|客服|小姐姐|美女|帅哥|[吗么嘛不呢的啊呀哦哈吧啦了]"
    r"|[^\w]|_)++"  # without a way back: else it would try every way to part 在不在在不在
)


def greeting(folded: str) -> tuple[str, ...]:
    """Return what to look for where a folded message does nothing but greet; else nothing."""
    if not _GREETS.fullmatch(folded):
        return ()
    found = [piece for said, looked_for in _KINDS if said.search(folded) for piece in looked_for]
    return tuple(dict.fromkeys(found))
