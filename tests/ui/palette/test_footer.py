from pytestqt.qtbot import QtBot

from quickdesk.ui.notices import no_text_copied, remembered
from quickdesk.ui.palette.footer import PaletteFooter, SearchIndicator
from quickdesk.ui.theme import Theme


def test_the_indicator_is_shown_until_the_list_arrives(qtbot: QtBot, theme: Theme) -> None:
    footer = PaletteFooter(theme)
    qtbot.addWidget(footer)
    sign = SearchIndicator(footer, 1)
    sign.begin()
    assert footer._notice is None, "most lists come before anybody looks"
    qtbot.waitUntil(lambda: footer._notice is not None)
    sign.end()
    assert footer._notice is None


def test_a_notice_of_two_lines_stands_in_one(qtbot: QtBot, theme: Theme) -> None:
    footer = PaletteFooter(theme)
    qtbot.addWidget(footer)
    footer.show_notice(remembered("发票", "开发票"))
    assert "\n" not in footer._advice.text()
    assert "quickdesk undo" in footer._advice.toolTip() or "quickdesk undo" in footer._advice.text()


def test_other_notices_stay(qtbot: QtBot, theme: Theme) -> None:
    footer = PaletteFooter(theme)
    qtbot.addWidget(footer)
    sign = SearchIndicator(footer, 1)
    sign.begin()
    sign.end()
    footer.show_notice(no_text_copied())
    sign.end()
    assert footer._notice == no_text_copied()
