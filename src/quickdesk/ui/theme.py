"""The theme: colours by role, scaled sizes, fonts, and how they are applied to the application.

All colours, font sizes and spacings of windows come from here. A window gets its ``Theme`` as a constructor
argument or through ``set_theme``; there is no global theme.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum, auto
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from quickdesk.settings.settings import ThemeChoice
from quickdesk.text.script import is_traditional
from quickdesk.ui.theme_sheet import style_sheet
from quickdesk.ui.tokens import DARK, HIGH_CONTRAST, LIGHT, Role, Tokens

_STEP = 4
_LOCALIZED_FORMS = QFont.Tag("locl")
_SIMPLIFIED = ("Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", "WenQuanYi Micro Hei")
_TRADITIONAL = ("Microsoft JhengHei UI", "PingFang TC", "Noto Sans CJK TC", "Noto Sans TC")
_EMOJI = ("Segoe UI Emoji", "Apple Color Emoji", "Noto Color Emoji")
_NAMELESS_SYSTEM_FONTS = frozenset(
    {"", "sans", "sans serif", "sans-serif", "helvetica", "arial", "dejavu sans"}
)
"""Font families that systems report by default: our own list looks better."""


class TextSize(StrEnum):
    """The text sizes, by kind of text."""

    SMALL = auto()
    """12 px: folders, hints, footers."""
    BODY = auto()
    """13 px: the default."""
    ROW = auto()
    """14 px: titles of rows and groups."""
    HEADING = auto()
    """16 px: the title of a page."""
    SEARCH = auto()
    """18 px: the search box."""


_PIXELS = {
    TextSize.SMALL: 12,
    TextSize.BODY: 13,
    TextSize.ROW: 14,
    TextSize.HEADING: 16,
    TextSize.SEARCH: 18,
}


@dataclass(frozen=True, slots=True)
class Theme:
    """The tokens at one scale.

    ``scale`` is in per cent (80 to 200); ``traditional`` prefers fonts with Traditional Chinese glyphs.
    """

    tokens: Tokens
    scale: int = 100
    traditional: bool = False

    def px(self, pixels: float) -> int:
        """Return a length of the design in pixels at this scale, at least one if it is not zero."""
        scaled = round(pixels * self.scale / 100)
        return scaled if scaled or not pixels else 1

    def space(self, steps: float = 1) -> int:
        """Return ``steps`` of the 4 px grid in pixels at this scale."""
        return self.px(steps * _STEP)

    def text_px(self, size: TextSize) -> int:
        """Return the pixel size of a kind of text at this scale."""
        return self.px(_PIXELS[size])

    def font(self, size: TextSize = TextSize.BODY, *, semibold: bool = False) -> QFont:
        """Return the font for a kind of text; needs a QGuiApplication."""
        font = QFont()
        font.setFamilies(families(system_family(), traditional=self.traditional))
        font.setPixelSize(self.text_px(size))
        font.setWeight(QFont.Weight.DemiBold if semibold else QFont.Weight.Normal)
        font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
        return font

    def font_of(self, text: str, size: TextSize = TextSize.BODY, *, semibold: bool = False) -> QFont:
        """Return the font for the script of a text, which may differ from the language of the windows.

        For example, Traditional fonts centre a comma, Simplified ones put it at the lower left.
        """
        found = is_traditional(text)
        if found is None:
            return self.font(size, semibold=semibold)
        font = replace(self, traditional=found).font(size, semibold=semibold)
        # Else the font would substitute the glyphs of the language of the windows.
        font.setFeature(_LOCALIZED_FORMS, 0)
        return font

    def color(self, role: Role) -> QColor:
        """Return the colour of a role."""
        return QColor(self.tokens[role])


def choose(theme_setting: ThemeChoice, *, system_is_dark: bool) -> Tokens:
    """Return the tokens for a theme setting; ``system_is_dark`` applies to ThemeChoice.SYSTEM only."""
    if theme_setting is ThemeChoice.SYSTEM:
        return DARK if system_is_dark else LIGHT
    chosen = {ThemeChoice.LIGHT: LIGHT, ThemeChoice.DARK: DARK, ThemeChoice.HIGH_CONTRAST: HIGH_CONTRAST}
    return chosen[theme_setting]


def system_is_dark(app: QApplication) -> bool:
    """Return whether the system is in dark mode; False if unknown."""
    return app.styleHints().colorScheme() is Qt.ColorScheme.Dark


def apply(app: QApplication, theme: Theme) -> None:
    """Apply the theme to the whole application: style, palette, font and style sheet.

    May be called at any time; windows that paint themselves also need their ``set_theme``.
    """
    app.setStyle("Fusion")
    app.setPalette(qt_palette(theme.tokens))
    app.setFont(theme.font())
    app.setStyleSheet(style_sheet(theme.tokens, theme.px))


def set_look(widget: QWidget, look: str) -> None:
    """Set the look of a widget in the style sheet, such as ``secondary`` or ``primary``.

    :mod:`quickdesk.ui.theme_sheet` lists the looks; an empty string is the default look.
    """
    if widget.property("look") == look:
        return
    widget.setProperty("look", look)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)


def elided(text: str, font: QFont, width: float, *, keep_end: bool = False) -> str:
    """Return the text elided to ``width`` pixels.

    ``keep_end`` elides in the middle, for paths.
    """
    mode = Qt.TextElideMode.ElideMiddle if keep_end else Qt.TextElideMode.ElideRight
    return QFontMetricsF(font).elidedText(text, mode, width)


def plain_tip(text: str) -> str:
    """Return a text as a tool tip that shows it literally and wraps."""
    return f"<qt>{escape(text)}</qt>"


def system_family() -> str:
    """Return the family of the system font, empty if the system has a default one only."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    is_nameless = font.family().lower() in _NAMELESS_SYSTEM_FONTS
    return "" if is_nameless else QFontInfo(font).family()


