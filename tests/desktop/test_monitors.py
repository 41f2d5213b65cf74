import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QGuiApplication

from quickdesk.desktop.monitors import (
    best_monitor,
    in_device_pixels,
    in_logical_pixels,
    monitor_of,
    scaled_down,
)

LEFT, RIGHT = QRect(0, 0, 1920, 1080), QRect(1920, 0, 1280, 1024)


@pytest.mark.parametrize(
    ("window", "number"),
    [
        (QRect(100, 100, 800, 600), 0),
        (QRect(2000, 100, 800, 600), 1),
        (QRect(1800, 100, 800, 600), 1),  # most of it
        (QRect(1900, 0, 40, 600), 1),  # half and half: the nearer centre
        (QRect(-500, -500, 100, 100), 0),  # outside of all: the nearest
        (QRect(9000, 0, 10, 10), 1),
    ],
)
def test_the_monitor_with_most_of_the_window(window: QRect, number: int) -> None:
    assert best_monitor(window, [LEFT, RIGHT]) == number


def test_a_monitor_is_always_found(qapp: QGuiApplication) -> None:
    first = qapp.primaryScreen()
    assert monitor_of(None) in qapp.screens()
    assert monitor_of(in_device_pixels(first)) is first


def test_a_window_on_a_scaled_monitor_is_where_ours_would_be() -> None:
    second = QPoint(1920, 0)  # Qt leaves the corner of a monitor in device pixels
    assert scaled_down(QRect(1920, 0, 2560, 1440), second, 2) == QRect(1920, 0, 1280, 720)
    assert scaled_down(QRect(2920, 600, 800, 301), second, 1.5) == QRect(2587, 400, 533, 201)
    assert scaled_down(QRect(1900, -20, 40, 40), second, 2) == QRect(1910, -10, 20, 20)


def test_without_scaling_nothing_moves(qapp: QGuiApplication) -> None:
    assert in_logical_pixels(RIGHT, qapp.primaryScreen()) == RIGHT
