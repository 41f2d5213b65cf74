"""The reply lists of a public collection, wholly: what becomes of real files."""

from itertools import count
from pathlib import Path

import pytest

from quickdesk.exchange.formats import read
from quickdesk.exchange.parsed import ExchangeError, ParsedFile, RefusalReason
from quickdesk.exchange.plan import ImportPlan, plan
from quickdesk.replies.template import parse

ROOT = Path(__file__).parents[3] / "shared" / "data" / "customer-service-scripts"
pytestmark = pytest.mark.skipif(not ROOT.is_dir(), reason="the collection of real reply lists is not here")


@pytest.fixture(scope="module")
def parsed_files() -> list[ParsedFile]:
    files = sorted(ROOT.rglob("*.md"))
    return [read(file.relative_to(ROOT).as_posix(), file.read_bytes()) for file in files]


@pytest.fixture(scope="module")
def imported(parsed_files: list[ParsedFile]) -> ImportPlan:
    numbers = count(1)
    return plan(parsed_files, (), lambda: f"n{next(numbers)}")


def test_every_reply_is_read_and_every_other_block_is_refused(imported: ImportPlan) -> None:
    assert (len(imported.new), len(imported.changed), len(imported.same)) == (362, 0, 0)
    assert [(one.reason, one.place.file) for one in imported.refused] == [
        (RefusalReason.CODE_BLOCK, "README.md"),
        (RefusalReason.CODE_BLOCK, "README.md"),
    ]


def test_no_raw_placeholder_is_left(imported: ImportPlan) -> None:
    bodies = [snippet.body for snippet in imported.new]
    assert [body for body in bodies if "[" in body] == []
    assert sum(len(parse(body).fields) for body in bodies) > 900


def test_a_second_import_changes_nothing(parsed_files: list[ParsedFile], imported: ImportPlan) -> None:
    again = plan(parsed_files, imported.new, lambda: "never")
    assert (again.new, again.changed, len(again.same)) == ((), (), 362)


def test_a_licence_is_not_a_reply_list() -> None:
    with pytest.raises(ExchangeError):
        read("LICENSE", (ROOT / "LICENSE").read_bytes())
