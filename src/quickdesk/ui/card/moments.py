"""Times as lists show them, in digits only, so that they are the same in every language."""

from datetime import datetime


def short_moment(at: datetime, now: datetime) -> str:
    """Return the time if it is today, the day of this year, or the date; in the time zone of ``now``."""
    local = at.astimezone(now.tzinfo)
    if local.date() == now.date():
        return f"{local:%H:%M}"
    return f"{local:%m-%d}" if local.year == now.year else f"{local:%Y-%m-%d}"


def full_moment(at: datetime, now: datetime) -> str:
    """Return the date and the time, without the year if it is this one."""
    local = at.astimezone(now.tzinfo)
    return f"{local:%m-%d %H:%M}" if local.year == now.year else f"{local:%Y-%m-%d %H:%M}"
