"""The shop's own words survive a restart, and each change can be undone in the one history."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from quickdesk.replies.history import Action, ActionType, NotUndone, Undone
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change, StoreError, StoreProblem
from quickdesk.search.related.shop_lexicon import MAX_TEXT
from quickdesk.storage.kinds import LEXICON
from quickdesk.storage.open import Stores, open_stores
from tests.fakes.engine import add

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
CHANGE = Action(ActionType.CHANGE_LEXICON, NOON)


@pytest.fixture
def stores(tmp_path: Path) -> Iterator[Stores]:
    with open_stores(tmp_path) as opened:
        yield opened


def test_the_text_survives_a_restart(tmp_path: Path) -> None:
    with open_stores(tmp_path) as stores:
        assert stores.lexicon().text() == ""
        stores.lexicon().save("# 注\n鞋 鞋子\ud800", CHANGE)
    with open_stores(tmp_path) as stores:
        assert stores.lexicon().text().startswith("# 注\n鞋 鞋子")


def test_every_change_can_be_undone_in_order(stores: Stores) -> None:
    lexicon = stores.lexicon()
    lexicon.save("鞋 鞋子", CHANGE)
    stores.snippets.apply(Change(put=(Snippet("a", "t", "b"),), action=Action(ActionType.ADD, NOON)))
    lexicon.save("", CHANGE)
    for left in ("鞋 鞋子", "鞋 鞋子", ""):
        undone = stores.snippets.undo(NOON)
        assert isinstance(undone, Undone)
        assert lexicon.text() == left
    assert stores.snippets.undo(NOON) == NotUndone()


def test_saving_the_same_again_is_no_action(stores: Stores) -> None:
    stores.lexicon().save("", CHANGE)
    assert stores.snippets.last_action() is None
    stores.lexicon().save("鞋 鞋子", CHANGE)
    stores.lexicon().save("鞋 鞋子", CHANGE)
    assert isinstance(stores.snippets.undo(NOON), Undone)
    assert stores.snippets.last_action() is None


def test_the_longest_texts_of_a_window_and_a_command_together_are_not_lost(stores: Stores) -> None:
    both = "\n".join(("#" + "甲" * (MAX_TEXT - 1), "#" + "乙" * (MAX_TEXT - 2)))
    stores.lexicon().save(both, CHANGE)
    assert stores.lexicon().text() == both


def test_a_document_that_is_no_text_is_none(tmp_path: Path) -> None:
    for number, bad in enumerate(({}, {"text": 7}, {"text": ["a"]}, {"text": "x" * (2 * MAX_TEXT + 1)})):
        with open_stores(tmp_path / str(number)) as stores:
            add(stores.engine(LEXICON), "lexicon", {"_id": "shop", **bad})
            assert stores.lexicon().text() == ""
            stores.lexicon().save("鞋 鞋子", CHANGE)
            assert stores.lexicon().text() == "鞋 鞋子"


def test_a_backup_has_the_words_and_a_restore_brings_them_back(stores: Stores, tmp_path: Path) -> None:
    stores.lexicon().save("鞋 鞋子", CHANGE)
    backups = stores.backups(tmp_path)
    path = Path(backups.backup(NOON).path)
    stores.lexicon().save("甲 乙", CHANGE)
    found = backups.read(path)
    others = tuple(kind for kind, each in found.other_kinds.items() if each)
    assert others == ("lexicon",)
    backups.restore(found, Change(action=Action(ActionType.RECOVER, NOON, others)))
    assert stores.lexicon().text() == "鞋 鞋子"


def test_a_read_only_folder_shows_the_words_and_refuses_changes(tmp_path: Path) -> None:
    with open_stores(tmp_path) as stores:
        stores.lexicon().save("鞋 鞋子", CHANGE)
    with open_stores(tmp_path, read_only=True) as stores:
        assert stores.lexicon().text() == "鞋 鞋子"
        with pytest.raises(StoreError) as refused:
            stores.lexicon().save("", CHANGE)
        assert refused.value.problem is StoreProblem.NOT_WRITABLE
