"""The starter pack that ships with the program: every reply can be sent, and promises nothing of its own."""

import re
from collections import Counter
from datetime import UTC, datetime

import pytest

from quickdesk.packaged import packaged
from quickdesk.packs.pack import Pack
from quickdesk.packs.source import read_pack
from quickdesk.replies.render import RenderContext, render
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.template import Field, Text, parse

STAGES = {"问候", "售前", "售中", "物流", "售后", "投诉安抚", "评价", "回访", "大促", "内部"}
FORBIDDEN = re.compile(
    "第一|唯一|首选|顶级|极品|极致|国家级|世界级|独一无二|史无前例|万能|永久|百分百|100%|绝对|保证|肯定|一定"
    "|最(?![近后晚多])|治疗|根治|疗效|微信|威信|加我|扫码|转账|银行卡|收款码|红包|返现|补贴|爱买不买|不归我管|自己看"
)
REWARD = re.compile("好评.{0,20}(送|券|返|奖)|(送|券|返|奖).{0,20}好评")
CONTACT = re.compile(r"https?:|www\.|@|QQ|vx|wx|加V", re.IGNORECASE)
AMOUNT = re.compile("[0-9０-９]|[一二两三四五六七八九十百半]+(天|日|小时|分钟|个工作日|元|块|折|倍)")
SHORT = 120
"""汉字 a reply has at most, title and choices included."""


def read_starter() -> Pack:
    folder = packaged("snippets", "zh-CN")
    return read_pack({file.name: file.read_text("utf-8") for file in folder.iterdir() if file.is_file()})


STARTER = read_starter()


def fixed_words(reply: Snippet) -> str:
    """Return the words that are sent regardless of the values, choices included."""
    words = [reply.title]
    for part in parse(reply.body).parts:
        if isinstance(part, Text):
            words.append(part.text)
        elif isinstance(part, Field):
            words.extend(part.choices)
    return "\n".join(words)


def test_it_is_a_pack_of_at_least_120_replies_in_simplified_chinese() -> None:
    assert (STARTER.id, STARTER.language) == ("starter-zh-CN", "zh-CN")
    assert len(STARTER.snippets) >= 120


def test_every_stage_of_a_sale_is_covered() -> None:
    count = Counter(reply.folder[0] for reply in STARTER.snippets)
    assert set(count) == STAGES
    assert min(count.values()) >= 8


@pytest.mark.parametrize("of", ["title", "body", "code"])
def test_no_two_replies_share_a_title_a_body_or_a_code(of: str) -> None:
    count = Counter(getattr(reply, of) for reply in STARTER.snippets)
    assert [value for value, times in count.items() if times > 1] == []


def test_every_reply_can_be_sent_once_its_fields_are_filled() -> None:
    context = RenderContext(datetime(2026, 3, 11, 10, 20, tzinfo=UTC), "摘录")
    for reply in STARTER.snippets:
        template = parse(reply.body)
        values = {field.name: (*field.choices, "样例")[0] for field in template.fields}
        rendered = render(template, values, context)
        assert rendered.missing == (), reply.id
        assert not {"{", "}"} & set(rendered.text), reply.id


@pytest.mark.parametrize(
    "rule", [AMOUNT, FORBIDDEN, REWARD, CONTACT], ids=["amount", "word", "reward", "contact"]
)
def test_no_reply_says_what_it_must_not(rule: re.Pattern[str]) -> None:
    hits = [(reply.id, rule.search(fixed_words(reply))) for reply in STARTER.snippets]
    assert [hit for hit in hits if hit[1]] == []


def test_every_reply_is_short_and_easy_to_find() -> None:
    for reply in STARTER.snippets:
        assert len(re.findall(r"[\u4e00-\u9fff]", fixed_words(reply))) <= SHORT, reply.id
        assert re.fullmatch("[a-z]{2,6}", reply.code), reply.id
        assert 2 <= len(reply.title) <= 16, reply.id
        assert reply.tags, reply.id


def test_every_reply_is_tidy_chinese() -> None:
    for reply in STARTER.snippets:
        assert all(line == line.strip() for line in reply.body.splitlines()), reply.id
        assert not re.search("[,;!?]", fixed_words(reply)), f"{reply.id}: use Chinese punctuation"


def test_a_reply_to_a_buyer_is_polite_and_ends_as_a_sentence() -> None:
    for reply in STARTER.snippets:
        if reply.folder[0] != "内部":
            assert "你" not in reply.body, reply.id
            assert reply.body[-1] in "。？！", reply.id


def test_refunds_are_found_by_the_short_codes_agents_know() -> None:
    by_code = {reply.code: reply.title for reply in STARTER.snippets}
    assert "退款" in by_code["tk"]
    assert "退款进度" in by_code["tkjd"]
    assert "退货" in by_code["th"]
    assert "换货" in by_code["hh"]
    assert sum("退款" in reply.title for reply in STARTER.snippets) >= 5
