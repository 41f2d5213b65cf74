"""Elides one line of text to a width, with its first match visible."""

from typing import Protocol

from quickdesk.ui.results import laid_out_line
from quickdesk.ui.results.match_text import MatchText
from quickdesk.ui.results.plain_line import plain_line, plain_path
from quickdesk.ui.results.text_style import LineStyles, TextRuns


class TextLine(Protocol):
    """A line of text that can be drawn."""

    @property
    def text(self) -> str:
        """The visible text, including ellipses."""

    @property
    def width(self) -> float:
        """The width of the text in pixels."""

    def draw(self, runs: TextRuns, left: float, baseline: float) -> None:
        """Draw the line, or add it to ``runs``, at a baseline."""


def fitted(text: MatchText, styles: LineStyles, width: float) -> TextLine:
    """Return the text elided to ``width`` pixels, with its first match visible."""
    return plain_line(text, styles, width) or laid_out_line.fitted(text, styles, width)


def fitted_path(text: MatchText, styles: LineStyles, width: float) -> TextLine:
    """Return a path elided at its beginning to ``width`` pixels: the end is most important.

    If that would hide the first match, the path is elided like :func:`fitted` does.
    """
    return plain_path(text, styles, width) or laid_out_line.fitted_path(text, styles, width)
