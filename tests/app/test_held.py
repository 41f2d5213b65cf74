"""What is held back happens once: when it is let go, or at its limit."""

import pytest
from pytestqt.qtbot import QtBot

from quickdesk.app.held import Held


@pytest.fixture
def done() -> list[str]:
    return []


def wait_longer(qtbot: QtBot) -> None:
    """Wait until a later limit than those under test has come."""
    passed: list[str] = []
    later = Held(30)
    later.hold(lambda: passed.append("later"))
    qtbot.waitUntil(lambda: bool(passed))


def test_it_happens_when_it_is_let_go_and_only_once(qtbot: QtBot, done: list[str]) -> None:
    held = Held(10)
    held.hold(lambda: done.append("first"))
    held.hold(lambda: done.append("second"))
    assert held.is_holding
    held.let_go()
    held.let_go()
    wait_longer(qtbot)
    assert done == ["second"]
    assert not held.is_holding


def test_it_happens_at_the_limit(qtbot: QtBot, done: list[str]) -> None:
    held = Held(10)
    held.hold(lambda: done.append("late"))
    qtbot.waitUntil(lambda: done == ["late"])
    assert not held.is_holding


def test_what_is_dropped_never_happens(qtbot: QtBot, done: list[str]) -> None:
    held = Held(10)
    held.hold(lambda: done.append("never"))
    held.drop()
    wait_longer(qtbot)
    held.let_go()
    assert done == []
