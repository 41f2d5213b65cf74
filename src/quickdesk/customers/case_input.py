"""Days, promises and lists of a case as people type them: 明天, +3, 18, 12-31."""

import re
import unicodedata
from datetime import date, datetime, time, timedelta
from typing import Final

from quickdesk.replies.facts import day_of
from quickdesk.text.folding import fold

_WORDS: Final = {"今天": 0, "今": 0, "today": 0, "明天": 1, "明": 1, "tomorrow": 1, "后天": 2, "大后天": 3}
_LATER: Final = re.compile(r"\+\s*(\d{1,3})|(\d{1,3})\s*(?:天|日)\s*(?:后|内)?|in (\d{1,3}) days?")
_TIME: Final = re.compile(
    r"(?:(今天|今|明天|明|后天|today|tomorrow)\s*)?(\d{1,2})(?:\s*[:点]\s*(\d{2})?)?\s*(?:前|之前)?"
)
_SEPARATORS: Final = re.compile(r"[,，、;；\n]+")


def next_day(text: str, today: date) -> date | None:
    """Read a day: 明天, +3, 3天后 or a date; None if there is none. Raises ValueError."""
    written = fold(unicodedata.normalize("NFKC", text)).strip()
    if written in _WORDS:
        return today + timedelta(days=_WORDS[written])
    match = _LATER.fullmatch(written)
    if match is not None:
        return today + timedelta(days=int(next(filter(None, match.groups()), "0")))
    return day_of(text, today)


def promised(text: str, now: datetime) -> datetime | None:
    """Return the time of a promise such as 18, 18:30 or 明天10点; None if the text is anything else.

    A time without a day is the next one.
    """
    match = _TIME.fullmatch(fold(unicodedata.normalize("NFKC", text)).strip())
    if match is None:
        return None
    word, hour, minute = match.groups()
    if int(hour) > 23 or int(minute or 0) > 59:
        return None
    day = now.date() + timedelta(days=_WORDS[word] if word else 0)
    at = datetime.combine(day, time(int(hour), int(minute or 0)), now.tzinfo)
    return at + timedelta(days=1) if at <= now and not word else at


def listed(text: str) -> tuple[str, ...]:
    """Return the parts of a list such as 照片、视频, each once."""
    parts = (part.strip() for part in _SEPARATORS.split(text))
    return tuple(dict.fromkeys(filter(None, parts)))
