from collections.abc import Callable
from dataclasses import replace
from itertools import count

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quickdesk.desktop.paste.job import PasteReport, PasteTools
from quickdesk.desktop.paste.paster import KeyPaster
from quickdesk.desktop.paste.programs import Readers
from quickdesk.desktop.ports.clipboard import ClipboardState, Reader, TextRead
from quickdesk.desktop.ports.target import Target
from quickdesk.replies.delivery import Delivery, Outcome
from tests.fakes.paste_desktop import CHAT, HISTORY, FakeClipboard, FakeTimers, FakeWindows, Program

REPLY = Delivery("亲，您好😊\n第二行")


class PasteDriver:
    """A paster on the fake desktop."""

    def __init__(self, program: Program | None = None, paste_keys: dict[str, str] | None = None) -> None:
        self.timers = FakeTimers()
        self.clipboard = FakeClipboard(self.timers)
        self.windows = FakeWindows(self.timers, self.clipboard, program or Program())
        tools = PasteTools(self.windows, self.clipboard, self.timers, Readers())
        self.paster = KeyPaster(tools, paste_keys or {})
        self.reports: list[PasteReport] = []
        self.paster.finished.connect(self.reports.append)
        self.arrived_at: list[float] = []
        self.paster.arrived.connect(lambda: self.arrived_at.append(self.timers.now()))

    def paste(self, delivery: Delivery = REPLY, target: Target | None = CHAT) -> None:
        self.paster.paste(target, delivery)

    def pass_time(self, ms: float = 20_000) -> PasteReport:
        self.timers.advance(ms)
        return self.reports[-1]

    def at(self, ms: int, call: Callable[[], object]) -> None:
        self.timers.after(ms, lambda: (call(), None)[1])


def test_the_clipboard_is_restored_after_the_reply_was_read() -> None:
    driver = PasteDriver()
    driver.paste()
    report = driver.pass_time()
    assert (report.outcome, report.clipboard) == (Outcome.PASTED, ClipboardState.AS_BEFORE)
    assert driver.windows.program.read == [REPLY.text]
    assert driver.clipboard.content == "before"
    assert list(report.timings_ms) == ["offered", "focused", "sent", "read", "idle", "end"]


def test_no_key_is_pressed_before_the_focus_is_back() -> None:
    driver = PasteDriver(Program(takes_focus_after=300))
    driver.paste()
    driver.timers.advance(299)
    assert driver.windows.pressed == []
    assert driver.pass_time().outcome is Outcome.PASTED


def test_a_refused_focus_is_requested_again() -> None:
    driver = PasteDriver(Program(loses_focus_once=True))
    driver.paste()
    assert driver.pass_time().outcome is Outcome.PASTED
    assert driver.windows.activations == 2


def test_a_focus_that_never_comes_leaves_the_reply_on_the_clipboard() -> None:
    driver = PasteDriver(Program(takes_focus_after=None))
    driver.paste()
    driver.timers.advance(590)
    assert driver.reports == []
    report = driver.pass_time(50)
    assert (report.outcome, report.clipboard) == (Outcome.FOCUS_LOST, ClipboardState.REPLY)
    assert driver.windows.pressed == []
    assert driver.clipboard.content == REPLY.text


def test_a_focus_that_is_lost_just_before_the_keys_is_requested_again() -> None:
    driver = PasteDriver()
    driver.paste()
    driver.at(18, lambda: setattr(driver.windows, "is_focused", False))
    assert driver.pass_time().outcome is Outcome.PASTED
    assert driver.windows.activations >= 2


def test_nothing_is_pasted_into_a_closed_window() -> None:
    driver = PasteDriver()
    driver.windows.is_there = False
    driver.paste()
    report = driver.pass_time()
    assert (report.outcome, report.clipboard) == (Outcome.TARGET_GONE, ClipboardState.REPLY)
    assert driver.clipboard.content == REPLY.text


@pytest.mark.parametrize("when_ms", [8, 32])
def test_a_window_that_closes_meanwhile_is_detected_at_once(when_ms: int) -> None:
    driver = PasteDriver(Program(reads_at=()))
    driver.paste()
    driver.at(when_ms, lambda: setattr(driver.windows, "is_there", False))
    assert driver.pass_time(100).outcome is Outcome.TARGET_GONE
    assert driver.clipboard.content == REPLY.text


