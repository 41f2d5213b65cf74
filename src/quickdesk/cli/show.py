"""What a command prints: words for people in columns that fit a terminal, or JSON for scripts."""

import json
import sys
import unicodedata
from collections.abc import Callable, Mapping
from typing import Any, TextIO

from quickdesk.cli.words.backups import backup_lines, restored_lines
from quickdesk.cli.words.catalog import Catalog, fill
from quickdesk.cli.words.check import check_lines
from quickdesk.cli.words.data import loss_sentence, recovery_sentence, starter_sentence
from quickdesk.cli.words.doctor import doctor_lines
from quickdesk.cli.words.imports import import_lines
from quickdesk.cli.words.reasons import reason_lines
from quickdesk.cli.words.sentences import sentence, shared_code_sentence
from quickdesk.cli.words.undo import undo_lines
from quickdesk.commands.answer import Answer, Exit

_ID_COLUMNS = 20
_TITLE_COLUMNS = 28
_FOLDER_COLUMNS = 20
_BODY_COLUMNS = 60


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
    return check_lines(answer.facts, say) if answer.problem == "data-faulty" else sentence(answer, say)


def _hits(data: list[Mapping[str, Any]], say: Catalog) -> str:
    if not data:
        return say.translate("cli", "No replies yet.")
    return "\n".join(line for row in data for line in (_row(row), *reason_lines(row, say)))


def _row(row: Mapping[str, Any]) -> str:
    body = " ".join(str(row["body"]).split())
    return "  ".join(
        (
            str(row["id"]).ljust(_ID_COLUMNS),
            _fit(str(row["title"]), _TITLE_COLUMNS),
            _fit(str(row["folder"]), _FOLDER_COLUMNS),
            _fit(body, _BODY_COLUMNS).rstrip(),
        )
    ).rstrip()


def _fit(text: str, columns: int) -> str:
    """Cut or fill a text to so many terminal columns; 汉字 take two."""
    width = sum(map(_columns, text))
    if width > columns:
        text, width = _cut(text, columns - 1)
    return text + " " * (columns - width)


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
}
