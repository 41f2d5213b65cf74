"""A frameless window that opens over another program: its panel, its shadow and its focus.

Without a compositor a window has no transparency: then there is no shadow, and a mask cuts out the corners.
"""

import warnings
from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QEvent, QMargins, QObject, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QBitmap,
    QGuiApplication,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from quickdesk.ui.placement import place
from quickdesk.ui.theme import Theme
from quickdesk.ui.tokens import SIZES, Role


class PanelFrame:
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


_AWAY_MS = 120
"""The time another window must have the focus: window managers take it away briefly while a global hotkey is
pressed, and that press may close the window itself."""


class FocusWatch(QObject):
    """Requests the focus for a window that opens over another program, and reports when it has lost it.

    ``lost`` is not emitted while one of our own dialogs or menus has the focus.
    """

    lost = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._away = QTimer(self, singleShot=True, interval=_AWAY_MS)
        self._away.timeout.connect(self._on_away)
        window.installEventFilter(self)

    def request_focus(self) -> None:
        """Request the focus from the window system; the window must be visible."""
        window, handle = self._window, self._window.windowHandle()
        window.activateWindow()
        handle.requestActivate()
        if QGuiApplication.focusWindow() is handle and not window.isActiveWindow():
            # Shown again within the 0.1 s that Qt waits on X11 before it processes the loss of focus: the
            # window has the focus, but the widgets will get no event.
            # The call is deprecated, but Qt has no other for a window that is active already.
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", DeprecationWarning)
                QApplication.setActiveWindow(window)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Watch the activation of the visible window."""
        if watched is self._window:
            if event.type() == QEvent.Type.Hide:
                self._away.stop()
            elif event.type() == QEvent.Type.ActivationChange and self._window.isVisible():
                self._away.stop() if self._window.isActiveWindow() else self._away.start()
        return super().eventFilter(watched, event)

    def _on_away(self) -> None:
        own = QApplication.activeModalWidget() or QApplication.activePopupWidget()
        if own is None and not self._window.isActiveWindow():
            self.lost.emit()


class FloatingContent(Protocol):
    """The content of a floating window, a widget."""

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""

    def setGeometry(self, geometry: QRect) -> None:
        """Place the content inside the panel, in coordinates of the window."""

    def raised_bands(self) -> Sequence[QRect]:
        """Return the areas in the raised colour, in coordinates of the window."""


class FloatingWindow(QWidget):
    """A frameless window above all others; ``size`` is that of its panel, in design pixels."""

    def __init__(
        self, theme: Theme, size: QSize, *, is_composited: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._design_size, self._is_composited = theme, size, is_composited
        self._frame = PanelFrame(theme, is_composited=is_composited)
        self._content: FloatingContent | None = None
        self.setWindowFlags(
            Qt.WindowType.Tool
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint
            | Qt.WindowType.NoDropShadowWindowHint
        )
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground, is_composited)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)

    def set_content(self, content: FloatingContent) -> None:
        """Set the content, a child of the window, and give it the theme."""
        self._content = content
        self.set_theme(self._theme)

    def set_theme(self, theme: Theme) -> None:
        """Set the theme, at once if the window is visible."""
        self._theme = theme
        self._frame = PanelFrame(theme, is_composited=self._is_composited)
        if self._content is not None:
            self._content.set_theme(theme)
        self.resize(self._panel_size().grownBy(self._frame.margins))
        self._lay_out()
        self.update()

    def place_on(self, area: QRect) -> None:
        """Place the panel in the upper third of this work area, in logical pixels."""
        self.setGeometry(place(area, self._panel_size()).marginsAdded(self._frame.margins))

    def event(self, event: QEvent) -> bool:
        """Render the icons again when the device pixel ratio changes."""
        if event.type() == QEvent.Type.DevicePixelRatioChange and self._content is not None:
            self._content.set_theme(self._theme)
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the panel."""
        painter = QPainter(self)
        painter.setClipRect(event.rect())
        self._frame.paint(painter, self.size(), self._content.raised_bands() if self._content else ())
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the content inside the panel."""
        self._lay_out()
        super().resizeEvent(event)

    def _panel_size(self) -> QSize:
        return QSize(self._theme.px(self._design_size.width()), self._theme.px(self._design_size.height()))

    def _lay_out(self) -> None:
        if self._content is not None:
            self._content.setGeometry(self.rect().marginsRemoved(self._frame.margins))
        mask = self._frame.mask(self.size())
        self.clearMask() if mask.isEmpty() else self.setMask(mask)
