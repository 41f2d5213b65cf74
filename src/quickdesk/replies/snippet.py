"""A snippet, one reusable reply; the table of its fields; looking snippets up by id or code.

Everything that handles the fields of a snippet one by one goes through :data:`FIELDS`: validation, the stored
form, the JSON of commands, the command line, export and import.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from quickdesk.replies.template import MAX_BODY


@dataclass(frozen=True, slots=True)
class Snippet:
    """One reply with the texts it is found by.

    ``id`` is random, never changes and is never reused; it is empty for a snippet that is not stored yet.
    ``code`` is a short name to type, which several snippets may share; ``folder`` is the path from the
    outermost folder inwards; ``body`` is a template, see :mod:`quickdesk.replies.template`. ``remark`` is a
    note for colleagues: it is shown, but neither searched nor pasted. ``asks`` are other ways to ask for the
    reply, in the words of buyers and agents; they are searched and never pasted.
    """

    id: str
    title: str
    body: str
    code: str = ""
    folder: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    remark: str = ""
    asks: tuple[str, ...] = ()

    @property
    def folder_path(self) -> str:
        """The folder as a path: ``售后/退货``."""
        return "/".join(self.folder)


FieldKind: TypeAlias = Literal["line", "text", "template", "folder", "lines"]
"""The kind of value that a field of a snippet has.

``line`` is a text of one line, ``text`` one of any number of lines, ``template`` a text in the template
language; ``folder`` are the names of nested folders, outermost first, ``lines`` distinct texts of one line.
"""


@dataclass(frozen=True, slots=True)
class SnippetField:
    """One field of a snippet other than its id.

    ``limit`` is the maximum length in code points, of each part if there are parts; ``max_parts`` is their
    maximum number. A field that is not ``is_required`` may be empty.
    """

    name: str
    kind: FieldKind
    limit: int
    max_parts: int = 0
    is_required: bool = False

    @property
    def has_parts(self) -> bool:
        """Whether the value is a tuple of texts instead of one text."""
        return self.max_parts > 0

    @property
    def empty(self) -> str | tuple[str, ...]:
        """The value of the field if it is not given."""
        return () if self.has_parts else ""


FIELDS = (
    SnippetField("title", "line", 200, is_required=True),
    SnippetField("body", "template", MAX_BODY, is_required=True),
    SnippetField("code", "line", 64),
    SnippetField("folder", "folder", 100, max_parts=16),
    SnippetField("tags", "lines", 60, max_parts=50),
    SnippetField("remark", "text", 2_000),
    SnippetField("asks", "lines", 200, max_parts=200),
)
"""The fields of :class:`Snippet` after ``id``, in their order."""

FIELD = {field.name: field for field in FIELDS}
"""The fields by name."""


def folder_of(path: str) -> tuple[str, ...]:
    """Return the parts of a folder path such as ``售后/退货``; empty parts are left out."""
    return tuple(part.strip() for part in path.split("/") if part.strip())


def find_by_reference(reference: str, snippets: Iterable[Snippet]) -> tuple[Snippet, ...]:
    """Return the snippets with this id, else with this code, else with an id that begins with it.

    Codes are compared case-insensitively.
    """
    if not reference:
        return ()
    known = tuple(snippets)
    exact = tuple(snippet for snippet in known if snippet.id == reference)
    return exact or find_by_code(reference, known) or tuple(s for s in known if s.id.startswith(reference))


def find_by_code(code: str, snippets: Iterable[Snippet]) -> tuple[Snippet, ...]:
    """Return the snippets with this code, compared case-insensitively; empty for an empty code."""
    wanted = code.casefold()
    return tuple(snippet for snippet in snippets if wanted and snippet.code.casefold() == wanted)
