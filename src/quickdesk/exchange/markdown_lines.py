"""Parsing the lines of Markdown reply lists: headings with numbers, labels, fences.

Replies are assembled from them in :mod:`quickdesk.exchange.markdown`.
"""

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

from quickdesk.exchange.text_cleanup import collapse_whitespace, folder_name

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]|$)")
_CLOSING = re.compile(r"(?:^|[ \t])#+$")
_FENCE = re.compile(r"( {0,3})(`{3,}|~{3,})([^`]*)$")
_LABEL = re.compile(r"[ \t>]*\*\*([^*:：]{1,40})(?:[:：][ \t]*\*\*|\*\*[ \t]*[:：])[ \t]*(.*)$")
_RULE = re.compile(r" {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$")
_NUMBER = re.compile(
    r"(?:\d+(?:\.\d+)*[.、)）．:：]?(?=\s)|\d+[.、)）．]|[（(]?[一二三四五六七八九十]+[、)）．.]|第[一二三四五六七八九十\d]+[章节条、])\s*"
)
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)")
_LINK_TARGET = re.compile(r"(?<!!)\[([^\[\]\n]*)\]\((https?://[^\s()]+)\)")
_BOLD = re.compile(r"\*\*([^*\n]+)\*\*|__([^_\n]+)__")
_MARKUP = re.compile(r"\*\*|__|`|<[^>]{1,40}>")
_COUNT = re.compile(r"\s?[（(]共?\s*\d+\s*(?:条|則|则|个|個|replies|scripts)?[）)]\s*$", re.IGNORECASE)
_LIST_HEADING = re.compile(
    r"(?:.*(?:话术|話術|回复|回覆))?(?:列表|清单|清單)|(?:(?:script|reply) )?list|scripts|replies",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; ``level`` 1 is the outermost."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Fence:
    """The opening line of a fenced block; ``language`` is the word after the fence, in lower case."""

    indent: int
    marker: str
    language: str

    def is_closed_by(self, line: str) -> bool:
        """Return whether a line closes this block."""
        bare = line.strip()
        return len(bare) >= len(self.marker) and set(bare) == {self.marker[0]} and not line.startswith("    ")

    def content(self, line: str) -> str:
        """Return a line of the block without the indentation of its fence."""
        return line[min(self.indent, len(line) - len(line.lstrip(" "))) :]


@dataclass(frozen=True, slots=True)
class Label:
    """A line such as ``**适用场景：** 买家催发货``."""

    name: str
    value: str


def parse_heading(line: str) -> Heading | None:
    """Return the heading of a line without its number and markup, or None if it is not a heading."""
    found = _HEADING.match(line)
    if found is None:
        return None
    bare = _CLOSING.sub("", collapse_whitespace(line[found.end() :]))
    text = _MARKUP.sub("", _LINK.sub(r"\1", bare)).strip()
    number = _NUMBER.match(text)
    return Heading(len(found[1]), text[number.end() :] if number else text)


def parse_fence(line: str) -> Fence | None:
    """Return the fence that a line opens, or None."""
    found = _FENCE.match(line)
    if found is None:
        return None
    words = found[3].split(maxsplit=1)
    return Fence(len(found[1]), found[2], words[0].lower() if words else "")


def parse_label(line: str) -> Label | None:
    """Return the label of a line, or None."""
    found = _LABEL.match(line)
    return Label(found[1].strip(), found[2].strip()) if found else None


def is_horizontal_rule(line: str) -> bool:
    """Return whether a line is a horizontal rule."""
    return _RULE.match(line) is not None


def folder_of_heading(text: str) -> str:
    """Return a heading as a folder; empty if it only announces a list (``话术列表（共 10 条）``)."""
    bare = _COUNT.sub("", text).strip()
    return "" if _LIST_HEADING.fullmatch(bare) else bare


def name_of(file: str) -> str:
    """Return the name of a file without its suffix, as a folder."""
    return folder_name(PurePosixPath(file.replace("\\", "/")).stem)


def directories_of(file: str) -> tuple[str, ...]:
    """Return the directories of a file relative to the chosen folder, as folders."""
    parts = PurePosixPath(file.replace("\\", "/")).parts[:-1]
    return tuple(
        folder_name(part) for part in parts if part not in ("/", ".", "..") and not part.endswith(":")
    )


def without_markup(text: str) -> str:
    """Return a line without the marks of bold text, and with the addresses of links after their words."""
    linked = _LINK_TARGET.sub(lambda found: f"{found[1]} {found[2]} ".lstrip(), text)
    return _BOLD.sub(lambda found: found[1] or found[2], linked).rstrip()
