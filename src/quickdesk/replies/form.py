"""What to ask the agent before a reply can be finished: one box per name, with a first value in it."""

from collections.abc import Mapping
from dataclasses import dataclass

from quickdesk.replies.memory import memorable
from quickdesk.replies.special import SpecialKind
from quickdesk.replies.template import Field, Template


@dataclass(frozen=True, slots=True)
class Box:
    """One question: ``choices`` is empty for free text, ``value`` is what stands in it at first.

    Choices help, they do not bind: :func:`quickdesk.replies.render.render` takes any value.
    """

    name: str
    choices: tuple[str, ...] = ()
    value: str = ""


def boxes(template: Template, remembered: Mapping[str, str], clipboard: str | None = None) -> tuple[Box, ...]:
    """Return the questions in the order of the reply.

    A box starts with the value last used for its name (with choices only while it is one of them),
    else with the default, else with the first choice, else empty. Of ``remembered`` only what is
    memorable counts: older versions kept more. Where ``clipboard`` is given and
    blank, a ``{剪贴板}`` becomes a box as well, because the reply cannot be finished without it.
    """
    remembered = memorable(remembered)
    asked = [Box(field.name, field.choices, _first_value(field, remembered)) for field in template.fields]
    return (*asked, *(Box(name) for name in _empty_clipboards(template, clipboard)))


def needs_form(template: Template, clipboard: str | None = None) -> bool:
    """Say whether the agent must be asked before this reply can be sent.

    A field with a default is asked for too: the default is a proposal, not an answer.
    """
    return bool(template.fields) or bool(_empty_clipboards(template, clipboard))


def _first_value(field: Field, remembered: Mapping[str, str]) -> str:
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
