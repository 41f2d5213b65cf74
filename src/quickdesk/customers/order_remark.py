"""The remark that shops write at an order (订单备注): date, agent code and reason on one line."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from quickdesk.settings.settings import DEFAULT_ORDER_REMARK

DEFAULT_FORMAT: Final = DEFAULT_ORDER_REMARK

_PLACEHOLDER: Final = re.compile(r"\{([^{}]*)\}")
_NAMES: Final = {
    "日期": "date",
    "date": "date",
    "时间": "time",
    "時間": "time",
    "time": "time",
    "工号": "agent",
    "工號": "agent",
    "agent": "agent",
    "事由": "reason",
    "reason": "reason",
    "订单号": "order",
    "訂單號": "order",
    "order": "order",
}


@dataclass(frozen=True, slots=True)
class RemarkParts:
    """What a remark is made of; ``agent`` is the code or the name of the agent, empty if it is not known."""

    at: datetime
    reason: str
    agent: str = ""
    order_number: str = ""


def is_remark_format(text: str) -> bool:
    """Return whether a text is a format: on one line, with the reason, and with no unknown name in braces."""
    names = [_NAMES.get(name.strip().lower()) for name in _PLACEHOLDER.findall(text)]
    rest = _PLACEHOLDER.sub("", text)
    return "reason" in names and None not in names and not set("{}\r\n") & set(rest)


def order_remark(parts: RemarkParts, remark_format: str = DEFAULT_FORMAT) -> str:
    """Return the remark on one line; a format that is not valid is replaced by the default."""
    if not is_remark_format(remark_format):
        remark_format = DEFAULT_FORMAT
    values = {
        "date": f"{parts.at:%Y-%m-%d}",
        "time": f"{parts.at:%H:%M}",
        "agent": parts.agent,
        "reason": parts.reason,
        "order": parts.order_number,
    }
    # Replaced in one pass: braces in a value stay as they are.
    text = _PLACEHOLDER.sub(lambda match: values[_NAMES[match[1].strip().lower()]], remark_format)
    return " ".join(text.split())
