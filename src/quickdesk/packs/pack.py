"""A pack: replies that one team or author gives to others, and how reading one can fail.

A pack is a value; where its texts lie and how they got there is not known here.
"""

from dataclasses import dataclass
from enum import Enum, auto

from quickdesk.replies.snippet import Snippet


@dataclass(frozen=True, slots=True)
class Pack:
    """Replies with the facts about them.

    ``id`` names the pack for ever; each snippet's id is ``<pack id>/<id of the reply in the pack>``,
    so that loading a newer version meets the snippets of the older one. ``language`` is a BCP 47
    name (``zh-CN``), ``version`` dotted numbers, ``licence`` an SPDX name.
    """

    id: str
    name: str
    language: str
    version: str
    licence: str
    snippets: tuple[Snippet, ...]


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
    """A text that must say something is blank."""
    BAD_VALUE = auto()
    """A text that does not have the form its key asks for (an id, a version, a one-line title)."""
    DUPLICATE_ID = auto()
    BAD_BODY = auto()
    """A body is not written in the field language; the cause is a TemplateError."""
    NO_REPLIES = auto()


class PackError(ValueError):
    """A pack that cannot be read. Nothing of it is taken.

    ``file`` is the file's name in the pack, ``detail`` the key, id or place in it.
    """

    def __init__(self, flaw: PackFlaw, file: str, detail: str = "") -> None:
        super().__init__(f"{file}: {flaw.name.lower()}{': ' + detail if detail else ''}")
        self.flaw = flaw
        self.file = file
        self.detail = detail
