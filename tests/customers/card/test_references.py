"""A reference is an id, a nickname that only one customer has, or the start of an id."""

from quickdesk.customers.card.references import referred
from quickdesk.customers.customer import Customer, Nickname

LIN = Customer("ab12", (Nickname("小林", "淘宝"),))
OTHER = Customer("ab34", (Nickname("小林", "京东"), Nickname("ab")))
WANG = Customer("cd56", (Nickname("王二"),))
ALL = (LIN, OTHER, WANG)


def test_an_id_comes_before_a_nickname_and_that_before_the_start_of_an_id() -> None:
    assert referred("ab12", ALL) == (LIN,)
    assert referred("ab", ALL) == (OTHER,)
    assert referred("cd", ALL) == (WANG,)
    assert referred("王二 ", ALL) == (WANG,)


def test_several_are_all_returned() -> None:
    assert referred("小林", ALL) == (LIN, OTHER)
    assert len(referred("ab", (LIN, Customer("ab99")))) == 2


def test_nothing_means_nobody() -> None:
    assert referred(" ", ALL) == referred("zz", ALL) == ()
