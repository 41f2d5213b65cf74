"""The JSON of drafts, in the plain file and in the encrypted one."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import MAXYEAR, MINYEAR, datetime
from typing import Any, TypeVar

from quickdesk.replies.drafts import CustomerDraft, Drafts, FormDraft, ReplyDraft
from quickdesk.storage.document import Document, stored_text
from quickdesk.storage.snippets.shape import SNIPPETS, document_of, snippet_of

T = TypeVar("T")
_MOST_READ = 100
"""The program stores fewer; a file with a million of them must not delay the start."""
_MOST_NUMBERED = 1_000_000


def document_of_drafts(drafts: Drafts) -> Document:
    """Return the JSON of all drafts; what belongs to customers keeps its number."""
    document: Document = {
        "replies": [
            {"id": each.content.id, "at": each.changed_at.isoformat(), "reply": document_of(each.content)}
            for each in drafts.replies
        ],
        "forms": [
            {
                "id": each.snippet_id,
                "at": each.changed_at.isoformat(),
                "program": stored_text(each.program),
                **({"customer": each.customer_id, "number": each.number} if each.customer_id else {}),
                "values": _texts(each.values),
            }
            for each in drafts.forms
        ],
    }
    if drafts.customers:
        document["customers"] = [
            {
                "number": each.number,
                "at": each.changed_at.isoformat(),
                "place": each.place,
                "customer": each.customer_id,
                "texts": _texts(each.texts),
            }
            for each in drafts.customers
        ]
    return document


def drafts_of(stored: Mapping[str, Any]) -> Drafts:
    """Return the drafts in a JSON; those that are not understood are left out. Raises for other JSON."""
    drafts = Drafts()
    for reply in _read(stored["replies"], _reply):
        drafts = drafts.with_draft(replace(reply, number=drafts.next_number))
    for form in _read(stored["forms"], _form):
        drafts = drafts.with_draft(form if form.number else replace(form, number=drafts.next_number))
    for draft in _read(stored.get("customers", []), _customer):
        is_taken = any(each.number == draft.number for each in drafts)
        drafts = drafts.with_draft(replace(draft, number=drafts.next_number) if is_taken else draft)
    return drafts


def _texts(texts: Mapping[str, str]) -> Document:
    return {stored_text(name): stored_text(text) for name, text in texts.items()}


def _read(stored: object, read: Callable[[Mapping[str, Any]], T]) -> Iterator[T]:
    if not isinstance(stored, list):
        raise TypeError("drafts are a list")
    for each in stored[-_MOST_READ:]:
        with suppress(ValueError, TypeError, KeyError, AttributeError):
            yield read(each)


def _reply(stored: Mapping[str, Any]) -> ReplyDraft:
    content = stored["reply"]
    if not SNIPPETS.accepts("snippets", content):
        raise TypeError("not a reply")
    return ReplyDraft(0, _moment(stored["at"]), snippet_of(_text(stored["id"]), content))


def _form(stored: Mapping[str, Any]) -> FormDraft:
    values = {_text(name): _text(value) for name, value in stored["values"].items()}
    customer_id = _text(stored.get("customer", ""))
    return FormDraft(
        _number(stored["number"]) if "number" in stored else 0,
        _moment(stored["at"]),
        _text(stored["id"]),
        values,
        _text(stored["program"]),
        customer_id=customer_id,
    )


def _customer(stored: Mapping[str, Any]) -> CustomerDraft:
    texts = {_text(name): _text(text) for name, text in stored["texts"].items()}
    number, moment = _number(stored["number"]), _moment(stored["at"])
    return CustomerDraft(number, moment, _text(stored["place"]), _text(stored["customer"]), texts)


def _number(stored: object) -> int:
    if not isinstance(stored, int) or not 0 < stored < _MOST_NUMBERED:
        raise TypeError("a number")
    return stored


def _text(stored: object) -> str:
    if not isinstance(stored, str):
        raise TypeError("a text")
    return stored


def _moment(stored: object) -> datetime:
    moment = datetime.fromisoformat(_text(stored))
    if moment.tzinfo is None:
        raise ValueError("a moment has an offset")
    if not MINYEAR < moment.year < MAXYEAR:
        raise ValueError("the moment has no local time everywhere")
    return moment
