from collections.abc import Callable
from dataclasses import replace
from itertools import product

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from quickdesk.replies.snippet import Snippet
from quickdesk.search.hit import Hit
from quickdesk.ui.results.row_painter import ResultRow, RowPainter
from quickdesk.ui.theme import Theme
from quickdesk.ui.tokens import DARK, LIGHT, SIZES, Role, Tokens
from tests.ui.hits import Hits

Paint = Callable[..., QImage]
BARE = Hit(Snippet("a", "", "", ""), 1.0)


@pytest.fixture(params=[LIGHT, DARK], ids=["light", "dark"])
def theme(request: pytest.FixtureRequest, qapp: QApplication) -> Theme:
    tokens: Tokens = request.param
    return Theme(tokens)


@pytest.fixture
def paint(theme: Theme) -> Paint:
    painter_of_rows = RowPainter(theme, SIZES.results_width)

    def painted(hit: Hit = BARE, number: int = 0, *, is_selected: bool = False, ratio: float = 1.0) -> QImage:
        picture = QImage(
            round(SIZES.results_width * ratio), round(SIZES.row * ratio), QImage.Format.Format_ARGB32
        )
        picture.setDevicePixelRatio(ratio)
        picture.fill(theme.color(Role.WINDOW))
        row = ResultRow(QRect(0, 0, SIZES.results_width, SIZES.row), hit, "", number, is_selected)
        painter = QPainter(picture)
        painter_of_rows.paint(painter, [(row, painter_of_rows.lay_out(row))])
        painter.end()
        return picture

    return painted


def _at(picture: QImage, x: int, y: int) -> QColor:
    return picture.pixelColor(x, y)


def test_only_the_selected_row_is_tinted_from_edge_to_edge(paint: Paint, theme: Theme) -> None:
    chosen, other = paint(is_selected=True), paint()
    for x, y in ((SIZES.accent_bar + 1, 1), (200, 20), (SIZES.results_width - 1, SIZES.row - 1)):
        assert _at(chosen, x, y) == theme.color(Role.TINT)
        assert _at(other, x, y) == theme.color(Role.WINDOW)
    assert _at(chosen, 0, 20) == theme.color(Role.ACCENT)


def test_only_rows_that_a_digit_picks_have_a_number(paint: Paint) -> None:
    nothing = paint()
    assert paint(number=10) == nothing
    assert paint(number=1) != nothing
    assert paint(number=1) != paint(number=2)


def test_a_pin_stands_below_the_number_and_moves_nothing(paint: Paint) -> None:
    pinned = replace(BARE, is_pinned=True)
    for number, is_selected in product((0, 1), (False, True)):
        without = paint(number=number, is_selected=is_selected)
        picture = paint(pinned, number=number, is_selected=is_selected)
        every = product(range(picture.width()), range(picture.height()))
        changed = [(x, y) for x, y in every if picture.pixel(x, y) != without.pixel(x, y)]
        assert changed
        assert all(x < 32 and SIZES.row / 2 <= y < SIZES.row for x, y in changed)


def test_a_number_is_as_sharp_as_its_screen(paint: Paint) -> None:
    coarse, sharp = paint(number=7), paint(number=7, ratio=2.0)
    assert sharp.size() == coarse.size() * 2
    assert sharp != coarse.scaled(sharp.size()), "a small picture was blown up"


def test_matches_have_the_accent_colour(paint: Paint, hits: Hits, theme: Theme) -> None:
    def accented(hit: Hit) -> int:
        picture, accent = paint(hit), theme.color(Role.ACCENT).rgb()
        places = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
        return sum(picture.pixel(x, y) == accent for x, y in places)

    snippet = Snippet("a", "退款进度", "您的退款在路上", "tk")
    assert accented(Hit(snippet, 1.0)) == 0
    title = accented(hits(snippet, title="退款"))
    assert title > 0
    assert accented(hits(snippet, title="退款", body="退款")) > title


def test_a_chip_is_as_wide_as_its_code(paint: Paint, theme: Theme) -> None:
    def chip(code: str) -> int:
        picture, line = paint(Hit(Snippet("a", "", "", code), 1.0)), theme.color(Role.LINE).rgb()
        return max(sum(picture.pixel(x, y) == line for x in range(picture.width())) for y in range(SIZES.row))

    assert 0 == chip("") < chip("tk") < chip("tuikuan")


def test_the_label_of_a_related_hit_is_painted_beside_the_code(paint: Paint) -> None:
    reply = Snippet("a", "退款", "", "tk")
    plain, related = paint(Hit(reply, 1.0)), paint(Hit(reply, 1.0, is_related=True))
    points = product(range(plain.width()), range(0, plain.height(), 2))
    changed = [x for x, y in points if plain.pixel(x, y) != related.pixel(x, y)]
    assert changed
    assert min(changed) > plain.width() // 2
    assert max(changed) < plain.width() - 20


def test_fields_have_chips_that_stand_out_from_the_row(paint: Paint, theme: Theme) -> None:
    def count(role: Role, *, is_selected: bool) -> int:
        picture, color = (
            paint(Hit(Snippet("a", "", "{快递}", ""), 1.0), is_selected=is_selected),
            theme.color(role),
        )
        lower = range(picture.height() // 2, picture.height())
        return sum(picture.pixelColor(x, y) == color for x in range(33, 80) for y in lower)

    assert count(Role.TINT, is_selected=False) > 100
    assert count(Role.WINDOW, is_selected=True) > 100
