"""Takes pictures of the palette: light, dark and high contrast, Chinese and English, 100, 150 and 200 %.

    .venv/bin/python packaging/shots.py build/shots             all states
    .venv/bin/python packaging/shots.py build/shots found odd   some of them
    .venv/bin/python packaging/shots.py --readme FILE.png       the one picture of the README

Needs no display; with QT_QPA_PLATFORM=xcb it uses the existing one. The pictures are for visual inspection.
"""

import os
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QInputMethodEvent, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from quickdesk.app.appearance import Translations
from quickdesk.customers.customer import Customer, Nickname, Note, Order
from quickdesk.customers.search.finder import CustomerFinder, SearchedCard
from quickdesk.packaged import packaged
from quickdesk.packs.source import read_pack
from quickdesk.replies.delivery import Outcome
from quickdesk.replies.snippet import Snippet
from quickdesk.search.finder import LibraryFinder
from quickdesk.settings.settings import Language
from quickdesk.ui import messages
from quickdesk.ui.icons import Icon
from quickdesk.ui.palette.customer_rows import customer_row, new_card_row
from quickdesk.ui.palette.search_box import SearchBox
from quickdesk.ui.palette.window import Palette
from quickdesk.ui.theme import Theme, apply
from quickdesk.ui.tokens import DARK, HIGH_CONTRAST, LIGHT, Tokens
from quickdesk.ui.tray import menu_entry
from quickdesk.ui.tray.menu_entry import MenuEntry, Section

LOOKS = (LIGHT, DARK, HIGH_CONTRAST)
SCALES = (100, 150, 200)
DESKTOPS = {LIGHT.name: "#8C98A8", DARK.name: "#3C424D", HIGH_CONTRAST.name: "#3C424D"}
SCREEN = QRect(0, 0, 2560, 1440)
ENGLISH = (
    Snippet(
        "e1", "Refund sent", "Hi {name}, your refund of {amount} was sent on {date}.", "rf", ("Refunds",)
    ),
    Snippet(
        "e2", "Refund time", "It takes {days:3} to 5 business days.", "rt", ("Refunds", "Times"), ("money",)
    ),
    Snippet("e3", "Where is my parcel", "Your parcel is with {carrier|DHL|UPS|Post}.", "wp", ("Shipping",)),
    Snippet("e4", "Return label", "The label is in your account.\nReprint it any time.", "rl", ("Returns",)),
)
ODD = (
    Snippet(
        "o1", "😀👍 退款 emoji 在前面", "🎉🎉 感谢支持！退款马上处理", "emoji-and-a-very-long-code", ("售后",)
    ),
    Snippet(
        "o2",
        "标题特别长" * 12 + "退款",
        "长正文" * 60 + "退款在很后面" * 3,
        "tk",
        ("很长的文件夹", "更长的子文件夹名称", "第三层"),
    ),
    Snippet("o3", "退款写错了字段", "订单 {订单号 的退款\n第二行", "tkc", ("售后",)),
    Snippet(
        "o4", "退款步骤", "第一步：申请退款\n第二步：等待审核\n\n第四步：收到{金额:12.50}元{光标}", "", ()
    ),
    Snippet(
        "o5",
        "退款 refund の English 한국어",
        "Latin 与汉字 mixed，退款 refund 12345",
        "mix",
        ("A", "B"),
        ("x",) * 40,
    ),
    Snippet("o6", "退款很长的正文", "退款说明，" * 2000, "long", ()),
)


