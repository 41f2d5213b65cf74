"""Commands on the data folder itself, for when no program runs."""

from datetime import timedelta
from pathlib import Path

import pytest

from quickdesk.cli.lazy_finder import LazyFinder
from quickdesk.cli.local import _run, run_on_folder
from quickdesk.command_services import SystemClock
from quickdesk.commands.answer import Exit, Request
from quickdesk.insights.daily_use import KeyCount
from quickdesk.insights.dead_search import DeadSearch, Ending
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change
from quickdesk.search.suggest.suggestion import Answered
from quickdesk.search.usage.habits import Use
from quickdesk.settings.settings import PinyinPair, Settings
from quickdesk.storage.open import Stores, open_stores
from tests.fakes.clock import NOON, StillClock

REFUND = Snippet("a1", "退款", "文")


def test_a_new_folder_begins_with_the_starter_pack(tmp_path: Path) -> None:
    answer = run_on_folder(Request("list"), tmp_path / "new")
    assert len(answer.data) >= 80
    assert len(run_on_folder(Request("list"), tmp_path / "new").data) == len(answer.data)


def test_what_is_added_is_there_for_the_next_command(tmp_path: Path) -> None:
    added = run_on_folder(Request("add", {"title": "运费险", "body": "有的", "code": "yfx"}), tmp_path)
    assert added.exit is Exit.DONE
    (first, *_) = run_on_folder(Request("find", {"query": "yfx"}), tmp_path).data
    assert first["id"] == added.data["id"]


def test_data_in_use_is_reported(tmp_path: Path) -> None:
    with open_stores(tmp_path):
        answer = run_on_folder(Request("list"), tmp_path)
    assert (answer.exit, answer.problem) == (Exit.DATA, "data-in-use")


def test_a_damaged_file_is_set_aside_and_reported_until_it_is_acknowledged(tmp_path: Path) -> None:
    run_on_folder(Request("add", {"title": "t", "body": "b"}), tmp_path)
    (tmp_path / "snippets.json").write_text("{half")
    answer = run_on_folder(Request("list"), tmp_path)
    (found,) = answer.facts["recoveries"]
    assert (found["flaw"], found["previous"], found["lost_nothing"]) == ("not-json", False, True)
    assert Path(found["set_aside"][0]).read_text() == "{half"
    for command in ("list", "find", "undo"):
        facts = run_on_folder(Request(command), tmp_path).facts
        assert "recoveries" not in facts
        assert facts["set_aside"] == found["set_aside"]
    result = run_on_folder(Request("check"), tmp_path).data
    assert [(each["fault"], each["set_aside"]) for each in result["findings"]] == [
        ("set-aside", found["set_aside"])
    ]
    assert result["state"] == "fine"
    result = run_on_folder(Request("check", {"acknowledge": True}), tmp_path).data
    assert Path(result["acknowledged"][0]).read_text() == "{half"
    assert "set_aside" not in run_on_folder(Request("list"), tmp_path).facts
    assert run_on_folder(Request("check"), tmp_path).data["findings"] == []


def test_a_file_that_went_missing_takes_nothing_away(tmp_path: Path) -> None:
    for title in ("t", "u"):
        run_on_folder(Request("add", {"title": title, "body": "b"}), tmp_path)
    before = run_on_folder(Request("list"), tmp_path).data
    (tmp_path / "snippets.json").unlink()
    answer = run_on_folder(Request("list"), tmp_path)
    assert answer.data == before
    assert "losses" not in answer.facts


def test_changes_that_cannot_be_read_are_reported_with_their_place(tmp_path: Path) -> None:
    for title in ("t", "u"):
        run_on_folder(Request("add", {"title": title, "body": "b"}), tmp_path)
    (tmp_path / "snippets.json").write_text("")
    journals = sorted(tmp_path.glob("snippets.*.log"))
    journals[0].write_bytes(journals[0].read_bytes().replace(b"snippets", b"tidbits_"))
    losses = run_on_folder(Request("list"), tmp_path).facts["losses"]
    assert losses[0]["kind"] == "snippets"
    assert all(Path(place).exists() for loss in losses for place in loss["set_aside"])


def test_a_newer_file_is_not_touched(tmp_path: Path) -> None:
    newer = '{"_meta":{"1":{"format":"quickdesk-snippets","version":99}},"snippets":{},"trash":{}}'
    (tmp_path / "snippets.json").write_text(newer)
    answer = run_on_folder(Request("add", {"title": "t", "body": "b"}), tmp_path)
    assert answer.exit is Exit.DATA
    assert any(path.read_text() == newer for path in tmp_path.glob("snippets.json*"))


def test_a_finder_indexes_when_it_is_asked_and_then_follows(tmp_path: Path) -> None:
    library = [REFUND]
    times: list[int] = []

    def snippets() -> list[Snippet]:
        times.append(1)
        return library

    finder = LazyFinder(snippets, tmp_path)
    finder.update(put=[Snippet("b2", "发货", "文")])
    assert times == []
    assert [hit.snippet.id for hit in finder.find("")] == ["a1"]
    finder.update(put=[Snippet("b2", "发货", "文")], remove=["a1"])
    assert [hit.snippet.id for hit in finder.find("")] == ["b2"]
    assert times == [1]


