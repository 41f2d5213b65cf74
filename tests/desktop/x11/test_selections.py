"""Offers on X selections, with other programs that copy, freeze and read at the wrong time."""

import os
import select
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TypeVar

import pytest

from quickdesk.desktop.ports.clipboard import (
    ClipboardEvent,
    Offered,
    Reader,
    SelectionLost,
    Taker,
    TakerFound,
)
from quickdesk.desktop.x11.selection_fetch import SavedSelection
from quickdesk.desktop.x11.selections import Selections
from tests.desktop_rig import Rig, require, until
from tests.e2e.targets import copied_text, copy_file, copy_text

pytestmark = pytest.mark.desktop

BOTH = ("CLIPBOARD", "PRIMARY")
NOBODY = Reader(1, 1)
E = TypeVar("E", bound=ClipboardEvent)


class OfferRecorder:
    """Selections and the events they reported."""

    def __init__(self, rig: Rig) -> None:
        self._told: SimpleQueue[ClipboardEvent] = SimpleQueue()
        self.saved: dict[str, SavedSelection] = {}
        self.selections = Selections(self._told.put, rig.display)

    def begin(self, text: str, *names: str, reader: Reader | None = None) -> None:
        self.selections.offer(text, names, self._on_saved, reader)

    def offer(self, text: str, *names: str, reader: Reader | None = None) -> None:
        self.begin(text, *names, reader=reader)
        self.wait_for(Offered)

    def wait_for(self, kind: type[E]) -> E:
        """Return the next event of a kind; earlier ones of other kinds are skipped."""
        try:
            while not isinstance(event := self._told.get(timeout=5), kind):
                pass
        except Empty:
            raise TimeoutError(f"no {kind.__name__}") from None
        return event

    def _on_saved(self, saved: dict[str, SavedSelection]) -> None:
        self.saved = saved


@pytest.fixture(scope="module")
def rig() -> Iterator[Rig]:
    require("xclip")
    with Rig() as rig:
        yield rig


@pytest.fixture
def offers(rig: Rig) -> Iterator[OfferRecorder]:
    copy_text(rig, "before")
    copy_text(rig, "marked before", "primary")
    offers = OfferRecorder(rig)
    yield offers
    offers.selections.stop()


def test_the_content_is_saved_and_the_reply_is_offered(rig: Rig, offers: OfferRecorder) -> None:
    offers.offer("您好", *BOTH)
    assert [offers.saved[name].text() for name in BOTH] == ["before", "marked before"]
    assert (copied_text(rig), copied_text(rig, "primary")) == ("您好", "您好")


def test_a_second_offer_never_saves_our_own_reply(rig: Rig, offers: OfferRecorder) -> None:
    offers.offer("您好", *BOTH)
    copy_text(rig, "marked meanwhile", "primary")
    assert offers.wait_for(SelectionLost).selection == "PRIMARY"
    offers.offer("您好", *BOTH)
    assert [offers.saved[name].text() for name in BOTH] == ["before", "marked meanwhile"]


def test_a_program_that_the_text_is_not_for_waits(rig: Rig, offers: OfferRecorder) -> None:
    offers.offer("您好", "CLIPBOARD", reader=NOBODY)
    began = time.monotonic()
    assert "UTF8_STRING" in rig.run("xclip", "-selection", "clipboard", "-o", "-t", "TARGETS")
    assert time.monotonic() - began < 1.0, "the list of formats is no secret"
    assert copied_text(rig) == "您好"
    assert time.monotonic() - began > 1.2


