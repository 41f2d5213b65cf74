"""What the tests of windows share."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from quickdesk.ui.theme import Theme, apply
from quickdesk.ui.theme_sheet import style_sheet
from quickdesk.ui.tokens import LIGHT
from tests.ui.hits import Hits


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform says of each window that it cannot be raised; that is no fault of ours."""
    for item in items:
        if "/tests/ui/" in item.path.as_posix():
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))


@pytest.fixture(autouse=True)
def no_window_is_left(qapp: QApplication) -> Iterator[None]:
    """End the windows a test gave to qtbot, which only puts them on the list, before the next test begins."""
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
