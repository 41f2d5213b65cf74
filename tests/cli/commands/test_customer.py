"""The command ``customer``: what its actions send, write and say."""

import base64
import json
import stat
from pathlib import Path
from typing import Any

import pytest

from quickdesk.cli.commands.customer import ACTIONS, action
from quickdesk.cli.commands.customer_erasure import erased_text, retention_text
from quickdesk.cli.commands.customer_files import import_text
from quickdesk.cli.context import Context
from quickdesk.cli.dispatch import finish
from quickdesk.cli.files import FileError
from quickdesk.cli.output import error_text
from quickdesk.cli.parser import UsageError, parse
from quickdesk.cli.subcommand import run_on_data
from quickdesk.cli.words.cases import case_state, case_type, event_text, event_type
from quickdesk.cli.words.catalog import Catalog, catalog_for
from quickdesk.cli.words.customers import card_text, customer_refusals
from quickdesk.cli.words.problems import problems
from quickdesk.commands.answer import Answer, Exit, Request, done, problem
from quickdesk.commands.registry import COMMANDS, run
from quickdesk.customers.case import CaseState, CaseType
from quickdesk.customers.store import CustomerChange
from quickdesk.customers.timeline import EventType, Satisfaction
from quickdesk.exchange.customers.records import CustomerRefusal
from quickdesk.settings.settings import Language
from tests.contracts.customer_store import CASE, LIN, NOTE, PASTED
from tests.fakes.command_services import services_with

ENGLISH = Catalog()
PHONE = LIN.phones[0]


def context(folder: Path) -> Context:
    return Context(None, folder, ENGLISH)  # type: ignore[arg-type]  # no host is asked


def answered(line: list[str], folder: Path) -> Answer | None:
    """Return what a line leaves to print, run on one customer."""
    services = services_with()
    services.customers.apply(CustomerChange((LIN,), (NOTE,), (CASE,), (PASTED,)))
    parsed = parse(["customer", *line], ENGLISH)
    described = action(line[0])
    answer = run(Request(described.name, described.request(parsed, context(folder))), services)
    return finish(described, parsed, answer)


def test_every_action_has_a_use_case() -> None:
    of_data = {name for name in ACTIONS if action(name).without_program is run_on_data}
    assert {f"customer {name}" for name in of_data} <= set(COMMANDS)
    assert set(ACTIONS) - of_data == {"use"}
    assert all(action(name).summary(ENGLISH) for name in ACTIONS)


def test_every_type_and_state_has_words() -> None:
    chinese = catalog_for(Language.SIMPLIFIED)
    for values, words in ((CaseType, case_type), (CaseState, case_state), (EventType, event_type)):
        assert all(words(each.value, chinese) != each.value for each in values)
    for each in CaseState:
        text = event_text({"type": "case", "text": each.value}, chinese)
        assert text == case_state(each.value, chinese)
    for rating in Satisfaction:
        assert event_text({"type": "satisfaction", "text": rating.value}, chinese) != rating.value


def test_a_card_in_chinese_has_no_english_values(tmp_path: Path) -> None:
    answer = answered(["export", "l1", "-", "--json"], tmp_path)
    assert answer is not None
    text = card_text(answer.data["customer"], catalog_for(Language.SIMPLIFIED))
    assert not {CASE.type.value, CASE.state.value, PASTED.type.value} & set(text.split())
    assert "已粘贴话术" in text


def test_an_action_is_needed() -> None:
    with pytest.raises(UsageError):
        parse(["customer"], ENGLISH)


@pytest.mark.parametrize("reason", CustomerRefusal)
def test_every_refusal_has_words(reason: CustomerRefusal) -> None:
    assert reason.name.lower().replace("_", "-") in customer_refusals(ENGLISH)


@pytest.mark.parametrize(
    "name", ["unknown-customer", "several-customers", "one-or-all-customers", "erasure-not-confirmed"]
)
def test_every_problem_has_words(name: str) -> None:
    assert name in problems(ENGLISH)


