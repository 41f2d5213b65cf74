"""Reading what is left of a damaged encrypted snapshot, block by block.

It is needed only if no other snapshot is undamaged.
"""

from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from quickdesk.storage.document import Tables, are_number_keys, from_json
from quickdesk.storage.format import META, TAIL, Contents, Kind
from quickdesk.storage.protection.blocks import BLOCKS, BlockReader, is_encrypted
from quickdesk.storage.protection.cipher import Cipher

_HEAD, _OPENING = b'{"_meta":', b":{"


def salvaged(kind: Kind, raw: bytes, cipher: Cipher) -> Contents | None:
    """Return the documents that can be decrypted, or None if there are none.

    Raises KeyUnavailableError.
    """
    head, *lines = raw.split(b"\n")
    about = _meta(head)
    if about is None or about.get("version") != kind.version or not is_encrypted(about):
        return None
    found = _tables(lines, BlockReader(cipher, about))
    tables = kind.empty() | {name: table for name, table in found.items() if are_number_keys(table)}
    if not any(tables.values()) or not kind.is_well_shaped(tables):
        return None
    generation, lineage, next_keys = about.get("generation"), about.get("lineage"), about.get("next")
    if not isinstance(generation, int) or not isinstance(lineage, list) or not isinstance(next_keys, dict):
        return None
    return Contents(
        tables,
        {name: number for name, number in next_keys.items() if isinstance(number, int)},
        generation,
        about.get("has_journal") is True,
        before if isinstance(before := about.get("before"), int) else None,
        tuple(name for name in lineage if isinstance(name, str)),
    )


def _meta(head: bytes) -> Mapping[str, Any] | None:
    if not head.startswith(_HEAD):
        return None
    try:
        about = from_json(head + b"}")[META]["1"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return about if isinstance(about, dict) else None


def _tables(lines: list[bytes], reader: BlockReader) -> Tables:
    name = ""
    for line in lines:
        with suppress(ValueError, TypeError, AttributeError, RecursionError):
            if line.endswith(_OPENING):
                name = from_json(line[1:-2])
            elif name not in (BLOCKS, TAIL) and line not in (b"}", b""):
                reader.add(name, from_json(b"{%s}" % line.removeprefix(b",")))
    return reader.finish({}).tables
