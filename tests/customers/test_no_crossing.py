"""No value of one customer comes into a text for another, whatever the agent does.

Each customer has values that only this customer has, each with a mark that no other value contains; whatever
is typed in a form bears the mark of the customer it was opened for, unless the field is the shop's. The pure
parts are wired as in the program; tests/app/customers/test_no_crossing_in_forms.py has the real forms.
"""

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from quickdesk.customers.customer import Customer, Nickname, Order
from quickdesk.customers.open_customers import OpenCustomers
from quickdesk.customers.reply_fields import card_of, with_value
from quickdesk.replies.card import NO_CARD, Card
from quickdesk.replies.form import Box, boxes, filled_values, needs_form, rememberable
from quickdesk.replies.kept_values import KeptValues, changed_values
from quickdesk.replies.render import RenderContext, render
from quickdesk.replies.shop.names import is_shop_field
from quickdesk.replies.template import Template, parse
from tests.fakes.clock import StillClock

IDS = [f"c{number}" for number in range(12)]
NAMES = [
    "买家昵称",
    "客户姓名",
    "订单号",
    "快递单号",
    "快递公司",
    "商品",
    "收货地址",
    "手机号",
    "尺码",
    "颜色",
    "名:默认",
    "结果|好|坏",
]
TEMPLATES = {
    f"s{number}": parse(f"{{{first}}} {{{second}}} {{size}} {{order_no}} {{店铺名}}")
    for number, (first, second) in enumerate(zip(NAMES, NAMES[3:] + NAMES[:3], strict=True))
}
CONTEXT = RenderContext(StillClock().now())
STEPS, RUNS = 100, 100
"""10,000 steps in all."""


def marked(customer_id: str, text: str) -> str:
    return f"<{customer_id}>{text}"


def card_with_values(customer_id: str, orders: int) -> Customer:
    def own(text: str) -> str:
        return marked(customer_id, text)

    return Customer(
        customer_id,
        (Nickname(own("nick")),),
        name=own("name"),
        fields={"尺码": own("M"), "颜色": own("red")} if orders else {},
        orders=tuple(
            Order(own(f"A{at}"), items=(own("coat"),), tracking_number=own(f"T{at}"), carrier=own("SF"))
            for at in range(orders)
        ),
        phones=(own("138"),) * min(orders, 1),
        addresses=(own("street"), own("road"))[:orders],
    )


