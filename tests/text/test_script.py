import pytest

from quickdesk.text.script import is_traditional


@pytest.mark.parametrize("text", ["請稍候，馬上為您查詢。", "歡迎光臨", "訂單 123"])
def test_detects_traditional_characters(text: str) -> None:
    assert is_traditional(text) is True


@pytest.mark.parametrize("text", ["请稍候，马上为您查询。", "欢迎光临", "订单 123", "退款处理"])
def test_detects_simplified_characters(text: str) -> None:
    assert is_traditional(text) is False


@pytest.mark.parametrize("text", ["", "ok 123", "您好，朋友", "😀"])
def test_common_characters_have_no_script(text: str) -> None:
    assert is_traditional(text) is None


def test_one_word_of_the_other_script_turns_nothing() -> None:
    assert is_traditional("这款手机的说明书里写的是「說明」，请您放心使用。") is False
