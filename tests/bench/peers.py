"""Other engines for the same keystrokes: SQLite FTS5, tantivy, a naive scan; fzf as a separate process."""

import shutil
import sqlite3
import statistics
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from importlib import import_module, util
from time import perf_counter
from typing import IO

from quickdesk.replies.snippet import Snippet
from quickdesk.search.spelling import whole_syllables
from quickdesk.text.folding import fold
from quickdesk.text.readings import initials, pinyin
from tests.fakes.engine import commit

Answer = Callable[[str], object]
_COLUMNS = ("chars", "syllables", "initials")
_NO_MATCH = "qqzzqq9x"


def columns(snippet: Snippet) -> tuple[str, str, str]:
    """Return the characters, syllables and initials of all fields, as tokens."""
    fields = (snippet.title, snippet.code, " ".join(snippet.tags), snippet.folder_path, snippet.body)
    text = fold("\n".join(fields))
    return _spaced(text), " ".join(pinyin(text)), " ".join(initials(snippet.title))


def _spaced(text: str) -> str:
    return "".join(f" {char} " if char > "\u2e80" else char for char in text)


def _alternatives(word: str) -> list[tuple[str, str]]:
    """Return the phrases, by column, that a word may mean."""
    found = [("chars", _spaced(word).strip() + ("*" if word.isascii() else ""))]
    if word.isascii() and word.isalpha():
        found.append(("initials", " ".join(word)))
        if whole_syllables(word):
            rest, parts = word, []
            while rest:
                end = next(n for n in range(min(6, len(rest)), 0, -1) if _goes(rest, n))
                parts.append(rest[:end])
                rest = rest[end:]
            found.append(("syllables", " ".join(parts)))
    return found


def _goes(word: str, end: int) -> bool:
    head = whole_syllables(word[:end])
    return len(head) == 1 and len(head[0]) == 1 and (end == len(word) or bool(whole_syllables(word[end:])))


def naive(library: Sequence[Snippet]) -> Answer:
    texts = [
        "\n".join((each.title, each.code, " ".join(each.tags), each.folder_path, each.body)).lower()
        for each in library
    ]

    def answer(query: str) -> object:
        words = query.lower().split()
        found = [row for row, text in enumerate(texts) if all(word in text for word in words)]
        return sorted(found, key=lambda row: len(library[row].title))[:20]

    return answer


def fts5(library: Sequence[Snippet]) -> Answer:
    base = sqlite3.connect(":memory:")
    base.execute(f"CREATE VIRTUAL TABLE t USING fts5({', '.join(_COLUMNS)})")
    base.executemany("INSERT INTO t VALUES (?, ?, ?)", map(columns, library))

    def answer(query: str) -> object:
        words = [
            "(" + " OR ".join(f"{name} : {_quoted(text)}" for name, text in _alternatives(word)) + ")"
            for word in fold(query).split()
        ]
        if not words:
            return []
        return base.execute(
            "SELECT rowid FROM t WHERE t MATCH ? ORDER BY bm25(t) LIMIT 20", (" AND ".join(words),)
        ).fetchall()

    return answer


def _quoted(text: str) -> str:
    plain = text.removesuffix("*").replace('"', '""')
    return f'"{plain}"' + ("*" if text.endswith("*") else "")


def tantivy(library: Sequence[Snippet]) -> Answer | str:
    """Return the engine, or why it is not available."""
    if util.find_spec("tantivy") is None:
        return "tantivy: skipped, the package is not installed"
    engine = import_module("tantivy")
    builder = engine.SchemaBuilder()
    for name in _COLUMNS:
        builder.add_text_field(name, stored=False, tokenizer_name="whitespace")
    builder.add_integer_field("row", stored=True)
    index = engine.Index(builder.build())
    writer = index.writer(heap_size=128_000_000, num_threads=1)
    for row, snippet in enumerate(library):
        values = dict(zip(_COLUMNS, columns(snippet), strict=True))
        writer.add_document(engine.Document(row=row, **values))
    commit(
        writer,
    )
    index.reload()
    searcher = index.searcher()

    def answer(query: str) -> object:
        words = [
            "("
            + " OR ".join(f"{name}:{_quoted(text.removesuffix('*'))}" for name, text in _alternatives(word))
            + ")"
            for word in fold(query).split()
        ]
        if not words:
            return []
        try:
            return searcher.search(index.parse_query(" AND ".join(words)), 20).hits
        except ValueError:
            return []

    return answer


def fzf(library: Sequence[Snippet], queries: Sequence[str]) -> list[str]:
    """Measure the wall clock time of a process for each query: an upper bound, because most of it is reading.

    A query without matches shows how much that is. ``-e`` is without fuzzy matching.
    """
    if shutil.which("fzf") is None:
        return ["fzf: skipped, the program is not installed"]
    ways = {"fzf --filter": (), "fzf --filter -e": ("-e",)}
    spent: dict[str, list[float]] = {name: [] for name in (*ways, *(f"{way}, no match" for way in ways))}
    with tempfile.TemporaryFile() as lines:
        lines.write("\n".join(map(_line, library)).encode("utf-8", "replace"))
        for query in queries:
            for name, options in ways.items():
                spent[name].append(_filtered(lines, query, options))
                spent[f"{name}, no match"].append(_filtered(lines, _NO_MATCH, options))
    report = [f"{'wall clock, ms':<26}  median      max   of {len(queries)} queries"]
    for name, values in spent.items():
        report.append(f"{name:<26}{statistics.median(values):8.0f} {max(values):8.0f}")
    return report


def _line(snippet: Snippet) -> str:
    """Return all fields on one line, and the ways to type the title."""
    title = fold(snippet.title)
    ways = (initials(title), "".join(pinyin(title)))
    fields = (snippet.title, snippet.code, " ".join(snippet.tags), snippet.body, *ways)
    return " ".join(" ".join(fields).split())


def _filtered(lines: IO[bytes], query: str, options: Sequence[str]) -> float:
    lines.seek(0)
    started = perf_counter()
    done = subprocess.run(["fzf", *options, "--filter", query], stdin=lines, capture_output=True, check=False)
    spent = (perf_counter() - started) * 1000
    if done.returncode > 1:  # 1: nothing matched
        raise RuntimeError(done.stderr.decode())
    return spent
