from dataclasses import replace

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from quickdesk.replies.snippet import Snippet
from quickdesk.search.finder import LibraryFinder
from quickdesk.search.hit import Hit, Span
from quickdesk.ui.results.plain_line import PlainLine
from quickdesk.ui.results.row_texts import RowTypesetter
from quickdesk.ui.theme import Theme
from quickdesk.ui.tokens import LIGHT

LOST = Snippet("a", "包裹丢失", "很抱歉，已经补发。", "bgds", ("物流",), tags=("丢件", "致歉"))


@pytest.fixture
def typesetter(qapp: QApplication) -> RowTypesetter:
    return RowTypesetter(Theme(LIGHT), 380)


def _marked(line: object) -> list[str]:
    assert isinstance(line, PlainLine)
    return [text for _, text, style in line.segments if style.font.weight() == QFont.Weight.DemiBold]


def test_a_row_shows_title_body_code_and_folder(typesetter: RowTypesetter) -> None:
    row = typesetter.row(Hit(LOST, 1.0), "")
    assert (row.title.text, row.body.text) == (LOST.title, LOST.body)
    assert row.code
    assert row.folder
    assert (row.code.text, row.folder.text) == ("bgds", "物流")


def test_the_reason_replaces_the_body(typesetter: RowTypesetter) -> None:
    assert typesetter.row(Hit(LOST, 1.0), "In common: 包裹").body.text == "In common: 包裹"


def test_a_related_hit_is_labelled_beside_its_code(typesetter: RowTypesetter) -> None:
    plain, related = typesetter.row(Hit(LOST, 1.0), ""), typesetter.row(Hit(LOST, 1.0, is_related=True), "")
    assert plain.label is None
    assert related.label
    assert related.label.text == "similar"
    long = replace(LOST, title="包裹" * 40)
    without, beside = typesetter.row(Hit(long, 1.0), ""), typesetter.row(Hit(long, 1.0, is_related=True), "")
    assert beside.title.width <= without.title.width - related.label.width


@pytest.mark.parametrize("query", ["zq", "致歉", "#致歉"])
def test_a_reply_found_by_its_tag_only_shows_the_tag(typesetter: RowTypesetter, query: str) -> None:
    finder = LibraryFinder()
    finder.rebuild([LOST])
    row = typesetter.row(finder.find(query)[0], "")
    assert row.folder
    assert row.folder.text == "#致歉"
    assert _marked(row.folder) == ["致歉"]


@pytest.mark.parametrize(
    ("query", "marked"), [("少了", "少了"), ("shaole", "少了"), ("少了一件", "少了一件")]
)
def test_a_reply_found_by_an_ask_only_shows_the_ask(
    typesetter: RowTypesetter, query: str, marked: str
) -> None:
    finder = LibraryFinder([replace(LOST, asks=("没收全", "少了一件", "少发"))])
    row = typesetter.row(finder.find(query)[0], "")
    assert row.folder
    assert row.folder.text == "“少了一件”"
    assert _marked(row.folder) == [marked]


def test_an_ask_comes_before_a_tag_that_matched_too(typesetter: RowTypesetter) -> None:
    hit = LibraryFinder([replace(LOST, asks=("丢件了吗",))]).find("丢件")[0]
    row = typesetter.row(hit, "")
    assert row.folder
    assert row.folder.text == "“丢件了吗”"


def test_with_other_matches_the_folder_stays(typesetter: RowTypesetter) -> None:
    spans = (Span("title", 0, 2), Span("tags", 3, 2))
    row = typesetter.row(Hit(LOST, 1.0, spans), "")
    assert row.folder
    assert row.folder.text == "物流"
