"""The command forget."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from quickdesk.commands.answer import Exit, Request
from quickdesk.commands.registry import run
from quickdesk.replies.store import StoreError, StoreProblem
from quickdesk.search.suggest.suggestion import Answered
from quickdesk.settings.settings import Settings
from quickdesk.storage.habits.learnt import StoredLearnt
from quickdesk.storage.kinds import INSIGHTS
from quickdesk.storage.open import Stores, open_stores
from quickdesk.storage.settings_store import SETTINGS
from tests.fakes.command_services import services_with

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def test_what_was_learnt_is_gone_and_the_settings_stay(tmp_path: Path) -> None:
    with open_stores(tmp_path) as stores:
        stores.settings.save(Settings(text_scale=150))
        stores.settings.remember({"客服": "小美"})
        habits = stores.habits()
        habits.usage.record("a1", "tk", NOW)
        habits.answered.record(Answered("到了吗", "a1"))
        services = replace(services_with(), learnt=learnt(stores))
        assert run(Request("forget"), services).data == {"count": 3}
        assert run(Request("forget"), services).data == {"count": 0}
    with open_stores(tmp_path) as stores:
        assert dict(stores.settings.field_values()) == {}
        assert stores.settings.load() == Settings(text_scale=150)
        assert dict(stores.habits().usage.habits()) == {}
        assert not stores.habits().usage.first_letters().picks
        assert stores.habits().answered.answered() == ()


@pytest.mark.parametrize("earlier_runs", [0, 1, 2])
def test_what_was_learnt_is_in_no_file_of_the_folder_any_more(tmp_path: Path, earlier_runs: int) -> None:
    for run_number in range(earlier_runs + 1):
        with open_stores(tmp_path) as stores:
            stores.settings.remember({"客服": "秘密"})
            stores.habits().answered.record(Answered("秘密", "a1"))
            if run_number == earlier_runs:
                run(Request("forget"), replace(services_with(), learnt=learnt(stores)))
                files = [path for path in tmp_path.rglob("*") if path.is_file()]
                assert [path.name for path in files if "秘密".encode() in path.read_bytes()] == []


def learnt(stores: Stores) -> StoredLearnt:
    return StoredLearnt(stores.habits(), stores.settings, lambda: map(stores.engine, (INSIGHTS, SETTINGS)))


class FullDisk:
    def forget(self) -> int:
        raise StoreError(StoreProblem.DISK_FULL, "/d/insights.log")


def test_what_cannot_be_deleted_is_said() -> None:
    answer = run(Request("forget"), replace(services_with(), learnt=FullDisk()))
    assert (answer.exit, answer.problem) == (Exit.DATA, "data-disk-full")
