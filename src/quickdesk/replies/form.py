"""The form for filling in the fields of a reply: one box per field name, with an initial value.

The initial value may be the one used last, if it is of the agent or the shop. A remembered value is accepted
with one key press, so it must never be the amount or order number of another buyer: values are remembered
only if the whole field name is known to be one of the shop.
"""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from typing import Final

from quickdesk.replies.card import NO_CARD, Card, can_be_on_card, filling
from quickdesk.replies.facts import Fact, FactsOfDay
from quickdesk.replies.shop.contexts import words_in
from quickdesk.replies.shop.names import can_be_fact as can_be_fact_field
from quickdesk.replies.shop.names import is_shop_field
from quickdesk.replies.special import SpecialKind
from quickdesk.replies.template import Field, Template
from quickdesk.text.folding import has_visible

_MAX_CHARACTERS: Final = 200


@dataclass(frozen=True, slots=True)
class Box:
    """One field of the form: ``choices`` is empty for free text, ``value`` is the initial value.

    An empty ``value`` beside choices means that none is chosen.
    Choices are suggestions: :func:`quickdesk.replies.render.render` accepts any value. ``fact`` is the fact
    of its name, whose value it has if that ``is_filled``; else the fact is expired, and the agent is asked.
    ``is_from_card`` if the value, or the choices, come from the card of the customer that the form is for.
    ``can_be_fact`` if its name is known to be the shop's, ``can_be_kept`` if what is typed may go on that
    card. ``after`` are the words after the field.
    """

    name: str
    choices: tuple[str, ...] = ()
    value: str = ""
    fact: Fact | None = None
    is_filled: bool = False
    is_from_card: bool = False
    can_be_fact: bool = dataclasses.field(default=False, compare=False)  # it follows from the name
    after: str = dataclasses.field(default="", compare=False)  # as the template has it
    can_be_kept: bool = dataclasses.field(default=False, compare=False)


NO_FACTS: Final = FactsOfDay(date.min)


def boxes(
    template: Template,
    remembered: Mapping[str, str],
    clipboard: str | None = None,
    facts: FactsOfDay = NO_FACTS,
    card: Card = NO_CARD,
) -> tuple[Box, ...]:
    """Return the boxes in the order of their fields in the reply.

    The initial value is that of a fact or of the card (see :func:`quickdesk.replies.card.filling`), else the
    one last used for the name (if it is one of the choices, if
    there are any), else the default, else the first choice, else empty. Choices that start unchosen and are
    no fact are always empty at first: their author says that none may be sent without thought. Of
    ``remembered`` only :func:`rememberable` values count; older versions stored others. If ``clipboard`` is
    given and blank, a ``{剪贴板}`` gets a box too.
    """
    remembered = rememberable(remembered)
    asked = [
        dataclasses.replace(
            _box(field, remembered, facts, card),
            after=words_in(template, field.name)[1],
            can_be_kept=bool(card) and not field.is_fact and can_be_on_card(field.name),
        )
        for field in template.fields
    ]
    return (*asked, *(Box(name) for name in _empty_clipboards(template, clipboard)))


def needs_form(
    template: Template,
    clipboard: str | None = None,
    facts: FactsOfDay = NO_FACTS,
    card: Card = NO_CARD,
) -> bool:
    """Return whether the agent has to fill in the form before this reply can be sent.

    This includes fields with a default, which has to be confirmed; a fact is confirmed already, and so is the
    only value of a card.
    """
    is_asked = any(filling(field, facts, card).value is None for field in template.fields)
    return is_asked or bool(_empty_clipboards(template, clipboard))


def filled_values(template: Template, facts: FactsOfDay = NO_FACTS, card: Card = NO_CARD) -> dict[str, str]:
    """Return the values of the fields that need no question, by name."""
    found = {field.name: filling(field, facts, card).value for field in template.fields}
    return {name: value for name, value in found.items() if value is not None}


def rememberable(values: Mapping[str, str]) -> dict[str, str]:
    """Return the values that may be offered for the next buyer too.

    Blank values, values longer than 200 characters and values with a digit, which may be an amount, a date or
    an order number, are left out.
    """
    return {name: value for name, value in values.items() if is_shop_field(name) and _is_rememberable(value)}


class FactNote(Enum):
    """What is to be said of a box and the fact of its name."""

    EXPIRED = auto()
    """The fact is expired: before the form was opened, or since."""
    SAVED = auto()
    """What was typed is the fact now."""
    CHANGED = auto()
    """The fact has another value than the box had at first."""
    REMOVED = auto()


def fact_note(box: Box, value: str, facts: FactsOfDay) -> FactNote | None:
    """Return what to say of a box whose present value is ``value``, None if there is nothing.

    The box keeps its value also if the fact changes: what is shown is sent.
    """
    fact = None if box.is_from_card else facts.named(box.name)
    if fact is None:
        return FactNote.REMOVED if box.is_filled and not box.is_from_card else None
    if not fact.is_valid_on(facts.day):
        return FactNote.EXPIRED
    if box.is_filled:
        return None if fact.value == box.value else FactNote.CHANGED
    return FactNote.SAVED if fact.value == value else FactNote.CHANGED


def _box(field: Field, remembered: Mapping[str, str], facts: FactsOfDay, card: Card) -> Box:
    fact, can_be_fact = facts.named(field.name), can_be_fact_field(field)
    found = filling(field, facts, card)
    if found.fact is not None:
        value = found.fact.value
        return Box(field.name, field.choices, value, found.fact, is_filled=True, can_be_fact=can_be_fact)
    if found.card is not None:
        choices, is_sure = found.card.choices or field.choices, found.card.is_sure
        return Box(field.name, choices, found.card.value, is_filled=is_sure, is_from_card=True)
    return Box(field.name, field.choices, _first_value(field, remembered), fact, can_be_fact=can_be_fact)


def _first_value(field: Field, remembered: Mapping[str, str]) -> str:
    if field.starts_unchosen:
        return ""
    last = remembered.get(field.name, "")
    if has_visible(last) and (not field.choices or last in field.choices):
        return last
    if field.default is not None:
        return field.default
    return field.choices[0] if field.choices else ""


def _empty_clipboards(template: Template, clipboard: str | None) -> tuple[str, ...]:
    if clipboard is None or has_visible(clipboard):
        return ()
    names = (part.name for part in template.specials if part.kind is SpecialKind.CLIPBOARD)
    return tuple(dict.fromkeys(names))


def _is_rememberable(value: str) -> bool:
    return has_visible(value) and len(value) <= _MAX_CHARACTERS and not any(map(str.isdigit, value))
