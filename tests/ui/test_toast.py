import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from quickdesk.replies.delivery import Outcome
from quickdesk.ui import messages
from quickdesk.ui.notice import Notice, Tone
from quickdesk.ui.theme import Theme
from quickdesk.ui.toast import Obstacles, Toast, corner, obstacles_of_windows

AREA = QRect(0, 0, 1280, 800)
SIZE = QSize(300, 80)


@pytest.fixture
def timer(qapp: QApplication) -> QTimer:
    return QTimer()


@pytest.fixture
def toast(qtbot: QtBot, theme: Theme, timer: QTimer) -> Toast:
    made = Toast(theme, timer)
    qtbot.addWidget(made)
    return made


def test_it_is_placed_at_the_lower_right() -> None:
    assert corner(AREA, SIZE, Obstacles(), 16) == QPoint(1280 - 300 - 16, 800 - 80 - 16)


def test_it_does_not_cover_the_chat_window_if_there_is_room() -> None:
    chat = QRect(700, 300, 580, 500)
    assert not QRect(corner(AREA, SIZE, Obstacles(chat=chat), 16), SIZE).intersects(chat)
    everywhere = corner(AREA, SIZE, Obstacles(chat=AREA, windows=[AREA]), 16)
    assert everywhere == corner(AREA, SIZE, Obstacles(), 16), "no room anywhere"


def test_a_button_counts_more_than_the_chat_window_and_that_more_than_a_window_of_ours() -> None:
    low, right, top = QRect(0, 400, 1280, 400), QRect(640, 0, 640, 800), QRect(0, 0, 1280, 400)
    button, chat = QRect(1000, 700, 200, 90), QRect(0, 0, 640, 800)
    only_buttons = corner(AREA, SIZE, Obstacles([button], AREA, [AREA]), 16)
    assert not QRect(only_buttons, SIZE).intersects(button)
    assert corner(AREA, SIZE, Obstacles((), chat, [right]), 16).x() > 640
    assert corner(AREA, SIZE, Obstacles((), low, [top]), 16).y() < 400


def test_windows_of_ours_and_their_buttons_are_obstacles(toast: Toast, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    button = QPushButton("Save", window)
    button.setGeometry(700, 500, 90, 90)
    hidden = QPushButton("Hidden", window)
    window.setGeometry(0, 0, 800, 600)
    window.show()
    hidden.hide()
    obstacles = obstacles_of_windows()
    shown = QRect(button.mapToGlobal(QPoint()), button.size())
    assert obstacles.buttons == [shown]
    toast.show_notice(messages.outcome(Outcome.NOT_READ), QRect(0, 0, 800, 600))
    assert not toast.geometry().intersects(shown)


def test_a_window_that_opens_later_hides_it(toast: Toast, qtbot: QtBot) -> None:
    earlier, later = QWidget(), QWidget()
    for window in (earlier, later):
        qtbot.addWidget(window)
    earlier.show()
    toast.show_notice(messages.outcome(Outcome.NOT_READ), AREA)
    earlier.activateWindow()
    qtbot.waitUntil(earlier.isActiveWindow)
    assert toast.isVisible()
    later.show()
    later.activateWindow()
    qtbot.waitUntil(toast.isHidden)


@given(st.integers(-2000, 2000), st.integers(-2000, 2000), st.integers(400, 4000), st.integers(200, 3000))
def test_it_stays_on_its_monitor(x: int, y: int, width: int, height: int) -> None:
    area = QRect(x, y, width, height)
    avoid = QRect(x + width // 2, y + height // 2, width, height)
    assert area.contains(QRect(corner(area, SIZE, Obstacles([avoid], avoid), 16), SIZE))


def test_it_never_takes_the_focus(toast: Toast) -> None:
    assert toast.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert toast.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)


def test_it_shows_the_whole_notice_and_hides_after_the_timeout(toast: Toast, timer: QTimer) -> None:
    notice = messages.outcome(Outcome.FOCUS_LOST)
    toast.show_notice(notice, AREA)
    assert toast.notice == notice
    assert toast.accessibleName() == notice.headline
    assert toast.height() > 4 * toast.fontMetrics().height(), "two lines each"
    assert timer.isActive()
    timer.timeout.emit()
    assert toast.isHidden()
    assert toast.notice is None


def test_it_stays_while_the_mouse_is_on_it(toast: Toast, timer: QTimer) -> None:
    toast.show_notice(messages.outcome(Outcome.NOT_READ), AREA)
    at = QPointF(5, 5)
    QApplication.sendEvent(toast, QEnterEvent(at, at, at))
    assert not timer.isActive()
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    assert timer.isActive()


def test_a_click_hides_it(toast: Toast, qtbot: QtBot, timer: QTimer) -> None:
    toast.show_notice(messages.outcome(Outcome.NOT_READ), AREA)
    with qtbot.waitSignal(toast.dismissed):
        qtbot.mouseClick(toast, Qt.MouseButton.LeftButton)
    assert toast.isHidden()
    assert not timer.isActive()


def test_without_a_compositor_the_corners_are_cut_out(qtbot: QtBot, theme: Theme) -> None:
    toast = Toast(theme, QTimer(), is_composited=False)
    qtbot.addWidget(toast)
    toast.show_notice(Notice(Tone.DONE, "Saved"), QRect(0, 0, 800, 600))
    assert not toast.mask().contains(QPoint(0, 0))
    assert toast.mask().contains(toast.rect().center())
    assert toast.mask().boundingRect() == toast.rect()
