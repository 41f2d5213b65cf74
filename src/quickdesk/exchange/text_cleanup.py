"""Cleaning up imported texts: whitespace, titles, folder names, braces that are not fields."""

import re

from quickdesk.replies.snippet import FIELD
from quickdesk.replies.template import TemplateError, TemplateFlaw, escape, parse

MAX_TITLE_FROM_BODY = 30
"""Maximum length of a title made of the beginning of a body, in code points."""

_DAMAGED = re.compile("[\0\ud800-\udfff]")
_SPACES = re.compile(r"\s+")
_LINE_BREAKS = re.compile(r"[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+")
_MAX_FOLDER_PART = FIELD["folder"].limit
_MAX_REPAIRS = 50
_REPAIRABLE = frozenset(TemplateFlaw) - {TemplateFlaw.TOO_LONG, TemplateFlaw.TOO_MANY_FIELDS}


def is_damaged(text: str) -> bool:
    """Return whether a text has a NUL, or a byte that is invalid in the encoding of its file."""
    return _DAMAGED.search(text) is not None


def collapse_whitespace(text: str) -> str:
    """Return the text with every run of spaces and line breaks replaced by one space, stripped."""
    return _SPACES.sub(" ", text).strip()


def join_lines(text: str) -> str:
    """Return the text with line breaks and tabs replaced by one space, stripped; other spaces are kept."""
    return " ".join(filter(None, map(str.strip, _LINE_BREAKS.split(text))))


def folder_name(text: str) -> str:
    """Return a text as a folder name: on one line, with ``／`` for ``/``, truncated at the limit."""
    return collapse_whitespace(text).replace("/", "／")[:_MAX_FOLDER_PART].strip()


def title_of_body(body: str) -> str:
    """Return the beginning of a body as a title; empty if the body is blank."""
    first = next((line for line in map(collapse_whitespace, body.splitlines()) if line), "")
    return first if len(first) <= MAX_TITLE_FROM_BODY else first[:MAX_TITLE_FROM_BODY].rstrip() + "…"


def escape_invalid_braces(body: str) -> str:
    """Return the body with braces doubled that are not fields, so that its text stays the same.

    Valid fields are kept, unless there are so many flaws that the braces are probably not fields. A body that
    is too long or has too many fields is returned unchanged; :func:`quickdesk.replies.validation.check` finds
    these flaws.
    """
    if "{" not in body and "}" not in body:
        return body
    repaired = body
    for _ in range(_MAX_REPAIRS):
        try:
            parse(repaired)
        except TemplateError as error:
            if error.flaw not in _REPAIRABLE:
                return body
            repaired = _doubled(repaired, error)
        else:
            return repaired
    return escape(body)


def _doubled(body: str, error: TemplateError) -> str:
    start, end = error.position, error.position + error.length
    if error.flaw in (TemplateFlaw.UNCLOSED, TemplateFlaw.NESTED, TemplateFlaw.UNMATCHED):
        end = start + 1
    return body[:start] + escape(body[start:end]) + body[end:]
