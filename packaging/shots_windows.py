"""Takes pictures of the windows: light, dark and high contrast, Chinese and English, 100, 150 and 200 %.

    .venv/bin/python packaging/shots_windows.py build/shots

Needs no display. The pictures are for visual inspection.
"""

import os
import sys
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta, timezone
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from quickdesk.app.appearance import Translations
from quickdesk.replies.delivery import Outcome
from quickdesk.replies.form import boxes
from quickdesk.replies.render import RenderContext, Rendered, render
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import StoreProblem
from quickdesk.replies.template import parse
from quickdesk.settings.hotkey import Hotkey
from quickdesk.settings.settings import Language, Settings
from quickdesk.ui import data_notices, messages
from quickdesk.ui.editor.snippet_editor import SnippetEditor
from quickdesk.ui.form.field_form import FieldForm
from quickdesk.ui.icons import Icon
from quickdesk.ui.settings.settings_page import SystemInfo
from quickdesk.ui.settings.settings_window import SettingsWindow
from quickdesk.ui.theme import Theme, apply
from quickdesk.ui.toast import Toast
from quickdesk.ui.tokens import DARK, HIGH_CONTRAST, LIGHT
from quickdesk.ui.tray import menu_entry
from quickdesk.ui.tray.home_window import HomeWindow, TrayPresence
from quickdesk.ui.tray.menu_entry import MenuEntry, Section
from quickdesk.ui.tray.tray_icon import TrayState, state_icon

NOW = datetime(2026, 11, 22, 15, 30, tzinfo=timezone(timedelta(hours=8)))
BODY = (
    "亲爱的{称呼}，您的订单 {订单号} 已为您申请退款 😊\n"
    "我们会用{快递|顺丰|中通|圆通}上门取件，请在 {天数:7} 天内寄回。\n"
    "退款金额 {金额} 元将在收到商品后原路退回，今天是{日期}。{光标}"
)
BODY_EN = (
    "Dear {name}, we have started the refund for order {order number}.\n"
    "{carrier|DHL|UPS|Post} will collect the parcel within {days:7} days.\n"
    "You will get {amount} back once it is here."
)
REMARK = "满 200 元才适用；超过 30 天的订单请先问主管。"
HOTKEY = Hotkey.parse("ctrl+alt+space")
LOOKS = (LIGHT, DARK, HIGH_CONTRAST)
SCALES = (100, 150, 200)


def form(theme: Theme, language: Language, *, is_refused: bool = False) -> FieldForm:
    is_english = language is Language.ENGLISH
    template = parse(BODY_EN if is_english else BODY)
    context = RenderContext(NOW)

    def preview(values: Mapping[str, str]) -> Rendered:
        return render(template, values, context)

    program = "chromium" if is_english else "wechat"
    remembered = {"称呼": "王女士", "name": "Ms Wang"}
    made = FieldForm(
        "Refund started" if is_english else "退货退款：已申请",
        boxes(template, remembered),
        preview,
        theme,
        program,
    )
    made.open_on(QApplication.primaryScreen())
    if is_refused:
        made.findChild(QWidget, "paste").click()
    return made


def settings(theme: Theme, language: Language) -> SettingsWindow:
    values = Settings(
        language=language, text_scale=theme.scale, paste_keys={"putty": "shift+insert", "wechat": "ctrl+v"}
    )
    surroundings = SystemInfo(
        (
            messages.hotkey_way("x11"),
            messages.paste_way("x11"),
        ),
        "/home/agent/.local/share/quickdesk",
    )
    made = SettingsWindow(values, lambda: surroundings, theme)
    made.open_on(QApplication.primaryScreen())
    made.show_hotkey_result(str(HOTKEY), messages.hotkey_taken(HOTKEY.label))
    return made


