"""The builder in a process of its own, against the contract, where nothing can be written, and stopped."""

import errno
import os
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from signal import SIGKILL
from threading import Thread
from typing import Any

import pytest

from quickdesk.storage.search_cache.builder import IndexBuilder
from tests.contracts.index_builder import LIBRARY, IndexBuilderContract
from tests.fakes.builder import FakeBuilder
from tests.fakes.index_processes import (
    CODE,
    POINTS,
    REACHED,
    OtherProcesses,
    ends,
    is_killed,
    is_suspended,
    stays,
)


class TestIndexBuilder(IndexBuilderContract):
    @pytest.fixture
    def builder(self, tmp_path: Path) -> IndexBuilder:
        return IndexBuilder(tmp_path / "search")


class TestFakeBuilder(IndexBuilderContract):
    @pytest.fixture
    def builder(self) -> FakeBuilder:
        return FakeBuilder()


def test_what_was_built_is_there_at_the_next_start(tmp_path: Path) -> None:
    assert IndexBuilder(tmp_path).kept() is None
    IndexBuilder(tmp_path).build(LIBRARY)
    kept = IndexBuilder(tmp_path).kept()
    assert kept is not None
    assert len(kept) == len(LIBRARY)


def test_if_nothing_can_be_written_the_index_is_returned_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "search").write_text("a file in the place of the folder")
    arrays = IndexBuilder(tmp_path / "search").build(LIBRARY)
    assert arrays is not None
    assert len(arrays) == len(LIBRARY)


def test_an_index_is_not_begun_after_a_stop(tmp_path: Path) -> None:
    processes = OtherProcesses(partial(ends, 0))
    builder = IndexBuilder(tmp_path, context=processes)
    builder.stop()
    assert builder.build(LIBRARY) is None
    assert is_gone(processes)


@pytest.mark.parametrize("point", range(len(POINTS)))
@pytest.mark.parametrize("child", [ends, is_killed])
def test_a_process_that_ends_at_any_point_is_noticed_and_blocks_nothing(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, child: Callable[..., None], point: int
) -> None:
    # Before it is ready it has not fetched its end of the pipe, for all that is known here.
    processes = OtherProcesses(partial(child, point), keeps_end_open=point == 0)
    assert built_in_time(IndexBuilder(tmp_path, context=processes)) == [None]
    code = CODE if child is ends else -SIGKILL
    assert caplog.messages[-1] == f"search index: its process ended with code {code}"
    assert is_gone(processes)
    caplog.clear()


@pytest.mark.parametrize("point", range(len(POINTS)))
@pytest.mark.parametrize("child", [stays, is_suspended])
def test_a_stop_ends_the_process_at_any_point(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, child: Callable[..., None], point: int
) -> None:
    caplog.set_level("INFO")
    processes = OtherProcesses(partial(child, point), keeps_end_open=point == 0)
    builder = IndexBuilder(tmp_path, context=processes)
    os.mkfifo(tmp_path / REACHED)

    def stop() -> None:
        (tmp_path / REACHED).read_text()  # returns when the process has got there
        builder.stop()

    assert built_in_time(builder, stop) == [None]
    assert caplog.messages[-1] == "search index: stopped"
    assert is_gone(processes)


def test_a_process_that_cannot_be_started_is_noticed(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    class Full(OtherProcesses):
        def Process(self, **others: Any) -> Any:  # type: ignore[override]  # noqa: N802
            process = super().Process(**others)
            process.start = partial(self._refuse)
            return process

        def _refuse(self) -> None:
            raise OSError(errno.EAGAIN, "no more processes")

    assert IndexBuilder(tmp_path, context=Full(partial(ends, 0))).build(LIBRARY) is None
    assert caplog.messages == ["search index: no process (no more processes)"]
    caplog.clear()


def test_after_a_process_that_was_killed_the_next_one_builds(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    assert IndexBuilder(tmp_path, context=OtherProcesses(partial(is_killed, 1))).build(LIBRARY) is None
    caplog.clear()
    assert IndexBuilder(tmp_path).build(LIBRARY) is not None


def test_a_data_folder_that_is_gone_or_another_now_is_not_written(tmp_path: Path) -> None:
    for builder in (
        IndexBuilder(tmp_path / "deleted" / "search"),
        IndexBuilder(tmp_path / "search", may_keep=lambda: False),
    ):
        assert builder.build(LIBRARY) is not None
    assert list(tmp_path.iterdir()) == []


def built_in_time(builder: IndexBuilder, meanwhile: Callable[[], None] = lambda: None) -> list[object]:
    """Build in a thread, so that a build without an end fails the test and no more."""
    outcomes: list[object] = []
    thread = Thread(target=lambda: outcomes.append(builder.build(LIBRARY)), daemon=True)
    thread.start()
    meanwhile()
    thread.join(timeout=60)
    return outcomes


def is_gone(processes: OtherProcesses) -> bool:
    """Whether nothing is left of any process, not even its exit code in the system."""
    for number in processes.numbers:
        with suppress(ProcessLookupError):
            os.kill(number, 0)
            return False
    return True
