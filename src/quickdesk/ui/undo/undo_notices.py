"""Notices about actions that can be undone, and about what was undone."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication

from quickdesk.replies.history import ActionType
from quickdesk.ui.notice import Notice, Tone
from quickdesk.ui.qt_text import inline_text

translate: Final = QCoreApplication.translate  # lupdate recognises this name
_MAX_TITLES: Final = 3


def removed(title: str) -> Notice:
    """Return a notice that a command moved a reply to the trash, and how to undo it."""
    headline = translate("words", "Moved to the trash: {title}").replace("{title}", inline_text(title))
    return Notice(Tone.DONE, headline, undo_hint())


def imported(new: int, changed: int) -> Notice:
    """Return a notice about what a command imported, and how to undo it."""
    headline = translate("words", "Imported: {new} new, {changed} changed")
    headline = headline.replace("{new}", str(new)).replace("{changed}", str(changed))
    return Notice(Tone.DONE, headline, undo_hint())


def backup_restored(new: int, changed: int, removed: int) -> Notice:
    """Return a notice that a command restored all replies from a backup, and how to undo it."""
    headline = translate(
        "words", "Backup restored: {new} brought back, {changed} changed, {removed} moved to the trash"
    )
    for name, number in (("{new}", new), ("{changed}", changed), ("{removed}", removed)):
        headline = headline.replace(name, str(number))
    return Notice(Tone.DONE, headline, undo_hint())


def action_name(done: ActionType, count: int) -> str:
    """Return the name of an action for the menu item "Undo:"; it changed ``count`` replies."""
    return {**_actions_on_replies(count), **_actions_on_customers()}[done]


def undone(
    done: ActionType,
    back: Sequence[str],
    away: Sequence[str],
    facts: Sequence[str] = (),
    customers: int = 0,
) -> Notice:
    """Return a notice about what was undone: the titles that were restored, and those now in the trash.

    ``facts`` are the names of facts that are as before, ``customers`` is the number of such customers.
    """
    headline = translate("words", "Undone: {action}")
    lines = [
        sentence.replace("{count}", str(len(titles))).replace("{titles}", _first_titles(titles))
        for titles, sentence in (
            (back, translate("words", "As before ({count}): {titles}")),
            (away, translate("words", "Now in the trash ({count}): {titles}")),
            (facts, translate("words", "Facts as before: {titles}")),
        )
        if titles
    ]
    if customers:
        lines.append(translate("words", "Customers as before: {count}").replace("{count}", str(customers)))
    return Notice(
        Tone.DONE, headline.replace("{action}", action_name(done, len(back) + len(away))), "\n".join(lines)
    )


def nothing_to_undo() -> Notice:
    """Return a notice that there is nothing to undo."""
    return Notice(Tone.INFO, translate("words", "There is nothing to undo"))


def changed_since(titles: Sequence[str], *, are_facts: bool = False) -> Notice:
    """Return a notice about the replies or facts that prevent the last action from being undone."""
    if are_facts:
        text = translate("words", "These facts have changed since: {titles}")
    else:
        text = translate("words", "These replies have changed since: {titles}")
    return Notice(
        Tone.WARNING,
        translate("words", "Nothing was undone"),
        text.replace("{titles}", _first_titles(titles)),
    )


def customers_changed_since(count: int) -> Notice:
    """Return a notice that changes of some customers prevent the last action from being undone."""
    text = translate("words", "Something about customers has changed since ({count})")
    headline = translate("words", "Nothing was undone")
    return Notice(Tone.WARNING, headline, text.replace("{count}", str(count)))


def fact_removed(name: str) -> Notice:
    """Return a notice that a command removed a fact, and how to undo it."""
    headline = translate("words", "Fact removed: {name}").replace("{name}", inline_text(name))
    return Notice(Tone.DONE, headline, undo_hint())


def undo_hint() -> str:
    """Return how to undo the last action."""
    return translate("words", "To undo: Ctrl+K in the palette, or the tray menu.\nCommand: quickdesk undo")


def _first_titles(titles: Sequence[str]) -> str:
    """Return the first titles, as there may be thousands."""
    named = translate("words", ", ").join(map(inline_text, titles[:_MAX_TITLES]))
    return f"{named} …" if len(titles) > _MAX_TITLES else named


def _actions_on_replies(count: int) -> Mapping[ActionType, str]:
    return {
        ActionType.ADD: translate("words", "new reply"),
        ActionType.EDIT: translate("words", "changed reply"),
        ActionType.REMOVE: translate("words", "reply moved to the trash"),
        ActionType.RESTORE: translate("words", "reply brought back"),
        ActionType.IMPORT: translate("words", "import (replies: {count})").replace("{count}", str(count)),
        ActionType.RECOVER: translate("words", "restored backup"),
        ActionType.SET_FACT: translate("words", "fact set"),
        ActionType.REMOVE_FACT: translate("words", "fact removed"),
        ActionType.CHANGE_LEXICON: translate("words", "words of the shop changed"),
        ActionType.REMEMBER_ASK: translate("words", "way to ask remembered"),
    }


def _actions_on_customers() -> Mapping[ActionType, str]:
    return {
        ActionType.ADD_CUSTOMER: translate("words", "new customer"),
        ActionType.EDIT_CUSTOMER: translate("words", "changed customer"),
        ActionType.REMOVE_CUSTOMER: translate("words", "customer moved to the trash"),
        ActionType.RESTORE_CUSTOMER: translate("words", "customer brought back"),
        ActionType.MERGE_CUSTOMERS: translate("words", "merged customers"),
        ActionType.IMPORT_CUSTOMERS: translate("words", "imported customers"),
        ActionType.ADD_NOTE: translate("words", "new note"),
        ActionType.EDIT_NOTE: translate("words", "changed note"),
        ActionType.REMOVE_NOTE: translate("words", "removed note"),
        ActionType.CHANGE_ORDER: translate("words", "changed order"),
        ActionType.OPEN_CASE: translate("words", "new case"),
        ActionType.CHANGE_CASE: translate("words", "changed case"),
        ActionType.REMOVE_CASE: translate("words", "removed case"),
        ActionType.RATE_CONTACT: translate("words", "noted satisfaction"),
    }
