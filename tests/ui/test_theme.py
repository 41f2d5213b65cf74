import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QColor, QFontInfo, QImage, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QStyle
from pytestqt.qtbot import QtBot

from quickdesk.settings.settings import TEXT_SCALES, ThemeChoice
from quickdesk.ui.theme import TextSize, Theme, apply, choose, contrast, families, set_look
from quickdesk.ui.tokens import DARK, HIGH_CONTRAST, LIGHT, SIZES, Role, Tokens

_ALL = pytest.mark.parametrize("tokens", [LIGHT, DARK, HIGH_CONTRAST], ids=lambda tokens: tokens.name)
_TEXTS = (
    Role.TEXT,
    Role.SECONDARY,
    Role.DISABLED,
    Role.ACCENT,
    Role.WARNING,
    Role.DANGER,
    Role.SUCCESS,
)
_GROUNDS = (Role.WINDOW, Role.RAISED, Role.HOVER, Role.TINT)


@_ALL
def test_every_text_is_legible_on_every_background(tokens: Tokens) -> None:
    faint = {
        (text, ground): contrast(tokens[text], tokens[ground])
        for text in _TEXTS
        for ground in _GROUNDS
        if contrast(tokens[text], tokens[ground]) < 4.5
    }
    assert not faint
    assert contrast(tokens[Role.ON_ACCENT], tokens[Role.ACCENT]) >= 4.5


@_ALL
def test_a_hint_has_less_contrast_than_text_and_is_still_legible(tokens: Tokens) -> None:
    hint, text = (contrast(tokens[role], tokens[Role.WINDOW]) for role in (Role.HINT, Role.SECONDARY))
    assert 4.5 <= hint < text - 1


@_ALL
def test_the_outline_of_an_input_has_enough_contrast(tokens: Tokens) -> None:
    assert contrast(tokens[Role.BORDER], tokens[Role.WINDOW]) >= 3
    assert contrast(tokens[Role.BORDER], tokens[Role.RAISED]) >= 3


@_ALL
def test_every_role_has_a_colour(tokens: Tokens) -> None:
    assert set(tokens.colours) == set(Role)
    assert all(QColor(colour).isValid() for colour in tokens.colours.values())


def test_high_contrast_is_seven_to_one() -> None:
    ratios = [contrast(HIGH_CONTRAST[text], HIGH_CONTRAST[ground]) for text in _TEXTS for ground in _GROUNDS]
    assert min(ratios) >= 5
    assert contrast(HIGH_CONTRAST[Role.TEXT], HIGH_CONTRAST[Role.TINT]) >= 7


def test_contrast_is_computed_as_in_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize(
    ("setting", "dark", "expected"),
    [
        (ThemeChoice.SYSTEM, False, LIGHT),
        (ThemeChoice.SYSTEM, True, DARK),
        (ThemeChoice.LIGHT, True, LIGHT),
        (ThemeChoice.DARK, False, DARK),
        (ThemeChoice.HIGH_CONTRAST, False, HIGH_CONTRAST),
    ],
)
def test_the_system_setting_applies_to_the_system_theme_only(
    setting: ThemeChoice, dark: bool, expected: Tokens
) -> None:
    assert choose(setting, system_is_dark=dark) is expected


@pytest.mark.parametrize("scale", TEXT_SCALES)
def test_lengths_and_texts_scale_together(scale: int) -> None:
    theme = Theme(LIGHT, scale)
    assert theme.space(5) == theme.px(20) == round(20 * scale / 100)
    assert theme.text_px(TextSize.SEARCH) > theme.text_px(TextSize.ROW) > theme.text_px(TextSize.SMALL)
    assert theme.px(0) == 0
    assert theme.px(0.1) == 1


def test_traditional_chinese_prefers_its_own_fonts() -> None:
    traditional = list(families("System UI", traditional=True))
    simplified = list(families("", traditional=False))
    assert traditional[0] == "System UI"
    assert traditional.index("Noto Sans CJK TC") < traditional.index("Noto Sans CJK SC")
    assert simplified.index("Noto Sans CJK SC") < simplified.index("Noto Sans CJK TC")


@pytest.mark.usefixtures("theme")
def test_a_theme_can_be_changed_while_the_program_runs(qapp: QApplication, qtbot: QtBot) -> None:
    label = QLabel("text")
    qtbot.addWidget(label)
    for tokens, scale in ((LIGHT, 100), (DARK, 150), (HIGH_CONTRAST, 80)):
        theme = Theme(tokens, scale)
        apply(qapp, theme)
        label.ensurePolished()
        assert label.palette().color(QPalette.ColorRole.WindowText) == theme.color(Role.TEXT)
        assert QFontInfo(label.font()).pixelSize() == theme.text_px(TextSize.BODY)


def test_a_look_can_be_set_and_removed(qapp: QApplication, qtbot: QtBot) -> None:
    theme = Theme(LIGHT)
    apply(qapp, theme)
    label = QLabel("text")
    qtbot.addWidget(label)
    set_look(label, "heading")
    assert label.font().pixelSize() == theme.text_px(TextSize.HEADING)
    set_look(label, "")
    assert label.font().pixelSize() == theme.text_px(TextSize.BODY)


def test_a_reply_is_drawn_in_its_own_script_in_any_language(qapp: QApplication) -> None:
    taiwan, mainland = Theme(LIGHT, traditional=True), Theme(LIGHT)
    assert taiwan.font_of("您好，请稍等。").families() == mainland.font().families()
    assert mainland.font_of("您好，請稍等。").families() == taiwan.font().families()
    assert taiwan.font_of("ok").families() == taiwan.font().families()


def test_the_glyphs_of_a_reply_do_not_follow_the_language_of_the_windows(
    qapp: QApplication, request: pytest.FixtureRequest
) -> None:
    before = QLocale()
    request.addfinalizer(lambda: QLocale.setDefault(before))

    def drawn(theme: Theme, locale: str) -> QImage:
        QLocale.setDefault(QLocale(locale))
        picture = QImage(200, 30, QImage.Format.Format_RGB32)
        picture.fill(0xFFFFFF)
        painter = QPainter(picture)
        painter.setFont(theme.font_of("请稍等，好。"))
        painter.drawText(5, 20, "请稍等，好。")
        painter.end()
        return picture

    assert drawn(Theme(LIGHT, traditional=True), "zh_TW") == drawn(Theme(LIGHT), "zh_CN")


@pytest.mark.parametrize("scale", [100, 200])
def test_the_icons_of_menus_are_as_large_as_the_text_size_says(qapp: QApplication, scale: int) -> None:
    apply(qapp, Theme(LIGHT, scale))
    menu = QMenu()
    menu.ensurePolished()
    metric = QStyle.PixelMetric.PM_SmallIconSize
    assert menu.style().pixelMetric(metric, None, menu) == Theme(LIGHT, scale).px(SIZES.icon)
    menu.deleteLater()
