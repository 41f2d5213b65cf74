"""Every value that can be shown to the agent has a message."""

import re

import pytest

from quickdesk.desktop.ports.hotkeys import UnsupportedReason
from quickdesk.replies.delivery import DeliveryProblem, Outcome
from quickdesk.replies.store import StoreProblem
from quickdesk.replies.template import TemplateFlaw
from quickdesk.settings.hotkey import HotkeyProblem
from quickdesk.settings.settings import Language, ThemeChoice
from quickdesk.ui import data_notices, messages
from quickdesk.ui.notice import Notice, Tone


def all_messages() -> list[str]:
    notices: list[Notice] = [
        *(messages.outcome(member) for member in Outcome),
        *(data_notices.store_problem(member, "/data") for member in StoreProblem),
        *(messages.hotkeys_missing(member.value) for member in UnsupportedReason),
        messages.hotkeys_missing("never heard of"),
        messages.hotkey_works("Ctrl+Alt+Q"),
        messages.hotkey_taken("Ctrl+Alt+Q"),
        messages.hotkey_taken("Ctrl+Alt+Q", "notes"),
        messages.hotkey_not_on_layout("Ctrl+Alt+Q"),
    ]
    return [
        *(notice.headline for notice in notices),
        *(notice.text for notice in notices if notice.text),
        *(messages.hotkey_problem(member) for member in HotkeyProblem),
        *(messages.template_flaw(member) for member in TemplateFlaw),
        *(messages.delivery_problem(member, ("name", "order")) for member in DeliveryProblem),
        *(messages.theme_name(member) for member in ThemeChoice),
        *(messages.language_name(member) for member in Language),
    ]


def test_every_member_has_a_message() -> None:
    assert all(text.strip() for text in all_messages())


def test_messages_have_no_exclamation_mark_and_no_open_placeholder() -> None:
    for text in all_messages():
        assert "!" not in text
        assert not re.search(r"\{(keys|path|names|holder|most)\}", text), text


@pytest.mark.parametrize(
    "outcome", [each for each in Outcome if each not in (Outcome.PASTED, Outcome.UNSEEN)]
)
def test_a_failed_paste_shows_the_paste_keys_of_the_target(outcome: Outcome) -> None:
    notice = messages.outcome(outcome, "Shift+Insert")
    assert "Shift+Insert" in notice.text
    assert notice.tone in (Tone.INFO, Tone.WARNING)


def test_each_reason_has_its_own_message() -> None:
    assert len({messages.hotkeys_missing(member.value).text for member in UnsupportedReason}) == len(
        UnsupportedReason
    )


def test_missing_fields_are_named() -> None:
    assert "订单号, 金额" in messages.delivery_problem(DeliveryProblem.MISSING, ("订单号", "金额"))


def test_the_holder_of_a_hotkey_is_named_if_known() -> None:
    assert "notes" in messages.hotkey_taken("Ctrl+Alt+Q", "notes").headline
    assert "another program" in messages.hotkey_taken("Ctrl+Alt+Q").headline
