"""Hits for tests."""

from collections.abc import Sequence

from quickdesk.replies.snippet import Snippet
from quickdesk.search.hit import FieldName, Hit, Span


class Hits:
    """Creates hits with the search."""

    def __call__(self, snippet: Snippet, **matched: str) -> Hit:
        texts = {
            "title": snippet.title,
            "body": snippet.body,
            "code": snippet.code,
            "folder": snippet.folder_path,
        }
        spans = [self._span(field, texts[field], word) for field, word in matched.items()]
        return Hit(snippet, 1.0, tuple(spans))

    def many(self, count: int) -> Sequence[Hit]:
        return [
            self(Snippet(f"id{n}", f"退款 {n}", f"亲，{{天数:{n}}}天到账", f"tk{n}")) for n in range(count)
        ]

    def _span(self, field: FieldName, text: str, word: str) -> Span:
        before = text[: text.index(word)]
        return Span(field, len(before.encode("utf-16-le")) // 2, len(word.encode("utf-16-le")) // 2)
