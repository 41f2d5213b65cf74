"""Validation of snippets, and looking them up by id or code.

``add``, ``edit`` and every import call :func:`check` before storing, so that every stored snippet can be
shown, found and rendered.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Literal, TypeAlias

from quickdesk.replies.snippet import Snippet
from quickdesk.replies.special import SpecialKind
from quickdesk.replies.template import MAX_BODY, MAX_FIELDS, Special, TemplateFlaw, Text, survey

MAX_TITLE = 200
MAX_CODE = 64
MAX_FOLDER_DEPTH = 16
MAX_FOLDER_PART = 100
MAX_TAGS = 50
MAX_TAG = 60

MAX_FLAWS = 20
"""Flaws that are reported per body; if there are more, the braces are probably not fields."""

_LIMITS: Mapping[tuple[str, str], int] = {
    ("title", "too-long"): MAX_TITLE,
    ("code", "too-long"): MAX_CODE,
    ("folder", "too-long"): MAX_FOLDER_PART,
    ("folder", "too-many"): MAX_FOLDER_DEPTH,
    ("tags", "too-long"): MAX_TAG,
    ("tags", "too-many"): MAX_TAGS,
    ("body", "too-long"): MAX_BODY,
    ("body", "too-many-fields"): MAX_FIELDS,
}

_WHITESPACE = " \t\r\n\u3000"
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_FORBIDDEN_IN_LINE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")

SnippetField: TypeAlias = Literal["id", "title", "body", "code", "folder", "tags"]


class SnippetFlaw(Enum):
    """The kind of a flaw in one field of a snippet."""

    EMPTY = auto()
    """The field is blank; a body also if it contains only ``{光标}``."""
    TOO_LONG = auto()
    TOO_MANY = auto()
    """More tags than MAX_TAGS, or folders deeper than MAX_FOLDER_DEPTH."""
    UNUSABLE_CHARACTER = auto()
    """A control character, a lone surrogate, or a line break in a one-line field."""
    NOT_A_TEMPLATE = auto()
    """The body is not a valid template; ``template`` is the flaw."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """One flaw of a snippet.

    ``position`` and ``length`` are code points of the field's text; for ``folder`` and ``tags`` ``position``
    is the index of the part and ``length`` is 1.
    """

    field: SnippetField
    kind: SnippetFlaw
    position: int = 0
    length: int = 0
    template: TemplateFlaw | None = None


def check(snippet: Snippet) -> tuple[Flaw, ...]:
    """Return all flaws of a snippet; a snippet without flaws may be stored."""
    return (
        *_check_line("id", snippet.id, MAX_CODE),
        *_check_line("title", snippet.title, MAX_TITLE),
        *_check_body(snippet.body),
        *(_check_line("code", snippet.code, MAX_CODE) if snippet.code else ()),
        *_check_parts("folder", snippet.folder, MAX_FOLDER_DEPTH, MAX_FOLDER_PART),
        *_check_parts("tags", snippet.tags, MAX_TAGS, MAX_TAG),
    )


def tidied(snippet: Snippet) -> Snippet:
    """Return the normalized snippet.

    Spaces around title, code, folders and tags are stripped, empty and repeated tags removed, and line breaks
    of the body converted to ``\\n``. Spaces in the body are kept, because they may be intended.
    """
    return replace(
        snippet,
        title=snippet.title.strip(),
        code=snippet.code.strip(),
        body=snippet.body.replace("\r\n", "\n").replace("\r", "\n"),
        folder=tuple(part.strip() for part in snippet.folder if part.strip()),
        tags=tuple(dict.fromkeys(tag.strip() for tag in snippet.tags if tag.strip())),
    )


def most(field: str, flaw: str) -> int | None:
    """Return the limit of characters (of folders and tags: per part) or parts of a field.

    ``flaw`` is the name of the flaw in lower case with hyphens; return None if it has no limit.
    """
    return _LIMITS.get((field, flaw))


def named_by(reference: str, snippets: Iterable[Snippet]) -> tuple[Snippet, ...]:
    """Return the snippets with this id, else with this code, else with an id that begins with it.

    Codes are compared case-insensitively.
    """
    if not reference:
        return ()
    known = tuple(snippets)
    exact = tuple(snippet for snippet in known if snippet.id == reference)
    return exact or with_code(reference, known) or tuple(s for s in known if s.id.startswith(reference))


def with_code(code: str, snippets: Iterable[Snippet]) -> tuple[Snippet, ...]:
    """Return the snippets with this code, compared case-insensitively; empty for an empty code."""
    wanted = code.casefold()
    return tuple(snippet for snippet in snippets if wanted and snippet.code.casefold() == wanted)


def _check_line(field: SnippetField, text: str, limit: int) -> Iterator[Flaw]:
    if not text.strip(_WHITESPACE):
        yield Flaw(field, SnippetFlaw.EMPTY)
    if len(text) > limit:
        yield Flaw(field, SnippetFlaw.TOO_LONG, limit, len(text) - limit)
    yield from _check_characters(field, text, _FORBIDDEN_IN_LINE)


def _check_characters(field: SnippetField, text: str, unusable: re.Pattern[str]) -> Iterator[Flaw]:
    """Yield a flaw for the first character that cannot be stored or pasted.

    A lone surrogate cannot be encoded as UTF-8; a control character other than a line break or a tab
    truncates the text in some programs and is a key press in a terminal.
    """
    found = unusable.search(text)
    if found:
        yield Flaw(field, SnippetFlaw.UNUSABLE_CHARACTER, found.start(), 1)


def _check_parts(field: SnippetField, parts: tuple[str, ...], most: int, limit: int) -> Iterator[Flaw]:
    if len(parts) > most:
        yield Flaw(field, SnippetFlaw.TOO_MANY, most, len(parts) - most)
    for number, part in enumerate(parts):
        for flaw in _check_line(field, part, limit):
            yield Flaw(field, flaw.kind, number, 1)
        if field == "folder" and "/" in part:
            yield Flaw(field, SnippetFlaw.UNUSABLE_CHARACTER, number, 1)


def _check_body(body: str) -> Iterator[Flaw]:
    yield from _check_characters("body", body, _FORBIDDEN)
    found = survey(body)
    for error in found.flaws[:MAX_FLAWS]:
        yield Flaw("body", SnippetFlaw.NOT_A_TEMPLATE, error.position, error.length, error.flaw)
    if found.flaws:
        return
    says_something = any(
        part.text.strip(_WHITESPACE)
        if isinstance(part, Text)
        else not (isinstance(part, Special) and part.kind is SpecialKind.CURSOR)
        for part in found.parts
    )
    if not says_something:
        yield Flaw("body", SnippetFlaw.EMPTY, 0, len(body))
