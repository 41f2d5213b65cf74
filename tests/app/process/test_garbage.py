"""Garbage is collected in the main thread only, so that Qt objects are destroyed in their own thread."""

import gc
import threading

from pytestqt.qtbot import QtBot

from quickdesk.app.process.garbage import GarbageCollection
from quickdesk.storage.journal.background import ThreadWorker
from quickdesk.storage.journal.gc_pause import gc_paused


class Knot:
    """Refers to itself, and notes in which thread it ends."""

    ended: list[int] = []  # noqa: RUF012 - what the finalizers of all knots share

    def __init__(self) -> None:
        self.me = self

    def __del__(self) -> None:
        self.ended.append(threading.get_ident())


def test_garbage_ends_in_the_thread_of_the_windows(qtbot: QtBot) -> None:
    Knot.ended.clear()
    collection = GarbageCollection()
    try:
        Knot()
        worker = ThreadWorker("busy")
        kept: list[list[int]] = []
        worker.submit(lambda: kept.extend([number] for number in range(200_000)))
        worker.close()
        assert Knot.ended == []
        collection.collect_what_is_due()
        assert Knot.ended == [threading.get_ident()]
    finally:
        collection.close()
    assert gc.isenabled() == collection._was_enabled


def test_nothing_is_collected_while_very_many_objects_are_made(qtbot: QtBot) -> None:
    Knot.ended.clear()
    collection = GarbageCollection()
    try:
        with gc_paused():
            Knot()
            kept = [[number] for number in range(5_000)]
            collection.collect_what_is_due()
            assert Knot.ended == []
        collection.collect_what_is_due()
        assert (len(Knot.ended), len(kept)) == (1, 5_000)
    finally:
        collection.close()


def test_what_is_there_after_the_start_is_not_gone_through_again(qtbot: QtBot) -> None:
    Knot.ended.clear()
    collection = GarbageCollection()
    try:
        kept = Knot()
        Knot()
        collection.settle()
        assert len(Knot.ended) == 1, "what was garbage by then is gone"
        assert not any(each is kept for each in gc.get_objects())
        Knot()
        gc.collect()
        assert len(Knot.ended) == 2, "what comes later is collected as ever"
    finally:
        collection.close()
        gc.unfreeze()


def test_nothing_is_frozen_while_collection_is_paused(qtbot: QtBot) -> None:
    collection = GarbageCollection()
    before = gc.get_freeze_count()
    try:
        with gc_paused():
            collection.settle()
        assert gc.get_freeze_count() == before
    finally:
        collection.close()
        gc.unfreeze()
