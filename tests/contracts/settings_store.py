"""What every settings store promises. A test class inherits this and gives the fixture ``store``, empty."""

from dataclasses import fields

import pytest

from quickdesk.settings.settings import Language, PinyinPair, Settings, SettingsStore, ThemeChoice


class SettingsStoreContract:
    @pytest.fixture
    def store(self) -> SettingsStore:
        raise NotImplementedError

    def test_begins_with_the_defaults(self, store: SettingsStore) -> None:
        assert store.load() == Settings()
        assert dict(store.field_values()) == {}

    def test_keeps_what_was_chosen(self, store: SettingsStore) -> None:
        chosen = Settings(
            hotkey="ctrl+alt+q",
            theme=ThemeChoice.DARK,
            language=Language.TRADITIONAL,
            text_scale=125,
            paste_keys={"putty": "shift+insert"},
            similar_sounds=frozenset({PinyinPair.N_L, PinyinPair.AN_ANG}),
            learning=False,
            customer_hotkey="ctrl+alt+k",
            switch_keys="ctrl+alt",
            title_rules={"chat": "^(.+) - chat"},
            order_links={"淘宝": "https://example.com/?id={订单号}"},
            keep_pasted_texts=True,
            auto_lock=30,
            customer_days=30,
            case_days=90,
            event_days=0,
            note_hotkey="ctrl+alt+m",
            agent="A07",
            order_remark_format="{日期}+{事由}",
            dock_hotkey="ctrl+alt+j",
            dock_place=(-1200, 80, 320),
        )
        unchanged = [
            each.name
            for each in fields(Settings)
            if getattr(chosen, each.name) == getattr(Settings(), each.name)
        ]
        assert unchanged == [], "give the setting another value in tests/contracts/settings_store.py"
        store.save(chosen)
        assert store.load() == chosen

    def test_a_default_can_be_chosen_again(self, store: SettingsStore) -> None:
        store.save(Settings(theme=ThemeChoice.DARK, paste_keys={"putty": "shift+insert"}))
        store.save(Settings())
        assert store.load() == Settings()

    def test_remembers_the_value_last_used_for_each_field(self, store: SettingsStore) -> None:
        store.remember({"称呼": "亲", "天数": "3"})
        store.remember({"天数": "7"})
        assert dict(store.field_values()) == {"称呼": "亲", "天数": "7"}

    def test_forgets_all_values_and_remembers_again(self, store: SettingsStore) -> None:
        store.save(Settings(text_scale=150))
        store.forget_values()
        store.remember({"称呼": "亲", "天数": "3"})
        store.forget_values()
        assert dict(store.field_values()) == {}
        store.remember({"天数": "7"})
        assert dict(store.field_values()) == {"天数": "7"}
        assert store.load() == Settings(text_scale=150)

    def test_settings_and_values_leave_each_other_alone(self, store: SettingsStore) -> None:
        store.remember({"称呼": ""})
        store.save(Settings(text_scale=150))
        store.remember({})
        assert store.load() == Settings(text_scale=150)
        assert dict(store.field_values()) == {"称呼": ""}
