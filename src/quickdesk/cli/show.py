"""What a command prints: words for people in columns that fit a terminal, or JSON for scripts."""

import json
import sys
from collections.abc import Callable, Mapping
from typing import Any, TextIO

from quickdesk.cli.columns import plain, terminal_columns
from quickdesk.cli.listing import listed
from quickdesk.cli.words.backups import backup_lines, restored_lines
from quickdesk.cli.words.catalog import Catalog, fill
from quickdesk.cli.words.check import check_lines
from quickdesk.cli.words.data import (
    foreign_sentence,
    loss_sentence,
    recovery_sentence,
    set_aside_sentence,
    starter_sentence,
)
from quickdesk.cli.words.doctor import doctor_lines
from quickdesk.cli.words.imports import import_lines
from quickdesk.cli.words.pause import pause_line
from quickdesk.cli.words.reasons import reason_lines
from quickdesk.cli.words.review import review_lines
from quickdesk.cli.words.sentences import sentence, shared_code_sentence
from quickdesk.cli.words.undo import undo_lines
from quickdesk.commands.answer import Answer, Exit


def show(command: str, answer: Answer, say: Catalog, *, as_json: bool) -> None:
    """Print an answer: results to standard output, what went wrong to standard error."""
    if as_json:
        _print(_json(answer, say), sys.stdout)
    elif answer.exit is not Exit.DONE:
        _print(_trouble(answer, say), sys.stderr)
    elif words := _words(command, answer, say):
        _print(words, sys.stdout)
    show_notes(answer, say)


def show_notes(answer: Answer, say: Catalog) -> None:
    """Print to standard error what stands beside an answer, however the command ended: damage first."""
    for recovery in answer.facts.get("recoveries", ()):
        _print(recovery_sentence(recovery, say), sys.stderr)
    for loss in answer.facts.get("losses", ()):
        _print(loss_sentence(loss, say), sys.stderr)
    for foreign in answer.facts.get("foreign", ()):
        _print(foreign_sentence(foreign, say), sys.stderr)
    if answer.facts.get("set_aside"):
        _print(set_aside_sentence(answer.facts["set_aside"], say), sys.stderr)
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


def _words(command: str, answer: Answer, say: Catalog) -> str:
    if answer.data is None:
        return ""
    if command == "review":
        return review_lines(answer.data, answer.facts, say, terminal_columns())
    return _SHOWN.get(command, _nothing)(answer.data, say)


def _trouble(answer: Answer, say: Catalog) -> str:
    """Return what went wrong in words; what was typed stands in it without power over the terminal."""
    if answer.problem == "data-faulty":
        return plain(check_lines(answer.facts, say))
    if answer.problem == "nothing-imported":
        return plain(import_lines(answer.data, say))
    return plain(sentence(answer, say))


def _hits(data: list[Mapping[str, Any]], say: Catalog) -> str:
    if not data:
        return say.translate("cli", "No replies yet.")
    columns = terminal_columns()
    lines = []
    for reply, hit in zip(listed(data, columns), data, strict=True):
        lines += [reply, *reason_lines(hit, say, columns)]
    return "\n".join(lines)


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
