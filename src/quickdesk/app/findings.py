"""What was found when the data was opened, as notices in the agent's language."""

from quickdesk.storage.report import OpenReport
from quickdesk.ui import news
from quickdesk.ui.notice import Notice


def findings(report: OpenReport) -> list[Notice]:
    """Return one notice for each damaged file that was set aside and for each loss."""
    return [
        *(
            news.recovered(
                ", ".join(map(str, each.set_aside)),
                used_previous=each.used_previous,
                lost_nothing=each.lost_nothing,
            )
            for each in report.recoveries
            if each.set_aside  # a file that was only missing has given way to its previous version
        ),
        *(
            news.lost(
                each.kind,
                each.changes,
                ", ".join(map(str, each.set_aside or (each.path,))),
                is_kept=bool(each.set_aside),
            )
            for each in report.losses
        ),
    ]
