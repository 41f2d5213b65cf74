import pytest

from quickdesk.text.script import is_traditional, join_sentences


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


def test_sentences_are_joined_as_each_script_wants_it() -> None:
    assert join_sentences(["One.", "Two."]) == "One. Two."
    assert join_sentences(["一。", "二。"]) == "一。二。"
    assert join_sentences(["/d/x：坏了。", "Kept."]) == "/d/x：坏了。Kept."
    assert join_sentences([]) == ""
