"""The author of a note comes from the setting, else from the facts of the shop."""

from datetime import date

from quickdesk.customers.agent import agent_of
from quickdesk.replies.facts import Fact, FactsOfDay

TODAY = date(2026, 11, 29)


def _facts(*facts: Fact) -> FactsOfDay:
    return FactsOfDay.of(facts, TODAY)


def test_the_code_comes_before_the_name_and_the_setting_before_both() -> None:
    facts = _facts(Fact("客服名", "小美"), Fact("工號", "A07"))
    assert agent_of(facts) == "A07"
    assert agent_of(facts, " B1 ") == "B1"
    assert agent_of(_facts(Fact("客服名", "小美\n客服"))) == "小美 客服"


def test_an_expired_fact_and_none_at_all() -> None:
    assert agent_of(_facts(Fact("工号", "A07", date(2026, 11, 28)))) == ""
    assert agent_of(_facts()) == ""
