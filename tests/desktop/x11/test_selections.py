"""The selection thread answers every request, also one that comes in while it is about to sleep."""

import select
import subprocess
from collections.abc import Iterator

import pytest

from quickdesk.desktop.paste.clipboard import ClipboardEvent, Lent
from quickdesk.desktop.x11.selections import Selections
from tests.desktop_rig import Rig, require, until

pytestmark = pytest.mark.desktop


@pytest.fixture(scope="module")
def rig() -> Iterator[Rig]:
    require("xclip")
    with Rig(window_manager=False) as rig:
        yield rig


def test_a_request_that_arrives_with_the_last_flush_is_answered(rig: Rig) -> None:
    heard: list[ClipboardEvent] = []
    selections = Selections(heard.append, rig.display)
    link = selections._link
    flush = link.flush
    is_late = False

    def flush_when_something_came() -> None:
        # Sending receives as well: so a request can come in after the queue was found empty.
        if is_late:
            select.select([link.fileno()], [], [], 0.5)
        flush()

    try:
        link.flush = flush_when_something_came  # type: ignore[method-assign]
        selections.lend("回复", ("CLIPBOARD",), lambda _kept: None)
        until(lambda: any(isinstance(event, Lent) for event in heard), "the loan")
        is_late = True
        reader = ("xclip", "-selection", "clipboard", "-o", "-target", "UTF8_STRING")
        for _ in range(3):
            selections.owner_is_ours(("CLIPBOARD",), lambda _names: None)  # lets the loop go round once
            told = subprocess.run(reader, env=rig.env, capture_output=True, timeout=3, check=True)
            assert told.stdout.decode() == "回复"
    finally:
        link.flush = flush  # type: ignore[method-assign]
        selections.stop()
