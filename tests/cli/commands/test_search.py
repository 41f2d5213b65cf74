from dataclasses import replace
from typing import Any

import pytest

from quickdesk.cli.commands.search import hits_text, nothing_found_text, reason_lines
from quickdesk.cli.terminal import width
from quickdesk.cli.words.catalog import Catalog, catalog_for
from quickdesk.commands.answer import Answer, Exit
from quickdesk.commands.replies.to_json import snippet_to_json
from quickdesk.commands.search import explanation_to_json
from quickdesk.replies.snippet import Snippet
from quickdesk.search.finder import LibraryFinder
from quickdesk.search.query import Way
from quickdesk.settings.settings import Language

ENGLISH = Catalog()


def explained(query: str, snippet: Snippet) -> dict[str, Any]:
    account = LibraryFinder([snippet]).explain(query, snippet.id)
    assert account is not None
    return {"explanation": explanation_to_json(account)}


def test_each_reason_has_a_line() -> None:
    row = explained("tk", Snippet("a", "退款进度", "文", "tk"))
    assert reason_lines(row, ENGLISH, 80) == [
        "    +9000  tk: the whole code, as typed",
        "       -4  length of the title",
        "     8996  in all",
    ]
    row["explanation"] |= {"prior": 37.4, "picked": 200.0, "score": 1233.4}
    assert reason_lines(row, ENGLISH, 80)[2:] == [
        "      +37  your habits",
        "     +200  chosen before when you typed this",
        "     1233  in all",
    ]


@pytest.mark.parametrize(
    ("query", "line"),
    [
        ("几天到货", "+780  几天到货: a whole other way to ask, as typed"),
        ("jitian", "+520  jitian: start of another way to ask, by pinyin"),
        ("到货", "+530  到货: in another way to ask, as typed"),
    ],
)
def test_a_match_in_an_ask_is_explained(query: str, line: str) -> None:
    row = explained(query, Snippet("a", "发货时效", "文", asks=("多久发货", "几天到货")))
    assert reason_lines(row, ENGLISH, 80)[0].strip() == line


def test_where_nothing_fits_the_nearest_replies_stand_below_a_line_of_their_own() -> None:
    row = {**snippet_to_json(Snippet("a", "天气延误", "您好", "wlyw")), "related": True, "nearest": True}
    answer = Answer(Exit.NOT_FOUND, [row], "nothing-found", {"query": "天气预报"})
    assert nothing_found_text(answer, ENGLISH).splitlines() == [
        "Nothing found for: 天气预报",
        "The nearest, though none of them fits:",
        "wlyw  天气延误  您好",
    ]
    assert nothing_found_text(replace(answer, data=[]), ENGLISH) == "Nothing found for: 天气预报"


def test_related_replies_stand_below_a_line_of_their_own_with_reasons() -> None:
    fake = Snippet("fake", "是不是正品", "都是品牌方供货")
    others = [Snippet(f"other{number}", "话术", "您好") for number in range(9)]
    finder = LibraryFinder([fake, *others])
    account = finder.explain("假货", "fake")
    assert account is not None
    row = {**snippet_to_json(fake), "related": True, "explanation": explanation_to_json(account)}
    lines = hits_text([snippet_to_json(others[0]), row], ENGLISH).splitlines()
    at = lines.index("Similar:")
    assert at > 0
    assert "是不是正品" in lines[at + 1]
    assert any(line.endswith("because “假货” is about the same as “正品”") for line in lines[at + 2 :])


def test_a_suggestion_says_what_it_goes_by() -> None:
    sound = {"typed": "道账", "found": "到账", "relation": "sound", "worth": 1.0}
    row = {
        "shared": ["退款", "运费"],
        "like": "到哪了\n***",
        "reasons": [sound, {**sound, "relation": "words"}],
    }
    assert reason_lines(row, ENGLISH, 80) == [
        "    sent before in reply to: 到哪了 ***",
        "    because both mention “退款”, “运费”",
        "    because “道账” sounds like “到账”",
    ]


@pytest.mark.parametrize("columns", [40, 80])
def test_long_reasons_are_broken_or_shortened(columns: int) -> None:
    row = explained("tuikuan", Snippet("a", "退款进度", "文"))
    row["explanation"]["reasons"][0]["word"] = "tui\x1b" * 2_000
    row |= {"title": "退款", "body": "", "shared": ["退款"], "like": "退" * 1_000}
    lines = reason_lines(row, ENGLISH, columns)
    assert max(map(width, lines)) <= columns
    assert len(lines) < 14
    assert all(line.isprintable() for line in lines)


@pytest.mark.parametrize("row", [{}, {"explanation": None}, {"shared": [], "like": None}])
def test_where_there_is_no_reason_there_is_no_line(row: dict[str, Any]) -> None:
    assert reason_lines(row, ENGLISH, 80) == []


@pytest.mark.parametrize("language", [Language.ENGLISH, Language.SIMPLIFIED, Language.TRADITIONAL])
def test_every_way_and_every_field_has_its_words(language: Language) -> None:
    account = explained("tk", Snippet("a", "退款进度", "文", "tk"))["explanation"]
    for way in Way:
        for field in ("code", "title", "tags", "folder", "body"):
            name = way.name.lower().replace("_", "-")
            reasons = [{**account["reasons"][0], "way": name, "field": field}]
            row = {"explanation": {**account, "reasons": reasons}}
            line, *_ = reason_lines(row, catalog_for(language), 80)
            assert not line.endswith((f", {name}", f"，{name}"))
            assert language is Language.ENGLISH or field not in line
