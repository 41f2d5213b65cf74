"""A clock that is set back between two deeds: nothing is lost, and the last deed is still the last."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from quickdesk.replies.history import Deed, Mark, Undone
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change
from quickdesk.storage.open import open_stores
from tests.storage.clean import is_clean

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
A_YEAR_EARLIER = NOON - timedelta(days=365)
ONE, TWO = Snippet("1", "第一", "正文"), Snippet("2", "第二", "正文")


def test_a_clock_set_back_takes_nothing_away(tmp_path: Path) -> None:
    with open_stores(tmp_path) as stores:
        stores.snippets.apply(Change(put=(ONE, TWO)))
        stores.snippets.apply(Change(remove=("1",), mark=Mark(Deed.REMOVE, NOON)))
    with open_stores(tmp_path) as stores:
        assert is_clean(stores.report)
        stores.snippets.apply(Change(remove=("2",), mark=Mark(Deed.REMOVE, A_YEAR_EARLIER)))
        stores.snippets.purge(A_YEAR_EARLIER).wait()
        assert [each.id for each in stores.snippets.removed()] == ["1", "2"]
    with open_stores(tmp_path) as stores:
        undone = [stores.snippets.undo(A_YEAR_EARLIER) for _ in range(2)]
        assert [each.back for each in undone if isinstance(each, Undone)] == [(TWO,), (ONE,)]
        assert {each.id for each in stores.snippets.snippets()} == {"1", "2"}
