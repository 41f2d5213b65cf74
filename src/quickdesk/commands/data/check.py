"""The command ``check``: read all data and backups, repair what can be repaired, and list the findings."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from quickdesk.commands.answer import Answer, Exit, Request, done, problem
from quickdesk.commands.arguments import flag
from quickdesk.commands.checker import Checker, CheckResult, Fault, Finding
from quickdesk.replies.running_days import DayCounter


def check(request: Request, checker: Checker, days: DayCounter) -> Answer:
    """Check all data; DATA if something is still damaged.

    With ``acknowledge`` the files set aside so far are reported for the last time.
    """
    is_acknowledged = flag(request, "acknowledge")
    result = checker.check()
    result = replace(result, findings=(*result.findings, *_clock_jump(days)))
    data: dict[str, Any] = {
        "state": _state(result),
        "documents": dict(result.documents),
        "backups": result.backups,
        "findings": [finding.to_json() for finding in result.findings],
    }
    if is_acknowledged:
        data["acknowledged"] = list(checker.acknowledge())
    return problem(Exit.DATA, "data-faulty", **data) if data["state"] == "damaged" else done(data)


def _clock_jump(days: DayCounter) -> Iterator[Finding]:
    """Yield a finding if the clock jumped on this running day."""
    jump = days.days().jump_of_the_day
    if jump is not None:
        yield Finding(Fault.CLOCK, "", "", f"{jump.before.isoformat()}/{jump.after.isoformat()}")


def _state(result: CheckResult) -> str:
    if not all(finding.is_harmless for finding in result.findings):
        return "damaged"
    repaired = (finding.is_repaired and finding.fault is not Fault.BACKUP for finding in result.findings)
    return "repaired" if any(repaired) else "fine"
