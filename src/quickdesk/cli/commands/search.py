"""The commands ``find`` and ``suggest``: replies, with the reasons for their rank."""

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from quickdesk.cli.context import Context
from quickdesk.cli.files import standard_input
from quickdesk.cli.listing import listed
from quickdesk.cli.output import print_error, printing
from quickdesk.cli.subcommand import Subcommand, parsed_arguments, problem_text, whole_number
from quickdesk.cli.terminal import one_line, terminal_columns, truncate, wrapped
from quickdesk.cli.words.catalog import Catalog, fill
from quickdesk.commands.answer import Answer
from quickdesk.commands.arguments import DEFAULT_HITS, DEFAULT_SUGGESTIONS, MAX_HITS, MAX_SUGGESTIONS

_INDENT, _HANGING = "    ", " " * 7
_MIN_COLUMNS, _WORD_COLUMNS, _MESSAGE_COLUMNS = 16, 24, 100


def _add_find_arguments(command: argparse.ArgumentParser, catalog: Catalog) -> None:
    command.add_argument(
        "query",
        metavar="QUERY",
        nargs="+",
        help=catalog.translate(
            "cli", "汉字, pinyin, initials or a code; #tag, @folder, code:x; several words must all match"
        ),
    )
    _add_limit(command, catalog, DEFAULT_HITS, MAX_HITS)
    command.add_argument(
        "--explain",
        action="store_true",
        help=catalog.translate("cli", "show the reasons for the rank of each reply"),
    )


def _add_suggest_arguments(command: argparse.ArgumentParser, catalog: Catalog) -> None:
    command.add_argument(
        "message",
        metavar="TEXT",
        nargs="*",
        help=catalog.translate("cli", "the buyer's message (default: read from standard input)"),
    )
    _add_limit(command, catalog, DEFAULT_SUGGESTIONS, MAX_SUGGESTIONS)


def _add_limit(command: argparse.ArgumentParser, catalog: Catalog, usual: int, most: int) -> None:
    words = catalog.translate("cli", "show at most N replies (default: {usual})")
    command.add_argument(
        "--limit", metavar="N", type=whole_number(most), default=usual, help=fill(words, {"usual": usual})
    )


def _find_request(parsed: argparse.Namespace, context: Context) -> Mapping[str, Any]:
    return {**parsed_arguments(parsed, context), "query": " ".join(parsed.query)}


def _suggest_request(parsed: argparse.Namespace, context: Context) -> Mapping[str, Any]:
    if not parsed.message:
        _prompt(context.catalog)
    message = " ".join(parsed.message) if parsed.message else standard_input()
    return {**parsed_arguments(parsed, context), "message": message}


def _prompt(catalog: Catalog) -> None:
    """Print on a terminal that a message is expected."""
    if sys.stdin is not None and sys.stdin.isatty():
        words = catalog.translate(
            "cli", "Paste the buyer's message. End it with Enter and Ctrl+D (Windows: Enter, Ctrl+Z, Enter)."
        )
        print_error(words)


def hits_text(hits: Sequence[Mapping[str, Any]], catalog: Catalog) -> str:
    """Return the replies as lines, each with its reasons."""
    if not hits:
        return catalog.translate("cli", "No replies yet.")
    columns = terminal_columns()
    lines: list[str] = []
    is_related = False
    for hit, text in zip(hits, listed(hits, columns), strict=True):
        if hit.get("related") and not is_related:
            is_related = True
            lines.append(catalog.translate("cli", "Similar:"))
        lines += [text, *reason_lines(hit, catalog, columns)]
    return "\n".join(lines)


def nothing_found_text(answer: Answer, catalog: Catalog) -> str:
    """Return that nothing was found, and below it the nearest replies, which do not match."""
    sentence = problem_text(answer, catalog)
    if not isinstance(answer.data, list) or not answer.data:
        return sentence
    nearest = catalog.translate("cli", "The nearest, though none of them fits:")
    return "\n".join([sentence, nearest, *listed(answer.data, terminal_columns())])


def reason_lines(row: Mapping[str, Any], catalog: Catalog, columns: int) -> list[str]:
    """Return the lines under a reply, none longer than ``columns``; none if the reply has no reasons."""
    explanation = row.get("explanation")
    found = [*_explained(explanation, catalog)] if explanation else []
    return [line for reason in (*found, *_suggested(row, catalog)) for line in _broken(reason, columns)]


def _broken(reason: str, columns: int) -> list[str]:
    lines = wrapped(reason, max(columns - len(_INDENT) - len(_HANGING), _MIN_COLUMNS))
    return [f"{_INDENT}{_HANGING if number else ''}{line}" for number, line in enumerate(lines)]


