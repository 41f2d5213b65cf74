"""The command that reads everything that is kept, mends what can be mended, and says what it found."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from quickdesk.commands.answer import Answer, Exit, Request, done, problem
from quickdesk.commands.arguments import flag
from quickdesk.commands.checker import Checked, Fault, Finding
from quickdesk.commands.desk import Desk


def check(request: Request, desk: Desk) -> Answer:
    """Check all data; DATA where something is left damaged.

    With ``acknowledge`` the files set aside until now are reported this one time more.
    """
    is_acknowledged = flag(request, "acknowledge")
    found = desk.checker.check()
    found = replace(found, findings=(*found.findings, *_clock(desk)))
    told: dict[str, Any] = {
        "state": _state(found),
        "documents": dict(found.documents),
        "backups": found.backups,
        "findings": [finding.to_json() for finding in found.findings],
    }
    if is_acknowledged:
        told["acknowledged"] = list(desk.checker.acknowledge())
    return problem(Exit.DATA, "data-faulty", **told) if told["state"] == "damaged" else done(told)


def _clock(desk: Desk) -> Iterator[Finding]:
    """Return a finding where the clock jumped on this running day."""
    jump = desk.days.days().jump_of_the_day
    if jump is not None:
        yield Finding(Fault.CLOCK, "", "", f"{jump.before.isoformat()}/{jump.after.isoformat()}")


def _state(found: Checked) -> str:
    if not all(finding.is_harmless for finding in found.findings):
        return "damaged"
    repaired = (finding.is_mended and finding.fault is not Fault.BACKUP for finding in found.findings)
    return "repaired" if any(repaired) else "fine"
