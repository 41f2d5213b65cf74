"""Puts one line of text into a given width: the first match stays in sight, the rest gives way to dots."""

from typing import Protocol

from quickdesk.ui.results import laid_out_line
from quickdesk.ui.results.match_text import MatchText
from quickdesk.ui.results.plain_line import plain_line, plain_path
from quickdesk.ui.results.text_style import LineStyles, TextRuns


class TextLine(Protocol):
    """One line, ready to be drawn."""

    @property
    def text(self) -> str:
        """What can be seen of the text, dots included."""

    @property
    def width(self) -> float:
        """The width of the text in pixels."""

    def draw(self, runs: TextRuns, left: float, baseline: float) -> None:
        """Have it drawn with its baseline where it is wanted, whatever fonts the characters came from."""


def fitted(text: MatchText, styles: LineStyles, width: float) -> TextLine:
    """Return the text in at most ``width`` pixels."""
    return plain_line(text, styles, width) or laid_out_line.fitted(text, styles, width)


def fitted_path(text: MatchText, styles: LineStyles, width: float) -> TextLine:
    """Return a path in at most ``width`` pixels: its end says most, so the beginning gives way to dots.

    A match that would be out of sight then is kept in sight as :func:`fitted` does.
    """
    return plain_path(text, styles, width) or laid_out_line.fitted_path(text, styles, width)
