"""The command forget."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from quickdesk.commands.answer import Exit, Request
from quickdesk.commands.registry import run
from quickdesk.replies.store import StoreError, StoreProblem
from quickdesk.search.suggest.suggestion import Answered
from quickdesk.settings.settings import Settings
from quickdesk.storage.habits.learnt import StoredLearnt
from quickdesk.storage.open import open_stores
from tests.fakes.command_services import services_with

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def test_what_was_learnt_is_gone_and_the_settings_stay(tmp_path: Path) -> None:
    with open_stores(tmp_path) as stores:
        stores.settings.save(Settings(text_scale=150))
        stores.settings.remember({"客服": "小美"})
        habits = stores.habits()
        habits.usage.record("a1", "tk", NOW)
        habits.answered.record(Answered("到了吗", "a1"))
        services = replace(services_with(), learnt=StoredLearnt(habits, stores.settings))
        assert run(Request("forget"), services).data == {"count": 3}
        assert run(Request("forget"), services).data == {"count": 0}
    with open_stores(tmp_path) as stores:
        assert dict(stores.settings.field_values()) == {}
        assert stores.settings.load() == Settings(text_scale=150)
        assert dict(stores.habits().usage.habits()) == {}
        assert not stores.habits().usage.first_letters().picks
        assert stores.habits().answered.answered() == ()


class FullDisk:
    def forget(self) -> int:
        raise StoreError(StoreProblem.DISK_FULL, "/d/insights.log")


def test_what_cannot_be_deleted_is_said() -> None:
    answer = run(Request("forget"), replace(services_with(), learnt=FullDisk()))
    assert (answer.exit, answer.problem) == (Exit.DATA, "data-disk-full")
