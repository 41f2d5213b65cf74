import pytest
from PySide6.QtWidgets import QApplication

from quickdesk.ui.results.ink import LineLook
from tests.ui.results.drawn import row_look


@pytest.fixture
def look(qapp: QApplication) -> LineLook:
    return row_look()
