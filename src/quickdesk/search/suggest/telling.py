"""Which of the pieces that a reply shares with a message are worth naming, as people would name them."""

from collections.abc import Sequence

from quickdesk.text.folding import fold


def telling(shared: Sequence[str], *texts: str) -> list[str]:
    """Return the pieces without those that are a part of another one, and without single characters.

    Neighbours of two that hang together in one of the reply's ``texts`` are one piece. Where there is nothing
    but single characters, they are told.
    """
    folded = [fold(text) for text in texts]
    found = list(shared)
    while (pair := _chained(found, folded)) is not None:
        first, second = pair
        found = [first + second[1:] if piece == first else piece for piece in found if piece != second]
    whole = [piece for piece in found if not any(piece != other and piece in other for other in found)]
    return [piece for piece in whole if len(piece) > 1] or whole


def _chained(pieces: Sequence[str], texts: Sequence[str]) -> tuple[str, str] | None:
    """Return two pieces of which the second goes on with the last character of the first."""
    long = [piece for piece in pieces if len(piece) > 1 and not piece.isascii()]
    for first in long:
        for second in long:
            is_next = first != second and first[-1] == second[0]
            if is_next and any(first + second[1:] in text for text in texts):
                return first, second
    return None
