"""A rule finds the nickname in a title, and never runs for long."""

import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quickdesk.customers.title_rule import MAX_PATTERN, RuleError, RuleProblem, nickname_in


@pytest.mark.parametrize(
    ("title", "pattern", "nickname"),
    [
        ("小王同学 - 千牛接待中心", r"^(.+?) - 千牛", "小王同学"),
        ("WangWang: Bob (3)", r"WangWang: (?P<nickname>.+?)(?: \(\d+\))?$", "Bob"),
        ("[9] A - B", r"\[(\d+)\] (?P<nickname>\w+)", "A"),
        ("接待中心", r"^(.+?) - 千牛", ""),
        ("x -", r"(y)?x", ""),
        ("", "(.*)", ""),
    ],
)
def test_the_named_or_else_the_first_group_is_the_nickname(title: str, pattern: str, nickname: str) -> None:
    assert nickname_in(title, pattern) == nickname


@pytest.mark.parametrize(
    ("pattern", "problem"),
    [
        ("", RuleProblem.NO_PATTERN),
        ("(", RuleProblem.NO_PATTERN),
        ("(a)" * MAX_PATTERN, RuleProblem.NO_PATTERN),
        ("a+", RuleProblem.NO_GROUP),
        (r"((x+x+)+y)", RuleProblem.TOO_SLOW),
    ],
)
def test_a_rule_that_cannot_be_used_says_why(pattern: str, problem: RuleProblem) -> None:
    with pytest.raises(RuleError) as caught:
        nickname_in("x" * 300, pattern)
    assert caught.value.problem is problem


@pytest.mark.parametrize("pattern", [r"((x+x+)+y)", r"^(([a-z])+.)+[A-Z]([a-z])+$", r"((?:x|xx)+)(?<!x)"])
def test_a_rule_that_never_ends_is_stopped(pattern: str) -> None:
    before = time.process_time()
    with pytest.raises(RuleError):
        nickname_in("x" * 100_000, pattern)
    assert time.process_time() - before < 1


@pytest.mark.parametrize(
    "pattern",
    [
        r"(((x?){9999}){9999})y",
        r"(x?){99999999}",
        r"((?:[)\]]?){999}){0,999}",
        r"(x?){300}(?:(?1){300}){300}",
        r"(?:((x?){9}){9}(?1)(?1)){99}",
    ],
)
def test_counts_that_would_take_all_memory_are_refused(pattern: str) -> None:
    with pytest.raises(RuleError) as caught:
        nickname_in("x", pattern)
    assert caught.value.problem is RuleProblem.TOO_SLOW


@pytest.mark.parametrize(
    "pattern", [r"(\w{1,40})", r"((?:\w{1,20} ?){1,20}) \{300\}", r"([({\[]{1,99}.{0,300})"]
)
def test_counts_of_titles_are_allowed(pattern: str) -> None:
    assert nickname_in("王 - {300}", pattern) in ("王", "", "{300}")


@given(st.text(max_size=40), st.text(max_size=20))
def test_any_title_and_any_rule_end_in_a_nickname_or_a_reason(title: str, pattern: str) -> None:
    with suppress(RuleError):
        assert nickname_in(title, pattern) in title
