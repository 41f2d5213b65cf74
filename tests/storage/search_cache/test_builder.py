"""The builder in a process of its own, against the contract, where nothing can be written, and stopped."""

from pathlib import Path
from threading import Timer

import pytest

from quickdesk.storage.search_cache.builder import IndexBuilder
from tests.contracts.index_builder import LIBRARY, IndexBuilderContract
from tests.fakes.builder import FakeBuilder


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


def test_where_nothing_can_be_written_it_comes_back_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "search").write_text("a file in the place of the folder")
    arrays = IndexBuilder(tmp_path / "search").build(LIBRARY)
    assert arrays is not None
    assert len(arrays) == len(LIBRARY)


def test_a_data_folder_that_is_gone_or_another_now_is_not_written(tmp_path: Path) -> None:
    for builder in (
        IndexBuilder(tmp_path / "deleted" / "search"),
        IndexBuilder(tmp_path / "search", may_keep=lambda: False),
    ):
        assert builder.build(LIBRARY) is not None
    assert list(tmp_path.iterdir()) == []


def test_a_stop_ends_what_is_being_built(tmp_path: Path) -> None:
    builder = IndexBuilder(tmp_path)
    stopping = Timer(0.2, builder.stop)
    stopping.start()
    assert builder.build(LIBRARY * 40) is None
    stopping.join()
