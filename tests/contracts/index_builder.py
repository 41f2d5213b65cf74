"""What every builder of search indexes promises."""

from quickdesk.app.searching.index_maintenance import Builder
from quickdesk.replies.snippet import Snippet
from quickdesk.search.finder import LibraryFinder
from quickdesk.search.segments import Snapshot

LIBRARY = tuple(
    Snippet(f"r{number}", f"退款 {number}", "您好，\ud800 已退款。" * 3) for number in range(1500)
)


class IndexBuilderContract:
    """To be inherited beside a fixture ``builder``."""

    def test_what_is_built_is_an_index_of_these_snippets(self, builder: Builder) -> None:
        arrays = builder.build(LIBRARY)
        assert arrays is not None
        finder = LibraryFinder(LIBRARY)
        before = finder.find("tuik 7", 30)
        assert finder.adopt(arrays, Snapshot(LIBRARY, finder.changes))
        assert finder.find("tuik 7", 30) == before

    def test_one_after_another(self, builder: Builder) -> None:
        sizes = [len(arrays) for size in (3, 1, 2) if (arrays := builder.build(LIBRARY[:size])) is not None]
        assert sizes == [3, 1, 2]

    def test_nothing_is_built_after_a_stop(self, builder: Builder) -> None:
        builder.stop()
        assert builder.build(LIBRARY) is None
