"""How snippets look to scripts: the JSON that ``find``, ``list``, ``add`` and ``edit`` answer with."""

from typing import Any

from quickdesk.replies.snippet import FIELDS, Snippet, SnippetField
from quickdesk.search.hit import Hit


def hit_shape(hit: Hit) -> dict[str, Any]:
    """Return a hit as JSON; spans count in UTF-16 units of their field."""
    spans = [{"field": span.field, "start": span.start, "length": span.length} for span in hit.spans]
    return {**snippet_shape(hit.snippet), "score": round(hit.score, 3), "spans": spans}


def snippet_shape(snippet: Snippet) -> dict[str, Any]:
    """Return a snippet as JSON, in the shape of a hit that nothing was searched for."""
    values = {field.name: _value(field, getattr(snippet, field.name)) for field in FIELDS}
    return {"id": snippet.id, **values, "score": 0.0, "spans": []}


def _value(field: SnippetField, value: Any) -> str | list[str]:  # noqa: ANN401 - a text or its parts
    if field.kind == "folder":
        return "/".join(value)
    return list(value) if field.kind == "tags" else str(value)
