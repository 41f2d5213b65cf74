"""Every flaw has words, and the place as people count."""

import pytest

from quickdesk.cli.words.catalog import Catalog
from quickdesk.cli.words.flaws import fields, flaw_sentence, flaws
from quickdesk.replies.snippet import FIELDS
from quickdesk.replies.template import TemplateFlaw
from quickdesk.replies.validation import FlawKind

ENGLISH = Catalog()


def name(member: FlawKind | TemplateFlaw) -> str:
    return member.name.lower().replace("_", "-")


@pytest.mark.parametrize("flaw", [*FlawKind, *TemplateFlaw])
def test_every_flaw_has_words(flaw: FlawKind | TemplateFlaw) -> None:
    assert name(flaw) in flaws(ENGLISH)


def test_every_field_has_a_name() -> None:
    assert {field.name for field in FIELDS} <= fields(ENGLISH).keys()


def test_a_flaw_of_an_ask_names_its_number() -> None:
    flaw = {"field": "asks", "flaw": "too-long", "position": 1, "length": 1, "most": 200}
    assert "part 2" in flaw_sentence(flaw, ENGLISH)


def test_what_is_too_long_says_how_long_it_may_be() -> None:
    shape = {"field": "title", "flaw": "too-long", "position": 200, "length": 5, "most": 200}
    assert flaw_sentence(shape, ENGLISH) == "title: too long: 205 characters, at most 200"
    long = {"field": "body", "flaw": "too-long", "position": 100_000, "length": 20_000, "most": 100_000}
    assert flaw_sentence(long, ENGLISH) == "body: too long: 120,000 characters, at most 100,000"


def test_places_count_from_one() -> None:
    shape = {"field": "body", "flaw": "unclosed", "position": 4, "length": 2}
    assert flaw_sentence(shape, ENGLISH).startswith("body, character 5: a { is never closed")


@pytest.mark.parametrize("field", ["folder", "tags"])
def test_folders_and_tags_count_in_parts(field: str) -> None:
    shape = {"field": field, "flaw": "too-long", "position": 1, "length": 1}
    assert flaw_sentence(shape, ENGLISH).startswith(f"{field}, part 2:")
    assert field in fields(ENGLISH)


def test_a_flaw_of_a_newer_program_is_named_as_it_is() -> None:
    assert "new-flaw" in flaw_sentence({"field": "x", "flaw": "new-flaw", "position": 0}, ENGLISH)
