"""The form for filling in the fields of a reply: one box per field name, with an initial value.

The initial value may be the one used last, if it is of the agent or the shop. A remembered value is accepted
with one key press, so it must never be the amount or order number of another buyer: values are remembered
only if the whole field name is known to be one of the shop.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from quickdesk.replies.facts import Fact, FactsOfDay
from quickdesk.replies.special import SpecialKind
from quickdesk.replies.template import Field, Template

_MAX_CHARACTERS: Final = 200

_SHOP_FIELD_ZH: Final = re.compile(
    "(?:我[的方]|我[们們]的?|本|本店|[默预預][认認設设]|合作|[发發][货貨])?"
    "(?:"
    # the sender
    "客服|客服[专專][员員]|客服代表|[专專]属客服|[专專]屬客服|我|主管|[组組][长長]|店[长長]|落款|[签簽]名|署名"
    # the shop
    "|店[铺鋪舖]?|商店|商城|[卖賣][场場]|旗[舰艦]店|公司|品牌"
    # the carrier, the warehouse
    "|快[递遞]|物流|宅配|承[运運]商?|配送|[仓倉][库庫]?"
    # fixed phrases
    "|[问問]候[语語]?|[开開][场場]白|[结結]束[语語]|[欢歡]迎[语語]"
    ")(?:公司|商|方)?的?(?:名|名字|名[称稱]|姓名|花名|[昵暱][称稱]|[签簽]名)?"
)
_SHOP_FIELD_EN: Final = re.compile(
    "(?:(?:my|our|the|default|customer service|support|service|sales) )*"
    "(?:agent|representative|rep|supervisor|team leader|signature|sign off"
    "|shop|store|brand|company|business|carrier|courier|shipping|delivery|warehouse|greeting|closing)"
    "(?: (?:company|service))?(?: name)?|my name|our name"
)


@dataclass(frozen=True, slots=True)
class Box:
    """One field of the form: ``choices`` is empty for free text, ``value`` is the initial value.

    An empty ``value`` beside choices means that none is chosen.
    Choices are suggestions: :func:`quickdesk.replies.render.render` accepts any value. ``fact`` is the fact
    of its name, whose value it has if that ``is_filled``; else the fact is expired, and the agent is asked.
    """

    name: str
    choices: tuple[str, ...] = ()
    value: str = ""
    fact: Fact | None = None
    is_filled: bool = False


NO_FACTS: Final = FactsOfDay(date.min)


def boxes(
    template: Template,
    remembered: Mapping[str, str],
    clipboard: str | None = None,
    facts: FactsOfDay = NO_FACTS,
) -> tuple[Box, ...]:
    """Return the boxes in the order of their fields in the reply.

    The initial value is that of a fact, else the one last used for the name (if it is one of the choices, if
    there are any), else the default, else the first choice, else empty. Choices that start unchosen and are
    no fact are always empty at first: their author says that none may be sent without thought. Of
    ``remembered`` only :func:`rememberable` values count; older versions stored others. If ``clipboard`` is
    given and blank, a ``{剪贴板}`` gets a box too.
    """
    remembered = rememberable(remembered)
    asked = [_box(field, remembered, facts) for field in template.fields]
    return (*asked, *(Box(name) for name in _empty_clipboards(template, clipboard)))


def needs_form(template: Template, clipboard: str | None = None, facts: FactsOfDay = NO_FACTS) -> bool:
    """Return whether the agent has to fill in the form before this reply can be sent.

    This includes fields with a default, which has to be confirmed; a fact is confirmed already.
    """
    is_asked = any(facts.valid(field.name) is None for field in template.fields)
    return is_asked or bool(_empty_clipboards(template, clipboard))


def rememberable(values: Mapping[str, str]) -> dict[str, str]:
    """Return the values that may be offered for the next buyer too.

    Blank values, values longer than 200 characters and values with a digit, which may be an amount, a date or
    an order number, are left out.
    """
    return {name: value for name, value in values.items() if is_shop_field(name) and _is_rememberable(value)}


def is_shop_field(name: str) -> bool:
    """Return whether a field name stands for the name of the agent, shop or carrier, or a greeting.

    The whole name must match: ``快递`` is a shop field, ``快递单号`` is not.
    """
    folded = " ".join(re.split(r"[\s_·-]+", name.strip().casefold()))
    return bool(_SHOP_FIELD_EN.fullmatch(folded) or _SHOP_FIELD_ZH.fullmatch(folded.replace(" ", "")))


def _box(field: Field, remembered: Mapping[str, str], facts: FactsOfDay) -> Box:
    fact = facts.valid(field.name)
    if fact is not None:
        return Box(field.name, field.choices, fact.value, fact, is_filled=True)
    return Box(field.name, field.choices, _first_value(field, remembered), facts.named(field.name))


def _first_value(field: Field, remembered: Mapping[str, str]) -> str:
    if field.starts_unchosen:
        return ""
    last = remembered.get(field.name, "")
    if last.strip() and (not field.choices or last in field.choices):
        return last
    if field.default is not None:
        return field.default
    return field.choices[0] if field.choices else ""


def _empty_clipboards(template: Template, clipboard: str | None) -> tuple[str, ...]:
    if clipboard is None or clipboard.strip():
        return ()
    names = (part.name for part in template.specials if part.kind is SpecialKind.CLIPBOARD)
    return tuple(dict.fromkeys(names))


def _is_rememberable(value: str) -> bool:
    return bool(value.strip()) and len(value) <= _MAX_CHARACTERS and not any(map(str.isdigit, value))
