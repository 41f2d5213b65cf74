"""Facts are stored by the keys of their names, survive a restart, and can be undone in the one history."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from quickdesk.replies.facts import Fact
from quickdesk.replies.history import Action, ActionType, NotUndone, Undone
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change, StoreError, StoreProblem
from quickdesk.storage.kinds import FACTS
from quickdesk.storage.open import Stores, open_stores
from tests.fakes.engine import add

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
SET, REMOVE = Action(ActionType.SET_FACT, NOON), Action(ActionType.REMOVE_FACT, NOON)
ADDRESS = Fact("退货地址", "杭州市\n{1号楼}", date(2026, 12, 31))
COURIER = Fact("快递公司", "顺丰")


@pytest.fixture
def stores(tmp_path: Path) -> Iterator[Stores]:
    with open_stores(tmp_path) as opened:
        yield opened


def test_facts_survive_a_restart(tmp_path: Path) -> None:
    with open_stores(tmp_path) as stores:
        stores.facts().put((ADDRESS, COURIER), SET)
    with open_stores(tmp_path) as stores:
        assert stores.facts().facts() == (ADDRESS, COURIER)


def test_a_name_that_is_the_same_replaces_the_fact_at_its_place(stores: Stores) -> None:
    facts = stores.facts()
    facts.put((COURIER, ADDRESS), SET)
    facts.put((Fact("快递 公司", "中通"),), SET)
    assert facts.facts() == (Fact("快递 公司", "中通"), ADDRESS)
    facts.remove((COURIER.key, "unknown"), REMOVE)
    assert facts.facts() == (ADDRESS,)


def test_every_change_can_be_undone_in_order(stores: Stores) -> None:
    facts = stores.facts()
    facts.put((COURIER,), SET)
    stores.snippets.apply(Change(put=(Snippet("a", "t", "b"),), action=Action(ActionType.ADD, NOON)))
    facts.put((Fact("快递公司", "中通"),), SET)
    facts.remove((COURIER.key,), REMOVE)
    expected = [
        ((Fact("快递公司", "中通"),), ("快递公司",)),
        ((COURIER,), ("快递公司",)),
        ((COURIER,), ()),
        ((), ("快递公司",)),
    ]
    for left, names in expected:
        undone = stores.snippets.undo(NOON)
        assert isinstance(undone, Undone)
        assert (facts.facts(), undone.facts) == (left, names)
    assert stores.snippets.undo(NOON) == NotUndone()
    assert stores.snippets.snippets() == ()


def test_setting_the_same_again_is_no_action(stores: Stores) -> None:
    stores.facts().put((COURIER,), SET)
    stores.facts().put((COURIER,), SET)
    assert isinstance(stores.snippets.undo(NOON), Undone)
    assert stores.snippets.last_action() is None


def test_a_fact_that_was_changed_elsewhere_is_not_undone(stores: Stores) -> None:
    stores.facts().put((COURIER,), SET)
    with stores.engine(FACTS).guard:
        (document,) = stores.engine(FACTS).memory.documents("facts").values()
    stores.facts()._table.change(lambda draft: draft.put(COURIER.key, document | {"value": "中通"}))
    undone = stores.snippets.undo(NOON)
    assert isinstance(undone, NotUndone)
    assert undone.facts == ("快递公司",)


def test_documents_that_are_no_facts_are_skipped(stores: Stores) -> None:
    good = {"name": "快递公司", "value": "顺丰"}
    for bad in (
        {}, {"name": "快递公司"}, {**good, "value": 7}, {**good, "name": ["a"]}, {**good, "until": "soon"},
        {**good, "until": 7}, {**good, "value": "x" * 100_000}, {**good, "value": ""}, {**good, "name": "{"},
    ):  # fmt: skip
        add(stores.engine(FACTS), "facts", bad)
    add(stores.engine(FACTS), "facts", good)
    assert stores.facts().facts() == (COURIER,)
    stores.facts().remove((COURIER.key,), REMOVE)
    assert stores.facts().facts() == ()


def test_a_backup_has_the_facts_and_a_restore_brings_them_back(stores: Stores, tmp_path: Path) -> None:
    stores.facts().put((COURIER,), SET)
    backups = stores.backups(tmp_path)
    path = Path(backups.backup(NOON).path)
    stores.facts().remove((COURIER.key,), REMOVE)
    found = backups.read(path)
    others = tuple(kind for kind, each in found.other_kinds.items() if each)
    assert others == ("facts",)
    backups.restore(found, Change(action=Action(ActionType.RECOVER, NOON, others)))
    assert stores.facts().facts() == (COURIER,)
    assert isinstance(stores.snippets.undo(NOON), Undone)
    assert stores.facts().facts() == ()


def test_a_read_only_folder_shows_the_facts_and_refuses_changes(tmp_path: Path) -> None:
    with open_stores(tmp_path) as stores:
        stores.facts().put((COURIER,), SET)
    with open_stores(tmp_path, read_only=True) as stores:
        assert stores.facts().facts() == (COURIER,)
        with pytest.raises(StoreError) as refused:
            stores.facts().remove((COURIER.key,), REMOVE)
        assert refused.value.problem is StoreProblem.NOT_WRITABLE
        assert stores.facts().facts() == (COURIER,)
