"""Validation of snippets.

``add``, ``edit`` and every import call :func:`check` before storing, so that every stored snippet can be
shown, found and rendered.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from quickdesk.replies.snippet import FIELD, FIELDS, FieldKind, Snippet, SnippetField
from quickdesk.replies.special import SpecialKind
from quickdesk.replies.template import MAX_FIELDS, MAX_NAME, Special, TemplateFlaw, Text, parse_with_errors

MAX_ID = 64
"""Maximum length of an id in code points."""
MAX_FACT = 1_000
"""Maximum length of the value of a fact in code points: several addresses. What is longer is a reply."""
MAX_FLAWS = 20
"""Flaws that are reported per body; if there are more, the braces are probably not fields."""

_WHITESPACE = " \t\r\n\u3000"
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_FORBIDDEN_IN_LINE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_OTHER_LIMITS = {"id": MAX_ID, "name": MAX_NAME, "value": MAX_FACT}
"""The limits of an id, and of the name and value of a fact."""


class FlawKind(Enum):
    """The kind of a flaw in one field of a snippet."""

    EMPTY = auto()
    """The field is blank; a body also if it contains only ``{光标}``."""
    TOO_LONG = auto()
    TOO_MANY = auto()
    """More tags, asks or nested folders than ``max_parts`` of the field."""
    UNUSABLE_CHARACTER = auto()
    """A control character, a lone surrogate, or a line break in a one-line field."""
    NOT_A_TEMPLATE = auto()
    """The body is not a valid template; ``template`` is the flaw."""


@dataclass(frozen=True, slots=True)
class SnippetFlaw:
    """One flaw of a snippet.

    ``position`` and ``length`` are code points of the field's text; of a field with parts ``position`` is
    the index of the part and ``length`` is 1.
    """

    field: str
    kind: FlawKind
    position: int = 0
    length: int = 0
    template: TemplateFlaw | None = None


def check(snippet: Snippet) -> tuple[SnippetFlaw, ...]:
    """Return all flaws of a snippet; a snippet without flaws may be stored."""
    flaws = [*_check_text("id", snippet.id, MAX_ID, _FORBIDDEN_IN_LINE)]
    for field in FIELDS:
        flaws += _check_field(field, getattr(snippet, field.name))
    return tuple(flaws)


def normalized(snippet: Snippet) -> Snippet:
    """Return the normalized snippet.

    Spaces around texts are stripped, empty and repeated tags and asks removed, and line breaks converted to
    ``\\n``. Spaces in the body are kept, because they may be intended.
    """
    values: list[Any] = [_normalized_value(field.kind, getattr(snippet, field.name)) for field in FIELDS]
    return Snippet(snippet.id, *values)


def limit_of(field: str, flaw: str) -> int | None:
    """Return the limit of characters (per part, if it has parts) or parts of a field of a reply or a fact.

    ``flaw`` is the name of the flaw in lower case with hyphens; return None if it has no limit.
    """
    known = FIELD.get(field)
    if known is None:
        return _OTHER_LIMITS.get(field) if flaw == "too-long" else None
    limits = {"too-long": known.limit, "too-many": known.max_parts, "too-many-fields": MAX_FIELDS}
    return limits.get(flaw) or None


def _normalized_value(kind: FieldKind, value: Any) -> str | tuple[str, ...]:  # noqa: ANN401 - a text or its parts
    match kind:
        case "line":
            return str(value.strip())
        case "template":
            return unix_lines(value)
        case "text":
            return unix_lines(value).strip()
        case "folder":
            return tuple(part.strip() for part in value if part.strip())
        case "lines":
            return tuple(dict.fromkeys(line.strip() for line in value if line.strip()))


def unix_lines(text: str) -> str:
    """Return the text with ``\\n`` for every line break of Windows and old Mac OS."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _check_field(field: SnippetField, value: Any) -> Iterable[SnippetFlaw]:  # noqa: ANN401 - text or parts
    if not value and not field.is_required:
        return ()
    match field.kind:
        case "line":
            return _check_text(field.name, value, field.limit, _FORBIDDEN_IN_LINE)
        case "text":
            return _check_text(field.name, value, field.limit, _FORBIDDEN)
        case "template":
            return _check_body(value)
        case "folder" | "lines":
            return _check_parts(field, value)


def check_text(field: str, text: str, limit: int, *, is_line: bool = True) -> Iterator[SnippetFlaw]:
    """Yield the flaws of a text that must not be blank; ``is_line`` forbids line breaks."""
    return _check_text(field, text, limit, _FORBIDDEN_IN_LINE if is_line else _FORBIDDEN)


def _check_text(field: str, text: str, limit: int, forbidden: re.Pattern[str]) -> Iterator[SnippetFlaw]:
    if not text.strip(_WHITESPACE):
        yield SnippetFlaw(field, FlawKind.EMPTY)
    if len(text) > limit:
        yield SnippetFlaw(field, FlawKind.TOO_LONG, limit, len(text) - limit)
    yield from _check_characters(field, text, forbidden)


def _check_characters(field: str, text: str, forbidden: re.Pattern[str]) -> Iterator[SnippetFlaw]:
    """Yield a flaw for the first character that cannot be stored or pasted.

    A lone surrogate cannot be encoded as UTF-8; a control character other than a line break or a tab
    truncates the text in some programs and is a key press in a terminal.
    """
    found = forbidden.search(text)
    if found:
        yield SnippetFlaw(field, FlawKind.UNUSABLE_CHARACTER, found.start(), 1)


def _check_parts(field: SnippetField, parts: tuple[str, ...]) -> Iterator[SnippetFlaw]:
    if len(parts) > field.max_parts:
        yield SnippetFlaw(field.name, FlawKind.TOO_MANY, field.max_parts, len(parts) - field.max_parts)
    for number, part in enumerate(parts[: field.max_parts]):
        for flaw in _check_text(field.name, part, field.limit, _FORBIDDEN_IN_LINE):
            yield SnippetFlaw(field.name, flaw.kind, number, 1)
        if field.kind == "folder" and "/" in part:
            yield SnippetFlaw(field.name, FlawKind.UNUSABLE_CHARACTER, number, 1)


def _check_body(body: str) -> Iterator[SnippetFlaw]:
    yield from _check_characters("body", body, _FORBIDDEN)
    found = parse_with_errors(body)
    for error in found.flaws[:MAX_FLAWS]:
        yield SnippetFlaw("body", FlawKind.NOT_A_TEMPLATE, error.position, error.length, error.flaw)
    if found.flaws:
        return
    has_content = any(
        part.text.strip(_WHITESPACE)
        if isinstance(part, Text)
        else not (isinstance(part, Special) and part.kind is SpecialKind.CURSOR)
        for part in found.parts
    )
    if not has_content:
        yield SnippetFlaw("body", FlawKind.EMPTY, 0, len(body))
