"""The real time and real random ids: the outside world, which both halls hand on as arguments."""

import secrets
import time
from datetime import datetime

_COUNTER = getattr(time, "CLOCK_BOOTTIME", None)
"""Linux has a counter of its own that includes sleep."""


class SystemClock:
    """Tells the machine's time in the agent's time zone."""

    def now(self) -> datetime:
        """Return the present moment."""
        return datetime.now().astimezone()  # noqa: TID251 - this is the one clock

    def uptime(self) -> float:
        """Return the seconds since the computer was started."""
        return time.monotonic() if _COUNTER is None else time.clock_gettime(_COUNTER)


def random_id() -> str:
    """Return 20 random hexadecimal digits: 80 bits, so that two never meet."""
    return secrets.token_hex(10)
