"""Why a fact was not set, in words."""

from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from quickdesk.replies.validation import limit_of
from quickdesk.ui.notice import Notice, Tone

translate: Final = QCoreApplication.translate  # lupdate recognises this name


def fact_not_saved(problem: str, facts: Mapping[str, Any]) -> Notice:
    """Return a notice for the problem of an answer to the command ``facts set``, with its facts."""
    why = _flaw_words(facts["flaws"][0]) if problem == "flawed-fact" else _problems().get(problem, problem)
    for name in ("until", "most"):
        why = why.replace(f"{{{name}}}", str(facts.get(name, "")))
    return Notice(Tone.WARNING, translate("words", "The fact was not saved"), why)


def not_a_day() -> Notice:
    """Return a notice that a day cannot be read."""
    return Notice(
        Tone.WARNING,
        translate("words", "The fact was not saved"),
        translate("words", "Write the last day like 2026-12-31, or leave it empty."),
    )


def _problems() -> Mapping[str, str]:
    return {
        "date-is-over": translate("words", "The day {until} is over."),
        "too-many-facts": translate("words", "There are already {most} facts. Remove one first."),
    }


def _flaw_words(flaw: Mapping[str, Any]) -> str:
    field, name = flaw["field"], flaw["flaw"]
    if name == "empty":
        return (
            translate("words", "Write the name of the field that it fills.")
            if field == "name"
            else translate("words", "Write what the field is filled with, or remove the fact.")
        )
    if name == "special-with-value":
        return translate("words", "quickdesk fills in the field of this name by itself. Take another name.")
    if name == "unusable-character":
        return translate("words", "It has a character that cannot be saved or sent.")
    if name == "too-long":
        words = translate("words", "It is too long: at most {limit} characters. More is a reply of its own.")
        return words.replace("{limit}", f"{limit_of(field, name):,}")
    return translate(
        "words", "A field cannot have this name: begin with a letter or a digit, without : and |."
    )
