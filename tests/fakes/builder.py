"""A builder of search indexes that works where it is asked, or fails as the test says."""

from collections.abc import Sequence

from quickdesk.replies.snippet import Snippet
from quickdesk.search.index.arrays import IndexArrays, build


class FakeBuilder:
    """Builds at once; with ``can_build`` off it comes to nothing."""

    def __init__(self) -> None:
        self.can_build = True
        self.is_stopped = False
        self.built: list[int] = []

    def kept(self) -> IndexArrays | None:
        return None

    def build(self, snippets: Sequence[Snippet]) -> IndexArrays | None:
        self.built.append(len(snippets))
        return build(snippets) if self.can_build and not self.is_stopped else None

    def stop(self) -> None:
        self.is_stopped = True
