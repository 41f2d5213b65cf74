"""The time from a keystroke until the palette has painted its answer, in the whole program under Xvfb.

    python -m tests.bench.palette_frames --replies 100000 --pace 150 40
    python -m tests.bench.palette_frames --replies 100000 --cold

The program runs on a data folder of generated replies with an index that was built before (``--cold``:
without one). The palette is opened by its hotkey, keys come by XTEST. A filter inside the program
(``palette_watch.py``) notes when a letter and when a list was handed to the display and which query that list
answers; afterwards the rows painted are compared with those of a finder of its own. With ``--outside`` some
strokes are also watched from outside, by the pixels of the list, to verify the figures measured inside.
"""

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change
from quickdesk.search.finder import LibraryFinder
from quickdesk.storage.open import open_stores
from quickdesk.storage.search_cache.builder import IndexBuilder
from quickdesk.storage.search_cache.cache import INDEX_FOLDER
from tests.bench.keystrokes import Query, make_queries
from tests.bench.library import replies
from tests.bench.palette_strokes import Answered, Note, Stroke, answered, summary
from tests.bench.palette_watch import ROWS
from tests.bench.typist import Typist
from tests.desktop_rig import Rig, missing, until
from tests.e2e.program import Program
from tests.e2e.targets import XtermTarget

_BUILT = "search index of"
_BUILD_S = 180.0
_LIST_S = 20.0
_AT_REST_S = 0.25
_NOT_REPEATED_S = 0.05
"""Qt takes a key that is pressed again within milliseconds of its release for an automatic repetition."""
_HEAD = f"{'ms':<26}  median     p95     p99     max   in 16.7  strokes"


class WatchedProgram(Program):
    """The program with its recorded notes."""

    def __init__(self, rig: Rig, folder: Path) -> None:
        super().__init__(rig, folder)
        self._notes = rig.home / "notes"
        self._read = 0
        self.notes: list[Note] = []
        self.command = (sys.executable, "-m", "tests.bench.watched_program", str(self._notes))

    def new_notes(self) -> list[Note]:
        """Return the notes since the last call."""
        if not self._notes.exists():
            return []
        with self._notes.open("rb") as file:
            file.seek(self._read)
            whole = file.read()
        whole = whole[: whole.rfind(b"\n") + 1]
        self._read += len(whole)
        found = [json.loads(line) for line in whole.splitlines()]
        new = [Note(each["what"], each["query"], each["at_ns"], tuple(each["rows"])) for each in found]
        self.notes += new
        return new

    def wait_for_list(self, query: str, since_ns: int) -> None:
        """Wait until the list for a query was painted after ``since_ns``."""

        def is_painted() -> bool:
            self.new_notes()
            late = (note for note in reversed(self.notes) if note.at_ns >= since_ns)
            return any(note.what == "list" and note.query == query for note in late)

        until(is_painted, f"the list for {len(query)} letters", _LIST_S)

    @property
    def has_built(self) -> bool:
        """Return whether it uses an index that it has built."""
        return _BUILT in self.log


def fill(folder: Path, library: Sequence[Snippet]) -> None:
    """Store the replies as the program would."""
    with open_stores(folder) as stores:
        stores.snippets.apply(Change(put=tuple(library)))


def open_palette(program: WatchedProgram, typist: Typist) -> None:
    """Open the palette by its hotkey and wait until it is idle."""
    pressed = typist.press("Control_L", "Alt_L", "space")
    until(program.palette_has_focus, "the palette with the focus")
    program.wait_for_list("", pressed)
    time.sleep(_AT_REST_S)


def close_palette(program: WatchedProgram, typist: Typist) -> None:
    """Clear the box and close the palette, by keys."""
    program.wait_for_list("", typist.press("Escape"))
    time.sleep(_NOT_REPEATED_S)
    typist.press("Escape")
    until(lambda: not program.palette, "the palette gone")


def typed(program: WatchedProgram, typist: Typist, query: Query, pace_s: float) -> list[Stroke]:
    """Type a query at a pace into an open palette and wait for its list; return its strokes."""
    pressed: list[int] = []
    begin = time.monotonic()
    for at, letter in enumerate(query.text):
        time.sleep(max(0.0, begin + at * pace_s - time.monotonic()))
        pressed.append(typist.press(letter))
    program.wait_for_list(query.text, pressed[-1])
    end = time.monotonic_ns()
    time.sleep(_AT_REST_S)
    return [Stroke(query.text[: at + 1], query.kind, moment, end) for at, moment in enumerate(pressed)]


