"""Parsing the source of a pack: ``pack.toml`` and one TOML file per category.

=================  ==========================================================================
``pack.toml``      ``format`` (1), ``id``, ``name``, ``language``, ``version``, ``licence``
other ``*.toml``   ``folder`` and ``tags`` for all its replies, then any number of ``[[reply]]``
``[[reply]]``      ``id`` and the fields of a snippet, of which ``title`` and ``body`` are required
``lexicon.txt``    words that mean the same, one group per line, if the pack has its own
=================  ==========================================================================

This module opens no file. Unknown keys are errors, so that the author of a pack finds misspelt ones.
"""

import re
import tomllib
from collections.abc import Mapping
from typing import Any

from quickdesk.packs.pack import Pack, PackError, PackFlaw
from quickdesk.packs.toml_table import TomlTable
from quickdesk.replies.snippet import FIELD, FIELDS, Snippet, SnippetField, folder_of
from quickdesk.replies.template import TemplateError, parse
from quickdesk.search.related.shop_lexicon import check_lexicon, normalized_lexicon

MANIFEST = "pack.toml"
LEXICON = "lexicon.txt"
FORMAT = 1
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_VERSION = re.compile(r"\d{1,6}(\.\d{1,6}){0,3}")


def read_pack(files: Mapping[str, str]) -> Pack:
    """Return the pack given by these texts, keyed by file name; raise PackError if one is invalid.

    Categories are sorted by file name, replies keep the order of their file. Files with other extensions (a
    licence, a readme) are ignored.
    """
    if MANIFEST not in files:
        raise PackError(PackFlaw.NO_MANIFEST, MANIFEST)
    manifest = _manifest(files[MANIFEST])
    pack_id = _matching(manifest, "id", _ID)
    pack = Pack(
        pack_id,
        manifest.line("name"),
        _matching(manifest, "language", _LANGUAGE),
        _matching(manifest, "version", _VERSION),
        manifest.line("licence"),
        _snippets(files, pack_id),
        _lexicon(files.get(LEXICON, "")),
    )
    if not pack.snippets:
        raise PackError(PackFlaw.NO_REPLIES, MANIFEST)
    return pack


def _lexicon(text: str) -> str:
    flaws = check_lexicon(text)
    if flaws:
        name, line = flaws[0].kind.name.lower(), flaws[0].line
        raise PackError(PackFlaw.BAD_LEXICON, LEXICON, f"line {line}: {name}" if line else name)
    return normalized_lexicon(text)


def _manifest(text: str) -> TomlTable:
    table = _table(MANIFEST, text)
    number = table.values.get("format")
    if number is None:
        table.refuse(PackFlaw.MISSING_KEY, "format")
    if type(number) is not int:
        table.refuse(PackFlaw.WRONG_TYPE, "format")
    if number > FORMAT:
        table.refuse(PackFlaw.NEWER_FORMAT, str(number))
    if number < 1:
        table.refuse(PackFlaw.BAD_VALUE, "format")
    return table.only("format", "id", "name", "language", "version", "licence")


def _snippets(files: Mapping[str, str], pack_id: str) -> tuple[Snippet, ...]:
    found: dict[str, Snippet] = {}
    for name in sorted(files):
        if name == MANIFEST or not name.endswith(".toml"):
            continue
        category = _table(name, files[name]).only("folder", "tags", "reply")
        for reply in category.tables("reply", "reply"):
            snippet = _snippet(reply, category, pack_id)
            if snippet.id in found:
                reply.refuse(PackFlaw.DUPLICATE_ID, snippet.id)
            found[snippet.id] = snippet
    return tuple(found.values())


def _snippet(reply: TomlTable, category: TomlTable, pack_id: str) -> Snippet:
    reply.only("id", *FIELD)
    snippet_id = f"{pack_id}/{_matching(reply, 'id', _ID)}"
    values: dict[str, Any] = {field.name: _value(field, reply, category) for field in FIELDS}
    return Snippet(snippet_id, **values)


def _value(field: SnippetField, reply: TomlTable, category: TomlTable) -> str | tuple[str, ...]:
    name = field.name
    match field.kind:
        case "line":
            return reply.line(name) if field.is_required else reply.optional_line(name)
        case "text":
            return reply.optional_text(name)
        case "template":
            return _body(reply)
        case "folder":
            return folder_of(reply.optional_line(name) or category.optional_line(name))
        case "lines":
            return tuple(dict.fromkeys((*category.lines(name), *reply.lines(name))))


def _body(reply: TomlTable) -> str:
    body = reply.text("body")
    try:
        parse(body)
    except TemplateError as error:
        raise PackError(PackFlaw.BAD_BODY, reply.file, f"{reply.place}: {error}") from error
    return body


def _matching(table: TomlTable, key: str, pattern: re.Pattern[str]) -> str:
    found = table.line(key)
    if not pattern.fullmatch(found):
        table.refuse(PackFlaw.BAD_VALUE, key)
    return found


def _table(name: str, text: str) -> TomlTable:
    try:
        return TomlTable(name, "", tomllib.loads(text.removeprefix("\ufeff").replace("\r\n", "\n")))
    except tomllib.TOMLDecodeError as error:
        raise PackError(PackFlaw.NOT_TOML, name, str(error)) from error
    except RecursionError as error:
        raise PackError(PackFlaw.NOT_TOML, name, "nested too deeply") from error
