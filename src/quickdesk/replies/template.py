"""The template language of replies: text, fields to fill in and special fields.

=====================  ==============================================================
``{名称}``             a field the agent fills in
``{名称:默认}``        with a default; an empty default is none
``{名|甲|乙}``         with choices, the first of them suggested
``{名:乙|甲|乙}``      with choices and a default
``{名:|甲|乙}``        with choices of which none is suggested: the agent has to choose
``{事实:名}``          a fact of the shop, also ``{fact:名}``, see :mod:`quickdesk.replies.facts`
``{日期}`` ``{光标}``  filled automatically, see :mod:`quickdesk.replies.special`
``{{`` and ``}}``      literal braces
=====================  ==============================================================

Inside braces ``：`` and ``｜`` are equivalent to ``:`` and ``|``, and spaces around a name, default or choice
are ignored. A field is on one line and contains no braces. A name begins with a letter (including 汉字 and
emoji), a digit or ``_`` and continues with letters, digits, spaces and the characters in ``_NAME_MARKS``.
Single braces are never text: ``{%50%}`` is an error, and ``{{%50%}}`` the literal text, so that a mistyped
field is never sent to a buyer. Names that begin with another character (``{?``, ``{>``, ``{*`` ...) are
reserved for extensions.

A fact fills every field that has its name; ``{事实:名}`` says that the field is meant to be one. While it is
not set, it is asked for like ``{名}``, with the default and choices that may follow, as in
``{事实:快递:中通}``. ``{事实}`` without a colon is a field of that name.

Values and rendering are in :mod:`quickdesk.replies.render`.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TypeAlias

from quickdesk.replies.special import SpecialKind, special_kind

MAX_BODY = 100_000
"""Maximum length of a body in code points: ten times the longest chat message, and fast to parse."""
MAX_FIELDS = 200
"""Maximum number of fields in a body, special and repeated ones included."""
MAX_NAME = 100
"""Maximum length of a field name in code points."""

_BRACE = re.compile(r"[{}]")
_FIELD_END = re.compile(r"[{}\n\r]")
_NAME_END = re.compile(r"[:：|｜]")
_CHOICE_END = re.compile(r"[|｜]")
_FACT = re.compile(r"\s*(?:事实|事實|fact)\s*[:：]", re.IGNORECASE)
_NAME_MARKS = frozenset(" _-./·#%&'’\"“”‘()（）、,，?？–—…")


class TemplateFlaw(Enum):
    """Why a body cannot be parsed."""

    UNCLOSED = auto()
    """A ``{`` without its ``}`` on the same line."""
    UNMATCHED = auto()
    """A ``}`` without a ``{`` before it."""
    NESTED = auto()
    """A ``{`` inside a field."""
    EMPTY_NAME = auto()
    BAD_NAME = auto()
    """The name contains an invalid character or is longer than MAX_NAME."""
    EMPTY_CHOICE = auto()
    """An empty choice, as in ``{名|甲|}``."""
    SPECIAL_WITH_VALUE = auto()
    """A default or choices for a special field, as in ``{日期:明天}``, or a fact of that name."""
    TOO_MANY_FIELDS = auto()
    TOO_LONG = auto()
    """The body has more than MAX_BODY code points."""


class TemplateError(ValueError):
    """A body is not a valid template.

    ``position`` and ``length`` are the range of the error in code points of the body.
    """

    def __init__(self, flaw: TemplateFlaw, position: int, length: int) -> None:
        super().__init__(f"{flaw.name.lower()} at {position}")
        self.flaw = flaw
        self.position = position
        self.length = length


@dataclass(frozen=True, slots=True)
class Text:
    """Literal text; in ``text``, ``{{`` is already replaced by ``{``."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Field:
    """A field that the agent fills in."""

    start: int
    end: int
    name: str
    default: str | None = None
    choices: tuple[str, ...] = ()
    starts_unchosen: bool = False
    """The author has left the default of the choices empty: none of them may be suggested."""
    is_fact: bool = False
    """It is written as a fact of the shop."""


@dataclass(frozen=True, slots=True)
class Special:
    """A special field; ``name`` is the spelling used."""

    start: int
    end: int
    kind: SpecialKind
    name: str


TemplatePart: TypeAlias = Text | Field | Special


@dataclass(frozen=True, slots=True)
class Template:
    """A parsed body; its parts cover it completely and in order."""

    body: str
    parts: tuple[TemplatePart, ...]

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields to fill in, one per name, in order of appearance.

        Repetitions of a name are one field with the first default and the first choices given for it, at the
        position of its first appearance. It starts unchosen if one of them does and none has a default.
        """
        found: dict[str, Field] = {}
        for part in self.parts:
            if isinstance(part, Field):
                first = found.get(part.name, part)
                found[part.name] = replace(
                    first,
                    default=part.default if first.default is None else first.default,
                    choices=first.choices or part.choices,
                    starts_unchosen=first.starts_unchosen or part.starts_unchosen,
                    is_fact=first.is_fact or part.is_fact,
                )
        return tuple(
            replace(field, starts_unchosen=field.starts_unchosen and field.default is None)
            for field in found.values()
        )

    @property
    def specials(self) -> tuple[Special, ...]:
        """All special fields, repeated ones included."""
        return tuple(part for part in self.parts if isinstance(part, Special))

    @property
    def reads_clipboard(self) -> bool:
        """Whether the template contains a clipboard field."""
        return any(part.kind is SpecialKind.CLIPBOARD for part in self.specials)


@dataclass(frozen=True, slots=True)
class ParseResult:
    """The result of parsing a body with error recovery: its valid parts and all errors."""

    parts: tuple[TemplatePart, ...]
    flaws: tuple[TemplateError, ...]


def parse(body: str) -> Template:
    """Parse a body in linear time; raise TemplateError if it is not valid."""
    if len(body) > MAX_BODY:
        raise TemplateError(TemplateFlaw.TOO_LONG, MAX_BODY, len(body) - MAX_BODY)
    parts: list[TemplatePart] = []
    fields = 0
    for part in _merge_texts(_scan(body)):
        fields += not isinstance(part, Text)
        if fields > MAX_FIELDS:
            raise TemplateError(TemplateFlaw.TOO_MANY_FIELDS, part.start, part.end - part.start)
        parts.append(part)
    return Template(body, tuple(parts))


def parse_with_errors(body: str) -> ParseResult:
    """Parse a body in linear time, continuing after each error.

    There are errors if and only if :func:`parse` raises TemplateError.
    """
    if len(body) > MAX_BODY:
        return ParseResult((), (TemplateError(TemplateFlaw.TOO_LONG, MAX_BODY, len(body) - MAX_BODY),))
    parts: list[TemplatePart] = []
    flaws: list[TemplateError] = []
    position = 0
    while position < len(body):
        try:
            for part in _scan(body, position):
                parts.append(part)
                position = part.end
        except TemplateError as flaw:
            flaws.append(flaw)
            # A field that begins inside another one may be valid itself.
            position = flaw.position + flaw.length - (flaw.flaw is TemplateFlaw.NESTED)
    fields = [part for part in parts if not isinstance(part, Text)]
    if len(fields) > MAX_FIELDS:
        first = fields[MAX_FIELDS]
        flaws.append(TemplateError(TemplateFlaw.TOO_MANY_FIELDS, first.start, first.end - first.start))
    return ParseResult(tuple(parts), tuple(flaws))


def escape(text: str) -> str:
    """Return a body that renders as exactly this text."""
    return text.replace("{", "{{").replace("}", "}}")


def can_name_field(name: str) -> bool:
    """Return whether ``{name}`` is an ordinary field."""
    return bool(name) and name == name.strip() and _is_name(name) and special_kind(name) is None


def _scan(body: str, position: int = 0) -> Iterator[TemplatePart]:
    while position < len(body):
        brace = _BRACE.search(body, position)
        if brace is None:
            yield Text(position, len(body), body[position:])
            return
        start = brace.start()
        if start > position:
            yield Text(position, start, body[position:start])
        part = _part_at_brace(body, start)
        yield part
        position = part.end


def _part_at_brace(body: str, start: int) -> TemplatePart:
    brace = body[start]
    if body[start + 1 : start + 2] == brace:
        return Text(start, start + 2, brace)
    if brace == "}":
        raise TemplateError(TemplateFlaw.UNMATCHED, start, 1)
    end = _FIELD_END.search(body, start + 1)
    if end is None or end.group() in "\n\r":
        stop = len(body) if end is None else end.start()
        raise TemplateError(TemplateFlaw.UNCLOSED, start, stop - start)
    if end.group() == "{":
        raise TemplateError(TemplateFlaw.NESTED, start, end.end() - start)
    return _field(body, start, end.end())


def _field(body: str, start: int, end: int) -> Field | Special:
    inside = body[start + 1 : end - 1]
    fact = _FACT.match(inside)
    if fact is not None:
        inside = inside[fact.end() :]
    separator = _NAME_END.search(inside)
    name = (inside[: separator.start()] if separator else inside).strip()
    if not name:
        raise TemplateError(TemplateFlaw.EMPTY_NAME, start, end - start)
    if not _is_name(name):
        raise TemplateError(TemplateFlaw.BAD_NAME, start, end - start)
    kind = special_kind(name)
    if kind is not None:
        if separator or fact:
            raise TemplateError(TemplateFlaw.SPECIAL_WITH_VALUE, start, end - start)
        return Special(start, end, kind, name)
    if separator is None:
        return Field(start, end, name, is_fact=fact is not None)
    has_default = separator.group() in ":："
    field = _field_with_values(start, end, name, inside[separator.end() :], has_default=has_default)
    return replace(field, is_fact=fact is not None)


def _field_with_values(start: int, end: int, name: str, values: str, *, has_default: bool) -> Field:
    first, *rest = (part.strip() for part in _CHOICE_END.split(values))
    choices = tuple(rest) if has_default else (first, *rest)
    if not all(choices):
        raise TemplateError(TemplateFlaw.EMPTY_CHOICE, start, end - start)
    return Field(
        start,
        end,
        name,
        default=(first or None) if has_default else None,
        choices=tuple(dict.fromkeys(choices)),
        starts_unchosen=has_default and not first and bool(choices),
    )


def _is_name(name: str) -> bool:
    if len(name) > MAX_NAME or (name[0] != "_" and not _is_letter(name[0])):
        return False
    return all(mark in _NAME_MARKS or _is_letter(mark) for mark in name)


def _is_letter(character: str) -> bool:
    category = unicodedata.category(character)
    return category[0] in "LMN" or category == "So"


def _merge_texts(parts: Iterator[TemplatePart]) -> Iterator[TemplatePart]:
    """Yield the parts with adjacent texts merged."""
    texts: list[Text] = []
    for part in parts:
        if isinstance(part, Text):
            texts.append(part)
            continue
        yield from _merged_text(texts)
        texts.clear()
        yield part
    yield from _merged_text(texts)


def _merged_text(texts: list[Text]) -> Iterator[Text]:
    if texts:
        yield Text(texts[0].start, texts[-1].end, "".join(text.text for text in texts))
