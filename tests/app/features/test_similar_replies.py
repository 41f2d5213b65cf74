"""A query that only similar replies follow has found nothing: `review` keeps it as such."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quickdesk.insights.dead_search import Ending
from tests.app.rig import Rig


def type_unknown(rig: Rig) -> None:
    hits = rig.finder.find("退款发票")
    assert hits
    assert all(hit.is_related for hit in hits), "the case: nothing certain, something similar"
    rig.hotkey()
    rig._box().insert("退款发票")


def test_left_without_a_choice(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    rig = Rig(qtbot, qapp, tmp_path)
    rig.session.start()
    type_unknown(rig)
    rig.press(Qt.Key.Key_Escape)
    rig.press(Qt.Key.Key_Escape)
    (dead,) = rig.services.stores.habits().dead.dead_searches()
    rig.close()
    assert dead.ending is Ending.NOTHING_FOUND


def test_another_query_found_it(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    rig = Rig(qtbot, qapp, tmp_path)
    rig.session.start()
    type_unknown(rig)
    rig._box().selectAll()
    rig.write("nh")
    rig.press(Qt.Key.Key_Return)
    dead = rig.services.stores.habits().dead.dead_searches()
    rig.close()
    assert [(each.query, each.ending) for each in dead] == [("退款发票", Ending.NOTHING_FOUND)]


def test_the_similar_reply_was_chosen(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    rig = Rig(qtbot, qapp, tmp_path)
    rig.session.start()
    type_unknown(rig)
    rig.press(Qt.Key.Key_Return)
    dead = rig.services.stores.habits().dead.dead_searches()
    rig.close()
    assert not dead
