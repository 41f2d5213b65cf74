"""Turning the HTML of other programs into plain text, only where a text is HTML."""

import html
import re
from collections.abc import Iterator

from quickdesk.replies.template import MAX_BODY

_MAX_HTML = 10 * MAX_BODY
"""Code points; longer texts are no replies and stay as they are."""
_BLOCK_TAGS = "p div ul ol table tr h1 h2 h3 h4 h5 h6 blockquote pre section article header footer dl dt dd"
_PARAGRAPH_TAGS = "p ul ol table h1 h2 h3 h4 h5 h6 blockquote pre"
_INLINE_TAGS = (
    "a b i u s em strong span font small big sub sup del ins mark code label strike center html body thead "
    "tbody tfoot figure figcaption th td li"
)
_VOID_TAGS = "br hr img input wbr meta link"
_HIDDEN_TAGS = "script style head title template"
_BLOCK, _PARAGRAPH = frozenset(("hr", *_BLOCK_TAGS.split())), frozenset(_PARAGRAPH_TAGS.split())
_VOID, _HIDDEN = frozenset(_VOID_TAGS.split()), frozenset(_HIDDEN_TAGS.split())
_KNOWN = _BLOCK | _VOID | _HIDDEN | frozenset(_INLINE_TAGS.split())
_TAG = re.compile(
    r"<!--(?:[^<-]|-(?!->)|<(?!!--)){0,10000}-->"
    r"|<(/?)([A-Za-z][A-Za-z0-9]{0,10})(\s[^<>]{0,4000})?/?>"
)
_ATTRIBUTE = re.compile(r"""\b(href|alt)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\r\n\f]+")
_CERTAIN_ENTITY = re.compile(r"&(?:nbsp|lt|gt|amp|quot|#\d{1,6}|#x[0-9a-fA-F]{1,5});")
_NO_LINK = ("#", "javascript:")


def is_html(text: str) -> bool:
    """Return whether a text has a line break, a picture, or a pair of tags of HTML."""
    if "<" not in text or len(text) > _MAX_HTML:
        return False
    opened: set[str] = set()
    for tag in _TAG.finditer(text):
        name = (tag[2] or "").lower()
        if name in _VOID or (name in opened and (tag[1] or name in _BLOCK)):
            return True
        if name in _KNOWN and not tag[1]:
            opened.add(name)
    return False


def plain_text(text: str) -> str:
    """Return the text that a browser shows for HTML: lines, list items, and links with their addresses.

    Texts that are not HTML are returned unchanged, except for entities such as ``&nbsp;``.
    """
    if is_html(text):
        return "\n".join(_Lines(text).lines()).strip("\n")
    if _CERTAIN_ENTITY.search(text):
        return html.unescape(text).replace("\xa0", " ")
    return text


class _Lines:
    """The lines of one text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._line: list[str] = []
        self._found: list[str] = []
        self._wants_blank = False
        self._open_link: tuple[str, int] | None = None
        self._numbers: list[int] = []
        self._hidden = ""

    def lines(self) -> Iterator[str]:
        """Return the lines, with at most one blank line between them."""
        position = 0
        for tag in _TAG.finditer(self._text):
            name = (tag[2] or "").lower()
            if tag[2] and name not in _KNOWN:
                continue
            self._add(self._text[position : tag.start()])
            position = tag.end()
            if tag[2]:
                self._tag(name, tag[3] or "", is_end=bool(tag[1]))
        self._add(self._text[position:])
        self._end_line()
        return iter(self._found)

    def _add(self, text: str) -> None:
        if self._hidden:
            return
        shown = html.unescape(_SPACES.sub(" ", text)).replace("\xa0", " ")
        if not self._line:
            shown = shown.lstrip()
        if shown:
            self._line.append(shown)

    def _tag(self, name: str, attributes: str, *, is_end: bool) -> None:
        if self._hidden:
            self._hidden = "" if is_end and name == self._hidden else self._hidden
        elif name in _HIDDEN:
            self._hidden = "" if is_end else name
        elif name == "br":
            self._end_line(always=True)
        elif name in ("ul", "ol"):
            self._list(is_ordered=name == "ol", is_end=is_end)
        elif name in _BLOCK:
            self._end_line()
            self._wants_blank = self._wants_blank or name in _PARAGRAPH
        else:
            self._inside_line(name, attributes, is_end=is_end)

    def _inside_line(self, name: str, attributes: str, *, is_end: bool) -> None:
        if name == "li":
            self._end_line()
            self._line += [] if is_end else [self._bullet()]
        elif name in ("td", "th") and not is_end and self._line:
            self._line.append("\t")
        elif name == "img" and (shown := _attribute(attributes, "alt")):
            self._line.append(shown if shown.startswith("[") else f"[{shown}]")
        elif name == "a":
            self._link(attributes, is_end=is_end)

    def _list(self, *, is_ordered: bool, is_end: bool) -> None:
        self._end_line()
        if is_end:
            del self._numbers[-1:]
        else:
            self._numbers.append(1 if is_ordered else 0)
        self._wants_blank = False

    def _bullet(self) -> str:
        if not self._numbers or not self._numbers[-1]:
            return "- "
        self._numbers[-1] += 1
        return f"{self._numbers[-1] - 1}. "

    def _link(self, attributes: str, *, is_end: bool) -> None:
        if not is_end:
            self._open_link = _attribute(attributes, "href"), len(self._line)
        elif self._open_link is not None:
            (address, start), self._open_link = self._open_link, None
            shown = "".join(self._line[start:]).strip()
            bare = address.removeprefix("mailto:").removeprefix("tel:")
            if bare and not bare.lower().startswith(_NO_LINK):
                # The space after it keeps what follows out of the address.
                self._line.append(" " if bare == shown else f" {bare} " if shown else f"{bare} ")

    def _end_line(self, *, always: bool = False) -> None:
        line = "".join(self._line).strip(" ")
        self._line.clear()
        if not line and not always:
            return
        is_after_text = bool(self._found and self._found[-1])
        if is_after_text and (self._wants_blank or not line):
            self._found.append("")
        self._wants_blank = self._wants_blank and not line
        if line:
            self._found.append(line)


def _attribute(attributes: str, name: str) -> str:
    for found in _ATTRIBUTE.finditer(attributes):
        if found[1].lower() == name:
            return html.unescape(found[2] or found[3] or found[4] or "").strip()
    return ""