def test_a_reply_that_is_not_read_stays_on_the_clipboard() -> None:
    driver = PasteDriver(Program(reads_at=()))
    driver.paste()
    driver.timers.advance(3_000)
    assert driver.reports == []
    report = driver.pass_time()
    assert (report.outcome, report.clipboard) == (Outcome.NOT_READ, ClipboardState.REPLY)
    assert driver.clipboard.content == REPLY.text


def test_modifiers_are_waited_for() -> None:
    driver = PasteDriver()
    driver.windows.held_until = 200
    driver.paste()
    report = driver.pass_time()
    assert report.outcome is Outcome.PASTED
    assert report.timings_ms["sent"] >= 200
    assert driver.windows.releases == 0


def test_modifiers_that_stay_down_are_released() -> None:
    driver = PasteDriver()
    driver.windows.held_until = 60_000
    driver.paste()
    report = driver.pass_time()
    assert report.outcome is Outcome.PASTED
    assert 350 <= report.timings_ms["released"] < 400


def test_no_key_is_pressed_if_modifiers_cannot_be_released() -> None:
    driver = PasteDriver()
    driver.windows.sticky = True
    driver.paste()
    assert driver.pass_time().outcome is Outcome.FOCUS_LOST
    assert driver.windows.pressed == []
    assert driver.clipboard.content == REPLY.text


@given(
    first=st.integers(0, 400),
    gap=st.integers(0, 250),
    stall_from=st.integers(-40, 600),
    stall=st.integers(0, 2_000),
)
@example(first=0, gap=248, stall_from=189, stall=60)
def test_a_program_that_reads_twice_and_stalls_only_ever_reads_the_reply(
    first: int, gap: int, stall_from: int, stall: int
) -> None:
    driver = PasteDriver(Program(reads_at=(first, first + gap), stalled=(stall_from, stall_from + stall)))
    driver.paste()
    report = driver.pass_time()
    assert report.outcome is Outcome.PASTED
    assert driver.windows.program.read == [REPLY.text] * 2
    assert driver.clipboard.content == "before"


@pytest.mark.parametrize(
    ("program", "reads_at", "quiet_ms"),
    [
        ("chat", (5,), 400),
        ("firefox", (5,), 1_500),
        ("firefox", (5, 6), 1_500),
        ("firefox", (5, 6, 400), 400),
    ],
)
def test_a_browser_keeps_the_reply_for_long_until_its_third_read(
    program: str, reads_at: tuple[float, ...], quiet_ms: int
) -> None:
    driver = PasteDriver(Program(reads_at=reads_at))
    driver.paste(target=Target(7, program, None, CHAT.client, CHAT.process))
    report = driver.pass_time()
    quiet = report.timings_ms["idle"] - report.timings_ms["read"] - (reads_at[-1] - reads_at[0])
    assert quiet_ms <= quiet < quiet_ms + 100


@pytest.mark.parametrize(("reads_at", "least_ms"), [((5,), 700), ((5, 6), 400)])
@pytest.mark.parametrize("at_ms", [100, 1_200])
@pytest.mark.parametrize("how", ["another reply", "a modifier", "a word"])
def test_the_quiet_time_of_a_browser_is_shorter_if_the_agent_continues(
    reads_at: tuple[float, ...], least_ms: int, at_ms: int, how: str
) -> None:
    driver = PasteDriver(Program(reads_at=reads_at))
    browser = Target(7, "firefox", None, CHAT.client, CHAT.process)
    driver.paste(Delivery("一"), browser)
    if how == "a modifier":
        driver.at(at_ms, lambda: setattr(driver.windows, "held_until", at_ms + 60.0))
    elif how == "a word":
        driver.at(at_ms, driver.paster.finish_early)
    else:
        driver.at(at_ms, lambda: driver.paste(Delivery("二"), browser))
    driver.pass_time()
    times = driver.reports[0].timings_ms
    least_ms = max(least_ms, at_ms - 100)
    assert least_ms <= times["idle"] - times["read"] < least_ms + 150
    assert driver.windows.program.read[: len(reads_at)] == ["一"] * len(reads_at)


@pytest.mark.parametrize("ends", ["unread", "stalled", "finished"])
def test_content_copied_meanwhile_stays_even_if_the_selection_still_offers_the_reply(ends: str) -> None:
    driver = PasteDriver(Program(reads_at=(5_000,) if ends != "stalled" else (150,), stalled=(200, 1e9)))
    driver.paste(target=Target(7, "xterm", None, CHAT.client, CHAT.process))
    driver.at(100, lambda: driver.clipboard.copy_from_another_program("theirs"))
    if ends == "finished":
        driver.at(500, driver.paster.finish_now)
    report = driver.pass_time()
    assert (report.outcome, report.clipboard) == (Outcome.NOT_READ, ClipboardState.COPIED_MEANWHILE)
    assert driver.clipboard.content == "theirs"


