"""Foreign texts in notices stay on one line and do not change the direction of the message."""

import unicodedata

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from quickdesk.replies.history import ActionType
from quickdesk.replies.snippet import FIELDS
from quickdesk.replies.store import StoreProblem
from quickdesk.replies.validation import FlawKind, SnippetFlaw
from quickdesk.ui import data_notices, notices
from quickdesk.ui.notice import Notice, NoticeBar, Tone
from quickdesk.ui.theme import Theme
from quickdesk.ui.undo import undo_notices

LIMITED = [(field.name, field.limit) for field in FIELDS]
HOSTILE = "a\u202eb\nSaved: c\u2028<b>d</b>\x1b"


@pytest.mark.parametrize(("field", "limit"), LIMITED)
def test_why_a_reply_is_not_saved_names_the_field_and_its_limit(field: str, limit: int) -> None:
    notice = notices.not_saved(SnippetFlaw(field, FlawKind.TOO_LONG))
    assert f"{limit:,}" in notice.text


@pytest.mark.parametrize(
    ("notice", "lines"),
    [
        (notices.saved(HOSTILE), 1),
        (undo_notices.removed(HOSTILE), 3),
        (undo_notices.undone(ActionType.EDIT, [HOSTILE], [HOSTILE]), 3),
        (undo_notices.changed_since([HOSTILE]), 2),
        (data_notices.recovered(HOSTILE, used_previous=True, lost_nothing=False), 2),
        (data_notices.lost("snippets", 1, HOSTILE, is_kept=True), 2),
        (data_notices.read_only(StoreProblem.DISK_FULL, HOSTILE), 2),
    ],
)
def test_a_title_or_a_path_cannot_change_the_lines_or_direction_of_a_notice(
    notice: Notice, lines: int
) -> None:
    text = f"{notice.headline}\n{notice.text}".strip("\n")
    assert len(text.splitlines()) == lines
    assert not any(unicodedata.category(each) in ("Cc", "Zl", "Zp") for each in text if each != "\n")
    assert "\u202e" not in text


def test_every_action_has_a_name_of_its_own() -> None:
    assert len({undo_notices.action_name(each, 1) for each in ActionType}) == len(ActionType)


def test_a_notice_shows_html_literally(qtbot: QtBot, theme: Theme) -> None:
    bar = NoticeBar(theme)
    qtbot.addWidget(bar)
    bar.show_notice(Notice(Tone.DONE, HOSTILE, "<img src=x>"))
    labels = [label for label in bar.findChildren(QLabel) if label.text()]
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}
