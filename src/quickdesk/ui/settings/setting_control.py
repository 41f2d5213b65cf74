"""The controls that a row of a settings page can have."""

from typing import TypeAlias

from quickdesk.ui.settings.drop_down import DropDown
from quickdesk.ui.settings.hotkey_box import HotkeyBox
from quickdesk.ui.settings.order_links_editor import OrderLinksEditor
from quickdesk.ui.settings.paste_keys_editor import PasteKeysEditor
from quickdesk.ui.settings.pinyin_pair_boxes import PinyinPairBoxes
from quickdesk.ui.settings.text_box import TextBox
from quickdesk.ui.settings.tick_box import TickBox
from quickdesk.ui.settings.title_rules_editor import TitleRulesEditor

_Box: TypeAlias = DropDown | TickBox | PinyinPairBoxes | TextBox | HotkeyBox
SettingControl: TypeAlias = _Box | PasteKeysEditor | TitleRulesEditor | OrderLinksEditor
"""Shows the value of a setting (``set_value``) and emits another with ``chosen``."""
