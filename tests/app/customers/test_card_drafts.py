"""What is typed on a card and not stored is an encrypted draft, which the card has again."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLineEdit

from quickdesk.app.customers.window import CustomerWindowFeature
from quickdesk.app.drafts.card_drafts import CardDrafts
from quickdesk.customers.customer import Nickname, Order
from quickdesk.customers.views.editing import CardField, FieldEdit, UnsavedCard, value_of
from quickdesk.storage.drafts.sealed_drafts import SEALED_DRAFTS
from quickdesk.ui.card.card_pane import CardPane
from quickdesk.ui.card.field_box import FieldBox
from quickdesk.ui.card.notes_pane import NotesPane
from quickdesk.ui.customers.customer_window import CustomerWindow
from tests.app.customers.conftest import LI
from tests.app.customers.test_sealed_drafts import MARKER, assert_sealed, lock
from tests.app.rig import Rig
from tests.fakes.key_machine import PASSPHRASE


def open_card(rig: Rig, customer_id: str = "w") -> CardPane:
    rig.feature(CustomerWindowFeature).open(customer_id)
    card = rig.the(CustomerWindow).card
    rig.qtbot.waitUntil(lambda: card.customer is not None and card.customer.id == customer_id)
    return card


def notes_of(card: CardPane) -> NotesPane:
    found = card.findChild(NotesPane)
    assert found is not None
    return found


def write_on_card(card: CardPane, field: CardField, text: str) -> None:
    (box,) = [each for each in card.findChildren(FieldBox) if each.field is field]
    assert isinstance(box.control, QLineEdit)
    box.control.setText(text)


def test_what_a_card_cannot_store_comes_back_after_the_end_of_the_program(
    restarted: Callable[[], Rig],
) -> None:
    card = open_card(restarted())
    notes_of(card).set_typed(MARKER)
    write_on_card(card, CardField.BIRTHDAY, "13-32")
    write_on_card(card, CardField.NAME, "王五")
    rig = restarted()
    assert_sealed(rig)
    open_card(rig, "l")
    card = open_card(rig)
    assert notes_of(card).typed == MARKER
    assert [each.typed for each in card.unsaved["w"].edits] == ["13-32"]
    customer = rig.stores.customers().get("w")
    assert customer is not None
    assert customer.name == "王五"
    write_on_card(card, CardField.BIRTHDAY, "12-31")
    card.add_note()
    for _ in range(2):  # the first one stores, the second one sees that it is stored
        rig.services.save_drafts()
    assert not (rig.services.folder / SEALED_DRAFTS).exists()
    assert [note.text for note in rig.stores.customers().notes("w")] == [MARKER]


def test_a_card_that_was_never_stored_is_begun_again(restarted: Callable[[], Rig]) -> None:
    rig = restarted()
    open_card(rig)
    rig.the(CustomerWindow).new_requested.emit("")
    write_on_card(rig.the(CustomerWindow).card, CardField.BIRTHDAY, MARKER)
    rig = restarted()
    assert_sealed(rig)
    open_card(rig)
    rig.the(CustomerWindow).new_requested.emit("")
    ((_, card),) = rig.the(CustomerWindow).card.unsaved.items()
    assert [each.typed for each in card.edits] == [MARKER]


def test_a_new_note_outlasts_a_lock(shop: Rig) -> None:
    shop.session.start()
    card = open_card(shop)
    notes_of(card).set_typed(MARKER)
    lock(shop)
    assert_sealed(shop)
    shop.ask("data unlock", passphrase=PASSPHRASE)
    assert notes_of(open_card(shop)).typed == MARKER


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        (CardField.NICKNAMES, (Nickname("甲", "淘宝"), Nickname("乙"))),
        (CardField.FIELDS, {"尺码": "L"}),
        (CardField.TAGS, ("老客",)),
        (CardField.CONTACT, (True, "投诉")),
        (CardField.ORDERS, (Order("A1", items=("鞋",)),)),
        (CardField.REMARK, "两\n行"),
    ],
)
def test_every_kind_of_field_is_kept_as_it_was_typed(shop: Rig, field: CardField, typed: object) -> None:
    services, theme = shop.services, shop.session._appearance.theme
    edit = FieldEdit("l", field, value_of(LI, field), typed)
    panes = CardPane(theme), CardPane(theme)
    for pane in panes:
        drafts = CardDrafts(services.sealed_drafts, services.commands.clock, lambda _id: False)
        drafts.follow(pane)
        if pane is panes[0]:
            pane.keep("l", UnsavedCard((edit,)))
            drafts.look()
            drafts._open["l"].leave()
        else:
            drafts.resume("l")
        drafts.stop()
    assert panes[1].unsaved["l"].edits == (edit,)
