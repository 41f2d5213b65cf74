"""A clipboard manager that takes every text that is copied, as GPaste, xrdp and VirtualBox do.

Run as a program with ``DISPLAY`` set: ``greedy_manager.py [--delay MS] [--answer MS] [--strip] [--silent]
[--look] [--primary]``. When it listens it owns the selection READY_<its process>.
"""

import argparse
import os
import select
import time
from collections.abc import Callable

from Xlib import X, Xatom
from Xlib.display import Display
from Xlib.ext import xfixes
from Xlib.protocol import event, rq


class GreedyManager:
    """Owns what it has taken and answers requests for it."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        self.link = Display()
        self.link.xfixes_query_version()
        self.window = self.link.screen().root.create_window(0, 0, 1, 1, 0, X.CopyFromParent)
        self.atoms = {name: self.link.intern_atom(name) for name in ("TARGETS", "UTF8_STRING", "TAKEN")}
        names = ("CLIPBOARD", "PRIMARY") if options.primary else ("CLIPBOARD",)
        self.selections = {self.link.intern_atom(name) for name in names}
        self.texts: dict[int, bytes] = {}
        self.due: list[tuple[float, Callable[[], None]]] = []
        for selection in self.selections:
            mask = xfixes.XFixesSetSelectionOwnerNotifyMask
            self.link.xfixes_select_selection_input(self.window, selection, mask)
        self.window.set_selection_owner(self.link.intern_atom(f"READY_{os.getpid()}"), X.CurrentTime)
        self.link.sync()

    def serve(self) -> None:
        while True:
            while self.link.pending_events():
                self.handle(self.link.next_event())
            now = time.monotonic()
            ready, self.due = (
                [call for at, call in self.due if at <= now],
                [(at, call) for at, call in self.due if at > now],
            )
            for call in ready:
                call()
            self.link.flush()
            if not ready and not self.link.pending_events():
                wait_s = min((at for at, _ in self.due), default=now + 60) - now
                select.select([self.link.fileno()], [], [], max(wait_s, 0))

    def handle(self, happened: rq.Event) -> None:
        if happened.type == X.SelectionRequest:
            self.after(self.options.answer, lambda: self.answer(happened))
        elif happened.type == X.SelectionNotify:
            self.on_content(happened)
        elif type(happened).__name__ == "SetSelectionOwnerNotify" and happened.owner != self.window:
            self.after(self.options.delay, lambda: self.on_change(happened.selection))

    def after(self, delay_ms: int, call: Callable[[], None]) -> None:
        self.due.append((time.monotonic() + delay_ms / 1000, call))

    def on_change(self, selection: int) -> None:
        if self.options.silent:
            self.take(selection)
        else:
            kind = self.atoms["TARGETS" if self.options.look else "UTF8_STRING"]
            self.window.convert_selection(selection, kind, self.atoms["TAKEN"], X.CurrentTime)

    def on_content(self, answer: rq.Event) -> None:
        if answer.property == X.NONE or self.options.look:
            return
        found = self.window.get_full_property(answer.property, X.AnyPropertyType)
        text = bytes(found.value) if found is not None else b""
        if text:
            for selection in self.selections if self.options.primary else (answer.selection,):
                self.texts[selection] = text.rstrip(b"\n") if self.options.strip else text
                self.take(selection)

    def take(self, selection: int) -> None:
        self.window.set_selection_owner(selection, X.CurrentTime)

    def answer(self, request: rq.Event) -> None:
        if self.options.silent:
            return
        requestor, prop = request.requestor, request.property
        if request.target == self.atoms["TARGETS"]:
            requestor.change_property(
                prop, Xatom.ATOM, 32, [self.atoms["TARGETS"], self.atoms["UTF8_STRING"]]
            )
        elif request.target == self.atoms["UTF8_STRING"]:
            requestor.change_property(prop, request.target, 8, self.texts.get(request.selection, b""))
        else:
            prop = X.NONE
        requestor.send_event(
            event.SelectionNotify(
                time=request.time,
                requestor=requestor,
                selection=request.selection,
                target=request.target,
                property=prop,
            )
        )


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    for name in ("--delay", "--answer"):
        parser.add_argument(name, type=int, default=0)
    for name in ("--strip", "--silent", "--look", "--primary"):
        parser.add_argument(name, action="store_true")
    GreedyManager(parser.parse_args()).serve()
