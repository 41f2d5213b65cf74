"""What the palette answers with."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PaletteChoice:
    """What the agent chose, whether it is only to be copied, and the message it answers, if that is known.

    It is known where suggestions were asked for, also if the agent then typed to find a better reply.
    """

    snippet_id: str
    copy_only: bool
    message: str = ""
