"""A customer card as the texts that the search indexes, and the way back from its matches.

A card becomes one row for each nickname, because the search ranks a whole title and the beginning of one
above all else. The other nicknames and the real name are asks, tags are tags, the remark is the folder; free
fields and notes are the body. Numbers are not indexed: see :mod:`quickdesk.customers.search.tails`.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from quickdesk.customers.customer import Customer, Note
from quickdesk.customers.search.hit import CardPlace, PlaceMatch
from quickdesk.replies.snippet import Snippet
from quickdesk.search.hit import Span
from quickdesk.text.folding import has_visible, utf16_length

MAX_NOTES = 20_000
"""Code points of the notes of one card that are searched: pinned notes first, then the newest."""
_ROW = "\n"
"""Between the id of a card and the number of its row."""
_BORDER = "\n"
_FIELD = "{name}: {value}"

Ranges: TypeAlias = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class CardText:
    """One part of the body of a row."""

    text: str
    place: CardPlace
    name: str = ""
    note_id: str = ""


def field_text(name: str, value: str) -> str:
    """Return a free field as it is searched."""
    return _FIELD.format(name=name, value=value)


def rows_of(customer: Customer, notes: Sequence[Note]) -> tuple[Snippet, ...]:
    """Return the rows of a card; the first one has the id of the customer."""
    titles = nicknames_of(customer) or (customer.name,)
    body = _BORDER.join(section.text for section in sections_of(customer, notes))
    remark = (customer.remark,) if customer.remark else ()
    return tuple(
        Snippet(
            f"{customer.id}{_ROW}{number}" if number else customer.id,
            title,
            body,
            folder=remark,
            tags=customer.tags,
            asks=_other_names(customer, title, titles),
        )
        for number, title in enumerate(titles)
    )


def customer_id_of(row_id: str) -> str:
    """Return the id of the customer that a row belongs to."""
    return row_id.partition(_ROW)[0]


def nicknames_of(customer: Customer) -> tuple[str, ...]:
    """Return the distinct nicknames of a card that have anything to see."""
    return tuple(dict.fromkeys(each.text for each in customer.nicknames if has_visible(each.text)))


def sections_of(customer: Customer, notes: Iterable[Note]) -> Iterator[CardText]:
    """Yield the parts of the body: the free fields, then pinned notes, then the others, newest first."""
    for name, value in customer.fields.items():
        if value:
            yield CardText(field_text(name, value), CardPlace.FIELD, name=name)
    left = MAX_NOTES
    for note in sorted(notes, key=lambda each: (each.is_pinned, each.at), reverse=True):
        if left <= 0:
            return
        text = note.text[:left]
        left -= len(text)
        yield CardText(text, CardPlace.NOTE, note_id=note.id)


def matches_of(
    customer: Customer, notes: Sequence[Note], row: Snippet, spans: Sequence[Span]
) -> tuple[PlaceMatch, ...]:
    """Return the matched texts of a card from the matched spans of one of its rows."""
    of = {name: [span for span in spans if span.field == name] for name in {span.field for span in spans}}
    found: list[PlaceMatch] = []
    for _, text, ranges in _split((row.title,), of.get("title", ())):
        found.append(PlaceMatch(CardPlace.NICKNAME if customer.nicknames else CardPlace.NAME, text, ranges))
    for _, text, ranges in _split(row.asks, of.get("asks", ())):
        place = CardPlace.NAME if text == customer.name else CardPlace.NICKNAME
        found.append(PlaceMatch(place, text, ranges))
    found += [PlaceMatch(CardPlace.TAG, text, some) for _, text, some in _split(row.tags, of.get("tags", ()))]
    for _, text, ranges in _split(row.folder, of.get("folder", ())):
        found.append(PlaceMatch(CardPlace.REMARK, text, ranges))
    if "body" in of:
        sections = tuple(sections_of(customer, notes))
        for number, text, ranges in _split([each.text for each in sections], of["body"]):
            section = sections[number]
            found.append(PlaceMatch(section.place, text, ranges, section.name, section.note_id))
    return tuple(found)


def _other_names(customer: Customer, title: str, titles: Sequence[str]) -> tuple[str, ...]:
    names = (customer.name, *titles)
    return tuple(dict.fromkeys(name for name in names if name != title and has_visible(name)))


def _split(texts: Sequence[str], spans: Iterable[Span]) -> Iterator[tuple[int, str, Ranges]]:
    """Yield the number, the text and the ranges of each text that has spans.

    ``spans`` are sorted and belong to the texts joined by a separator of one unit; a span that reaches over
    it, as one of two words may do, is cut.
    """
    left = list(spans)
    begin = 0
    for number, text in enumerate(texts if left else ()):
        end = begin + utf16_length(text)
        ranges = tuple(
            (max(span.start, begin) - begin, min(span.start + span.length, end) - max(span.start, begin))
            for span in left
            if span.start < end and span.start + span.length > begin
        )
        if ranges:
            yield number, text, ranges
        begin = end + 1
