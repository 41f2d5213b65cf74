"""Every fault that a check can find has a sentence, in the words of the file and the kind."""

import json
from pathlib import Path

import pytest

from quickdesk.cli.commands import subcommand
from quickdesk.cli.commands.check import check_text, finding_sentence
from quickdesk.cli.local import run_on_folder
from quickdesk.cli.output import show
from quickdesk.cli.words.catalog import Catalog
from quickdesk.commands.answer import Exit, Request
from quickdesk.commands.checker import Fault, Finding
from quickdesk.replies.store import StoreProblem
from quickdesk.storage.report import Flaw

ENGLISH = Catalog()
DETAILS = {each.name.lower().replace("_", "-") for each in (*Flaw, *StoreProblem)}


@pytest.mark.parametrize("fault", [each for each in Fault if each is not Fault.CLOCK])
@pytest.mark.parametrize("detail", sorted(DETAILS))
def test_every_finding_has_words(fault: Fault, detail: str) -> None:
    finding = Finding(fault, "snippets", "/s.json", detail, 7).repaired("/aside")
    words = finding_sentence(finding.to_json(), ENGLISH)
    assert "{" not in words
    assert "/s.json" in words
    assert "kept as /aside" in words or fault is Fault.COPY
    if fault in (Fault.DAMAGED, Fault.REFUSED):
        assert f": {detail}." not in words, "details have words too"


def test_a_loss_of_unknown_size_is_reported_without_a_number() -> None:
    words = finding_sentence(Finding(Fault.LOST, "snippets", "/s.7.log").to_json(), ENGLISH)
    assert words == "Some changes could not be read (replies). They were in /s.7.log."


def test_a_jump_of_the_clock_is_reported_with_both_moments_and_is_harmless() -> None:
    interval = "2026-11-22T12:00:00+08:00/2027-11-22T12:01:00+08:00"
    finding = Finding(Fault.CLOCK, "", "", interval)
    words = finding_sentence(finding.to_json(), ENGLISH)
    assert "shows 2027-11-22 12:01, and quickdesk last ran at 2026-11-22 12:00" in words
    assert finding.is_harmless


def test_a_fault_of_a_newer_program_is_named() -> None:
    assert finding_sentence({"fault": "new", "path": "/x"}, ENGLISH) == "/x: new"


@pytest.mark.parametrize(
    ("state", "words"),
    [("fine", "in order ("), ("repaired", "in order again"), ("damaged", "Not everything")],
)
def test_the_end_says_what_was_read(state: str, words: str) -> None:
    data = {"state": state, "documents": {"snippets": 3, "customers": 2}, "backups": 4, "findings": []}
    text = check_text(data, ENGLISH)
    assert words in text
    assert "replies 3, customers 2" in text
    assert "verified backups: 4" in text


def test_what_is_reported_again_can_be_acknowledged() -> None:
    earlier = Finding(Fault.SET_ASIDE, "snippets", "/s.7.log").to_json()
    data = {"state": "fine", "documents": {}, "backups": 0, "findings": [earlier]}
    text = check_text(data, ENGLISH)
    assert "/s.7.log was found damaged or missing before." in text
    assert "quickdesk check --acknowledge" in text
    text = check_text({**data, "acknowledged": ["/s.7.log.kept-1"]}, ENGLISH)
    assert "not reported any more: /s.7.log.kept-1" in text
    assert "--acknowledge" not in text
    assert "--acknowledge" not in check_text({**data, "findings": []}, ENGLISH)


def test_a_damaged_folder_is_reported_either_way(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    home = tmp_path / "home"
    assert run_on_folder(Request("check"), home).data["state"] == "fine"
    for path in home.glob("snippets.*"):
        path.write_text("{half")
    answer = run_on_folder(Request("check"), home)
    assert answer.exit is Exit.DATA
    show(subcommand("check"), answer, ENGLISH, as_json=False)
    assert "damaged-1" in capsys.readouterr().err
    show(subcommand("check"), answer, ENGLISH, as_json=True)
    text = json.loads(capsys.readouterr().out)
    assert (text["problem"], text["state"]) == ("data-faulty", "damaged")
    assert run_on_folder(Request("check"), home).data["state"] == "fine", "what was bad lies aside now"


def test_a_folder_that_can_only_be_read_is_checked_too(tmp_path: Path) -> None:
    home = tmp_path / "home"
    run_on_folder(Request("list"), home)
    (home / "quickdesk.lock").unlink(missing_ok=True)
    (home / "quickdesk.lock").mkdir()
    assert run_on_folder(Request("check"), home).data["state"] == "fine"