def families(system: str, *, traditional: bool) -> Sequence[str]:
    """Return the font families in order of preference; ``system`` may be empty."""
    chinese = (*_TRADITIONAL, *_SIMPLIFIED) if traditional else (*_SIMPLIFIED, *_TRADITIONAL)
    return [family for family in (system, *chinese, *_EMOJI) if family]


def qt_palette(tokens: Tokens) -> QPalette:
    """Return the QPalette for the tokens."""
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: Role.WINDOW,
        QPalette.ColorRole.Base: Role.WINDOW,
        QPalette.ColorRole.AlternateBase: Role.RAISED,
        QPalette.ColorRole.Button: Role.RAISED,
        QPalette.ColorRole.ToolTipBase: Role.RAISED,
        QPalette.ColorRole.WindowText: Role.TEXT,
        QPalette.ColorRole.Text: Role.TEXT,
        QPalette.ColorRole.ButtonText: Role.TEXT,
        QPalette.ColorRole.ToolTipText: Role.TEXT,
        QPalette.ColorRole.BrightText: Role.DANGER,
        QPalette.ColorRole.PlaceholderText: Role.HINT,
        QPalette.ColorRole.Highlight: Role.ACCENT,
        QPalette.ColorRole.HighlightedText: Role.ON_ACCENT,
        QPalette.ColorRole.Accent: Role.ACCENT,
        QPalette.ColorRole.Link: Role.ACCENT,
        QPalette.ColorRole.LinkVisited: Role.ACCENT,
        QPalette.ColorRole.Light: Role.RAISED,
        QPalette.ColorRole.Midlight: Role.RAISED,
        QPalette.ColorRole.Mid: Role.LINE,
        QPalette.ColorRole.Dark: Role.BORDER,
        QPalette.ColorRole.Shadow: Role.SHADOW,
    }
    for qt_role, role in roles.items():
        palette.setColor(qt_role, QColor(tokens[role]))
    for qt_role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, qt_role, QColor(tokens[Role.DISABLED]))
    return palette


def contrast(first: str, second: str) -> float:
    """Return the contrast of two colours written ``#RRGGBB``, 1 to 21 (WCAG 2)."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    """Undo the gamma of one sRGB channel (WCAG 2, relative luminance)."""
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
