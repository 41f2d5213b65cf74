from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from quickdesk.settings.settings import SoundPair
from quickdesk.ui.settings.sound_boxes import SoundBoxes
from quickdesk.ui.theme import Theme
from quickdesk.ui.tokens import LIGHT


def test_each_pair_has_a_box_and_a_click_emits_all_ticked_pairs(qtbot: QtBot) -> None:
    boxes = SoundBoxes(frozenset({SoundPair.N_L}), Theme(LIGHT))
    qtbot.addWidget(boxes)
    heard: list[frozenset[SoundPair]] = []
    boxes.changed.connect(heard.append)
    found = {box.text(): box for box in boxes.findChildren(QCheckBox)}
    assert len(found) == len(SoundPair)
    assert [text for text, box in found.items() if box.isChecked()] == ["n / l"]
    found["z / zh"].click()
    found["n / l"].click()
    assert heard == [frozenset({SoundPair.N_L, SoundPair.Z_ZH}), frozenset({SoundPair.Z_ZH})]
    assert boxes.ticked == heard[-1]
    assert all(box.accessibleName() for box in found.values())
