"""The field language of replies: text, fields to fill in and fields that fill themselves.

=====================  ==============================================================
``{名称}``             a field the agent fills in
``{名称:默认}``        the same with a default; an empty default is no default
``{名|甲|乙}``         the same with choices; ``{名:乙|甲|乙}`` has choices and a default
``{日期}`` ``{光标}``  filled by quickdesk, see :mod:`quickdesk.replies.special`
``{{`` and ``}}``      the braces themselves
=====================  ==============================================================

Inside braces ``：`` and ``｜`` count as ``:`` and ``|``, and spaces around a name, default or choice do
not count. A field stands on one line and holds no braces. A name begins with a letter (汉字 and emoji too),
digit or ``_`` and goes on with letters, digits, spaces and the marks in ``_NAME_MARKS``. Single braces are
never guessed to be text: ``{%50%}`` is refused with its place and written ``{{%50%}}`` where it is
meant literally, so that a mistyped field cannot reach a buyer. Names that open with another mark
(``{?``, ``{>``, ``{*`` ...) stay free for what the language will grow.

This module knows no values and no time: see :mod:`quickdesk.replies.render`.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import TypeAlias

from quickdesk.replies.special import SpecialKind, special_kind

MAX_BODY = 100_000
"""Code points a body may have: ten times the longest chat message, and every keystroke stays quick."""
MAX_FIELDS = 200
"""Fields a body may have, special ones and repetitions included."""
MAX_NAME = 100
"""Code points a field's name may have."""

_BRACE = re.compile(r"[{}]")
_FIELD_END = re.compile(r"[{}\n\r]")
_NAME_END = re.compile(r"[:：|｜]")
_CHOICE_END = re.compile(r"[|｜]")
_NAME_MARKS = frozenset(" _-./·#%&'’\"“”‘()（）、,，?？–—…")


class TemplateFlaw(Enum):
    """Why a body cannot be read."""

    UNCLOSED = auto()
    """A ``{`` without its ``}`` on the same line."""
    UNMATCHED = auto()
    """A ``}`` without a ``{`` before it."""
    NESTED = auto()
    """A ``{`` inside a field."""
    EMPTY_NAME = auto()
    BAD_NAME = auto()
    """The name holds a character no name may hold, or is longer than MAX_NAME."""
    EMPTY_CHOICE = auto()
    """A choice without text, as in ``{名|甲|}``."""
    SPECIAL_WITH_VALUE = auto()
    """A default or choices for a field that fills itself, as in ``{日期:明天}``."""
    TOO_MANY_FIELDS = auto()
    TOO_LONG = auto()
    """The body has more than MAX_BODY code points."""


class TemplateError(ValueError):
    """A body that is not written in the field language.

    ``position`` and ``length`` say in code points of the body what to mark.
    """

    def __init__(self, flaw: TemplateFlaw, position: int, length: int) -> None:
        super().__init__(f"{flaw.name.lower()} at {position}")
        self.flaw = flaw
        self.position = position
        self.length = length


@dataclass(frozen=True, slots=True)
class Text:
    """Literal text; ``text`` is what it reads as, with ``{{`` already being ``{``."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Field:
    """A field the agent fills in, with what stands between its braces."""

    start: int
    end: int
    name: str
    default: str | None = None
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Special:
    """A field that fills itself; ``name`` is the spelling used."""

    start: int
    end: int
    kind: SpecialKind
    name: str


Part: TypeAlias = Text | Field | Special


@dataclass(frozen=True, slots=True)
class Template:
    """A body that was understood: its parts tile it from the first code point to the last."""

    body: str
    parts: tuple[Part, ...]

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields to fill in, one per name in the order of appearance.

        A name used twice is one field: the first default and the first choices given for it hold,
        the positions are those of its first appearance.
        """
        found: dict[str, Field] = {}
        for part in self.parts:
            if isinstance(part, Field):
                first = found.get(part.name, part)
                default = part.default if first.default is None else first.default
                found[part.name] = Field(
                    first.start, first.end, part.name, default, first.choices or part.choices
                )
        return tuple(found.values())

    @property
    def specials(self) -> tuple[Special, ...]:
        """The fields that fill themselves, each time they appear."""
        return tuple(part for part in self.parts if isinstance(part, Special))

    @property
    def reads_clipboard(self) -> bool:
        """Whether one of them is filled from the clipboard."""
        return any(part.kind is SpecialKind.CLIPBOARD for part in self.specials)


@dataclass(frozen=True, slots=True)
class Survey:
    """Everything that can be said of a body: the parts that were understood, and all that was not."""

    parts: tuple[Part, ...]
    flaws: tuple[TemplateError, ...]


