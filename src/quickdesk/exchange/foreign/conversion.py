"""Turning the records of other programs into replies, by one rule for all formats.

A record with damaged text is refused. HTML becomes plain text, placeholders become fields, and a missing
title is taken from the beginning of the reply.
"""

from collections.abc import Sequence
from dataclasses import replace

from quickdesk.exchange.foreign.html_text import is_html, plain_text
from quickdesk.exchange.foreign.placeholders import convert_placeholders, uses_brackets
from quickdesk.exchange.parsed import FileEntry, ImportNote, ImportRecord, RefusalReason, RefusedRecord
from quickdesk.exchange.text_cleanup import collapse_whitespace, is_damaged, title_of_body


def with_fields(entries: Sequence[FileEntry]) -> list[FileEntry]:
    """Return the entries of one file, with the raw ones converted.

    What brackets mean is judged by all of them.
    """
    raw = [entry for entry in entries if isinstance(entry, ImportRecord) and entry.is_raw]
    all_brackets = uses_brackets(record.snippet.body for record in raw)
    return [
        _converted(entry, all_brackets=all_brackets)
        if isinstance(entry, ImportRecord) and entry.is_raw
        else entry
        for entry in entries
    ]


def _converted(record: ImportRecord, *, all_brackets: bool) -> ImportRecord | RefusedRecord:
    snippet = record.snippet
    title = "" if is_damaged(snippet.title) else snippet.title
    texts = (snippet.title, snippet.body, *snippet.folder, *snippet.tags, *snippet.asks)
    if any(map(is_damaged, texts)):
        return RefusedRecord(RefusalReason.DAMAGED_TEXT, record.place, title)
    notes = list(record.notes)
    text = plain_text(snippet.body)
    if text != snippet.body:
        notes.append(ImportNote.HTML_TO_TEXT)
    if not text.strip():
        return RefusedRecord(RefusalReason.NO_BODY, record.place, title)
    if is_html(title):
        title = collapse_whitespace(plain_text(title))
    if not title:
        title = title_of_body(text)
        notes.append(ImportNote.TITLE_FROM_BODY)
    converted = convert_placeholders(text, all_brackets=all_brackets)
    if converted.has_other_braces:
        notes.append(ImportNote.BRACES_KEPT_AS_TEXT)
    if converted.is_numbered:
        notes.append(ImportNote.FIELDS_NUMBERED)
    return replace(
        record,
        snippet=replace(snippet, title=title, body=converted.body),
        notes=tuple(notes),
        is_raw=False,
        placeholders=tuple(dict.fromkeys(converted.placeholders)),
    )
