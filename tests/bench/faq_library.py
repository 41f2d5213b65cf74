"""A library of questions and answers that is not in the project, with messages that ask for them.

The folder has ``replies.tsv`` (title, body), ``messages.tsv`` (message, and the titles that answer it, with
``|`` between them) and perhaps ``nothing.tsv`` (messages that no reply answers). Where such libraries were
found stands in docs/decisions/0034-one-way-of-scoring-meaning.md.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from quickdesk.replies.snippet import Snippet
from quickdesk.search.finder import LibraryFinder
from quickdesk.search.suggest.suggester import Suggester
from tests.bench.bench_meaning import Bm25, Found

SIZES = (1_990, 2_010)
"""Numbers of replies beside all: suggestions once failed beyond 2,000."""


@dataclass(frozen=True)
class Faq:
    """The replies, the messages with the titles that answer them, and messages without an answer."""

    replies: Sequence[Snippet]
    messages: Sequence[tuple[str, frozenset[str]]]
    nothing: Sequence[str]

    def cut(self, count: int) -> "Faq":
        """Return it with so many replies; messages are left out whose answers are."""
        replies = self.replies[:count]
        titles = {reply.title for reply in replies}
        return Faq(replies, [each for each in self.messages if each[1] <= titles], self.nothing)


def read(folder: Path) -> Faq:
    """Return the library in a folder."""
    rows = [line.split("\t") for line in _lines(folder / "replies.tsv")]
    replies = [Snippet(f"r{number}", title, body or title) for number, (title, body) in enumerate(rows)]
    messages = [line.split("\t") for line in _lines(folder / "messages.tsv")]
    nothing = folder / "nothing.tsv"
    return Faq(
        replies,
        [(message, frozenset(titles.split("|"))) for message, titles in messages],
        _lines(nothing) if nothing.exists() else [],
    )


def _lines(file: Path) -> list[str]:
    return file.read_text("utf-8").splitlines()


def report(folder: Path) -> list[str]:
    """Return the figures of suggestions and of BM25, one line for each size of the library."""
    faq = read(folder)
    sizes = [*(size for size in SIZES if size < len(faq.replies)), len(faq.replies)]
    lines = [f"{'replies':>8} {'messages':>8}         acc@1 acc@5 empty  silent of {len(faq.nothing)}  ms"]
    for size in sizes:
        some = faq.cut(size)
        suggester = Suggester(LibraryFinder(some.replies).segments)
        lines.append(f"{size:8} {len(some.messages):8} suggest {_figures(some, suggester.suggest)}")
        lines.append(f"{'':17} BM25    {_figures(some, Bm25(some.replies).find)}")
    return lines


def _figures(faq: Faq, suggest: Callable[[str], Sequence[Found]]) -> str:
    started = perf_counter()
    found = [[each.snippet.title for each in suggest(message)][:5] for message, _ in faq.messages]
    each = (perf_counter() - started) * 1000 / len(found)
    right = [titles for _, titles in faq.messages]
    first = sum(bool(set(shown[:1]) & titles) for shown, titles in zip(found, right, strict=True))
    five = sum(bool(set(shown) & titles) for shown, titles in zip(found, right, strict=True))
    empty = sum(not shown for shown in found)
    silent = sum(not suggest(message) for message in faq.nothing) / max(len(faq.nothing), 1)
    shares = " ".join(f"{number / len(found):5.3f}" for number in (first, five, empty))
    return f"{shares}  {silent:13.2f} {each:4.1f}"