def test_who_waits_at_the_end_of_the_offer_gets_nothing(rig: Rig, offers: OfferRecorder) -> None:
    offers.offer("您好", "CLIPBOARD", reader=NOBODY)
    asking = subprocess.Popen(
        ["xclip", "-selection", "clipboard", "-o"],
        env=rig.env,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    with asking:
        with pytest.raises(subprocess.TimeoutExpired):
            asking.wait(0.4)
        offers.selections.release(("CLIPBOARD",), lambda: None)
        assert asking.wait(0.5) != 0


@pytest.mark.parametrize(
    ("text", "reader", "taker", "kept"),
    [
        ("您好\n第二行", None, Taker.MANAGER, "before"),
        ("您好\n第二行\n", None, Taker.MANAGER, "before"),
        ("something else", None, Taker.AGENT, "something else"),
        ("您好\n第二行", Reader(0, os.getpid()), Taker.AGENT, "您好\n第二行"),
    ],
)
def test_the_content_says_who_took_the_clipboard(
    rig: Rig, offers: OfferRecorder, text: str, reader: Reader | None, taker: Taker, kept: str
) -> None:
    offers.offer("您好\n第二行", "CLIPBOARD", reader=reader)
    other = OfferRecorder(rig)
    try:
        other.offer(text, "CLIPBOARD")
        assert offers.wait_for(TakerFound).taker is taker
        offers.offer("您好\n第二行", "CLIPBOARD", reader=reader)
        assert offers.saved["CLIPBOARD"].text() == kept
    finally:
        other.selections.stop()


def test_a_picture_is_the_agents(rig: Rig, offers: OfferRecorder, tmp_path: Path) -> None:
    offers.offer("您好", "CLIPBOARD")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    copy_file(rig, tmp_path / "picture.png", "image/png")
    assert offers.wait_for(TakerFound).taker is Taker.AGENT


def test_a_reply_that_was_left_stays_unchanged(rig: Rig, offers: OfferRecorder) -> None:
    offers.offer("left in the selection", *BOTH)
    offers.selections.cancel()
    offers.offer("the next one", "CLIPBOARD")
    assert copied_text(rig) == "the next one"
    assert copied_text(rig, "primary") == "left in the selection"


def test_content_copied_during_the_fetch_is_saved(rig: Rig, offers: OfferRecorder, tmp_path: Path) -> None:
    (tmp_path / "frozen").write_text("frozen")
    owner = rig.start("xclip", "-quiet", "-selection", "clipboard", "-i", str(tmp_path / "frozen"))
    until(lambda: copied_text(rig) == "frozen", "xclip")
    os.kill(owner.pid, signal.SIGSTOP)
    try:
        offers.begin("您好", "CLIPBOARD")
        copy_text(rig, "copied meanwhile")
        offers.wait_for(Offered)
    finally:
        os.kill(owner.pid, signal.SIGCONT)
        rig.stop(owner)
    assert offers.saved["CLIPBOARD"].text() == "copied meanwhile"
    assert offers.saved["CLIPBOARD"].is_whole


def test_content_copied_just_before_the_reply_takes_the_clipboard_stays(
    rig: Rig, offers: OfferRecorder
) -> None:
    def copy_meanwhile(saved: dict[str, SavedSelection]) -> None:
        copy_text(rig, "copied at that moment")

    offers.selections.offer("您好", ("CLIPBOARD",), copy_meanwhile)
    assert offers.wait_for(TakerFound).taker is Taker.AGENT
    assert copied_text(rig) == "copied at that moment"


def test_nothing_is_offered_after_the_offer_has_ended(rig: Rig, offers: OfferRecorder) -> None:
    offers.offer("您好", "CLIPBOARD")
    released: SimpleQueue[None] = SimpleQueue()
    offers.selections.release(("CLIPBOARD",), lambda: released.put(None))
    released.get(timeout=5)
    with pytest.raises(subprocess.CalledProcessError):
        copied_text(rig)


def test_a_request_that_arrives_with_the_last_flush_is_answered(rig: Rig) -> None:
    events: list[ClipboardEvent] = []
    selections = Selections(events.append, rig.display)
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
        selections.offer("回复", ("CLIPBOARD",), lambda _saved: None)
        until(lambda: any(isinstance(event, Offered) for event in events), "the offer")
        is_late = True
        reader = ("xclip", "-selection", "clipboard", "-o", "-target", "UTF8_STRING")
        for _ in range(3):
            selections.find_replaceable((), lambda _names: None)  # lets the loop go round once
            reader_output = subprocess.run(reader, env=rig.env, capture_output=True, timeout=3, check=True)
            assert reader_output.stdout.decode() == "回复"
    finally:
        link.flush = flush  # type: ignore[method-assign]
        selections.stop()