def test_content_copied_before_a_terminal_closes_stays() -> None:
    driver = PasteDriver(Program(reads_at=()))
    driver.paste(target=Target(7, "xterm", None, CHAT.client, CHAT.process))
    driver.at(100, lambda: driver.clipboard.copy_from_another_program("theirs"))
    driver.at(200, lambda: setattr(driver.windows, "is_there", False))
    report = driver.pass_time()
    assert (report.outcome, report.clipboard) == (Outcome.TARGET_GONE, ClipboardState.COPIED_MEANWHILE)
    assert driver.clipboard.content == "theirs"


def test_a_program_that_is_always_late_does_not_keep_the_clipboard_for_ever() -> None:
    driver = PasteDriver(Program(answers_after=100))
    for program in ("chat", "firefox"):
        driver.paste(target=Target(7, program, None, CHAT.client, CHAT.process))
    driver.pass_time(15_000)
    assert [report.outcome for report in driver.reports] == [Outcome.PASTED] * 2
    assert driver.clipboard.content == "before"


def test_a_program_known_to_read_twice_is_waited_for_longer() -> None:
    driver = PasteDriver(Program(reads_at=(5, 20)))
    driver.paste()
    driver.pass_time()
    driver.windows.program.reads_at = (5, 900)  # the page's own code took its time
    driver.paste()
    assert driver.pass_time().outcome is Outcome.PASTED
    assert driver.windows.program.read == [REPLY.text] * 4


def test_the_reply_stays_if_a_program_never_answers_after_its_read() -> None:
    driver = PasteDriver(Program(stalled=(50, 1e9)))
    driver.paste()
    assert driver.pass_time().outcome is Outcome.NOT_READ
    assert driver.clipboard.content == REPLY.text


def test_a_partial_read_is_not_the_end() -> None:
    driver = PasteDriver(Program(reads_at=()))
    driver.paste()
    begin = TextRead(CHAT.client, CHAT.process, complete=False)
    driver.at(60, lambda: driver.clipboard.read_from_another_program(begin))
    driver.timers.advance(2_000)
    assert driver.reports == []
    driver.clipboard.read_from_another_program(TextRead(CHAT.client, CHAT.process, complete=True))
    assert driver.pass_time(500).outcome is Outcome.PASTED


def test_reads_before_the_keys_and_by_other_programs_do_not_count() -> None:
    driver = PasteDriver(Program(reads_at=()))
    driver.paste()
    for moment in (5, 200, 1_000):
        driver.at(moment, lambda: driver.clipboard.read_from_another_program(HISTORY))
    report = driver.pass_time()
    assert (report.outcome, report.reads, report.other_reads) == (Outcome.NOT_READ, 0, 3)


def test_another_connection_of_the_same_process_is_the_target() -> None:
    driver = PasteDriver(Program(reads_at=()))
    driver.paste()
    driver.at(
        60, lambda: driver.clipboard.read_from_another_program(TextRead(71, CHAT.process, complete=True))
    )
    assert driver.pass_time().outcome is Outcome.PASTED


def test_wine_reads_through_a_separate_process() -> None:
    driver = PasteDriver(Program(reads_at=()))
    wine = Target(7, "aliworkbench.exe", None, 70, 700)
    driver.paste(target=wine)
    driver.at(5, lambda: driver.clipboard.read_from_another_program(HISTORY))
    driver.at(60, lambda: driver.clipboard.read_from_another_program(HISTORY))
    driver.at(200, lambda: driver.clipboard.read_from_another_program(TextRead(80, 800, complete=True)))
    report = driver.pass_time()
    assert (report.outcome, report.reads, report.other_reads) == (Outcome.PASTED, 1, 2)


def test_content_copied_before_the_keys_is_saved_instead() -> None:
    driver = PasteDriver(Program(takes_focus_after=100))
    driver.paste()
    driver.at(50, lambda: driver.clipboard.copy_from_another_program("theirs"))
    assert driver.pass_time().outcome is Outcome.PASTED
    assert driver.windows.program.read == [REPLY.text]
    assert driver.clipboard.content == "theirs"


