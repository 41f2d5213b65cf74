"""What a command prints: words for people in columns that fit a terminal, or JSON for scripts."""

import json
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from shutil import get_terminal_size
from typing import Any, TextIO

from quickdesk.cli.words.backups import backup_lines, restored_lines
from quickdesk.cli.words.catalog import Catalog, fill
from quickdesk.cli.words.check import check_lines
from quickdesk.cli.words.data import loss_sentence, recovery_sentence, starter_sentence
from quickdesk.cli.words.doctor import doctor_lines
from quickdesk.cli.words.imports import import_lines
from quickdesk.cli.words.pause import pause_line
from quickdesk.cli.words.reasons import reason_lines
from quickdesk.cli.words.sentences import sentence, shared_code_sentence
from quickdesk.cli.words.undo import undo_lines
from quickdesk.commands.answer import Answer, Exit

_TITLE_COLUMNS = 32
_LEAST_BODY_COLUMNS = 24
_USUAL_COLUMNS = 120
"""How wide the output is where there is no terminal that says so."""


def show(command: str, answer: Answer, say: Catalog, *, as_json: bool) -> None:
    """Print an answer: results to standard output, what went wrong to standard error."""
    if as_json:
        _print(_json(answer, say), sys.stdout)
    elif answer.exit is not Exit.DONE:
        _print(_trouble(answer, say), sys.stderr)
    else:
        words = "" if answer.data is None else _SHOWN.get(command, _nothing)(answer.data, say)
        if words:
            _print(words, sys.stdout)
    for recovery in answer.facts.get("recoveries", ()):
        _print(recovery_sentence(recovery, say), sys.stderr)
    for loss in answer.facts.get("losses", ()):
        _print(loss_sentence(loss, say), sys.stderr)
    if "shared_code" in answer.facts:
        _print(shared_code_sentence(answer.facts["shared_code"], say), sys.stderr)
    if answer.facts.get("starter_missing"):
        _print(starter_sentence(say), sys.stderr)


def _print(text: str, stream: TextIO) -> None:
    """Print whatever the terminal's encoding can show; a script always gets UTF-8."""
    print(text.encode("utf-8", "backslashreplace").decode("utf-8"), file=stream)


def _json(answer: Answer, say: Catalog) -> str:
    if answer.exit is Exit.DONE or answer.data is not None:
        data = answer.data
    else:
        data = {"error": answer.problem, **answer.facts, "message": _trouble(answer, say)}
    return json.dumps(data, ensure_ascii=False, indent=None)


def _trouble(answer: Answer, say: Catalog) -> str:
    if answer.problem == "data-faulty":
        return check_lines(answer.facts, say)
    return import_lines(answer.data, say) if answer.problem == "nothing-imported" else sentence(answer, say)


def _hits(data: list[Mapping[str, Any]], say: Catalog) -> str:
    if not data:
        return say.translate("cli", "No replies yet.")
    rows = _rows(data, get_terminal_size((_USUAL_COLUMNS, 24)).columns)
    return "\n".join(
        line for row, hit in zip(rows, data, strict=True) for line in (row, *reason_lines(hit, say))
    )


def _rows(data: Sequence[Mapping[str, Any]], columns: int) -> list[str]:
    """Lay replies out in columns: what other commands take for one, title, folder, and what fits of the body.

    The first is the code where no other of these replies has it, else the id.
    """
    codes = Counter(str(row["code"]).casefold() for row in data)
    heads = [
        (
            row["code"] if row["code"] and codes[str(row["code"]).casefold()] == 1 else row["id"],
            _cut_to(row["title"], _TITLE_COLUMNS),
            row["folder"],
        )
        for row in data
    ]
    widths = [max(_width(head[column]) for head in heads) for column in range(3)]
    rest = max(columns - sum(widths) - 2 * 3, _LEAST_BODY_COLUMNS)
    lines = []
    for head, row in zip(heads, data, strict=True):
        cells = [_fit(text, width) for text, width in zip(head, widths, strict=True) if width]
        body = " ".join(str(row["body"]).split())
        lines.append("  ".join((*cells, _cut_to(body, rest))).rstrip())
    return lines


def _fit(text: str, columns: int) -> str:
    """Cut or fill a text to so many terminal columns; 汉字 take two."""
    text = _cut_to(text, columns)
    return text + " " * (columns - _width(text))


def _cut_to(text: str, columns: int) -> str:
    return text if _width(text) <= columns else _cut(text, columns - 1)[0]


def _width(text: str) -> int:
    return sum(map(_columns, text))


def _cut(text: str, columns: int) -> tuple[str, int]:
    """Return what fits, an ellipsis behind it, and how many columns both take."""
    width = 0
    for number, character in enumerate(text):
        if width + _columns(character) > columns:
            return f"{text[:number]}…", width + 1
        width += _columns(character)
    return text, width


def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _one(sentence_of: Callable[[Catalog], str]) -> Callable[[Any, Catalog], str]:
    def shown(data: Mapping[str, Any], say: Catalog) -> str:
        return fill(sentence_of(say), data)

    return shown


def _nothing(_data: object, _say: Catalog) -> str:
    return ""


_SHOWN: dict[str, Callable[[Any, Catalog], str]] = {
    "find": _hits,
    "suggest": _hits,
    "list": _hits,
    "add": _one(lambda say: say.translate("cli", "Added {id}: {title}")),
    "edit": _one(lambda say: say.translate("cli", "Changed {id}: {title}")),
    "remove": _one(
        lambda say: say.translate(
            "cli", "Moved to the trash: {title}. Bring it back with: undo, or restore {id}"
        )
    ),
    "restore": restored_lines,
    "backup": backup_lines,
    "check": check_lines,
    "undo": undo_lines,
    "render": lambda data, _say: str(data["text"]),
    "import": import_lines,
    "export": _one(lambda say: say.translate("cli", "Exported {count} replies to {path}")),
    "doctor": doctor_lines,
    "pause": pause_line,
}
