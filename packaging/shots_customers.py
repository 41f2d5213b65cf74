"""Takes pictures of the customer windows: light and dark, Chinese and English, 100 and 150 %.

    .venv/bin/python packaging/shots_customers.py build/shots               all windows
    .venv/bin/python packaging/shots_customers.py build/shots window dock   some of them

Needs no display. The pictures are for visual inspection.
"""

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QWidget

from quickdesk.app.appearance import Translations
from quickdesk.customers.customer import Customer, Nickname, Note, Order
from quickdesk.customers.timeline import Event, EventType, newest_first
from quickdesk.customers.views.editing import CardField
from quickdesk.customers.views.overview import Overview
from quickdesk.settings.settings import Language
from quickdesk.ui.card.field_box import FieldBox
from quickdesk.ui.customers import notices
from quickdesk.ui.customers.customer_window import CustomerWindow
from quickdesk.ui.dock.dock_values import OpenTab, dock_values, note_value
from quickdesk.ui.dock.dock_window import DockWindow
from quickdesk.ui.theme import Theme, apply
from quickdesk.ui.tokens import DARK, LIGHT

NOW = datetime(2026, 11, 29, 15, 30, tzinfo=timezone(timedelta(hours=8)))
FISH = Customer(
    "c1",
    (Nickname("小鱼儿爱吃糖", "淘宝"), Nickname("fish_88", "微信")),
    "王小鱼",
    "回复要快，别用感叹号",
    ("老客", "大额", "顺丰优先"),
    {"尺码": "M", "偏好": "纯棉"},
    "亲切",
    is_do_not_contact=True,
    do_not_contact_reason="投诉过，先问主管",
    orders=(Order("2026112900012345", "淘宝", "已发货", ("T恤 白 M", "短裤"), "SF1234567890123"),),
    phones=("13800000006",),
    addresses=("浙江省杭州市西湖区文三路1号",),
    birthday="05-20",
    created=NOW,
)
NOTES = (
    Note("n1", "c1", "优先发顺丰；发货前先确认地址。", NOW - timedelta(days=30), "小王", is_pinned=True),
    Note("n2", "c1", "上次尺码偏小，这次发大一号。", NOW - timedelta(days=3), "小李"),
    Note("n3", "c1", "问羽绒服什么时候有货，答应周五前回复。", NOW - timedelta(hours=3), "小李"),
)
EVENTS = (
    Event("e1", "c1", EventType.PASTED, NOW - timedelta(hours=2), "r1"),
    Event("e2", "c1", EventType.SATISFACTION, NOW - timedelta(hours=1), text="satisfied"),
)
OTHERS = tuple(
    Customer(
        f"k{number}",
        (
            Nickname(
                f"{'王李张赵'[number % 4]}小{'星月雨云海'[number % 5]}{number}",
                ("京东", "拼多多")[number % 2],
            ),
        ),
        tags=("老客",) if number % 3 == 0 else (),
        phones=(f"1380000{number:04d}",),
        is_do_not_contact=number == 4,
    )
    for number in range(40)
)
CONTACTS = {each.id: NOW - timedelta(hours=7 * number) for number, each in enumerate((FISH, *OTHERS))}
LOOKS, SCALES = (LIGHT, DARK), (100, 150)


def window(theme: Theme) -> CustomerWindow:
    made = CustomerWindow(theme, lambda _id: "退货退款：已申请", lambda _number: "顺丰速运")
    made.open_on(QApplication.primaryScreen())
    made.resize(theme.px(1120), theme.px(720))
    made.show_list(Overview((FISH, *OTHERS), CONTACTS), NOW, keep="c1")
    made.list.show_counts(41, 3)
    made.show_customer(FISH, NOTES, newest_first(NOTES, (), EVENTS), NOW)
    made.card.show_notice(notices.do_not_contact(FISH.do_not_contact_reason))
    return made


def several(theme: Theme) -> QWidget:
    made = window(theme)
    made.list.view.selectAll()
    made.show_notice(notices.tagged(41, "双十一"), can_undo=True)
    return made


