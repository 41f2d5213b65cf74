from datetime import timedelta

import pytest

from quickdesk.replies.drafts import FORM_KEPT, MAX_DRAFTS, Drafts, FormDraft, ReplyDraft
from quickdesk.replies.snippet import Snippet
from tests.fakes.clock import NOON


def reply(number: int, title: str = "题") -> ReplyDraft:
    return ReplyDraft(number, NOON, Snippet("", title, ""))


def form(number: int, seconds: float = 0) -> FormDraft:
    return FormDraft(number, NOON + timedelta(seconds=seconds), "a1", {"订单号": "A1"})


def test_a_draft_replaces_the_one_of_its_number_and_is_the_newest() -> None:
    drafts = Drafts().with_draft(reply(1)).with_draft(reply(2)).with_draft(reply(1, "新"))
    assert drafts.replies == (reply(2), reply(1, "新"))
    assert drafts.next_number == 3
    assert not drafts.without(1).without(2)


def test_only_the_newest_drafts_of_each_kind_are_kept() -> None:
    drafts = Drafts().with_draft(form(99))
    for number in range(MAX_DRAFTS + 3):
        drafts = drafts.with_draft(reply(number))
    assert [each.number for each in drafts.replies] == list(range(3, MAX_DRAFTS + 3))
    assert drafts.forms == (form(99),)


@pytest.mark.parametrize(("age", "is_kept"), [(0, True), (1799, True), (1800, False), (-1, False)])
def test_the_values_of_a_form_are_kept_for_half_an_hour(age: float, is_kept: bool) -> None:
    drafts = Drafts((reply(1),), (form(2, -age),))
    assert timedelta(minutes=30) == FORM_KEPT
    assert drafts.at(NOON) == (drafts if is_kept else Drafts((reply(1),)))


def test_no_text_is_in_what_is_printed_of_a_draft() -> None:
    draft = FormDraft(1, NOON, "a1", {"订单号": "秘密"}, "chat", "买家秘密")
    assert "秘密" not in repr((draft, reply(2, "秘密")))
