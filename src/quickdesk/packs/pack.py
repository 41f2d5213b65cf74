"""A pack: a set of replies for sharing, and the errors of reading one.

A pack is a value that does not depend on the location of its files.
"""

from dataclasses import dataclass
from enum import Enum, auto

from quickdesk.replies.snippet import Snippet


@dataclass(frozen=True, slots=True)
class Pack:
    """Replies and their metadata.

    ``id`` never changes; the id of a snippet is ``<pack id>/<id of the reply in the pack>``, so that a newer
    version of the pack replaces the snippets of an older one. ``language`` is a BCP 47 tag (``zh-CN``),
    ``version`` is dotted numbers, ``licence`` is an SPDX identifier. ``lexicon`` are words that mean the
    same, as a normalized text (:mod:`quickdesk.search.related.shop_lexicon`).
    """

    id: str
    name: str
    language: str
    version: str
    licence: str
    snippets: tuple[Snippet, ...]
    lexicon: str = ""


class PackFlaw(Enum):
    """Why a pack cannot be read."""

    NO_MANIFEST = auto()
    """There is no ``pack.toml``."""
    NEWER_FORMAT = auto()
    """The pack was written for a newer quickdesk."""
    NOT_TOML = auto()
    UNKNOWN_KEY = auto()
    MISSING_KEY = auto()
    WRONG_TYPE = auto()
    EMPTY_TEXT = auto()
    """A required text is blank."""
    BAD_VALUE = auto()
    """A text does not have the format of its key (an id, a version, a one-line title)."""
    DUPLICATE_ID = auto()
    BAD_BODY = auto()
    """A body is not a valid template; ``__cause__`` is a TemplateError."""
    NO_REPLIES = auto()
    BAD_LEXICON = auto()
    """A line of ``lexicon.txt`` cannot be used."""


class PackError(ValueError):
    """A pack cannot be read.

    ``file`` is the name of the file in the pack, ``detail`` the key, id or place in it.
    """

    def __init__(self, flaw: PackFlaw, file: str, detail: str = "") -> None:
        super().__init__(f"{file}: {flaw.name.lower()}{': ' + detail if detail else ''}")
        self.flaw = flaw
        self.file = file
        self.detail = detail