def _explained(explanation: Mapping[str, Any], catalog: Catalog) -> Iterator[str]:
    translate = catalog.translate
    for reason in explanation["reasons"]:
        facts = {
            "points": _points(reason["worth"]),
            "word": truncate(one_line(reason["word"]), _WORD_COLUMNS),
            "where": _places(catalog).get(_place(reason), reason["field"]),
            "way": _ways(catalog).get(reason["way"], reason["way"]),
        }
        yield fill(translate("cli", "{points}  {word}: {where}, {way}"), facts)
    for reason in explanation.get("related", ()):
        words = _because(reason, catalog) if reason["found"] else translate("cli", "parts of words")
        facts = {"points": _points(reason["worth"]), "reason": words}
        yield fill(translate("cli", "{points}  {reason}"), facts)
    rest = (
        (-explanation["length"], translate("cli", "{points}  length of the title")),
        (-explanation["blanks"], translate("cli", "{points}  has fields to fill in")),
        (explanation["prior"], translate("cli", "{points}  your habits")),
        (explanation["picked"], translate("cli", "{points}  chosen before when you typed this")),
    )
    for points, words in rest:
        if round(points):
            yield fill(words, {"points": _points(points)})
    yield fill(translate("cli", "{points}  in all"), {"points": f"{round(explanation['score'])}".rjust(5)})


def _suggested(row: Mapping[str, Any], catalog: Catalog) -> Iterator[str]:
    if row.get("like"):
        message = truncate(one_line(row["like"]), _MESSAGE_COLUMNS)
        yield fill(catalog.translate("cli", "sent before in reply to: {message}"), {"message": message})
    if row.get("shared"):
        yield _both_mention(row["shared"], catalog)
    for reason in row.get("reasons", ()):
        if reason["found"] and reason["relation"] != "words":
            yield _because(reason, catalog)


def _because(reason: Mapping[str, Any], catalog: Catalog) -> str:
    """Return why a reply is related, as a reason."""
    if reason["relation"] == "words":
        return _both_mention([reason["found"]], catalog)
    facts = {name: truncate(one_line(reason[name]), _WORD_COLUMNS) for name in ("typed", "found")}
    words = {
        "meaning": catalog.translate("cli", "because “{typed}” is about the same as “{found}”"),
        "sound": catalog.translate("cli", "because “{typed}” sounds like “{found}”"),
        "number": catalog.translate("cli", "because “{found}” stands for “{typed}”"),
    }
    return fill(words.get(reason["relation"], "{found}"), facts)


def _both_mention(terms: Sequence[str], catalog: Catalog) -> str:
    quoted = (
        fill(catalog.translate("cli", "“{term}”"), {"term": truncate(one_line(term), _WORD_COLUMNS)})
        for term in terms
    )
    listed_terms = catalog.translate("cli", ", ").join(quoted)
    return fill(catalog.translate("cli", "because both mention {terms}"), {"terms": listed_terms})


def _points(points: float) -> str:
    return f"{round(points):+d}".rjust(5)


def _place(reason: Mapping[str, Any]) -> str:
    field = str(reason["field"])
    if field not in ("code", "title", "asks"):
        return field
    if reason["whole"]:
        return f"whole {field}"
    return f"start {field}" if reason["at_start"] else field


def _places(catalog: Catalog) -> Mapping[str, str]:
    translate = catalog.translate
    return {
        "whole code": translate("cli", "the whole code"),
        "start code": translate("cli", "start of the code"),
        "code": translate("cli", "in the code"),
        "whole title": translate("cli", "the whole title"),
        "start title": translate("cli", "start of the title"),
        "title": translate("cli", "in the title"),
        "whole asks": translate("cli", "a whole other way to ask"),
        "start asks": translate("cli", "start of another way to ask"),
        "asks": translate("cli", "in another way to ask"),
        "tags": translate("cli", "in the tags"),
        "folder": translate("cli", "in the folder"),
        "body": translate("cli", "in the body"),
    }


def _ways(catalog: Catalog) -> Mapping[str, str]:
    translate = catalog.translate
    return {
        "typed": translate("cli", "as typed"),
        "pinyin": translate("cli", "by pinyin"),
        "initials": translate("cli", "by initials"),
        "mixed": translate("cli", "by pinyin and initials"),
        "like-sound": translate("cli", "by a similar sound"),
        "spaced": translate("cli", "with a space or sign added"),
        "field": translate("cli", "with a field for the number"),
        "slip": translate("cli", "with a typing slip corrected"),
        "gaps": translate("cli", "by some letters of the code"),
    }


SUBCOMMANDS: Final = (
    Subcommand(
        "find",
        lambda catalog: catalog.translate("cli", "find replies"),
        _add_find_arguments,
        _find_request,
        print_result=printing(hits_text),
        error_text=nothing_found_text,
    ),
    Subcommand(
        "suggest",
        lambda catalog: catalog.translate("cli", "suggest replies to a buyer's message"),
        _add_suggest_arguments,
        _suggest_request,
        print_result=printing(hits_text),
    ),
)
