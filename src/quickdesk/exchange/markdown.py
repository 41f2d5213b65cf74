"""Reading Markdown reply lists: a heading per reply, and a fenced block with its text.

The layout::

    # 售后话术                folder
    ## 退货                   folder
    ### 1. 退货说明           title
    **适用场景：** 买家要退货   a tag, because agents search for it
    **问法：** 能退吗；怎么退   asks
    ```
    亲，[订单号] ...           the reply, with placeholders
    ```

A reply may also follow ``**话术内容：**`` without a fence. Further blocks under the same heading are separate
replies, titled by the label before them or numbered. Files with questions and answers instead are read by
:mod:`quickdesk.exchange.faq`. All other text is ignored. Blocks in a programming
language and drawings of folder trees are refused.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from quickdesk.exchange.faq import has_marked_answers, is_faq, read_faq
from quickdesk.exchange.markdown_lines import (
    Fence,
    directories_of,
    folder_of_heading,
    is_horizontal_rule,
    name_of,
    parse_fence,
    parse_heading,
    parse_label,
)
from quickdesk.exchange.parsed import ImportRecord, Place, RefusalReason, RefusedRecord
from quickdesk.exchange.tables.cell_lists import split_texts
from quickdesk.exchange.text_cleanup import collapse_whitespace, folder_name
from quickdesk.replies.snippet import FIELD, Snippet

_SCENARIO_LABELS = frozenset(
    {"适用场景", "適用場景", "场景", "場景", "使用场景", "使用場景", "scenario", "when to use"}
)
_BODY_LABELS = frozenset(
    {
        "话术内容",
        "話術內容",
        "话术",
        "話術",
        "内容",
        "內容",
        "回复",
        "回覆",
        "回复内容",
        "回覆內容",
        "reply",
        "script",
        "response",
    }
)
_ASK_LABELS = frozenset(
    {"问法", "問法", "相似问", "相似問", "关键词", "關鍵詞", "asks", "keywords", "search terms"}
)
_TEXT_LANGUAGES = frozenset({"", "text", "txt", "plain", "plaintext", "none"})
_FOLDER_TREE = "── "
_SCENARIO_SEPARATORS = "，,、；;。/"
_MAX_TAG = FIELD["tags"].limit
_STATED_FIELDS = frozenset({"title", "body", "folder"})


@dataclass(slots=True)
class _Section:
    """The state of the section under one heading."""

    title: str
    folder: tuple[str, ...]
    line: int
    tags: tuple[str, ...] | None = None
    asks: tuple[str, ...] | None = None
    label: str = ""
    replies: int = 0


@dataclass(slots=True)
class _Reader:
    """Reads the lines in one pass; ``outer`` are the levels and texts of the
    enclosing headings, ``next_line`` is the index of the next line.
    """

    file: str
    lines: Sequence[str]
    section: _Section
    outer: list[tuple[int, str]] = field(default_factory=list)
    next_line: int = 0

    def read(self) -> Iterator[ImportRecord | RefusedRecord]:
        """Yield the records and refused entries in order."""
        while self.next_line < len(self.lines):
            line = self.lines[self.next_line]
            self.next_line += 1
            fence, heading, label = parse_fence(line), parse_heading(line), parse_label(line)
            if fence:
                yield from self._read_block(fence)
            elif heading:
                yield from self._end_section()
                self._begin_section(heading.level, heading.text)
            elif label:
                yield from self._read_label(label.name, label.value)
        yield from self._end_section()

    def _begin_section(self, level: int, text: str) -> None:
        while self.outer and self.outer[-1][0] >= level:
            self.outer.pop()
        parts = [folder_name(folder_of_heading(name)) for _, name in self.outer]
        self.outer.append((level, text))
        base = directories_of(self.file)
        folder = (*base, *(part for part in parts if part))
        if not self.outer[:-1]:
            folder = (*base, name_of(self.file))
        self.section = _Section(collapse_whitespace(text), folder, self.next_line)

    def _end_section(self) -> Iterator[RefusedRecord]:
        """Refuse a section that has a scenario label but no reply."""
        if self.section.tags is not None and not self.section.replies:
            yield RefusedRecord(
                RefusalReason.NO_BODY, Place(self.file, self.section.line), self.section.title
            )

    def _read_label(self, name: str, value: str) -> Iterator[ImportRecord | RefusedRecord]:
        lowered = name.lower()
        if lowered in _SCENARIO_LABELS:
            self.section.tags = _scenario_tags(value)
        elif lowered in _ASK_LABELS:
            self.section.asks = split_texts("asks", value, collapse_whitespace)
        elif lowered in _BODY_LABELS:
            yield from self._read_unfenced(value)
        else:
            self.section.label = collapse_whitespace(name)

    def _read_unfenced(self, first: str) -> Iterator[ImportRecord | RefusedRecord]:
        start = self.next_line
        body = [first] if first else []
        while self.next_line < len(self.lines):
            line = self.lines[self.next_line]
            if parse_fence(line) or parse_heading(line) or parse_label(line) or is_horizontal_rule(line):
                break
            body.append(line.removeprefix("> "))
            self.next_line += 1
        text = "\n".join(body).strip()
        if text:
            yield self._record(text, start)

    def _read_block(self, fence: Fence) -> Iterator[ImportRecord | RefusedRecord]:
        start = self.next_line
        body: list[str] = []
        while self.next_line < len(self.lines) and not fence.is_closed_by(self.lines[self.next_line]):
            body.append(fence.content(self.lines[self.next_line]))
            self.next_line += 1
        place = Place(self.file, start)
        if self.next_line == len(self.lines):
            self.section.replies += 1
            yield RefusedRecord(RefusalReason.UNCLOSED_FENCE, place, self.section.title)
            return
        self.next_line += 1
        text = "\n".join(body).strip("\n")
        if fence.language not in _TEXT_LANGUAGES or _FOLDER_TREE in text:
            yield RefusedRecord(RefusalReason.CODE_BLOCK, place, self.section.title)
        elif not text.strip():
            self.section.replies += 1
            yield RefusedRecord(RefusalReason.NO_BODY, place, self.section.title)
        else:
            yield self._record(text, start)

    def _record(self, text: str, line: int) -> ImportRecord:
        section = self.section
        section.replies += 1
        title = section.title
        if title and section.replies > 1:
            title = f"{title} · {section.label}" if section.label else f"{title} {section.replies}"
        section.label = ""
        lists = {"tags": section.tags, "asks": section.asks}
        given: dict[str, Any] = {name: texts for name, texts in lists.items() if texts is not None}
        snippet = Snippet("", title, text, folder=section.folder, **given)
        stated = _STATED_FIELDS | given.keys()
        return ImportRecord(snippet, Place(self.file, line), stated, adds_tags=True, is_raw=True)


def read_markdown(file: str, text: str) -> Iterator[ImportRecord | RefusedRecord]:
    """Yield the replies and refused entries of a Markdown file in order.

    ``file`` is the path relative to the chosen folder; its directories become folders.
    """
    lines = text.splitlines()
    is_list = any(_is_list_label(line) for line in lines)
    if not is_list and is_faq(lines):
        return read_faq(file, lines)
    section = _Section("", (*directories_of(file), name_of(file)), 1)
    return _Reader(file, lines, section).read()


def looks_like_markdown(text: str) -> bool:
    """Return whether the text has a heading, and a fenced block or a label of a reply list, or is a FAQ."""
    lines = text.splitlines()
    has_block = any(parse_fence(line) or _is_list_label(line) for line in lines)
    return (has_block and any(parse_heading(line) for line in lines)) or has_marked_answers(lines)


def _is_list_label(line: str) -> bool:
    found = parse_label(line)
    return found is not None and found.name.lower() in _SCENARIO_LABELS | _BODY_LABELS


def _scenario_tags(value: str) -> tuple[str, ...]:
    text = collapse_whitespace(value)
    if len(text) <= _MAX_TAG:
        return (text,) if text else ()
    for mark in _SCENARIO_SEPARATORS:
        text = text.replace(mark, "\n")
    return tuple(part.strip()[:_MAX_TAG] for part in text.split("\n") if part.strip())
