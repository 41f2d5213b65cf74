"""Reading lists of questions and answers, in Markdown or plain text.

The layout, with any of these marks::

    ## 退换货              folder
    ### Q: 怎么退货？       title
    A: 请按下面办理：        the reply, up to the next question or heading
    - 申请

    **问：** 多久到账？      the same
    **答：** 三天内

A question directly below another one is another way to ask. If no answer is marked, questions are headings,
numbered lines and bold lines that end with a question mark; beside marked ones, only such headings with text
below. Fenced blocks are part of their answer.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from textwrap import dedent

from quickdesk.exchange.markdown_lines import (
    Fence,
    directories_of,
    folder_of_heading,
    is_horizontal_rule,
    name_of,
    parse_fence,
    parse_heading,
    without_markup,
)
from quickdesk.exchange.parsed import ImportRecord, Place, RefusalReason, RefusedRecord
from quickdesk.exchange.text_cleanup import collapse_whitespace, folder_name
from quickdesk.replies.snippet import Snippet

# Possessive: backtracking would try every split of many spaces.
_LEAD = r"[ \t>]{0,20}+(?:#{1,6}[ \t]++)?+(?:[-*+][ \t]++)?+(?:\d{1,4}+[.、)）][ \t]*+)?+(?:\*\*|__)?+[ \t]*+"
_COLON = (
    r"(?:[ \t]*+\d{0,4}+[ \t]*+(?:\*\*|__)?+[ \t]*+[:：]|[ \t]*+\d{1,4}+[ \t]*+[.、])[ \t]*(?:\*\*|__)?[ \t]*"
)
_QUESTION = re.compile(rf"{_LEAD}(?:Q|Question|问题|問題|问|問){_COLON}(?P<text>.*)$", re.IGNORECASE)
_ANSWER = re.compile(rf"{_LEAD}(?:A|Answer|答案|回答|答){_COLON}(?P<text>.*)$", re.IGNORECASE)
_ASKS = re.compile(
    r"[ \t>]{0,20}"
    r"(?:#{1,6}[ \t]+(?P<heading>.+)|\d{1,4}[.、)）][ \t]*(?P<number>.+)|\*\*(?P<bold>[^*]+)\*\*)$"
)
_QUESTION_END = re.compile(r"[?？][*_\s]*$")
_MIN_QUESTIONS = 2
"""Questions without marks that make a file a FAQ."""


@dataclass(slots=True)
class _Item:
    """A question and its answers so far; ``answers`` have their first line and their lines."""

    title: str
    folder: tuple[str, ...]
    line: int
    level: int
    is_marked: bool
    asks: list[str] = field(default_factory=list)
    answers: list[tuple[int, list[str]]] = field(default_factory=list)


def has_marked_answers(lines: Sequence[str]) -> bool:
    """Return whether the lines have a marked question and after it a marked answer."""
    rest = iter(lines)
    return any(_QUESTION.match(line) for line in rest) and any(_ANSWER.match(line) for line in rest)


def is_faq(lines: Sequence[str]) -> bool:
    """Return whether the lines are questions and answers."""
    if has_marked_answers(lines):
        return True
    if any(map(parse_fence, lines)):
        return False
    asked = sum(_unmarked_question(line) is not None for line in lines)
    return asked >= _MIN_QUESTIONS or _has_answers_to_headings(lines)


def read_faq(file: str, lines: Sequence[str]) -> Iterator[ImportRecord | RefusedRecord]:
    """Yield the answers and the questions without one, in order; ``file`` is as for reply lists."""
    return _Reader(file, lines, is_marked=_has_answers(lines)).read()


def _has_answers(lines: Sequence[str]) -> bool:
    return has_marked_answers(lines) or _has_answers_to_headings(lines)


def _has_answers_to_headings(lines: Sequence[str]) -> bool:
    rest = iter(lines)
    return any(map(parse_heading, rest)) and any(map(_ANSWER.match, rest))


class _Reader:
    """Reads the lines in one pass; ``_outer`` are the levels and texts of the enclosing headings."""

    def __init__(self, file: str, lines: Sequence[str], *, is_marked: bool) -> None:
        self._file, self._lines, self._is_marked = file, lines, is_marked
        self._outer: list[tuple[int, str]] = []
        self._item: _Item | None = None
        self._fence: Fence | None = None

    def read(self) -> Iterator[ImportRecord | RefusedRecord]:
        """Yield the records and refused entries in order."""
        for number, line in enumerate(self._lines, start=1):
            if self._fence is not None or parse_fence(line):
                self._fenced(line)
                continue
            heading, question = parse_heading(line), self._question(number, line)
            answer = _ANSWER.match(line) if self._is_marked else None
            if question is not None and not self._is_other_ask(number, question):
                yield from self._finished()
                self._begin(question, number, heading.level if heading else 7)
            elif answer and question is None:
                self._answer(answer["text"], number)
            elif heading and question is None:
                yield from self._finished()
                self._outer = [*self._enclosing(heading.level), (heading.level, heading.text)]
            elif question is None and self._item and not is_horizontal_rule(line):
                self._text(line, number)
        yield from self._finished()

    def _question(self, number: int, line: str) -> str | None:
        found = _QUESTION.match(line) if self._is_marked else None
        text = found["text"] if found else None if self._is_marked else _unmarked_question(line)
        text = self._asking_heading(number, line) if text is None else text
        return None if text is None else collapse_whitespace(_balanced(text))

    def _asking_heading(self, number: int, line: str) -> str | None:
        """Return the question of a heading beside marked ones, if text is below it: else it is a folder."""
        if not self._is_marked or not parse_heading(line) or _QUESTION.match(line):
            return None
        rows = (self._lines[at] for at in range(number, len(self._lines)))  # a slice would copy them
        below = next((row for row in rows if row.strip()), "")
        is_text = below and not (parse_heading(below) or _QUESTION.match(below) or _ANSWER.match(below))
        return _unmarked_question(line) if is_text else None

    def _is_other_ask(self, number: int, question: str) -> bool:
        """Take a question directly below another one as another way to ask; return False if it is none."""
        item = self._item
        if not item or item.answers or number != item.line + 1:
            return False
        item.line = number
        item.asks.append(question)
        return True

    def _begin(self, title: str, number: int, level: int) -> None:
        self._outer = self._enclosing(level)
        parts = [folder_name(folder_of_heading(name)) for _, name in self._outer]
        folder = (
            *directories_of(self._file),
            *(filter(None, parts) if self._outer else [name_of(self._file)]),
        )
        is_marked = self._is_marked and self._asking_heading(number, self._lines[number - 1]) is None
        self._item = _Item(title, folder, number, level, is_marked)

    def _answer(self, text: str, number: int) -> None:
        if self._item is None and self._outer:
            level, title = self._outer.pop()
            self._begin(title, number, level)
        if self._item is not None:
            self._item.answers.append((number, [_balanced(text)]))

    def _text(self, line: str, number: int) -> None:
        """Add a line to the answer; without marks the first one begins it."""
        item = self._item
        if item is None:
            return
        if not item.answers and (item.is_marked or not line.strip()):
            return
        if not item.answers:
            item.answers.append((number, []))
        item.answers[-1][1].append(without_markup(line.removeprefix("> ")))

    def _fenced(self, line: str) -> None:
        if self._fence is None:
            self._fence = parse_fence(line)
        elif self._fence.is_closed_by(line):
            self._fence = None
        elif self._item and self._item.answers:
            self._item.answers[-1][1].append(self._fence.content(line))

    def _enclosing(self, level: int) -> list[tuple[int, str]]:
        return [outer for outer in self._outer if outer[0] < level]

    def _finished(self) -> Iterator[ImportRecord | RefusedRecord]:
        item, self._item = self._item, None
        if item is None:
            return
        texts = [(line, _joined(lines)) for line, lines in item.answers]
        texts = [(line, text) for line, text in texts if text]
        if not texts:
            yield RefusedRecord(RefusalReason.NO_BODY, Place(self._file, item.line), item.title)
        stated = frozenset({"title", "body", "folder"}) | ({"asks"} if item.asks else set())
        for number, (line, text) in enumerate(texts, start=1):
            title = item.title if number == 1 or not item.title else f"{item.title} {number}"
            asks = tuple(dict.fromkeys(item.asks))
            snippet = Snippet("", title, text, folder=item.folder, asks=asks)
            yield ImportRecord(snippet, Place(self._file, line), stated, adds_tags=True, is_raw=True)


def _balanced(text: str) -> str:
    """Return the text after a mark without markup; the mark may have taken one end of a bold text."""
    return without_markup(text.replace("**", "", text.count("**") % 2))


def _unmarked_question(line: str) -> str | None:
    found = _ASKS.match(line) if _QUESTION_END.search(line) else None
    return (found["heading"] or found["number"] or found["bold"]) if found else None


def _joined(lines: Sequence[str]) -> str:
    """Return the lines of an answer without common indentation; the first one may stand beside its mark."""
    first, *rest = lines or [""]
    return f"{first}\n{dedent(chr(10).join(rest))}".strip()
