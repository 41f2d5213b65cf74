from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from quickdesk.settings.settings import PinyinPair
from quickdesk.ui.settings.pinyin_pair_boxes import PinyinPairBoxes
from quickdesk.ui.theme import Theme
from quickdesk.ui.tokens import LIGHT


def test_each_pair_has_a_box_and_a_click_emits_all_ticked_pairs(qtbot: QtBot) -> None:
    boxes = PinyinPairBoxes(Theme(LIGHT))
    boxes.set_value({PinyinPair.N_L})
    qtbot.addWidget(boxes)
    heard: list[frozenset[PinyinPair]] = []
    boxes.chosen.connect(heard.append)
    found = {box.text(): box for box in boxes.findChildren(QCheckBox)}
    assert len(found) == len(PinyinPair)
    assert [text for text, box in found.items() if box.isChecked()] == ["n / l"]
    found["z / zh"].click()
    found["n / l"].click()
    assert heard == [frozenset({PinyinPair.N_L, PinyinPair.Z_ZH}), frozenset({PinyinPair.Z_ZH})]
    assert boxes.ticked == heard[-1]
    assert all(box.accessibleName() for box in found.values())
