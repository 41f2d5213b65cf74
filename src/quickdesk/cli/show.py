"""What a command prints: words for people in columns that fit a terminal, or JSON for scripts."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from quickdesk.cli.columns import one_line, terminal_columns
from quickdesk.cli.listing import listed
from quickdesk.cli.printing import print_exactly, print_json, print_result, print_trouble
from quickdesk.cli.words.backups import backup_lines, restored_lines
from quickdesk.cli.words.catalog import Catalog, fill
from quickdesk.cli.words.check import check_lines
from quickdesk.cli.words.clock import clock_sentence
from quickdesk.cli.words.data import loss_sentence, recovery_sentence, set_aside_sentence, starter_sentence
from quickdesk.cli.words.doctor import doctor_lines
from quickdesk.cli.words.imports import import_lines
from quickdesk.cli.words.pause import pause_line
from quickdesk.cli.words.reasons import reason_lines
from quickdesk.cli.words.review import review_lines
from quickdesk.cli.words.sentences import sentence, shared_code_sentence
from quickdesk.cli.words.undo import undo_lines
from quickdesk.commands.answer import Answer, Exit
from quickdesk.text.controls import plain_line

_FLOWING = frozenset({"body", "query", "like"})
"""Texts of several lines that are shown on one: their line breaks count as spaces."""


def show(command: str, answer: Answer, say: Catalog, *, as_json: bool) -> None:
    """Print an answer: results to standard output, what went wrong to standard error."""
    shown = _on_lines_of_ours(answer)
    if as_json:
        print_json(_json(answer, say))
    elif answer.exit is not Exit.DONE:
        print_trouble(trouble_words(answer, say))
    elif command == "render":
        print_exactly(answer.data["text"])
    elif words := _words(command, shown, say):
        print_result(words)
    show_notes(answer, say)
    for words in _beside(shown.facts, say):
        print_trouble(words)


def show_notes(answer: Answer, say: Catalog) -> None:
    """Print to standard error what stands beside an answer, however the command ended: damage first."""
    facts = _on_lines_of_ours(answer).facts
    for recovery in facts.get("recoveries", ()):
        print_trouble(recovery_sentence(recovery, say))
    for loss in facts.get("losses", ()):
        print_trouble(loss_sentence(loss, say))


def _beside(facts: Mapping[str, Any], say: Catalog) -> Iterator[str]:
    """Return what else is to know beside the answer."""
    if facts.get("set_aside"):
        yield set_aside_sentence(facts["set_aside"], say)
    if "shared_code" in facts:
        yield shared_code_sentence(facts["shared_code"], say)
    if "clock_jump" in facts:
        yield clock_sentence(facts["clock_jump"], say)
    if facts.get("starter_missing"):
        yield starter_sentence(say)


def trouble_words(answer: Answer, say: Catalog) -> str:
    """Return what went wrong in words; a path or a title in it begins no line of its own."""
    shown = _on_lines_of_ours(answer)
    if answer.problem == "data-faulty":
        return check_lines(shown.facts, say)
    if answer.problem == "nothing-imported":
        return import_lines(shown.data, say)
    return sentence(shown, say)


def _on_lines_of_ours(answer: Answer) -> Answer:
    """Return an answer whose texts each stand on one line: what they hold cannot look like words of ours."""
    return replace(answer, data=_lined("", answer.data), facts=_lined("", answer.facts))


def _lined(name: str, value: Any) -> Any:  # noqa: ANN401 - JSON has no narrower type
    if isinstance(value, str):
        return one_line(value) if name in _FLOWING else plain_line(value)
    if isinstance(value, Mapping):
        return {plain_line(key): _lined(key, each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_lined(name, each) for each in value]
    return value


def _json(answer: Answer, say: Catalog) -> object:
    if answer.exit is Exit.DONE or answer.data is not None:
        return answer.data
    return {"error": answer.problem, **answer.facts, "message": trouble_words(answer, say)}


def _words(command: str, answer: Answer, say: Catalog) -> str:
    if answer.data is None:
        return ""
    if command == "review":
        return review_lines(answer.data, answer.facts, say, terminal_columns())
    return _SHOWN.get(command, _nothing)(answer.data, say)


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
    "import": import_lines,
    "export": _one(lambda say: say.translate("cli", "Exported {count} replies to {path}")),
    "doctor": doctor_lines,
    "pause": pause_line,
}