def test_content_copied_at_any_moment_before_the_keys_is_never_pasted() -> None:
    for when_ms in count():
        driver = PasteDriver(Program(reads_at=(0,)))
        driver.paste()
        driver.timers.advance(when_ms)
        if driver.windows.pressed:
            break
        driver.clipboard.copy_from_another_program("theirs")
        driver.pass_time()
        assert driver.windows.program.read == [REPLY.text], when_ms
        assert driver.clipboard.content == "theirs"
    assert when_ms > 20


def test_content_copied_before_the_read_stays() -> None:
    driver = PasteDriver(Program(reads_at=()))
    driver.paste()
    driver.at(100, lambda: driver.clipboard.copy_from_another_program("theirs"))
    report = driver.pass_time(200)
    assert (report.outcome, report.clipboard) == (Outcome.NOT_READ, ClipboardState.COPIED_MEANWHILE)
    assert driver.clipboard.content == "theirs"


def test_content_copied_after_the_read_stays() -> None:
    driver = PasteDriver()
    driver.paste()
    driver.at(200, lambda: driver.clipboard.copy_from_another_program("theirs"))
    report = driver.pass_time()
    assert (report.outcome, report.clipboard) == (Outcome.PASTED, ClipboardState.COPIED_MEANWHILE)
    assert driver.clipboard.content == "theirs"


def test_a_contested_clipboard_is_given_up() -> None:
    driver = PasteDriver(Program(takes_focus_after=400))
    driver.paste()
    for moment in (50, 100, 150, 200):
        driver.at(moment, lambda: driver.clipboard.copy_from_another_program("theirs"))
    assert driver.pass_time().outcome is Outcome.COPIED_ONLY
    assert driver.windows.pressed == []


@pytest.mark.parametrize("offers", ["refuses", "never"])
def test_no_key_is_pressed_without_the_clipboard(offers: str) -> None:
    driver = PasteDriver()
    driver.clipboard.refuses = offers == "refuses"
    driver.clipboard.offer_delay_ms = None if offers == "never" else 4
    driver.paste()
    report = driver.pass_time()
    assert report.outcome is Outcome.COPIED_ONLY
    assert report.clipboard is (ClipboardState.FAILED if offers == "refuses" else ClipboardState.REPLY)
    assert driver.windows.pressed == []


def test_a_clipboard_that_cannot_be_restored_is_reported() -> None:
    driver = PasteDriver()
    driver.clipboard.returns = False
    driver.paste()
    report = driver.pass_time()
    assert (report.outcome, report.clipboard) == (Outcome.PASTED, ClipboardState.FAILED)


def test_the_cursor_is_moved_after_the_text_was_pasted() -> None:
    driver = PasteDriver(Program(reads_at=(5, 90)))
    driver.paste(Delivery("亲爱的，您好", 3))
    assert driver.pass_time().cursor_moved
    assert driver.windows.lefts == [3]


def test_the_cursor_is_not_moved_in_another_window_or_too_far() -> None:
    driver = PasteDriver()
    driver.paste(Delivery("x", 3))
    driver.at(60, lambda: setattr(driver.windows, "is_focused", False))
    assert not driver.pass_time().cursor_moved
    driver.paste(Delivery("x" * 600, 501))
    assert driver.pass_time().outcome is Outcome.PASTED
    assert driver.windows.lefts == []


def test_pastes_and_copies_run_one_after_the_other() -> None:
    driver = PasteDriver()
    driver.paste(Delivery("一"))
    driver.paste(Delivery("二"))
    driver.paster.copy(Delivery("三"))
    driver.pass_time()
    assert driver.windows.program.read == ["一", "二"]
    assert [report.outcome for report in driver.reports] == [
        Outcome.PASTED,
        Outcome.PASTED,
        Outcome.COPIED_ONLY,
    ]
    assert driver.clipboard.content == "三"


def test_a_paste_requested_when_another_has_finished_is_performed() -> None:
    driver = PasteDriver()
    again = [Delivery("二")]
    driver.paster.finished.connect(lambda _: driver.paste(again.pop()) if again else None)
    driver.paste(Delivery("一"))
    driver.pass_time()
    assert driver.windows.program.read == ["一", "二"]


def test_without_a_target_the_reply_is_copied() -> None:
    driver = PasteDriver()
    driver.paste(target=None)
    report = driver.pass_time()
    assert (report.outcome, report.clipboard) == (Outcome.COPIED_ONLY, ClipboardState.REPLY)
    assert driver.clipboard.content == REPLY.text


def test_the_clipboards_text_during_a_paste_is_what_the_agent_copied() -> None:
    driver = PasteDriver()
    driver.paste()
    driver.timers.advance(100)
    assert driver.paster.clipboard_text() == "before"


