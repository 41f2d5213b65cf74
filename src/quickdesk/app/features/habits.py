"""Learns from use: from pasted replies and from searches in vain, to the order in which replies are listed.

Everything is saved in the background. If it cannot be saved, only a convenience is lost, and it is logged.
"""

import logging
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import QElapsedTimer

from quickdesk.app.delivery import Sent
from quickdesk.app.feature import Feature
from quickdesk.app.features.reply import ReplyFeature
from quickdesk.app.services import Services
from quickdesk.commands.answer import Answer
from quickdesk.customers.lookup import mentions_customer
from quickdesk.desktop.paste.job import PasteReport
from quickdesk.desktop.ports.target import Target
from quickdesk.insights.daily_use import KeyCount
from quickdesk.insights.dead_search import DeadSearch, TypedQuery, dead_searches
from quickdesk.replies.delivery import Outcome
from quickdesk.replies.store import StoreError, StoreProblem
from quickdesk.search.advice import LibraryAdvice
from quickdesk.search.suggest.suggester import Suggester
from quickdesk.search.suggest.suggestion import Answered
from quickdesk.search.usage.first_letters import NOTHING_PICKED, FirstLetters
from quickdesk.search.usage.habits import Habit, Use
from quickdesk.search.usage.prior import FOLLOWS_WITHIN, Likely, likely, likely_next
from quickdesk.storage.habits.stores import HabitStores
from quickdesk.text.folding import has_visible
from quickdesk.ui.palette.requests import PaletteChoice

_log = logging.getLogger(__name__)
_OLD = timedelta(minutes=10)
"""After so long the hour is another and habits have faded a little."""


@dataclass(frozen=True, slots=True)
class _Habits:
    """What jobs on other threads use. ``reply_ids`` returns the ids of all replies, those in the trash too.

    It returns None if a file was damaged, so that nothing is forgotten because of that. Texts of which
    ``is_of_customer`` says so are not kept: habits are not encrypted.
    """

    stores: HabitStores
    advice: LibraryAdvice
    reply_ids: Callable[[], Collection[str] | None]
    is_of_customer: Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class _Learnt:
    """What was learnt, as of one moment."""

    as_of: datetime
    habits: dict[str, Habit]
    letters: FirstLetters
    likely: Likely
    suggester: Suggester | None = None