def parse(body: str) -> Template:
    """Read a body; raises TemplateError where it is not in the field language. Takes linear time."""
    if len(body) > MAX_BODY:
        raise TemplateError(TemplateFlaw.TOO_LONG, MAX_BODY, len(body) - MAX_BODY)
    parts: list[Part] = []
    fields = 0
    for part in _joined(_scan(body)):
        fields += not isinstance(part, Text)
        if fields > MAX_FIELDS:
            raise TemplateError(TemplateFlaw.TOO_MANY_FIELDS, part.start, part.end - part.start)
        parts.append(part)
    return Template(body, tuple(parts))


def survey(body: str) -> Survey:
    """Read a body as far as it goes: behind each flaw the reading goes on. Takes linear time.

    There are flaws where, and only where, :func:`parse` raises.
    """
    if len(body) > MAX_BODY:
        return Survey((), (TemplateError(TemplateFlaw.TOO_LONG, MAX_BODY, len(body) - MAX_BODY),))
    parts: list[Part] = []
    flaws: list[TemplateError] = []
    position = 0
    while position < len(body):
        try:
            for part in _scan(body, position):
                parts.append(part)
                position = part.end
        except TemplateError as flaw:
            flaws.append(flaw)
            # What begins inside another field may be a sound field itself.
            position = flaw.position + flaw.length - (flaw.flaw is TemplateFlaw.NESTED)
    fields = [part for part in parts if not isinstance(part, Text)]
    if len(fields) > MAX_FIELDS:
        first = fields[MAX_FIELDS]
        flaws.append(TemplateError(TemplateFlaw.TOO_MANY_FIELDS, first.start, first.end - first.start))
    return Survey(tuple(parts), tuple(flaws))


def escape(text: str) -> str:
    """Return a body that reads as exactly this text."""
    return text.replace("{", "{{").replace("}", "}}")


def can_name_field(name: str) -> bool:
    """Say whether ``{name}`` would be a field the agent fills in."""
    return bool(name) and name == name.strip() and _is_name(name) and special_kind(name) is None


def _scan(body: str, position: int = 0) -> Iterator[Part]:
    while position < len(body):
        brace = _BRACE.search(body, position)
        if brace is None:
            yield Text(position, len(body), body[position:])
            return
        at = brace.start()
        if at > position:
            yield Text(position, at, body[position:at])
        part = _at_brace(body, at)
        yield part
        position = part.end


def _at_brace(body: str, at: int) -> Part:
    brace = body[at]
    if body[at + 1 : at + 2] == brace:
        return Text(at, at + 2, brace)
    if brace == "}":
        raise TemplateError(TemplateFlaw.UNMATCHED, at, 1)
    end = _FIELD_END.search(body, at + 1)
    if end is None or end.group() in "\n\r":
        stop = len(body) if end is None else end.start()
        raise TemplateError(TemplateFlaw.UNCLOSED, at, stop - at)
    if end.group() == "{":
        raise TemplateError(TemplateFlaw.NESTED, at, end.end() - at)
    return _field(body, at, end.end())


def _field(body: str, start: int, end: int) -> Field | Special:
    inside = body[start + 1 : end - 1]
    separator = _NAME_END.search(inside)
    name = (inside[: separator.start()] if separator else inside).strip()
    if not name:
        raise TemplateError(TemplateFlaw.EMPTY_NAME, start, end - start)
    if not _is_name(name):
        raise TemplateError(TemplateFlaw.BAD_NAME, start, end - start)
    kind = special_kind(name)
    if kind is not None:
        if separator:
            raise TemplateError(TemplateFlaw.SPECIAL_WITH_VALUE, start, end - start)
        return Special(start, end, kind, name)
    if separator is None:
        return Field(start, end, name)
    first, *rest = (piece.strip() for piece in _CHOICE_END.split(inside[separator.start() + 1 :]))
    has_default = separator.group() in ":："
    choices = tuple(rest) if has_default else (first, *rest)
    if not all(choices):
        raise TemplateError(TemplateFlaw.EMPTY_CHOICE, start, end - start)
    return Field(start, end, name, (first or None) if has_default else None, tuple(dict.fromkeys(choices)))


def _is_name(name: str) -> bool:
    if len(name) > MAX_NAME or (name[0] != "_" and not _is_letter(name[0])):
        return False
    return all(mark in _NAME_MARKS or _is_letter(mark) for mark in name)


def _is_letter(character: str) -> bool:
    category = unicodedata.category(character)
    return category[0] in "LMN" or category == "So"


def _joined(parts: Iterator[Part]) -> Iterator[Part]:
    """Put neighbouring texts together, so that a reader meets one text between two fields."""
    texts: list[Text] = []
    for part in parts:
        if isinstance(part, Text):
            texts.append(part)
            continue
        yield from _one(texts)
        texts.clear()
        yield part
    yield from _one(texts)


def _one(texts: list[Text]) -> Iterator[Text]:
    if texts:
        yield Text(texts[0].start, texts[-1].end, "".join(text.text for text in texts))
