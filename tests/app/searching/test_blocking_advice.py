"""Advice for commands comes from the thread of the search."""

import threading
from collections.abc import Sequence

from pytestqt.qtbot import QtBot

from quickdesk.app.process.work import Work
from quickdesk.app.searching.search_service import BlockingAdvice
from quickdesk.replies.snippet import Snippet
from quickdesk.search.advice import LibraryAdvice
from quickdesk.search.finder import LibraryFinder
from quickdesk.search.segment import Segment
from quickdesk.storage.journal.background import ThreadWorker


class Threads(LibraryFinder):
    """Notes on which threads it is asked."""

    seen: set[int]

    def segments(self) -> Sequence[Segment]:
        self.seen.add(threading.get_ident())
        return super().segments()


def test_it_answers_as_its_owner_does_on_the_owners_thread(qtbot: QtBot) -> None:
    finder = Threads([Snippet("r", "退款进度", "三天内到账")])
    finder.seen = set()
    advice, owner = LibraryAdvice(finder), Work(ThreadWorker("search"))
    blocking = BlockingAdvice(advice, owner)
    suggested = blocking.suggest("我的退款呢", 3)
    assert threading.get_ident() not in finder.seen
    assert suggested == advice.suggest("我的退款呢", 3)
    assert suggested
    assert blocking.explain("tuikuan", "r") == advice.explain("tuikuan", "r")
    owner.close()
