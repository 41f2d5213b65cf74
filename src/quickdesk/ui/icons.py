"""The icon set, rendered from the packaged SVG files and tinted by role.

See ``resources/icons/NOTICE`` for the sources of the shapes.
"""

from enum import StrEnum

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from quickdesk.packaged import packaged
from quickdesk.ui.theme import Theme
from quickdesk.ui.tokens import SIZES, Role

_TRAY_SIZES = (16, 20, 22, 24, 32, 48, 64, 128)
_RATIOS = (1.0, 2.0)


class Icon(StrEnum):
    """The available icons; the value is the file name without suffix."""

    CHECK = "check"
    CHEVRON_DOWN = "chevron-down"
    CIRCLE_CHECK = "circle-check"
    CLIPBOARD = "clipboard"
    CLOCK = "clock"
    CLOSE = "x"
    COPY = "copy"
    CUSTOMER = "user"
    CUSTOMERS = "users"
    DOCK = "panel-right"
    DUPLICATE = "copy-plus"
    EDIT = "pencil"
    EMPTY = "inbox"
    EXPORT = "upload"
    FILE = "file-text"
    FOLDER = "folder"
    IMPORT = "download"
    INFO = "info"
    KEYBOARD = "keyboard"
    NEW = "plus"
    NOTHING_FOUND = "search-x"
    PAUSE = "pause"
    PIN = "pin"
    PROBLEM = "octagon-x"
    QUIT = "power"
    REMOVE = "trash-2"
    REPLY = "reply"
    RESUME = "play"
    SEARCH = "search"
    SETTINGS = "settings"
    SHOP = "store"
    TAG = "tag"
    UNDO = "undo-2"
    WARNING = "triangle-alert"
    WINDOW = "app-window"


def icon(name: Icon, theme: Theme, role: Role = Role.SECONDARY) -> QIcon:
    """Return an icon in the colour of a role, in both sizes of the design, for scale factors 1 and 2."""
    result = QIcon()
    modes = ((QIcon.Mode.Normal, role), (QIcon.Mode.Disabled, Role.DISABLED))
    for mode, mode_role in modes:
        for size in (SIZES.icon, SIZES.icon_large):
            for ratio in _RATIOS:
                result.addPixmap(_tinted(name, theme.tokens[mode_role], theme.px(size), ratio), mode)
    return result


def pixmap(name: Icon, theme: Theme, role: Role, size: int = SIZES.icon, ratio: float = 1.0) -> QPixmap:
    """Return a pixmap of an icon; ``size`` is in design pixels, ``ratio`` the device pixel ratio."""
    return _tinted(name, theme.tokens[role], theme.px(size), ratio)


def tray_icon(*, is_paused: bool) -> QIcon:
    """Return the icon for the tray, legible on light and dark panels; its shape differs when paused."""
    return _own_icon("tray-paused" if is_paused else "tray")


def app_icon() -> QIcon:
    """Return the icon of the windows."""
    return _own_icon("tray")


def _own_icon(file_name: str) -> QIcon:
    svg = _read(file_name)
    result = QIcon()
    for size in _TRAY_SIZES:
        result.addPixmap(_drawn(svg, size, 1.0))
    return result


def _tinted(name: Icon, colour: str, size: int, ratio: float) -> QPixmap:
    """Return a pixmap, which is drawn once: a card has dozens of buttons with the same few icons."""
    key = f"quickdesk {name.value} {colour} {size} {ratio}"
    picture = QPixmap()
    if not QPixmapCache.find(key, picture):
        picture = _drawn(_read(name.value).replace("currentColor", colour), size, ratio)
        QPixmapCache.insert(key, picture)
    return picture


def _read(file_name: str) -> str:
    return packaged("resources", "icons", f"{file_name}.svg").read_text(encoding="utf-8")


def _drawn(svg: str, size: int, ratio: float) -> QPixmap:
    pixels = round(size * ratio)
    picture = QPixmap(QSize(pixels, pixels))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture
