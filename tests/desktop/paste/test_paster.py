from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quickdesk.desktop.paste.job import PasteTools
from quickdesk.desktop.paste.paster import KeyPaster
from quickdesk.desktop.paste.readers import Readers
from quickdesk.desktop.paste.report import PasteReport
from quickdesk.desktop.ports.clipboard import ClipboardState, TextRead
from quickdesk.desktop.ports.target import Target
from quickdesk.replies.delivery import Delivery, Outcome
from tests.fakes.paste_desktop import CHAT, HISTORY, FakeClipboard, FakeTimers, FakeWindows, Program

REPLY = Delivery("亲，您好😊\n第二行")


class Desk:
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


def test_a_reply_that_is_read_gives_the_clipboard_back() -> None:
    desk = Desk()
    desk.paste()
    report = desk.pass_time()
    assert (report.outcome, report.clipboard) == (Outcome.PASTED, ClipboardState.AS_BEFORE)
    assert desk.windows.program.read == [REPLY.text]
    assert desk.clipboard.content == "before"
    assert list(report.timings_ms) == ["offered", "focused", "sent", "read", "calm", "end"]


def test_no_key_is_pressed_before_the_focus_is_back() -> None:
    desk = Desk(Program(takes_focus_after=300))
    desk.paste()
    desk.timers.advance(299)
    assert desk.windows.pressed == []
    assert desk.pass_time().outcome is Outcome.PASTED


def test_a_focus_that_was_refused_is_asked_for_again() -> None:
    desk = Desk(Program(loses_focus_once=True))
    desk.paste()
    assert desk.pass_time().outcome is Outcome.PASTED
    assert desk.windows.activations == 2


def test_a_focus_that_never_comes_leaves_the_reply_on_the_clipboard() -> None:
    desk = Desk(Program(takes_focus_after=None))
    desk.paste()
    desk.timers.advance(590)
    assert desk.reports == []
    report = desk.pass_time(50)
    assert (report.outcome, report.clipboard) == (Outcome.FOCUS_LOST, ClipboardState.REPLY)
    assert desk.windows.pressed == []
    assert desk.clipboard.content == REPLY.text


def test_a_focus_that_is_stolen_just_before_the_keys_is_fetched_back() -> None:
    desk = Desk()
    desk.paste()
    desk.at(18, lambda: setattr(desk.windows, "is_focused", False))
    assert desk.pass_time().outcome is Outcome.PASTED
    assert desk.windows.activations >= 2


def test_a_window_that_is_gone_gets_nothing() -> None:
    desk = Desk()
    desk.windows.is_there = False
    desk.paste()
    report = desk.pass_time()
    assert (report.outcome, report.clipboard) == (Outcome.TARGET_GONE, ClipboardState.REPLY)
    assert desk.clipboard.content == REPLY.text


@pytest.mark.parametrize("when_ms", [8, 32])
def test_a_window_that_goes_on_the_way_is_noticed_at_once(when_ms: int) -> None:
    desk = Desk(Program(reads_at=()))
    desk.paste()
    desk.at(when_ms, lambda: setattr(desk.windows, "is_there", False))
    assert desk.pass_time(100).outcome is Outcome.TARGET_GONE
    assert desk.clipboard.content == REPLY.text


def test_a_reply_that_nobody_reads_stays_on_the_clipboard() -> None:
    desk = Desk(Program(reads_at=()))
    desk.paste()
    desk.timers.advance(3_000)
    assert desk.reports == []
    report = desk.pass_time()
    assert (report.outcome, report.clipboard) == (Outcome.NOT_READ, ClipboardState.REPLY)
    assert desk.clipboard.content == REPLY.text


def test_modifiers_are_waited_for() -> None:
    desk = Desk()
    desk.windows.held_until = 200
    desk.paste()
    report = desk.pass_time()
    assert report.outcome is Outcome.PASTED
    assert report.timings_ms["sent"] >= 200
    assert desk.windows.releases == 0


