import json
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from quickdesk.replies.store import StoreError, StoreProblem
from quickdesk.settings.settings import Settings, SettingsStore, ThemeChoice
from quickdesk.storage.open import Stores, open_stores
from quickdesk.storage.settings_document import _READERS, _STORED_NAMES, changed, from_document, to_document
from tests.contracts.settings_store import SettingsStoreContract
from tests.fakes.settings_store import MemorySettingsStore
from tests.storage.clean import is_clean


class TestMemorySettingsStore(SettingsStoreContract):
    @pytest.fixture
    def store(self) -> SettingsStore:
        return MemorySettingsStore()


class TestTinySettingsStore(SettingsStoreContract):
    @pytest.fixture
    def store(self, tmp_path: Path) -> Iterator[SettingsStore]:
        with open_stores(tmp_path) as stores:
            yield stores.settings


class TestTinySettingsStoreReopened(SettingsStoreContract):
    @pytest.fixture
    def store(self, tmp_path: Path) -> SettingsStore:
        return Forgetful(tmp_path)


class Forgetful:
    """Opens the store again for every call."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __getattr__(self, name: str) -> Any:
        def call(*arguments: Any) -> Any:
            with open_stores(self._folder) as stores:
                return getattr(stores.settings, name)(*arguments)

        return call


def with_settings(folder: Path, **values: object) -> Stores:
    (folder / "settings.json").write_text(json.dumps({"settings": {"1": values}, "fields": {}}), "utf-8")
    return open_stores(folder)


SETTINGS = {each.name for each in fields(Settings)}


def test_every_setting_has_a_reader() -> None:
    assert set(_READERS) == SETTINGS, "add its reader to _READERS in storage/settings_document.py"
    json.dumps(to_document(Settings(paste_keys={"a": "b"})))


def test_the_names_in_the_file_are_those_of_earlier_versions() -> None:
    names = {"hotkey", "theme", "language", "scale", "paste_keys", "sounds"}
    assert names <= set(to_document(Settings())), "files of earlier versions must be read"


WRONG = {
    "hotkey": ["space", "", "ctrl", 7, None, "ctrl+alt+space+x", {}],
    "theme": ["pink", 1, None, []],
    "language": ["xx", 0, {}],
    "text_scale": [101, "100", True, 1e9, None, -100, [100]],
    "paste_keys": [[], "x", {"a": 1}, None],
    "customer_days": (-1, 36_501, True, "365", None, 1.5),
    "case_days": (-1, True, "x"),
    "event_days": (-1, True, []),
    "auto_lock": [7, -5, "15", True, None],
    "learning": [0, 1, "true", None, []],
    "customer_hotkey": ["c", "", None, 7],
    "switch_keys": ["shift", "super", None, 1, []],
    "title_rules": [[], "x", {"a": 1}, None],
    "order_links": [[], "x", {"a": 1}, None],
    "keep_pasted_texts": [0, "true", None],
    "note_hotkey": ["n", "", None, 7],
    "dock_hotkey": ["k", "", None, 7],
    "dock_place": [[1, 2], [1, 2, True], [1, 2, "3"], [1, 2, 1e9], "x", None, {}],
    "agent": [1, None, "a\nb", "x" * 201],
    "order_remark_format": [1, None, "a\nb", "x" * 201],
    "similar_sounds": [{}, "z-zh", ["x"], [1], None, [["z-zh"]]],
}


@pytest.mark.parametrize(("name", "value"), [(name, each) for name in WRONG for each in WRONG[name]])
def test_only_a_value_not_understood_becomes_its_default_and_is_reported(name: str, value: object) -> None:
    good = to_document(Settings(theme=ThemeChoice.DARK, text_scale=125, hotkey="ctrl+alt+q"))
    stored_name = _STORED_NAMES.get(name, name)
    read, unread = from_document({**good, stored_name: value})
    assert unread == (stored_name,)
    assert to_document(read) == {**good, stored_name: to_document(Settings())[stored_name]}


def test_every_setting_has_wrong_values() -> None:
    assert set(WRONG) == SETTINGS, "add values that are refused to WRONG in this file"


def test_a_value_not_understood_stays_until_another_is_chosen(tmp_path: Path) -> None:
    with with_settings(tmp_path, theme="from-the-future", scale=125, sound="bell") as stores:
        assert stores.report.unread_settings == ("theme",)
        assert not is_clean(stores.report)
        assert stores.settings.load() == Settings(text_scale=125)
        stores.settings.save(Settings(text_scale=150))
    kept = json.loads((tmp_path / "settings.json").read_text("utf-8"))["settings"]["1"]
    assert kept == {"theme": "from-the-future", "scale": 150, "sound": "bell"}
    with open_stores(tmp_path) as stores:
        stores.settings.save(Settings(theme=ThemeChoice.LIGHT, text_scale=150))
    with open_stores(tmp_path) as stores:
        assert is_clean(stores.report)
        assert stores.settings.load() == Settings(theme=ThemeChoice.LIGHT, text_scale=150)


def test_only_what_was_chosen_is_written() -> None:
    assert changed({}, Settings()) == {}
    assert changed({}, Settings(text_scale=125)) == {"scale": 125}
    assert changed({"scale": 125}, Settings()) == {"scale": 100}


def test_saving_or_remembering_the_same_again_writes_nothing(tmp_path: Path) -> None:
    with open_stores(tmp_path) as stores:
        stores.settings.save(Settings(text_scale=125))
        stores.settings.remember({"称呼": "亲"})
        before = (tmp_path / "settings.1.log").stat().st_size
        stores.settings.save(Settings(text_scale=125))
        stores.settings.remember({"称呼": "亲"})
        assert (tmp_path / "settings.1.log").stat().st_size == before


def test_for_reading_only_settings_are_refused(tmp_path: Path) -> None:
    with open_stores(tmp_path, read_only=True) as stores:
        for change in (
            lambda: stores.settings.save(Settings(text_scale=125)),
            lambda: stores.settings.remember({"a": "b"}),
        ):
            with pytest.raises(StoreError) as refusal:
                change()
            assert refusal.value.problem is StoreProblem.NOT_WRITABLE
        assert stores.settings.load() == Settings()
        assert dict(stores.settings.field_values()) == {}
    assert list(tmp_path.iterdir()) == []
