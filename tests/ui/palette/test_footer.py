from pytestqt.qtbot import QtBot

from quickdesk.ui.notices import no_text_copied
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


def test_other_notices_stay(qtbot: QtBot, theme: Theme) -> None:
    footer = PaletteFooter(theme)
    qtbot.addWidget(footer)
    sign = SearchIndicator(footer, 1)
    sign.begin()
    sign.end()
    footer.show_notice(no_text_copied())
    sign.end()
    assert footer._notice == no_text_copied()