def test_modifiers_that_stay_down_are_let_go() -> None:
    desk = Desk()
    desk.windows.held_until = 60_000
    desk.paste()
    report = desk.pass_time()
    assert report.outcome is Outcome.PASTED
    assert 350 <= report.timings_ms["released"] < 400


def test_modifiers_that_cannot_be_let_go_keep_the_keys_back() -> None:
    desk = Desk()
    desk.windows.sticky = True
    desk.paste()
    assert desk.pass_time().outcome is Outcome.FOCUS_LOST
    assert desk.windows.pressed == []
    assert desk.clipboard.content == REPLY.text


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
    desk = Desk(Program(reads_at=(first, first + gap), stalled=(stall_from, stall_from + stall)))
    desk.paste()
    report = desk.pass_time()
    assert report.outcome is Outcome.PASTED
    assert desk.windows.program.read == [REPLY.text] * 2
    assert desk.clipboard.content == "before"


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
    desk = Desk(Program(reads_at=reads_at))
    desk.paste(target=Target(7, program, None, CHAT.client, CHAT.process))
    report = desk.pass_time()
    quiet = report.timings_ms["calm"] - report.timings_ms["read"] - (reads_at[-1] - reads_at[0])
    assert quiet_ms <= quiet < quiet_ms + 100


@pytest.mark.parametrize(("reads_at", "least_ms"), [((5,), 700), ((5, 6), 400)])
@pytest.mark.parametrize("at_ms", [100, 1_200])
@pytest.mark.parametrize("how", ["another reply", "a modifier", "a word"])
def test_an_agent_who_goes_on_cuts_the_quiet_of_a_browser_short(
    reads_at: tuple[float, ...], least_ms: int, at_ms: int, how: str
) -> None:
    desk = Desk(Program(reads_at=reads_at))
    browser = Target(7, "firefox", None, CHAT.client, CHAT.process)
    desk.paste(Delivery("一"), browser)
    if how == "a modifier":
        desk.at(at_ms, lambda: setattr(desk.windows, "held_until", at_ms + 60.0))
    elif how == "a word":
        desk.at(at_ms, desk.paster.hurry)
    else:
        desk.at(at_ms, lambda: desk.paste(Delivery("二"), browser))
    desk.pass_time()
    times = desk.reports[0].timings_ms
    least_ms = max(least_ms, at_ms - 100)
    assert least_ms <= times["calm"] - times["read"] < least_ms + 150
    assert desk.windows.program.read[: len(reads_at)] == ["一"] * len(reads_at)


@pytest.mark.parametrize("ends", ["unread", "stalled", "concluded"])
def test_what_is_copied_meanwhile_stays_where_the_selection_still_offers_the_reply(ends: str) -> None:
    desk = Desk(Program(reads_at=(5_000,) if ends != "stalled" else (150,), stalled=(200, 1e9)))
    desk.paste(target=Target(7, "xterm", None, CHAT.client, CHAT.process))
    desk.at(100, lambda: desk.clipboard.someone_copies("theirs"))
    if ends == "concluded":
        desk.at(500, desk.paster.conclude)
    report = desk.pass_time()
    assert (report.outcome, report.clipboard) == (Outcome.NOT_READ, ClipboardState.COPIED_MEANWHILE)
    assert desk.clipboard.content == "theirs"


def test_what_is_copied_before_a_terminal_goes_stays() -> None:
    desk = Desk(Program(reads_at=()))
    desk.paste(target=Target(7, "xterm", None, CHAT.client, CHAT.process))
    desk.at(100, lambda: desk.clipboard.someone_copies("theirs"))
    desk.at(200, lambda: setattr(desk.windows, "is_there", False))
    report = desk.pass_time()
    assert (report.outcome, report.clipboard) == (Outcome.TARGET_GONE, ClipboardState.COPIED_MEANWHILE)
    assert desk.clipboard.content == "theirs"


def test_a_program_that_is_always_late_does_not_keep_the_clipboard_for_ever() -> None:
    desk = Desk(Program(answers_after=100))
    for program in ("chat", "firefox"):
        desk.paste(target=Target(7, program, None, CHAT.client, CHAT.process))
    desk.pass_time(15_000)
    assert [report.outcome for report in desk.reports] == [Outcome.PASTED] * 2
    assert desk.clipboard.content == "before"


def test_a_program_known_to_read_twice_is_waited_for_longer() -> None:
    desk = Desk(Program(reads_at=(5, 20)))
    desk.paste()
    desk.pass_time()
    desk.windows.program.reads_at = (5, 900)  # the page's own code took its time
    desk.paste()
    assert desk.pass_time().outcome is Outcome.PASTED
    assert desk.windows.program.read == [REPLY.text] * 4


def test_a_program_that_never_wakes_up_after_its_read_keeps_the_reply() -> None:
    desk = Desk(Program(stalled=(50, 1e9)))
    desk.paste()
    assert desk.pass_time().outcome is Outcome.NOT_READ
    assert desk.clipboard.content == REPLY.text


def test_half_a_read_is_not_the_end() -> None:
    desk = Desk(Program(reads_at=()))
    desk.paste()
    begin = TextRead(CHAT.client, CHAT.process, complete=False)
    desk.at(60, lambda: desk.clipboard.someone_reads(begin))
    desk.timers.advance(2_000)
    assert desk.reports == []
    desk.clipboard.someone_reads(TextRead(CHAT.client, CHAT.process, complete=True))
    assert desk.pass_time(500).outcome is Outcome.PASTED


def test_reads_before_the_keys_and_by_other_programs_do_not_count() -> None:
    desk = Desk(Program(reads_at=()))
    desk.paste()
    for moment in (5, 200, 1_000):
        desk.at(moment, lambda: desk.clipboard.someone_reads(HISTORY))
    report = desk.pass_time()
    assert (report.outcome, report.reads, report.other_reads) == (Outcome.NOT_READ, 0, 3)


def test_another_connection_of_the_same_process_is_the_target() -> None:
    desk = Desk(Program(reads_at=()))
    desk.paste()
    desk.at(60, lambda: desk.clipboard.someone_reads(TextRead(71, CHAT.process, complete=True)))
    assert desk.pass_time().outcome is Outcome.PASTED


def test_wine_reads_through_a_process_of_its_own() -> None:
    desk = Desk(Program(reads_at=()))
    wine = Target(7, "aliworkbench.exe", None, 70, 700)
    desk.paste(target=wine)
    desk.at(5, lambda: desk.clipboard.someone_reads(HISTORY))
    desk.at(60, lambda: desk.clipboard.someone_reads(HISTORY))
    desk.at(200, lambda: desk.clipboard.someone_reads(TextRead(80, 800, complete=True)))
    report = desk.pass_time()
    assert (report.outcome, report.reads, report.other_reads) == (Outcome.PASTED, 1, 2)


def test_what_is_copied_before_the_keys_is_kept_instead() -> None:
    desk = Desk(Program(takes_focus_after=100))
    desk.paste()
    desk.at(50, lambda: desk.clipboard.someone_copies("theirs"))
    assert desk.pass_time().outcome is Outcome.PASTED
    assert desk.windows.program.read == [REPLY.text]
    assert desk.clipboard.content == "theirs"


def test_what_is_copied_before_the_read_stays() -> None:
    desk = Desk(Program(reads_at=()))
    desk.paste()
    desk.at(100, lambda: desk.clipboard.someone_copies("theirs"))
    report = desk.pass_time(200)
    assert (report.outcome, report.clipboard) == (Outcome.NOT_READ, ClipboardState.COPIED_MEANWHILE)
    assert desk.clipboard.content == "theirs"


def test_what_is_copied_after_the_read_stays() -> None:
    desk = Desk()
    desk.paste()
    desk.at(200, lambda: desk.clipboard.someone_copies("theirs"))
    report = desk.pass_time()
    assert (report.outcome, report.clipboard) == (Outcome.PASTED, ClipboardState.COPIED_MEANWHILE)
    assert desk.clipboard.content == "theirs"


def test_a_clipboard_that_is_fought_over_is_given_up() -> None:
    desk = Desk(Program(takes_focus_after=400))
    desk.paste()
    for moment in (50, 100, 150, 200):
        desk.at(moment, lambda: desk.clipboard.someone_copies("theirs"))
    assert desk.pass_time().outcome is Outcome.COPIED_ONLY
    assert desk.windows.pressed == []


@pytest.mark.parametrize("offers", ["refuses", "never"])
def test_a_clipboard_that_cannot_be_had_presses_no_key(offers: str) -> None:
    desk = Desk()
    desk.clipboard.refuses = offers == "refuses"
    desk.clipboard.offer_delay_ms = None if offers == "never" else 4
    desk.paste()
    report = desk.pass_time()
    assert report.outcome is Outcome.COPIED_ONLY
    assert report.clipboard is (ClipboardState.FAILED if offers == "refuses" else ClipboardState.REPLY)
    assert desk.windows.pressed == []


def test_a_clipboard_that_does_not_come_back_is_reported() -> None:
    desk = Desk()
    desk.clipboard.returns = False
    desk.paste()
    report = desk.pass_time()
    assert (report.outcome, report.clipboard) == (Outcome.PASTED, ClipboardState.FAILED)


def test_the_cursor_goes_back_once_the_text_stands() -> None:
    desk = Desk(Program(reads_at=(5, 90)))
    desk.paste(Delivery("亲爱的，您好", 3))
    assert desk.pass_time().cursor_moved
    assert desk.windows.lefts == [3]


def test_the_cursor_stays_in_another_window_and_where_it_is_too_far() -> None:
    desk = Desk()
    desk.paste(Delivery("x", 3))
    desk.at(60, lambda: setattr(desk.windows, "is_focused", False))
    assert not desk.pass_time().cursor_moved
    desk.paste(Delivery("x" * 600, 501))
    assert desk.pass_time().outcome is Outcome.PASTED
    assert desk.windows.lefts == []


def test_pastes_and_copies_come_one_after_the_other() -> None:
    desk = Desk()
    desk.paste(Delivery("一"))
    desk.paste(Delivery("二"))
    desk.paster.copy(Delivery("三"))
    desk.pass_time()
    assert desk.windows.program.read == ["一", "二"]
    assert [report.outcome for report in desk.reports] == [
        Outcome.PASTED,
        Outcome.PASTED,
        Outcome.COPIED_ONLY,
    ]
    assert desk.clipboard.content == "三"


def test_a_paste_asked_for_when_another_has_finished_is_carried_out() -> None:
    desk = Desk()
    again = [Delivery("二")]
    desk.paster.finished.connect(lambda _: desk.paste(again.pop()) if again else None)
    desk.paste(Delivery("一"))
    desk.pass_time()
    assert desk.windows.program.read == ["一", "二"]


def test_without_a_target_the_reply_is_copied() -> None:
    desk = Desk()
    desk.paste(target=None)
    report = desk.pass_time()
    assert (report.outcome, report.clipboard) == (Outcome.COPIED_ONLY, ClipboardState.REPLY)
    assert desk.clipboard.content == REPLY.text


def test_the_clipboards_text_during_a_paste_is_what_the_agent_copied() -> None:
    desk = Desk()
    desk.paste()
    desk.timers.advance(100)
    assert desk.paster.clipboard_text() == "before"


def test_each_program_gets_its_keys() -> None:
    desk = Desk(paste_keys={"chat": "ctrl+y"})
    desk.paste()
    desk.pass_time()
    desk.paste(target=Target(7, "xterm", None, CHAT.client, CHAT.process))
    assert desk.clipboard.primary is False
    desk.pass_time()
    assert desk.clipboard.primary is True
    desk.paster.use_paste_keys({})
    desk.windows.has_letters = False
    desk.paste()
    desk.pass_time()
    assert desk.windows.pressed == ["ctrl+y", "shift+insert", "shift+insert"]


