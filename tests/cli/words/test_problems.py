"""Every problem of an answer has a sentence, and every fact of it finds its place."""

import re
from pathlib import Path

import quickdesk
from quickdesk.cli.words.catalog import Catalog
from quickdesk.cli.words.problems import problems, sentence
from quickdesk.commands.answer import Exit, problem
from quickdesk.replies.store import StoreProblem

ENGLISH = Catalog()
SOURCE = Path(quickdesk.__file__).parent
NAMED = re.compile(r'(?:problem\(\s*Exit\.[A-Z_]+,|\bVeto\()\s*"([a-z-]+)"')
OTHERS = {"unfilled", "too-long", "empty", "no-answer", "request-too-long", "unknown-outcome"}


def said_in_the_sources() -> set[str]:
    rooms = ("app", "cli", "commands", "desktop")
    texts = [path.read_text("utf-8") for room in rooms for path in (SOURCE / room).rglob("*.py")]
    return {name for text in texts for name in NAMED.findall(text)} | OTHERS


def test_every_problem_has_a_sentence() -> None:
    stores = {f"data-{each.name.lower().replace('_', '-')}" for each in StoreProblem}
    found = said_in_the_sources()
    assert len(found) > 20
    assert {"unfinished-form", "unsaved-reply", "folder-gone"} <= found
    assert found | stores <= set(problems(ENGLISH))
    assert {"malformed-request", "request-too-long", "bad-argument", "broke"} <= set(problems(ENGLISH))


def test_no_sentence_is_used_for_nothing() -> None:
    texts = "".join(path.read_text("utf-8") for path in SOURCE.rglob("*.py"))
    unused = {name for name in problems(ENGLISH) if texts.count(f'"{name}"') < 2}
    assert {name for name in unused if not name.startswith("data-")} == set()


def test_sentences_are_calm() -> None:
    for name, words in problems(ENGLISH).items():
        assert "!" not in words, name
        assert words[0].isupper() or words.startswith(("{", "quickdesk")), name
        assert words.endswith((".", "}", "--help", ": quickdesk")), name


def test_facts_are_filled_in() -> None:
    text = sentence(problem(Exit.NOT_FOUND, "ambiguous-id", id="a", matches=["a1", "a2"]), ENGLISH)
    assert text == "Several ids begin with a: a1, a2. Type more of it."
    rows = [{"id": "a1", "title": "退款"}, {"id": "b2", "title": "退货"}]
    text = sentence(problem(Exit.NOT_FOUND, "ambiguous-code", id="tk", matches=rows), ENGLISH)
    assert text.splitlines()[1:3] == ["  a1  退款", "  b2  退货"]
    flaw = {"field": "body", "flaw": "unclosed", "position": 0, "length": 1}
    text = sentence(problem(Exit.REFUSED, "flawed-reply", flaws=[flaw]), ENGLISH)
    assert text.splitlines()[1].startswith("  body, character 1")


def test_a_problem_of_a_newer_program_keeps_its_name() -> None:
    assert "newfangled" in sentence(problem(Exit.FAILED, "newfangled", path="x", line=None), ENGLISH)
