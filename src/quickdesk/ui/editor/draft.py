"""The content of the reply editor, passed between the editor and its caller."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReplyDraft:
    """A reply that is being edited; without ``snippet_id`` it is a new one."""

    title: str = ""
    body: str = ""
    code: str = ""
    folder: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    snippet_id: str | None = None
