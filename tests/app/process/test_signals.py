"""SIGTERM and SIGINT reach the program while Qt waits, and later the handlers are as before."""

import os
import signal
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from quickdesk.app.process.signals import TerminationSignals


@pytest.fixture
def signals(qtbot: QtBot) -> Iterator[TerminationSignals]:
    made = TerminationSignals()
    yield made
    made.close()


@pytest.mark.skipif(os.name == "nt", reason="a process cannot send itself these signals on Windows")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_is_received(signals: TerminationSignals, qtbot: QtBot, number: signal.Signals) -> None:
    with qtbot.waitSignal(signals.received):
        os.kill(os.getpid(), number)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
def test_other_signals_are_none_of_its_business(signals: TerminationSignals, qtbot: QtBot) -> None:
    before = signal.signal(signal.SIGUSR1, lambda *_: None)
    try:
        with qtbot.assertNotEmitted(signals.received), qtbot.waitSignal(signals._notifier.activated):
            os.kill(os.getpid(), signal.SIGUSR1)
    finally:
        signal.signal(signal.SIGUSR1, before)


def test_closing_restores_the_handlers(qtbot: QtBot) -> None:
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    TerminationSignals().close()
    assert {number: signal.getsignal(number) for number in before} == before
    assert signal.set_wakeup_fd(-1) == -1
