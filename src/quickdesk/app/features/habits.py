"""What the program learns while it is used: from a reply in the chat box, or a palette closed without one,
to the disk and back into the order in which replies are listed.

Nobody waits for it. Where it cannot be kept only a convenience is lost, and the log says so.
"""

import logging
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import TypeAlias

from PySide6.QtCore import QElapsedTimer, QObject

from quickdesk.app.delivery import Sent
from quickdesk.app.process.work import Work
from quickdesk.app.searching.search_service import SearchDesk
from quickdesk.commands.library_advice import LibraryAdvice
from quickdesk.desktop.paste.report import PasteReport
from quickdesk.desktop.ports.target import Target
from quickdesk.insights.daily_use import KeyCount
from quickdesk.insights.dead_search import Asked, dead_searches
from quickdesk.replies.clock import Clock
from quickdesk.replies.delivery import Outcome
from quickdesk.replies.store import StoreError
from quickdesk.search.suggest.suggester import Suggester
from quickdesk.search.suggest.suggestion import Answered
from quickdesk.search.usage.first_letters import NOTHING_PICKED, FirstLetters
from quickdesk.search.usage.habits import Habit, Use
from quickdesk.search.usage.prior import FOLLOWS_WITHIN, Likely, likely, likely_next
from quickdesk.storage.habits.stores import HabitStores
from quickdesk.ui.palette.choice import PaletteChoice
from quickdesk.ui.palette.window import Palette

_log = logging.getLogger(__name__)
_OLD = timedelta(minutes=10)
"""After so long the hour is another and habits have faded a little."""

ReplyIds: TypeAlias = Callable[[], Collection[str] | None]


@dataclass(frozen=True, slots=True)
class HabitParts:
    """What the flow joins. ``reply_ids`` are all replies there are, those in the trash too; None where that
    is not sure, so that nothing is forgotten because a file was damaged.
    """

    stores: HabitStores
    work: Work
    search: SearchDesk
    advice: LibraryAdvice
    clock: Clock
    reply_ids: ReplyIds


@dataclass(frozen=True, slots=True)
class _Learnt:
    """What is known at one moment."""

    as_of: datetime
    habits: dict[str, Habit]
    letters: FirstLetters
    likely: Likely
    suggester: Suggester | None = None


class HabitsFlow(QObject):
    """Joins the palette and the delivery with what is kept of habits."""

    def __init__(self, parts: HabitParts, palette: Palette) -> None:
        super().__init__()
        self._parts, self._palette = parts, palette
        self._learnt = _Learnt(parts.clock.now(), {}, NOTHING_PICKED, Likely())
        self._told: _Learnt | None = None
        self._told_place = ("", "")
        self._channel = ""
        self._last: Use | None = None
        self._asked: list[Asked] = []
        self._standing = QElapsedTimer()
        self._is_broken = False
        palette.accepted.connect(self._on_accepted)
        palette.edit_requested.connect(self._on_edit_requested)
        palette.create_requested.connect(self.on_closed)

    def start(self) -> None:
        """Learn what was kept, and forget replies that are gone for good."""
        self._learn(partial(_forget, self._parts), with_messages=True)

    # The palette.

    def on_opened(self, target: Target | None) -> None:
        """Order the replies for the window the agent is in, before the palette lists any."""
        self._asked = []
        self._channel = target.program if target is not None else ""
        self._tell_finder()

    def on_searched(self, query: str, found: int) -> None:
        """Note what was asked for and how much was found."""
        is_composed = self._palette.is_composing
        self._finish_query()
        is_again = bool(self._asked) and self._asked[-1].query == query
        seconds = self._asked.pop().seconds if is_again else 0.0
        self._asked.append(Asked(query, found, seconds, is_composed))
        self._standing.start()

    def on_closed(self) -> None:
        """Keep what was searched for in vain."""
        self._end_opening(is_chosen=False)

    def _on_accepted(self, _choice: PaletteChoice) -> None:
        self._end_opening(is_chosen=True)

    def _on_edit_requested(self) -> None:
        self._end_opening(is_chosen=True)

    def _end_opening(self, *, is_chosen: bool) -> None:
        self._finish_query()
        now = self._parts.clock.now()
        asked, self._asked = self._asked, []
        dead = dead_searches(asked, now, is_chosen=is_chosen)
        if dead:
            self._parts.work.do(partial(self._parts.stores.dead.add, dead), self._on_kept)
        if abs(now - self._learnt.as_of) > _OLD:
            self._learn(_nothing)

    def _finish_query(self) -> None:
        """Add to the last query how long its results stood there."""
        if self._asked and self._standing.isValid():
            last = self._asked[-1]
            seconds = last.seconds + self._standing.elapsed() / 1000
            self._asked[-1] = Asked(last.query, last.found, seconds, last.is_composed)
        self._standing.invalidate()

    # A reply that arrived.

    def on_finished(self, report: PasteReport, sent: Sent) -> None:
        """Keep that a reply was used."""
        if report.outcome not in (Outcome.PASTED, Outcome.COPIED_ONLY):
            return
        now = self._parts.clock.now()
        previous = self._previous(now)
        channel = sent.target.program if sent.target is not None else ""
        use = Use(sent.snippet_id, sent.query, now, channel, previous.snippet_id if previous else "")
        self._last = use
        keys = sent.keys.copied() if report.outcome is Outcome.COPIED_ONLY else sent.keys
        answered = Answered(sent.message, sent.snippet_id) if sent.message else None
        keep = partial(_keep, self._parts.stores, use, keys, answered)
        self._learn(keep, with_messages=answered is not None)

    def _previous(self, now: datetime) -> Use | None:
        """Return the last use, where what comes now follows it."""
        last = self._last
        return last if last is not None and abs(now - last.now) <= FOLLOWS_WITHIN else None

    # Learning.

    def _learn(self, change: Callable[[], None], *, with_messages: bool = False) -> None:
        """Change what is kept, then read it again; where that fails what was known stays."""
        now = self._parts.clock.now()
        job = partial(_learn, self._parts, change, now, with_messages=with_messages)
        self._parts.work.do(job, self._on_learnt)

    def _on_learnt(self, outcome: _Learnt | Exception) -> None:
        if isinstance(outcome, Exception):
            self._on_kept(outcome)
            return
        self._is_broken = False
        self._learnt = outcome
        if outcome.suggester is not None:
            self._parts.search.do(partial(_use, self._parts.advice, outcome.suggester), _nothing)
        self._tell_finder()

    def _on_kept(self, outcome: Exception | None) -> None:
        if outcome is None:
            return
        if not isinstance(outcome, StoreError):
            raise outcome
        if not self._is_broken:
            self._is_broken = True
            _log.warning("habits not kept: %s", outcome.problem.name)

    def _tell_finder(self) -> None:
        """Tell the finder what is likely now, unless it knows: it has some work of it."""
        learnt, now = self._learnt, self._parts.clock.now()
        previous = self._previous(now)
        place = (self._channel, previous.snippet_id if previous else "")
        if self._told is learnt and self._told_place == place:
            return
        self._told, self._told_place = learnt, place
        habit = learnt.habits.get(previous.snippet_id) if previous else None
        following = likely_next(habit.following, now) if habit is not None else {}
        self._parts.search.set_prior(learnt.likely.prior(self._channel, following))
        self._parts.search.set_first_letters(learnt.letters.as_of(now))


def _learn(parts: HabitParts, change: Callable[[], None], now: datetime, *, with_messages: bool) -> _Learnt:
    change()
    habits = dict(parts.stores.usage.habits())
    suggester = parts.advice.suggester(parts.stores.answered.answered()) if with_messages else None
    return _Learnt(now, habits, parts.stores.usage.first_letters(), likely(habits, now), suggester)


def _keep(stores: HabitStores, use: Use, keys: KeyCount, answered: Answered | None) -> None:
    stores.usage.note(use)
    stores.daily.add(use.now.date(), use.snippet_id, keys)
    if answered is not None:
        stores.answered.record(answered)


def _forget(parts: HabitParts) -> None:
    known = parts.reply_ids()
    if known is None:
        return
    parts.stores.usage.forget_all_but(known)
    parts.stores.answered.forget_all_but(known)


def _use(advice: LibraryAdvice, suggester: Suggester, _: object) -> None:
    advice.use(suggester)


def _nothing(*_: object) -> None:
    pass
