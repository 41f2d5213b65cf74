"""Settings of all tests: no real display, no real data folder, and no unexpected warning."""

import gc
import logging
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

# Before Qt is imported; a test that needs a real display starts one (tests/desktop_rig.py) and runs the
# program as a separate process.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["LC_ALL"] = "C.UTF-8"
# No test writes to the keyring of whoever runs it; a test that shall asks for it by this variable.
os.environ.setdefault("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
for name in ("QUICKDESK_HOME", "DISPLAY", "WAYLAND_DISPLAY"):
    os.environ.pop(name, None)

# Thousands of syncs cost nothing in memory, which is used if there is room for all data folders of the tests.
_MEMORY = Path("/dev/shm")
_ROOM = 4 << 30
if _MEMORY.is_dir() and shutil.disk_usage(_MEMORY).free > _ROOM:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_MEMORY))

from hypothesis import HealthCheck, settings  # noqa: E402 - the platform must be chosen first

settings.register_profile(
    "quick", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))


@pytest.fixture(autouse=True)
def no_unexpected_warnings(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test whose code logged an unexpected warning or error.

    A test that expects one takes ``caplog`` and calls ``caplog.clear()`` after checking it.
    """
    yield
    loud = [
        record
        for record in caplog.get_records("call")
        if record.levelno >= logging.WARNING and record.name.startswith("quickdesk")
    ]
    if loud:
        pytest.fail("unexpected log records: " + "; ".join(record.getMessage() for record in loud))


def pytest_collection_finish() -> None:
    """Exclude the collected tests from later garbage collections, which take long with so many objects."""
    gc.collect()
    gc.freeze()