class HabitsFeature(Feature):
    """Connects the palette and the delivery with the saved habits."""

    def __init__(self, services: Services, reply: ReplyFeature) -> None:
        super().__init__()
        self._work, self._search = services.work.settings, services.search.service
        self._clock, self._settings = services.commands.clock, services.settings
        self._habits = _Habits(
            services.stores.habits(),
            services.search.advice,
            partial(_reply_ids, services),
            partial(_is_of_customer, services),
        )
        self._palette = reply.palette
        self._learnt = _Learnt(self._clock.now(), {}, NOTHING_PICKED, Likely())
        self._applied: _Learnt | None = None
        self._applied_place = ("", "")
        self._channel = ""
        self._last: Use | None = None
        self._asked: list[TypedQuery] = []
        self._since_shown = QElapsedTimer()
        self._is_failing = False
        reply.opened.connect(self._on_opened)
        reply.searched.connect(self._on_searched)
        reply.closed.connect(self._on_closed)
        reply.palette.accepted.connect(self._on_accepted)
        reply.palette.edit_requested.connect(self._on_edit_requested)
        reply.palette.create_requested.connect(self._on_closed)
        services.delivery.finished.connect(self._on_finished)
        services.events.command_done.connect(self._on_command_done)

    def start(self) -> None:
        """Load the habits, and forget replies that are deleted for good."""
        self._learn(partial(_forget, self._habits), with_messages=True)

    def _on_command_done(self, command: str, _answer: Answer) -> None:
        if command == "forget":
            self._last = None
        if command in ("restore", "undo", "forget"):  # the habits may be those of a backup now, or gone
            self._learn(_nothing, with_messages=True)

    # The palette.

    def _on_opened(self, target: Target | None) -> None:
        """Rank the replies for the window the agent is in, before the palette lists any."""
        self._asked = []
        self._channel = target.program if target is not None else ""
        self._apply()

    def _on_searched(self, query: str, found: int) -> None:
        """Record a query and the number of hits."""
        is_composed = self._palette.is_composing
        self._finish_query()
        is_again = bool(self._asked) and self._asked[-1].query == query
        seconds = self._asked.pop().seconds if is_again else 0.0
        self._asked.append(TypedQuery(query, found, seconds, is_composed))
        self._since_shown.start()

    def _on_closed(self) -> None:
        self._end_opening(is_chosen=False)

    def _on_accepted(self, choice: PaletteChoice) -> None:
        if self._asked and not choice.message:  # a reply that is only similar was what the agent looked for
            last = self._asked[-1]
            self._asked[-1] = replace(last, found=max(last.found, 1))
        self._end_opening(is_chosen=True)

    def _on_edit_requested(self) -> None:
        self._end_opening(is_chosen=True)

    def _end_opening(self, *, is_chosen: bool) -> None:
        self._finish_query()
        now = self._clock.now()
        asked, self._asked = self._asked, []
        dead = dead_searches(asked, now, is_chosen=is_chosen)
        if dead and self._settings.current.learning:
            self._work.submit(partial(_keep_dead, self._habits, dead), self._on_saved)
        if abs(now - self._learnt.as_of) > _OLD:
            self._learn(_nothing)

    def _finish_query(self) -> None:
        """Add to the last query how long its hits were shown."""
        if self._asked and self._since_shown.isValid():
            last = self._asked[-1]
            seconds = last.seconds + self._since_shown.elapsed() / 1000
            self._asked[-1] = TypedQuery(last.query, last.found, seconds, last.is_composed)
        self._since_shown.invalidate()

    # A reply that was used.

    def _on_finished(self, report: PasteReport, sent: Sent) -> None:
        """Record the use of a reply."""
        is_used = report.outcome in (Outcome.PASTED, Outcome.COPIED_ONLY)
        if not is_used or not self._settings.current.learning:
            return
        now = self._clock.now()
        previous = self._previous(now)
        channel = sent.target.program if sent.target is not None else ""
        use = Use(sent.snippet_id, sent.query, now, channel, previous.snippet_id if previous else "")
        self._last = use
        answered = Answered(sent.message, sent.snippet_id) if sent.message else None
        is_copied = report.outcome is Outcome.COPIED_ONLY
        keep = partial(_keep, self._habits, use, sent.keys, answered, is_copied=is_copied)
        self._learn(keep, with_messages=answered is not None)

    def _previous(self, now: datetime) -> Use | None:
        """Return the last use if it was so recent that the next one counts as following it."""
        last = self._last
        return last if last is not None and abs(now - last.now) <= FOLLOWS_WITHIN else None

    # Learning.

    def _learn(self, change: Callable[[], None], *, with_messages: bool = False) -> None:
        """Change what is saved, then load it; if that fails, what was learnt before stays."""
        now = self._clock.now()
        job = partial(_learn, self._habits, change, now, with_messages=with_messages)
        self._work.submit(job, self._on_learnt)

    def _on_learnt(self, outcome: _Learnt | Exception) -> None:
        if isinstance(outcome, Exception):
            self._on_saved(outcome)
            return
        self._is_failing = False
        self._learnt = outcome
        if outcome.suggester is not None:
            self._search.run(partial(_use, self._habits.advice, outcome.suggester), _nothing)
        self._apply()

    def _on_saved(self, outcome: Exception | None) -> None:
        if outcome is None:
            return
        if not isinstance(outcome, StoreError):
            raise outcome
        if not self._is_failing:
            self._is_failing = True
            _log.warning("habits not kept: %s", outcome.problem.name)

    def _apply(self) -> None:
        """Rank the replies by what is likely now, if that has changed: the finder needs some time for it."""
        learnt, now = self._learnt, self._clock.now()
        previous = self._previous(now)
        place = (self._channel, previous.snippet_id if previous else "")
        if self._applied is learnt and self._applied_place == place:
            return
        self._applied, self._applied_place = learnt, place
        habit = learnt.habits.get(previous.snippet_id) if previous else None
        following = likely_next(habit.following, now) if habit is not None else {}
        self._search.set_prior(learnt.likely.prior(self._channel, following))
        self._search.set_first_letters(learnt.letters.as_of(now))


def _learn(kept: _Habits, change: Callable[[], None], now: datetime, *, with_messages: bool) -> _Learnt:
    change()
    habits = dict(kept.stores.usage.habits())
    suggester = kept.advice.suggester(kept.stores.answered.answered()) if with_messages else None
    return _Learnt(now, habits, kept.stores.usage.first_letters(), likely(habits, now), suggester)


def _keep_dead(kept: _Habits, dead: Sequence[DeadSearch]) -> None:
    kept.stores.dead.add([each for each in dead if not kept.is_of_customer(each.query)])


def _keep(
    kept: _Habits,
    use: Use,
    count: Callable[[], KeyCount],
    answered: Answered | None,
    *,
    is_copied: bool,
) -> None:
    stores = kept.stores
    stores.usage.note(replace(use, query="") if kept.is_of_customer(use.query) else use)
    keys = count()
    stores.daily.add(use.now.date(), use.snippet_id, keys.copied() if is_copied else keys)
    if answered is not None and not kept.is_of_customer(answered.message):
        stores.answered.record(answered)


def _reply_ids(services: Services) -> set[str] | None:
    report, snippets = services.stores.report, services.stores.snippets
    if report.is_read_only or report.recoveries or report.losses or report.foreign:
        return None
    return {snippet.id for snippet in (*snippets.snippets(), *snippets.removed())}


def _is_of_customer(services: Services, text: str) -> bool:
    """Return whether a text names a customer; while they are locked, any may."""
    if not has_visible(text):
        return False
    try:
        return mentions_customer(services.commands.customers.customers(), text)
    except StoreError as error:
        return error.problem is StoreProblem.LOCKED


def _forget(kept: _Habits) -> None:
    known = kept.reply_ids()
    if known is None:
        return
    kept.stores.usage.forget_all_but(known)
    kept.stores.answered.forget_all_but(known)
    kept.stores.pins.forget_all_but(known)


def _use(advice: LibraryAdvice, suggester: Suggester, _: object) -> None:
    advice.use(suggester)


def _nothing(*_: object) -> None:
    pass