def session(
    program: WatchedProgram, typist: Typist, queries: Sequence[Query], pace_s: float
) -> Iterator[list[Stroke]]:
    """Type queries, each into a palette that was opened for it."""
    by_text = {each.text: each for each in queries}
    for batch in typist.batches(by_text):
        typist.learn(batch)
        for text in batch:
            open_palette(program, typist)
            yield typed(program, typist, by_text[text], pace_s)
            close_palette(program, typist)


def report(name: str, found: Sequence[Answered]) -> list[str]:
    """Return lines of statistics about these strokes."""

    def line(label: str, what: str, some: Sequence[Answered]) -> str:
        return summary(label, [each.ms[what] for each in some if what in each.ms], len(some))

    first = [each for each in found if len(each.stroke.query) == 1]
    overtaken = sum("list" not in each.ms for each in found)
    slow = sorted((each for each in found if "list" in each.ms), key=lambda each: -each.ms["list"])[:5]
    return [
        f"-- {name}: {overtaken} of {len(found)} strokes overtaken by the next one",
        _HEAD,
        line("key heard by the program", "key", found),
        line("letter painted", "letter", found),
        line("search answered", "found", found),
        line("list laid out", "shown", found),
        line("list painted", "list", found),
        line("  of first characters", "list", first),
        "slowest: " + ", ".join(f"{each.stroke.query!r} {each.ms['list']:.0f}" for each in slow),
    ]


def proved(found: Sequence[Answered], finder: LibraryFinder) -> str:
    """Compare the rows that were painted with a finder of its own."""
    painted = [each for each in found if "list" in each.ms]
    right = sum(
        each.rows == tuple(hit.snippet.id for hit in finder.find(each.stroke.query)[:ROWS])
        for each in painted
    )
    return f"painted rows are those of a finder of its own: {right} of {len(painted)}"


