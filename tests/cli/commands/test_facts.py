from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from quickdesk.cli.commands.facts import facts_text
from quickdesk.cli.words.catalog import Catalog
from quickdesk.commands.answer import Exit
from tests.cli.test_main import Captured, Surroundings

ENGLISH = Catalog()


def fact(**changes: Any) -> dict[str, Any]:
    return {
        "name": "快递公司", "value": "顺丰", "until": None, "expired": False, "uses": 9, "replies": [],
    } | changes  # fmt: skip


@pytest.fixture
def machine(tmp_path: Path) -> Surroundings:
    return Surroundings(tmp_path / "data")


@pytest.fixture
def answer(machine: Surroundings, capsys: Captured) -> Callable[..., tuple[int, str]]:
    def run(*line: str) -> tuple[int, str]:
        code = machine.run(*line)
        return code, "".join(capsys.readouterr())

    return run


def test_facts_stand_below_each_other_with_their_use_and_validity() -> None:
    lines = [
        fact(),
        fact(name="地址", value="杭州", until="2026-12-31", uses=2),
        fact(name="旧", until="2026-01-01", expired=True),
    ]
    assert facts_text(lines, ENGLISH).splitlines() == [
        "快递公司  顺丰  (replies: 9)",
        "地址      杭州  (until 2026-12-31, replies: 2)",
        "旧        顺丰  (expired since 2026-01-01, replies: 9)",
    ]


def test_a_long_value_is_cut_to_the_line() -> None:
    (line,) = facts_text([fact(value="长" * 500)], ENGLISH).splitlines()
    assert "…  (replies: 9)" in line
    assert len(line) < 120


def test_facts_are_set_used_listed_and_removed(answer: Callable[..., tuple[int, str]]) -> None:
    assert "facts set" in answer("facts")[1]
    code, words = answer("facts", "set", "退货地址", "杭州市\n1号楼", "--until", "2099-12-31")
    assert (code, words) == (0, "Set: 退货地址 = 杭州市 1号楼\n")
    assert answer("add", "--title", "t", "--body", "寄到{事实:退货地址}", "--code", "zzz")[0] == Exit.DONE
    assert answer("render", "zzz") == (0, "寄到杭州市\n1号楼\n")
    assert "until 2099-12-31" in answer("facts")[1]
    assert '"until": "2099-12-31"' in answer("facts", "--json")[1]
    assert answer("facts", "remove", "退貨地址", "--json")[0] == Exit.DONE
    assert answer("render", "zzz")[0] == Exit.REFUSED
    assert "Facts as before: 退货地址" in answer("undo")[1]
    assert answer("render", "zzz")[0] == Exit.DONE


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (("facts", "remove", "没有"), Exit.NOT_FOUND),
        (("facts", "set", "快递公司"), Exit.USAGE),
        (("facts", "set", "快递公司", ""), Exit.USAGE),
        (("facts", "set", "快递公司", "x" * 1001), Exit.USAGE),
        (("facts", "set", "快递公司", "x", "--until", "soon"), Exit.USAGE),
        (("facts", "set", "快递公司", "x", "--until", "2020-01-01"), Exit.USAGE),
        (("facts", "show"), Exit.USAGE),
    ],
)
def test_what_is_wrong_says_why(
    answer: Callable[..., tuple[int, str]], line: tuple[str, ...], code: Exit
) -> None:
    found, words = answer(*line)
    assert found == code
    assert words
    assert "Traceback" not in words


def test_a_command_of_a_command_explains_itself(answer: Callable[..., tuple[int, str]]) -> None:
    assert "--until DATE" in answer("facts", "set", "--help")[1]