WRITTEN = datetime(2026, 11, 29, 15, 30, tzinfo=UTC)
CARDS = (
    SearchedCard(
        Customer(
            "c1",
            (Nickname("小月亮爱奶茶", "淘宝"), Nickname("moon_tea88", "京东")),
            "王小月",
            "回复要快，发顺丰",
            ("老客", "VIP"),
            {"尺码": "M", "偏好": "浅蓝色，纯棉"},
            orders=(Order("2026112900018006", "淘宝", "已发货", ("T恤 白 M",), "SF1234567890123"),),
            phones=("13800000006",),
        ),
        (
            Note("n1", "c1", "生日 5 月，送过贺卡", WRITTEN, is_pinned=True),
            Note("n2", "c1", "11日 说杯子收到有裂缝，要求换新，已登记，电话 13800000006", WRITTEN),
        ),
    ),
    SearchedCard(Customer("c2", (Nickname("小月亮" * 12, "微信"),), tags=("企业", "批发", "开专票", "月结"))),
    SearchedCard(Customer("c3", (Nickname("小悦", "抖音"),), "李悦", phones=("13912348006",))),
    SearchedCard(
        Customer("c4", (Nickname("🐱🐱", "拼多多"),), remark="问过奶茶杯"),
        (Note("n3", "c4", "答应周五前回复，小月姐介绍", WRITTEN),),
    ),
)


