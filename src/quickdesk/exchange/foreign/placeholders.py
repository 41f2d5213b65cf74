"""Converting the placeholders of other programs and of reply lists to fields, by one rule for all formats.

- ``{{name}}``, ``{{{name}}}``, ``${name}``, ``[[name]]`` and ``{name}`` are placeholders if their inside is a
  name; a filter such as ``{{name | default: "you"}}`` gives the default.
- ``%name%`` and ``<name>`` are placeholders if their inside certainly names something to fill in, as do
  ``order_id`` and 订单号. So are ``[name]``, and all others in brackets in a file that mostly uses them so;
  emoticons (``[微笑]``), labels, links, images, footnotes and task list items stay text.
- ``[24/48]`` becomes a field with choices, named like the placeholder: ``{24/48|24|48}``. If a part is a
  category instead of a value (``[Size/Color]``, ``[规格/颜色]``) or follows "e.g.", it has no choices.
- ``[日期]``, which would be the special field for today's date, becomes ``{指定日期}``, and ``[Date]``
  ``{Specified date}``.
- A repeated ``[name]`` is one field only if it always stands for the same value: ``[订单号]``, ``[产品A]``.
  ``满[金额]减[金额]`` becomes ``满{金额}减{金额 2}``, because the amounts differ. The other notations name a
  value of a program, which is the same wherever it stands.
- All other braces are text, and doubled.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from quickdesk.exchange.foreign.field_names import (
    FieldNames,
    choices_of,
    is_field_like,
    mean_fields,
    never_names_field,
    wanted_name,
)
from quickdesk.exchange.parsed import Placeholder
from quickdesk.replies.template import MAX_BODY, TemplateError, Text, escape, parse

MAX_SHOWN = 60
"""Characters of a placeholder as it is shown."""
_TOKEN = re.compile(
    r"!\[[^\[\]\n]*\]\([^()\n]*\)"  # an image
    r"|\[[^\[\]\n]*\]\((?:(?=[^\s()]*[/.#:@])[^\s()]+)?(?:[ \t]+\"[^\"\n]*\")?\)"  # a link
    r"|\[\^[^\[\]\n]*\]"  # a footnote
    r"|^[ \t]*[-*+] \[[ x]\](?= )"  # a task list item
    r"|\{\{\{(?P<triple>[^{}\n]{1,200})\}\}\}"
    r"|\{\{(?P<double>[^{}\n]{1,200})\}\}"
    r"|\$\{(?P<dollar>[^{}\n]{1,200})\}"
    r"|\{(?P<single>[^{}\n]*)\}"
    r"|\[\[(?P<pair>[^\[\]\n]{1,200})\]\]"
    r"|\[(?P<bracket>[^\[\]\n]*)\]"
    r"|(?<![\d%])%(?P<percent>[^\W\d][\w.-]{0,60})%"
    r"|<(?P<angle>[^\W\d][\w .-]{0,60})>",
    re.MULTILINE,
)
_NAME = re.compile(r"[^\W\d][\w .\-/·]*|\d{1,2}")
_FILTER = re.compile(r"""\s*\|\s*default:?\s*\(?\s*["']([^"'|]*)["']\)?\s*$""")
_NUMBERED = re.compile(r"\d+:(.*)")
_CERTAIN = ("triple", "double", "dollar", "pair")
_MAX_NO_FIELDS = 50
"""Single braces of one text that are not fields; if there are more, it is program code."""


@dataclass(slots=True)
class ConvertedBody:
    """A body in the template language.

    ``is_numbered`` is whether one placeholder became several fields, ``has_other_braces`` whether braces that
    are not fields were doubled.
    """

    body: str
    placeholders: list[Placeholder] = field(default_factory=list)
    is_numbered: bool = False
    has_other_braces: bool = False


def uses_brackets(texts: Iterable[str]) -> bool:
    """Return whether the texts of a file mostly use brackets for what is to be filled in."""
    return mean_fields(
        found["bracket"] for text in texts for found in _TOKEN.finditer(text[:MAX_BODY]) if found["bracket"]
    )


def convert_placeholders(text: str, *, all_brackets: bool = False) -> ConvertedBody:
    """Convert the placeholders of a text to fields; all other text is escaped.

    ``all_brackets`` is what :func:`uses_brackets` says of the file. A text that is too long for a body is
    returned unchanged; :func:`quickdesk.replies.validation.check` refuses it.
    """
    if len(text) > MAX_BODY or not any(mark in text for mark in "{}[%<"):
        return ConvertedBody(text)
    return _Conversion(text, all_brackets=all_brackets).result()


class _Conversion:
    """The conversion of one text."""

    def __init__(self, text: str, *, all_brackets: bool) -> None:
        self._text, self._all_brackets = text, all_brackets
        self._tokens = list(_TOKEN.finditer(text))
        self._names = FieldNames({wanted_name(each["bracket"]) for each in self._tokens if each["bracket"]})
        single = [each["single"] for each in self._tokens if each["single"] is not None]
        self._is_code = sum(not _is_own_field(inside) for inside in single) > _MAX_NO_FIELDS
        self._result = ConvertedBody("")

    def result(self) -> ConvertedBody:
        """Return the converted text."""
        self._result.body = "".join(self._pieces())
        self._result.is_numbered = self._names.is_numbered
        return self._result

    def _pieces(self) -> Iterator[str]:
        position = 0
        for token in self._tokens:
            yield self._literal(self._text[position : token.start()])
            position = token.end()
            replaced = self._replaced(token)
            if replaced is None:
                yield self._literal(token.group())
            else:
                yield replaced
        yield self._literal(self._text[position:])

    def _literal(self, text: str) -> str:
        escaped = escape(text)
        self._result.has_other_braces = self._result.has_other_braces or escaped != text
        return escaped

    def _replaced(self, token: re.Match[str]) -> str | None:
        """Return the field that a token becomes; None if it stays text."""
        notation = token.lastgroup
        if notation is None:
            return None
        inside, written = token[notation], token.group()
        if notation == "single":
            found = written if _is_own_field(inside) and not self._is_code else None
        elif notation in _CERTAIN:
            found = _certain_field(inside)
        elif notation == "bracket":
            found = self._bracketed(inside)
        else:
            found = "{" + wanted_name(inside) + "}" if is_field_like(inside) else None
        is_name = bool(wanted_name(inside))
        if found is not None or (is_name and notation in ("bracket", "double", "percent", "dollar")):
            self._result.placeholders.append(Placeholder(_shown(written), _shown(found or "")))
        return found

    def _bracketed(self, inside: str) -> str | None:
        wanted = wanted_name(inside)
        if not wanted or never_names_field(inside) or not (self._all_brackets or is_field_like(inside)):
            return None
        return "{" + "|".join((self._names.name_for(wanted), *choices_of(inside))) + "}"


def _is_own_field(inside: str) -> bool:
    """Return whether a text in single braces is a field of our template language."""
    try:
        return not isinstance(parse("{" + inside + "}").parts[0], Text)
    except TemplateError:
        return False


def _certain_field(inside: str) -> str | None:
    """Return the field of a notation that only stands for placeholders; None if there is no name in it."""
    filtered = _FILTER.search(inside)
    name = inside[: filtered.start()] if filtered else inside
    numbered = _NUMBERED.fullmatch(name.strip())
    name = (numbered[1] if numbered else name).strip()
    if not _NAME.fullmatch(name) or not (wanted := wanted_name(name)):
        return None
    default = filtered[1].strip() if filtered else ""
    return "{" + wanted + (f":{default}" if default and not set("{}") & set(default) else "") + "}"


def _shown(text: str) -> str:
    return text if len(text) <= MAX_SHOWN else f"{text[: MAX_SHOWN - 1]}…"
