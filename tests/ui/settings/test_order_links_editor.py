"""The editor of the links to orders."""

from collections.abc import Mapping

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from quickdesk.ui.settings.order_links_editor import OrderLinksEditor
from quickdesk.ui.theme import Theme

LINK = "https://example.com/?id={订单号}"


@pytest.fixture
def editor(qtbot: QtBot, theme: Theme) -> OrderLinksEditor:
    editor = OrderLinksEditor(theme)
    qtbot.addWidget(editor)
    editor.set_value({"淘宝": LINK})
    editor.show()
    return editor


def _lines(editor: OrderLinksEditor) -> list[QLineEdit]:
    return [each for each in editor.findChildren(QLineEdit) if each.isVisible()]


def _add(editor: OrderLinksEditor) -> None:
    (button,) = [each for each in editor.findChildren(QPushButton) if each.text() == "Add a link"]
    button.click()


def test_a_link_is_added_when_it_is_complete(editor: OrderLinksEditor) -> None:
    chosen: list[Mapping[str, str]] = []
    editor.chosen.connect(chosen.append)
    _add(editor)
    platform, template = _lines(editor)[-2:]
    platform.setText("京东")
    platform.editingFinished.emit()
    assert chosen == []
    template.setText("https://example.com/j?id={订单号}")
    template.editingFinished.emit()
    assert dict(chosen[-1]) == {"淘宝": LINK, "京东": "https://example.com/j?id={订单号}"}


def test_what_is_no_address_is_named_and_not_used(editor: OrderLinksEditor) -> None:
    chosen: list[Mapping[str, str]] = []
    editor.chosen.connect(chosen.append)
    _lines(editor)[1].setText("http://example.com")
    _lines(editor)[1].editingFinished.emit()
    assert dict(chosen[-1]) == {}
    shown = [each.text() for each in editor.findChildren(QLabel) if each.isVisible()]
    assert shown
    assert "https://" in shown[0]
