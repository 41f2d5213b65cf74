"""The item model of the found replies, for the view and for screen readers; the reasons of suggestions."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, QStringListModel, Qt

from quickdesk.replies.field_names import named_fields
from quickdesk.search.hit import Hit
from quickdesk.search.related.concepts import Relation
from quickdesk.search.related.reasons import RelatedReason, main_reasons
from quickdesk.search.suggest.suggestion import Suggestion
from quickdesk.ui.qt_text import displayable, inline_text
from quickdesk.ui.results.place_text import place_text

MAX_PICKS: Final = 9
"""The number of rows that can be picked with a digit."""
HIT_ROLE: Final = Qt.ItemDataRole.UserRole
NO_REASONS: Final[Mapping[str, str]] = MappingProxyType({})
_SELECTABLE: Final = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_MAX_ACCESSIBLE_BODY: Final = 200
"""Code points of a body in the accessible text of a row; the preview contains all of it."""

Index = QModelIndex | QPersistentModelIndex


class PaletteModel(QStringListModel):
    """One row for each hit, best first.

    Qt calls ``rowCount`` a hundred times for each letter typed: QStringListModel implements it in C++.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hits: Sequence[Hit] = ()
        self._reasons = NO_REASONS

    def show(self, hits: Sequence[Hit], reasons: Mapping[str, str] = NO_REASONS) -> None:
        """Replace all rows; ``reasons`` are the reasons of suggestions, by id."""
        self._hits, self._reasons = tuple(hits), reasons
        self.setStringList([displayable(hit.snippet.title) for hit in hits])

    def hit(self, row: int) -> Hit | None:
        """Return the hit of a row, None if there is no such row."""
        return self._hits[row] if 0 <= row < len(self._hits) else None

    def row_of(self, snippet_id: str) -> int | None:
        """Return the row of a snippet, None if it is not among the hits."""
        rows = (row for row, hit in enumerate(self._hits) if hit.snippet.id == snippet_id)
        return next(rows, None)

    def reason(self, hit: Hit) -> str:
        """Return the reason of a hit, empty if there is none."""
        return self._reasons.get(hit.snippet.id, "")

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the title, the accessible text or the hit."""
        hit = self.hit(index.row())
        if hit is None:
            return None
        if role == HIT_ROLE:
            return hit
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return accessible_text(hit, self.reason(hit))
        return super().data(index, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return the flags of a row: it can be selected, but not edited or dragged."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _SELECTABLE

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Return False: the model is read-only."""
        del index, value, role
        return False


def accessible_text(hit: Hit, reason: str = "") -> str:
    """Return the accessible text of a row: title, labels, reason, code, place, body with names of fields.

    The labels say whether the reply is pinned and what kind of hit it is. The place is the folder, or the ask
    or tag that the row shows instead.
    """
    snippet = hit.snippet
    body = " ".join(named_fields(snippet.body)[0].text[:_MAX_ACCESSIBLE_BODY].split())
    pinned = translate("words", "pinned") if hit.is_pinned else ""
    parts = (snippet.title, pinned, related_label(hit), reason, snippet.code, place_text(hit).text, body)
    return displayable(", ".join(part for part in parts if part))


translate: Final = QCoreApplication.translate  # lupdate recognises this name


def related_label(hit: Hit) -> str:
    """Return the label of a hit that matches only partly or in meaning, empty for other hits."""
    return translate("words", "similar") if hit.is_related and not hit.is_nearest else ""


def reason(suggestion: Suggestion) -> str:
    """Return why a reply is suggested in one line, empty if there is no reason.

    It is a similar message that was answered with the reply, or what the reply has of the message.
    """
    if suggestion.like is not None:
        text = translate("words", "You answered this: {message}")
        return text.replace("{message}", inline_text(suggestion.like))
    reasons = main_reasons(suggestion.reasons)
    shared = [each.found for each in reasons if each.relation is Relation.WORDS]
    found = [_both_mention(shared)] if shared else []
    found += [_because(each) for each in reasons if each.relation is not Relation.WORDS]
    return translate("words", "; ").join(found)


def _both_mention(terms: Sequence[str]) -> str:
    quoted = (translate("words", "“{term}”").replace("{term}", term) for term in terms)
    return translate("words", "Because both mention {terms}").replace(
        "{terms}", translate("words", ", ").join(quoted)
    )


def _because(reason: RelatedReason) -> str:
    if reason.relation is Relation.SOUND:
        text = translate("words", "Because “{typed}” sounds like “{found}”")
    elif reason.relation is Relation.NUMBER:
        text = translate("words", "Because “{found}” stands for “{typed}”")
    else:
        text = translate("words", "Because “{typed}” is about the same as “{found}”")
    return text.replace("{found}", reason.found).replace("{typed}", inline_text(reason.typed))
