"""The paster alone in its own process: reads orders as JSON lines, answers with reports.

Orders: ``{"do": "capture"}``, ``{"do": "paste", "text": …, "cursor_back": …}`` into the window captured
last, ``{"do": "copy", "text": …}``, ``{"do": "palette", "show": true}`` (one of our own windows takes the
focus), ``{"do": "text"}``, ``{"do": "beat", "seconds": …}``, ``{"do": "quit"}``.
``PasteProbe`` is the other end of the pipe.
"""

import json
import os
import subprocess
import sys
import time
from dataclasses import asdict
from itertools import pairwise
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from types import TracebackType
from typing import Any, Self

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).parents[2])]

from PySide6.QtCore import QSocketNotifier, QTimer
from PySide6.QtGui import QGuiApplication, QRasterWindow

from quickdesk.desktop.paste.choose_paster import ChosenPaster, choose_paster
from quickdesk.desktop.paste.job import PasteReport
from quickdesk.desktop.paste.ways import paste_choice
from quickdesk.desktop.ports.target import Target
from quickdesk.replies.delivery import Delivery
from tests.desktop_rig import Rig


class PasteProbe:
    """Starts the probe on a rig and communicates with it."""

    def __init__(self, rig: Rig) -> None:
        command = [sys.executable, __file__]
        self._process = subprocess.Popen(
            command, env=rig.env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )
        self._answers: SimpleQueue[dict[str, Any]] = SimpleQueue()
        Thread(target=self._listen, daemon=True).start()
        self.answer(20)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.terminate()
        self._process.wait(5)
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                pipe.close()

    @property
    def process(self) -> int:
        return self._process.pid

    def order(self, do: str, **more: object) -> None:
        assert self._process.stdin
        self._process.stdin.write(json.dumps({"do": do, **more}) + "\n")
        self._process.stdin.flush()

    def answer(self, limit_s: float = 15.0) -> dict[str, Any]:
        """Return the next answer; raises TimeoutError."""
        try:
            return self._answers.get(timeout=limit_s)
        except Empty:
            raise TimeoutError("the probe does not answer") from None

    def ask(self, do: str, **more: object) -> dict[str, Any]:
        self.order(do, **more)
        return self.answer()

    def paste(self, text: str, **more: object) -> dict[str, Any]:
        """Capture the window in front and paste into it."""
        assert self.ask("capture")["window"]
        return self.ask("paste", text=text, **more)

    def _listen(self) -> None:
        assert self._process.stdout
        for line in self._process.stdout:
            self._answers.put(json.loads(line))


def main() -> None:
    """Run the probe."""
    app = QGuiApplication(sys.argv[:1])
    chosen = choose_paster(paste_choice(os.environ, sys.platform, lambda _: None), {})
    probe = _Probe(chosen)
    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(probe.take_orders)
    send(way=chosen.choice.chosen.way)
    app.exec()
    chosen.close()


class _Probe:
    def __init__(self, chosen: ChosenPaster) -> None:
        self._windows, self._paster = chosen.windows, chosen.paster
        self._target: Target | None = None
        self._rest = b""
        self._palette = QRasterWindow()
        self._palette.setTitle("palette")
        self._palette.resize(300, 200)
        chosen.paster.finished.connect(self._on_finished)

    def take_orders(self) -> None:
        """Execute the orders in the pipe, of which the last may be incomplete."""
        *lines, self._rest = (self._rest + os.read(sys.stdin.fileno(), 1 << 20)).split(b"\n")
        for line in lines:
            order = json.loads(line)
            getattr(self, order.pop("do"))(**order)

    def capture(self) -> None:
        began = time.perf_counter()
        self._target = self._windows.capture()
        took = (time.perf_counter() - began) * 1000
        send(**(asdict(self._target) if self._target else {"window": 0}), took_ms=took)

    def palette(self, *, show: bool) -> None:
        self._palette.setVisible(show)
        if show:
            self._palette.requestActivate()
        send()

    def paste(self, text: str, cursor_back: int = 0) -> None:
        self._palette.setVisible(False)
        self._paster.paste(self._target, Delivery(text, cursor_back))

    def copy(self, text: str) -> None:
        self._paster.copy(Delivery(text))

    def text(self) -> None:
        began = time.perf_counter()
        text = self._paster.clipboard_text()
        send(text=text, took_ms=(time.perf_counter() - began) * 1000)

    def beat(self, seconds: float) -> None:
        """Answer with the longest time for which the event loop was blocked."""
        self._beats = [time.perf_counter()]
        self._beating = QTimer()
        self._beating.timeout.connect(lambda: self._beats.append(time.perf_counter()))
        self._beating.start(1)
        QTimer.singleShot(int(seconds * 1000), self._answer_beats)

    def _answer_beats(self) -> None:
        self._beating.stop()
        gaps = [later - before for before, later in pairwise(self._beats)]
        send(longest_ms=max(gaps) * 1000)

    def quit(self) -> None:
        QGuiApplication.quit()

    def _on_finished(self, report: PasteReport) -> None:
        values = asdict(report) | {"outcome": report.outcome.value, "clipboard": report.clipboard.value}
        send(**values)


def send(**answer: object) -> None:
    print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
