"""A check box is visible in every theme, ticked or not."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from quickdesk.ui.settings.tick_box import TickBox
from quickdesk.ui.theme import Theme, contrast
from quickdesk.ui.tokens import DARK, HIGH_CONTRAST, LIGHT, Role, Tokens


def picture(box: TickBox, theme: Theme) -> QImage:
    image = QImage(box.size(), QImage.Format.Format_RGB32)
    image.fill(theme.color(Role.WINDOW))
    box.render(image)
    return image


@pytest.mark.parametrize("tokens", [LIGHT, DARK, HIGH_CONTRAST])
@pytest.mark.parametrize("is_ticked", [False, True])
def test_its_outline_has_enough_contrast(qtbot: QtBot, tokens: Tokens, *, is_ticked: bool) -> None:
    theme = Theme(tokens)
    box = TickBox(theme, "z / zh")
    qtbot.addWidget(box)
    box.setChecked(is_ticked)
    box.resize(box.sizeHint())
    image = picture(box, theme)
    edge = QColor(image.pixel(0, image.height() // 2)).name()
    assert contrast(edge, theme.color(Role.WINDOW).name()) >= 3


def test_a_tick_is_visible_and_a_click_anywhere_clears_it(qtbot: QtBot) -> None:
    theme = Theme(LIGHT)
    box = TickBox(theme, "n / l")
    qtbot.addWidget(box)
    box.resize(box.sizeHint())
    empty = picture(box, theme)
    box.show()
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().bottomRight() / 2)
    assert box.isChecked()
    assert picture(box, theme) != empty
