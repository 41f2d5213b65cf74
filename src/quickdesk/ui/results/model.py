"""The found replies as Qt's item views and screen readers ask for them. It only holds what it is given."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QStringListModel, Qt

from quickdesk.search.hit import Hit
from quickdesk.ui.utf16 import displayable

MOST_PICKS: Final = 9
"""Rows that a digit picks."""
HIT_ROLE: Final = Qt.ItemDataRole.UserRole
NO_REASONS: Final[Mapping[str, str]] = MappingProxyType({})
_CHOOSABLE: Final = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_SPOKEN: Final = 200
"""Code points of a body that a screen reader is given for a row; the preview holds the rest."""

Index = QModelIndex | QPersistentModelIndex


class PaletteModel(QStringListModel):
    """One row for each hit, best first.

    Qt asks how many rows there are a hundred times for each letter typed: its own model answers that.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hits: Sequence[Hit] = ()
        self._reasons = NO_REASONS

    def show(self, hits: Sequence[Hit], reasons: Mapping[str, str] = NO_REASONS) -> None:
        """Replace all rows; ``reasons`` say, by id, why a reply stands there."""
        self._hits, self._reasons = tuple(hits), reasons
        self.setStringList([displayable(hit.snippet.title) for hit in hits])

    def hit(self, row: int) -> Hit | None:
        """Return the hit of a row, None where there is no such row."""
        return self._hits[row] if 0 <= row < len(self._hits) else None

    def row_of(self, snippet_id: str) -> int | None:
        """Return the row of a snippet, None where it is not among the hits."""
        rows = (row for row, hit in enumerate(self._hits) if hit.snippet.id == snippet_id)
        return next(rows, None)

    def reason(self, hit: Hit) -> str:
        """Return why a reply stands there; empty where nobody said."""
        return self._reasons.get(hit.snippet.id, "")

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the title, what a screen reader says, or the hit itself."""
        hit = self.hit(index.row())
        if hit is None:
            return None
        if role == HIT_ROLE:
            return hit
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(hit, self.reason(hit))
        return super().data(index, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be done with a row: chosen, but neither edited nor dragged."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _CHOOSABLE

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Change nothing."""
        del index, value, role
        return False


def spoken(hit: Hit, reason: str = "") -> str:
    """Return a row in the order in which it helps to hear it: title, reason, code, folder, body."""
    snippet = hit.snippet
    body = " ".join(snippet.body[:_SPOKEN].split())
    parts = (snippet.title, reason, snippet.code, snippet.folder_path, body)
    return displayable(", ".join(part for part in parts if part))
