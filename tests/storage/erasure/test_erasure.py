"""After an erasure nothing of a customer is in any file, not even with the key, and nothing comes back."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from quickdesk.commands.backup_store import BackupReason
from quickdesk.customers.case import Case, CaseType
from quickdesk.customers.customer import Customer, Nickname, Note, Order
from quickdesk.customers.store import CustomerChange
from quickdesk.customers.timeline import Event, EventType
from quickdesk.insights.dead_search import DeadSearch, Ending
from quickdesk.replies.drafts import CustomerDraft, Drafts, FormDraft
from quickdesk.replies.history import Action, ActionType
from quickdesk.replies.store import Change, StoreError
from quickdesk.search.suggest.suggestion import Answered
from quickdesk.storage.customers.customer_store import TinyCustomerStore
from quickdesk.storage.drafts.draft_file import DraftFile
from quickdesk.storage.drafts.sealed_drafts import SealedDraftFile
from quickdesk.storage.erasure.erased_list import ERASED
from quickdesk.storage.erasure.erasure import CustomerErasure
from quickdesk.storage.kinds import CUSTOMERS, INSIGHTS, KINDS
from quickdesk.storage.open import Stores
from quickdesk.storage.settings_store import SETTINGS, TinySettingsStore
from tests.fakes.data_folder import DataFolder
from tests.fakes.disk import MemoryDisk, PowerCut
from tests.fakes.engine import FOLDER
from tests.fakes.markers import MARKERS, files_of, with_key
from tests.fakes.stores import open_stores

NOW = datetime(2026, 11, 29, 10, tzinfo=UTC)
NAME, PHONE, NOTE, ORDER = MARKERS
ERASED_ONE = Customer(
    "gone",
    nicknames=(Nickname(NAME, "淘宝"),),
    name=NAME,
    phones=(PHONE,),
    orders=(Order(ORDER),),
    fields={"尺码": NOTE},
)
OTHER = Customer("stays", nicknames=(Nickname("老王", "淘宝"),), phones=("13800000000",))
CHANGE = CustomerChange(
    customers=(ERASED_ONE, OTHER),
    notes=(Note("n1", "gone", NOTE, NOW), Note("n2", "stays", "要红色", NOW)),
    cases=(Case("c1", "gone", CaseType.QUALITY, NOW, request=NOTE),),
    events=(Event("e1", "gone", EventType.PASTED, NOW, text=NOTE),),
)


def action(action_type: ActionType) -> Action:
    return Action(action_type, NOW, day=1)


def fill(stores: Stores, folder: Path) -> None:
    """Leave traces of the customer in every place that there is."""
    customers = stores.customers()
    customers.apply(replace(CHANGE, action=action(ActionType.IMPORT_CUSTOMERS)))
    for text in (NOTE, NOTE + "2"):
        note = Note("n3", "gone", text, NOW)
        customers.apply(CustomerChange(notes=(note,), action=action(ActionType.ADD_NOTE)))
    customers.apply(CustomerChange(remove_notes=("n3",), action=action(ActionType.REMOVE_NOTE)))
    duplicate = replace(ERASED_ONE, id="merged", remark=NOTE)
    customers.apply(CustomerChange(customers=(duplicate,), action=action(ActionType.ADD_CUSTOMER)))
    merge = CustomerChange(remove_customers=("merged",), action=action(ActionType.MERGE_CUSTOMERS))
    customers.apply(merge)
    stores.settings.remember({"买家昵称": NAME, "快递公司": "顺丰"})
    stores.habits().answered.record(Answered(f"{NAME} 问发货", "r1"))
    stores.drafts(folder).save(Drafts(forms=(FormDraft(1, NOW, "r1", {"手机": PHONE}),)))
    notes = tuple(
        CustomerDraft(number, NOW, place, who, {"text": text})
        for number, place, who, text in (
            (1, "note", "gone", "x"),
            (2, "case:c1", "other", "x"),
            (3, "note", "other", NOTE),
            (4, "note", "other", "要红色"),
        )
    )
    stores.sealed_drafts(folder).save(Drafts(customers=notes))
    backups = stores.backups(folder)
    backups.backup(NOW, reason=BackupReason.BY_HAND)
    for kind in (CUSTOMERS, INSIGHTS, SETTINGS):
        stores.engine(kind).compact()
    customers.apply(CustomerChange(notes=(Note("n4", "gone", NOTE, NOW),)))
    backups.backup(NOW, reason=BackupReason.AUTOMATIC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def stores(folder: Path) -> Iterator[Stores]:
    with open_stores(folder) as opened:
        yield opened


def test_nothing_is_left_in_any_file(stores: Stores, folder: Path) -> None:
    fill(stores, folder)
    shutil.copy(folder / "customers.json", folder / "customers.json.damaged-1")
    shutil.copy(folder / "customers.json", folder / "customers (conflicted copy).json")
    newest = max((folder / "backups").iterdir())
    shutil.copy(newest, newest.with_name(newest.name + ".damaged-1"))
    assert {marker for _, marker in with_key(files_of(folder))} == set(MARKERS)
    done = stores.erasure(folder).erase(["gone"])
    assert with_key(files_of(folder)) == []
    assert (done.customers, done.notes, done.cases, done.events) == (2, 2, 1, 1)
    assert (done.backups, done.files) == (2, 3)


def test_what_was_typed_is_found_whatever_its_case_and_width(stores: Stores, folder: Path) -> None:
    customer = Customer("lily", nicknames=(Nickname("Lily  Wang", "淘宝"),))
    stores.customers().apply(CustomerChange(customers=(customer,)))
    habits = stores.habits()
    for query in ("lily wang 发货", "Ｌｉｌｙ　Wang"):
        habits.usage.record("r1", query, NOW)
        habits.dead.add([DeadSearch(query, NOW, Ending.NOTHING_FOUND)])
    habits.usage.record("r1", "lily", NOW)
    stores.erasure(folder).erase(["lily"])
    assert habits.dead.dead_searches() == []
    assert {each["letters"] for each in stores.engine(INSIGHTS).memory.view()[0]["letters"].values()} == {
        "lily"
    }


def test_drafts_of_others_stay(stores: Stores, folder: Path) -> None:
    fill(stores, folder)
    stores.erasure(folder).erase(["gone", "c1"])
    assert [each.number for each in stores.sealed_drafts(folder).load().customers] == [4]


def test_what_is_of_others_stays_and_can_be_undone(stores: Stores, folder: Path) -> None:
    fill(stores, folder)
    stores.erasure(folder).erase(["gone"])
    customers = stores.customers()
    assert list(customers.customers()) == [OTHER]
    assert [note.text for note in customers.notes()] == ["要红色"]
    assert stores.settings.field_values() == {"快递公司": "顺丰"}
    undone = stores.snippets.undo(NOW, 1)
    assert undone.action is not None
    assert undone.action.type is ActionType.IMPORT_CUSTOMERS
    assert list(customers.customers()) == []


def test_it_is_the_same_after_a_restart(folder: Path) -> None:
    with open_stores(folder) as stores:
        fill(stores, folder)
        stores.erasure(folder).erase(["gone"])
    with open_stores(folder) as stores:
        assert list(stores.customers().customers()) == [OTHER]
        assert stores.erasure(folder).finish(is_thorough=True) is None
        assert not stores.report.losses


def test_an_older_backup_does_not_bring_the_customer_back(
    stores: Stores, folder: Path, tmp_path: Path
) -> None:
    fill(stores, folder)
    elsewhere = tmp_path / "elsewhere.zip"
    stores.backups(folder).backup(NOW, str(elsewhere))
    stores.erasure(folder).erase(["gone"])
    backups = stores.backups(folder)
    contents = backups.read(str(elsewhere))
    others = tuple(name for name, each in contents.other_kinds.items() if each)
    backups.restore(contents, Change(action=Action(ActionType.RECOVER, NOW, others, day=1)))
    assert list(stores.customers().customers()) == [OTHER]
    assert with_key(files_of(folder)) == []


def test_an_old_file_that_is_put_back_is_erased_again(folder: Path, tmp_path: Path) -> None:
    with open_stores(folder) as stores:
        fill(stores, folder)
    shutil.copytree(folder, tmp_path / "copy")
    with open_stores(folder) as stores:
        stores.erasure(folder).erase(["gone"])
    for name in ("customers.json", "customers.json.prev"):
        shutil.copy(tmp_path / "copy" / name, folder / name)
    with open_stores(folder) as stores:
        assert stores.customers().get("gone") is not None
        assert stores.erasure(folder).finish(is_thorough=True) is not None
        assert stores.customers().get("gone") is None
        assert with_key(files_of(folder)) == []


def test_an_erasure_that_is_interrupted_anywhere_is_finished_at_the_next_start() -> None:
    base = MemoryDisk()
    _fill_memory(base)
    effects = _effects_of_an_erasure(base)
    for at in range(1, effects + 1, 3):
        disk = base.after_kill()
        disk.fail_at, disk.error = at, PowerCut()
        with pytest.raises(PowerCut):
            _erasure(DataFolder(disk), disk).erase(["gone"])
        after = disk.after_kill()
        folder = DataFolder(after)
        _erasure(folder, after).finish(is_thorough=True)
        assert _has_customer(folder) or with_key(_files(after)) == []
        assert not _has_customer(folder) or not (folder.kinds.disk.exists(FOLDER / ERASED))
        assert _has_customer(folder, "stays")


def _effects_of_an_erasure(base: MemoryDisk) -> int:
    disk = base.after_kill()
    folder = DataFolder(disk)
    _erasure(folder, disk).erase(["gone"])
    assert with_key(_files(disk)) == []
    return disk.effects


def _fill_memory(disk: MemoryDisk) -> None:
    folder = DataFolder(disk)
    customers = TinyCustomerStore(partial(folder.engine, CUSTOMERS), folder.history)
    customers.apply(replace(CHANGE, action=action(ActionType.IMPORT_CUSTOMERS)))
    TinySettingsStore(folder.engine(SETTINGS)).remember({"买家昵称": NAME})
    folder.backups.backup(NOW)
    folder.engine(CUSTOMERS).compact()
    customers.apply(CustomerChange(notes=(Note("n4", "gone", NOTE, NOW),)))
    folder.kinds.close()


def _erasure(folder: DataFolder, disk: MemoryDisk) -> CustomerErasure:
    sealed = SealedDraftFile(disk, FOLDER, folder.kinds.keys)
    return CustomerErasure(folder.kinds, FOLDER, folder.backups, DraftFile(disk, FOLDER), sealed)


def _has_customer(folder: DataFolder, customer_id: str = "gone") -> bool:
    return folder.engine(CUSTOMERS).memory.get("customers", customer_id) is not None


def _files(disk: MemoryDisk) -> dict[str, bytes]:
    return {path.name: disk.read(path) for path in disk.names_now}


def test_the_list_has_no_id_and_no_text(stores: Stores, folder: Path) -> None:
    fill(stores, folder)
    stores.erasure(folder).erase(["gone"])
    raw = (folder / ERASED).read_text()
    assert "gone" not in raw
    assert '"pending":[]' in raw


def test_cases_and_events_are_erased_on_their_own(stores: Stores, folder: Path) -> None:
    stores.customers().apply(replace(CHANGE, action=action(ActionType.IMPORT_CUSTOMERS)))
    done = stores.erasure(folder).erase(["c1", "e1"])
    assert (done.customers, done.cases, done.events) == (0, 1, 1)
    assert list(stores.customers().cases()) == []
    assert stores.customers().get("gone") is not None


def test_nothing_is_erased_of_data_that_can_only_be_read(folder: Path) -> None:
    with open_stores(folder) as stores:
        fill(stores, folder)
    with open_stores(folder, read_only=True) as stores:
        with pytest.raises(StoreError):
            stores.erasure(folder).erase(["gone"])
        assert not (folder / ERASED).exists()


def test_every_kind_is_considered() -> None:
    assert {kind.name for kind in KINDS} == {
        "snippets", "settings", "customers", "followups", "insights", "facts", "lexicon",
    }  # fmt: skip
