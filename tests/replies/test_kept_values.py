from quickdesk.replies.form import Box
from quickdesk.replies.kept_values import KeptValues, changed_values

NUMBER, DAYS, RESULT = Box("订单号"), Box("天数", (), "3"), Box("结果", ("同意", "拒绝"))


def test_a_reply_gets_its_values_again() -> None:
    kept = KeptValues()
    kept.keep("a", (NUMBER, DAYS, RESULT), {"订单号": "A1", "天数": "", "结果": "同意"})
    assert kept.values_for("a", (NUMBER, DAYS, RESULT)) == {"订单号": "A1", "天数": "", "结果": "同意"}


def test_another_reply_gets_what_was_typed_for_the_same_name_but_no_choice() -> None:
    kept = KeptValues()
    kept.keep("a", (NUMBER, RESULT), {"订单号": "A1", "结果": "同意"})
    assert kept.values_for("b", (RESULT, NUMBER, DAYS)) == {"订单号": "A1"}
    assert kept.values_for("b", (Box("订单号", ("甲", "乙")),)) == {}


def test_what_was_typed_last_for_a_name_is_filled_in() -> None:
    kept = KeptValues()
    kept.keep("a", (NUMBER,), {"订单号": "A1"})
    kept.keep("b", (NUMBER,), {"订单号": "B2"})
    assert kept.values_for("a", (NUMBER,)) == {"订单号": "B2"}


def test_a_value_that_was_put_back_is_filled_in_no_more() -> None:
    kept = KeptValues()
    kept.keep("a", (NUMBER,), {"订单号": "A1"})
    kept.keep("a", (NUMBER,), {})
    assert kept.values_for("a", (NUMBER,)) == {}
    assert kept.values_for("b", (NUMBER,)) == {}


def test_only_values_that_differ_are_changed() -> None:
    assert changed_values({"a": "1", "b": ""}, {"a": "1", "b": "2", "c": ""}) == {"b": "2", "c": ""}
