"""Which backups are kept: the newest of each hour for a day, of each day for two weeks, and the newest."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import PurePath

_FORM = "quickdesk-%Y%m%dT%H%M%SZ.zip"
_HOURLY_FOR = timedelta(days=1)
_DAILY_FOR = timedelta(days=14)


def name_of(moment: datetime) -> str:
    """Return the name of the backup of a moment."""
    return moment.astimezone(UTC).strftime(_FORM)


def moment_of(name: str) -> datetime | None:
    """Return the moment of a backup by its name; None for a file that is none of ours."""
    try:
        moment = datetime.strptime(PurePath(name).name, _FORM).replace(tzinfo=UTC)
    except ValueError:
        return None
    return moment if name_of(moment) == name else None


def newest(names: Iterable[str]) -> str | None:
    """Return the name of the newest backup."""
    return max((name for name in names if moment_of(name) is not None), default=None)


def to_delete(names: Iterable[str], now: datetime) -> list[str]:
    """Return the backups that are not kept any more; those of the future are: clocks go wrong."""
    moments = sorted(((moment, name) for name in names if (moment := moment_of(name))), reverse=True)
    kept: set[object] = set()
    surplus = []
    for number, (moment, name) in enumerate(moments):
        place = _place(moment, now)
        if number and (place is None or place in kept):
            surplus.append(name)
        kept.add(place)
    return surplus


def _place(moment: datetime, now: datetime) -> object | None:
    """Return what of a kind is kept once: an hour, a day; None for what is too old."""
    age = now - moment
    if age < timedelta():
        return moment
    if age < _HOURLY_FOR:
        return moment.replace(minute=0, second=0)
    return moment.date() if age < _DAILY_FOR else None
