"""What tests ask of the report on opening."""

from quickdesk.storage.report import OpenReport


def is_clean(report: OpenReport) -> bool:
    """Whether everything was found as it was left."""
    return not report.recoveries and not report.losses and not report.unread_settings
