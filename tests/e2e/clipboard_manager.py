"""A clipboard manager for texts, as desktops have one: keeps what a program that ends had on the clipboard.

Run as a program with ``DISPLAY`` set. It takes over when it is asked to (the freedesktop.org clipboard
manager protocol: a request for SAVE_TARGETS) and at no other time.
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
                self.hand_out(happened)
            elif happened.type == X.SelectionRequest:
                self.take_over(happened)

    def take_over(self, asked: rq.Event) -> None:
        self.window.convert_selection(self.clipboard, self.text, self.property, X.CurrentTime)
        while (answer := self.link.next_event()).type != X.SelectionNotify:
            pass
        if answer.property != X.NONE:
            found = self.window.get_full_property(self.property, X.AnyPropertyType)
            self.kept = bytes(found.value)
            self.window.set_selection_owner(self.clipboard, X.CurrentTime)
        self.answer(asked, asked.property)

    def hand_out(self, asked: rq.Event) -> None:
        if asked.target == self.targets:
            asked.requestor.change_property(asked.property, Xatom.ATOM, 32, [self.targets, self.text])
        elif asked.target == self.text:
            asked.requestor.change_property(asked.property, self.text, 8, self.kept)
        else:
            self.answer(asked, X.NONE)
            return
        self.answer(asked, asked.property)

    def answer(self, asked: rq.Event, where: int) -> None:
        told = event.SelectionNotify(
            time=asked.time,
            requestor=asked.requestor,
            selection=asked.selection,
            target=asked.target,
            property=where,
        )
        asked.requestor.send_event(told)
        self.link.flush()


if __name__ == "__main__":
    ClipboardManager().serve()
