"""A customer as a text for people."""

from typing import Any

from quickdesk.ui.customers.card_text import card_text

CARD: dict[str, Any] = {
    "nicks": [{"nick": "小王", "platform": "淘宝"}, {"nick": "王", "platform": ""}],
    "name": "王女士",
    "phones": ["138****0006"],
    "addresses": [],
    "birthday": "05-20",
    "tags": ["老客", "VIP"],
    "remark": "",
    "tone": "",
    "language": "zh",
    "do_not_contact": True,
    "do_not_contact_reason": "投诉中",
    "fields": {"{value}": "{name}"},
    "orders": [
        {
            "number": "A1",
            "platform": "淘宝",
            "state": "",
            "carrier": "顺丰",
            "tracking_number": "SF1",
            "items": ["鞋"],
        }
    ],
    "notes": [{"at": "2026-11-01T08:00:00+00:00", "text": "优先发顺丰"}],
    "cases": [
        {
            "opened": "2026-11-02T08:00:00+00:00",
            "type": "quality",
            "state": "closed",
            "order_number": "A1",
            "request": "退款",
            "offered": "",
            "solution": "已退",
            "promise": None,
        }
    ],
    "events": [
        {"at": "2026-11-03T08:00:00+00:00", "type": "satisfaction", "text": "satisfied"},
        {"at": "2026-11-04T08:00:00+00:00", "type": "pasted", "text": ""},
    ],
}


def test_everything_that_is_known_is_in_the_text_in_words() -> None:
    assert card_text(CARD).splitlines() == [
        "Nicknames: 小王 · 淘宝; 王",
        "Real name: 王女士",
        "Phones: 138****0006",
        "Birthday: 05-20",
        "Tags: 老客; VIP",
        "Language: zh",
        "Do not contact: 投诉中",
        "{value}: {name}",
        "Orders: A1 · 淘宝 · 顺丰 · SF1 · 鞋",
        "",
        "Notes",
        "2026-11-01 08:00  优先发顺丰",
        "",
        "Cases",
        "2026-11-02 08:00  Quality  Closed  A1  退款  已退",
        "",
        "Timeline",
        "2026-11-03 08:00  Satisfaction  Satisfied",
        "2026-11-04 08:00  Reply pasted",
    ]
