"""What the tests of the tray program share."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quickdesk.app.process.garbage import GarbageCollection
from quickdesk.ui.theme import Theme
from quickdesk.ui.tokens import LIGHT
from tests.app.rig import Rig


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform says of each window that it cannot be raised; ignore that."""
    for item in items:
        if "/tests/app/" in item.path.as_posix():
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support|systemTrayWindowChanged"))


@pytest.fixture(autouse=True)
def garbage(qapp: QApplication) -> Iterator[None]:
    """As in the program: no worker's thread ends a window."""
    collection = GarbageCollection()
    yield
    collection.collect_what_is_due()
    collection.close()


@pytest.fixture
def theme() -> Theme:
    return Theme(LIGHT)


@pytest.fixture
def rig(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Rig]:
    """The whole tray program on a real data folder, with a fake keyboard and fake chat window."""
    made = Rig(qtbot, qapp, tmp_path)
    made.session.start()
    yield made
    made.close()