def test_each_program_gets_its_keys() -> None:
    driver = PasteDriver(paste_keys={"chat": "ctrl+y"})
    driver.paste()
    driver.pass_time()
    driver.paste(target=Target(7, "xterm", None, CHAT.client, CHAT.process))
    assert driver.clipboard.primary is False
    driver.pass_time()
    assert driver.clipboard.primary is True
    driver.paster.use_paste_keys({})
    driver.windows.has_letters = False
    driver.paste()
    driver.pass_time()
    assert driver.windows.pressed == ["ctrl+y", "shift+insert", "shift+insert"]


def test_a_reply_has_arrived_as_soon_as_it_was_read() -> None:
    driver = PasteDriver(Program(takes_focus_after=100, reads_at=(50, 250)))
    driver.paste()
    report = driver.pass_time()
    (arrived,) = driver.arrived_at
    assert 0 <= arrived - report.timings_ms["read"] <= 25
    assert report.reads == 2


def test_a_reply_with_a_cursor_position_needs_the_focus_until_it_is_reached() -> None:
    driver = PasteDriver()
    driver.paste(Delivery("亲爱的，您好", cursor_back=3))
    report = driver.pass_time()
    (arrived,) = driver.arrived_at
    assert driver.windows.lefts == [3]
    assert arrived - report.timings_ms["read"] >= 100


@pytest.mark.parametrize("program", [Program(takes_focus_after=None), Program(reads_at=())])
def test_arrived_is_emitted_at_the_end_of_a_failed_paste(program: Program) -> None:
    driver = PasteDriver(program)
    order: list[str] = []
    driver.paster.arrived.connect(lambda: order.append("arrived"))
    driver.paster.finished.connect(lambda _: order.append("finished"))
    driver.paste()
    driver.paste(target=None)
    driver.pass_time()
    assert order == ["arrived", "finished"] * 2


def test_a_paste_finished_after_its_read_restores_the_clipboard_at_once() -> None:
    driver = PasteDriver(Program(reads_at=(5, 300)))
    driver.paste()
    driver.timers.advance(100)
    driver.paster.finish_now()
    report = driver.pass_time(10)
    assert (report.outcome, report.clipboard) == (Outcome.PASTED, ClipboardState.AS_BEFORE)
    assert driver.clipboard.content == "before"
    driver.pass_time()
    assert len(driver.reports) == len(driver.arrived_at) == 1


@pytest.mark.parametrize(
    ("program", "outcome"),
    [
        (Program(takes_focus_after=500), Outcome.FOCUS_LOST),
        (Program(reads_at=(2000,)), Outcome.NOT_READ),
    ],
)
def test_a_paste_finished_before_its_read_leaves_the_reply_on_the_clipboard(
    program: Program, outcome: Outcome
) -> None:
    driver = PasteDriver(program)
    driver.paste()
    driver.paste()
    driver.timers.advance(200)
    pressed = list(driver.windows.pressed)
    driver.paster.finish_now()
    assert (driver.reports[0].outcome, driver.reports[0].clipboard) == (outcome, ClipboardState.REPLY)
    driver.pass_time()
    assert driver.windows.pressed == pressed, "the second one is not begun"
    assert len(driver.reports) == len(driver.arrived_at) == 2


def test_the_last_waiting_reply_stays_on_the_clipboard_at_the_end() -> None:
    driver = PasteDriver()
    for text in ("一", "二", "三"):
        driver.paste(Delivery(text))
    driver.timers.advance(100)
    driver.paster.finish_now()
    driver.pass_time()
    assert [(report.outcome, report.clipboard) for report in driver.reports] == [
        (Outcome.PASTED, ClipboardState.AS_BEFORE),
        (Outcome.FOCUS_LOST, ClipboardState.FAILED),
        (Outcome.COPIED_ONLY, ClipboardState.REPLY),
    ]
    assert len(driver.arrived_at) == 3
    assert driver.windows.program.read == ["一"]
    assert driver.clipboard.content == "三"


def test_a_reply_requested_just_before_the_end_stays_on_the_clipboard() -> None:
    driver = PasteDriver()
    driver.paste()
    driver.paster.finish_now()
    assert driver.pass_time().clipboard is ClipboardState.REPLY
    assert (driver.windows.pressed, driver.clipboard.content) == ([], REPLY.text)


def test_finishing_without_a_paste_does_nothing() -> None:
    driver = PasteDriver()
    driver.paster.finish_now()
    driver.paste()
    assert driver.pass_time().outcome is Outcome.PASTED


