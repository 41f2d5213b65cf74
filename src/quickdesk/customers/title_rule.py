"""Finds the nickname in the title of a chat window by a rule: a regular expression for one program.

An expression that agents write may take for ever; it is stopped after a time limit, which only the package
``regex`` has. It is imported with the first rule.
"""

import unicodedata
from enum import Enum, auto
from functools import lru_cache
from typing import Any, Final

from quickdesk.customers.rule_steps import has_too_many_steps

MAX_PATTERN: Final = 300
MAX_TITLE: Final = 300
"""The longest title that is read, in code points; of a longer one the beginning is."""
TIME_LIMIT_S: Final = 0.02
"""How long one evaluation may take; it is stopped within about twice this time."""
GROUP: Final = "nickname"


class RuleProblem(Enum):
    """Why a rule finds nothing, whatever the title."""

    NO_PATTERN = auto()
    """It is empty, too long or no regular expression."""
    NO_GROUP = auto()
    """It has no group in parentheses, so that nothing says where the nickname is."""
    TOO_SLOW = auto()
    """It was stopped at the time limit, or would not look at it."""


class RuleError(ValueError):
    """A rule cannot be used; ``problem`` says why."""

    def __init__(self, problem: RuleProblem) -> None:
        super().__init__(problem.name.lower())
        self.problem = problem


def nickname_in(title: str, pattern: str) -> str:
    """Return what the group ``nickname``, or else the first group, finds in a title; empty if nothing.

    Raises RuleError.
    """
    compiled = _compiled(pattern)
    try:
        found = compiled.search(title[:MAX_TITLE], timeout=TIME_LIMIT_S)
    except TimeoutError as cause:
        raise RuleError(RuleProblem.TOO_SLOW) from cause
    if found is None:
        return ""
    text = str(found.group(GROUP if GROUP in compiled.groupindex else 1) or "")
    return unicodedata.normalize("NFC", text).strip()


@lru_cache(maxsize=64)
def _compiled(pattern: str) -> Any:  # noqa: ANN401 - the package has no types
    import regex

    if not pattern or len(pattern) > MAX_PATTERN:
        raise RuleError(RuleProblem.NO_PATTERN)
    if has_too_many_steps(pattern):
        raise RuleError(RuleProblem.TOO_SLOW)
    try:
        compiled = regex.compile(pattern)
    except (regex.error, RecursionError, OverflowError, ValueError) as cause:
        raise RuleError(RuleProblem.NO_PATTERN) from cause
    if not compiled.groups:
        raise RuleError(RuleProblem.NO_GROUP)
    return compiled
