"""The commands on customer cards, typed in a terminal."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from quickdesk.cli.commands.customer_cards import cards_text
from quickdesk.cli.words.catalog import Catalog
from quickdesk.commands.answer import Exit, Request, done
from quickdesk.commands.registry import run
from tests.cli.test_main import Captured, Surroundings
from tests.fakes.command_services import services_with

ENGLISH = Catalog()


@pytest.fixture
def machine(tmp_path: Path) -> Surroundings:
    """Return a machine on which the program runs."""
    machine, services = Surroundings(tmp_path / "data"), services_with()
    machine.program = lambda request: run(Request.from_json(request), services)
    return machine


@pytest.fixture
def answer(machine: Surroundings, capsys: Captured) -> Callable[..., tuple[int, str]]:
    def answered(*line: str) -> tuple[int, str]:
        code = machine.run("customer", *line)
        return code, "".join(capsys.readouterr())

    return answered


@pytest.fixture
def added(answer: Callable[..., tuple[int, str]]) -> str:
    code, out = answer(
        "add", "--nick", "小林🌸", "--platform", "淘宝", "--tag", "常客", "--phone", "13800000006",
        "--set", "尺码=M", "--json",
    )  # fmt: skip
    assert code == Exit.DONE
    card: dict[str, Any] = json.loads(out[: out.rindex("}") + 1])
    return str(card["id"])


def test_a_card_lives_from_add_to_restore(answer: Callable[..., tuple[int, str]], added: str) -> None:
    assert f"{added}  小林🌸 (淘宝)  常客" in answer("list")[1]
    shown = answer("show", "小林🌸")[1]
    assert "138****0006" in shown
    assert "13800000006" in answer("show", added[:6], "--reveal")[1]
    assert "Changed customer" in answer("edit", added, "--remark", "急性子")[1]
    assert "急性子" in answer("find", "小林")[1]
    assert "Noted for 小林🌸" in answer("note", added, "要发票", "--pin")[1]
    assert "Changed customer" in answer("order", added, "2611220001", "--set", "状态=已发货")[1]
    assert "要发票" in answer("show", added)[1]
    assert "Moved to the trash: 小林🌸 (淘宝)" in answer("remove", added)[1]
    assert answer("show", added)[0] == Exit.NOT_FOUND
    assert "Restored customer" in answer("restore", added)[1]


def test_cards_are_merged(answer: Callable[..., tuple[int, str]], added: str) -> None:
    answer("add", "--nick", "林姐", "--platform", "京东", "--set", "尺码=L")
    assert "fields 尺码: M stays, L does not" in answer("merge", added, "林姐", "--dry-run")[1]
    assert "Merged" in answer("merge", added, "林姐")[1]
    assert answer("show", "林姐")[0] == Exit.DONE
    assert answer("merge", added, added)[0] == Exit.USAGE


@pytest.mark.parametrize(
    ("line", "code", "words"),
    [
        (["add"], Exit.USAGE, "Not understood"),
        (["add", "--nick", "  "], Exit.REFUSED, "nicknames, part 1: nothing here"),
        (["add", "--nick", "a", "--birthday", "2-30"], Exit.REFUSED, "birthday"),
        (["add", "--nick", "a", "--set", "x"], Exit.USAGE, "Not understood"),
        (["show", "谁"], Exit.NOT_FOUND, "No customer has the id or nickname 谁."),
        (["find", "谁"], Exit.NOT_FOUND, "No customer found for: 谁"),
        (["edit", "小林🌸"], Exit.USAGE, "Say what to change"),
        (["order", "小林🌸", "1", "--set", "颜色=红"], Exit.USAGE, "An order has no 颜色."),
        (["note", "小林🌸", "x" * 100_001], Exit.REFUSED, "at most 100,000"),
        (["use"], Exit.USAGE, "Not understood"),
    ],
)
@pytest.mark.usefixtures("added")
def test_what_is_wrong_is_said(
    answer: Callable[..., tuple[int, str]], line: list[str], code: Exit, words: str
) -> None:
    found, said = answer(*line)
    assert (found, words in said) == (code, True), said


def test_the_running_program_is_told_whom_to_use(machine: Surroundings, capsys: Captured) -> None:
    machine.program = lambda request: done({"id": request["arguments"]["id"]})
    assert machine.run("customer", "use", "l1") == Exit.DONE
    assert machine.asked[-1]["command"] == "customer use"
    assert machine.asked[-1]["arguments"] == {"id": "l1", "none": False}
    assert "The current customer is l1." in capsys.readouterr().out
    assert machine.run("customer", "use", "--none") == Exit.DONE
    assert "no current customer" in capsys.readouterr().out
    machine.program = None
    assert machine.run("customer", "use", "l1") == Exit.FAILED
    assert "quickdesk is not running" in capsys.readouterr().err


def test_no_customers_is_said() -> None:
    assert cards_text([], ENGLISH) == "No customers yet."
