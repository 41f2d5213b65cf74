"""The command ``check``: reads all data and the backups, repairs what it can, and lists what it found."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from quickdesk.commands.answer import Answer, Exit, Request, done, problem
from quickdesk.commands.arguments import flag
from quickdesk.commands.checker import Checker, CheckResult, Fault, Finding
from quickdesk.replies.running_days import DayCounter


def check(request: Request, checker: Checker, days: DayCounter) -> Answer:
    """Check all data; DATA if something is still damaged.

    With ``acknowledge`` the files set aside until now are reported for the last time.
    """
    is_acknowledged = flag(request, "acknowledge")
    found = checker.check()
    found = replace(found, findings=(*found.findings, *_clock_jump(days)))
    result: dict[str, Any] = {
        "state": _state(found),
        "documents": dict(found.documents),
        "backups": found.backups,
        "findings": [finding.to_json() for finding in found.findings],
    }
    if is_acknowledged:
        result["acknowledged"] = list(checker.acknowledge())
    return problem(Exit.DATA, "data-faulty", **result) if result["state"] == "damaged" else done(result)


def _clock_jump(days: DayCounter) -> Iterator[Finding]:
    """Yield a finding if the clock jumped on this running day."""
    jump = days.days().jump_of_the_day
    if jump is not None:
        yield Finding(Fault.CLOCK, "", "", f"{jump.before.isoformat()}/{jump.after.isoformat()}")


def _state(found: CheckResult) -> str:
    if not all(finding.is_harmless for finding in found.findings):
        return "damaged"
    repaired = (finding.is_repaired and finding.fault is not Fault.BACKUP for finding in found.findings)
    return "repaired" if any(repaired) else "fine"
