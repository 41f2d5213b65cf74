"""Fixtures for the tests of windows."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from quickdesk.ui.theme import Theme, apply
from quickdesk.ui.theme_sheet import style_sheet
from quickdesk.ui.tokens import LIGHT
from tests.ui.hits import Hits


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Ignore the warning of the offscreen platform that it cannot raise windows."""
    for item in items:
        if "/tests/ui/" in item.path.as_posix():
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))


@pytest.fixture(autouse=True)
def no_window_is_left(qapp: QApplication) -> Iterator[None]:
    """Delete the windows of a test before the next one: qtbot only schedules their deletion."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert [window for window in qapp.topLevelWidgets() if window.isVisible()] == []


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    theme = Theme(LIGHT)
    if qapp.styleSheet() != style_sheet(theme.tokens, theme.px):  # else polishing all again is slow
        apply(qapp, theme)
    return theme


@pytest.fixture
def hits() -> Hits:
    return Hits()
