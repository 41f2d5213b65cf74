"""A restore or an undo that changes other kinds, the trash or the history only is reported to the windows.

Otherwise the tray menu names an action that is not the one that undo takes back, and the palette ranks by
habits that are gone.
"""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from quickdesk.app.command_runner import CommandListeners, CommandRunner, CommandThreads
from quickdesk.app.process.work import Work
from quickdesk.replies.history import ActionType
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change
from quickdesk.search.finder import LibraryFinder
from quickdesk.storage.open import Stores, open_stores
from tests.fakes.command_services import services_with
from tests.fakes.worker import WorkerAtOnce

NOON = datetime(2026, 11, 29, 12, 0, tzinfo=UTC)


def runner_on(stores: Stores, folder: Path, heard: list[str]) -> CommandRunner:
    services = replace(
        services_with(),
        store=stores.snippets,
        facts=stores.facts(),
        lexicon=stores.lexicon(),
        customers=stores.customers(),
        finder=LibraryFinder(stores.snippets.snippets()),
        backups=stores.backups(folder),
        checker=stores.checker(folder),
        days=stores.days(),
    )
    threads = CommandThreads(*(Work(WorkerAtOnce()) for _ in range(3)))
    listeners = CommandListeners(lambda command, _: heard.append(command), lambda bug: pytest.fail(repr(bug)))
    return CommandRunner(services, {}, threads, listeners)


def test_a_restore_of_habits_alone(tmp_path: Path) -> None:
    heard: list[str] = []
    menu: list[ActionType | None] = []
    with open_stores(tmp_path / "home") as stores:
        stores.snippets.apply(Change(put=(Snippet("a1", "t", "b"),)))
        runner = runner_on(stores, tmp_path / "home", heard)

        def run(command: str, **arguments: object) -> dict[str, object]:
            answers: list[dict[str, object]] = []
            before = len(heard)
            runner.handle({"command": command, "arguments": arguments}, answers.append)
            if len(heard) > before:  # the menu reads it again
                last = stores.snippets.last_action()
                menu.append(None if last is None else last.type)
            return answers[0]

        stores.habits().usage.record("a1", "t", NOON)
        run("backup", file=str(tmp_path / "b.zip"))
        run("edit", id="a1", title="u")
        run("edit", id="a1", title="t")
        stores.habits().usage.record("a1", "x", NOON)
        answer = run("restore", file=str(tmp_path / "b.zip"), id=str(tmp_path / "b.zip"))
        assert answer["exit"] == 0
        last = stores.snippets.last_action()
        assert last is not None
        assert last.type is ActionType.RECOVER
        assert menu[-1] is last.type, "the menu offers to undo another action"
        assert heard == ["edit", "edit", "restore"]
        assert run("undo")["exit"] == 0
        assert heard == ["edit", "edit", "restore", "undo"]
