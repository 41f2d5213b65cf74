"""The panel of a floating window: rounded corners, an outline and a soft shadow, rendered once and cached.

Without a compositor a window has no transparency: then there is no shadow, and a mask cuts out the corners.
"""

from collections.abc import Sequence

from PySide6.QtCore import QMargins, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBitmap, QPainter, QPainterPath, QPen, QPixmap, QRegion

from quickdesk.ui.theme import Theme
from quickdesk.ui.tokens import SIZES, Role


class PaletteFrame:
    """Draws the panel for one theme; ``bands`` are areas in the raised colour."""

    def __init__(self, theme: Theme, *, is_composited: bool) -> None:
        self._theme = theme
        self._is_composited = is_composited
        self._picture = QPixmap()
        self._drawn_for: tuple[object, ...] = ()

    @property
    def margins(self) -> QMargins:
        """The margins for the shadow."""
        if not self._is_composited:
            return QMargins()
        blur, drop = self._theme.px(SIZES.shadow), self._theme.px(SIZES.shadow_drop)
        return QMargins(blur, blur - drop, blur, blur + drop)

    def mask(self, size: QSize) -> QRegion:
        """Return the mask of the window if it cannot be transparent; empty for no mask."""
        if self._is_composited:
            return QRegion()
        return rounded(size, self._theme.px(SIZES.corner))

    def paint(self, painter: QPainter, size: QSize, bands: Sequence[QRect]) -> None:
        """Draw the panel of a window of this size."""
        ratio = painter.device().devicePixelRatio()
        wanted = (size, ratio, tuple(band.getRect() for band in bands))
        if wanted != self._drawn_for:
            self._drawn_for = wanted
            self._picture = self._drawn(size, ratio, bands)
        # There is nothing below: copying is cheaper than blending, and happens for each letter typed.
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.drawPixmap(0, 0, self._picture)

    def _drawn(self, size: QSize, ratio: float, bands: Sequence[QRect]) -> QPixmap:
        picture = QPixmap(size * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        panel = QRectF(QRect(0, 0, size.width(), size.height()).marginsRemoved(self.margins))
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._is_composited:
            self._draw_shadow(painter, panel)
        self._draw_panel(painter, panel, bands)
        painter.end()
        return picture

    def _draw_shadow(self, painter: QPainter, panel: QRectF) -> None:
        """Draw translucent layers over each other: dense at the panel, transparent at the edge."""
        blur, corner = self._theme.px(SIZES.shadow), self._theme.px(SIZES.corner)
        shadow = panel.translated(0, self._theme.px(SIZES.shadow_drop))
        colour = self._theme.color(Role.SHADOW)
        painter.setPen(Qt.PenStyle.NoPen)
        for step in range(blur):
            spread = blur - step
            colour.setAlphaF(self._theme.tokens.shadow_alpha / 255 * 2 * (step + 1) / (blur * (blur + 1)))
            painter.setBrush(colour)
            layer = shadow.adjusted(-spread, -spread, spread, spread)
            painter.drawRoundedRect(layer, corner + spread, corner + spread)

    def _draw_panel(self, painter: QPainter, panel: QRectF, bands: Sequence[QRect]) -> None:
        corner = self._theme.px(SIZES.corner)
        shape = QPainterPath()
        shape.addRoundedRect(panel, corner, corner)
        painter.fillPath(shape, self._theme.color(Role.WINDOW))
        painter.save()
        painter.setClipPath(shape)
        for band in bands:
            painter.fillRect(band, self._theme.color(Role.RAISED))
        painter.restore()
        painter.setPen(QPen(self._theme.color(Role.LINE), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(panel.adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)


def rounded(size: QSize, corner: int) -> QRegion:
    """Return a region with rounded corners of this radius."""
    bitmap = QBitmap(size)
    bitmap.fill(Qt.GlobalColor.color0)
    painter = QPainter(bitmap)
    painter.setBrush(Qt.GlobalColor.color1)
    painter.drawRoundedRect(QRect(0, 0, size.width() - 1, size.height() - 1), corner, corner)
    painter.end()
    return QRegion(bitmap)