def test_a_manager_that_takes_the_reply_before_the_keys_changes_nothing_for_the_agent() -> None:
    driver = PasteDriver(Program(takes_focus_after=100))
    driver.paste()
    driver.at(50, driver.clipboard.take_by_manager)
    report = driver.pass_time()
    assert (report.outcome, report.clipboard) == (Outcome.PASTED, ClipboardState.AS_BEFORE)
    assert driver.clipboard.content == "before"
    assert driver.clipboard.offers == 2


def test_a_manager_that_insists_is_let_be_and_the_agent_is_asked_to_look() -> None:
    driver = PasteDriver()
    driver.clipboard.manager_ms = 1
    driver.paste()
    report = driver.pass_time()
    assert (report.outcome, report.clipboard) == (Outcome.UNSEEN, ClipboardState.AS_BEFORE)
    assert driver.windows.program.read == [REPLY.text]
    assert driver.clipboard.content == "before"
    assert driver.clipboard.offers == 3
    assert report.timings_ms["end"] < 600


def test_a_manager_that_insists_does_not_hide_that_the_target_is_stalled() -> None:
    driver = PasteDriver(Program(stalled=(0, 2000)))
    driver.clipboard.manager_ms = 1
    driver.paste()
    report = driver.pass_time()
    assert report.outcome is Outcome.UNSEEN
    assert driver.windows.program.read == [REPLY.text], "not what was copied before"
    assert driver.clipboard.content == "before"


@pytest.mark.parametrize("taken_at", [100, 300])
def test_a_manager_after_the_read_changes_nothing(taken_at: int) -> None:
    driver = PasteDriver()
    driver.paste()
    driver.at(taken_at, driver.clipboard.take_by_manager)
    report = driver.pass_time()
    assert (report.outcome, report.clipboard) == (Outcome.PASTED, ClipboardState.AS_BEFORE)
    assert (driver.clipboard.content, driver.clipboard.offers) == ("before", 1)


def test_a_read_that_comes_after_a_manager_took_the_reply_is_seen() -> None:
    driver = PasteDriver(Program(reads_at=(400,)))
    driver.paste()
    driver.at(100, driver.clipboard.take_by_manager)
    assert driver.pass_time().outcome is Outcome.PASTED
    assert driver.clipboard.offers == 2


def test_nothing_is_called_unpasted_that_a_manager_may_have_served() -> None:
    driver = PasteDriver(Program(reads_at=()))
    driver.paste()
    driver.at(100, driver.clipboard.take_by_manager)
    report = driver.pass_time()
    assert (report.outcome, report.clipboard) == (Outcome.UNSEEN, ClipboardState.AS_BEFORE)


def test_what_the_agent_copies_after_a_manager_wins() -> None:
    driver = PasteDriver()
    driver.paste()
    driver.at(100, driver.clipboard.take_by_manager)
    driver.at(200, lambda: driver.clipboard.copy_from_another_program("theirs"))
    report = driver.pass_time()
    assert (report.outcome, report.clipboard) == (Outcome.PASTED, ClipboardState.COPIED_MEANWHILE)
    assert driver.clipboard.content == "theirs"


def test_no_key_is_pressed_while_a_silent_program_holds_the_clipboard() -> None:
    driver = PasteDriver()
    driver.clipboard.manager_ms, driver.clipboard.is_silent = 1, True
    driver.paste()
    report = driver.pass_time()
    assert (report.outcome, report.clipboard) == (Outcome.COPIED_ONLY, ClipboardState.FAILED)
    assert driver.windows.pressed == []


def test_the_reply_is_for_the_target_alone_unless_another_program_reads_for_it() -> None:
    driver = PasteDriver()
    driver.paste()
    driver.pass_time()
    assert driver.clipboard.reader == Reader(CHAT.client, CHAT.process)
    driver.paste(target=replace(CHAT, program="wechat.exe"))
    driver.pass_time()
    assert driver.clipboard.reader is None


@pytest.mark.parametrize(
    ("program", "is_hung"), [(Program(stalled=(0, 9000)), True), (Program(reads_at=()), False)]
)
def test_a_target_that_hangs_may_still_paste_and_that_is_reported(program: Program, is_hung: bool) -> None:
    driver = PasteDriver(program)
    driver.paste()
    report = driver.pass_time(5000)
    assert (report.outcome, report.clipboard) == (Outcome.NOT_READ, ClipboardState.REPLY)
    assert ("hung" in report.timings_ms) is is_hung
