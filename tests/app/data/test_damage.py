"""What is shown is acknowledged, and nothing else; damage in a kind that is opened later is shown too."""

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quickdesk.app.data.damage import Damage
from quickdesk.app.process.work import Work
from quickdesk.settings.settings import Language, Settings
from quickdesk.storage.journal.record import put
from quickdesk.storage.kinds import INSIGHTS
from quickdesk.storage.open import Stores, open_stores
from tests.app.rig import Rig
from tests.fakes.worker import WorkerAtOnce


def damaged_insights(folder: Path) -> Stores:
    with open_stores(folder) as stores:
        stores.settings.save(Settings(language=Language.ENGLISH))
        stores.engine(INSIGHTS).commit([put("x", "1", {"a": 1})])
    (folder / "insights.json").write_text("{half")
    (folder / "settings.json.damaged-1").write_text("from an earlier start")
    return open_stores(folder)


def test_what_was_not_shown_is_not_acknowledged(qtbot: QtBot, tmp_path: Path) -> None:
    with damaged_insights(tmp_path) as stores:
        damage = Damage(stores, tmp_path, Work(WorkerAtOnce()), lambda _: None)
        stores.engine(INSIGHTS)  # the window has not been updated since
        (tmp_path / "snippets.json.damaged-1").write_text("set aside while the program ran")
        damage.acknowledge()
        left = [each.path.name for each in stores.set_aside(tmp_path).unacknowledged()]
        assert left == ["insights.json.damaged-1", "snippets.json.damaged-1"]
        (notice,) = damage.notices()[:1]
        assert "insights.json.damaged-1" in notice.text
        damage.acknowledge()
        assert stores.set_aside(tmp_path).unacknowledged() == ()


def test_damage_in_what_is_opened_after_the_start_is_shown_in_the_window(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    rig = Rig(qtbot, qapp, tmp_path, damaged_insights(tmp_path))
    rig.session.start()  # the habits are read meanwhile
    home = rig.home.window
    qtbot.waitUntil(
        lambda: home._banner.notice is not None and "insights.json.damaged-1" in home._banner.notice.text
    )
    rig.close()