class Outside:
    """Detects lists by their pixels: each is captured when idle first, then waited for."""

    def __init__(self, program: WatchedProgram, typist: Typist) -> None:
        self._program, self._typist = program, typist

    def strokes(self, query: Query) -> list[tuple[Stroke, float]]:
        """Return each stroke of a query that changes the picture, and the time until it was visible in ms."""
        open_palette(self._program, self._typist)
        x, y, width, height = self._program.screen.place(self._program.palette)
        self._strip = (x, y + height // 4, width * 2 // 5, height // 4)
        pictures = [self._at_rest()]
        for at, letter in enumerate(query.text):
            self._program.wait_for_list(query.text[: at + 1], self._typist.press(letter))
            pictures.append(self._at_rest())
        self._program.wait_for_list("", self._typist.press("Escape"))
        self._at_rest()
        seen = []
        for at, letter in enumerate(query.text):
            pressed = self._typist.press(letter)
            if pictures[at + 1] != pictures[at]:
                moment = self._when(pictures[at + 1])
                stroke = Stroke(query.text[: at + 1], query.kind, pressed, time.monotonic_ns() + 10**9)
                seen.append((stroke, (moment - pressed) / 1e6))
            time.sleep(_AT_REST_S)
        close_palette(self._program, self._typist)
        return seen

    def _pixels(self) -> bytes:
        return self._program.screen.pixels(self._strip)

    def _at_rest(self) -> bytes:
        time.sleep(_AT_REST_S)
        return self._pixels()

    def _when(self, picture: bytes) -> int:
        end = time.monotonic() + _LIST_S
        while self._pixels() != picture:
            if time.monotonic() > end:
                raise TimeoutError("the list does not look as it did")
        return time.monotonic_ns()


def compared(program: WatchedProgram, typist: Typist, queries: Sequence[Query], maximum: int) -> list[str]:
    """Measure some strokes from outside and from inside at the same time."""
    outside = Outside(program, typist)
    seen: list[tuple[Stroke, float]] = []
    by_text = {each.text: each for each in queries}
    for batch in typist.batches(by_text):
        typist.learn(batch)
        for text in batch:
            if len(seen) < maximum:
                seen += outside.strokes(by_text[text])
    program.new_notes()
    inside = answered([stroke for stroke, _ in seen], program.notes)
    pairs = [(each.ms["list"], ms) for each, (_, ms) in zip(inside, seen, strict=True) if "list" in each.ms]
    return [
        f"-- {len(seen)} strokes watched from outside too (looking costs the machine something)",
        _HEAD,
        summary("inside: list painted", [pair[0] for pair in pairs], len(seen)),
        summary("outside: pixels changed", [pair[1] for pair in pairs], len(seen)),
        summary("outside later by", [pair[1] - pair[0] for pair in pairs], len(seen)),
    ]


@contextmanager
def watched(count: int, seed: int) -> Iterator[tuple[WatchedProgram, XtermTarget, list[Snippet]]]:
    """Yield a program that is not started yet, with a library and a target window."""
    library = replies(count, seed)
    with Rig(tray=True) as rig, XtermTarget(rig) as chat:
        folder = rig.home / "data"
        folder.mkdir()
        fill(folder, library)
        program = WatchedProgram(rig, folder)
        try:
            yield program, chat, library
        finally:
            program.close()


def warm(chosen: argparse.Namespace, say: Callable[[str], None]) -> None:
    """Measure with a saved index."""
    with watched(chosen.replies, chosen.seed) as (program, chat, library):
        began = time.monotonic()
        program.start()
        if chosen.replies >= 1024:
            until(lambda: program.has_built, "the index", _BUILD_S)
        program.quit()
        say(f"== {chosen.replies} replies, index built and kept ({time.monotonic() - began:.0f} s)")
        program.start()
        chat.focus()
        typist = Typist(program.screen.display)
        queries = make_queries(library, chosen.each, chosen.seed + 1)
        time.sleep(2)
        found: list[Answered] = []
        for pace in chosen.pace:
            strokes = [each for some in session(program, typist, queries, pace / 1000) for each in some]
            program.new_notes()
            some = answered(strokes, program.notes)
            found += some
            say("\n".join(report(f"{pace} ms between keys", some)))
        if chosen.outside:
            say("\n".join(compared(program, typist, queries, chosen.outside)))
        program.quit()
        finder = LibraryFinder()
        finder.rebuild(library, IndexBuilder(program.folder / INDEX_FOLDER).kept())
        say(proved(found, finder))


def cold(chosen: argparse.Namespace, say: Callable[[str], None]) -> None:
    """Measure from the start without a saved index, until one is built and used."""
    with watched(chosen.replies, chosen.seed) as (program, chat, library):
        say(f"== {chosen.replies} replies, no index kept")
        program.start()
        typist = Typist(program.screen.display)
        chat.focus()
        # Without unusual characters the keyboard needs no preparation, and typing begins at once.
        made = make_queries(library, chosen.each * 4, chosen.seed + 1)
        queries = [each for each in made if each.text.isascii()]
        before: list[Stroke] = []
        after: list[Stroke] = []
        for query in queries:
            is_built = program.has_built
            open_palette(program, typist)
            some = typed(program, typist, query, chosen.pace[0] / 1000)
            (after if is_built else before).extend(some)
            close_palette(program, typist)
            if len(after) > len(before) or len(after) > 100:
                break
        program.new_notes()
        opening = [replace(each, kind="first") for each in before[: len(queries[0].text)]]
        say("\n".join(report("first query after the start", answered(opening, program.notes))))
        say("\n".join(report("while the index was built", answered(before, program.notes))))
        say("\n".join(report("after it was taken over", answered(after, program.notes))))
        program.quit()


def main() -> int:
    """Run the measurements selected on the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--replies", type=int, default=100_000)
    parser.add_argument("--pace", type=int, nargs="+", default=[150, 40], metavar="MS")
    parser.add_argument("--each", type=int, default=4, help="queries of each kind")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--outside", type=int, default=40, metavar="STROKES")
    parser.add_argument("--cold", action="store_true")
    chosen = parser.parse_args()
    if reason := missing("xterm", "tint2"):
        print(reason)
        return 1

    def say(text: str) -> None:
        print(text, flush=True)

    (cold if chosen.cold else warm)(chosen, say)
    return 0


if __name__ == "__main__":
    sys.exit(main())
