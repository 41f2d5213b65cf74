"""Rules over snippets that need no store: what a sound snippet is, and which one an id means.

``add``, ``edit`` and every import ask :func:`check` before anything is stored, so that whatever lies
in the store can be shown, found and rendered.
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
"""Flaws of one body that are told; where there are more, braces were never meant as fields."""

_MOST: Mapping[tuple[str, str], int] = {
    ("title", "too-long"): MAX_TITLE,
    ("code", "too-long"): MAX_CODE,
    ("folder", "too-long"): MAX_FOLDER_PART,
    ("folder", "too-many"): MAX_FOLDER_DEPTH,
    ("tags", "too-long"): MAX_TAG,
    ("tags", "too-many"): MAX_TAGS,
    ("body", "too-long"): MAX_BODY,
    ("body", "too-many-fields"): MAX_FIELDS,
}

_MARGIN = " \t\r\n\u3000"
_UNUSABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_UNUSABLE_IN_LINE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")

SnippetField: TypeAlias = Literal["id", "title", "body", "code", "folder", "tags"]


class SnippetFlaw(Enum):
    """What is wrong with one field of a snippet."""

    EMPTY = auto()
    """Nothing in it but spaces; for a body also: nothing but ``{光标}``."""
    TOO_LONG = auto()
    TOO_MANY = auto()
    """More tags than MAX_TAGS, or folders deeper than MAX_FOLDER_DEPTH."""
    UNUSABLE_CHARACTER = auto()
    """A control character, half of a surrogate pair, or a line break where one line is meant."""
    NOT_A_TEMPLATE = auto()
    """The body is not in the field language; ``template`` says how."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing wrong with a snippet.

    ``position`` and ``length`` are code points of the field's text; for ``folder`` and ``tags``
    ``position`` counts parts instead and ``length`` is 1.
    """

    field: SnippetField
    kind: SnippetFlaw
    position: int = 0
    length: int = 0
    template: TemplateFlaw | None = None


def check(snippet: Snippet) -> tuple[Flaw, ...]:
    """Return everything that is wrong with a snippet; nothing means that it may be stored."""
    return (
        *_check_line("id", snippet.id, MAX_CODE),
        *_check_line("title", snippet.title, MAX_TITLE),
        *_check_body(snippet.body),
        *(_check_line("code", snippet.code, MAX_CODE) if snippet.code else ()),
        *_check_parts("folder", snippet.folder, MAX_FOLDER_DEPTH, MAX_FOLDER_PART),
        *_check_parts("tags", snippet.tags, MAX_TAGS, MAX_TAG),
    )


def tidied(snippet: Snippet) -> Snippet:
    """Return the snippet without what people type by accident.

    Spaces around title, code, folders and tags go, empty and repeated tags too; line breaks of the
    body become ``\\n``. The body's own spaces stay: they may be meant.
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
    """Return how many characters (of folders and tags: per part) or parts a field may have.

    ``flaw`` is the name of what is too much, in lower case with hyphens; None where nothing is.
    """
    return _MOST.get((field, flaw))


def named_by(reference: str, snippets: Iterable[Snippet]) -> tuple[Snippet, ...]:
    """Return what an id, a code, or the beginning of an id means: one snippet, none, or all it could be.

    A whole id comes before a code, and a code before the beginning of an id. Codes are compared without
    regard to capitals.
    """
    if not reference:
        return ()
    known = tuple(snippets)
    exact = tuple(snippet for snippet in known if snippet.id == reference)
    return exact or with_code(reference, known) or tuple(s for s in known if s.id.startswith(reference))


def with_code(code: str, snippets: Iterable[Snippet]) -> tuple[Snippet, ...]:
    """Return the snippets that have this code, capitals or not; none for an empty code."""
    wanted = code.casefold()
    return tuple(snippet for snippet in snippets if wanted and snippet.code.casefold() == wanted)


def _check_line(field: SnippetField, text: str, limit: int) -> Iterator[Flaw]:
    if not text.strip(_MARGIN):
        yield Flaw(field, SnippetFlaw.EMPTY)
    if len(text) > limit:
        yield Flaw(field, SnippetFlaw.TOO_LONG, limit, len(text) - limit)
    yield from _check_characters(field, text, _UNUSABLE_IN_LINE)


def _check_characters(field: SnippetField, text: str, unusable: re.Pattern[str]) -> Iterator[Flaw]:
    """Tell the first character that cannot be stored or pasted.

    Half a surrogate pair cannot be written as UTF-8; a control character other than a line break or
    a tab ends the text early in some programs and is a key press in a terminal.
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
    yield from _check_characters("body", body, _UNUSABLE)
    found = survey(body)
    for error in found.flaws[:MAX_FLAWS]:
        yield Flaw("body", SnippetFlaw.NOT_A_TEMPLATE, error.position, error.length, error.flaw)
    if found.flaws:
        return
    says_something = any(
        part.text.strip(_MARGIN)
        if isinstance(part, Text)
        else not (isinstance(part, Special) and part.kind is SpecialKind.CURSOR)
        for part in found.parts
    )
    if not says_something:
        yield Flaw("body", SnippetFlaw.EMPTY, 0, len(body))
