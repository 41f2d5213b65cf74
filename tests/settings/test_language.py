"""Which language is spoken where the agent chose none."""

import pytest

from quickdesk.settings.language import resolve
from quickdesk.settings.settings import Language


@pytest.mark.parametrize(
    ("system", "expected"),
    [
        ("zh_CN.UTF-8", Language.SIMPLIFIED),
        ("zh_CN", Language.SIMPLIFIED),
        ("zh", Language.SIMPLIFIED),
        ("zh-Hans-CN", Language.SIMPLIFIED),
        ("zh_SG.UTF-8", Language.SIMPLIFIED),
        ("zh-Hans-HK", Language.SIMPLIFIED),
        ("zh_TW.UTF-8", Language.TRADITIONAL),
        ("zh_TW.UTF-8@stroke", Language.TRADITIONAL),
        ("zh_HK", Language.TRADITIONAL),
        ("zh_HK@radical", Language.TRADITIONAL),
        ("zh-Hant", Language.TRADITIONAL),
        ("zh-Hant-HK", Language.TRADITIONAL),
        ("ZH-hant-tw", Language.TRADITIONAL),
        ("en_US.UTF-8", Language.ENGLISH),
        ("de_DE", Language.ENGLISH),
        ("zhx", Language.ENGLISH),
        ("C", Language.ENGLISH),
        ("", Language.ENGLISH),
    ],
)
def test_the_nearest_of_our_languages_is_spoken(system: str, expected: Language) -> None:
    assert resolve(Language.SYSTEM, system) is expected


@pytest.mark.parametrize("choice", [Language.SIMPLIFIED, Language.TRADITIONAL, Language.ENGLISH])
def test_the_agent_s_choice_comes_first(choice: Language) -> None:
    assert resolve(choice, "zh_TW.UTF-8") is choice
    assert resolve(choice, "en_US") is choice
