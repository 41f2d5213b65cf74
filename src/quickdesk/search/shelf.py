"""Some snippets outside the base, and the segment they are laid out in as soon as it is needed."""

from collections.abc import Mapping

import numpy as np

from quickdesk.replies.snippet import Snippet
from quickdesk.search.index.scan import ScanIndex
from quickdesk.search.segment import Segment

ROOM = 4096
"""So many snippets are laid out in about a tenth of a second."""


class Shelf:
    """Snippets by id; what is taken away is dropped from the segment too."""

    def __init__(self, rows: dict[str, Snippet]) -> None:
        self.rows = rows
        self.segment: Segment | None = None

    def take_away(self, snippet_id: str) -> bool:
        """Let a snippet be found no more; returns whether it was here."""
        if self.rows.pop(snippet_id, None) is None:
            return False
        if self.segment is not None:
            self.segment.drop(snippet_id)
        return True

    def put(self, rows: Mapping[str, Snippet]) -> None:
        """Add snippets; all are laid out anew the next time."""
        self.rows.update(rows)
        self.segment = None

    def laid_out(self, order: Mapping[str, int], prior: Mapping[str, float]) -> Segment:
        """Return the segment, with its rows in this order."""
        if self.segment is None:
            ids = sorted(self.rows, key=order.__getitem__)
            snippets = [self.rows[key] for key in ids]
            numbers = np.array([order[key] for key in ids], np.int64)
            index = ScanIndex(snippets)
            self.segment = Segment(index, snippets, numbers, index.lengths)
            self.segment.set_prior(prior)
        return self.segment
