"""The colours by role, in light, dark and high contrast. This module does not use Qt."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum, auto


class Role(StrEnum):
    """The role of a colour; windows use roles, never colours."""

    WINDOW = auto()
    RAISED = auto()
    """Strips, footers, side panes, buttons: slightly different from the window."""
    HOVER = auto()
    """Under the mouse."""
    LINE = auto()
    """Decorative separators."""
    BORDER = auto()
    """The outline of inputs and buttons; contrast 3:1 to the window."""
    TEXT = auto()
    SECONDARY = auto()
    HINT = auto()
    """Placeholder text; on the window only."""
    DISABLED = auto()
    ACCENT = auto()
    ON_ACCENT = auto()
    """Text on the accent."""
    TINT = auto()
    """The accent as a background: the selected row, fields in a reply."""
    WARNING = auto()
    DANGER = auto()
    SUCCESS = auto()
    SHADOW = auto()


@dataclass(frozen=True, slots=True)
class Tokens:
    """A set of colours by role, written ``#RRGGBB``; ``tokens[Role.TEXT]`` is one of them.

    ``shadow_alpha`` (0-255) is the opacity of the shadow at the edge of a floating window.
    """

    name: str
    colours: Mapping[Role, str]
    shadow_alpha: int

    def __getitem__(self, role: Role) -> str:
        return self.colours[role]


@dataclass(frozen=True, slots=True)
class Sizes:
    """Lengths of the design in pixels at 100 %, other than steps of the grid."""

    palette_width: int = 760
    palette_height: int = 504
    results_width: int = 416
    strip: int = 28
    search: int = 44
    row: int = 44
    footer: int = 32
    corner: int = 12
    shadow: int = 24
    shadow_drop: int = 8
    accent_bar: int = 3
    icon: int = 16
    icon_large: int = 20
    icon_empty: int = 32


SIZES = Sizes()

LIGHT = Tokens(
    name="light",
    colours={
        Role.WINDOW: "#FFFFFF",
        Role.RAISED: "#F6F7F9",
        Role.HOVER: "#EEF0F3",
        Role.LINE: "#E2E5EA",
        Role.BORDER: "#868F9B",
        Role.TEXT: "#1A1E24",
        Role.SECONDARY: "#59626E",
        Role.HINT: "#6E7783",
        Role.DISABLED: "#626B76",
        Role.ACCENT: "#2864DC",
        Role.ON_ACCENT: "#FFFFFF",
        Role.TINT: "#E9F0FE",
        Role.WARNING: "#8F5500",
        Role.DANGER: "#B3261E",
        Role.SUCCESS: "#1B7A3D",
        Role.SHADOW: "#0B1220",
    },
    shadow_alpha=64,
)

DARK = Tokens(
    name="dark",
    colours={
        Role.WINDOW: "#1D2026",
        Role.RAISED: "#262A31",
        Role.HOVER: "#2C313A",
        Role.LINE: "#363C46",
        Role.BORDER: "#727C8A",
        Role.TEXT: "#E9EBEE",
        Role.SECONDARY: "#A6AFBC",
        Role.HINT: "#828B98",
        Role.DISABLED: "#98A1AE",
        Role.ACCENT: "#78A4FF",
        Role.ON_ACCENT: "#10151F",
        Role.TINT: "#26344F",
        Role.WARNING: "#F2B65C",
        Role.DANGER: "#FF8A80",
        Role.SUCCESS: "#6BD08E",
        Role.SHADOW: "#000000",
    },
    shadow_alpha=150,
)

HIGH_CONTRAST = Tokens(
    name="high-contrast",
    colours={
        Role.WINDOW: "#000000",
        Role.RAISED: "#000000",
        Role.HOVER: "#202020",
        Role.LINE: "#A8A8A8",
        Role.BORDER: "#FFFFFF",
        Role.TEXT: "#FFFFFF",
        Role.SECONDARY: "#E4E4E4",
        Role.HINT: "#C4C4C4",
        Role.DISABLED: "#B4B4B4",
        Role.ACCENT: "#FFE14A",
        Role.ON_ACCENT: "#000000",
        Role.TINT: "#0B3A6B",
        Role.WARNING: "#FFC66B",
        Role.DANGER: "#FFA9A2",
        Role.SUCCESS: "#8CF0AE",
        Role.SHADOW: "#000000",
    },
    shadow_alpha=0,
)