def test_a_reply_has_arrived_as_soon_as_it_was_read() -> None:
    desk = Desk(Program(takes_focus_after=100, reads_at=(50, 250)))
    desk.paste()
    report = desk.pass_time()
    (arrived,) = desk.arrived_at
    assert 0 <= arrived - report.timings_ms["read"] <= 25
    assert report.reads == 2


def test_a_reply_that_wants_the_cursor_elsewhere_needs_the_focus_until_it_is_there() -> None:
    desk = Desk()
    desk.paste(Delivery("亲爱的，您好", cursor_back=3))
    report = desk.pass_time()
    (arrived,) = desk.arrived_at
    assert desk.windows.lefts == [3]
    assert arrived - report.timings_ms["read"] >= 100


@pytest.mark.parametrize("program", [Program(takes_focus_after=None), Program(reads_at=())])
def test_a_reply_that_got_nowhere_arrives_when_it_ends(program: Program) -> None:
    desk = Desk(program)
    order: list[str] = []
    desk.paster.arrived.connect(lambda: order.append("arrived"))
    desk.paster.finished.connect(lambda _: order.append("finished"))
    desk.paste()
    desk.paste(target=None)
    desk.pass_time()
    assert order == ["arrived", "finished"] * 2


def test_a_paste_that_is_concluded_after_its_read_gives_the_clipboard_back_at_once() -> None:
    desk = Desk(Program(reads_at=(5, 300)))
    desk.paste()
    desk.timers.advance(100)
    desk.paster.conclude()
    report = desk.pass_time(10)
    assert (report.outcome, report.clipboard) == (Outcome.PASTED, ClipboardState.AS_BEFORE)
    assert desk.clipboard.content == "before"
    desk.pass_time()
    assert len(desk.reports) == len(desk.arrived_at) == 1


@pytest.mark.parametrize(
    ("program", "outcome"),
    [
        (Program(takes_focus_after=500), Outcome.FOCUS_LOST),
        (Program(reads_at=(2000,)), Outcome.NOT_READ),
    ],
)
def test_a_paste_that_is_concluded_before_its_read_leaves_the_reply(
    program: Program, outcome: Outcome
) -> None:
    desk = Desk(program)
    desk.paste()
    desk.paste()
    desk.timers.advance(200)
    pressed = list(desk.windows.pressed)
    desk.paster.conclude()
    assert (desk.reports[0].outcome, desk.reports[0].clipboard) == (outcome, ClipboardState.REPLY)
    desk.pass_time()
    assert desk.windows.pressed == pressed, "the second one is not begun"
    assert len(desk.reports) == len(desk.arrived_at) == 2


def test_of_the_replies_that_wait_at_the_end_the_last_stays_on_the_clipboard() -> None:
    desk = Desk()
    for text in ("一", "二", "三"):
        desk.paste(Delivery(text))
    desk.timers.advance(100)
    desk.paster.conclude()
    desk.pass_time()
    assert [(report.outcome, report.clipboard) for report in desk.reports] == [
        (Outcome.PASTED, ClipboardState.AS_BEFORE),
        (Outcome.FOCUS_LOST, ClipboardState.FAILED),
        (Outcome.COPIED_ONLY, ClipboardState.REPLY),
    ]
    assert len(desk.arrived_at) == 3
    assert desk.windows.program.read == ["一"]
    assert desk.clipboard.content == "三"


def test_a_reply_that_was_only_asked_for_at_the_end_stays_on_the_clipboard() -> None:
    desk = Desk()
    desk.paste()
    desk.paster.conclude()
    assert desk.pass_time().clipboard is ClipboardState.REPLY
    assert (desk.windows.pressed, desk.clipboard.content) == ([], REPLY.text)


def test_concluding_without_a_paste_does_nothing() -> None:
    desk = Desk()
    desk.paster.conclude()
    desk.paste()
    assert desk.pass_time().outcome is Outcome.PASTED
