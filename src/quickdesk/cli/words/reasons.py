"""Why a reply was found or suggested, one line for each reason."""

from collections.abc import Iterator, Mapping
from typing import Any

from quickdesk.cli.words.catalog import Catalog, fill
from quickdesk.search.suggest.telling import telling

_INDENT = "    "


def reason_lines(row: Mapping[str, Any], say: Catalog) -> list[str]:
    """Return the lines under a row: nothing where nobody asked for reasons."""
    explanation = row.get("explanation")
    found = [*_explained(explanation, say)] if explanation else []
    return [f"{_INDENT}{line}" for line in (*found, *_suggested(row, say))]


def _explained(explanation: Mapping[str, Any], say: Catalog) -> Iterator[str]:
    translate = say.translate
    for reason in explanation["reasons"]:
        facts = {
            "points": _points(reason["worth"]),
            "word": reason["word"],
            "where": _places(say).get(_place(reason), reason["field"]),
            "way": _ways(say).get(reason["way"], reason["way"]),
        }
        yield fill(translate("cli", "{points}  {word}: {where}, {way}"), facts)
    rest = (
        (-explanation["length"], translate("cli", "{points}  length of the title")),
        (explanation["prior"], translate("cli", "{points}  your habits")),
        (explanation["picked"], translate("cli", "{points}  chosen before after these letters")),
    )
    for points, words in rest:
        if round(points):
            yield fill(words, {"points": _points(points)})


def _suggested(row: Mapping[str, Any], say: Catalog) -> Iterator[str]:
    if row.get("like"):
        yield fill(say.translate("cli", "you answered this: {message}"), {"message": row["like"]})
    if row.get("shared"):
        pieces = say.translate("cli", ", ").join(telling(row["shared"]))
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
