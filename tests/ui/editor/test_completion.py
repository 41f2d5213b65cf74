import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from quickdesk.ui.editor.completion import PartCompleter

IN_USE = ["售后/退货", "售前", "物流", "VIP", "售后"]


@pytest.fixture
def completer(qtbot: QtBot) -> PartCompleter:
    line = QLineEdit()
    qtbot.addWidget(line)
    made = PartCompleter(line)
    made.set_known(IN_USE)
    return made


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("售", ["售后/退货", "售前", "售后"]),
        ("shou", ["售后/退货", "售前", "售后"]),
        ("sh", ["售后/退货", "售前", "售后"]),
        ("sq", ["售前"]),
        ("th", ["售后/退货"]),
        ("tuihuo", ["售后/退货"]),
        ("货", ["售后/退货"]),
        ("流", ["物流"]),
        ("vip", []),
        ("VI", ["VIP"]),
        ("售后", ["售后/退货"]),
        ("", []),
        ("  ", []),
        ("没有", []),
    ],
)
def test_text_pinyin_and_initials_find_what_is_in_use(
    completer: PartCompleter, typed: str, found: list[str]
) -> None:
    assert completer.matches(typed) == found


def test_very_many_texts_in_use_are_cut(completer: PartCompleter) -> None:
    completer.set_known([f"标签{number}" for number in range(100_000)])
    assert completer.matches("bq") == [f"标签{number}" for number in range(9)]
    assert completer.matches("标签99999") == []
