"""Any text pasted into the search box, with 5,000 replies of one title and with none: the next key works."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change
from quickdesk.search.index.arrays import build
from quickdesk.storage.disk import LocalDisk
from quickdesk.storage.open import open_stores
from quickdesk.storage.search_cache.cache import INDEX_FOLDER, SearchCache
from tests.desktop_rig import Rig, until
from tests.e2e.program import Program
from tests.e2e.targets import XtermTarget, copy_file, copy_text
from tests.e2e.texts import BEFORE, clipboard_is

pytestmark = pytest.mark.desktop

AT_ONCE_S = 1.0
"""The time limit of a key on a busy machine; a search that hangs takes far longer."""
REPLY, CODE = "您好亲，这条找得到", "zqfind"
PASTED = {
    "10,000 characters": "退款怎么还没有到账 tuikuan 12345 👍 " * 400,
    "10,000 times one": "退" * 10_000,
    "10,000 letters": "tuihuo" * 1700,
    "10,000 words": "t u i " * 1700,
    "control": "退\x01款\x07\x1b[31m\x7f\u0085",
    "line ends": "退款\r\n\t订单\u2028\u2029尾",
    "bidi": "\u202e退款\u202d \u2067שלום\u200f مرحبا",
    "joined emoji": "👨\u200d👩\u200d👧\u200d👦🏳️\u200d🌈👍🏽e\u0301\u0301",
    "punctuation": "。，！？…—「」·,.;:!",
    "regex": r".*+?[](){}^$\|(?=(((a+)+)+)+$)",
    "surrogates": "退\ud83d款\udc4d\ud800",
}


@pytest.fixture(scope="module")
def program(rig: Rig, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    """A program with 5,000 replies of one title, one more, and their index."""
    folder: Path = tmp_path_factory.mktemp("data")
    replies = [Snippet(f"s{number}", "退款", f"第{number}条，请稍等。") for number in range(5000)]
    replies.append(Snippet("found", "到了", REPLY, CODE))
    with open_stores(folder) as stores:
        stores.snippets.apply(Change(put=tuple(replies)))
    SearchCache(folder / INDEX_FOLDER, LocalDisk()).keep(build(replies))
    with Program(rig, folder) as program:
        program.secrets |= {REPLY, *PASTED.values()} - {PASTED["punctuation"]}
        yield program


def copy_anything(rig: Rig, text: str) -> None:
    """Put bytes on the clipboard that may be invalid UTF-8."""
    file = rig.home / "copied.bin"
    file.write_bytes(text.encode("utf-8", "surrogatepass"))
    copy_file(rig, file, "UTF8_STRING")


def cleared_at_once(program: Program, at_rest: bytes) -> None:
    began = time.monotonic()
    program.key("Escape")
    until(lambda: picture(program) == at_rest, "the list as at first", AT_ONCE_S * 10)
    assert time.monotonic() - began < AT_ONCE_S


def picture(program: Program) -> bytes:
    """Return the pixels of the palette below the search box, without its blinking cursor."""
    x, y, width, height = program.screen.place(program.palette)
    return program.screen.pixels((x, y + height // 4, width, height - height // 4))


def test_whatever_is_pasted_into_the_box_the_next_keys_work(
    rig: Rig, program: Program, one_xterm: XtermTarget
) -> None:
    one_xterm.clear()
    window = program.open_palette()
    at_rest = program.settled_picture(window)
    for name, text in PASTED.items():
        copy_anything(rig, text)
        began = time.monotonic()
        program.key("ctrl+v")
        until(lambda: picture(program) != at_rest, f"an answer to {name}", AT_ONCE_S * 10)
        assert time.monotonic() - began < AT_ONCE_S, name
        assert program.ask("find", query=text.encode(errors="replace").decode(), limit=5) is not None
        cleared_at_once(program, at_rest)
    copy_text(rig, BEFORE)
    rig.xdotool("type", "--delay", "5", CODE)
    program.key("Return")
    assert one_xterm.wait_for(REPLY) == REPLY
    clipboard_is(rig, BEFORE)


def test_of_5000_replies_with_one_title_each_can_be_chosen(
    rig: Rig, program: Program, one_xterm: XtermTarget
) -> None:
    for letters, keys, arrives in (
        ("tuikuan", ("Down", "Down", "Return"), "第2条，请稍等。"),
        ("di4999tiao", ("Return",), "第4999条，请稍等。"),
    ):
        one_xterm.clear()
        program.reply(letters, *keys)
        assert one_xterm.wait_for(arrives) == arrives


def test_over_no_replies_at_all_keys_do_no_harm_and_the_first_is_found_at_once(
    rig: Rig, one_xterm: XtermTarget, tmp_path: Path
) -> None:
    with open_stores(tmp_path) as stores:  # not the first start, which would import the starter pack
        stores.snippets.apply(Change(put=(Snippet("gone", "退款", "不要了"),)))
        stores.snippets.apply(Change(remove=("gone",)))
    with Program(rig, tmp_path) as empty:
        one_xterm.clear()
        empty.show()
        empty.key("Down", "Return", "alt+1", "Next")
        rig.xdotool("type", "tuikuan")
        empty.key("Down", "Return", "ctrl+Return")
        assert empty.palette_has_focus()
        assert empty.cli("find", "tuikuan").exit == 3
        empty.add(REPLY, code=CODE)
        empty.key("Escape")
        rig.xdotool("type", "--delay", "5", CODE)
        empty.key("Return")
        assert one_xterm.wait_for(REPLY) == REPLY
