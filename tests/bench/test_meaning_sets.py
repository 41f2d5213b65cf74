"""The evaluation sets are whole: every reply they name exists, nothing is asked twice, no kind is thin."""

from collections import Counter
from pathlib import Path

import pytest

from tests.bench.meaning_sets import (
    Case,
    everyday,
    messages,
    nothing,
    script_collection,
    script_topics,
    scripts,
    starter_pack,
)

SCRIPTS = Path(__file__).parents[3] / "shared" / "data" / "customer-service-scripts"
SEARCH_KINDS = {
    "buyer-words",
    "other-words",
    "particles",
    "wrong-character",
    "pinyin",
    "initials",
    "run-together",
    "word-order",
    "units",
    "courier",
    "sentence",
    "traditional",
}


def test_everyday_searches_cover_every_kind() -> None:
    kinds = Counter(case.kind for case in everyday())
    assert set(kinds) == SEARCH_KINDS
    assert min(kinds.values()) >= 25
    assert kinds.total() >= 300


def test_scripts_cover_the_kinds_that_apply() -> None:
    kinds = Counter(case.kind for case in scripts())
    assert set(kinds) == SEARCH_KINDS - {"courier", "run-together"} | {"platform"}
    assert kinds.total() >= 150


def test_there_are_enough_texts_without_an_answer() -> None:
    assert len(nothing()) >= 60
    assert {case.kind for case in nothing()} == {"trade", "world", "nonsense"}
    kinds = Counter(case.kind for case in messages())
    assert set(kinds) == {"plain", "indirect", "nothing"}
    assert kinds["plain"] + kinds["indirect"] >= 60
    assert kinds["nothing"] >= 30


def test_every_answer_is_a_reply_of_the_starter_pack() -> None:
    known = set(starter_pack().key_by_id.values())
    for case in everyday() + messages():
        assert case.expected <= known, case
        assert bool(case.expected) != (case.kind == "nothing"), case


def test_every_script_search_has_an_answer() -> None:
    assert [case.text for case in scripts() if not case.expected] == []


def test_every_topic_of_the_scripts_is_asked_for_and_names_entries_that_exist() -> None:
    if not SCRIPTS.is_dir():
        pytest.skip("the collection of scripts is not here")
    known = set(script_collection(SCRIPTS).key_by_id.values())
    asked = frozenset().union(*(case.expected for case in scripts()))
    for topic, keys in script_topics().items():
        assert keys <= known, topic
        assert keys <= asked, topic


@pytest.mark.parametrize("together", [everyday() + nothing() + messages(), scripts()])
def test_nothing_is_asked_twice(together: list[Case]) -> None:
    asked = Counter(case.text.casefold().strip() for case in together)
    assert [text for text, times in asked.items() if times > 1] == []
