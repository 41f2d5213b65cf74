"""Why a reply was found or suggested, one line for each reason."""

from collections.abc import Iterator, Mapping
from typing import Any

from quickdesk.cli.columns import cut, one_line, wrapped
from quickdesk.cli.words.catalog import Catalog, fill
from quickdesk.search.suggest.suggestion import shared_terms

_INDENT, _HANGING = "    ", " " * 7
_LEAST_COLUMNS, _WORD_COLUMNS, _MESSAGE_COLUMNS = 16, 24, 100


def reason_lines(row: Mapping[str, Any], say: Catalog, columns: int) -> list[str]:
    """Return the lines under a row, none longer than ``columns``: nothing where nobody asked for reasons."""
    explanation = row.get("explanation")
    found = [*_explained(explanation, say)] if explanation else []
    return [line for reason in (*found, *_suggested(row, say)) for line in _broken(reason, columns)]


def _broken(reason: str, columns: int) -> list[str]:
    lines = wrapped(reason, max(columns - len(_INDENT) - len(_HANGING), _LEAST_COLUMNS))
    return [f"{_INDENT}{_HANGING if number else ''}{line}" for number, line in enumerate(lines)]


def _explained(explanation: Mapping[str, Any], say: Catalog) -> Iterator[str]:
    translate = say.translate
    for reason in explanation["reasons"]:
        facts = {
            "points": _points(reason["worth"]),
            "word": cut(one_line(reason["word"]), _WORD_COLUMNS),
            "where": _places(say).get(_place(reason), reason["field"]),
            "way": _ways(say).get(reason["way"], reason["way"]),
        }
        yield fill(translate("cli", "{points}  {word}: {where}, {way}"), facts)
    rest = (
        (-explanation["length"], translate("cli", "{points}  length of the title")),
        (explanation["prior"], translate("cli", "{points}  your habits")),
        (explanation["picked"], translate("cli", "{points}  chosen before when you typed this")),
    )
    for points, words in rest:
        if round(points):
            yield fill(words, {"points": _points(points)})
    yield fill(translate("cli", "{points}  in all"), {"points": f"{round(explanation['score'])}".rjust(5)})


def _suggested(row: Mapping[str, Any], say: Catalog) -> Iterator[str]:
    if row.get("like"):
        message = cut(one_line(row["like"]), _MESSAGE_COLUMNS)
        yield fill(say.translate("cli", "sent before in reply to: {message}"), {"message": message})
    if row.get("shared"):
        pieces = say.translate("cli", ", ").join(shared_terms(row["shared"], row["title"], row["body"]))
        yield fill(say.translate("cli", "in common: {pieces}"), {"pieces": pieces})


def _points(points: float) -> str:
    return f"{round(points):+d}".rjust(5)


def _place(reason: Mapping[str, Any]) -> str:
    field = str(reason["field"])
    if field not in ("code", "title"):
        return field
    if reason["whole"]:
        return f"whole {field}"
    return f"start {field}" if reason["at_start"] else field


def _places(say: Catalog) -> Mapping[str, str]:
    translate = say.translate
    return {
        "whole code": translate("cli", "the whole code"),
        "start code": translate("cli", "start of the code"),
        "code": translate("cli", "in the code"),
        "whole title": translate("cli", "the whole title"),
        "start title": translate("cli", "start of the title"),
        "title": translate("cli", "in the title"),
        "tags": translate("cli", "in the tags"),
        "folder": translate("cli", "in the folder"),
        "body": translate("cli", "in the body"),
    }


def _ways(say: Catalog) -> Mapping[str, str]:
    translate = say.translate
    return {
        "typed": translate("cli", "as typed"),
        "pinyin": translate("cli", "by pinyin"),
        "initials": translate("cli", "by initials"),
        "mixed": translate("cli", "by pinyin and initials"),
        "like-sound": translate("cli", "by a similar sound"),
        "spaced": translate("cli", "with a space added"),
        "slip": translate("cli", "with a typing slip corrected"),
        "gaps": translate("cli", "by some letters of the code"),
    }
