"""Types any text as keys: characters that are not on the layout are assigned to unused keys.

An agent's input method would commit such characters; here each of them is one keystroke.
"""

import time
from collections.abc import Iterable, Iterator
from typing import Any

from Xlib import XK, X
from Xlib.ext import xtest

_FIRST, _COUNT = 8, 248
_UNICODE = 0x0100_0000
_SETTLED_S = 1.0
"""The time for programs to read a changed layout, in seconds."""


class Typist:
    """Presses keys through its own connection."""

    def __init__(self, display: Any) -> None:
        self._display = display
        rows = display.get_keyboard_mapping(_FIRST, _COUNT)
        self._spare = [_FIRST + at for at, row in enumerate(rows) if not any(row)]
        self._layout = {row[0]: _FIRST + at for at, row in reversed(list(enumerate(rows))) if row[0]}
        self._learnt: dict[str, int] = {}

    def batches(self, texts: Iterable[str]) -> Iterator[list[str]]:
        """Group texts, in their order, so that each group fits on the keyboard."""
        group: list[str] = []
        for text in texts:
            if len(self._unusual([*group, text])) > len(self._spare):
                yield group
                group = []
            group.append(text)
        if group:
            yield group

    def learn(self, texts: Iterable[str]) -> None:
        """Assign the characters of these texts to keys; to be called while no key is pressed."""
        codes = dict(zip(sorted(self._unusual(texts)), self._spare, strict=False))
        for char, code in codes.items():
            self._display.change_keyboard_mapping(code, [[_keysym(char)] * 2])
        self._learnt = codes
        self._display.sync()
        time.sleep(_SETTLED_S)

    def press(self, *names: str) -> int:
        """Press keys together and release them; return the time (monotonic, ns) the last one went down."""
        codes = [self._code(name) for name in names]
        for code in codes[:-1]:
            xtest.fake_input(self._display, X.KeyPress, code)
        pressed = time.monotonic_ns()
        xtest.fake_input(self._display, X.KeyPress, codes[-1])
        self._display.flush()
        for code in reversed(codes):
            xtest.fake_input(self._display, X.KeyRelease, code)
        self._display.flush()
        return pressed

    def _code(self, name: str) -> int:
        keysym = _keysym(name) if len(name) == 1 else XK.string_to_keysym(name)
        return self._learnt.get(name) or self._layout[keysym]

    def _unusual(self, texts: Iterable[str]) -> set[str]:
        return {char for text in texts for char in text if _keysym(char) not in self._layout}


def _keysym(char: str) -> int:
    return ord(char) if ord(char) < 0x100 else _UNICODE | ord(char)