class TestExport:
    def test_one_customer_is_masked_text(self, tmp_path: Path) -> None:
        file = tmp_path / "lin.txt"
        answer = answered(["export", "l1", str(file)], tmp_path / "data")
        text = file.read_text()
        assert PHONE not in text
        assert "138****0006" in text
        assert NOTE.text.splitlines()[0] in text
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert answer is not None
        assert "not encrypted" in _printed(answer)

    def test_one_customer_in_full(self, tmp_path: Path) -> None:
        file = tmp_path / "lin.json"
        answered(["export", "l1", str(file), "--reveal"], tmp_path / "data")
        card = json.loads(file.read_text())
        assert card["phones"] == [PHONE]
        assert [len(card[name]) for name in ("notes", "cases", "events", "orders")] == [1, 1, 1, 2]
        assert card_text(card, ENGLISH)

    def test_all_customers_are_a_table(self, tmp_path: Path) -> None:
        file = tmp_path / "all.csv"
        answered(["export", "--all", str(file)], tmp_path / "data")
        assert PHONE in file.read_text("utf-8-sig")

    def test_all_customers_with_their_cases_are_json(self, tmp_path: Path) -> None:
        file = tmp_path / "all.json"
        answered(["export", "--all", str(file)], tmp_path / "data")
        (card,) = json.loads(file.read_text())
        assert [len(card[name]) for name in ("notes", "cases", "events", "orders")] == [1, 1, 1, 2]
        assert card["phones"] != [PHONE]
        answered(["export", "--all", "--reveal", "--force", str(file)], tmp_path / "data")
        assert json.loads(file.read_text())[0]["phones"] == [PHONE]

    @pytest.mark.parametrize("arguments", [["--all", "l1"], []])
    def test_one_or_all(self, tmp_path: Path, arguments: list[str]) -> None:
        answer = answered(["export", *arguments, str(tmp_path / "x")], tmp_path / "data")
        assert answer is not None
        assert answer.problem == "one-or-all-customers"

    def test_a_file_is_not_replaced_without_force(self, tmp_path: Path) -> None:
        (tmp_path / "x").write_text("mine")
        with pytest.raises(FileError):
            answered(["export", "--all", str(tmp_path / "x")], tmp_path / "data")
        answered(["export", "--all", "--force", str(tmp_path / "x")], tmp_path / "data")
        assert "mine" not in (tmp_path / "x").read_text()


class TestImport:
    def test_it_counts_and_names_rows(self, tmp_path: Path) -> None:
        file = tmp_path / "a.csv"
        file.write_bytes("昵称,手机\n小王,138\n老王,1.38E+10\n".encode("gb18030"))
        answer = answered(["import", str(file)], tmp_path / "data")
        assert answer is not None
        text = import_text(answer.data, ENGLISH)
        assert "1 new customers" in text
        assert "a.csv, row 3 (老王): a spreadsheet cut this number off: 1.38E+10" in text

    def test_a_table_without_customers(self, tmp_path: Path) -> None:
        file = tmp_path / "a.csv"
        file.write_text("尺码\nL\n")
        answer = answered(["import", str(file)], tmp_path / "data")
        assert answer is not None
        assert "no column for nicknames" in error_text(action("import"), answer, ENGLISH)

    def test_many_refused_rows_are_shortened(self) -> None:
        row = {"file": "a", "row": 1, "line": 1, "title": "", "reason": "no-customer", "detail": ""}
        data = {"new": 0, "changed": 0, "same": 1, "continued": 2, "dry_run": True, "refused": [row] * 30}
        assert "and 10 more" in import_text(data, ENGLISH)


def test_what_was_erased_is_said() -> None:
    counts = {"notes": 1, "cases": 2, "events": 3, "backups": 4, "files": 5}
    text = erased_text({"label": "小王", **counts}, ENGLISH)
    assert all(str(number) in text for number in counts.values())
    refused = problem(Exit.REFUSED, "erasure-not-confirmed", label="小王", notes=1, cases=0)
    assert "--yes" in error_text(action("erase"), refused, ENGLISH)


def test_what_would_be_erased_is_said() -> None:
    data: dict[str, Any] = {"customers": 2, "notes": 3, "cases": 0, "events": 0, "erased": False}
    assert "2 customers with 3 notes" in retention_text(data, ENGLISH)
    refused = problem(Exit.REFUSED, "retention-not-confirmed", **data)
    assert "--yes" in error_text(action("retention"), refused, ENGLISH)
    assert "Erased" in retention_text({**data, "erased": True}, ENGLISH)
    assert "Nothing" in retention_text(dict.fromkeys(data, 0), ENGLISH)


def _printed(answer: Answer) -> str:
    from quickdesk.cli.commands.customer_files import export_text

    return export_text(answer.data, ENGLISH)


def test_content_is_sent_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes(b"\xff\xfea")
    parsed = parse(["customer", "import", str(file)], ENGLISH)
    sent = action("import").request(parsed, context(tmp_path))
    assert base64.b64decode(sent["content"]) == b"\xff\xfea"
    assert done(sent).data["name"] == "a.csv"
