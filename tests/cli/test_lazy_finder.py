"""A whole sentence is ranked by past answers without the running program as with it."""

from datetime import UTC, datetime
from pathlib import Path

from quickdesk.cli.lazy_finder import LazyFinder, SavedHabits
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change
from quickdesk.search.advice import LibraryAdvice
from quickdesk.search.finder import LibraryFinder
from quickdesk.search.suggest.suggestion import Answered
from quickdesk.storage.open import open_stores


class Noon:
    def now(self) -> datetime:
        return datetime(2026, 11, 29, 12, tzinfo=UTC)

    def uptime(self) -> float:
        return 1.0


def test_find_uses_past_answers_as_the_program_does(tmp_path: Path) -> None:
    message = "收到的这件衣服洗了以后缩水了怎么处理"
    replies = (
        Snippet("wash", "清洗和保养", "衣服洗的时候请用冷水，洗了以后平铺晾干。"),
        Snippet("return", "质量问题", "给您添麻烦了，请拍照发给我处理。"),
    )
    with open_stores(tmp_path) as stores:
        stores.snippets.apply(Change(put=replies))
        stores.habits().answered.record(Answered(message, "return"))
        program = LibraryFinder(replies)
        LibraryAdvice(program, stores.habits().answered.answered())
        local = LazyFinder(stores.snippets.snippets, tmp_path, SavedHabits(stores, Noon()))
        wanted = [hit.snippet.id for hit in program.find(message)]
        assert [hit.snippet.id for hit in local.find(message)] == wanted
