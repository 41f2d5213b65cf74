"""Writes snippets as a table for spreadsheets and for other tools; reading it back changes nothing.

UTF-8 with a byte order mark, because Excel takes anything else for the system's old encoding.
"""

import codecs
import re
from collections.abc import Iterable

from quickdesk.exchange.cells import written
from quickdesk.replies.snippet import Snippet

CHINESE_HEADER = ("快捷编码", "标题", "内容", "分组", "标签")
ENGLISH_HEADER = ("code", "title", "body", "folder", "tags")
"""Both are read; they name the columns, in this order."""

_SEPARATOR = re.compile(r"[,，;；、|\\]")


def write_table(
    snippets: Iterable[Snippet], delimiter: str = ",", header: tuple[str, ...] = CHINESE_HEADER
) -> bytes:
    """Return snippets as CSV, or as TSV with a tab for the delimiter."""
    rows = (
        (snippet.code, snippet.title, snippet.body, snippet.folder_path, _tags(snippet.tags))
        for snippet in snippets
    )
    return codecs.BOM_UTF8 + written((header, *rows), delimiter).encode()


def _tags(tags: Iterable[str]) -> str:
    """Join tags by ``;``; a backslash keeps a separator inside a tag."""
    return ";".join(_SEPARATOR.sub(r"\\\g<0>", tag) for tag in tags)
