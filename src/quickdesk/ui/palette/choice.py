"""The result of the palette."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PaletteChoice:
    """The chosen reply, whether it is only copied, and the message it answers, empty if unknown.

    The message is known if suggestions were requested, even if the agent then searched for a better reply.
    """

    snippet_id: str
    copy_only: bool
    message: str = ""
