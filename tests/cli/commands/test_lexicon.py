from collections.abc import Callable
from pathlib import Path

import pytest

from quickdesk.cli.words.catalog import Catalog
from quickdesk.cli.words.flaws import word_flaw_sentence, word_flaws
from quickdesk.commands.answer import Exit
from quickdesk.search.related.shop_lexicon import LexiconFlawKind
from tests.cli.test_main import Captured, Surroundings

ENGLISH = Catalog()


@pytest.fixture
def answer(tmp_path: Path, capsys: Captured) -> Callable[..., tuple[int, str]]:
    machine = Surroundings(tmp_path / "data")

    def run(*line: str) -> tuple[int, str]:
        code = machine.run(*line)
        return code, "".join(capsys.readouterr())

    return run


@pytest.mark.parametrize("kind", LexiconFlawKind)
def test_every_flaw_has_words(kind: LexiconFlawKind) -> None:
    assert kind.name.lower().replace("_", "-") in word_flaws(ENGLISH)


def test_a_flaw_names_its_line_if_there_are_several() -> None:
    flaw = {"line": 3, "flaw": "word-too-long", "word": "长长", "most": 12}
    assert word_flaw_sentence(flaw, ENGLISH) == "line 3: a word is longer than 12 characters: 长长"
    assert word_flaw_sentence({**flaw, "line": 0}, ENGLISH).startswith("a word is longer")


def test_words_are_added_listed_removed_and_undone(answer: Callable[..., tuple[int, str]]) -> None:
    assert "lexicon add" in answer("lexicon")[1]
    assert answer("lexicon", "add", "鞋", "鞋子")[1] == "Lines added: 1. Lines of your own now: 1.\n"
    answer("lexicon", "add", "小白", ">", "帆布鞋")
    assert answer("lexicon") == (Exit.DONE, "鞋 鞋子\n小白 > 帆布鞋\n")
    assert "鞋 鞋子" in answer("lexicon", "remove", "鞋子", "鞋")[1]
    assert '"groups": ["小白 > 帆布鞋"]' in answer("lexicon", "--json")[1]
    assert "words were changed" in answer("undo")[1]
    assert answer("lexicon")[1] == "鞋 鞋子\n小白 > 帆布鞋\n"


def test_a_file_is_imported_or_its_bad_lines_are_named(
    answer: Callable[..., tuple[int, str]], tmp_path: Path
) -> None:
    file = tmp_path / "words.txt"
    file.write_text("鞋 鞋子\n单\n", "utf-8")
    code, words = answer("lexicon", "import", str(file))
    assert code == Exit.USAGE
    assert "line 2: a line needs at least two words" in words
    file.write_text("鞋 鞋子\n", "utf-8")
    assert answer("lexicon", "import", str(file))[0] == Exit.DONE
    assert answer("lexicon", "import", str(tmp_path / "none.txt"))[0] == Exit.NOT_FOUND
