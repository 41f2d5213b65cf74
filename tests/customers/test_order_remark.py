"""The remark for an order follows its format, on one line."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quickdesk.customers.order_remark import DEFAULT_FORMAT, RemarkParts, is_remark_format, order_remark

PARTS = RemarkParts(datetime(2026, 11, 29, 9, 5, tzinfo=UTC), "破损补发", "A07", "112233445566")


@pytest.mark.parametrize(
    ("remark_format", "expected"),
    [
        (DEFAULT_FORMAT, "2026-11-29 A07 破损补发"),
        ("{日期}+{工號}+{事由}", "2026-11-29+A07+破损补发"),
        ("[{date} {time}] {reason} / {agent} {order}", "[2026-11-29 09:05] 破损补发 / A07 112233445566"),
        ("{日期} {unknown}", "2026-11-29 A07 破损补发"),
    ],
)
def test_a_remark_follows_its_format(remark_format: str, expected: str) -> None:
    assert order_remark(PARTS, remark_format) == expected


def test_without_a_code_no_space_is_doubled() -> None:
    assert order_remark(RemarkParts(PARTS.at, "改\n地址")) == "2026-11-29 改 地址"


@pytest.mark.parametrize("text", ["", "{日期}", "{事由", "{事由} {别的}", "{事由}\n{日期}"])
def test_what_is_no_format(text: str) -> None:
    assert not is_remark_format(text)


@given(st.text(), st.text())
def test_a_remark_is_one_line_with_the_whole_reason(reason: str, agent: str) -> None:
    remark = order_remark(RemarkParts(PARTS.at, reason, agent))
    assert len(remark.splitlines()) <= 1
    assert " ".join(reason.split()) in remark