def test_a_folder_that_cannot_be_made_is_no_empty_library(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    answer = run_on_folder(Request("list"), tmp_path / "file" / "folder")
    assert (answer.exit, answer.problem) == (Exit.DATA, "data-not-writable")


def test_alone_it_ranks_and_suggests_by_what_was_learnt(tmp_path: Path) -> None:
    def first(command: str, **arguments: object) -> str:
        return str(run_on_folder(Request(command, arguments), tmp_path).data[0]["id"])

    with open_stores(tmp_path) as stores:
        stores.snippets.apply(Change(put=(REFUND, Snippet("b2", "图库", "文"), Snippet("c3", "牛奶", "文"))))
        assert first_of(stores) == "a1"
        stores.habits().usage.note(Use("b2", "tk", SystemClock().now()))
        stores.habits().answered.record(Answered("照片在哪看", "b2"))
        stores.settings.save(Settings(similar_sounds=frozenset({PinyinPair.N_L})))
    assert first("find", query="tk") == "b2"
    assert first("find", query="") == "b2"
    assert first("find", query="liunai") == "c3"
    assert first("suggest", message="哪里看照片") == "b2"
    account = run_on_folder(Request("find", {"query": "tk", "explain": True}), tmp_path).data[0][
        "explanation"
    ]
    assert account["prior"] > 0
    assert account["picked"] > 0


def first_of(stores: Stores) -> str:
    return LazyFinder(stores.snippets.snippets, Path("nowhere")).find("tk")[0].snippet.id


def test_habits_that_cannot_be_read_stop_no_search(tmp_path: Path) -> None:
    run_on_folder(Request("add", {"title": "退款", "body": "b"}), tmp_path)
    newer = '{"_meta":{"1":{"format":"quickdesk-insights","version":99}},"events":{}}'
    (tmp_path / "insights.json").write_text(newer)
    assert run_on_folder(Request("find", {"query": "tuikuan"}), tmp_path).exit is Exit.DONE
    assert run_on_folder(Request("suggest", {"message": "退款"}), tmp_path).exit is Exit.DONE
    assert (tmp_path / "insights.json").read_text() == newer


def searched_in_vain(folder: Path) -> None:
    with open_stores(folder) as stores:
        stores.snippets.apply(Change(put=(REFUND,)))
        now = SystemClock().now()
        dead = [DeadSearch("花呗", now, Ending.NOTHING_FOUND, 3), DeadSearch("tk", now, Ending.NOTHING_FOUND)]
        stores.habits().dead.add(dead)


@pytest.mark.parametrize("read_only", [False, True])
def test_alone_it_reviews_what_was_kept_and_changes_nothing(tmp_path: Path, read_only: bool) -> None:
    searched_in_vain(tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.iterdir() if path.suffix == ".json"}
    answer = _run(Request("review"), tmp_path, StillClock(), read_only=read_only)
    assert answer.exit is Exit.DONE
    assert [(row["query"], row["count"], row["answered_now"]) for row in answer.data] == [
        ("花呗", 3, False),
        ("tk", 1, True),
    ]
    assert {path: path.read_bytes() for path in before} == before


@pytest.mark.parametrize("read_only", [False, True])
def test_alone_it_counts_the_days_that_were_kept(tmp_path: Path, read_only: bool) -> None:
    with open_stores(tmp_path) as stores:
        stores.habits().daily.add(NOON.date(), "a", KeyCount(characters=10, by_hand=10, pressed=4))
    answer = _run(Request("stats"), tmp_path, StillClock(), read_only=read_only)
    counts = {"uses": 1, "replies": 1, "characters": 10, "keys_saved": 6}
    assert answer.data == [{"day": "2026-11-22", **counts}]
    assert answer.facts["total"] == counts


def test_a_review_of_damaged_data_tells_of_the_damage(tmp_path: Path) -> None:
    searched_in_vain(tmp_path)
    (tmp_path / "insights.json").write_text("{half")
    answer = run_on_folder(Request("review"), tmp_path)
    assert answer.exit is Exit.DONE
    (found,) = answer.facts["recoveries"]
    assert Path(found["path"]).name == "insights.json"
    assert "recoveries" not in run_on_folder(Request("review"), tmp_path).facts


def test_a_review_of_data_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    searched_in_vain(tmp_path)
    newer = '{"_meta":{"1":{"format":"quickdesk-insights","version":99}},"dead":{}}'
    for path in tmp_path.glob("insights.*"):
        path.unlink()
    (tmp_path / "insights.json").write_text(newer)
    answer = run_on_folder(Request("review"), tmp_path)
    assert (answer.exit, answer.problem) == (Exit.DATA, "data-newer")
    assert (tmp_path / "insights.json").read_text() == newer


def test_a_check_alone_finds_that_the_clock_jumped(tmp_path: Path) -> None:
    run_on_folder(Request("add", {"title": "一", "body": "文"}), tmp_path, StillClock())
    clock = StillClock(NOON + timedelta(days=400))
    assert [each["fault"] for each in run_on_folder(Request("check"), tmp_path, clock).data["findings"]] == [
        "clock"
    ]
