"""A snippet: one reusable reply."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Snippet:
    """One reply with the texts it is found by.

    ``id`` is random, never changes and is never reused; ``code`` is a short name to type, which several
    snippets may share; ``folder`` is the path from the outermost folder inwards; ``body`` is a template, see
    :mod:`quickdesk.replies.template`.
    """

    id: str
    title: str
    body: str
    code: str = ""
    folder: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()

    @property
    def folder_path(self) -> str:
        """The folder as a path: ``售后/退货``."""
        return "/".join(self.folder)


def folder_of(path: str) -> tuple[str, ...]:
    """Return the parts of a folder path such as ``售后/退货``; empty parts are left out."""
    return tuple(part.strip() for part in path.split("/") if part.strip())
