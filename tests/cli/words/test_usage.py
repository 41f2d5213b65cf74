"""A wrong line is explained in the agent's language, whatever argparse says of it."""

import re

import pytest

from quickdesk.cli.parser import UsageError, parse, usage_sentence
from quickdesk.cli.words.catalog import Catalog, catalog_for
from quickdesk.cli.words.usage import reason_words
from quickdesk.settings.settings import Language

ENGLISH = Catalog()


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (["find"], "QUERY is missing"),
        (["add"], "--title, --body is missing"),
        (["list", "--colour"], "--colour does not belong here"),
        (["export", "x", "--format", "doc"], "--format: doc is not one of: json, csv, tsv"),
        (["find", "a", "--limit"], "--limit: needs a value"),
        (["find", "a", "--limit", "x"], "--limit: x is not a whole number from 1 to"),
        (["render", "a", "--set", "x"], "--set: x is not of the form NAME=VALUE"),
        (["import"], "FILE is missing"),
        (["pause", "5", "--off"], "--off: cannot be used together with MINUTES"),
        (["pause", "--off=1"], "--off: takes no value"),
        (["fly"], "COMMAND: fly is not one of: show, toggle"),
    ],
)
def test_reasons_are_short_sentences(line: list[str], words: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse(line, ENGLISH)
    assert words in reason_words(str(caught.value), ENGLISH)


@pytest.mark.parametrize("language", [Language.SIMPLIFIED, Language.TRADITIONAL])
@pytest.mark.parametrize(
    "line",
    [
        ["fly"],
        ["find"],
        ["find", "a", "--limit"],
        ["find", "a", "--limit", "x"],
        ["pause", "5", "--off"],
        ["pause", "--off=1"],
        ["import"],
        ["export", "x", "--format", "doc"],
        ["list", "--colour"],
        ["render", "a", "--set", "x"],
    ],
)
def test_no_english_is_left_in_chinese(line: list[str], language: Language) -> None:
    catalog = catalog_for(language)
    with pytest.raises(UsageError) as caught:
        parse(line, catalog)
    reason = usage_sentence(caught.value, catalog).splitlines()[0]
    for english in ("argument", "invalid", "choose", "expected", "required", "allowed", "explicit"):
        assert english not in reason
    assert re.search(r"[\u4e00-\u9fff]", reason_words(str(caught.value), catalog))


def test_an_unknown_reason_is_passed_on() -> None:
    assert reason_words("something new", ENGLISH) == "something new"
