"""Pinning a reply in the palette, with real windows and a real data folder."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change
from quickdesk.storage.kinds import INSIGHTS
from quickdesk.storage.open import open_stores
from quickdesk.ui.palette.footer import PaletteFooter
from tests.app.rig import GREETING, QUOTE, REFUND, Rig

CONTROL = Qt.KeyboardModifier.ControlModifier
DOWN, ENTER, ESCAPE = Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Escape


def pin(rig: Rig) -> None:
    rig.press(Qt.Key.Key_P, CONTROL)


def pin_by_letters(rig: Rig, *letters: str) -> None:
    for each in letters:
        rig.hotkey()
        rig.write(each)
        pin(rig)
        rig.press(ESCAPE)
        rig.press(ESCAPE)


def listed(rig: Rig) -> list[tuple[str, bool]]:
    model = rig.palette._view.results.model()
    hits = [model.hit(row) for row in range(model.rowCount())]
    return [(hit.snippet.id, hit.is_pinned) for hit in hits]


def opened(rig: Rig) -> list[tuple[str, bool]]:
    """Open the palette, and return what it lists before anything is typed."""
    rig.hotkey()
    found = listed(rig)
    rig.press(ESCAPE)
    return found


def footer(rig: Rig) -> str:
    notice = rig.palette.findChild(PaletteFooter)._notice
    return f"{notice.headline} {notice.text}" if notice else ""


def test_a_pinned_reply_moves_to_the_top_at_once_and_stays_selected(rig: Rig) -> None:
    rig.hotkey()
    rig.press(DOWN)
    rig.press(DOWN)
    pin(rig)
    assert listed(rig) == [(QUOTE.id, True), (GREETING.id, False), (REFUND.id, False)]
    assert rig.palette._view.results.current_hit.snippet.id == QUOTE.id
    assert "Pinned: 引用" in footer(rig)
    assert "Ctrl+P" in footer(rig)
    pin(rig)
    assert listed(rig) == [(GREETING.id, False), (REFUND.id, False), (QUOTE.id, False)]
    assert "No longer pinned: 引用" in footer(rig)


def test_pinned_replies_stand_in_the_order_of_pinning_before_what_is_used_most(rig: Rig) -> None:
    for _ in range(4):
        rig.reply("nh")
    pin_by_letters(rig, "yy", "tk")
    assert opened(rig) == [(QUOTE.id, True), (REFUND.id, True), (GREETING.id, False)]


def test_letters_find_what_they_found_before_and_the_pin_is_marked(rig: Rig) -> None:
    rig.library.apply(Change(put=tuple(Snippet(f"n{number}", "退款", "正文") for number in range(5))))
    rig.hotkey()
    rig.write("tk")
    before = [snippet_id for snippet_id, _ in listed(rig)]
    for _ in range(3):
        rig.press(DOWN)
    pin(rig)
    assert listed(rig) == [(each, each == before[3]) for each in before]
    rig.press(ENTER)
    rig.hotkey()
    assert listed(rig)[0] == (before[3], True)


def test_a_pin_survives_a_restart(rig: Rig, tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> None:
    pin_by_letters(rig, "yy")
    rig.services.finish_work()
    rig.stores.close()
    again = Rig(qtbot, qapp, tmp_path, open_stores(tmp_path))
    again.session.start()
    assert opened(again)[0] == (QUOTE.id, True)
    again.close()


def test_a_pin_goes_with_its_reply_and_comes_back_with_it(rig: Rig) -> None:
    pin_by_letters(rig, "yy", "tk")
    rig.ask("remove", id=QUOTE.id)
    assert opened(rig) == [(REFUND.id, True), (GREETING.id, False)]
    rig.ask("restore", id=QUOTE.id)
    assert opened(rig) == [(QUOTE.id, True), (REFUND.id, True), (GREETING.id, False)]


def test_a_backup_has_the_pins(rig: Rig) -> None:
    pin_by_letters(rig, "yy")
    backup = rig.ask("backup")["data"]["path"]
    pin_by_letters(rig, "yy", "tk")
    assert rig.ask("restore", id=backup, file=backup)["exit"] == 0
    assert opened(rig)[0] == (QUOTE.id, True)
    rig.ask("undo")
    assert opened(rig)[0] == (REFUND.id, True)


def test_what_was_learnt_is_forgotten_and_pins_stay(rig: Rig) -> None:
    pin_by_letters(rig, "yy")
    rig.ask("forget", confirmed=True)
    assert opened(rig)[0] == (QUOTE.id, True)


def test_a_reply_that_was_removed_meanwhile_is_not_pinned(rig: Rig) -> None:
    rig.palette.pin_requested.emit("gone")
    assert rig.stores.habits().pins.pinned() == ()


def test_a_pin_that_cannot_be_kept_says_why(rig: Rig) -> None:
    rig.hotkey()
    rig.stores.engine(INSIGHTS).close()
    pin(rig)
    assert "Pinned" not in footer(rig)
    assert footer(rig) != ""
    assert listed(rig)[0] == (GREETING.id, False)
