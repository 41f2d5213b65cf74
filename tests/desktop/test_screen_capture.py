"""Hiding from screen capture does no harm where the system cannot do it."""

import sys

import pytest

from quickdesk.desktop.screen_capture import hide_from_capture


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="the system can do it")
def test_where_the_system_cannot_nothing_is_claimed() -> None:
    assert not hide_from_capture(0)
