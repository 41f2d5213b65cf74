"""The language the agent chose can be looked up by anyone, whatever state the file is in."""

import json
from pathlib import Path

import pytest

from quickdesk.settings.settings import Language, Settings
from quickdesk.storage.open import open_stores
from quickdesk.storage.stored_language import stored_language


@pytest.mark.parametrize("language", Language)
def test_what_was_saved_is_found_while_the_owner_holds_the_data(tmp_path: Path, language: Language) -> None:
    with open_stores(tmp_path) as stores:
        stores.settings.save(Settings(language=language))
        assert stored_language(tmp_path) is language


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00" * 50,
        b"[" * 100_000,
        b"[]",
        b"7",
        b"\xff",
        json.dumps({"settings": []}).encode(),
        json.dumps({"settings": {"1": {"language": ["zh_CN"]}}}).encode(),
        json.dumps({"settings": {"1": {"language": "tlh"}}}).encode(),
    ],
)
def test_anything_else_is_the_systems_language(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "settings.json").write_bytes(content)
    assert stored_language(tmp_path) is Language.SYSTEM
    assert [path.name for path in tmp_path.iterdir()] == ["settings.json"]


def test_no_file_and_no_folder_are_the_systems_language(tmp_path: Path) -> None:
    assert stored_language(tmp_path) is Language.SYSTEM
    assert stored_language(tmp_path / "none") is Language.SYSTEM
    (tmp_path / "settings.json").mkdir()
    assert stored_language(tmp_path) is Language.SYSTEM
