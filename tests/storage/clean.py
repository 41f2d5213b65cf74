"""What tests ask of the report on opening."""

from quickdesk.storage.report import OpenReport


def is_clean(report: OpenReport) -> bool:
    """Whether everything was found as it was left."""
    found = (report.recoveries, report.losses, report.foreign, report.unread_settings)
    return not any(found)
