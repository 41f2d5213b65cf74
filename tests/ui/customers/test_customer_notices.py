"""What the windows say about customers that cannot be saved."""

import pytest

from quickdesk.customers.card.validation import check_customer, check_note
from quickdesk.customers.customer import Customer, Nickname, Note
from quickdesk.ui.customers.notices import flaw_text
from tests.fakes.clock import StillClock

INVISIBLE = "\u200b"


@pytest.mark.usefixtures("qapp")
def test_what_is_empty_is_named() -> None:
    note = Note("n1", "c1", INVISIBLE, StillClock().now())
    assert flaw_text(check_note(note)) == "There is nothing to see in it."
    tagged = Customer("c1", (Nickname("小鱼"),), tags=(INVISIBLE,))
    assert flaw_text(check_customer(tagged)) == "There is nothing to see in it."
    assert flaw_text(check_customer(Customer("c1"))).startswith("A card needs a nickname")
