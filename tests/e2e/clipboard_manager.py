"""A clipboard manager for texts, as on desktops: keeps the clipboard of a program that ends.

Run as a program with ``DISPLAY`` set. It takes over only on request (the freedesktop.org clipboard manager
protocol: a request for SAVE_TARGETS).
"""

from Xlib import X, Xatom
from Xlib.display import Display
from Xlib.protocol import event, rq


class ClipboardManager:
    """Owns CLIPBOARD_MANAGER from the start, and CLIPBOARD once a program has left something."""

    def __init__(self) -> None:
        self.link = Display()
        self.window = self.link.screen().root.create_window(0, 0, 1, 1, 0, X.CopyFromParent)
        self.clipboard = self.link.intern_atom("CLIPBOARD")
        self.text = self.link.intern_atom("UTF8_STRING")
        self.targets = self.link.intern_atom("TARGETS")
        self.property = self.link.intern_atom("KEPT")
        self.kept = b""
        self.window.set_selection_owner(self.link.intern_atom("CLIPBOARD_MANAGER"), X.CurrentTime)

    def serve(self) -> None:
        while True:
            happened = self.link.next_event()
            if happened.type == X.SelectionRequest and happened.selection == self.clipboard:
                self.serve_request(happened)
            elif happened.type == X.SelectionRequest:
                self.take_over(happened)

    def take_over(self, request: rq.Event) -> None:
        self.window.convert_selection(self.clipboard, self.text, self.property, X.CurrentTime)
        while (answer := self.link.next_event()).type != X.SelectionNotify:
            pass
        if answer.property != X.NONE:
            found = self.window.get_full_property(self.property, X.AnyPropertyType)
            self.kept = bytes(found.value)
            self.window.set_selection_owner(self.clipboard, X.CurrentTime)
        self.answer(request, request.property)

    def serve_request(self, request: rq.Event) -> None:
        if request.target == self.targets:
            request.requestor.change_property(request.property, Xatom.ATOM, 32, [self.targets, self.text])
        elif request.target == self.text:
            request.requestor.change_property(request.property, self.text, 8, self.kept)
        else:
            self.answer(request, X.NONE)
            return
        self.answer(request, request.property)

    def answer(self, request: rq.Event, prop: int) -> None:
        notification = event.SelectionNotify(
            time=request.time,
            requestor=request.requestor,
            selection=request.selection,
            target=request.target,
            property=prop,
        )
        request.requestor.send_event(notification)
        self.link.flush()


if __name__ == "__main__":
    ClipboardManager().serve()
