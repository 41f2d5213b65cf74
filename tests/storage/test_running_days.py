"""The count of running days outlives the program, and a document that is none begins a new count."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from quickdesk.replies.running_days import RunningDays
from quickdesk.storage.journal.record import put
from quickdesk.storage.open import open_stores
from quickdesk.storage.running_days import RUNNING_DAYS, StoredDays
from quickdesk.storage.settings_store import SETTINGS
from tests.fakes.disk import MemoryDisk
from tests.fakes.engine import commit, engine_of, settled

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
DAY = timedelta(days=1)
DOCUMENT = {
    "number": 3,
    "last": NOON.isoformat(),
    "uptime": 7,
    "elapsed": 2.5,
    "restarted": True,
    "dates": ["2026-11-21", "2026-11-22"],
    "jump": [NOON.isoformat(), NOON.isoformat(), 2],
}


def test_it_is_the_same_after_a_restart(tmp_path: Path) -> None:
    with open_stores(tmp_path) as stores:
        assert stores.days().days() == RunningDays()
        looks = [stores.days().update(NOON + step, 100.0) for step in (0 * DAY, 400 * DAY, 401 * DAY)]
    with open_stores(tmp_path) as stores:
        assert stores.days().days() == looks[-1]
        assert looks[-1].jump is not None
        assert stores.days().update(NOON + 402 * DAY, 50.0).number == 2
        assert stores.report.is_first_start, "a count is no reply"


def stored_days(document: object) -> StoredDays:
    engine = engine_of(settled(MemoryDisk(), SETTINGS))
    commit(engine, [put(RUNNING_DAYS, "1", document)])
    return StoredDays(engine)


def test_a_document_is_read() -> None:
    assert stored_days(DOCUMENT).days().number == 3
    assert stored_days({**DOCUMENT, "jump": None}).days().number == 3


@pytest.mark.parametrize(
    "changes",
    [
        {"number": -1},
        {"number": True},
        {"number": "3"},
        {"last": "2026-11-22T12:00:00"},
        {"last": None},
        {"uptime": None},
        {"elapsed": "x"},
        {"dates": ["x"]},
        {"dates": 5},
        {"jump": [NOON.isoformat()]},
        {"jump": 7},
    ],
)
def test_a_document_that_is_none_begins_a_new_count(changes: dict[str, object]) -> None:
    days = stored_days({**DOCUMENT, **changes})
    assert days.days() == RunningDays()
    assert days.update(NOON, 5.0).number == 1
    assert days.days().number == 1


def test_for_reading_only_the_count_is_looked_at_and_not_kept(tmp_path: Path) -> None:
    with open_stores(tmp_path) as stores:
        stores.days().update(NOON, 1.0)
    with open_stores(tmp_path, read_only=True) as stores:
        assert stores.days().update(NOON + 5 * DAY, 1.0).has_jumped
        assert not stores.days().days().has_jumped
