from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QApplication

from quickdesk.packaged import packaged
from quickdesk.ui.icons import Icon, app_icon, icon, pixmap, tray_icon
from quickdesk.ui.theme import Theme
from quickdesk.ui.tokens import DARK, LIGHT, Role

_OWN = {"tray", "tray-paused", "tray-read-only"}


def test_every_icon_has_its_file_and_every_file_its_name() -> None:
    files = {file.stem for file in packaged("resources", "icons").glob("*.svg")}
    assert files - _OWN == {icon.value for icon in Icon}
    assert files >= _OWN


def test_the_notice_of_the_set_is_shipped() -> None:
    notice = packaged("resources", "icons", "NOTICE").read_text(encoding="utf-8")
    assert "ISC License" in notice
    assert "Lucide" in notice


def test_an_icon_takes_the_colour_of_its_role(qapp: QApplication) -> None:
    for tokens in (LIGHT, DARK):
        picture = pixmap(Icon.PAUSE, Theme(tokens), Role.DANGER).toImage()
        inked = [
            picture.pixelColor(x, y)
            for x in range(picture.width())
            for y in range(picture.height())
            if picture.pixelColor(x, y).alpha() > 250
        ]
        assert inked
        wanted = QColor(tokens[Role.DANGER])
        assert all(abs(colour.red() - wanted.red()) <= 3 for colour in inked)


def test_icons_are_sharp_at_every_scale(qapp: QApplication) -> None:
    assert pixmap(Icon.SEARCH, Theme(LIGHT, 150), Role.TEXT, ratio=2.0).width() == 48
    made = icon(Icon.SEARCH, Theme(LIGHT, 150))
    assert {size.width() for size in made.availableSizes()} >= {24, 30, 48, 60}
    assert not made.pixmap(24, QIcon.Mode.Disabled).isNull()


def test_an_icon_is_drawn_once_for_each_look(qapp: QApplication) -> None:
    def drawn(role: Role, scale: int = 100) -> int:
        return pixmap(Icon.PIN, Theme(LIGHT, scale), role).cacheKey()

    assert drawn(Role.ACCENT) == drawn(Role.ACCENT)
    assert len({drawn(Role.ACCENT), drawn(Role.DANGER), drawn(Role.ACCENT, 150)}) == 3


def test_the_tray_icon_changes_when_paused(qapp: QApplication) -> None:
    running, paused = tray_icon(is_paused=False), tray_icon(is_paused=True)
    assert {size.width() for size in running.availableSizes()} >= {16, 22, 32}
    assert running.pixmap(16).toImage() != paused.pixmap(16).toImage()
    assert not app_icon().isNull()
