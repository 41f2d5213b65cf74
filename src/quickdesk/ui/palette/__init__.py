"""The palette and what makes it up; the rest of the program needs only the window and its answer."""

from quickdesk.ui.palette.window import Choice, Palette

__all__ = ["Choice", "Palette"]
