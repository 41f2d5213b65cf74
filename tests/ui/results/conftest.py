import pytest
from PySide6.QtWidgets import QApplication

from quickdesk.ui.results.text_style import LineStyles
from tests.ui.results.drawn import row_styles


@pytest.fixture
def styles(qapp: QApplication) -> LineStyles:
    return row_styles()
