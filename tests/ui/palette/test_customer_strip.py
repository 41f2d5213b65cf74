"""The strip of the current customer shows any text of a card as it is, and is never wider for it."""

from pytestqt.qtbot import QtBot

from quickdesk.ui.palette.customer_strip import CustomerStrip, ShownCustomer
from quickdesk.ui.theme import Theme, plain_tip

MARKUP = "<img src='file:///etc/hostname'> <b>bold</b> " * 20


def test_long_texts_and_markup_of_a_card_change_nothing_around_them(qtbot: QtBot, theme: Theme) -> None:
    strip = CustomerStrip(theme)
    qtbot.addWidget(strip)
    strip.show_customer(ShownCustomer("王" * 2000, "淘宝" * 500, ("\u202etag\n" * 12,) * 4, MARKUP))
    strip.resize(theme.px(700), theme.px(30))
    assert strip.minimumSizeHint().width() <= theme.px(700)
    assert strip._note.toolTip() == plain_tip(MARKUP.strip())
    assert "\u202e" not in strip.text
    assert "淘宝" * 500 in strip.text, "a screen reader says all of it"