class Agent:
    """Switches, chooses, fills in, goes back, keeps, sends and changes cards, as bytes say."""

    def __init__(self) -> None:
        self.cards = {each: card_with_values(each, at % 3) for at, each in enumerate(IDS)}
        self.open = OpenCustomers()
        self.kept, self.remembered = KeptValues(), dict[str, str]()
        self.drafts: dict[tuple[str, str], dict[str, str]] = {}
        self.form: tuple[str, Template, tuple[Box, ...], Card] | None = None
        self.values: dict[str, str] = {}
        self.offered: dict[str, str] = {}
        self.sent: list[tuple[str, str]] = []

    def step(self, what: int, one: int, two: int) -> None:
        """Do one of the things that can be done now, and check what is sent and shown."""
        anywhere = [self.choose_customer, self.switch, self.leave_customer, self.change_card]
        in_form = [self.type_value, self.type_value, self.pick_choice, self.keep_on_card, self.go_back]
        in_form += [self.go_back, self.close_form, self.submit]
        steps: list[Callable[[int, int], None]] = [*anywhere]
        steps += [self.choose_reply] * 4 if self.form is None else in_form
        steps[what % len(steps)](one, two)
        for customer, text in self.sent[-1:]:
            check(customer, text)
        if self.form is not None:
            check(self.form[3].customer_id, " ".join(self.values.values()))

    @property
    def card(self) -> Card:
        current = self.open.current
        return card_of(self.cards[current]) if current else NO_CARD

    def choose_customer(self, one: int, _two: int) -> None:
        self.open = self.open.opened(IDS[one % len(IDS)])

    def switch(self, one: int, _two: int) -> None:
        self.open = self.open.switched(one % 10)

    def leave_customer(self, one: int, _two: int) -> None:
        self.open = self.open.closed(self.open.current) if one % 2 else self.open.without_current()

    def change_card(self, one: int, two: int) -> None:
        customer = IDS[one % len(IDS)]
        self.cards[customer] = card_with_values(customer, two % 4)

    def choose_reply(self, one: int, two: int) -> None:
        reply = sorted(TEMPLATES)[one % len(TEMPLATES)]
        template, card = TEMPLATES[reply], self.card
        if two % 2 and not needs_form(template, card=card):
            self.send(card.customer_id, template, filled_values(template, card=card))
            return
        asked = boxes(template, self.remembered, card=card)
        self.form = (reply, template, asked, card)
        self.offered = {box.name: box.value for box in asked}
        self.values = self.offered | self.kept.values_for(reply, asked, card.customer_id)
        if two % 3 == 0:
            self.values |= self.drafts.get((reply, card.customer_id), {})

    def type_value(self, one: int, two: int) -> None:
        assert self.form is not None
        _, _, asked, card = self.form
        before, box = dict(self.values), asked[one % len(asked)]
        text = ("", "x", "long text", "12")[two % 4]
        is_shops = is_shop_field(box.name) and not (card and box.can_be_kept)
        self.values[box.name] = marked(card.customer_id or "-", text) if text and not is_shops else text
        self.values |= card.following(before, self.values)

    def pick_choice(self, one: int, two: int) -> None:
        assert self.form is not None
        _, _, asked, card = self.form
        before, box = dict(self.values), asked[one % len(asked)]
        if box.choices:
            self.values[box.name] = box.choices[two % len(box.choices)]
            self.values |= card.following(before, self.values)

    def keep_on_card(self, one: int, _two: int) -> None:
        assert self.form is not None
        _, _, asked, card = self.form
        box = asked[one % len(asked)]
        if card and box.can_be_kept:
            changed = with_value(self.cards[card.customer_id], box.name, self.values[box.name])
            self.cards[card.customer_id] = changed or self.cards[card.customer_id]

    def go_back(self, _one: int, _two: int) -> None:
        """Go back to the list, which keeps the values as long as the palette is open."""
        assert self.form is not None
        reply, _, asked, card = self.form
        changed = changed_values(self.offered, self.values)
        self.kept.keep(reply, asked, changed, card.customer_id)
        self.drafts[reply, card.customer_id] = changed
        self.form = None

    def close_form(self, one: int, two: int) -> None:
        self.go_back(one, two)
        self.kept = KeptValues()

    def submit(self, _one: int, _two: int) -> None:
        assert self.form is not None
        _, template, asked, card = self.form
        self.send(card.customer_id, template, self.values)
        typed = {
            box.name: self.values[box.name]
            for box in asked
            if not box.is_filled and not (card and box.can_be_kept)
        }
        self.remembered |= rememberable(typed)
        self.form, self.kept = None, KeptValues()

    def send(self, customer: str, template: Template, values: dict[str, str]) -> None:
        self.sent.append((customer, render(template, values, CONTEXT).text))


def check(customer: str, text: str) -> None:
    for other in (*IDS, "-"):
        if other != (customer or "-"):
            assert marked(other, "") not in text, f"a value of {other} in a text for {customer or 'nobody'}"


@settings(max_examples=RUNS, deadline=None)
@given(st.binary(min_size=3 * STEPS, max_size=3 * STEPS))
def test_no_value_of_one_customer_comes_into_a_text_for_another(steps: bytes) -> None:
    agent = Agent()
    for what, one, two in zip(steps[::3], steps[1::3], steps[2::3], strict=True):
        agent.step(what, one, two)