def editor(theme: Theme, _language: Language, *, is_flawed: bool = False) -> SnippetEditor:
    body = BODY.replace("{天数:7}", "{天数:7").replace("{金额}", "金额}") if is_flawed else BODY
    draft = Snippet("1", "退货退款：已申请", body, "th", ("售后", "退货"), ("退款", "常用"), REMARK)
    made = SnippetEditor(draft, theme, can_paste=True)
    made.open_on(QApplication.primaryScreen())
    if is_flawed:
        made.findChild(QWidget, "title").setText("退货退款")
        made.close()
    return made


def home_window(theme: Theme, tray: TrayPresence) -> HomeWindow:
    made = HomeWindow(theme, tray)
    entries = (
        MenuEntry(Section.REPLIES, menu_entry.open_palette, made.show, is_default=True),
        MenuEntry(Section.REPLIES, menu_entry.new_reply, made.show, icon=Icon.NEW),
        MenuEntry(Section.WINDOWS, menu_entry.settings, made.show, icon=Icon.SETTINGS),
        MenuEntry(Section.PROGRAM, menu_entry.quit_program, made.show, icon=Icon.QUIT),
    )
    for entry in entries:
        entry.setParent(made)
        entry.set_theme(theme)
    made.add_entries(entries)
    return made


def home(theme: Theme, _language: Language) -> HomeWindow:
    made = home_window(theme, TrayPresence.ABSENT)
    made.show_hotkey(messages.hotkey_works(HOTKEY.label))
    made.show_banner(
        data_notices.store_problem(
            StoreProblem.DAMAGED, "/home/agent/.local/share/quickdesk/snippets.damaged.json"
        )
    )
    made.show()
    return made


def lone_home(theme: Theme, _language: Language) -> HomeWindow:
    made = home_window(theme, TrayPresence.ABSENT)
    made.show_hotkey(messages.hotkeys_missing("no-backend"))
    made.show()
    return made


def paused_home(theme: Theme, _language: Language) -> HomeWindow:
    made = home_window(theme, TrayPresence.LOST)
    made.show_hotkey(messages.hotkey_works(HOTKEY.label))
    made.show_paused(NOW)
    made.show()
    return made


def toast(theme: Theme, outcome: Outcome) -> Toast:
    made = Toast(theme, QTimer(QApplication.instance()))
    made.show_notice(messages.outcome(outcome), QRect(0, 0, 1280, 800))
    return made


def tray_sheet() -> QPixmap:
    """Return the tray icon in all states and sizes on light and dark panels, and magnified four times."""
    sheet = QPixmap(640, 400)
    painter = QPainter(sheet)
    for column, tokens in enumerate((LIGHT, DARK)):
        painter.fillRect(column * 320, 0, 320, 400, QColor(tokens.colours["raised"]))
        for row, state in enumerate(TrayState):
            x = column * 320 + 16
            for size in (16, 22, 24):
                icon = state_icon(state).pixmap(size)
                painter.drawPixmap(x, 24 + row * 120, icon)
                x += 32
            enlarged = state_icon(state).pixmap(16).scaled(96, 96, Qt.AspectRatioMode.KeepAspectRatio)
            painter.drawPixmap(x + 24, 12 + row * 120, enlarged)
    painter.end()
    return sheet


WINDOWS: Mapping[str, Callable[[Theme, Language], QWidget]] = {
    "form": form,
    "form-open": lambda theme, language: form(theme, language, is_refused=True),
    "settings": settings,
    "editor": editor,
    "editor-flaw": lambda theme, language: editor(theme, language, is_flawed=True),
    "home": home,
    "home-no-hotkey": lone_home,
    "home-paused": paused_home,
    "toast": lambda theme, _language: toast(theme, Outcome.FOCUS_LOST),
    "toast-copied": lambda theme, _language: toast(theme, Outcome.COPIED_ONLY),
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
                theme = Theme(tokens, scale)
                apply(app, theme)
                for name in wanted:
                    window = WINDOWS[name](theme, language)
                    app.processEvents()
                    window.grab().save(str(folder / f"{name}-{language.value}-{tokens.name}-{scale}.png"))
                    window.deleteLater()
                    app.processEvents()
    tray_sheet().save(str(folder / "tray.png"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
