"""The form for filling in the fields of a reply: one box per field name, with an initial value."""

from collections.abc import Mapping
from dataclasses import dataclass

from quickdesk.replies.memory import memorable
from quickdesk.replies.special import SpecialKind
from quickdesk.replies.template import Field, Template


@dataclass(frozen=True, slots=True)
class Box:
    """One field of the form: ``choices`` is empty for free text, ``value`` is the initial value.

    Choices are suggestions: :func:`quickdesk.replies.render.render` accepts any value.
    """

    name: str
    choices: tuple[str, ...] = ()
    value: str = ""


def boxes(template: Template, remembered: Mapping[str, str], clipboard: str | None = None) -> tuple[Box, ...]:
    """Return the boxes in the order of their fields in the reply.

    The initial value is the one last used for the name (if it is one of the choices, if there are any), else
    the default, else the first choice, else empty. Of ``remembered`` only values that are :func:`memorable`
    count; older versions stored others. If ``clipboard`` is given and blank, a ``{剪贴板}`` gets a box too.
    """
    remembered = memorable(remembered)
    asked = [Box(field.name, field.choices, _first_value(field, remembered)) for field in template.fields]
    return (*asked, *(Box(name) for name in _empty_clipboards(template, clipboard)))


def needs_form(template: Template, clipboard: str | None = None) -> bool:
    """Return whether the agent has to fill in the form before this reply can be sent.

    This includes fields with a default, which has to be confirmed.
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
