"""Rendering a template with values.

Previews and deliveries use the same rendering. Values are inserted literally; braces in them have no meaning.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from quickdesk.replies.special import SpecialKind
from quickdesk.replies.template import Field, Special, Template, Text
from quickdesk.text.folding import has_visible

MAX_TEXT = 200_000
"""Maximum length of a finished reply in code points."""


@dataclass(frozen=True, slots=True)
class RenderContext:
    """The values of special fields; ``clipboard`` is the text of the clipboard, empty if there is none."""

    now: datetime
    clipboard: str = ""


@dataclass(frozen=True, slots=True)
class FieldSpan:
    """The range of a field in a rendered text, in code points; an unfilled field shows its braces."""

    start: int
    end: int
    name: str
    is_filled: bool


@dataclass(frozen=True, slots=True)
class Rendered:
    """A rendered reply. Fields without a value are shown as ``{名称}`` and listed in ``missing``.

    ``cursor`` is the position of the first ``{光标}`` in code points, or None. If ``is_too_long``, ``text``
    is truncated at MAX_TEXT, for previews only.
    """

    text: str
    cursor: int | None = None
    missing: tuple[str, ...] = ()
    field_spans: tuple[FieldSpan, ...] = ()
    is_too_long: bool = False


def render(template: Template, values: Mapping[str, str], context: RenderContext) -> Rendered:
    """Render a template. A field with a blank value gets its default, or is missing if it has none.

    An empty clipboard is missing under the name used in the body, and can be replaced by a value for that
    name. Values for unknown names are ignored.
    """
    field_values = _field_values(template, values, context)
    parts: list[str] = []
    field_spans: list[FieldSpan] = []
    cursor: int | None = None
    length = 0
    for part in template.parts:
        if isinstance(part, Text):
            text = part.text
        elif isinstance(part, Special) and part.kind is SpecialKind.CURSOR:
            cursor = length if cursor is None else cursor
            continue
        else:
            value = field_values[part.name]
            text = f"{{{part.name}}}" if value is None else value
            field_spans.append(FieldSpan(length, length + len(text), part.name, value is not None))
        parts.append(text)
        length += len(text)
    missing = tuple(name for name, value in field_values.items() if value is None)
    if length > MAX_TEXT:
        return Rendered(_truncated(parts), None, missing, (), is_too_long=True)
    return Rendered("".join(parts), cursor, missing, tuple(field_spans))


def _field_values(
    template: Template, values: Mapping[str, str], context: RenderContext
) -> dict[str, str | None]:
    """Return the value of each field name in order of appearance, None if it has none."""
    defaults = {field.name: field.default for field in template.fields}
    field_values: dict[str, str | None] = {}
    for part in template.parts:
        if isinstance(part, Field):
            field_values[part.name] = _unless_blank(values.get(part.name)) or defaults[part.name]
        elif isinstance(part, Special) and part.kind is not SpecialKind.CURSOR:
            field_values[part.name] = _special_value(part, values, context)
    return field_values


def _special_value(part: Special, values: Mapping[str, str], context: RenderContext) -> str | None:
    now = context.now
    if part.kind is SpecialKind.TIME:
        return now.strftime("%H:%M")
    if part.kind is SpecialKind.DATE:
        return now.date().isoformat() if part.name.isascii() else f"{now.year}年{now.month}月{now.day}日"
    return _unless_blank(values.get(part.name)) or _unless_blank(context.clipboard)


def _unless_blank(value: str | None) -> str | None:
    return value if value is not None and has_visible(value) else None


def _truncated(parts: list[str]) -> str:
    """Return the first MAX_TEXT code points without joining all parts: values may be very large."""
    left = MAX_TEXT
    shown: list[str] = []
    for text in parts:
        shown.append(text[:left])
        left -= len(shown[-1])
        if left <= 0:
            break
    return "".join(shown)
