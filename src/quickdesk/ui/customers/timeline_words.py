"""The words of the timeline: what an entry is, and its text in one line."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from quickdesk.customers.case import Case, CaseState
from quickdesk.customers.customer import Note
from quickdesk.customers.timeline import Entry, Event, EventType, Satisfaction
from quickdesk.ui.cases.words import state_name, type_name
from quickdesk.ui.icons import Icon
from quickdesk.ui.qt_text import inline_text

translate: Final = QCoreApplication.translate  # lupdate recognises this name
_MOST_CHARACTERS: Final = 200


def entry_icon(entry: Entry) -> Icon:
    """Return the icon of an entry."""
    if isinstance(entry, Note):
        return Icon.PIN if entry.is_pinned else Icon.FILE
    if isinstance(entry, Case):
        return Icon.FOLDER
    return {
        EventType.PASTED: Icon.REPLY,
        EventType.SATISFACTION: Icon.CIRCLE_CHECK,
        EventType.ORDER_REMARK: Icon.COPY,
        EventType.CASE: Icon.FOLDER,
    }[entry.type]


def entry_name(entry: Entry) -> str:
    """Return what an entry is."""
    if isinstance(entry, Note):
        return translate("words", "Note")
    if isinstance(entry, Case):
        return translate("words", "Case opened")
    return event_name(entry.type)


def event_name(kind: EventType) -> str:
    """Return what an event is."""
    return {
        EventType.PASTED: translate("words", "Reply pasted"),
        EventType.SATISFACTION: translate("words", "Satisfaction"),
        EventType.ORDER_REMARK: translate("words", "Order remark copied"),
        EventType.CASE: translate("words", "Case"),
    }[kind]


def entry_text(entry: Entry, reply_title: str) -> str:
    """Return the text of an entry; ``reply_title`` is that of a pasted reply, empty if it is gone."""
    if isinstance(entry, Note):
        return inline_text(entry.text[:_MOST_CHARACTERS])
    if isinstance(entry, Case):
        return " · ".join(
            filter(None, (type_name(entry.type), inline_text(entry.request[:_MOST_CHARACTERS])))
        )
    text = event_value(entry.type, inline_text(entry.text[:_MOST_CHARACTERS]))
    return text if entry.type in _NAMED else " · ".join(filter(None, (inline_text(reply_title), text)))


def event_value(kind: EventType, text: str) -> str:
    """Return the text of an event: that of two kinds is the name of a value."""
    named = _NAMED.get(kind)
    return text if named is None else named(text)


def satisfaction_name(value: str) -> str:
    """Return the name of a value of Satisfaction; the value itself if it is unknown."""
    return {
        Satisfaction.SATISFIED.value: translate("words", "Satisfied"),
        Satisfaction.NEUTRAL.value: translate("words", "Neutral"),
        Satisfaction.DISSATISFIED.value: translate("words", "Dissatisfied"),
    }.get(value, value)


def _state_name(value: str) -> str:
    found = next((state for state in CaseState if state.value == value), None)
    return value if found is None else state_name(found)


def event_title_id(entry: Entry) -> str:
    """Return the id of the reply that an entry names, empty if it names none."""
    return entry.reply_id if isinstance(entry, Event) else ""


_NAMED: Final = {EventType.SATISFACTION: satisfaction_name, EventType.CASE: _state_name}