def trash(theme: Theme) -> QWidget:
    made = window(theme)
    made.is_trash = True
    made._show_mode()  # noqa: SLF001 - as the key does
    made.show_list(Overview(OTHERS[:3], CONTACTS), NOW)
    made.show_customer(OTHERS[0], (), (), NOW)
    made.card.show_notice(notices.in_trash())
    made.show_notice(notices.moved_to_trash("王小星0", 1), can_undo=True)
    return made


def merge(theme: Theme) -> QWidget:
    made = window(theme)
    other = replace(OTHERS[1], name="王鱼", addresses=("上海市浦东新区世纪大道 100 号",))
    both = replace(
        FISH, nicknames=(*FISH.nicknames, *other.nicknames), addresses=FISH.addresses + other.addresses
    )
    made.show_merge(FISH, other, replace(both, phones=FISH.phones + other.phones))
    return made


def erase(theme: Theme) -> QWidget:
    made = window(theme)
    made.erase_sheet.ask({"id": FISH.id, "label": FISH.label, "notes": 2, "cases": 1})
    return made


def conflict(theme: Theme) -> QWidget:
    made = window(theme)
    (name,) = [each for each in made.card.findChildren(FieldBox) if each.field is CardField.NAME]
    name.start()
    name.control.setText("王小鱼（我改的）")  # type: ignore[attr-defined]
    made.show_customer(replace(FISH, name="王小雨（别处改的）"), NOTES, (), NOW)
    return made


def locked(theme: Theme) -> QWidget:
    made = window(theme)
    made.show_locked(is_locked=True)
    return made


def empty(theme: Theme) -> QWidget:
    made = CustomerWindow(theme, lambda _id: "", lambda _number: "")
    made.open_on(QApplication.primaryScreen())
    made.show_list(Overview(), NOW)
    return made


def keys(theme: Theme) -> QWidget:
    made = window(theme)
    made._key_sheet.open(theme, *_tables())  # noqa: SLF001 - as F1 does
    return made


def _tables() -> tuple[object, ...]:
    from quickdesk.ui.customers.keys import CUSTOMER_KEYS

    return (CUSTOMER_KEYS,)


def dock(theme: Theme) -> QWidget:
    made = DockWindow(theme, is_composited=False)
    values = dock_values(FISH, lambda _number: "顺丰速运")
    made.view.show_customer(FISH, values, [note_value(note, NOW) for note in NOTES])
    labels = (FISH.label, OTHERS[0].label, "Anna")
    made.view.show_tabs([OpenTab(digit, label, digit == 1) for digit, label in enumerate(labels, 1)])
    made.place_beside(QApplication.primaryScreen().availableGeometry(), None)
    made.show()
    return made


def dock_locked(theme: Theme) -> QWidget:
    made = dock(theme)
    made.view.show_locked()  # type: ignore[attr-defined]
    return made


def dock_empty(theme: Theme) -> QWidget:
    made = dock(theme)
    made.view.show_customer(None, (), ())  # type: ignore[attr-defined]
    made.view.show_tabs(())  # type: ignore[attr-defined]
    return made


WINDOWS: Mapping[str, Callable[[Theme], QWidget]] = {
    "window": window,
    "several": several,
    "trash": trash,
    "merge": merge,
    "erase": erase,
    "conflict": conflict,
    "locked": locked,
    "empty": empty,
    "keys": keys,
    "dock": dock,
    "dock-locked": dock_locked,
    "dock-empty": dock_empty,
}


def main() -> int:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "build/shots")
    wanted = sys.argv[2:] or list(WINDOWS)
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    translations = Translations()
    for language in (Language.SIMPLIFIED, Language.TRADITIONAL, Language.ENGLISH):
        translations.install(language)
        for tokens in LOOKS:
            for scale in SCALES:
                theme = Theme(tokens, scale, traditional=language is Language.TRADITIONAL)
                apply(app, theme)
                for name in wanted:
                    made = WINDOWS[name](theme)
                    app.processEvents()
                    made.grab().save(str(folder / f"{name}-{language.value}-{tokens.name}-{scale}.png"))
                    made.hide()
                    made.deleteLater()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
