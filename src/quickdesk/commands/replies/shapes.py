"""How snippets look to scripts: the JSON that ``find``, ``list``, ``add`` and ``edit`` answer with."""

from typing import Any

from quickdesk.replies.snippet import Snippet
from quickdesk.search.hit import Hit


def hit_shape(hit: Hit) -> dict[str, Any]:
    """Return a hit as JSON; spans count in UTF-16 units of their field."""
    spans = [{"field": span.field, "start": span.start, "length": span.length} for span in hit.spans]
    return {**snippet_shape(hit.snippet), "score": round(hit.score, 3), "spans": spans}


def snippet_shape(snippet: Snippet) -> dict[str, Any]:
    """Return a snippet as JSON, in the shape of a hit that nothing was searched for."""
    return {
        "id": snippet.id,
        "code": snippet.code,
        "title": snippet.title,
        "body": snippet.body,
        "folder": snippet.folder_path,
        "tags": list(snippet.tags),
        "score": 0.0,
        "spans": [],
    }
