"""An index is built when the replies have not changed for a while; no change is lost meanwhile."""

import pytest
from pytestqt.qtbot import QtBot

from quickdesk.app.process.work import Work
from quickdesk.app.searching.index_maintenance import IndexMaintenance
from quickdesk.app.searching.search_service import SearchService
from quickdesk.replies.snippet import Snippet
from quickdesk.search.finder import LibraryFinder
from quickdesk.search.segments import SMALL_LIBRARY
from tests.fakes.builder import FakeBuilder
from tests.fakes.worker import WorkerAtOnce


class LateWorker(WorkerAtOnce):
    """Does its jobs when the test says so."""

    def __init__(self) -> None:
        self.jobs: list[object] = []

    def submit(self, job: object) -> None:
        self.jobs.append(job)

    def work(self) -> None:
        jobs, self.jobs = self.jobs, []
        for job in jobs:
            job()  # type: ignore[operator]


def reply(number: int) -> Snippet:
    return Snippet(f"r{number}", f"退款 {number}", "正文")


def at_once(finder: LibraryFinder) -> SearchService:
    return SearchService(finder, Work(WorkerAtOnce()))


@pytest.fixture
def finder() -> LibraryFinder:
    return LibraryFinder(reply(number) for number in range(SMALL_LIBRARY + 300))


def test_an_index_is_built_once_the_library_stands_still(qapp: object, finder: LibraryFinder) -> None:
    builder = FakeBuilder()
    index = IndexMaintenance(at_once(finder), builder, Work(WorkerAtOnce()))
    before = finder.find("tuikuan 9", 40)
    index.look()
    assert builder.built == []
    index.look()
    assert builder.built == [SMALL_LIBRARY + 300]
    assert finder.find("tuikuan 9", 40) == before
    index.look()
    index.look()
    assert len(builder.built) == 1
    index.close()
    assert builder.is_stopped


def test_changes_while_it_is_built_stay(qapp: object, finder: LibraryFinder) -> None:
    worker = LateWorker()
    index = IndexMaintenance(at_once(finder), FakeBuilder(), Work(worker))
    finder.set_prior({"r8": 50.0})
    index.look()
    index.look()
    finder.update(put=[Snippet("r7", "换货", "正文"), Snippet("new", "新来的", "")], remove=["r5"])
    worker.work()
    assert {hit.snippet.id for hit in finder.find("换货")} == {"r7"}
    assert [hit.snippet.id for hit in finder.find("新来的")] == ["new"]
    assert "r5" not in {hit.snippet.id for hit in finder.find("退款 5", 2000)}
    assert finder.find("")[0].snippet.id == "r8"
    changes = finder.changes
    finder.update(remove=["r8"])
    assert finder.changes > changes
    index.close()


def test_what_a_restored_backup_took_away_stays_away(qapp: object, finder: LibraryFinder) -> None:
    """A whole library in the place of the one whose index is being built: nothing of that comes back."""
    worker = LateWorker()
    index = IndexMaintenance(at_once(finder), FakeBuilder(), Work(worker))
    index.look()
    index.look()
    finder.rebuild([Snippet("r3", "退款 3", "正文"), Snippet("old", "旧的", "")])
    worker.work()
    assert {hit.snippet.id for hit in finder.find("", 5000)} == {"r3", "old"}
    assert {hit.snippet.id for hit in finder.find("退款", 5000)} == {"r3"}
    index.close()


def test_what_failed_is_tried_again_only_after_a_change(
    qapp: object, finder: LibraryFinder, caplog: pytest.LogCaptureFixture
) -> None:
    builder = FakeBuilder()
    builder.can_build = False
    index = IndexMaintenance(at_once(finder), builder, Work(WorkerAtOnce()))
    with caplog.at_level("CRITICAL"):
        for _ in range(4):
            index.look()
    assert len(builder.built) == 1
    builder.can_build = True
    finder.update(put=[reply(1)])
    index.look()
    index.look()
    assert len(builder.built) == 2
    index.close()


def test_what_is_given_up_at_the_end_is_no_failure(
    qapp: object, finder: LibraryFinder, caplog: pytest.LogCaptureFixture
) -> None:
    worker = LateWorker()
    index = IndexMaintenance(at_once(finder), FakeBuilder(), Work(worker))
    index.look()
    index.look()
    index._builder.stop()
    with caplog.at_level("INFO"):
        index.close()
        worker.work()
    assert caplog.records == []


def test_it_looks_by_itself(qtbot: QtBot, finder: LibraryFinder) -> None:
    builder = FakeBuilder()
    index = IndexMaintenance(at_once(finder), builder, Work(WorkerAtOnce()), every_ms=1)
    index.start()
    qtbot.waitUntil(lambda: bool(builder.built))
    index.close()
