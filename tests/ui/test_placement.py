import pytest
from PySide6.QtCore import QRect, QSize

from quickdesk.ui.placement import place

_SIZE = QSize(760, 460)


@pytest.mark.parametrize(
    "area",
    [QRect(0, 0, 1920, 1080), QRect(-1366, 40, 1366, 728), QRect(1920, -300, 3840, 2160)],
)
def test_it_is_placed_in_the_upper_third_of_the_monitor(area: QRect) -> None:
    placed = place(area, _SIZE)
    assert placed.size() == _SIZE
    assert area.contains(placed)
    assert abs(placed.center().x() - area.center().x()) <= 1
    assert placed.center().y() < area.center().y()


def test_on_a_small_monitor_it_is_reduced_to_the_work_area() -> None:
    area = QRect(10, 20, 640, 400)
    assert place(area, _SIZE) == area
