"""The real palette and forms: in random steps no value of one customer goes into a text for another."""

from random import Random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from quickdesk.customers.customer import Customer, Nickname, Order
from quickdesk.customers.store import CustomerChange
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change
from quickdesk.ui.form.field_form import FieldForm
from tests.app.customers.test_filling import go_back
from tests.app.rig import Rig

IDS = ("c0", "c1", "c2", "c3")
REPLIES = (
    Snippet("r1", "一", "{买家昵称}：{订单号} {快递单号}", "ya"),
    Snippet("r2", "二", "{昵称} {尺码} {颜色} {收货地址}", "yb"),
    Snippet("r3", "三", "{size} {order_no} {手机号}", "yc"),
)
STEPS = 40


def card(customer_id: str, orders: int) -> Customer:
    mark = f"<{customer_id}>"
    made = tuple(Order(f"{mark}A{at}", tracking_number=f"{mark}T{at}") for at in range(orders))
    fields = {"尺码": f"{mark}M"} if orders else {}
    return Customer(customer_id, (Nickname(f"{mark}nick"),), fields=fields, orders=made)


class Agent:
    """One agent who does anything at any time."""

    def __init__(self, rig: Rig, random: Random) -> None:
        self.rig, self.random, self.form_of = rig, random, ""
        self.checked = 0

    @property
    def current(self) -> str:
        return self.rig.services.current_customer.open_customers.current

    @property
    def form(self) -> FieldForm | None:
        return next(iter(self.rig.shown(FieldForm)), None)

    def step(self) -> None:
        elsewhere = [self.choose_customer, self.change_card]
        here = [self.type_value, self.type_value, self.go_back, self.keep, self.send, self.restore]
        steps = elsewhere + (here if self.form is not None else [self.choose_reply])
        self.random.choice(steps)()
        self.check()

    def choose_customer(self) -> None:
        current = self.rig.services.current_customer
        wanted = self.random.choice((*IDS, ""))
        if wanted:
            current.open(wanted)
        else:
            current.use_none()

    def change_card(self) -> None:
        changed = card(self.random.choice(IDS), self.random.randrange(3))
        self.rig.services.commands.customers.apply(CustomerChange(customers=(changed,)))

    def choose_reply(self) -> None:
        self.form_of = self.current
        if self.rig.palette.isVisible():
            self.rig.press(Qt.Key.Key_Return)
        else:
            self.rig.reply_feature.open()
            self.rig.write(self.random.choice(REPLIES).code)
            self.rig.press(Qt.Key.Key_Return)

    def type_value(self) -> None:
        line = self.random.choice([each for each in self.lines() if each.isEnabled()])
        line.setFocus()
        line.setText(f"<{self.form_of or 'nobody'}>typed")

    def lines(self) -> list[QLineEdit]:
        assert self.form is not None
        return self.form.findChildren(QLineEdit)

    def go_back(self) -> None:
        go_back(self.rig)

    def keep(self) -> None:
        assert self.form is not None
        self.rig.qtbot.keyClick(
            self.random.choice(self.lines()), Qt.Key.Key_K, Qt.KeyboardModifier.AltModifier
        )

    def restore(self) -> None:
        assert self.form is not None
        self.form.draft_bar.restore()

    def send(self) -> None:
        assert self.form is not None
        filled = {
            name: value or f"<{self.form_of or 'nobody'}>sent" for name, value in self.form.values.items()
        }
        self.form.fill(filled)
        self.rig.submit_form()

    def check(self) -> None:
        texts = self.rig.paster.texts[self.checked :]
        if self.form is not None:
            texts = [*texts, *self.form.values.values()]
        self.checked = len(self.rig.paster.texts)
        others = [each for each in (*IDS, "nobody") if each != (self.form_of or "nobody")]
        assert [(each, text) for text in texts for each in others if f"<{each}>" in text] == []


@pytest.mark.parametrize("seed", range(3))
def test_no_value_of_one_customer_goes_into_a_text_for_another(rig: Rig, seed: int) -> None:
    rig.library.apply(Change(put=REPLIES))
    cards = tuple(card(each, at % 3) for at, each in enumerate(IDS))
    rig.services.commands.customers.apply(CustomerChange(customers=cards))
    agent = Agent(rig, Random(seed))
    for _ in range(STEPS):
        agent.step()
    assert agent.checked
