"""What was found in the data, or was done to it from outside, as notices in the agent's language."""

from collections.abc import Iterator

from quickdesk.commands.answer import Answer, Exit
from quickdesk.storage.report import Flaw, OpenReport
from quickdesk.ui import data_notices, notices
from quickdesk.ui.notice import Notice


def findings(report: OpenReport) -> list[Notice]:
    """Return one notice for each damaged or foreign file, for each loss, and for copies beside the data."""
    return [
        *(
            data_notices.recovered(
                ", ".join(map(str, each.set_aside or (each.path,))),
                used_previous=each.used_previous,
                lost_nothing=each.lost_nothing,
            )
            for each in report.recoveries
            # A file that was only missing has given way to its previous version.
            if each.set_aside or each.flaw is not Flaw.MISSING
        ),
        *(
            data_notices.lost(
                each.kind,
                each.changes,
                ", ".join(map(str, each.set_aside or (each.path,))),
                is_kept=bool(each.set_aside),
            )
            for each in report.losses
        ),
        *(
            data_notices.foreign(each.kind, ", ".join(map(str, each.set_aside or (each.path,))))
            for each in report.foreign
        ),
        *_copies(report),
    ]


def _copies(report: OpenReport) -> Iterator[Notice]:
    """One notice for each kind: a sync program may have left very many."""
    for kind in dict.fromkeys(each.kind for each in report.copies):
        yield data_notices.copies(kind, [str(each.path) for each in report.copies if each.kind == kind])


def undoable(command: str, answer: Answer) -> Notice | None:
    """Return the notice of a command that took much away or brought much in; None for any other."""
    if answer.exit is not Exit.DONE:
        return None
    if command == "remove":
        return notices.removed(answer.data["title"])
    if command == "import":
        return notices.imported(answer.data["new"], answer.data["changed"])
    if command == "restore" and answer.data.get("backup") is not None:
        return notices.backup_restored(*(answer.data[count] for count in ("new", "changed", "removed")))
    return None
