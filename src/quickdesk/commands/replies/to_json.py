"""Converts replies, hits and flaws to the JSON of answers."""

from typing import Any

from quickdesk.replies.snippet import FIELDS, Snippet, SnippetField
from quickdesk.replies.validation import SnippetFlaw, limit_of
from quickdesk.search.hit import Hit


def hit_to_json(hit: Hit) -> dict[str, Any]:
    """Return a hit as JSON; spans count in UTF-16 units of their field.

    A hit that matches only partly or in meaning has ``related``: true, one that does not match at all
    ``nearest``: true as well.
    """
    spans = [{"field": span.field, "start": span.start, "length": span.length} for span in hit.spans]
    found = {**snippet_to_json(hit.snippet), "score": round(hit.score, 3), "spans": spans}
    flags = {"related": hit.is_related, "nearest": hit.is_nearest}
    return found | {name: True for name, is_set in flags.items() if is_set}


def snippet_to_json(snippet: Snippet) -> dict[str, Any]:
    """Return a reply as JSON, like a hit of an empty query."""
    values = {field.name: _value(field, getattr(snippet, field.name)) for field in FIELDS}
    return {"id": snippet.id, **values, "score": 0.0, "spans": []}


def _value(field: SnippetField, value: Any) -> str | list[str]:  # noqa: ANN401 - a text or its parts
    if field.kind == "folder":
        return "/".join(value)
    return list(value) if field.kind == "lines" else str(value)


def flaw_to_json(flaw: SnippetFlaw) -> dict[str, Any]:
    """Return a flaw as JSON: names in lower case with hyphens, the position in characters.

    ``most`` is the limit that is exceeded, if it is one.
    """
    template = flaw.template.name.lower().replace("_", "-") if flaw.template else None
    kind = flaw.kind.name.lower().replace("_", "-")
    name = template or kind
    data = {"field": flaw.field, "flaw": name, "position": flaw.position, "length": flaw.length}
    limit = limit_of(flaw.field, name)
    return data if limit is None else {**data, "most": limit}
