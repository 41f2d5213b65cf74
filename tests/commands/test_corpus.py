"""Real reply lists of other people, imported and searched as an agent would.

The files are not part of the project; where they are absent the tests are skipped.
"""

import base64
from pathlib import Path
from typing import Any

import pytest

from quickdesk.commands.answer import Request
from quickdesk.commands.registry import CommandServices, run
from tests.fakes.command_services import services_with

LISTS = Path(__file__).parents[2].parent / "shared" / "data" / "customer-service-scripts"

pytestmark = pytest.mark.skipif(not LISTS.is_dir(), reason="the reply lists of others are not here")

# What is typed, and what the title and folder of the first hit must contain.
SEARCHES = [
    ("退货政策", "退货政策", ""),
    ("thzc", "退货政策", ""),
    ("tuihuozhengce", "退货政策", ""),
    ("质量问题", "质量问题", ""),
    ("zhiliang", "质量", ""),
    ("zlwt", "质量问题", ""),
    ("cuidan", "催单", ""),
    ("催d", "催单", ""),
    ("物流", "物流", ""),
    ("wuliuyanchi", "物流延迟", ""),
    ("订单确认", "订单确认", ""),
    ("ddqr amazon", "订单确认", "amazon"),
    ("taobao 换货", "换货处理", "taobao"),
    ("换huo jd", "换货", "jd"),
    ("fahuo", "发货", ""),
    ("差评", "差评", ""),
    ("chapingwanhui", "差评挽回", ""),
    ("優惠", "优惠", ""),
    ("優惠券 shopee", "优惠券", "shopee"),
    ("ＰＲＩＣＥ ebay", "", "ebay"),
    ("退款 aliexpress", "退款", "aliexpress"),
    ("tracking number", "", ""),
]


def files() -> list[dict[str, str]]:
    return [
        {
            "name": path.relative_to(LISTS).as_posix(),
            "content": base64.b64encode(path.read_bytes()).decode("ascii"),
        }
        for path in sorted(LISTS.rglob("*.md"))
    ]


def imported(services: CommandServices, **arguments: Any) -> dict[str, Any]:
    return dict(run(Request("import", {"files": files(), **arguments}), services).data)


@pytest.fixture(scope="module")
def services() -> CommandServices:
    services = services_with()
    imported(services)
    return services


def test_every_reply_comes_in_once() -> None:
    services = services_with()
    assert imported(services, dry_run=True)["new"] == 362
    assert len(services.store.snippets()) == 0
    first = imported(services)
    assert (first["new"], first["changed"], first["same"]) == (362, 0, 0)
    assert [refused["reason"] for refused in first["refused"]] == ["code-block", "code-block"]
    again = imported(services)
    assert (again["new"], again["changed"], again["same"]) == (0, 0, 362)


def test_no_placeholder_is_left_as_text(services: CommandServices) -> None:
    assert not [
        snippet.title for snippet in services.store.snippets() if "[" in snippet.body.replace("](", "")
    ]


@pytest.mark.parametrize(("query", "title", "folder"), SEARCHES)
def test_a_search_finds_what_it_should(
    services: CommandServices, query: str, title: str, folder: str
) -> None:
    hits = run(Request("find", {"query": query, "limit": 3}), services).data
    assert hits, query
    for hit in hits[:1]:
        assert title in hit["title"]
        assert folder in hit["folder"].lower()
        assert hit["spans"], "the match is highlighted"
