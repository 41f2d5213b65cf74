"""The help fits the terminal in every language."""

import pytest

from quickdesk.cli.columns import width
from quickdesk.cli.parsing.line import parser
from quickdesk.cli.words.catalog import catalog_for
from quickdesk.settings.settings import Language


@pytest.mark.parametrize("language", [Language.ENGLISH, Language.SIMPLIFIED, Language.TRADITIONAL])
@pytest.mark.parametrize("columns", [40, 80])
def test_no_line_of_any_help_is_longer_than_the_terminal(
    language: Language, columns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    top = parser(catalog_for(language))
    (commands,) = (action for action in top._actions if action.dest == "command")
    assert isinstance(commands.choices, dict)
    for each in (top, *commands.choices.values()):
        _usage, _, text = each.format_help().partition("\n\n")  # which argparse lays out, in ASCII
        lines = text.splitlines()
        assert max(map(width, lines)) <= columns, max(lines, key=width)
