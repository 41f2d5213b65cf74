"""Small repairs of foreign text on its way in: titles, folder names, braces that are no fields."""

import re

from quickdesk.replies.snippet import FIELD
from quickdesk.replies.template import TemplateError, TemplateFlaw, escape, parse

TITLE_FROM_BODY_LENGTH = 30
"""Code points of a reply that become its title where it has none."""

_SPACES = re.compile(r"\s+")
_LINE_BREAKS = re.compile(r"[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+")
_MAX_FOLDER_PART = FIELD["folder"].limit
_MOST_REPAIRS = 50
_REPAIRABLE = frozenset(TemplateFlaw) - {TemplateFlaw.TOO_LONG, TemplateFlaw.TOO_MANY_FIELDS}


def collapse_whitespace(text: str) -> str:
    """Return the text with every run of spaces and line breaks as one space."""
    return _SPACES.sub(" ", text).strip()


def join_lines(text: str) -> str:
    """Return the text with line breaks and tabs as one space; its other spaces stay, but at its ends."""
    return " ".join(filter(None, map(str.strip, _LINE_BREAKS.split(text))))


def folder_name(text: str) -> str:
    """Return a text as the name of one folder: on one line, ``/`` as ``／``, not overlong."""
    return collapse_whitespace(text).replace("/", "／")[:_MAX_FOLDER_PART].strip()


def title_of_body(body: str) -> str:
    """Return the beginning of a reply as its title, "" for a blank reply."""
    first = next((line for line in map(collapse_whitespace, body.splitlines()) if line), "")
    return first if len(first) <= TITLE_FROM_BODY_LENGTH else first[:TITLE_FROM_BODY_LENGTH].rstrip() + "…"


def unix_lines(text: str) -> str:
    """Return the text with ``\\n`` for every kind of line break."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def escape_invalid_braces(body: str) -> str:
    """Return a body in which braces that are no fields are doubled, so that they read as before.

    What is a field stays one, unless there are so many flaws that nothing can have been meant as a
    field. A body that is too long or has too many fields comes back unchanged: only
    :func:`quickdesk.replies.validation.check` can tell the agent about it.
    """
    if "{" not in body and "}" not in body:
        return body
    mended = body
    for _ in range(_MOST_REPAIRS):
        try:
            parse(mended)
        except TemplateError as error:
            if error.flaw not in _REPAIRABLE:
                return body
            mended = _doubled(mended, error)
        else:
            return mended
    return escape(body)


def _doubled(body: str, error: TemplateError) -> str:
    at, end = error.position, error.position + error.length
    if error.flaw in (TemplateFlaw.UNCLOSED, TemplateFlaw.NESTED, TemplateFlaw.UNMATCHED):
        end = at + 1
    return body[:at] + escape(body[at:end]) + body[end:]
