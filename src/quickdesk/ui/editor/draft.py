"""A reply as it is being written, between the window that writes it and whoever keeps it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReplyDraft:
    """Without ``snippet_id`` it is a new reply."""

    title: str = ""
    body: str = ""
    code: str = ""
    folder: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    snippet_id: str | None = None