class Scene:
    """A palette with some replies and the real search."""

    def __init__(self, theme: Theme, snippets: tuple[Snippet, ...], target: str) -> None:
        self.finder = LibraryFinder(snippets)
        self.theme = theme
        self.palette = Palette(theme)
        self.palette.query_changed.connect(self._on_query_changed)
        self.palette.show_target(target or None)
        self.palette.open_at(SCREEN)

    def type(self, text: str) -> "Scene":
        self.palette.findChild(SearchBox).insert(text)
        return self

    def press(self, key: Qt.Key, times: int) -> "Scene":
        for _ in range(times):
            QTest.keyClick(self.palette.findChild(SearchBox), key)
        return self

    def list_actions(self) -> "Scene":
        self.palette.add_entries(_entries(self.theme))
        QTest.keyClick(self.palette.findChild(SearchBox), Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        return self

    def compose(self, preedit: str) -> "Scene":
        QApplication.sendEvent(self.palette.findChild(SearchBox), QInputMethodEvent(preedit, []))
        return self

    def tell_trouble(self) -> "Scene":
        self.palette.show_notice(messages.outcome(Outcome.NOT_READ))
        return self

    def find_customers(self, query: str) -> "Scene":
        finder = CustomerFinder()
        finder.update(CARDS)
        notes = {card.customer.id: card.notes for card in CARDS}

        def show(wanted: str) -> None:
            rows = [customer_row(hit, notes.__getitem__) for hit in finder.find(wanted, 30) or ()]
            self.palette.customers.show(wanted, [*rows, *([new_card_row(wanted)] if wanted else ())])

        self.palette.customers.requested.connect(show)
        return self.type(query)

    def _on_query_changed(self, query: str) -> None:
        self.palette.show_hits(query, self.finder.find(query, 50))


def _entries(theme: Theme) -> list[MenuEntry]:
    entries = [
        MenuEntry(Section.PAUSE, menu_entry.pause_hour, str, icon=Icon.CLOCK),
        MenuEntry(Section.DATA, lambda: menu_entry.undo(""), str, icon=Icon.UNDO),
        MenuEntry(Section.WINDOWS, menu_entry.show_window, str, icon=Icon.WINDOW),
        MenuEntry(Section.WINDOWS, menu_entry.settings, str, icon=Icon.SETTINGS),
        MenuEntry(Section.PROGRAM, menu_entry.quit_program, str, icon=Icon.QUIT),
    ]
    for entry in entries:
        entry.set_theme(theme)
    return entries


def library(language: Language) -> tuple[Snippet, ...]:
    if language is Language.ENGLISH:
        return ENGLISH
    files = packaged("snippets", "zh-CN").glob("*.toml")
    return read_pack({file.name: file.read_text(encoding="utf-8") for file in files}).snippets


def _scene(theme: Theme, language: Language) -> Scene:
    return Scene(theme, library(language), "微信" if language is not Language.ENGLISH else "Chromium")


STATES: Mapping[str, Callable[[Theme, Language], Scene]] = {
    "likely": _scene,
    "found": lambda theme, lang: _scene(theme, lang).type("re" if lang is Language.ENGLISH else "tk"),
    "composing": lambda theme, lang: _scene(theme, lang).compose("fa'huo").press(Qt.Key.Key_Down, 2),
    "lower": lambda theme, lang: _scene(theme, lang).press(Qt.Key.Key_Down, 11),
    "nothing": lambda theme, lang: _scene(theme, lang).type("没有这样的回复 & xyz"),
    "actions": lambda theme, lang: _scene(theme, lang).list_actions(),
    "keys": lambda theme, lang: _scene(theme, lang).press(Qt.Key.Key_F1, 1),
    "empty": lambda theme, _lang: Scene(theme, (), ""),
    "trouble": lambda theme, lang: _scene(theme, lang).tell_trouble(),
    "customers": lambda theme, lang: _scene(theme, lang).find_customers("@小y"),
    "customers-number": lambda theme, lang: _scene(theme, lang).find_customers("@8006"),
    "customers-note": lambda theme, lang: _scene(theme, lang).find_customers("@裂缝"),
    "customers-new": lambda theme, lang: _scene(theme, lang).find_customers("@钱七七"),
    "customers-all": lambda theme, lang: _scene(theme, lang).find_customers("@"),
    "odd": lambda theme, _lang: Scene(theme, ODD, "x" * 200).type("退款"),
    "odd-flaw": lambda theme, _lang: Scene(theme, (ODD[2],), "xterm").type("退款"),
    "odd-title": lambda theme, _lang: Scene(theme, (ODD[1],), "xterm").type("退款"),
    "odd-tags": lambda theme, _lang: Scene(theme, (ODD[4],), "xterm").type("退款"),
    "odd-long": lambda theme, _lang: Scene(theme, (ODD[5],), "xterm").type("退款"),
}


def picture(palette: Palette, tokens: Tokens | None, ratio: float = 1.0) -> QImage:
    """Return the palette on a plain desktop, or on a transparent background without tokens."""
    image = QImage(palette.size() * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor(DESKTOPS[tokens.name]) if tokens else Qt.GlobalColor.transparent)
    painter = QPainter(image)
    palette.render(painter, QPoint())
    painter.end()
    return image


def shoot(app: QApplication, folder: Path, states: list[str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    translations = Translations()
    for language in (Language.SIMPLIFIED, Language.TRADITIONAL, Language.ENGLISH):
        translations.install(language)
        for tokens in LOOKS:
            for scale in SCALES:
                theme = Theme(tokens, scale)
                apply(app, theme)
                for state in states:
                    palette = STATES[state](theme, language).palette
                    app.processEvents()
                    name = f"palette-{state}-{language.value}-{tokens.name}-{scale}.png"
                    picture(palette, tokens).save(str(folder / name))
                    palette.hide()
                    palette.deleteLater()


def shoot_readme(app: QApplication, file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    Translations().install(Language.SIMPLIFIED)
    theme = Theme(LIGHT)
    apply(app, theme)
    palette = STATES["found"](theme, Language.SIMPLIFIED).palette
    app.processEvents()
    picture(palette, None, ratio=2.0).save(str(file))


def main(arguments: list[str]) -> int:
    app = QApplication(sys.argv[:1])
    if arguments[:1] == ["--readme"] and len(arguments) == 2:
        shoot_readme(app, Path(arguments[1]))
        return 0
    if arguments[:1] and arguments[0].startswith("-"):
        print(__doc__)
        return 2
    unknown = [state for state in arguments[1:] if state not in STATES]
    if unknown:
        print(f"no such state: {', '.join(unknown)}; there are {', '.join(STATES)}", file=sys.stderr)
        return 2
    shoot(app, Path(arguments[0] if arguments else "build/shots"), arguments[1:] or list(STATES))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
