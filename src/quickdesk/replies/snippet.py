"""A snippet: one reply that an agent sends again and again."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Snippet:
    """One reply with the words an agent finds it by.

    ``id`` is random and never changes or comes back; ``code`` is the short name an agent types
    (many snippets may share one); ``folder`` is the path from the outermost folder inwards;
    ``body`` is written in the field language of :mod:`quickdesk.replies.template`.
    """

    id: str
    title: str
    body: str
    code: str = ""
    folder: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()

    @property
    def folder_path(self) -> str:
        """The folder as people write it: ``售后/退货``."""
        return "/".join(self.folder)


def folder_of(path: str) -> tuple[str, ...]:
    """Split a folder written as ``售后/退货`` into its parts; empty parts do not count."""
    return tuple(part.strip() for part in path.split("/") if part.strip())
