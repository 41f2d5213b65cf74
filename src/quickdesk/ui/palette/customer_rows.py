"""Customers as rows of the palette, painted like replies, with what matched and personal numbers masked."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication

from quickdesk.customers.customer import Customer, Note
from quickdesk.customers.masking import masked_number
from quickdesk.customers.search.hit import CardPlace, CustomerHit, PlaceMatch
from quickdesk.replies.snippet import Snippet
from quickdesk.search.hit import FieldName, Hit, Span
from quickdesk.text.folding import utf16_length
from quickdesk.text.personal import masked
from quickdesk.ui.notice import Notice, Tone
from quickdesk.ui.qt_text import inline_text, to_index

translate: Final = QCoreApplication.translate  # lupdate recognises this name

SIGNS: Final = ("@", "＠")
"""What a query for customers begins with."""
_INVISIBLE: Final = "\u200b\u200c\u200d\u200e\u200f\u2060\u2066\u2067\u2068\u2069\ufeff"
"""What chat programs put before a name that is copied."""
NEW_CARD: Final = "\n"
"""The id of the row that makes a card; no customer has it."""
_BEFORE, _AROUND = 60, 240
"""Code points of a long note before its first match, and in all."""
_MAX_TAGS, _MAX_NOTES, _MAX_NUMBERS = 3, 20, 20
_NUMBERS: Final = (CardPlace.PHONE, CardPlace.ORDER, CardPlace.TRACKING)
_BRACES: Final = str.maketrans("{}", "｛｝")
"""Braces would be fields of a template; these have the same length."""

Ranges = tuple[tuple[int, int], ...]
ReadNotes = Callable[[str], Sequence[Note]]


@dataclass(frozen=True, slots=True)
class CustomerRow:
    """A row of the list, and what the preview shows for it."""

    hit: Hit
    preview: Callable[[], Snippet]


def customer_query(query: str) -> str | None:
    """Return what is searched among the customers, None for a query for replies."""
    text = query.strip().lstrip(_INVISIBLE)
    return text[1:].strip() if text.startswith(SIGNS) else None


def customer_row(found: CustomerHit, notes: ReadNotes) -> CustomerRow:
    """Return the row of a customer; ``notes`` is called with its id if it is previewed."""
    customer, matches = found.customer, found.matches
    title = next((each for each in matches if each.place is CardPlace.NICKNAME), None)
    name = customer.label if title is None else title.text
    spans = [*_spans("title", () if title is None else title.spans)]
    tags = list(dict.fromkeys((*_matched_tags(matches), *customer.tags)))[:_MAX_TAGS]
    spans += _spans("folder", _tag_ranges(tags, matches))
    body, ranges = _detail(customer, matches)
    spans += _spans("body", ranges)
    folder = "  ".join(f"#{tag}" for tag in tags)
    row = Snippet(customer.id, name, body.translate(_BRACES), _platform_of(customer, name), (folder,))
    return CustomerRow(Hit(row, found.score, tuple(spans)), partial(_preview, customer, notes))


def new_card_row(nickname: str) -> CustomerRow:
    """Return the row that makes a card for a nickname; it is no hit, so nothing typed ahead takes it."""
    title = translate("words", "New card for “{nickname}”").replace("{nickname}", inline_text(nickname))
    body = translate("words", "Makes the card, and this customer the current one")
    row = Snippet(NEW_CARD, title, body.translate(_BRACES))
    return CustomerRow(Hit(row, 0.0, is_related=True, is_nearest=True), lambda: row)


def still_reading(waiting: int) -> Notice:
    """Return a notice that cards are still being read, so that not all can be found yet."""
    text = translate("words", "{count} cards are not searched yet.").replace("{count}", str(waiting))
    return Notice(Tone.INFO, translate("words", "Customers are being read"), text)


def _spans(field: FieldName, ranges: Ranges) -> Iterator[Span]:
    return (Span(field, start, length) for start, length in ranges)


def _matched_tags(matches: Sequence[PlaceMatch]) -> list[str]:
    return [each.text for each in matches if each.place is CardPlace.TAG]


def _tag_ranges(tags: Sequence[str], matches: Sequence[PlaceMatch]) -> Ranges:
    of = {each.text: each.spans for each in matches if each.place is CardPlace.TAG}
    found, at = [], 0
    for tag in tags:
        found += [(at + 1 + start, length) for start, length in of.get(tag, ())]
        at += 1 + utf16_length(tag) + 2
    return tuple(found)


def _platform_of(customer: Customer, name: str) -> str:
    return next((each.platform for each in customer.nicknames if each.text == name and each.platform), "")


def _detail(customer: Customer, matches: Sequence[PlaceMatch]) -> tuple[str, Ranges]:
    """Return the second line: the first match that the first line does not show, else the remark or name."""
    shown = (CardPlace.NICKNAME, CardPlace.TAG)
    match = next((each for each in matches if each.place not in shown), None)
    if match is None:
        return masked(customer.remark) or (customer.name if customer.name != customer.label else ""), ()
    if match.place in _NUMBERS:
        text = masked_number(match.text)
        length = min(match.spans[0][1], len(text) - text.rfind("*") - 1)
        number, ranges = text, ((len(text) - length, length),)
        words = _number_words(match.place)
        begin = utf16_length(words[: words.index("{number}")])
        return words.replace("{number}", number), tuple((begin + at, some) for at, some in ranges)
    return _part(match.text, match.spans)


def _number_words(place: CardPlace) -> str:
    if place is CardPlace.PHONE:
        return translate("words", "Phone {number}")
    if place is CardPlace.ORDER:
        return translate("words", "Order {number}")
    return translate("words", "Parcel {number}")


def _part(text: str, spans: Ranges) -> tuple[str, Ranges]:
    """Return what is near the first match of a text, masked."""
    first = to_index(text, spans[0][0])
    begin = max(first - _BEFORE, 0) if len(text) > _AROUND else 0
    shift = utf16_length(text[:begin])
    part = masked(text[begin : begin + _AROUND])
    return part, tuple((at - shift, length) for at, length in spans if at >= shift)


def _preview(customer: Customer, notes: ReadNotes) -> Snippet:
    lines = [*_lines(customer)]
    written = sorted(notes(customer.id), key=lambda each: (each.is_pinned, each.at), reverse=True)
    for note in written[:_MAX_NOTES]:
        day = note.at.strftime("%Y-%m-%d")
        pinned = f"{translate('words', 'pinned')} · " if note.is_pinned else ""
        lines += ["", f"{pinned}{day}", masked(note.text[:_AROUND])]
    body = "\n".join(lines).translate(_BRACES)
    return Snippet(customer.id, customer.label, body, tags=customer.tags, remark=masked(customer.remark))


def _lines(customer: Customer) -> Iterator[str]:
    if customer.is_do_not_contact:
        yield translate("words", "Do not contact: {reason}").replace(
            "{reason}", customer.do_not_contact_reason or "-"
        )
    for nickname in customer.nicknames:
        yield " · ".join(filter(None, (nickname.text, nickname.platform)))
    if customer.name:
        yield translate("words", "Name: {name}").replace("{name}", customer.name)
    for name, value in customer.fields.items():
        yield f"{name}: {masked(value)}"
    for phone in customer.phones[:_MAX_NUMBERS]:
        yield translate("words", "Phone {number}").replace("{number}", masked_number(phone))
    for order in customer.orders[:_MAX_NUMBERS]:
        words = translate("words", "Order {number}").replace("{number}", masked_number(order.number))
        yield " · ".join(filter(None, (words, order.platform, order.state, *order.items[:2])))
