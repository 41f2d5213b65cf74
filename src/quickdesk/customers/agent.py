"""Who the agent is (工号, name), from the facts of the shop: the author of notes and order remarks."""

from typing import Final

from quickdesk.replies.facts import FactsOfDay

_CODES: Final = ("工号", "客服工号", "我的工号", "agent code", "agent id")
_NAMES: Final = (
    "客服名",
    "客服姓名",
    "客服",
    "客服花名",
    "客服昵称",
    "我的名字",
    "署名",
    "agent name",
    "agent",
    "my name",
)


def agent_of(facts: FactsOfDay, setting: str = "") -> str:
    """Return the code or name of the agent on one line; ``setting`` comes before all facts.

    It is empty if neither a setting nor a fact says it.
    """
    values = (setting, *(fact.value for name in (*_CODES, *_NAMES) if (fact := facts.valid(name))))
    return next((" ".join(value.split()) for value in values if value.strip()), "")
