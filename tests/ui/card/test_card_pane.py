"""The card: what is typed is emitted when a field is left, and nothing typed is overwritten or lost."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from quickdesk.customers.customer import Customer, Nickname, Note, Order
from quickdesk.customers.views.editing import CardField, FieldEdit
from quickdesk.ui.card.card_pane import CardPane
from quickdesk.ui.card.field_box import FieldBox
from quickdesk.ui.card.note_card import NoteCard
from quickdesk.ui.theme import Theme

NOW = datetime(2026, 11, 29, 15, tzinfo=UTC)
CARD = Customer(
    "c1",
    (Nickname("小鱼", "淘宝"),),
    "王女士",
    tags=("老客",),
    fields={"尺码": "M"},
    orders=(Order("2026112900012345", "淘宝", "已发货", ("T恤",), "SF1234567890123"),),
    phones=("13800000006",),
    created=NOW,
)


class Card:
    """A visible card and what it emitted."""

    def __init__(self, qtbot: QtBot, theme: Theme) -> None:
        self.qtbot = qtbot
        self.pane = CardPane(theme, lambda number: "顺丰" if number.startswith("SF") else "")
        qtbot.addWidget(self.pane)
        self.edits: list[FieldEdit] = []
        self.pane.edited.connect(self.edits.append)
        self.pane.resize(520, 900)
        self.pane.show()
        self.pane.show_customer(CARD, (), NOW)
        qtbot.waitUntil(self.pane.isActiveWindow)

    def box(self, field: CardField) -> FieldBox:
        (found,) = [each for each in self.pane.findChildren(FieldBox) if each.field is field]
        return found

    def lines(self, field: CardField) -> list[QLineEdit]:
        control = self.box(field).control
        found = [control] if isinstance(control, QLineEdit) else control.findChildren(QLineEdit)
        return [each for each in found if each.isVisibleTo(self.pane)]

    def texts(self) -> str:
        return "\n".join(each.text() for each in self.pane.findChildren(QLabel) if each.isVisible())

    def click(self, text: str) -> None:
        buttons = [each for each in self.pane.findChildren(QPushButton) if text in each.text()]
        (button,) = [each for each in buttons if each.isVisible()]
        button.click()


@pytest.fixture
def card(qtbot: QtBot, theme: Theme) -> Card:
    return Card(qtbot, theme)


def test_a_card_that_is_only_looked_at_emits_nothing(card: Card) -> None:
    for field in CardField:
        card.box(field).start()
    card.pane.save()
    card.pane.show_nothing()
    assert card.edits == []


def test_each_field_is_emitted_with_what_was_shown(card: Card) -> None:
    card.lines(CardField.NAME)[0].setText(" 王小鱼 ")
    card.lines(CardField.NICKNAMES)[2].setText("fish")
    card.lines(CardField.NICKNAMES)[3].setText("微信")
    card.lines(CardField.FIELDS)[1].setText("L")
    card.lines(CardField.PHONES)[1].setText("021-5551")
    card.pane.save()
    assert {each.field: (each.shown, each.typed) for each in card.edits} == {
        CardField.NAME: ("王女士", "王小鱼"),
        CardField.NICKNAMES: (CARD.nicknames, (*CARD.nicknames, Nickname("fish", "微信"))),
        CardField.FIELDS: ({"尺码": "M"}, {"尺码": "L"}),
        CardField.PHONES: (("13800000006",), ("13800000006", "021-5551")),
    }


def test_an_edit_is_emitted_once_until_it_is_answered(card: Card) -> None:
    card.lines(CardField.NAME)[0].setText("王小鱼")
    card.pane.save()
    card.pane.save()
    assert len(card.edits) == 1
    card.pane.show_saved(card.edits[0], replace(CARD, name="王小鱼"))
    card.pane.save()
    assert len(card.edits) == 1


def test_what_is_typed_while_an_edit_is_saved_is_saved_next(card: Card) -> None:
    line = card.lines(CardField.NAME)[0]
    line.setText("王")
    card.pane.save()
    line.setText("王小鱼")
    card.pane.show_saved(card.edits[0], replace(CARD, name="王"))
    assert line.text() == "王小鱼"
    card.pane.save()
    assert (card.edits[-1].shown, card.edits[-1].typed) == ("王", "王小鱼")


def test_fewer_items_leave_no_empty_lines_behind(card: Card) -> None:
    many = replace(CARD, id="c2", nicknames=(*CARD.nicknames, Nickname("fish", "微信"), Nickname("x", "y")))
    card.pane.show_customer(many, (), NOW)
    card.pane.show_customer(replace(CARD, id="c3"), (), NOW)
    assert [each.text() for each in card.lines(CardField.NICKNAMES)] == ["小鱼", "淘宝", "", ""]


def test_tags_are_typed_one_after_another(card: Card) -> None:
    box = card.lines(CardField.TAGS)[0]
    card.qtbot.keyClicks(box, "vip")
    card.qtbot.keyClick(box, Qt.Key.Key_Return)
    assert card.edits[-1].typed == ("老客", "vip")
    card.pane.show_saved(card.edits[-1], replace(CARD, tags=("老客", "vip")))
    box = card.lines(CardField.TAGS)[0]
    card.qtbot.keyClick(box, Qt.Key.Key_Backspace)
    assert card.edits[-1].typed == ("老客",)


def test_do_not_contact_asks_for_the_reason(card: Card) -> None:
    control = card.box(CardField.CONTACT).control
    control.tick.click()
    assert card.edits[-1].typed == (True, "")
    control.findChildren(QLineEdit)[0].setText("投诉过")
    card.pane.save()
    assert card.edits[-1].typed == (True, "投诉过")


def test_an_order_shows_its_guessed_carrier_and_is_edited(card: Card) -> None:
    number, _, state, items, tracking, carrier = card.lines(CardField.ORDERS)
    assert (number.text(), tracking.text()) == ("202****2345", "SF1****0123")
    assert carrier.placeholderText() == "顺丰 (guessed)"
    state.setText("已签收")
    items.setText("T恤; 短裤；袜子")
    card.pane.save()
    (order,) = card.edits[-1].typed
    assert order == replace(CARD.orders[0], state="已签收", items=("T恤", "短裤", "袜子"))


def test_a_masked_number_cannot_be_overwritten_by_its_mask(card: Card) -> None:
    line = card.lines(CardField.PHONES)[0]
    assert line.isReadOnly()
    card.pane.toggle_masked()
    assert (line.text(), line.isReadOnly()) == ("13800000006", False)
    line.setText("13900000001")
    card.pane.toggle_masked()
    card.pane.save()
    assert card.edits[-1].typed == ("13900000001",)


def test_numbers_of_the_next_customer_are_masked_again(card: Card) -> None:
    card.pane.toggle_masked()
    card.pane.show_customer(replace(CARD, id="c2"), (), NOW)
    assert card.lines(CardField.PHONES)[0].text() == "138****0006"


@pytest.mark.parametrize(
    ("field", "texts", "words"),
    [
        (CardField.BIRTHDAY, ["31-12"], "Write the birthday as MM-DD"),
        (CardField.FIELDS, ["尺码", "M", "尺码", "L"], "This name is there twice."),
        (CardField.FIELDS, ["", "M"], "This value needs a name"),
        (CardField.NICKNAMES, ["", "淘宝"], "A platform needs the nickname there."),
        (CardField.ORDERS, [""], "An order needs its number."),
    ],
)
def test_what_cannot_be_saved_says_why_and_stays(
    card: Card, field: CardField, texts: list[str], words: str
) -> None:
    card.pane.toggle_masked()
    for number, text in enumerate(texts):  # a line comes when the one before it is filled
        card.lines(field)[number].setText(text)
    card.pane.save()
    assert words in card.texts()
    assert card.edits == []
    assert [each.text() for each in card.lines(field)][: len(texts)] == texts


def test_of_two_windows_the_second_does_not_overwrite_the_first(card: Card) -> None:
    line = card.lines(CardField.NAME)[0]
    line.setText("我的")
    card.pane.show_customer(replace(CARD, name="别人的", remark="备注"), (), NOW)
    assert line.text() == "我的"
    assert "Changed elsewhere meanwhile to: 别人的" in card.texts()
    card.pane.save()
    assert card.edits == []
    card.click("Use that")
    assert line.text() == "别人的"
    assert card.pane.has_unsaved is False


def test_an_ampersand_in_a_tag_is_shown_and_is_no_shortcut(card: Card) -> None:
    card.pane.show_customer(replace(CARD, tags=("A&B",)), (), NOW)
    chips = [each for each in card.pane.findChildren(QPushButton) if each.text() == "A&&B  ×"]
    assert [each.shortcut().isEmpty() for each in chips] == [True]


def test_tags_of_both_are_no_conflict(card: Card) -> None:
    card.qtbot.keyClicks(card.lines(CardField.TAGS)[0], "vip")
    card.pane.show_customer(replace(CARD, tags=("老客", "急")), (), NOW)
    assert "Changed elsewhere" not in card.texts()
    card.pane.save()
    assert (card.edits[-1].shown, card.edits[-1].typed) == (("老客",), ("老客", "vip"))


def test_what_could_not_be_saved_is_there_again_with_its_customer(card: Card) -> None:
    card.lines(CardField.BIRTHDAY)[0].setText("13-40")
    card.pane.show_customer(replace(CARD, id="c2"), (), NOW)
    assert card.lines(CardField.BIRTHDAY)[0].text() == ""
    card.pane.show_customer(CARD, (), NOW)
    assert card.lines(CardField.BIRTHDAY)[0].text() == "13-40"


def test_pinned_notes_are_on_top_and_old_ones_are_shown_on_request(card: Card) -> None:
    notes = [Note(f"n{number}", "c1", f"note {number}", NOW, is_pinned=number == 1) for number in range(9)]
    card.pane.show_customer(CARD, notes, NOW)

    def shown() -> list[str]:
        return [each.note.text for each in card.pane.findChildren(NoteCard) if each.isVisible() and each.note]

    assert shown() == ["note 1", "note 8", "note 7"]
    card.click("Older notes (6)")
    assert len(shown()) == 9


def test_a_note_of_a_megabyte_is_shown_at_its_beginning(card: Card) -> None:
    card.pane.show_customer(CARD, [Note("n1", "c1", "长" * 1_000_000, NOW)], NOW)
    QApplication.processEvents()
    (shown,) = [each for each in card.texts().split("\n") if each.startswith("长")]
    assert len(shown) < 1_000


def test_odd_nicknames_are_shown(card: Card) -> None:
    odd = ("😀" * 50, "   ", "x" * 500, "\ud800", "a\u202eb")
    card.pane.show_customer(Customer("c9", tuple(map(Nickname, odd)), created=NOW), (), NOW)
    QApplication.processEvents()
    card.pane.save()
    assert card.lines(CardField.NICKNAMES)[0].text() == odd[0]
    assert card.edits == []
