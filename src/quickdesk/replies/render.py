"""From a template and values to the finished reply, and the one door through which it may leave.

What a preview shows and what is sent come from the same rendering; only :func:`deliver` makes a
``Delivery``, and only of a text in which nothing is missing. Values are inserted as they are: braces
in them mean nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto

from quickdesk.replies.delivery import Delivery
from quickdesk.replies.graphemes import count_from
from quickdesk.replies.special import SpecialKind
from quickdesk.replies.template import Field, Special, Template, Text

MAX_TEXT = 200_000
"""Code points a finished reply may have, values included."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What fields that fill themselves are filled from; ``clipboard`` is its text, "" where none."""

    now: datetime
    clipboard: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a field stands in a rendered text, in code points; not filled means it shows its braces."""

    start: int
    end: int
    name: str
    is_filled: bool


@dataclass(frozen=True, slots=True)
class Rendered:
    """A reply as it would read now. Fields that miss a value show as ``{名称}`` and are listed.

    ``cursor`` counts code points from the start of the text; the first ``{光标}`` holds. Where
    ``is_too_long``, ``text`` is cut at MAX_TEXT and is good for looking at only.
    """

    text: str
    cursor: int | None = None
    missing: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    is_too_long: bool = False


class DeliveryFlaw(Enum):
    """Why a rendered reply must not be sent."""

    MISSING = auto()
    """Fields are open: ``missing`` names them."""
    TOO_LONG = auto()
    """The text has more than MAX_TEXT code points."""
    EMPTY = auto()
    """There is nothing to send."""


@dataclass(frozen=True, slots=True)
class Undeliverable:
    """A reply that stays here, and why."""

    flaw: DeliveryFlaw
    missing: tuple[str, ...] = ()


def render(template: Template, values: Mapping[str, str], surroundings: Surroundings) -> Rendered:
    """Fill a template. A blank value counts as none: the default holds, else the field is missing.

    An empty clipboard is missing under the name the body uses, and can be filled by a value of that
    name. Values for names that the template does not have are passed over.
    """
    filling = _filling(template, values, surroundings)
    pieces: list[str] = []
    marks: list[Mark] = []
    cursor: int | None = None
    length = 0
    for part in template.parts:
        if isinstance(part, Text):
            piece = part.text
        elif isinstance(part, Special) and part.kind is SpecialKind.CURSOR:
            cursor = length if cursor is None else cursor
            continue
        else:
            value = filling[part.name]
            piece = f"{{{part.name}}}" if value is None else value
            marks.append(Mark(length, length + len(piece), part.name, value is not None))
        pieces.append(piece)
        length += len(piece)
    missing = tuple(name for name, value in filling.items() if value is None)
    if length > MAX_TEXT:
        return Rendered(_beginning(pieces), None, missing, (), is_too_long=True)
    return Rendered("".join(pieces), cursor, missing, tuple(marks))


def deliver(rendered: Rendered) -> Delivery | Undeliverable:
    """Turn a rendered reply into one that may be sent, or say why it may not."""
    if rendered.missing:
        return Undeliverable(DeliveryFlaw.MISSING, rendered.missing)
    if rendered.is_too_long:
        return Undeliverable(DeliveryFlaw.TOO_LONG)
    if not rendered.text.strip():
        return Undeliverable(DeliveryFlaw.EMPTY)
    back = 0 if rendered.cursor is None else count_from(rendered.text, rendered.cursor)
    return Delivery(rendered.text, back)


def _filling(
    template: Template, values: Mapping[str, str], surroundings: Surroundings
) -> dict[str, str | None]:
    """Return the value of every name in the order of appearance, None where there is none."""
    defaults = {field.name: field.default for field in template.fields}
    filling: dict[str, str | None] = {}
    for part in template.parts:
        if isinstance(part, Field):
            filling[part.name] = _filled(values.get(part.name)) or defaults[part.name]
        elif isinstance(part, Special) and part.kind is not SpecialKind.CURSOR:
            filling[part.name] = _own_value(part, values, surroundings)
    return filling


def _own_value(part: Special, values: Mapping[str, str], surroundings: Surroundings) -> str | None:
    now = surroundings.now
    if part.kind is SpecialKind.TIME:
        return now.strftime("%H:%M")
    if part.kind is SpecialKind.DATE:
        return now.date().isoformat() if part.name.isascii() else f"{now.year}年{now.month}月{now.day}日"
    return _filled(values.get(part.name)) or _filled(surroundings.clipboard)


def _filled(value: str | None) -> str | None:
    return value if value is not None and value.strip() else None


def _beginning(pieces: list[str]) -> str:
    """Join only as much as is shown: a value may be as large as the clipboard."""
    left = MAX_TEXT
    shown: list[str] = []
    for piece in pieces:
        shown.append(piece[:left])
        left -= len(shown[-1])
        if left <= 0:
            break
    return "".join(shown)
