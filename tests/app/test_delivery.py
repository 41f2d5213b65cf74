"""A deferred call is made once: when it is run, or at its time limit."""

import pytest
from pytestqt.qtbot import QtBot

from quickdesk.app.delivery import DeferredCall


@pytest.fixture
def done() -> list[str]:
    return []


def wait_longer(qtbot: QtBot) -> None:
    """Wait until a later limit than those under test has come."""
    passed: list[str] = []
    later = DeferredCall(30)
    later.schedule(lambda: passed.append("later"))
    qtbot.waitUntil(lambda: bool(passed))


def test_it_happens_when_it_is_let_go_and_only_once(qtbot: QtBot, done: list[str]) -> None:
    held = DeferredCall(10)
    held.schedule(lambda: done.append("first"))
    held.schedule(lambda: done.append("second"))
    assert held.is_pending
    held.run()
    held.run()
    wait_longer(qtbot)
    assert done == ["second"]
    assert not held.is_pending


def test_it_happens_at_the_limit(qtbot: QtBot, done: list[str]) -> None:
    held = DeferredCall(10)
    held.schedule(lambda: done.append("late"))
    qtbot.waitUntil(lambda: done == ["late"])
    assert not held.is_pending


def test_what_is_dropped_never_happens(qtbot: QtBot, done: list[str]) -> None:
    held = DeferredCall(10)
    held.schedule(lambda: done.append("never"))
    held.cancel()
    wait_longer(qtbot)
    held.run()
    assert done == []
