"""Bank cards, passwords and one-time codes are found in a note; what talks about them is not."""

import pytest

from quickdesk.text.payment_data import PaymentData, payment_data


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("退到卡 4111 1111 1111 1111", (PaymentData.BANK_CARD,)),
        ("支付密码是 abc12345", (PaymentData.PASSWORD,)),
        ("密碼：Qwer!234", (PaymentData.PASSWORD,)),
        ("密码123456", (PaymentData.PASSWORD,)),
        ("password = hunter22", (PaymentData.PASSWORD,)),
        ("验证码 482913", (PaymentData.ONE_TIME_CODE,)),
        ("身份证 11010519491231002X", (PaymentData.ID_CARD,)),
        ("密码:123456，验证码482913", (PaymentData.PASSWORD, PaymentData.ONE_TIME_CODE)),
    ],
)
def test_payment_data_is_found(text: str, expected: tuple[PaymentData, ...]) -> None:
    assert payment_data(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "客人问密码是什么",
        "密码忘了，请教他怎么改",
        "没收到验证码",
        "订单 123456789012345678",
        "电话 13800138000",
        "尺码 38，不要中通",
    ],
)
def test_ordinary_notes_have_none(text: str) -> None:
    assert payment_data(text) == ()
